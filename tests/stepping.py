"""A matcher for the patterns of `re` that tells how many steps a match takes, as `re` itself does not.

It tries the same alternatives in the same order as `re` does, by backtracking, so that what makes `re` try again and
again makes it do so too; no clock is involved. `tests/test_patterns.py` holds both against each other.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import count
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from types import MappingProxyType
from typing import Any

Node = tuple[Any, Any]
Holds = Callable[[str], bool]
Notes = Mapping[int, int]
"""Where groups began and ended, and where the last round of a loop began."""

NONE: Notes = MappingProxyType({})

FAR = 32
"""From this many repetitions on, a bound is taken for none at all."""

REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)


class TooManyStepsError(Exception):
    """A match that goes on for longer than anybody looks on."""


@dataclass(slots=True)
class Counter:
    """How many steps were taken, and after how many to give up."""

    limit: int
    steps: int = 0

    def step(self) -> None:
        self.steps += 1
        if self.steps > self.limit:
            raise TooManyStepsError


@dataclass(slots=True)
class Program:
    """A pattern as instructions, each a name and its arguments."""

    flags: int
    far: int
    code: list[tuple[Any, ...]] = field(default_factory=list)
    loops: Iterator[int] = field(default_factory=lambda: count(-1, -1))

    def add(self, *instruction: Any) -> int:
        self.code.append(instruction)
        return len(self.code) - 1

    def translate(self, nodes: Sequence[Node]) -> None:
        for name, argument in nodes:
            if (holds := read_set((name, argument), self.flags)) is not None:
                self.add("char", holds)
            elif name is op.AT:
                self.add("test", _be_at(_PLACES[argument], self.flags))
            elif name is op.SUBPATTERN:
                self._translate_group(*argument)
            elif name is op.BRANCH:
                self._translate_branch(argument[1])
            elif name in (op.MAX_REPEAT, op.MIN_REPEAT):
                self._translate_repeat(argument, lazy=name is op.MIN_REPEAT)
            elif name in (op.POSSESSIVE_REPEAT, op.ATOMIC_GROUP):
                alone = [(op.MAX_REPEAT, argument)] if name in REPEATS else argument
                self.add("test", _match_alone(self._translate_inner(alone)))
            elif name in (op.ASSERT, op.ASSERT_NOT):
                self.add("test", self._look(argument, wanted=name is op.ASSERT))
            else:
                assert name is op.GROUPREF, f"{name} is not known here"
                self.add("test", _repeat_group(argument))

    def _translate_inner(self, nodes: Sequence[Node]) -> "Program":
        inner = Program(self.flags, self.far, loops=self.loops)
        inner.translate(nodes)
        inner.add("end")
        return inner

    def _translate_group(self, group: int | None, added: int, removed: int, nodes: Sequence[Node]) -> None:
        flags, self.flags = self.flags, (self.flags | added) & ~removed
        if group is not None:
            self.add("note", 2 * group)
        self.translate(nodes)
        if group is not None:
            self.add("note", 2 * group + 1)
        self.flags = flags

    def _translate_branch(self, branches: Sequence[Sequence[Node]]) -> None:
        branch, starts, ends = self.add(), [], []
        for nodes in branches:
            starts.append((read_set(nodes[0], self.flags) if len(nodes) else None, len(self.code)))
            self.translate(nodes)
            ends.append(self.add())
        self.code[branch] = ("ways", _choose(starts))
        for end in ends:
            self.code[end] = ("ways", _always(len(self.code)))

    def _translate_repeat(self, argument: tuple[int, int, Any], lazy: bool) -> None:
        least, most, nodes = argument
        for _ in range(min(least, self.far)):
            self.translate(nodes)
        again = most > self.far
        tops = [self._translate_round(nodes, again) for _ in range(1 if again else most - least)]
        for top in tops:
            ways = (top + 1, len(self.code))
            self.code[top] = ("ways", _always(*(ways if lazy else reversed(ways))))

    def _translate_round(self, nodes: Any, again: bool) -> int:
        """Translate one round of a loop; if it may come again, it has to get on."""
        top, loop = self.add(), next(self.loops)
        if again:
            self.add("note", loop)
        self.translate(nodes)
        if again:
            self.add("test", lambda _text, place, notes, _counter: None if notes[loop] == place else place)
            self.add("ways", _always(top))
        return top

    def _look(self, argument: tuple[int, Any], wanted: bool) -> "Test":
        direction, nodes = argument
        inner, width = self._translate_inner(nodes), nodes.getwidth()[0] if direction < 0 else 0

        def look(text: str, place: int, notes: Notes, counter: Counter) -> int | None:
            start = place - width
            found = start >= 0 and match_at(inner, text, start, counter, notes=notes) is not None
            return place if found is wanted else None

        return look


Test = Callable[[str, int, Notes, Counter], int | None]
"""Goes from one place of a text to another, in one way only; None where it cannot."""

Ways = Callable[[str], Sequence[int]]
"""Tells with which instructions to go on before a character, the last to be tried first."""


def _always(*ways: int) -> Ways:
    return lambda _character: ways


def _be_at(written: str, flags: int) -> Test:
    pattern = re.compile(written, flags & re.MULTILINE)
    return lambda text, place, _notes, _counter: place if pattern.match(text, place) else None


def _match_alone(inner: Program) -> Test:
    return lambda text, place, notes, counter: match_at(inner, text, place, counter, notes=notes)


def _repeat_group(group: int) -> Test:
    def repeat(text: str, place: int, notes: Notes, _counter: Counter) -> int | None:
        word = text[notes[2 * group] : notes[2 * group + 1]]
        return place + len(word) if text.startswith(word, place) else None

    return repeat


def _choose(starts: list[tuple[Holds | None, int]]) -> Ways:
    """Choose the branches that may go on with a character, as `re` looks ahead for it."""
    return lru_cache(maxsize=4096)(
        lambda character: [
            at for holds, at in reversed(starts) if holds is None or (character and holds(character))
        ]
    )


def read_set(node: Node, flags: int) -> Holds | None:
    """Read a node that stands for one character; None if it stands for anything else."""
    name, argument = node
    if name is op.ANY:
        return bool if flags & re.DOTALL else "\n".__ne__
    if name is op.LITERAL and not flags & re.IGNORECASE:
        return chr(argument).__eq__
    if name not in (op.LITERAL, op.NOT_LITERAL, op.IN):
        return None
    items = argument if name is op.IN else [node]
    negated = items[0][0] in (op.NEGATE, op.NOT_LITERAL)
    both = (str.lower, str.upper) if flags & re.IGNORECASE else (str,)
    return lru_cache(maxsize=4096)(
        lambda character: (
            any(_holds(item, turn(character), flags) for item in items for turn in both) is not negated
        )
    )


def _holds(item: Node, character: str, flags: int) -> bool:
    name, argument = item
    if name in (op.LITERAL, op.NOT_LITERAL):
        return bool(ord(character) == argument)
    if name is op.RANGE:
        return bool(argument[0] <= ord(character) <= argument[1])
    return name is op.CATEGORY and re.match(_CATEGORIES[argument], character, flags & re.ASCII) is not None


_CATEGORIES = {
    op.CATEGORY_DIGIT: r"\d",
    op.CATEGORY_NOT_DIGIT: r"\D",
    op.CATEGORY_SPACE: r"\s",
    op.CATEGORY_NOT_SPACE: r"\S",
    op.CATEGORY_WORD: r"\w",
    op.CATEGORY_NOT_WORD: r"\W",
}
_PLACES = {
    op.AT_BEGINNING: "^",
    op.AT_BEGINNING_STRING: r"\A",
    op.AT_END: "$",
    op.AT_END_STRING: r"\Z",
    op.AT_BOUNDARY: r"\b",
    op.AT_NON_BOUNDARY: r"\B",
}


def parse_nodes(pattern: re.Pattern[str]) -> list[Node]:
    return list(_parser.parse(pattern.pattern, pattern.flags))


@cache
def translate(pattern: re.Pattern[str], far: int = FAR) -> Program:
    program = Program(pattern.flags, far)
    program.translate(parse_nodes(pattern))
    program.add("end")
    return program


def match_at(
    program: Program,
    text: str,
    start: int,
    counter: Counter,
    *,
    ends: range | None = None,
    notes: Notes = NONE,
) -> int | None:
    """Match at a place of a text and give the end of the match, which has to be one of `ends`."""
    threads: list[tuple[int, int, Notes]] = [(0, start, notes)]
    while threads:
        at, place, notes = threads.pop()
        while True:
            counter.step()
            name, *rest = program.code[at]
            at += 1
            if name == "char":
                if place == len(text) or not rest[0](text[place]):
                    break
                place += 1
            elif name == "ways":
                threads += [(way, place, notes) for way in rest[0](text[place : place + 1])]
                break
            elif name == "note":
                notes = {**notes, rest[0]: place}
            elif name == "test":
                place = rest[0](text, place, notes, counter)
                if place is None:
                    break
            elif ends is None or place in ends:
                return place
            else:
                break
    return None


def find_spans(program: Program, text: str, counter: Counter, start: int = 0) -> Iterator[tuple[int, int]]:
    """Find all matches in a text, as `finditer` does: behind an empty one, the next must not be empty as well."""
    place, ends = start, None
    while place <= len(text):
        end = match_at(program, text, place, counter, ends=ends)
        if end is None:
            place, ends = place + 1, None
        else:
            yield place, end
            place, ends = end, range(end + 1, len(text) + 1) if end == place else None


class Stepped:
    """A pattern that does what it did, and counts the steps of it."""

    def __init__(self, pattern: re.Pattern[str], counter: Counter) -> None:
        self._pattern = pattern
        self._counter = counter

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pattern, name)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        next(self._find(text[:end], start), None)
        return self._pattern.search(text, start, len(text) if end is None else end)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        match_at(translate(self._pattern), text, start, self._counter)
        return self._pattern.match(text, start)

    def fullmatch(self, text: str, start: int = 0) -> re.Match[str] | None:
        match_at(translate(self._pattern), text, start, self._counter, ends=range(len(text), len(text) + 1))
        return self._pattern.fullmatch(text, start)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        list(self._find(text[:end], start))
        return self._pattern.finditer(text, start, len(text) if end is None else end)

    def findall(self, text: str) -> list[Any]:
        list(self._find(text))
        return self._pattern.findall(text)

    def split(self, text: str) -> list[Any]:
        list(self._find(text))
        return self._pattern.split(text)

    def sub(self, replacement: Any, text: str) -> str:
        list(self._find(text))
        return self._pattern.sub(replacement, text)

    def _find(self, text: str, start: int = 0) -> Iterator[tuple[int, int]]:
        return find_spans(translate(self._pattern), text, self._counter, start)
