"""All overviews together."""

import pytest

from generator.model.form import FormKind, Status
from tests.summarise.samples import assess
from tests.summarise.test_disclosures import SHORT, gather


def test_withdrawn_projects_count_in_no_overview() -> None:
    found = gather(assess(SHORT, status=Status.WITHDRAWN.value))
    assert (found.indicators.groups, found.deviations, found.units) == ((), (), ())


def test_the_order_of_projects_changes_nothing() -> None:
    projects = [assess(SHORT, year=year, unit=unit) for year in (2022, 2023) for unit in ("yixiao", "yiyuan")]
    assert gather(*reversed(projects)) == gather(*projects)


@pytest.mark.parametrize("kind", [kind for kind in FormKind if kind is not FormKind.SELF_EVALUATION])
def test_forms_of_other_kinds_count_in_no_overview(kind: FormKind) -> None:
    other = assess(SHORT, year=2024, slug="other", kind=kind.value)
    assert gather(assess(SHORT), other) == gather(assess(SHORT))
