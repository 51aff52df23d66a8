"""The paragraphs on self-evaluation for the final accounts (部门决算): what was evaluated, found, and mended since.

They say only what the forms and their recomputation say, and what is missing from them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from generator.model.assessment import Assessment
from generator.model.organisations import Organisations
from generator.model.overview import Deviation, DeviationNode, Disclosure, DisclosureSeries, FollowUp, Lost
from generator.model.summary import Section, Summaries
from generator.summarise.deviations import choose_largest, list_deviations
from generator.summarise.totals import states_money
from generator.text.cleaning import join_line
from generator.text.numbers import write_hundredths, write_number, write_verifiability

LONGEST_REASON = 120
_NUMERALS = "一二三四五"
_STOPS = "。；;！!"
_WAN = Decimal(10_000)

Nodes = Mapping[tuple[str, str], DeviationNode]
"""Deviations by year and department, or by year and unit."""

_LATER_WORDS = {
    FollowUp.MET: "已整改（{year}年度已达成）{count}项",
    FollowUp.SHORT: "仍在整改（{year}年度仍未达成）{count}项",
    FollowUp.VANISHED: "{year}年度不再设置该指标{count}项",
    FollowUp.DISCONTINUED: "{year}年度没有该项目的自评表{count}项",
    FollowUp.UNKNOWN: "{year}年度未评或无法对应{count}项",
    FollowUp.NOT_FILED: "尚未见{year}年度自评表{count}项",
}


def describe_departments(
    summaries: Summaries, deviations: Sequence[DeviationNode], organisations: Organisations
) -> tuple[DisclosureSeries, ...]:
    """Write the disclosures of every department that has a project, its units put together."""
    sections = ((year.key, part) for year in summaries.years for part in year.parts)
    names = {key: one.name for key, one in organisations.departments.items()}
    nodes = {(year.key, part.key): part for year in deviations for part in year.parts}
    units = {key: one.name for key, one in organisations.units.items()}
    return _describe(sections, names, nodes, units)


def describe_units(
    summaries: Summaries, deviations: Sequence[DeviationNode], organisations: Organisations
) -> tuple[DisclosureSeries, ...]:
    """Write the disclosures of every unit that has a project."""
    sections = (
        (year.key, unit) for year in summaries.years for department in year.parts for unit in department.parts
    )
    names = {key: one.name for key, one in organisations.units.items()}
    nodes = {(year.key, unit.key): unit for year in deviations for part in year.parts for unit in part.parts}
    return _describe(sections, names, nodes, {})


def _describe(
    sections: Iterable[tuple[str, Section]],
    names: Mapping[str, str],
    nodes: Nodes,
    units: Mapping[str, str],
) -> tuple[DisclosureSeries, ...]:
    """Write a disclosure for each year of each body; `units` name the parts of those that have any."""
    series: dict[str, list[Disclosure]] = {key: [] for key in sorted(names)}
    for year, section in sections:
        if section.summary.projects:
            paragraphs = tuple(_write_paragraphs(int(year), section, names[section.key], nodes, units))
            series[section.key].append(Disclosure(year, paragraphs))
    return tuple(DisclosureSeries(key, names[key], tuple(years)) for key, years in series.items() if years)


def _write_paragraphs(
    year: int, section: Section, name: str, nodes: Nodes, units: Mapping[str, str]
) -> Iterator[str]:
    counted = [one for one in section.assessments if one.counts]
    yield _say_extent(year, section, name, counted, with_units=bool(units))
    yield _say_scores(section, counted)
    yield _say_problems(section, nodes.get((str(year), section.key)), units)
    before, now = nodes.get((str(year - 1), section.key)), nodes.get((str(year), section.key))
    if before and set(before.lost.later) != {FollowUp.NOT_FILED}:
        yield f"{year - 1}年度的{before.lost.rows}项失分事项中，{say_later(before.lost, year)}。"
    if now and set(now.lost.later) != {FollowUp.NOT_FILED}:
        yield f"对照{year + 1}年度自评，上述{now.lost.rows}项失分事项中，{say_later(now.lost, year + 1)}。"
    elif now:
        yield f"上述失分事项的整改结果，待{year + 1}年度自评时核对。"


def _say_extent(
    year: int, section: Section, name: str, counted: Sequence[Assessment], *, with_units: bool
) -> str:
    units = len({one.project.place.unit for one in counted})
    who = f"{name}组织所属{units}个单位" if with_units else name
    said = f"{year}年度，{who}对{len(counted)}个项目开展了绩效自评"
    silent = sum(not states_money(one) for one in counted)
    if silent == len(counted):
        return f"{said}；自评表没有全年预算数或全年执行数，金额无法汇总。"
    summary = section.summary
    budget, spent = write_hundredths(summary.budget / _WAN), write_hundredths(summary.spent / _WAN)
    rate = "" if summary.rate is None else f"，预算执行率{write_hundredths(summary.rate * 100)}%"
    said += f"，涉及全年预算{budget}万元，全年执行{spent}万元{rate}。"
    return said + (f"没有全年预算数或全年执行数的项目{silent}个，不计入上述金额。" if silent else "")


def _say_scores(section: Section, counted: Sequence[Assessment]) -> str:
    """Say what was claimed, what is accepted, the grades, and how many projects count in neither."""
    summary = section.summary
    claims = [claim for one in counted if (claim := one.sheet.total.claimed) is not None]
    unclaimed, partly = len(counted) - len(claims), len(counted) - summary.assessed
    clauses = []
    if claims:
        clauses.append(f"单位自评平均得分{write_hundredths(sum(claims, Decimal(0)) / len(claims))}分")
    if summary.score is not None:
        grades = "、".join(f"“{grade}”{count}个" for grade, count in summary.grades.items())
        clauses.append(
            f"按评分办法复算，认定平均得分{write_hundredths(summary.score)}分"
            + (f"，等级为{grades}" if grades else "")
        )
    notes = (
        (unclaimed, "未填自评总分的项目{}个，不计入自评平均得分。"),
        (partly, "未评全的项目{}个，不计入认定平均得分和等级。"),
        (summary.lowered, "认定得分低于自评得分的项目{}个。"),
        (summary.raised, "复算得分高于自评得分的项目{}个。"),
    )
    said = "；".join(clauses) + "。" if clauses else ""
    known = f"各表分值共{write_verifiability(summary.verifiability)}。".replace(" ", "")
    return said + "".join(note.format(count) for count, note in notes if count) + known


def _say_problems(section: Section, node: DeviationNode | None, units: Mapping[str, str]) -> str:
    if node is None:
        whole = section.summary.assessed == section.summary.projects
        return "各项内容均未失分。" if whole else "已评的内容均未失分。"
    lost, shown = node.lost, choose_largest(list_deviations(node), len(_NUMERALS))
    problems = "；".join(f"{_NUMERALS[n]}是{say_problem(one, units)}" for n, one in enumerate(shown))
    unexplained = lost.rows - lost.with_reason
    return (
        f"按认定得分，失分事项{lost.rows}项，涉及{lost.projects}个项目，共失{write_number(lost.points)}分。"
        f"{'主要问题' if lost.rows > len(shown) else '具体'}：{problems}。"
        + (f"未说明原因的失分事项{unexplained}项。" if unexplained else "")
    )


def say_problem(one: Deviation, units: Mapping[str, str]) -> str:
    """Say in one clause what fell short where, and why."""
    project = one.assessment.project
    unit = units.get(project.place.unit, "")
    row = (
        f"预算执行率为{one.actual}"
        if one.row is None
        else f"“{join_line(one.name)}”{_say_values(one.target, one.actual)}"
    )
    why = f"原因及改进措施：{shorten(one.reason)}" if one.says_why else "表中未说明原因"
    return f"{unit}“{join_line(project.form.name)}”的{row}，失{write_number(one.lost)}分，{why}"


def _say_values(target: str, actual: str) -> str:
    values = (("年度指标值", join_line(target)), ("实际完成值", join_line(actual)))
    return "".join(f"，{name}“{value}”" for name, value in values if value)


def shorten(reason: str) -> str:
    """Keep whole sentences of a reason as far as they fit; it stands within a sentence and ends without a stop."""
    text = join_line(reason).rstrip(_STOPS)
    if len(text) <= LONGEST_REASON:
        return text
    end = max(text.rfind(stop, 0, LONGEST_REASON) for stop in _STOPS)
    return f"{text[:end] if end > 0 else text[:LONGEST_REASON]}……（全文见自评表）"


def say_later(lost: Lost, year: int) -> str:
    """Say how many of the lost points were mended by a year, and how many were not."""
    return "，".join(
        words.format(year=year, count=lost.later[outcome])
        for outcome, words in _LATER_WORDS.items()
        if lost.later.get(outcome)
    )
