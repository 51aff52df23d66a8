"""Where code hosts show a file."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.site import CodeHost
from generator.render.code_hosts import FileAddresses, address_file, guess_host
from tests.render.samples import SITE

FILE = "content/projects/2023/dangqun/dangjian.toml"


def find(**changes: Any) -> FileAddresses | None:
    return address_file(SITE.model_copy(update=changes), FILE)


@pytest.mark.parametrize(
    ("repository", "views"),
    [
        ("https://github.com/jiedao/jixiao", ("blob", "commits", "edit")),
        ("https://gitee.com/jiedao/jixiao", ("blob", "commits", "edit")),
        ("https://gitlab.example.cn/jiedao/jixiao", ("-/blob", "-/commits", "-/edit")),
        ("https://jihulab.com/jiedao/jixiao", ("-/blob", "-/commits", "-/edit")),
        ("https://codeberg.org/jiedao/jixiao", ("src/branch", "commits/branch", "_edit")),
        ("https://gitea.example.cn/jiedao/jixiao", ("src/branch", "commits/branch", "_edit")),
        ("https://github.com/jiedao/gitlab", ("blob", "commits", "edit")),
    ],
)
def test_a_host_that_the_domain_tells_needs_not_be_stated(repository: str, views: tuple[str, ...]) -> None:
    assert find(repository=repository) == tuple(f"{repository}/{view}/main/{FILE}" for view in views)


@pytest.mark.parametrize(
    "repository", ["https://code.example.cn/jixiao", "https://code.example.cn/gitlab/", ""]
)
def test_no_address_is_made_up_for_a_host_of_unknown_kind(repository: str) -> None:
    assert find(repository=repository) is None


def test_what_is_stated_goes_before_what_the_domain_tells() -> None:
    found = find(repository="https://github.example.cn/jixiao", host=CodeHost.FORGEJO, branch="发布/2024")
    branch = "%E5%8F%91%E5%B8%83/2024"
    assert found is not None
    assert found.edit == f"https://github.example.cn/jixiao/_edit/{branch}/{FILE}"


def test_the_address_for_cloning_is_that_of_the_pages_too() -> None:
    assert find(repository="https://github.com/jixiao.git/") == find(repository="https://github.com/jixiao")


@pytest.mark.parametrize("host", CodeHost)
def test_every_kind_of_host_shows_files(host: CodeHost) -> None:
    assert find(host=host)


@given(st.from_regex(r"https?://\S+"))
def test_any_address_can_be_asked(repository: str) -> None:
    assert guess_host(repository) in {None, *CodeHost}
