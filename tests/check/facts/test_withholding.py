"""What is published of files that hold numbers of persons."""

from pathlib import Path

import pytest

from generator.check.facts.withholding import WITHHELD, withhold_numbers
from generator.model.corpus import Corpus
from tests.load.trees import FORM, ORGANISATIONS, PROJECT, SITE, load_content

NUMBERS = ("13800138000", "138－0013－8000", "11010519491231002Ｘ", "6222 0212 3456 7890 128")


def publish(folder: Path, files: dict[str, str]) -> Corpus:
    corpus = load_content(folder, files)
    assert not corpus.findings
    return withhold_numbers(corpus)


@pytest.mark.parametrize("number", NUMBERS)
def test_a_page_with_a_number_is_withheld_and_no_other(tmp_path: Path, number: str) -> None:
    files = {"pages/a.md": f"甲\n\n乙{number}", "pages/b.md": "乙 021-12345678"}
    assert [page.name for page in publish(tmp_path, files).pages] == ["b"]


@pytest.mark.parametrize("number", NUMBERS)
def test_a_note_with_a_number_is_withheld_and_the_unit_stays(tmp_path: Path, number: str) -> None:
    corpus = publish(tmp_path, {"organisations.toml": f'{ORGANISATIONS}note = "找{number}"'})
    unit = corpus.organisations.units["library"]
    assert (unit.name, unit.department, unit.note) == ("图书馆", "culture", WITHHELD)
    assert [one.place.path for one in corpus.projects] == [PROJECT]


@pytest.mark.parametrize("number", NUMBERS)
def test_texts_of_the_site_and_of_profiles_are_withheld(tmp_path: Path, number: str) -> None:
    profile = f'extends = "mof-2020"\n[document]\ntitle = "甲"\nissuer = "乙"\nnote = "找{number}"\n'
    corpus = publish(
        tmp_path, {"site.toml": f'description = "{number}"\n{SITE}', "profiles/copy.toml": profile}
    )
    assert corpus.site
    assert (corpus.site.description, corpus.site.title) == (WITHHELD, "绩效自评公开")
    assert corpus.profiles["copy"].document.note == WITHHELD
    assert corpus.profiles["copy"].document.title == "甲"
    assert corpus.profiles["copy"].bands == corpus.profiles["mof-2020"].bands


@pytest.mark.parametrize(
    ("contact", "shown"),
    [
        ("绩效科 13800138000", "绩效科 13800138000"),
        ("绩效科 021-12345678", "绩效科 021-12345678"),
        ("11010519491231002X", WITHHELD),
        ("13800138000、6222021234567890128", WITHHELD),
    ],
)
def test_a_contact_may_be_a_telephone_number(tmp_path: Path, contact: str, shown: str) -> None:
    corpus = publish(tmp_path, {"site.toml": f'contact = "{contact}"\n{SITE}'})
    assert corpus.site
    assert corpus.site.contact == shown


def test_content_without_numbers_is_as_it_was(tmp_path: Path) -> None:
    corpus = load_content(tmp_path, {PROJECT: FORM, "pages/a.md": "甲"})
    assert withhold_numbers(corpus) == corpus
