"""`profiles/*.toml`: scoring rules that build on one another by `extends`, merged and checked."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise, zip_longest
from typing import Any

from generator.load import faults
from generator.load.documents import keep_certain, load_table
from generator.load.files import Source
from generator.load.guessing import guess_names
from generator.load.keys import format_key
from generator.load.merging import merge_tables
from generator.load.parsed import Parsed, has_error
from generator.load.places import check_segment, find_shared_names
from generator.load.profile_sense import check_sense
from generator.load.quoting import shorten, show_seen, write_value
from generator.load.structure import build_model
from generator.model.finding import Finding
from generator.model.profile import Profile

_MOST_NAMES = 10
"""Names of profiles that one message lists."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A profile's file before it is merged with what it extends, and what is wrong with it so far."""

    id: str
    path: str
    table: dict[str, Any]
    parent: str | None
    findings: tuple[Finding, ...]
    is_partial: bool


def load_profiles(sources: Sequence[Source]) -> Parsed[dict[str, Profile]]:
    """Read all profiles; those that are in order, by id. What builds on a faulty one is left out as well."""
    drafts = [_load_draft(source) for source in sources]
    findings = [*find_shared_names(sources), *(finding for draft in drafts for finding in draft.findings)]
    library = Library([draft.value for draft in drafts if draft.value], {source.name for source in sources})
    built = library.build_all()
    findings += [finding for one in built.values() for finding in one.findings]
    return Parsed({name: one.value for name, one in built.items() if one.value}, tuple(findings))


def report_unknown_profile(name: str, known: Collection[str], path: str, key: str) -> Finding:
    """Report a reference to a profile that is not there."""
    close = guess_names(name, known)
    choices = "、".join(sorted(known)[:_MOST_NAMES]) or "（还没有任何评分办法）"
    suggestion = f"是不是 {close[0]}？" if close else f"现有的评分办法：{choices}。"
    message = f"没有名为“{shorten(name)}”的评分办法（profiles 文件夹里没有对应的文件）。"
    return faults.UNKNOWN_PROFILE.at(path, message, key=key, suggestion=suggestion)


def _load_draft(source: Source) -> Parsed[Draft]:
    table = load_table(source, Profile)
    findings = [*table.findings, *check_segment(source.name, source.path)]
    if table.value is None:
        return Parsed(None, tuple(findings))
    content = dict(table.value)
    findings += _check_head(content, source.path)
    content.pop("id", None)
    parent = content.pop("extends", None)
    parent = parent if parent is None or isinstance(parent, str) else ""
    draft = Draft(source.name, source.path, content, parent, tuple(findings), table.is_partial)
    return Parsed(draft, draft.findings)


def _check_head(table: dict[str, Any], path: str) -> Iterator[Finding]:
    """Check the keys that say what a file is, and not how to score."""
    parent = table.get("extends", "……")
    if parent == "" or not isinstance(parent, str):
        message = f"extends（所沿用的办法）应当是加引号的文字，现在是{show_seen(parent)}。"
        suggestion = '写成 extends = "mof-2020" 这样；不沿用别的办法，就删去这一行。'
        yield faults.WRONG_TYPE.at(path, message, key="extends", suggestion=suggestion)
    if "id" in table:
        message = "这里没有“id”这个键：评分办法的代号就是文件名。"
        yield faults.UNKNOWN_KEY.at(path, message, key="id", suggestion="删去这一行。")


