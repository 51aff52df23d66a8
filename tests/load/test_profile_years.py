"""No form is judged by a profile that does not govern its year."""

from pathlib import Path

import pytest

from generator.load import load
from generator.model.corpus import Corpus
from tests.load.trees import SITE, make_content

FORM = 'name = "项目"\n'
OLD = "projects/2017/library/old.toml"
NEW = "projects/2022/library/new.toml"


def load_site(folder: Path, site: str, **forms: str) -> Corpus:
    files = {"site.toml": site, OLD: forms.get("old", FORM), NEW: forms.get("new", FORM)}
    return load(make_content(folder, files))


def list_found(corpus: Corpus) -> list[tuple[str, str]]:
    return [(one.path, one.key) for one in corpus.findings if one.rule == "profile-out-of-years"]


def list_judged(corpus: Corpus) -> dict[str, str]:
    return {
        one.place.slug: corpus.profile_of(one).id
        for one in corpus.projects
        if one.place.slug in ("old", "new")
    }


def write_years(*entries: str) -> str:
    return SITE + "".join(f"[[profiles]]\n{one}\n" for one in entries)


def test_the_default_is_told_by_year_and_falls_back(tmp_path: Path) -> None:
    corpus = load_site(tmp_path, write_years('to = 2018\nprofile = "early"'))
    assert list_found(corpus) == []
    assert list_judged(corpus) == {"old": "early", "new": "shanghai"}


def test_a_default_that_did_not_exist_then_is_told_of_and_judges_nothing(tmp_path: Path) -> None:
    corpus = load_site(tmp_path, SITE)
    assert list_found(corpus) == [("site.toml", "profile")]
    assert list_judged(corpus) == {"new": "shanghai"}
    (finding,) = [one for one in corpus.findings if one.rule == "profile-out-of-years"]
    assert finding.message == (
        "本站整理的上海口径（依据待核对）不能用来评 2017 年度的表：它适用的年度是2019 年度起。"
    )


def test_a_form_that_names_a_profile_of_other_years_is_told_of_and_not_judged(tmp_path: Path) -> None:
    site = write_years('to = 2018\nprofile = "early"')
    corpus = load_site(tmp_path, site, new=f'{FORM}profile = "beijing-2016"\n')
    assert list_found(corpus) == [(NEW, "profile")]
    assert list_judged(corpus) == {"old": "early"}


def test_a_form_may_name_what_governs_its_year(tmp_path: Path) -> None:
    corpus = load_site(tmp_path, SITE, old=f'{FORM}profile = "beijing-2016"\n')
    assert (list_found(corpus), list_judged(corpus)) == ([], {"old": "beijing-2016", "new": "shanghai"})


@pytest.mark.parametrize(
    "entry", ['from = 2018\nto = 2020\nprofile = "mof-2021"', 'to = 2018\nprofile = "mof-2020"']
)
def test_an_entry_must_be_governed_in_the_years_that_it_states(tmp_path: Path, entry: str) -> None:
    site = write_years(entry)
    old = f'{FORM}profile = "early"\n'
    assert list_found(load_site(tmp_path, site, old=old)) == [("site.toml", "profiles[0].profile")]


def test_entries_that_overlap_are_told_of(tmp_path: Path) -> None:
    site = write_years('to = 2018\nprofile = "early"', 'from = 2016\nto = 2018\nprofile = "beijing-2016"')
    found = [(one.rule, one.key) for one in load_site(tmp_path, site).findings if one.path == "site.toml"]
    assert found == [("out-of-range", "profiles[1].from")]


def test_an_entry_that_names_no_profile_is_told_of(tmp_path: Path) -> None:
    found = [
        (one.rule, one.key)
        for one in load_site(tmp_path, write_years('to = 2018\nprofile = "erly"')).findings
        if one.path == "site.toml"
    ]
    assert found == [("unknown-profile", "profiles[0].profile")]
