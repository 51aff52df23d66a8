"""Where a project file lies: its path into year, unit and slug, and what of that cannot be an address."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from generator.load import faults
from generator.load.files import Source
from generator.load.guessing import guess_names
from generator.load.parsed import Parsed
from generator.load.quoting import shorten
from generator.model.finding import Finding
from generator.model.project import Place

FIRST_YEAR, LAST_YEAR = 1990, 2100
"""Budget years that a folder may name."""

_SEGMENT = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_TAKEN = ("index", "readme")
"""Names that the site builder gives to a folder's own page."""

_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])", re.IGNORECASE)
"""Names that Windows keeps for devices, whatever the ending: nobody there could check the repository out."""

LONGEST_SEGMENT = 100
"""Characters of a name that becomes part of an address; file systems stop at 255 bytes with what is added."""


@dataclass(frozen=True, slots=True)
class Units:
    """The ids of units: those that are in order, and those that are entered but not in order."""

    sound: Collection[str]
    unsound: Collection[str] = ()


def read_previous(text: str) -> Place | None:
    """Read a path such as `2022/unit/slug`, also with `projects/` and the ending; None when it is none."""
    year, *rest = text.strip().removeprefix("projects/").removesuffix(".toml").split("/")
    if not (year.isascii() and year.isdecimal() and len(year) == 4) or len(rest) != 2:
        return None
    return Place(int(year), *rest)


def read_place(path: str, units: Units | None) -> Parsed[Place]:
    """Read a project's place from `projects/<year>/<unit>/<slug>.toml`; all that is wrong with it at once.

    A place with a unit that nobody has entered is one all the same: what its file says can still be judged.
    `units` is None where `organisations.toml` could not be read, and then no unit is called unknown.
    """
    parts = path.removesuffix(".toml").split("/")[1:]
    if len(parts) != 3:
        message = "这个文件放错了层级，应当在 projects/年度/单位代号/ 之下。"
        suggestion = "移到 projects/2024/单位代号/ 之类的文件夹里。"
        return Parsed(None, (faults.MISPLACED_FILE.at(path, message, suggestion=suggestion),))
    year, unit, slug = parts
    unusable = (*_check_year(year, path), *check_segment(unit, path), *check_segment(slug, path))
    place = None if unusable else Place(int(year), unit, slug)
    return Parsed(place, (*unusable, *_check_unit(unit, units, path)))


def is_year(name: str) -> bool:
    """Tell whether a name is a budget year that can be."""
    return re.fullmatch("[0-9]{4}", name) is not None and FIRST_YEAR <= int(name) <= LAST_YEAR


def _check_year(year: str, path: str) -> Iterator[Finding]:
    if not is_year(year):
        message = f"年度文件夹“{shorten(year)}”不是 {FIRST_YEAR} 到 {LAST_YEAR} 之间的四位年份。"
        yield faults.YEAR_FOLDER.at(path, message, suggestion="把文件夹改成预算年度，如 2024。")


def _check_unit(unit: str, units: Units | None, path: str) -> Iterator[Finding]:
    if units is None or unit in units.sound:
        return
    if unit in units.unsound:
        message = f"organisations.toml 里单位“{shorten(unit)}”的登记有误，用不了。"
        yield faults.UNKNOWN_UNIT.at(path, message, suggestion="先改正 organisations.toml 里这个单位的登记。")
    else:
        yield report_unknown_unit(unit, units.sound, path)


def report_unknown_unit(unit: str, known: Collection[str], path: str, key: str = "") -> Finding:
    """Report a reference to a unit that nobody has entered."""
    close = guess_names(unit, known)
    guess = f"是不是 {close[0]}？如果不是，就" if close else ""
    entry = f"在 organisations.toml 里登记 [units.{shorten(unit)}]，写明 name 和 department。"
    if any(check_segment(unit, "")):
        entry = "换成 organisations.toml 里已经登记的单位代号。"
    message = f"organisations.toml 里没有代号为“{shorten(unit)}”的单位。"
    return faults.UNKNOWN_UNIT.at(path, message, key=key, suggestion=guess + entry)


def check_segment(name: str, path: str, key: str = "") -> Iterator[Finding]:
    """Report a name that cannot be one segment of an address."""
    if name.lower() in _TAKEN:
        message = f"“{name}”是网站自己要用的名称，不能用。"
    elif _DEVICES.fullmatch(name):
        message = f"“{name}”是 Windows 留给设备的名称，在 Windows 上建不了这个文件，不能用。"
    elif len(name) > LONGEST_SEGMENT:
        message = f"名称有 {len(name)} 个字符，最多 {LONGEST_SEGMENT} 个。"
    elif _SEGMENT.fullmatch(name):
        return
    else:
        message = f"名称“{shorten(name)}”不能用作网址。"
    suggestion = "另起一个名称，用英文字母、数字和连字符，以字母或数字开头，如 dangjian-gongzuo。"
    yield faults.SLUG.at(path, message, key=key, suggestion=suggestion)


def find_shared_urls(addresses: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Find every address that another one has, but for capitals; with that other one, which has the fewer of them."""
    first: dict[str, str] = {}
    for address in sorted(addresses, key=lambda one: (sum(map(str.isupper, one)), one)):
        other = first.setdefault(address.lower(), address)
        if other != address:
            yield address, other


def find_shared_names(sources: Iterable[Source]) -> Iterator[Finding]:
    """Report every file of a flat folder that another one before it shares its address with."""
    paths = {source.name: source.path for source in sources}
    for name, other in find_shared_urls(paths):
        yield report_shared_url(paths[name], paths[other])


def report_shared_url(path: str, other: str) -> Finding:
    """Report a file whose address another one has."""
    message = f"这个文件与 {other} 的名称只有大小写不同，网址会相同。"
    return faults.SHARED_URL.at(path, message, suggestion="给其中一个另起名称。")
