"""`profiles/*.toml`: scoring rules that build on one another by `extends`, merged and checked."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from generator.loading import faults
from generator.loading.documents import load_table
from generator.loading.files import Source
from generator.loading.merging import merge_tables
from generator.loading.parsed import Parsed, has_error
from generator.loading.places import check_segment, find_shared_urls
from generator.loading.shown import LONGEST, shorten, show_value
from generator.loading.structure import build_model
from generator.model.finding import Finding
from generator.model.profile import Profile


@dataclass(frozen=True, slots=True)
class Draft:
    """A profile's file before it is merged with what it extends, and what is wrong with it so far."""

    id: str
    path: str
    table: dict[str, Any]
    parent: str | None
    findings: tuple[Finding, ...]


def load_profiles(sources: Sequence[Source]) -> Parsed[dict[str, Profile]]:
    """Read all profiles; those that are in order, by id. What builds on a faulty one is left out as well."""
    findings = list(_find_shared_names(sources))
    drafts: dict[str, Draft] = {}
    for source in sources:
        draft = _load_draft(source)
        findings += draft.findings
        if draft.value is not None:
            drafts[draft.value.id] = draft.value
    library = Library(drafts, {source.name for source in sources})
    built = {name: library.build(name) for name in drafts}
    clashing = {finding.path for finding in findings if has_error((finding,))}
    findings += [finding for one in built.values() for finding in one.findings]
    sound = {
        name: one.value for name, one in built.items() if one.value and drafts[name].path not in clashing
    }
    return Parsed(sound, tuple(findings))


def explain_unknown_profile(name: str, known: Sequence[str]) -> tuple[str, str]:
    """Word a reference to a profile that is not there: the message and the suggestion."""
    close = get_close_matches(name[:LONGEST], known, n=1)
    choices = "、".join(known) or "（还没有任何评分办法）"
    suggestion = f"是不是 {close[0]}？" if close else f"现有的评分办法：{choices}。"
    return f"没有名为“{shorten(name)}”的评分办法（profiles 文件夹里没有对应的文件）。", suggestion


def _find_shared_names(sources: Sequence[Source]) -> Iterator[Finding]:
    paths = {source.name: source.path for source in sources}
    for name, other in find_shared_urls(paths):
        message = f"这个文件与 {paths[other]} 的名称只有大小写不同，网址会相同。"
        yield faults.SHARED_URL.at(paths[name], message, suggestion="给其中一个另起名称。")


def _load_draft(source: Source) -> Parsed[Draft]:
    table = load_table(source)
    if table.value is None:
        return Parsed(None, (*table.findings, *check_segment(source.name, source.path)))
    findings = [*table.findings, *check_segment(source.name, source.path)]
    content = dict(table.value)
    parent = content.pop("extends", None)
    if parent is not None and not isinstance(parent, str):
        message = f"extends（所沿用的办法）应当是加引号的文字，现在是{show_value(parent)}。"
        findings.append(
            faults.WRONG_TYPE.at(source.path, message, key="extends", suggestion='如 extends = "mof-2020"')
        )
        parent = ""
    if content.pop("id", None) is not None:
        message = "这里没有“id”这个键：评分办法的代号就是文件名。"
        findings.append(faults.UNKNOWN_KEY.at(source.path, message, key="id", suggestion="删去这一行。"))
    return Parsed(Draft(source.name, source.path, content, parent, tuple(findings)), tuple(findings))


class Library:
    """All drafts together, so that each finds what it extends. `names` are all files, readable or not."""

    def __init__(self, drafts: dict[str, Draft], names: set[str]) -> None:
        self._drafts = drafts
        self._names = names
        self._built: dict[str, Parsed[Profile]] = {}

    def build(self, name: str) -> Parsed[Profile]:
        """Merge a profile with all it extends and check it; faults of what it extends are reported there."""
        chain = self._trace_chain(name)
        for draft in reversed(chain):
            if draft.id not in self._built:
                self._built[draft.id] = self._build_draft(draft)
        return self._built[name]

    def _trace_chain(self, name: str | None) -> list[Draft]:
        """List a profile and what it extends, down to the base or to where the chain breaks off or closes."""
        chain: list[Draft] = []
        seen: set[str] = set()
        while name in self._drafts and name not in seen:
            seen.add(name)
            chain.append(self._drafts[name])
            name = chain[-1].parent
        return chain

    def _build_draft(self, draft: Draft) -> Parsed[Profile]:
        chain = self._trace_chain(draft.id)
        merged: dict[str, Any] = {}
        for one in reversed(chain):
            merged = merge_tables(merged, one.table)
        built = build_model(Profile, merged | {"id": draft.id}, draft.path)
        reference = tuple(self._check_reference(draft, chain))
        rests_on_sound = draft.parent is None or (not reference and self._is_sound(draft.parent))
        own = built.findings if rests_on_sound else tuple(_keep_own(built.findings, draft))
        usable = rests_on_sound and not has_error(draft.findings)
        return Parsed(built.value if usable else None, reference + own)

    def _check_reference(self, draft: Draft, chain: list[Draft]) -> Iterator[Finding]:
        if draft.parent is None or draft.parent == "":
            return
        if chain[-1].parent == draft.id:
            names = " → ".join([*(one.id for one in chain), draft.id])
            message = f"评分办法互相沿用，绕成了一个圈：{names}。"
            yield faults.CIRCULAR_PROFILE.at(
                draft.path, message, key="extends", suggestion="删去其中一个的 extends。"
            )
        elif draft.parent not in self._names:
            message, suggestion = explain_unknown_profile(draft.parent, sorted(self._names - {draft.id}))
            yield faults.UNKNOWN_PROFILE.at(draft.path, message, key="extends", suggestion=suggestion)

    def _is_sound(self, name: str) -> bool:
        return name in self._built and self._built[name].value is not None


def _keep_own(findings: Sequence[Finding], draft: Draft) -> Iterator[Finding]:
    """Keep faults of what this file says itself; what it lacks the faulty one that it extends may have."""
    for finding in findings:
        top = re.split(r"[.\[]", finding.key, maxsplit=1)[0]
        if finding.rule != faults.MISSING_KEY.rule and top in draft.table:
            yield finding
