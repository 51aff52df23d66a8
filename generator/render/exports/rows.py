"""Rows of the tables, made of assessments: cells in the order of the columns, ready for every format."""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.model import anchors
from generator.model.assessment import Assessment, Outcome
from generator.model.corpus import Corpus
from generator.model.finding import Finding
from generator.model.form import Amounts, Form, Indicator, MoneyUnit, is_internal
from generator.model.project import Place
from generator.model.rule_page import RulePage
from generator.model.value import Kind
from generator.render import addresses
from generator.render.exports.cells import Row, write_figure, write_rate
from generator.render.exports.columns import (
    DEPARTMENTS,
    FINDINGS,
    FUNDS,
    GOALS,
    INDICATORS,
    NOTES,
    PROFILES,
    PROJECTS,
    RULES,
    UNITS,
)
from generator.render.exports.provenance import Provenance
from generator.text.cleaning import clean_text

Rows = Mapping[str, Sequence[Row]]
"""Rows by the name of their table."""


@dataclass(frozen=True, slots=True)
class ProjectRows:
    """Everything that the tables say of one project; `page` is its address from the root of the site.

    `execution` is the execution of the budget as if it were an indicator, in the place before the first: no table
    holds it, but without it the points of a form do not add up.
    """

    place: Place
    page: str
    rows: Rows
    execution: Row


class RowMaker:
    """Makes rows; knows names and addresses."""

    def __init__(self, corpus: Corpus, rules: Sequence[RulePage], provenance: Provenance) -> None:
        """Clean every name once: a unit is named in each row of its projects."""
        self._corpus, self._rules, self._provenance = corpus, rules, provenance
        organisations = corpus.organisations
        self._departments = {key: clean_text(one.name) for key, one in organisations.departments.items()}
        self._units = {key: clean_text(one.name) for key, one in organisations.units.items()}
        self._titles = {rule.code: clean_text(rule.title) for rule in rules}

    def list_shared(self) -> Rows:
        """List what belongs to no year: departments, units, profiles and rules."""
        locate, corpus = self._provenance.locate, self._corpus
        units = sorted(corpus.organisations.units.items())
        return {
            DEPARTMENTS.name: [
                (key, name, locate(addresses.department_address(key)))
                for key, name in sorted(self._departments.items())
            ],
            UNITS.name: [
                (key, self._units[key], one.department, locate(addresses.unit_address(key)))
                for key, one in units
            ],
            PROFILES.name: list(self._list_profiles()),
            RULES.name: [
                (
                    rule.code,
                    rule.name,
                    clean_text(rule.title),
                    rule.severity.value,
                    locate(addresses.rule_address(rule.code)),
                )
                for rule in self._rules
            ],
        }

    def _list_profiles(self) -> Iterator[Row]:
        for key, profile in sorted(self._corpus.profiles.items()):
            document = profile.document
            texts = (clean_text(text) for text in (profile.name, document.number, document.issued_by))
            page = self._provenance.locate(addresses.profile_address(key))
            yield key, *texts, self._provenance.profiles[key], page

    def describe(self, assessment: Assessment, findings: Iterable[Finding]) -> ProjectRows:
        """List the rows of one project; what was found in internal parts of its file is left out."""
        project, form = assessment.project, assessment.project.form
        place = project.place
        address = addresses.project_address(place)
        page = self._provenance.locate(address)
        head: Row = (
            place.id,
            place.year,
            place.unit,
            self._units[place.unit],
            clean_text(form.name),
            form.status.value,
        )
        found = [one for one in findings if not is_internal(one.key)]
        ids = anchors.row_ids(form.indicators)
        funds, goals = f"{page}#{anchors.FUNDS}", f"{page}#{anchors.GOALS}"
        rows = {
            PROJECTS.name: [self._describe_project(assessment, len(found), page)],
            FUNDS.name: [(*head, *row, funds, *more) for row, more in _list_funds(form)],
            GOALS.name: [(*head, *row, goals, *more) for row, more in _list_goals(form)],
            INDICATORS.name: [
                (*head, *row, f"{page}#{anchor}", *_describe_place(indicator))
                for row, anchor, indicator in zip(
                    _list_indicators(assessment), ids, form.indicators, strict=True
                )
            ],
            FINDINGS.name: [(*head, *row) for row in self._list_findings(found, page, ids)],
            NOTES.name: [(*head, *row, f"{page}#{anchor}") for *row, anchor in _list_notes(form)],
        }
        execution = (
            *head,
            *_describe_execution(assessment),
            funds,
            None,
            False,
            clean_text(form.funds.method),
            None,
        )
        return ProjectRows(place, address, rows, execution)

    def _describe_project(self, assessment: Assessment, findings: int, page: str) -> Row:
        form, place, sheet = assessment.project.form, assessment.project.place, assessment.sheet
        department = self._corpus.organisations.department_of(place.unit)
        return (
            place.id,
            place.year,
            department,
            self._departments[department],
            place.unit,
            self._units[place.unit],
            clean_text(form.name),
            form.status.value,
            form.funds.unit.value,
            *_describe_amounts(form.funds.total, form.funds.unit),
            *_describe_scores(assessment),
            clean_text(form.reported.grade),
            clean_text(sheet.grade or ""),
            sheet.profile,
            clean_text(form.funds.explanation),
            len(form.indicators),
            findings,
            clean_text(form.source),
            f"content/{place.path}",
            page,
            form.kind.value,
            clean_text(form.code),
            clean_text("、".join(form.departments)),
            clean_text(form.period),
            clean_text(form.filed),
            clean_text(form.funds.method),
            write_figure(form.reported.reviewed_total),
        )

    def _list_findings(self, findings: Iterable[Finding], page: str, ids: Sequence[str]) -> Iterator[Row]:
        for position, one in enumerate(findings, start=1):
            yield (
                position,
                one.code,
                self._titles.get(one.code, one.rule),
                one.severity.value,
                clean_text(one.key),
                clean_text(one.message),
                clean_text(one.waiver),
                f"{page}#{anchors.anchor_of_key(one.key, ids)}",
            )


