"""The views of indicators in use: the list of groups, and a page for each group with its most frequent indicators."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from markupsafe import Markup

from generator.model.assessment import Outcome
from generator.model.overview import IndicatorGroup, Indicators, IndicatorUse, Spread
from generator.model.value import Sign
from generator.render import addresses
from generator.render.numbers import NONE
from generator.render.views.parts import HOME, Link
from generator.render.views.tables import Cell, Column, Printed, Row, Table, TablePage, row_of
from generator.text.cleaning import join_line
from generator.text.numbers import write_money, write_percent

INDICATORS = Link("指标", addresses.INDICATORS)
_OUTCOME_COLUMNS = tuple(Column(outcome.word) for outcome in Outcome)
_READING = (
    "“达成”“未达成”“超额较多”是把完成值与指标值相比得出的；只写文字、没有数字可比的是“定性判断”，由单位自己评。"
    "名称只差标点、全半角和空格的算同一个指标；“其中”行和撤回的项目不计。"
)


def view_indicators(indicators: Indicators) -> Iterator[Printed]:
    """The list of groups, then each group."""
    yield "indicators/index.md", "tables", _view_list(indicators)
    for group in indicators.groups:
        yield f"indicators/{group.key}.md", "tables", _view_group(group)


def _view_list(indicators: Indicators) -> TablePage:
    left_out = (
        f"另有 {indicators.left_out} 个很少用的二级指标（{indicators.rows_left_out} 行）没有列出。"
        if indicators.left_out
        else ""
    )
    table = Table(
        heading="各组指标",
        id="groups",
        caption="点二级指标，看这一组里用过的指标和指标值",
        columns=(
            Column("二级指标"),
            Column("一级指标", is_words=True, is_short=True),
            Column("不同名称（个）"),
            Column("用过（行）"),
            *_OUTCOME_COLUMNS,
        ),
        rows=tuple(
            row_of(
                Cell(name_group(one), addresses.indicator_group_address(one.key)),
                join_line(one.level1) or NONE,
                one.names,
                one.rows,
                *_count_outcomes(one.outcomes),
            )
            for one in indicators.groups
        ),
    )
    return TablePage(
        root=addresses.root_from(addresses.INDICATORS),
        title="指标",
        lead="各单位自评时用过的绩效指标：别人设了哪些、定到多高、做到了几次。设指标值之前，可以先来看看。",
        crumbs=(HOME,),
        facts=(),
        tables=(table,) if indicators.groups else (),
        notes=tuple(note for note in (left_out, _READING) if note),
    )


def _view_group(group: IndicatorGroup) -> TablePage:
    left_out = f"另有 {group.left_out} 个用得更少的名称没有列出。" if group.left_out else ""
    table = Table(
        heading="用过的指标",
        id="names",
        caption="用得多的排在前面；点最近一例，看那张自评表",
        columns=(
            Column("三级指标"),
            Column("项目（个）"),
            Column("典型的指标值", is_words=True, is_short=True),
            *_OUTCOME_COLUMNS,
            Column("最近一例"),
        ),
        rows=tuple(_view_use(one) for one in group.uses),
    )
    return TablePage(
        root=addresses.root_from(addresses.indicator_group_address(group.key)),
        title=title_group(group),
        lead=f"这一组里不同名称的指标共 {group.names} 个，用过 {group.rows} 行。",
        crumbs=(HOME, INDICATORS),
        facts=(),
        tables=(table,),
        notes=tuple(note for note in (left_out, _READING) if note),
    )


def title_group(group: IndicatorGroup) -> str:
    """The title of a group's page."""
    return "：".join(filter(None, (join_line(group.level1), name_group(group))))


def name_group(group: IndicatorGroup) -> str:
    """Name a group; forms may leave the cell empty."""
    return join_line(group.level2) or "未写二级指标"


def _view_use(use: IndicatorUse) -> Row:
    return row_of(
        join_line(use.name),
        use.projects,
        _describe_targets(use),
        *_count_outcomes(use.outcomes),
        Cell(f"{use.newest.year} 年度", addresses.project_address(use.newest) + Markup(f"#{use.anchor}")),
    )


def _count_outcomes(outcomes: Mapping[Outcome, int]) -> Iterator[int]:
    return (outcomes.get(outcome, 0) for outcome in Outcome)


def _describe_targets(use: IndicatorUse) -> Cell:
    """Tell how the targets lie where they are numbers, else the most common one; and what is printed most often."""
    if len(use.common) == 1:
        return Cell(show_target(use.common[0][0]))
    listed = "、".join(f"{show_target(text)}（{count} 次）" for text, count in use.common)
    typical = describe_spread(use.spread) if use.spread else show_target(use.common[0][0])
    return Cell(typical, notes=(f"常见：{listed}",))


def show_target(text: str) -> str:
    """Show a target on one line."""
    return join_line(text) or "未填"


def describe_spread(spread: Spread) -> str:
    """Say how the targets lie: one number, or the median and both ends."""
    low, middle, high = (show_number(number, spread) for number in (spread.low, spread.median, spread.high))
    if low == high:
        return f"{spread.sign if spread.sign is not Sign.EQUAL else ''}{low}"
    return f"中位数 {middle}，从 {low} 到 {high}"


def show_number(number: Decimal, spread: Spread) -> str:
    """Show a number of a spread with its unit."""
    return write_percent(number) if spread.is_share else f"{write_money(round(number, 4))}{spread.unit}"
