"""What changed beside projects."""

from dataclasses import replace
from typing import Any

import pytest

from generator.diff.other_files import compare_surroundings
from generator.model.change import Snapshot
from generator.model.corpus import TextPage
from generator.model.finding import Severity
from generator.model.organisations import Call, Organisations
from tests.diff.samples import find, load_content, snap

WHOLE = snap({})


def edit(**values: Any) -> Snapshot:
    """The whole snapshot with something else in its corpus."""
    return replace(WHOLE, corpus=replace(WHOLE.corpus, **values))


def outline(before: Snapshot, after: Snapshot) -> list[tuple[str, str, str]]:
    return [(one.part.value, one.name, one.kind.value) for one in compare_surroundings(before, after)]


def organise(**units: str) -> Organisations:
    return Organisations.model_validate(
        {
            "departments": {"d": {"name": "部门"}},
            "units": {id_: {"name": name, "department": "d"} for id_, name in units.items()},
        }
    )


def test_nothing_changed() -> None:
    assert outline(WHOLE, snap({"projects/2023/unit/x.toml": 'name = "甲"'})) == []


def test_a_site_that_says_something_else_has_changed() -> None:
    site = load_content().site
    assert site is not None
    assert outline(WHOLE, edit(site=site.model_copy(update={"title": "别的"}))) == [
        ("site", "site.toml", "changed")
    ]


def test_profiles_are_added_removed_and_changed() -> None:
    shanghai, national = (load_content().profiles[name] for name in ("shanghai", "mof-2020"))
    before = edit(profiles={"shanghai": shanghai, "gone": national})
    after = edit(profiles={"shanghai": shanghai.model_copy(update={"bands": ()}), "come": national})
    assert outline(before, after) == [
        ("profile", "come", "added"),
        ("profile", "gone", "removed"),
        ("profile", "shanghai", "changed"),
    ]


def test_a_profile_that_cannot_be_read_any_more_is_broken_and_back_again_mended() -> None:
    before = edit(profiles={"x": load_content().profiles["shanghai"]})
    after = edit(profiles={}, findings=(find(path="profiles/x.toml", severity=Severity.ERROR),))
    assert outline(before, after) == [("profile", "x", "broken")]
    assert outline(after, before) == [("profile", "x", "mended")]


def test_units_and_departments_are_told_one_by_one() -> None:
    before, after = edit(organisations=organise(a="甲", b="乙")), edit(organisations=organise(b="丙", c="丁"))
    assert outline(before, after) == [
        ("unit", "a", "removed"),
        ("unit", "b", "changed"),
        ("unit", "c", "added"),
    ]


@pytest.mark.parametrize("organisations", [Organisations(), organise(a="甲")])
def test_units_are_not_removed_when_their_file_cannot_be_read(organisations: Organisations) -> None:
    fault = find(path="organisations.toml", severity=Severity.ERROR)
    before, after = (
        edit(organisations=organise(a="甲", b="乙")),
        edit(organisations=organisations, findings=(fault,)),
    )
    assert outline(before, after) == [("organisations", "organisations.toml", "broken")]
    assert outline(after, before) == [("organisations", "organisations.toml", "mended")]
    assert outline(after, after) == []


def test_a_call_for_forms_is_told_by_its_year() -> None:
    after = organise().model_copy(update={"calls": {"2024": Call()}})
    assert outline(edit(organisations=organise()), edit(organisations=after)) == [("call", "2024", "added")]


def test_what_most_depends_on_stands_first_and_pages_last() -> None:
    calls = organise(a="甲").model_copy(update={"calls": {"2024": Call()}})
    site, profile = load_content().site, load_content().profiles["shanghai"]
    nothing = edit(site=None, profiles={}, organisations=Organisations(), pages=())
    everything = edit(
        site=site, profiles={"x": profile}, organisations=calls, pages=(TextPage("about", "甲"),)
    )
    parts = [part for part, *_ in outline(nothing, everything)]
    assert parts == ["site", "profile", "department", "unit", "call", "page"]


def test_a_page_with_another_text_has_changed() -> None:
    before, after = edit(pages=(TextPage("about", "甲"),)), edit(pages=(TextPage("about", "乙"),))
    assert outline(before, after) == [("page", "about", "changed")]
