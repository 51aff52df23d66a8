"""By what key the page of a project is remembered."""

from dataclasses import replace
from datetime import date

import pytest

from generator.model.assessment import Assessment
from generator.model.finding import Finding, Severity
from generator.model.history import FileHistory
from generator.model.site import Edition
from generator.render.cache_keys import PageKeys
from generator.render.glossary import Glossary, Term
from generator.render.views.project import Background
from generator.summarise.timelines import Timelines
from tests.render.samples import ORGANISATIONS, PROFILE, SITE, assess, make_form

FINDING = Finding(
    "S004", "total-is-not-the-sum", Severity.WARNING, "projects/x.toml", "合计不对", "reported.total"
)
BACKGROUND = Background(SITE, ORGANISATIONS, {PROFILE.id: PROFILE}, {}, Edition.PUBLIC)
ONE = assess(make_form())


def take_key(background: Background = BACKGROUND, one: Assessment = ONE, *findings: Finding) -> str:
    return PageKeys(background).take(one, findings)


def test_the_same_makes_the_same_key() -> None:
    assert take_key() == take_key(BACKGROUND, assess(make_form()))


@pytest.mark.parametrize(
    "other",
    [
        replace(BACKGROUND, site=SITE.model_copy(update={"title": "别的"})),
        replace(BACKGROUND, edition=Edition.INTERNAL),
        replace(BACKGROUND, profiles={"other": PROFILE}),
        replace(BACKGROUND, organisations=ORGANISATIONS.model_copy(update={"units": {}})),
        replace(BACKGROUND, glossary=Glossary({"分值": Term("分值", "一项最多能得几分。")})),
        replace(BACKGROUND, history={ONE.project.place.path: FileHistory(None, date(2024, 3, 1))}),
    ],
)
def test_whatever_a_page_is_made_of_makes_another_key(other: Background) -> None:
    assert take_key(other) != take_key()


def test_another_cell_or_finding_makes_another_key() -> None:
    keys = {
        take_key(),
        take_key(BACKGROUND, assess(make_form(name="别的"))),
        take_key(BACKGROUND, ONE, FINDING),
    }
    assert len(keys) == 3


def test_a_change_of_another_year_makes_another_key() -> None:
    def take(actual: str) -> str:
        before = assess(make_form(goals=({"expected": "", "actual": actual},)), year=2022)
        return take_key(replace(BACKGROUND, timelines=Timelines((before, ONE))))

    assert len({take_key(), take("做完"), take("没有做完")}) == 3
