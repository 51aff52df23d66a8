"""Addresses that the site may link to, and texts that only look like some."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.model.form import Form
from generator.model.site import Site
from generator.model.web_address import find_fault, is_web_address

SITE = {"title": "甲", "publisher": "乙", "profile": "shanghai", "licence": {"name": "丙"}}


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org",
        "http://localhost:8000/",
        "https://www.example.gov.cn/a/b_c-d.html?id=1&x=%E7%94%B2#top",
        "https://例子.中国/文件（一）/甲.pdf",
        "http://192.0.2.1:8080/~a/b;c=1,2!$",
        "https://example.org/a@b",
        "https://example.org/?to=me@example.org",
        "https://xn--fsqu00a.xn--0zwm56d/",
    ],
)
def test_a_whole_address_may_be_linked_to(text: str) -> None:
    assert is_web_address(text)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "address_beginning"),
        ("example.org", "address_beginning"),
        ("//example.org", "address_beginning"),
        ("ftp://example.org", "address_beginning"),
        ("javascript:alert(1)//https://example.org", "address_beginning"),
        ("git@example.org:a/b.git", "address_beginning"),
        ("https://[", "address_sign"),
        ("https://]", "address_sign"),
        ("https://[::1]/", "address_sign"),
        ('https://example.org/"onclick="alert(1)', "address_sign"),
        ("https://example.org/'onclick='alert(1)", "address_sign"),
        ("https://example.org/<b>", "address_sign"),
        ("https://example.org/a b", "address_sign"),
        ("https://example.org/a\u3000b", "address_sign"),
        ("https://example.org\\@elsewhere.test", "address_login"),
        ("https://example.org\\elsewhere.test", "address_sign"),
        ("https://example.org/\n", "address_sign"),
        ("https://example.org/\u202e", "address_sign"),
        ("https://example.org/\u200b", "address_sign"),
        ("https:///", "address_domain"),
        ("https://", "address_domain"),
        ("https:///path", "address_domain"),
        ("https://?x", "address_domain"),
        ("https://.", "address_domain"),
        ("https://a..b/", "address_domain"),
        ("https://-a.b/", "address_domain"),
        ("https://a.b-/", "address_domain"),
        ("https://\u2100.com", "address_domain"),
        ("https://ｅxample.org", "address_domain"),
        ("https://example。org", "address_domain"),
        (f"https://{'a' * 64}.org", "address_domain"),
        ("https://example.org:/", "address_domain"),
        ("https://example.org:0/", "address_domain"),
        ("https://example.org:65536/", "address_domain"),
        ("https://example.org:８０/", "address_domain"),
        ("https://example.org:a/", "address_domain"),
        ("https://example.org%2f/", "address_domain"),
        ("https://me:secret@example.org/", "address_login"),
        ("https://token@example.org/", "address_login"),
        ("https://@example.org/", "address_login"),
        ("https://a b:c@example.org/", "address_login"),
    ],
)
def test_what_is_no_address_is_told_why(text: str, fault: str) -> None:
    assert find_fault(text) == fault


@given(st.text(st.sampled_from("https:/.[]@:%?#&<>\"'\\ \t℀。甲aA0-_\u202e\u200b９"), max_size=30))
def test_no_text_raises_and_none_that_passes_ends_an_attribute(text: str) -> None:
    whole = f"https://{text}"
    if is_web_address(whole):
        assert not set(whole) & set("\"'<>\\ \t[]")


@pytest.mark.parametrize("key", ["url", "repository"])
@pytest.mark.parametrize("tail", ["?a=1", "#top", "a&amp;b", "/elsewhere.test", "//elsewhere.test/"])
def test_what_others_are_made_from_has_nothing_behind_its_path(key: str, tail: str) -> None:
    with pytest.raises(ValidationError, match="not an address"):
        Site.model_validate({**SITE, key: f"https://example.org/{tail}"})


@pytest.mark.parametrize("key", ["url", "repository"])
@pytest.mark.parametrize("address", ["", "https://example.org/a/b.git", "https://example.org/a/"])
def test_a_root_is_kept_as_it_is_written(key: str, address: str) -> None:
    assert getattr(Site.model_validate({**SITE, key: address}), key) == address


@pytest.mark.parametrize(
    "text",
    [
        "https://me:secret@example.org/a.pdf",
        "见 https://token@example.org/",
        "http://a%40b:c@example.org 附件 3",
    ],
)
def test_no_password_is_published_with_a_source_or_a_contact(text: str) -> None:
    for model, data in ((Form, {"name": "甲", "source": text}), (Site, {**SITE, "contact": text})):
        with pytest.raises(ValidationError, match="not an address"):
            model.model_validate(data)


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org，邮箱 jixiao@example.org",
        "https://example.org/a.pdf,jixiao@example.org",
        "https://example.org 或 jixiao@example.org",
        "原表第 3 页",
    ],
)
def test_a_mailbox_beside_an_address_is_no_password(text: str) -> None:
    assert Form.model_validate({"name": "甲", "source": text}).source == text
