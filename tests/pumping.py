"""Texts that pump a pattern by its own syntax, and how the steps of its matches grow with them.

A pump is what a piece of the pattern matches, over and over; before it stands what leads to that piece, behind it
what the rest wants or what nothing wants, so that all ways to match are tried in vain.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import combinations, product
from re import _constants as op  # type: ignore[attr-defined]
from typing import Any

from tests.stepping import (
    FAR,
    REPEATS,
    Counter,
    Node,
    TooManyStepsError,
    find_spans,
    match_at,
    parse_nodes,
    read_set,
    translate,
)

LIMIT = 200_000
FEW = 12
"""So many steps a character are no matter for concern; most pumps come to less at once."""
LINEAR = 2.5
"""How much more steps the second doubling of a pump may bring than the first: 2 times is linear, 4 quadratic."""
_PLAIN = "\x00;中a0 \n，.-/(="


class Use(Enum):
    """Where a pattern is tried: at each place of a text, at the beginning only, or on the whole text."""

    ANYWHERE = "anywhere"
    START = "start"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Growth:
    """A text whose steps grow faster than it does."""

    before: str
    pump: str
    behind: str
    steps: tuple[int, ...]

    def __str__(self) -> str:
        return f"{self.before!r} + {self.pump!r} × n + {self.behind!r} takes {self.steps} steps"


class Sampler:
    """Writes texts that the pieces of a pattern match, of the characters that most of its pieces share."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.flags = pattern.flags
        self.nodes = parse_nodes(pattern)
        inner = list(list_nodes(self.nodes))
        self.sets = [one for one in (read_set(node, self.flags) for node in inner) if one]
        known = dict.fromkeys([*_list_characters(inner), *_PLAIN])
        self.order = sorted(known, key=lambda one: -sum(holds(one) for holds in self.sets))
        self.chosen: dict[tuple[int, int], str] = {}
        self.strange = self._list_strange()

    def _list_strange(self) -> list[str]:
        """List a few characters of which each set lacks one, so that they end whatever would go on."""
        found: list[str] = []
        for holds in self.sets:
            lacking = [one for one in reversed(self.order) if not holds(one)]
            if lacking and all(holds(one) for one in found):
                found.append(lacking[0])
        return found[:2]

    def write(self, nodes: Sequence[Node], variant: int, least: int = 1) -> str:
        """Write what nodes match, repetitions at least so often; variants differ in characters and branches."""
        return "".join(self._write_node(node, variant, least) for node in nodes)

    def _write_node(self, node: Node, variant: int, least: int) -> str:
        name, argument = node
        if name in (op.LITERAL, op.NOT_LITERAL, op.IN, op.ANY):
            return self._choose(node, variant)
        if name is op.BRANCH:
            return self.write(argument[1][variant % len(argument[1])], variant, least)
        if name in REPEATS:
            times: int = max(min(argument[0], FAR), min(least, argument[1]))
            return self.write(argument[2], variant, least) * times
        return "".join(self.write(inner, variant, least) for inner in list_inner(node) if name not in _LOOKS)

    def _choose(self, node: Node, variant: int) -> str:
        key = (id(node[1]) if node[0] is op.IN else hash(node), variant)
        if key not in self.chosen:
            holds = read_set(node, self.flags) or bool
            fitting = [one for one in self.order if holds(one)] or ["\uffff"]
            self.chosen[key] = fitting[-1 if variant < 0 else variant % len(fitting)]
        return self.chosen[key]


_LOOKS = (op.ASSERT, op.ASSERT_NOT)


