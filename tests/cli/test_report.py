"""Which disclosure texts are asked for."""

from pathlib import Path

import pytest

from generator.check.checking import CannotRunError, Checked
from generator.cli.report import choose_disclosures
from generator.model.assessment import Assessment
from generator.model.corpus import Corpus
from generator.model.site import Edition
from tests.summarise.samples import ORGANISATIONS, assess


def check(*assessments: Assessment) -> Checked:
    projects = tuple(one.project for one in assessments)
    corpus = Corpus(None, ORGANISATIONS, {}, projects, (), (), ())
    return Checked(Path("content"), corpus, assessments, (), ())


CHECKED = check(assess(), assess(year=2022), assess(unit="yiyuan", status="draft"))


def choose(
    body: str | None = None, year: int | None = None, edition: Edition = Edition.PUBLIC
) -> list[tuple[str, list[str]]]:
    chosen = choose_disclosures(CHECKED, edition, body, year)
    return [(one.key, [text.year for text in one.years]) for one in chosen]


def test_without_a_name_all_departments_and_units_are_chosen() -> None:
    assert choose() == [("jiaoyu", ["2023", "2022"]), ("yixiao", ["2023", "2022"])]


@pytest.mark.parametrize("body", ["yixiao", "第一小学"])
def test_a_unit_is_chosen_by_its_id_or_its_name(body: str) -> None:
    assert choose(body, 2022) == [("yixiao", ["2022"])]


def test_a_department_is_chosen_likewise() -> None:
    assert choose("教育局", 2023) == [("jiaoyu", ["2023"])]


def test_only_the_internal_edition_tells_of_drafts() -> None:
    assert choose("yiyuan", edition=Edition.INTERNAL) == [("yiyuan", ["2023"])]
    with pytest.raises(CannotRunError, match="没有“yiyuan”可以公开的自评表"):
        choose("yiyuan")


def test_an_unknown_name_is_refused_with_a_guess() -> None:
    with pytest.raises(CannotRunError, match="是不是 yixiao？"):
        choose("yixaio")


def test_a_year_without_a_text_is_refused() -> None:
    with pytest.raises(CannotRunError, match="没有“yixiao” 1999 年度可以公开的自评表"):
        choose("yixiao", 1999)
