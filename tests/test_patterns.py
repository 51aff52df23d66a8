"""Every pattern of the package, pumped: over no text may the steps of its matches grow faster than the text.

Content is hostile, and `re` goes back for ever where a pattern can match in several ways. Steps are counted by a
matcher of our own (`stepping`), never timed, over texts that each pattern's own syntax gives away (`pumping`).
"""

import ast
import importlib
import pkgutil
import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

import pytest

import generator
from tests.pumping import Sampler, Use, count_steps, find_growth, list_pumps
from tests.stepping import Counter, find_spans, match_at, translate
from tests.test_architecture import GENERATOR, Source

USES = {
    **dict.fromkeys(("search", "sub", "subn", "finditer", "findall", "split"), Use.ANYWHERE),
    "match": Use.START,
    "fullmatch": Use.WHOLE,
}
"""How each method of a pattern tries it."""

OF_THE_USER = {"generator/cli/localisation.py"}
"""Modules whose patterns read what the user himself typed on the command line, and nothing of content."""


class Found(NamedTuple):
    """A pattern of the package: where it is kept, and how it is used there."""

    name: str
    pattern: re.Pattern[str]
    uses: tuple[Use, ...]


def find_patterns() -> dict[re.Pattern[str], Found]:
    """Find all patterns that modules keep, by themselves or in tuples and the like, and those written in calls."""
    names: dict[re.Pattern[str], str] = {}
    uses: defaultdict[re.Pattern[str], set[Use]] = defaultdict(set)
    for source in GENERATOR:
        kept = {name: list(walk(value)) for name, value in vars(load(source)).items()}
        direct = {
            name: one[0]
            for name, one in kept.items()
            if one and isinstance(vars(load(source))[name], re.Pattern)
        }
        through_others = set()
        for name, method in list_calls(source):
            if name in direct:
                uses[direct[name]].add(USES[method])
            elif name not in kept and method != "split":
                through_others.add(USES[method])
        for name, patterns in kept.items():
            for pattern in patterns:
                names.setdefault(pattern, f"{source.path}:{name}")
                if name not in direct:
                    uses[pattern] |= through_others
        for pattern, method in list_written(source):
            names.setdefault(pattern, f"{source.path}:{pattern.pattern}")
            uses[pattern].add(USES[method])
    return {one: Found(name, one, tuple(uses[one] or Use)) for one, name in names.items()}


def load(source: Source) -> object:
    return importlib.import_module(
        source.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    )


