"""Cells that name another year than the form's: most often a form of the year before that was filled in anew."""

import re
from collections.abc import Iterator

from generator.model.assessment import Assessment, RowScore
from generator.model.case import OtherYear
from generator.model.form import Form, Indicator
from generator.model.value import Deadline
from generator.score.values import normalise_text

_YEAR = re.compile(r"(?<![0-9])(20[0-4][0-9])年")
_SPAN = re.compile(
    r"20[0-9]{2}年?(?:度?)?[-~至到、和及]|[-~至到、和及]20[0-9]{2}|五年|三年|跨年|历年|[0-9]{1,2}-20[0-9]{2}"
)
_OF_ANOTHER_TIME = re.compile(
    r"结转|结余|尾款|欠款|质保|补发|补助?缴|清算|续建|遗留|提前下达|提前批|以前|以来|起|普查|规划|债|考核|获奖|评定|奖励|兑现|下达"
)
"""Names of projects that pay for, or go on from, another year."""


def find_other_years(assessment: Assessment) -> Iterator[OtherYear]:
    """Find the name, and the targets and actual values that are dates, of another year than the form's."""
    form, year = assessment.project.form, assessment.project.place.year
    if other := _find_in_name(form, year):
        yield OtherYear("name", form.name.strip(), other)
    for row, score in zip(form.indicators, assessment.sheet.rows, strict=True):
        yield from _find_in_row(row, score, year, form.period)


def _find_in_name(form: Form, year: int) -> int | None:
    name = normalise_text(form.name)
    years = {int(one) for one in _YEAR.findall(name)}
    if len(years) != 1 or year in years or _SPAN.search(name) or _OF_ANOTHER_TIME.search(name):
        return None
    return years.pop()


def _find_in_row(row: Indicator, score: RowScore, year: int, period: str) -> Iterator[OtherYear]:
    """Find the other year of a row, once: a target of an earlier year, or an actual value before the form's year.

    A later date may be late, or the end of a project of several years, and a period may begin earlier.
    """
    for key, value, text in (
        ("target", score.target, row.target),
        ("actual", score.actual, row.actual_value),
    ):
        if not isinstance(value, Deadline) or value.period or value.year is None:
            continue
        if value.year < year and str(value.year) not in period:
            yield OtherYear(f"{score.key}.{key}", text.strip(), value.year)
            return
