"""Long numbers in texts, however they are written; those of persons, and passwords in addresses, are masked."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.model.finding import Finding

MANY_DIGITS = re.compile(r"\d(?:[\W_]{0,3}\d){10}")
"""What every number of a person holds, in any script: seldom there, and quickly looked for."""

_LOGIN = re.compile(r"(?<=://)[^\s/?#@\"']+(?=@)")
"""Name and password in an address."""

_CHAIN = re.compile(r"[0-9](?:[ .()-]{0,3}[0-9]){10,}")
_GROUP = re.compile("[0-9]+")
_LAST_SIGN = re.compile("[ -]?[Xx](?![0-9A-Za-z])")
_SHORTEST, _LONGEST, _MOST_GROUPS = 11, 19, 6
"""Digits of a mobile number and of the longest card number; groups of digits that any of them is written in."""

_MOBILE = re.compile("(0|(?:00)?86)?1[3-9][0-9]{9}")
_IDENTITY = re.compile("[1-8][0-9]{16}[0-9X]")
_CARD = re.compile("62[0-9]{14,17}|4[0-9]{15}|5[1-5][0-9]{14}")
_MOBILE_GROUPS = {(11,), (3, 4, 4), (3, 8), (7, 4), (4, 3, 4), (4, 4, 3), (3, 3, 5), (5, 6)}


@dataclass(frozen=True, slots=True)
class Run:
    """Digits that may be one number: where they stand in a plain text, and how many stand together in each group."""

    text: str
    start: int
    end: int
    number: str
    sizes: tuple[int, ...]

    @property
    def is_decimal(self) -> bool:
        """Tell whether it is a part of a number with decimals (`13800138000.00`)."""
        return self._touches(".")

    @property
    def is_cut_off(self) -> bool:
        """Tell whether a stop or a hyphen joins it to further digits, as in decimals and in codes of several parts."""
        return self._touches(".-")

    def _touches(self, signs: str) -> bool:
        before, after = self.text[max(self.start - 2, 0) : self.start], self.text[self.end : self.end + 2]
        return (before[:1].isdigit() and before[1:] in {*signs}) or (
            after[1:].isdigit() and after[:1] in {*signs}
        )

    @property
    def is_mobile(self) -> bool:
        """Tell whether it has the shape of a mobile number, and is parted as such numbers are."""
        found = _MOBILE.fullmatch(self.number)
        return found is not None and _drop_digits(self.sizes, len(found[1] or "")) in _MOBILE_GROUPS

    @property
    def is_identity(self) -> bool:
        """Tell whether it has the length of an identity number, and begins as one does."""
        return _IDENTITY.fullmatch(self.number) is not None

    @property
    def is_card(self) -> bool:
        """Tell whether it begins as card numbers do, is as long, and is parted as they are: in fours, or in two."""
        in_fours = {*self.sizes[:-1]} <= {4}
        in_two = len(self.sizes) == 2 and not {*".-"} & {*self.text[self.start : self.end]}
        return _CARD.fullmatch(self.number) is not None and (in_fours or in_two)


def mask_numbers(text: str) -> str:
    """Keep no more than the first three and the last two signs of every number that has the shape of a person's.

    Check digits are not asked for: to mask more than is needed does no harm. The text keeps its length, so that
    what is said of a place in it still holds.
    """
    text = _LOGIN.sub(lambda found: "*" * len(found[0]), text)
    if not MANY_DIGITS.search(text):
        return text
    pieces, at = [], 0
    for run in find_runs(write_plainly(text), _may_be_personal):
        pieces += [text[at : run.start], mask_number(run.text[run.start : run.end])]
        at = run.end
    return "".join((*pieces, text[at:]))


def mask_number(number: str) -> str:
    """Show only the first three and the last two signs."""
    return f"{number[:3]}{'*' * (len(number) - 5)}{number[-2:]}"


def mask_finding(finding: Finding) -> Finding:
    """Keep numbers of persons out of what a finding quotes, and out of the reason that acknowledges it."""
    told = (finding.message, finding.suggestion, finding.waiver)
    message, suggestion, waiver = masked = tuple(map(mask_numbers, told))
    return (
        replace(finding, message=message, suggestion=suggestion, waiver=waiver) if masked != told else finding
    )


def _may_be_personal(run: Run) -> bool:
    return not run.is_decimal and (run.is_mobile or run.is_identity or run.is_card)


def find_runs(plain: str, accept: Callable[[Run], bool]) -> Iterator[Run]:
    """Find the numbers that are accepted in a plain text: at each group of digits the longest, none within another."""
    for chain in _CHAIN.finditer(plain):
        groups = [found.span() for found in _GROUP.finditer(plain, *chain.span())]
        at = 0
        while at < len(groups):
            run = next(filter(accept, _list_runs(plain, groups[at : at + _MOST_GROUPS])), None)
            if run is not None:
                yield run
            at += len(run.sizes) if run else 1


def _list_runs(plain: str, groups: list[tuple[int, int]]) -> Iterator[Run]:
    """List what begins with the first of some groups, the longest first."""
    for count in range(len(groups), 0, -1):
        taken = groups[:count]
        sizes = tuple(end - start for start, end in taken)
        if _SHORTEST <= sum(sizes) <= _LONGEST and _are_parted_alike(plain, taken):
            number = "".join(plain[start:end] for start, end in taken)
            yield _add_last_sign(Run(plain, taken[0][0], taken[-1][1], number, sizes))


def _are_parted_alike(plain: str, groups: list[tuple[int, int]]) -> bool:
    """Tell whether stops stand between all of the groups, of which there are three then, or between none."""
    stops = ["." in plain[end:start] for (_, end), (start, _) in pairwise(groups)]
    return not any(stops) or (all(stops) and len(stops) > 1)


def _add_last_sign(run: Run) -> Run:
    """Add the X in which an identity number may end."""
    found = _LAST_SIGN.match(run.text, run.end) if len(run.number) == 17 else None
    return Run(run.text, run.start, found.end(), f"{run.number}X", run.sizes) if found else run


def _drop_digits(sizes: tuple[int, ...], digits: int) -> tuple[int, ...]:
    """Take digits off the first groups."""
    first, *rest = sizes
    if digits < first:
        return (first - digits, *rest)
    return _drop_digits(tuple(rest), digits - first)


def write_plainly(text: str) -> str:
    """Write digits, letters and what may stand between digits in their plain signs; the text keeps its length."""
    return text.translate(_PLAIN)


class _PlainSigns(dict[int, str]):
    """The plain sign for a character, found when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = _find_plain(chr(code))
        return self[code]


def _find_plain(char: str) -> str:
    folded = unicodedata.normalize("NFKC", char)
    category = unicodedata.category(char)
    if category == "Nd":
        return str(unicodedata.decimal(char))
    if char in "×✕Ⅹ\u0425\u0445\u03a7\u03c7":
        return "X"
    if category in ("Zs", "Cf", "Mn", "Me") or char in "\t\\":
        return " "
    if category == "Pd" or char in "−_":
        return "-"
    if char in "·•・‧":
        return "."
    is_plain = folded.isascii() and len(folded) == 1 and folded not in "!,;?"
    return folded if is_plain and category != "No" else char  # ① numbers what follows and is no digit of it


_PLAIN = _PlainSigns()
