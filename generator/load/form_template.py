"""The template of a new form as commented TOML, from an earlier form or else from the profile's groups."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby, pairwise

from generator.model.cells import Record
from generator.model.form import (
    Amounts,
    Form,
    FormKind,
    Funds,
    FundsSource,
    Goal,
    Indicator,
    Note,
    Reported,
    Status,
)
from generator.model.profile import PointsAt, Profile
from generator.model.project import Place, Project
from generator.text.numbers import write_number

BLANK = "……"
"""Stands for a name that is still to be written; a rule reports it where it is left over."""

_SOURCES = ("当年财政拨款", "上年结转资金", "其他资金")

_SECOND_LEVELS = {
    "产出指标": ("数量指标", "质量指标", "时效指标"),
    "效益指标": ("社会效益指标", "可持续影响指标"),
    "满意度指标": ("服务对象满意度指标",),
}
"""The second levels that forms usually have below a first one; any other first level gets a single row."""

_PLANNED = ("level1", "level2", "name", "target", "weight", "core", "of_which", "merged", "goal")
"""The cells that an indicator has in a target form."""

_STEPS = (Decimal(5), Decimal(1), Decimal("0.1"), Decimal("0.000001"))
"""Steps in which a group's points are divided among its rows, the roundest first."""

_UNSAFE = re.compile('[\x00-\x1f"\\\\\x7f-\x9f\u2028\u2029]')
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\t": "\\t"}
"""What a TOML string may not hold as it is, or what nobody would see there; all others go by their number."""


def draft_form(
    profile: Profile, place: Place, earlier: Project | None = None, kind: FormKind | None = None
) -> str:
    """Write the template of the form at `place`: a text that loads as it is, the same for the same input.

    Of an earlier form, names, levels, targets, weights, sources and small facts are taken over, and of the same year's
    target form the budget too. What the year has to tell (money, actual values, scores, explanations) is left empty in
    any case. Unless `kind` says otherwise, a form is of the kind of the earlier one, and after the target form of
    its year a self-evaluation.
    """
    form = _outline_form(profile)
    if earlier is not None:
        form = _complete_form(_take_over(earlier, place), form)
    form = form.model_copy(update={"kind": kind or form.kind})
    sections = (
        _write_head(profile, place, form.kind),
        _write_particulars(form, _name_previous(place, earlier)),
        _write_funds(form.funds, form.kind),
        _write_goals(form.goals, form.kind),
        _write_indicators(form.indicators, form.kind),
        *((_write_notes(form.notes),) if form.notes else ()),
        *((_write_reported(form),) if form.kind.has_results else ()),
    )
    return "\n".join("".join(f"{line}\n" for line in section) for section in sections)


def quote(text: str) -> str:
    """Write a text as a TOML string that reads as the same text, over several lines where it has several."""
    if "\n" not in text:
        return f'"{_escape(text)}"'
    return '"""\n' + "\n".join(map(_escape, text.split("\n"))) + '"""'


def quote_key(key: str) -> str:
    """Write a free key as TOML does, always in quotes and on one line."""
    return f'"{_escape(key)}"'


def divide_points(points: Decimal, rows: int) -> list[Decimal]:
    """Divide points among rows: they add up exactly, and are as round and as even as that allows."""
    step = next((one for one in _STEPS if points % one == 0 and points >= one * rows), _STEPS[-1])
    share, rest = divmod(int(points / step), rows)
    return [step * (share + (row < rest)) for row in range(rows)]


def _outline_form(profile: Profile) -> Form:
    """Make the form that a profile asks for, where no earlier one says more."""
    sources, execution = tuple(FundsSource(name=name) for name in _SOURCES), profile.execution.points
    at_goal = profile.total.points - execution if profile.placement.at is PointsAt.GOAL else None
    return Form(
        name=BLANK,
        funds=Funds(weight=execution, sources=sources),
        goals=(Goal(weight=at_goal),),
        indicators=tuple(_outline_rows(profile)),
    )


def _outline_rows(profile: Profile) -> Iterator[Indicator]:
    for group in profile.groups:
        kinds = _SECOND_LEVELS.get(group.name, ("",))
        for kind, points in zip(kinds, divide_points(group.points, len(kinds)), strict=True):
            weight = points if profile.placement.at is PointsAt.ROW else None
            yield Indicator(level1=group.name, level2=kind, name=BLANK, weight=weight)


def _take_over(earlier: Project, place: Place) -> Form:
    """Take over the form of another year, or the target form of the same year, whose budget still holds."""
    form = earlier.form
    if form.kind is FormKind.TARGET and earlier.place.year == place.year:
        return form.model_copy(update={"kind": FormKind.SELF_EVALUATION})
    empty = dict.fromkeys(Amounts.model_fields)
    sources = tuple(one.model_copy(update=empty) for one in form.funds.sources)
    funds = form.funds.model_copy(update={"total": Amounts(), "sources": sources})
    return form.model_copy(update={"funds": funds})


