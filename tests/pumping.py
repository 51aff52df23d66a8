"""Texts that pump a pattern by its own syntax, and how the steps of its matches grow with them.

A pump is what a piece of the pattern matches, over and over; before it stands what leads to that piece, behind it
what the rest wants or what nothing wants, so that all ways to match are tried in vain.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from re import _constants as op  # type: ignore[attr-defined]
from typing import Any

from tests.stepping import FAR, Counter, IsMember, Node, TooManyStepsError, find_spans, match_at, parse_nodes
from tests.stepping import read_set, translate

LIMIT = 400_000
FEW = 16
"""So many steps a character are no matter for concern; most pumps come to less at once."""
LINEAR = 2.5
"""By how much the steps may grow more from n to 2n repetitions to 4n: a linear match takes 2 times, a quadratic 4."""
_PLAIN = "\x00;中a0 \n，.-/(="


@dataclass(frozen=True, slots=True)
class Growth:
    """How the steps of one text grow."""

    before: str
    pump: str
    behind: str
    steps: tuple[int, ...]

    def __str__(self) -> str:
        return f"{self.before!r} + {self.pump!r} × n + {self.behind!r}: {self.steps}"


class Sampler:
    """Writes texts that the pieces of a pattern match, of the characters that most pieces share."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.flags = pattern.flags
        nodes = parse_nodes(pattern)
        self.sets = [one for one in (read_set(node, self.flags) for node in list_nodes(nodes)) if one]
        known = dict.fromkeys([*_list_characters(nodes), *_PLAIN])
        self.order = sorted(known, key=lambda one: -sum(holds(one) for holds in self.sets))
        self.strange = self._list_strange()

    def _list_strange(self) -> list[str]:
        """List a few characters that end what would go on: each set of the pattern lacks one of them."""
        found: list[str] = []
        for holds in self.sets:
            lacking = [one for one in reversed(self.order) if not holds(one)]
            if lacking and all(holds(one) for one in found):
                found.append(lacking[0])
        return found

    def choose(self, holds: IsMember, variant: int) -> str:
        fitting = [one for one in self.order if holds(one)] or ["\uffff"]
        return fitting[-1] if variant < 0 else fitting[min(variant, len(fitting) - 1)]

    def write(self, nodes: Sequence[Node], variant: int, again: int = 1) -> str:
        return "".join(self._write_node(node, variant, again) for node in nodes)

    def _write_node(self, node: Node, variant: int, again: int) -> str:
        name, argument = node
        if (holds := read_set(node, self.flags)) is not None:
            return self.choose(holds, variant)
        if name is op.BRANCH:
            return self.write(self.rank(argument[1])[variant % len(argument[1])], variant, again)
        if name in REPEATS:
            least, most, inner = argument
            return self.write(inner, variant, again) * max(min(least, FAR), min(again, most))
        if name is op.SUBPATTERN:
            return self.write(argument[3], variant, again)
        return self.write(argument, variant, again) if name is op.ATOMIC_GROUP else ""

    def rank(self, branches: Sequence[Any]) -> list[Any]:
        """Put first the branches that other pieces may match as well."""
        return sorted(branches, key=self._count_rivals, reverse=True)

    def _count_rivals(self, nodes: Sequence[Node]) -> float:
        text = self.write([node for node in nodes if node[0] is not op.BRANCH], 0)
        return sum(holds(one) for one in text for holds in self.sets) / (len(text) or 1)


REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)


def list_nodes(nodes: Sequence[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        for inner in list_inner(node):
            yield from list_nodes(inner)


def list_inner(node: Node) -> list[Any]:
    name, argument = node
    if name in REPEATS:
        return [argument[2]]
    if name is op.BRANCH:
        return list(argument[1])
    if name is op.SUBPATTERN:
        return [argument[3]]
    if name is op.ATOMIC_GROUP:
        return [argument]
    return [argument[1]] if name in (op.ASSERT, op.ASSERT_NOT) else []


def _list_characters(nodes: Sequence[Node]) -> Iterator[str]:
    for name, argument in list_nodes(nodes):
        if name in (op.LITERAL, op.NOT_LITERAL):
            yield chr(argument)
        for item, value in argument if name is op.IN else ():
            if item is op.LITERAL:
                yield chr(value)
            elif item is op.RANGE:
                yield from (chr(value[0]), chr(value[1]))


def is_endless(nodes: Sequence[Node]) -> bool:
    return any(name in REPEATS and argument[1] > FAR for name, argument in list_nodes(nodes))


def list_pumps(
    sampler: Sampler, nodes: Sequence[Node], before: str, behind: str
) -> Iterator[tuple[str, ...]]:
    """List what leads to each piece of a pattern, what the piece matches, and what would follow."""
    for variant in (0, 1, -1):
        for first in range(len(nodes)):
            lead = before + sampler.write(nodes[:first], variant, 0)
            for last in range(first + 1, min(first + 4, len(nodes)) + 1):
                rest = sampler.write(nodes[last:], variant) + behind
                yield lead, sampler.write(nodes[first:last], variant), rest
    for place, node in enumerate(nodes):
        lead, rest = (
            before + sampler.write(nodes[:place], 0, 0),
            sampler.write(nodes[place + 1 :], 0) + behind,
        )
        inner = list_inner(node)
        for each in sampler.rank(inner)[:3] if node[0] is op.BRANCH else inner:
            yield from list_pumps(sampler, list(each), lead, rest)


def list_texts(pattern: re.Pattern[str]) -> dict[tuple[str, str, str], None]:
    sampler = Sampler(pattern)
    texts: dict[tuple[str, str, str], None] = {}
    for lead, pump, rest in list_pumps(sampler, parse_nodes(pattern), "", ""):
        if pump:
            ends = ("", rest, *sampler.strange[:2])
            texts |= dict.fromkeys(product(dict.fromkeys((lead, "")), (pump,), dict.fromkeys(ends)))
    return texts


def find_growth(pattern: re.Pattern[str], anywhere: bool) -> Growth | None:
    """Find a text over which a pattern takes more than linear steps; `anywhere` says that it is searched for."""
    if anywhere and not is_endless(parse_nodes(pattern)):
        return None
    for before, pump, behind in list_texts(pattern):
        if growth := judge(pattern, anywhere, before, pump, behind):
            return growth
    return None


def judge(pattern: re.Pattern[str], anywhere: bool, before: str, pump: str, behind: str) -> Growth | None:
    steps = [count_steps(pattern, anywhere, before + pump * FAR + behind)]
    if steps[0] <= FEW * (len(before) + len(pump) * FAR + len(behind)):
        return None
    steps += [count_steps(pattern, anywhere, before + pump * n + behind) for n in (2 * FAR, 4 * FAR)]
    grows = max(steps) > LIMIT or steps[2] - steps[1] > LINEAR * (steps[1] - steps[0]) + FAR
    return Growth(before, pump, behind, tuple(steps)) if grows else None


def count_steps(pattern: re.Pattern[str], anywhere: bool, text: str) -> int:
    counter, program = Counter(LIMIT), translate(pattern)
    try:
        if anywhere:
            list(find_spans(program, text, counter))
        else:
            match_at(program, text, 0, counter)
            match_at(program, text, 0, counter, end=len(text))
    except TooManyStepsError:
        pass
    return counter.steps