class Library:
    """All drafts together, so that each finds what it extends. `names` are all files, readable or not."""

    def __init__(self, drafts: Iterable[Draft], names: set[str]) -> None:
        self._drafts = {draft.id: draft for draft in drafts}
        self._names = names
        self._tables: dict[str, dict[str, Any]] = {}
        self._built: dict[str, Parsed[Profile]] = {}

    def build_all(self) -> Mapping[str, Parsed[Profile]]:
        """Merge every profile with what it extends and check it; faults of what it extends are reported there."""
        for name in self._drafts:
            chain = self._trace_chain(name)
            circle = [draft.id for draft in chain]
            circle = circle[circle.index(chain[-1].parent) :] if chain and chain[-1].parent in circle else []
            for draft in reversed(chain):
                self._built[draft.id] = self._build_draft(draft, circle)
        return self._built

    def _trace_chain(self, name: str | None) -> list[Draft]:
        """List a profile and what it extends, as far as it is not built, or to where the chain breaks off or closes."""
        chain: dict[str, Draft] = {}
        while name in self._drafts and name not in self._built and name not in chain:
            chain[name] = self._drafts[name]
            name = chain[name].parent
        return list(chain.values())

    def _build_draft(self, draft: Draft, circle: Sequence[str]) -> Parsed[Profile]:
        """Build on what is extended if that is sound; else check only what this file says, and ask for nothing more."""
        base = self._tables.get(draft.parent or "", {})
        rests = draft.parent is None or bool(base)
        table = merge_tables(base, draft.table)
        built = build_model(Profile, table | {"id": draft.id}, draft.path)
        is_whole = rests and not draft.is_partial
        findings = built.findings if is_whole else keep_certain(built.findings)
        findings = (
            *self._check_reference(draft, circle),
            *findings,
            *_check_order(draft),
            *_check_bands(draft),
            *(check_sense(built.value, draft.path) if built.value and is_whole else ()),
        )
        if not rests or has_error((*draft.findings, *findings)):
            return Parsed(None, findings)
        self._tables[draft.id] = table
        return Parsed(built.value, findings)

    def _check_reference(self, draft: Draft, circle: Sequence[str]) -> Iterator[Finding]:
        if not draft.parent:
            return
        if draft.id in circle:
            at = circle.index(draft.id)
            names = [*circle[at:], *circle[:at], draft.id]
            shown = " → ".join(names if len(names) <= _MOST_NAMES else [*names[:_MOST_NAMES], "……"])
            message = f"评分办法互相沿用，绕成了一个圈：{shown}。"
            yield faults.CIRCULAR_PROFILE.at(
                draft.path, message, key="extends", suggestion="删去其中一个的 extends。"
            )
        elif draft.parent not in self._names:
            yield report_unknown_profile(draft.parent, self._names - {draft.id}, draft.path, "extends")


def _check_order(draft: Draft) -> Iterator[Finding]:
    """Report steps that do not go down from best to worst, for the first that fits is taken."""
    for key, bound in (("grades", "least"), ("bands", "high")):
        for place, (above, number) in enumerate(pairwise(_list_numbers(draft, key, bound)), start=1):
            if above is not None and number is not None and number >= above:
                message = f"{bound} 应当小于上一档的 {above}，现在是 {number}：各档要从高到低排列。"
                key_path = format_key((key, place, bound))
                suggestion = "按从高到低重新排列，或者改正这个数。"
                yield faults.OUT_OF_RANGE.at(draft.path, message, key=key_path, suggestion=suggestion)


def _check_bands(draft: Draft) -> Iterator[Finding]:
    """Report bands that end above where they begin, or reach into the next one."""
    lows, highs = (_list_numbers(draft, "bands", bound) for bound in ("low", "high"))
    for place, (low, high, below) in enumerate(zip_longest(lows, highs, highs[1:])):
        if low is None or high is None:
            continue
        if low > high:
            message = f"low 应当不大于这一档的 high（{high}），现在是 {low}。"
        elif below is not None and low < below < high:
            message = f"low 应当不小于下一档的 high（{below}），现在是 {low}：两档重叠了。"
        else:
            continue
        key = format_key(("bands", place, "low"))
        suggestion = "改正其中写错的一个数；一档的 low 一般就是下一档的 high。"
        yield faults.OUT_OF_RANGE.at(draft.path, message, key=key, suggestion=suggestion)


def _list_numbers(draft: Draft, key: str, bound: str) -> list[Decimal | None]:
    rows = draft.table.get(key)
    return [_find_number(row, bound) for row in (rows if isinstance(rows, list) else ())]


def _find_number(row: Any, key: str) -> Decimal | None:
    """Take a number of an ordinary size out of a row; what else may stand there is reported elsewhere."""
    value = row.get(key) if isinstance(row, dict) else None
    if isinstance(value, bool) or not isinstance(value, int | Decimal) or write_value(value) is None:
        return None
    return Decimal(value)
