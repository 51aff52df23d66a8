"""A matcher for the patterns of `re` that tells how many steps a match takes, as `re` itself does not.

It tries the same alternatives in the same order as `re`, by backtracking, so that a pattern that makes `re` try again
and again makes it do so too; no clock is involved. `tests/test_patterns.py` shows that both find the same matches.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

Node = tuple[Any, Any]
IsMember = Callable[[str], bool]
FAR = 32
"""From this many repetitions on, a bound is taken for none at all."""


class TooManyStepsError(Exception):
    """A match that goes on for longer than anybody looks on."""


@dataclass(slots=True)
class Counter:
    """How many steps were taken, and after how many to give up."""

    limit: int = 1_000_000
    steps: int = 0

    def step(self) -> None:
        self.steps += 1
        if self.steps > self.limit:
            raise TooManyStepsError


@dataclass(slots=True)
class Program:
    """A pattern as instructions: each a name and its arguments."""

    flags: int
    code: list[tuple[Any, ...]] = field(default_factory=list)
    registers: int = 0

    def add(self, *instruction: Any) -> int:
        self.code.append(instruction)
        return len(self.code) - 1


def parse_nodes(pattern: re.Pattern[str]) -> Sequence[Node]:
    return list(_parser.parse(pattern.pattern, pattern.flags))


@lru_cache(maxsize=512)
def translate(pattern: re.Pattern[str], far: int = FAR) -> Program:
    return _translate_alone(parse_nodes(pattern), pattern.flags, far)


def _translate_alone(nodes: Sequence[Node], flags: int, far: int) -> Program:
    program = Program(flags)
    _translate_all(nodes, program, far)
    program.add("end")
    return program


def _translate_all(nodes: Sequence[Node], program: Program, far: int) -> None:
    for name, argument in nodes:
        if (is_member := read_set((name, argument), program.flags)) is not None:
            program.add("char", is_member)
        elif name is op.AT:
            program.add("at", argument)
        elif name is op.SUBPATTERN:
            group, added, removed, inner = argument
            assert not added and not removed, "flags inside a pattern are not known here"
            program.add("save", group, 0)
            _translate_all(inner, program, far)
            program.add("save", group, 1)
        elif name is op.BRANCH:
            _translate_branch([list(each) for each in argument[1]], program, far)
        elif name in (op.MAX_REPEAT, op.MIN_REPEAT):
            _translate_repeat(argument, name is op.MIN_REPEAT, program, far)
        elif name is op.POSSESSIVE_REPEAT:
            program.add("alone", _translate_alone([(op.MAX_REPEAT, argument)], program.flags, far))
        elif name is op.ATOMIC_GROUP:
            program.add("alone", _translate_alone(list(argument), program.flags, far))
        elif name in (op.ASSERT, op.ASSERT_NOT):
            behind = list(argument[1])
            width = argument[1].getwidth()[0] if argument[0] < 0 else 0
            program.add("look", _translate_alone(behind, program.flags, far), width, name is op.ASSERT)
        elif name is op.GROUPREF:
            program.add("same", argument)
        else:
            raise NotImplementedError(f"{name} is not known here")


def _translate_branch(branches: list[list[Node]], program: Program, far: int) -> None:
    branch = program.add()
    starts, ends = [], []
    for nodes in branches:
        first = read_set(nodes[0], program.flags) if nodes else None
        starts.append((first, len(program.code)))
        _translate_all(nodes, program, far)
        ends.append(program.add())
    program.code[branch] = ("branch", lru_cache(maxsize=4096)(_choose(starts)))
    for end in ends:
        program.code[end] = ("go", len(program.code))


def _choose(starts: list[tuple[IsMember | None, int]]) -> Callable[[str], list[int]]:
    """Choose the branches that may go on with a character, the last one first; no character is an empty text."""

    def choose(character: str) -> list[int]:
        may = [at for first, at in starts if first is None or (character and first(character))]
        return may[::-1]

    return choose


def _translate_repeat(argument: Any, lazy: bool, program: Program, far: int) -> None:
    least, most, inner = argument
    for _ in range(min(least, far)):
        _translate_all(inner, program, far)
    if most is op.MAXREPEAT or most > far:
        register, program.registers = program.registers, program.registers + 1
        top = program.add()
        program.add("mark", register)
        _translate_all(inner, program, far)
        program.add("moved", register)
        program.add("go", top)
        program.code[top] = ("either", top + 1, len(program.code), lazy)
        return
    tops = []
    for _ in range(most - min(least, far)):
        tops.append(program.add())
        _translate_all(inner, program, far)
    for top in tops:
        program.code[top] = ("either", top + 1, len(program.code), lazy)


def read_set(node: Node, flags: int) -> IsMember | None:
    """Read a node that stands for one character; None if it is another."""
    name, argument = node
    if name is op.ANY:
        return lambda character: bool(flags & re.DOTALL) or character != "\n"
    if name is op.LITERAL:
        return _fold(lambda character: ord(character) == argument, flags)
    if name is op.NOT_LITERAL:
        return lambda character: ord(character) != argument
    if name is not op.IN:
        return None
    items = list(argument)
    negated = items[0][0] is op.NEGATE
    return _fold(
        lru_cache(maxsize=4096)(
            lambda character: any(_holds(item, character, flags) for item in items) is not negated
        ),
        flags,
    )


def _fold(is_member: IsMember, flags: int) -> IsMember:
    if not flags & re.IGNORECASE:
        return is_member
    return lambda character: is_member(character.lower()) or is_member(character.upper())


def _holds(item: Node, character: str, flags: int) -> bool:
    name, argument = item
    if name is op.LITERAL:
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


def match_at(
    program: Program, text: str, start: int, counter: Counter, groups: Any = (), end: int | None = None
) -> int | None:
    """Match a program at a place of a text, and give the end of the match; it has to be `end`, if that is given."""
    stack: list[tuple[int, int, Any, tuple[int, ...]]] = [(0, start, groups, (-1,) * program.registers)]
    while stack:
        at, place, saved, marks = stack.pop()
        while True:
            counter.step()
            name, *rest = program.code[at]
            at += 1
            if name == "end":
                if end is None or place == end:
                    return place
                break
            if name == "char":
                if place == len(text) or not rest[0](text[place]):
                    break
                place += 1
            elif name == "branch":
                ways = rest[0](text[place : place + 1])
                stack += [(way, place, saved, marks) for way in ways]
                break
            elif name == "either":
                first, second = (rest[1], rest[0]) if rest[2] else (rest[0], rest[1])
                stack.append((second, place, saved, marks))
                at = first
            elif name == "go":
                at = rest[0]
            elif name == "mark":
                marks = (*marks[: rest[0]], place, *marks[rest[0] + 1 :])
            elif name == "moved":
                if marks[rest[0]] == place:
                    break
            elif name == "save":
                saved = {**dict(saved), (rest[0], rest[1]): place}
            elif name == "at":
                if not re.compile(_PLACES[rest[0]], program.flags & re.MULTILINE).match(text, place):
                    break
            elif name == "look":
                began = place - rest[1]
                found = began >= 0 and match_at(rest[0], text, began, counter, saved) is not None
                if found is not rest[2]:
                    break
            elif name == "alone":
                stop = match_at(rest[0], text, place, counter, saved)
                if stop is None:
                    break
                place = stop
            elif name == "same":
                word = text[saved[rest[0], 0] : saved[rest[0], 1]]
                if not text.startswith(word, place):
                    break
                place += len(word)
    return None


def find_spans(program: Program, text: str, counter: Counter) -> Iterator[tuple[int, int]]:
    """Find all matches in a text, as `finditer` does."""
    place, emptied = 0, -1
    while place <= len(text):
        stop = match_at(program, text, place, counter)
        if stop is None or stop == place == emptied:
            place += 1
            continue
        yield place, stop
        place, emptied = (stop, stop)
