"""The views of what is new: the page of updates by day, and the newest of them for the home page."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from markupsafe import Markup

from generator.model.organisations import Organisations
from generator.model.site import Site
from generator.model.update import News, Update, UpdateKind
from generator.render import addresses
from generator.render.views.coverage import show_day
from generator.render.views.parts import HOME, Link
from generator.render.views.project_origin import UNDATED
from generator.text.cleaning import join_line

NEWEST: Final = 5
"""Updates on the home page."""

FEED_LINK: Final = Link("订阅更新（Atom）", addresses.FEED)
UPDATES_LINK: Final = Link("看全部更新", addresses.UPDATES)

_CALM: Final = (UpdateKind.PUBLISHED, UpdateKind.ADDED, UpdateKind.RESTORED)
"""What adds to the site; all else changes what was there, or takes it away."""


@dataclass(frozen=True, slots=True)
class UpdateLine:
    """One update: its permanent id on the page, what it is, of which project and unit, and what changed.

    A `name` that leads to the root of the site leads nowhere.
    """

    id: Markup
    day: str
    kind: str
    mark: Markup
    name: Link
    year: str
    unit: Link | None
    details: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UpdateDay:
    """A day with its updates."""

    day: str
    id: Markup
    lines: tuple[UpdateLine, ...]


@dataclass(frozen=True, slots=True)
class NewsView:
    """What is new, in short; `feed` is None where there is none, `nothing` says why there are no lines."""

    lines: tuple[UpdateLine, ...]
    all: Link
    feed: Link | None
    nothing: str


@dataclass(frozen=True, slots=True)
class UpdatesPage:
    """All updates that are told, by day, the last one first."""

    root: Markup
    title: str
    lead: str
    crumbs: tuple[Link, ...]
    days: tuple[UpdateDay, ...]
    feed: Link | None
    nothing: str
    notes: tuple[str, ...]


class UpdateViews:
    """Makes the views of what is new; knows the names of units, and whether there is a feed."""

    def __init__(self, organisations: Organisations, site: Site) -> None:
        """Take the names and the site's own particulars."""
        self._units = organisations.units
        self._site = site

    def view_page(self, news: News) -> UpdatesPage:
        """The page of updates."""
        groups = groupby(news.updates, key=lambda one: one.day)
        days = tuple((day, tuple(map(self._view_line, group))) for day, group in groups)
        return UpdatesPage(
            root=addresses.root_from(addresses.UPDATES),
            title="更新",
            lead="哪些自评表新公开了，哪些有更正，哪些已撤回，按日期排列，最近的在前。",
            crumbs=(HOME,),
            days=tuple(
                UpdateDay(_title_day(day), Markup(f"d{day or '-undated'}"), lines) for day, lines in days
            ),
            feed=self._link_feed(),
            nothing=_say_nothing(news),
            notes=self._list_notes(news),
        )

    def view_newest(self, news: News) -> NewsView:
        """The newest updates, for the home page: of those without a day it is not known whether they are new."""
        dated = [one for one in news.updates if one.day]
        return NewsView(
            lines=tuple(map(self._view_line, dated[:NEWEST])),
            all=UPDATES_LINK,
            feed=self._link_feed(),
            nothing=_say_nothing(news),
        )

    def _link_feed(self) -> Link | None:
        return FEED_LINK if self._site.url else None

    def _view_line(self, update: Update) -> UpdateLine:
        unit = self._units.get(update.unit)
        return UpdateLine(
            id=addresses.update_id(update.day, update.key),
            day=show_day(update.day),
            kind=update.kind.word,
            mark=Markup("" if update.kind in _CALM else " jx-warning"),
            name=Link(
                join_line(update.name),
                addresses.project_address(update.place) if update.place else addresses.HOME,
            ),
            year=f"{update.year} 年度",
            unit=Link(join_line(unit.name), addresses.unit_address(update.unit)) if unit else None,
            details=update.details,
        )

    def _list_notes(self, news: News) -> tuple[str, ...]:
        in_repository = bool(news.updates and self._site.repository)
        notes = (
            (not news.is_whole, "这里只列最近的更新。"),
            (news.is_cut, "生成网站时没有取来全部的更改记录，更早的更新没有列出。"),
            (
                any(one.day is None for one in news.updates),
                "“日期不明”的更改，更改记录里写的日期早于自评年度，或者晚于网站生成的时候，不可信，没有照写。",
            ),
            (
                bool(news.updates),
                "日期和内容来自数据仓库的更改记录，同一天的几次更改合在一起，只写改了哪些栏目。",
            ),
            (in_repository, "改之前的内容和更早的更改，可以从项目网页上的“修改历史”去看。"),
            (not self._site.url, "网站还没有登记自己的网址，所以没有可以订阅的更新。"),
        )
        return tuple(text for applies, text in notes if applies)


def _say_nothing(news: News) -> str:
    """Say why there is nothing to tell."""
    if news.is_cut:
        return "生成网站时没有取来全部的更改记录，不知道有哪些更新。"
    if news.is_known:
        return "更改记录里还没有公开过自评表。"
    return "这里还没有更改记录：内容没有放在 git 仓库里，或者还没有提交过。"


def _title_day(day: date | None) -> str:
    return show_day(day) if day else UNDATED
