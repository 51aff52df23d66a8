"""The view of a year held against the one before it, with every difference in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from generator.model.summary import Pair, Section, YearChange
from generator.render.numbers import NONE, format_rate
from generator.text.numbers import write_hundredths

_INCOMPARABLE = "没有可比的数"


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A figure in both years, and how it has changed."""

    label: str
    now: Markup
    before: Markup
    words: str


@dataclass(frozen=True, slots=True)
class ChangeView:
    """The newest year and the one before, over the projects that are in both; without rows where there are none."""

    now: str
    before: str
    projects: int
    rows: tuple[ChangeRow, ...]


def view_change(section: Section) -> ChangeView | None:
    """Show how the newest year of a section differs from the one before; None where there is no year at all."""
    if not section.years:
        return None
    newest = section.years[0].year
    change = section.change
    rows = tuple(list_rows(change)) if change else ()
    return ChangeView(f"{newest} 年度", f"{newest - 1} 年度", change.projects if change else 0, rows)


def list_rows(change: YearChange) -> Iterator[ChangeRow]:
    """List what is compared, in the order of the figures on the page."""
    yield _view_money("全年预算数（万元）", change.budget)
    yield _view_money("全年执行数（万元）", change.spent)
    yield _view_rate("预算执行率", change.rate)
    yield _view_score("平均认定得分（分）", change.score)


def _view_money(label: str, pair: Pair) -> ChangeRow:
    now, before = _print(pair)
    return ChangeRow(
        label,
        now,
        before,
        _say(pair.by, f"{write_hundredths(abs(pair.by or Decimal(0)))} 万元{_say_share(pair)}"),
    )


def _say_share(pair: Pair) -> str:
    """Say how many percent of the older figure the difference is, if that is more than nothing."""
    if not pair.by or pair.before is None or pair.before <= 0:
        return ""
    return f"（{format_rate(abs(pair.by) / pair.before)}）"


def _view_rate(label: str, pair: Pair) -> ChangeRow:
    words = _say(pair.by, f"{write_hundredths(abs(pair.by or Decimal(0)) * 100)} 个百分点", ("提高", "下降"))
    return ChangeRow(label, format_rate(pair.now), format_rate(pair.before), words)


def _view_score(label: str, pair: Pair) -> ChangeRow:
    now, before = _print(pair)
    words = _say(pair.by, f"{write_hundredths(abs(pair.by or Decimal(0)))} 分", ("提高", "下降"))
    return ChangeRow(label, now, before, words)


def _print(pair: Pair) -> Iterator[Markup]:
    return (NONE if one is None else Markup(write_hundredths(one)) for one in (pair.now, pair.before))


def _say(by: Decimal | None, amount: str, verbs: tuple[str, str] = ("增加", "减少")) -> str:
    """Say how far up or down; that a figure is not available is not said to be a change."""
    if by is None:
        return _INCOMPARABLE
    return f"{verbs[by < 0]} {amount}" if by else "持平"