def walk(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield from [value] if isinstance(value.pattern, str) else []
    elif isinstance(value, tuple | list | set | frozenset):
        for one in value:
            yield from walk(one)
    elif isinstance(value, dict):
        yield from walk([*value, *value.values()])


def list_calls(source: Source) -> Iterator[tuple[str, str]]:
    """List the methods that are taken of names, as a pattern's methods are called."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.attr in USES:
            yield node.value.id, node.attr


def list_written(source: Source) -> Iterator[tuple[re.Pattern[str], str]]:
    """List the patterns that are written out in calls such as `re.sub("…", …)`."""
    for call, method in list_re_calls(source):
        if method in USES and isinstance(call.args[0], ast.Constant):
            yield re.compile(str(call.args[0].value)), method


def list_re_calls(source: Source) -> Iterator[tuple[ast.Call, str]]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = node.func.value
            if isinstance(owner, ast.Name) and owner.id == "re":
                yield node, node.func.attr


FOUND = find_patterns()
PUMPED = [(found, use) for found in FOUND.values() for use in found.uses]


@pytest.mark.parametrize(
    ("found", "use"), [pytest.param(*one, id=f"{one[0].name}-{one[1].value}") for one in PUMPED]
)
def test_no_text_takes_a_pattern_more_than_linear_steps(found: Found, use: Use) -> None:
    growth = find_growth(found.pattern, use)
    assert growth is None, f"{found.name} {growth}"


def test_no_pattern_is_out_of_sight() -> None:
    """A pattern that is made up in a function, or handed to `re` under a name, would not be pumped."""
    hidden = [
        f"{source.path}:{call.lineno}"
        for source in GENERATOR
        for call, method in list_re_calls(source)
        if method in USES and not isinstance(call.args[0], ast.Constant) and source.path not in OF_THE_USER
    ]
    inside = [
        f"{source.path}:{call.lineno}"
        for source in GENERATOR
        for function in ast.walk(source.tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for call, method in list_re_calls(Source(source.path, ast.unparse(function)))
        if method == "compile"
    ]
    assert not hidden + inside, "compile it at the top of its module"
    compiled = sum(method == "compile" for source in GENERATOR for _, method in list_re_calls(source))
    assert len(FOUND) >= compiled > 100


def test_modules_of_the_package_are_all_looked_at() -> None:
    names = {one.name for one in pkgutil.walk_packages(generator.__path__, "generator.")}
    assert names <= {load(source).__name__ for source in GENERATOR}  # type: ignore[attr-defined]


_UNIT = "个|人|次|天|人/次"
_PER = rf"(?:{_UNIT}|[一-龥]{{1,4}})"
BAD = [
    (r"(?:a+)+b", Use.START, "exponential"),
    (rf"\((?:{_UNIT})(?:/{_PER}(?:[/*]{_PER})*)?\)", Use.WHOLE, "units before: `1(次/天/天…`"),
    (rf"[xX]+(?:{_UNIT})(?:/(?:{_UNIT}))*", Use.WHOLE, "a unit that holds two: `x次/人/次/人/次…`"),
    (r"(?:上年|去年|目标)[^。;,]*$", Use.ANYWHERE, "`上年上年…,`"),
    (r"(?<![0-9.])(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:个|元)", Use.ANYWHERE, "`1,111,111…`"),
    (r"^[一二三0-9]+[)、.]|\([^()]*\)$|[0-9]+分?$", Use.ANYWHERE, "`000…`"),
    (r"(?:并|已|本年)(?:已|均|全部)*(?:完成|建成)", Use.ANYWHERE, "`已已已…`"),
    (r"(?m)^## +(.+?) *#*$", Use.ANYWHERE, "a heading of blanks"),
    (r"\*\*|\[([^]]*)\]\([^)]*\)", Use.ANYWHERE, "`[[[…`"),
    (r"\[[^][]*\]\([^)]*\)", Use.ANYWHERE, "`[]([](…`"),
    (r"(?:20)?x*年?(?:x+月)?(?:x+日)?", Use.WHOLE, "`xxx…`, cubic"),
    (r"(.+)\((.+)\)", Use.WHOLE, "`(((…`"),
    (r"\s+$", Use.ANYWHERE, "blanks before a word"),
    (r"!+(?=\[)", Use.ANYWHERE, "`!!!…`"),
    (r"(?s)<!--.*?-->", Use.ANYWHERE, "comments that do not end"),
    (r"(?=.*x)a", Use.ANYWHERE, "a look ahead from everywhere"),
    (r"(?i:no?|N)*x", Use.WHOLE, "flags within"),
    (r"(a|b)+\1c", Use.ANYWHERE, "a group again"),
    (r"a{0,9000}b", Use.ANYWHERE, "a bound that is none"),
]
GOOD = [
    (r"(?>a+)+b", Use.START),
    (r"(?<!a)a++b", Use.ANYWHERE),
    (r"\s+$", Use.WHOLE),
    (r"[^。]{0,8}完成", Use.ANYWHERE),
    (r"(?:已|均){0,8}完成", Use.ANYWHERE),
    (r"[0-9]+(?:,[0-9]{3}){1,8}", Use.START),
    (r"(?m)^## ++(.+)$", Use.ANYWHERE),
    (r"\[[^][]*+\]\([^()]*+\)", Use.ANYWHERE),
]


@pytest.mark.parametrize(("written", "use", "why"), BAD, ids=[one[0] for one in BAD])
def test_a_pattern_that_goes_back_again_and_again_is_found(written: str, use: Use, why: str) -> None:
    assert find_growth(re.compile(written), use) is not None, why


@pytest.mark.parametrize(("written", "use"), GOOD)
def test_a_linear_pattern_is_left_in_peace(written: str, use: Use) -> None:
    assert find_growth(re.compile(written), use) is None


def test_steps_double_with_each_character_where_a_pattern_can_match_in_two_ways() -> None:
    few, more, most = (count_steps(re.compile("(?:a|a)*b"), Use.START, "a" * n) for n in (4, 5, 6))
    assert most - more == 2 * (more - few)


@pytest.mark.parametrize("found", [pytest.param(one, id=one.name) for one in FOUND.values()])
def test_matches_are_those_that_re_finds(found: Found) -> None:
    """The matcher that counts is worth nothing if it matches otherwise than `re`."""
    sampler, program = Sampler(found.pattern), translate(found.pattern, far=1000)
    for texts in islice(list_pumps(sampler, sampler.nodes), 60):
        text = "".join(texts) + texts[1] + "".join(sampler.strange) + texts[1]
        counter = Counter(1_000_000)
        assert list(find_spans(program, text, counter)) == [
            one.span() for one in found.pattern.finditer(text)
        ]
        whole = found.pattern.fullmatch(text)
        end = match_at(program, text, 0, counter, ends=range(len(text), len(text) + 1))
        assert end == (whole.end() if whole else None)