def _complete_form(form: Form, outline: Form) -> Form:
    """Fill in from the outline what an earlier form left out altogether."""
    funds = form.funds.model_copy(
        update={
            "weight": outline.funds.weight if form.funds.weight is None else form.funds.weight,
            "sources": form.funds.sources or outline.funds.sources,
        }
    )
    goals, indicators = form.goals or outline.goals, form.indicators or outline.indicators
    return form.model_copy(update={"funds": funds, "goals": goals, "indicators": indicators})


def _name_previous(place: Place, earlier: Project | None) -> str:
    """Name the earlier form where the path alone does not tell that it is the same project's."""
    if earlier is None or earlier.place.year >= place.year:
        return ""
    usual = Place(place.year - 1, place.unit, place.slug)
    return "" if earlier.place == usual else earlier.id


def _write_head(profile: Profile, place: Place, kind: FormKind) -> Iterator[str]:
    yield f"#:schema {'../' * place.path.count('/')}project.schema.json"
    yield _remark(f"{place.year} 年度{kind.word}")
    yield _remark(f"评分办法：{profile.name}。{_describe_shares(profile)}。")
    yield "#"
    yield _remark("怎样填写：")
    yield _remark('1. 照原表填写，看上去不对的也不改。文字写在英文双引号 "" 里，数字不加引号。')
    yield _remark("2. 行首带 # 的是还没有填的栏目：在等号后面填上，再去掉行首的 #，如 score = 9.5。")
    yield _remark("   原表空着的格不填：删去那一行，或者让引号、# 就这样留着，都一样。")
    yield _remark("3. 年度、单位和项目代号由文件的位置决定，不写在文件里；等号前面的英文不要改。")
    yield _remark(f"4. 填好后运行 jixiao check content/{place.path}，照提示修改，再提交。")


def _describe_shares(profile: Profile) -> str:
    if not profile.is_scored:
        return "这种表不设分值"
    points = profile.execution.points
    told = [f"预算执行率 {write_number(points)} 分" if points else "预算执行率不单独计分"]
    for _, pool in groupby(profile.groups, key=lambda one: profile.pool(one.name)):
        groups = list(pool)
        together = "合计" if len(groups) > 1 else ""
        total = sum((one.points for one in groups), Decimal(0))
        told.append(f"{'和'.join(one.name for one in groups)}{together} {write_number(total)} 分")
    return "，".join(told)


def _write_particulars(form: Form, previous: str) -> Iterator[str]:
    yield from _explain(Form, "name", "status", "source")
    yield _cell("name", form.name)
    yield _cell("status", Status.DRAFT.value)
    if form.kind is not FormKind.SELF_EVALUATION:
        yield _cell("kind", form.kind.value)
    if form.profile:
        yield _cell("profile", form.profile)
    if previous:
        yield _cell("previous", previous)
    yield _cell("source", "")
    if form.code:
        yield _cell("code", form.code)
    if form.departments:
        yield f"departments = [{', '.join(map(quote, form.departments))}]"
    yield from (_cell(key, "") for key in ("period", "filed") if getattr(form, key))
    if form.facts:
        yield ""
        yield "[facts]"
        yield from (_cell(quote_key(title), text) for title, text in form.facts.items())


def _write_funds(funds: Funds, kind: FormKind) -> Iterator[str]:
    yield _remark("项目资金。金额只写数字，不写单位和千分号。")
    amounts = tuple(Amounts.model_fields) if kind.has_results else ("initial",)
    yield from _explain(Funds, "unit", *(("weight", "explanation") if kind.has_results else ()))
    yield from _explain(Amounts, *amounts)
    yield "[funds]"
    yield _cell("unit", funds.unit.value)
    if kind.has_results:
        yield _cell("weight", funds.weight)
        if funds.method:
            yield _cell("method", funds.method)
        yield _cell("explanation", "")
    yield ""
    yield "[funds.total]"
    yield from (_cell(key, getattr(funds.total, key)) for key in amounts)
    for one in funds.sources:
        yield ""
        yield from _write_source(one, amounts, kind)


def _write_source(source: FundsSource, amounts: Sequence[str], kind: FormKind) -> Iterator[str]:
    yield "[[funds.sources]]"
    yield _cell("name", source.name)
    if source.breakdown:
        yield _cell("breakdown", source.breakdown)
    yield from (_cell(key, getattr(source, key)) for key in amounts)
    if kind.has_results and source.rate:
        yield _cell("rate", "")
    if kind.has_results and source.weight is not None:
        yield _cell("weight", source.weight)
        yield _cell("score", None)


