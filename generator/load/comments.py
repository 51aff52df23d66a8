"""The comments of a hand-written page are for those who write it, and are taken out before anybody else reads it."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

_BEGINNING, _END = "<!--", "-->"

_TOKEN: Final = re.compile(
    r"^(?P<fence>`{3,}|~{3,})[ ]*[\w.#+-]*[ ]*$|(?P<row>^(?: {4}|\t).*$)|\\[\\`]|(?P<ticks>`+)|<!--",
    re.MULTILINE,
)
"""What begins a comment, and what may hold one as text: code between fences, in an indented row, between backticks."""

_LONE_FENCE: Final = re.compile(r"^(`{3,}|~{3,})[ ]*$", re.MULTILINE)
_TICKS: Final = re.compile("`+")
_GAP: Final = re.compile(r"\n[ \t]*\n")
_ITEM: Final = re.compile(r" {0,3}(?:[-+*]|\d+\.)[ \t]")


class OpenCommentError(ValueError):
    """A comment has no end; `at` is where it begins."""

    def __init__(self, at: int) -> None:
        super().__init__(at)
        self.at = at


def take_out_comments(text: str) -> str:
    """Take out what stands between `<!--` and `-->`, but for its line ends, so that lines keep their numbers.

    What is code stays as it is written. Raises OpenCommentError where a comment has no end.
    """
    return "".join(_list_rest(text)) if _BEGINNING in text else text


def _list_rest(text: str) -> Iterator[str]:
    """List what is left of a text, piece by piece."""
    code = _Code(text)
    at = 0
    while match := _TOKEN.search(text, at):
        if match.group() != _BEGINNING:
            end = code.find_end(match)
            yield text[at:end]
        else:
            yield text[at : match.start()]
            end = text.find(_END, match.end()) + len(_END)
            if end < match.end():
                raise OpenCommentError(match.start())
            yield "\n" * text.count("\n", match.start(), end)
        at = end
    yield text[at:]


class _Code:
    """Finds where pieces of code end that begin at a token of a text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._fences = [*_LONE_FENCE.finditer(text)]
        self._last_fences = {match[1]: match.start() for match in self._fences}
        self._rows = set(_find_indented(text))
        self._ends = [*(match.start() for match in _GAP.finditer(text)), len(text)]
        self._unmatched: set[tuple[str, int]] = set()

    def find_end(self, token: re.Match[str]) -> int:
        """Find the end of the code that a token begins; of the token's own signs where it begins none."""
        if fence := token["fence"]:
            is_closed = self._last_fences.get(fence, -1) > token.start()
            return self._find_fence(fence, token.end()) if is_closed else token.start() + len(fence)
        if token["row"]:
            return token.end() if token.start() in self._rows else token.start() + 1
        return self._find_ticks(token) if token["ticks"] else token.end()

    def _find_fence(self, fence: str, at: int) -> int:
        first = bisect_left(self._fences, at, key=lambda match: match.start())
        later = (self._fences[place] for place in range(first, len(self._fences)))
        return next((match.end() for match in later if match[1] == fence), at)

    def _find_ticks(self, token: re.Match[str]) -> int:
        """Find the backticks that close a piece of code, in the same paragraph and as many; look for none twice."""
        ticks = token["ticks"]
        end = self._ends[bisect_left(self._ends, token.end())]
        if (ticks, end) in self._unmatched:
            return token.end()
        runs = _TICKS.finditer(self._text, token.end(), end)
        closing = next((run for run in runs if run[0] == ticks), None)
        if closing is None:
            self._unmatched.add((ticks, end))
            return token.end()
        return closing.end()


def _find_indented(text: str) -> Iterator[int]:
    """Find where the rows of indented code begin; what is indented below an item of a list goes on with the item."""
    is_after_gap, is_in_list, at = True, False, 0
    for line in text.split("\n"):
        is_indented = line.startswith(("    ", "\t"))
        if not line.strip():
            is_after_gap = True
        elif not is_indented:
            is_in_list = bool(_ITEM.match(line)) or (is_in_list and not is_after_gap)
            is_after_gap = False
        elif is_after_gap and not is_in_list:
            yield at  # and the gap goes on, so that the next row is code too
        at += len(line) + 1