def list_nodes(nodes: Sequence[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        for inner in list_inner(node):
            yield from list_nodes(inner)


def list_inner(node: Node) -> list[Any]:
    name, argument = node
    if name is op.BRANCH:
        return list(argument[1])
    if name is op.ATOMIC_GROUP:
        return [argument]
    return [argument[-1]] if name in (*REPEATS, *_LOOKS, op.SUBPATTERN) else []


def _list_characters(nodes: Sequence[Node]) -> Iterator[str]:
    for name, argument in nodes:
        for item, value in argument if name is op.IN else [(name, argument)]:
            if item in (op.LITERAL, op.NOT_LITERAL):
                yield chr(value)
            elif item is op.RANGE:
                yield from map(chr, value)


def is_endless(nodes: Sequence[Node]) -> bool:
    return any(name in REPEATS and argument[1] > FAR for name, argument in list_nodes(nodes))


def list_pumps(
    sampler: Sampler, nodes: Sequence[Node], before: str = "", behind: str = ""
) -> Iterator[tuple[str, str, str]]:
    """List what leads to each piece of a pattern, what the piece matches, and what would follow."""
    for variant, (first, last) in product((0, 1, -1), combinations(_list_bounds(nodes), 2)):
        lead = before + sampler.write(nodes[:first], variant, 0)
        yield lead, sampler.write(nodes[first:last], variant), sampler.write(nodes[last:], variant) + behind
    for place, node in enumerate(nodes):
        lead, rest = (
            before + sampler.write(nodes[:place], 0, 0),
            sampler.write(nodes[place + 1 :], 0) + behind,
        )
        inner = list_inner(node)
        if node[0] in REPEATS:
            ways = max((len(one[1][1]) for one in list_nodes(inner[0]) if one[0] is op.BRANCH), default=0)
            yield from ((lead, sampler.write(inner[0], way), rest) for way in range(ways))
        for each in inner[:4]:
            yield from list_pumps(sampler, list(each), lead, rest)


def _list_bounds(nodes: Sequence[Node]) -> list[int]:
    """List where a piece may begin or end: not within a word, of which each letter is a node."""
    inside = (op.LITERAL, op.AT)
    words = [
        place for place in range(1, len(nodes)) if nodes[place - 1][0] in inside and nodes[place][0] in inside
    ]
    return sorted({*range(len(nodes) + 1)}.difference(words))


def find_growth(pattern: re.Pattern[str], use: Use) -> Growth | None:
    """Find a text over which a pattern takes more than linear steps."""
    sampler = Sampler(pattern)
    if not is_endless(sampler.nodes):
        return None
    texts: dict[tuple[str, str, str], None] = {}
    for lead, pump, rest in list_pumps(sampler, sampler.nodes):
        if pump:
            ends = dict.fromkeys(("", rest, *sampler.strange))
            texts |= dict.fromkeys(product(dict.fromkeys((lead, "")), (pump,), ends))
    found = (judge_growth(pattern, use, *text) for text in texts)
    return next((growth for growth in found if growth), None)


def judge_growth(pattern: re.Pattern[str], use: Use, before: str, pump: str, behind: str) -> Growth | None:
    """Judge one text: None where twice the pump takes no more than about twice the steps."""
    steps = [count_steps(pattern, use, before + pump * FAR + behind)]
    if steps[0] <= FEW * (len(before) + len(pump) * FAR + len(behind)):
        return None
    steps += [count_steps(pattern, use, before + pump * n + behind) for n in (2 * FAR, 4 * FAR)]
    grows = max(steps) > LIMIT or steps[2] - steps[1] > LINEAR * (steps[1] - steps[0]) + FAR
    return Growth(before, pump, behind, tuple(steps)) if grows else None


def count_steps(pattern: re.Pattern[str], use: Use, text: str) -> int:
    """Count the steps to find all matches in a text, or the one at its beginning, or that of the whole of it."""
    counter, program = Counter(LIMIT), translate(pattern)
    try:
        if use is Use.ANYWHERE:
            list(find_spans(program, text, counter))
        else:
            match_at(
                program, text, 0, counter, ends=range(len(text), len(text) + 1) if use is Use.WHOLE else None
            )
    except TooManyStepsError:
        pass
    return counter.steps