def _write_goals(goals: Sequence[Goal], kind: FormKind) -> Iterator[str]:
    yield _remark("年度总体目标。")
    yield from _explain(Goal, *(Goal.model_fields if kind.has_results else ("expected", "weight")))
    for number, goal in enumerate(goals):
        if number:
            yield ""
        yield "[[goals]]"
        yield _cell("expected", goal.expected)
        if kind.has_results:
            yield _cell("actual", "")
        if goal.weight is not None:
            yield _cell("weight", goal.weight)
        if goal.score is not None and kind.has_results:
            yield _cell("score", None)


def _write_indicators(indicators: Sequence[Indicator], kind: FormKind) -> Iterator[str]:
    yield _remark(
        "绩效指标。每行指标一个 [[indicators]]，行数可以增减。一级、二级指标与上一行是同一格的不写；"
    )
    yield _remark("同一格的第一行要写，删去第一行时移到下一行。")
    yield from _explain(Indicator, *(Indicator.model_fields if kind.has_results else _PLANNED))
    above = Indicator(name=BLANK)
    for level1, rows in groupby(indicators, key=lambda row: row.level1):
        group = tuple(rows)
        yield ""
        points = sum((row.weight or Decimal() for row in group), Decimal())
        yield _remark(f"{level1 or '未分组'}，本组合计 {write_number(points)} 分")
        yield from _write_indicator(group[0], above, kind)
        for before, row in pairwise(group):
            yield ""
            yield from _write_indicator(row, before, kind)
        above = group[-1]


def _write_indicator(row: Indicator, above: Indicator, kind: FormKind) -> Iterator[str]:
    yield "[[indicators]]"
    yield from _write_levels(row, above)
    yield _cell("name", row.name)
    if not row.merged:
        yield from _write_values(row, kind)
    if kind.has_results:
        if row.method:
            yield _cell("method", row.method)
        yield _cell("explanation", "")
    yield from (_cell(key, True) for key in ("core", "of_which", "merged") if getattr(row, key))
    if row.goal is not None:
        yield f"goal = {row.goal}"


def _write_levels(row: Indicator, above: Indicator) -> Iterator[str]:
    """Write the levels that are not those of the row above, as the paper has them in one cell."""
    is_new = row.level1 != above.level1
    if is_new:
        yield _cell("level1", row.level1)
    if row.level2 != ("" if is_new else above.level2):
        yield _cell("level2", row.level2)


def _write_values(row: Indicator, kind: FormKind) -> Iterator[str]:
    yield _cell("target", row.target)
    if kind.has_results:
        yield _cell("actual", "")
        yield f"# {_cell('measured', '')}"
    if row.weight is not None or not row.of_which:
        yield _cell("weight", row.weight)
        if kind.has_results:
            yield _cell("score", None)
    if row.reviewed is not None and kind.has_results:
        yield _cell("reviewed", None)


def _write_notes(notes: Sequence[Note]) -> Iterator[str]:
    yield _remark("表下的文字框，照原表填写。")
    yield from _explain(Note, *Note.model_fields)
    for number, note in enumerate(notes):
        if number:
            yield ""
        yield "[[notes]]"
        yield _cell("title", note.title)
        yield _cell("text", "")


def _write_reported(form: Form) -> Iterator[str]:
    yield _remark("表上印出的结果，照原表填写。")
    yield from _explain(Reported, *Reported.model_fields)
    yield "[reported]"
    yield _cell("rate", "")
    yield _cell("execution_score", None)
    yield _cell("total", None)
    yield _cell("grade", "")
    if form.reported.reviewed_total is not None:
        yield _cell("reviewed_total", None)


def _explain(record: type[Record], *keys: str) -> Iterator[str]:
    """Tell what keys stand for on the form, in the words of the model."""
    for key in keys:
        field = record.model_fields[key]
        hint = f"：{field.description}" if field.description else ""
        yield _remark(f"  {key:<15} {field.title}{hint}")


def _cell(key: str, value: str | Decimal | bool | None) -> str:
    """Write a key and its value, or where there is none yet, a remark to be completed."""
    match value:
        case None:
            return f"# {key} ="
        case str():
            return f"{key} = {quote(value)}"
        case bool():
            return f"{key} = {str(value).lower()}"
        case Decimal():
            return f"{key} = {value:f}"


def _escape(text: str) -> str:
    return _UNSAFE.sub(lambda match: _ESCAPES.get(match[0], f"\\u{ord(match[0]):04X}"), text)


def _remark(text: str) -> str:
    """Write a comment; whatever could end its line is left out."""
    return "# " + "".join(char if char.isprintable() or char == "\u3000" else " " for char in text)
