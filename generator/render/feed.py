"""The Atom feed of what is new (RFC 4287): the same updates as on the page, for readers that look by themselves.

Everything in it comes from the content and from git: the dates are the days of commits, which have no time of day.
An update whose day is not known is told on the page alone: an entry must have a date.
"""

from datetime import date
from typing import Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.model.organisations import Organisations
from generator.model.site import Edition, Site
from generator.model.update import News, Update
from generator.render import addresses
from generator.render.views.project_origin import locate
from generator.text.cleaning import clean_text, join_line

_ATOM: Final = "http://www.w3.org/2005/Atom"
_BEFORE_ALL: Final = date(1970, 1, 1)
"""The day of a feed that has nothing to tell yet; a feed must have one."""


class FeedWriter:
    """Writes the feed; knows who publishes, and the names of units."""

    def __init__(self, organisations: Organisations, site: Site, edition: Edition) -> None:
        """Take what is said of the site as a whole."""
        self._units, self._site, self._edition = organisations.units, site, edition

    def write(self, news: News) -> str | None:
        """Write the feed; None where the site does not say where it stands, since a feed needs whole addresses."""
        if not self._site.url:
            return None
        feed = Element("feed", {"xmlns": _ATOM, "xml:lang": "zh-Hans"})
        self._describe(feed, max((one.day for one in news.updates if one.day), default=_BEFORE_ALL))
        entries = {addresses.update_id(one.day, one.key): one for one in reversed(news.updates)}
        for id_, update in reversed(entries.items()):
            if update.day:
                self._add_entry(feed, self._locate_update(id_), update, update.day)
        indent(feed, "")
        return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(feed, encoding="unicode")}\n'

    def _describe(self, feed: Element, newest: date) -> None:
        site = self._site
        internal = "（内部版）" if self._edition is Edition.INTERNAL else ""
        own = locate(site, addresses.FEED)
        _add(feed, "id", own)
        _add(feed, "title", f"{join_line(site.title)}{internal}：更新")
        if site.description.strip():
            _add(feed, "subtitle", join_line(site.description))
        _add(feed, "link", rel="self", type="application/atom+xml", href=own)
        _add(feed, "link", rel="alternate", type="text/html", href=locate(site, addresses.UPDATES))
        _add(feed, "updated", _write_day(newest))
        _add(_add(feed, "author"), "name", join_line(site.publisher))
        _add(feed, "rights", " ".join(filter(None, (join_line(site.licence.name), site.licence.url))))

    def _add_entry(self, feed: Element, id_: str, update: Update, day: date) -> None:
        entry = _add(feed, "entry")
        page = locate(self._site, addresses.project_address(update.place)) if update.place else id_
        _add(entry, "id", id_)
        _add(entry, "title", self._title(update))
        _add(entry, "link", rel="alternate", type="text/html", href=page)
        _add(entry, "updated", _write_day(day))
        _add(entry, "category", term=update.kind.value, label=update.kind.word)
        _add(entry, "summary", "\n".join(update.details) or update.kind.word)

    def _title(self, update: Update) -> str:
        unit = self._units.get(update.unit)
        of = f"（{join_line(unit.name)}，{update.year} 年度）" if unit else f"（{update.year} 年度）"
        return f"{update.kind.word}：{join_line(update.name)}{of}"

    def _locate_update(self, id_: str) -> str:
        return f"{locate(self._site, addresses.UPDATES)}#{id_}"


def _add(parent: Element, name: str, text: str = "", /, **attributes: str) -> Element:
    """Add an element, without the signs that XML cannot hold."""
    element = SubElement(parent, name, {key: clean_text(value) for key, value in attributes.items()})
    element.text = clean_text(text) or None
    return element


def _write_day(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