def _describe_amounts(amounts: Amounts, unit: MoneyUnit) -> Row:
    """Spell a row of money out in yuan."""
    return tuple(
        write_figure(unit.to_yuan(amount)) for amount in (amounts.initial, amounts.adjusted, amounts.executed)
    )


def _describe_scores(assessment: Assessment) -> Row:
    """Spell out the rate and all points of a project as a whole."""
    execution, total = assessment.sheet.execution, assessment.sheet.total
    return (
        write_rate(execution.rate),
        clean_text(assessment.project.form.reported.rate),
        write_figure(execution.weight),
        write_figure(execution.claimed),
        write_figure(execution.computed),
        write_figure(execution.accepted),
        write_figure(total.weight),
        write_figure(total.assessed),
        write_figure(total.claimed),
        write_figure(total.computed),
        write_figure(total.accepted),
        total.is_whole,
        total.is_lowered,
        total.is_raised,
        *(write_figure(points) for points in dataclasses.astuple(total.verifiability)),
    )


def _list_funds(form: Form) -> Iterator[tuple[Row, Row]]:
    """List the rows of money: the cells before the link, and those behind it."""
    funds, reported = form.funds, form.reported
    printed = clean_text(reported.rate), write_figure(funds.weight), write_figure(reported.execution_score)
    yield (0, "年度资金总额", *_describe_amounts(funds.total, funds.unit)), ("", *printed)
    for position, source in enumerate(funds.sources, start=1):
        texts = clean_text(source.breakdown), clean_text(source.rate)
        amounts = _describe_amounts(source, funds.unit)
        points = write_figure(source.weight), write_figure(source.score)
        yield (position, clean_text(source.name), *amounts), (*texts, *points)


def _list_goals(form: Form) -> Iterator[tuple[Row, Row]]:
    """List the goals: the cells before the link, and those behind it."""
    for position, goal in enumerate(form.goals, start=1):
        points = write_figure(goal.weight), write_figure(goal.score)
        yield (position, clean_text(goal.expected), clean_text(goal.actual)), points


def _list_notes(form: Form) -> Iterator[Row]:
    """List what stands beside the tables, each with the id on the page that leads there."""
    boxes = (
        *(("fact", title, text, anchors.FORM) for title, text in form.facts.items()),
        *(("note", note.title, note.text, anchors.NOTES) for note in form.notes),
    )
    for position, (part, title, text, anchor) in enumerate(boxes, start=1):
        yield position, part, clean_text(title), clean_text(text), anchor


def _list_indicators(assessment: Assessment) -> Iterator[Row]:
    pairs = zip(assessment.project.form.indicators, assessment.sheet.rows, strict=True)
    for position, (row, score) in enumerate(pairs, start=1):
        yield (
            position,
            *_describe_indicator(row),
            score.kind.value,
            score.outcome.value,
            write_figure(row.weight),
            write_figure(row.score),
            write_figure(score.computed),
            write_figure(score.low),
            write_figure(score.high),
            write_figure(score.accepted),
            clean_text(score.formula),
            clean_text(row.explanation),
        )


def _describe_execution(assessment: Assessment) -> Row:
    """Describe the execution of the budget in the columns of indicators."""
    form, execution = assessment.project.form, assessment.sheet.execution
    levels = ("", "", "预算执行率", False, False)
    values = ("100%", clean_text(form.reported.rate or execution.shown_rate), execution.shown_rate)
    return (
        0,
        *levels,
        *values,
        Kind.QUANTITY.value,
        _judge_rate(execution.rate).value,
        write_figure(execution.weight),
        write_figure(execution.claimed),
        write_figure(execution.computed),
        write_figure(execution.computed),
        write_figure(execution.computed),
        write_figure(execution.accepted),
        clean_text(execution.formula),
        clean_text(form.funds.explanation),
    )


def _judge_rate(rate: Decimal | None) -> Outcome:
    if rate is None:
        return Outcome.NOT_ASSESSED
    return Outcome.MET if rate >= 1 else Outcome.SHORT


def _describe_place(row: Indicator) -> Row:
    """Say how a row stands to goals and to the row above, how it is scored, and what the reviewer gave."""
    goal = None if row.goal is None else Decimal(row.goal)
    return write_figure(goal), row.merged, clean_text(row.method), write_figure(row.reviewed)


def _describe_indicator(row: Indicator) -> Row:
    return (
        clean_text(row.level1),
        clean_text(row.level2),
        clean_text(row.name),
        row.core,
        row.of_which,
        clean_text(row.target),
        clean_text(row.actual),
        clean_text(row.measured),
    )
