"""Findings with their places: key paths turned into line and column, late, from the same text."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from generator.model.finding import Finding
from generator.report.positions import locate
from generator.text.masking import mask_finding, mask_numbers


@dataclass(frozen=True, slots=True)
class Located:
    """A finding where a reader can go: the file as the reader would open it, line and column from 1.

    `source` is the line itself, empty when the file cannot be read as text, or is meant as a whole. Numbers of
    persons are masked in it and in what the finding says: what is reported is kept in logs and comments.
    """

    finding: Finding
    path: str
    line: int
    column: int
    source: str

    @property
    def sentences(self) -> tuple[str, ...]:
        """What it says: the message, and what to write instead where there is a suggestion."""
        return tuple(text for text in (self.finding.message, self.finding.suggestion) if text)


def locate_findings(
    findings: Iterable[Finding],
    read_text: Callable[[str], str],
    show_path: Callable[[str], str],
    clear_faults: Callable[[str], str] = str,
) -> tuple[Located, ...]:
    """Place findings, in order of file, line, column and gravity.

    `read_text` gives a file's text by its path in the content folder (empty when it has none), and is asked
    once a file; `show_path` turns that path into the one a reader would open; `clear_faults` blanks what cannot
    be read in a text, for a key is found with certainty only in what can.
    """
    files: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        files[finding.path].append(finding)
    placed = (
        located
        for path, of_file in files.items()
        for located in _place_all(of_file, read_text(path), clear_faults, show_path(path))
    )
    return tuple(sorted(placed, key=_order))


def _place_all(
    findings: Iterable[Finding], text: str, clear_faults: Callable[[str], str], path: str
) -> Iterator[Located]:
    """Place the findings of one file; its lines end as TOML's do, so that they count as TOML counts them."""
    lines = text.split("\n")
    readable = clear_faults(text)

    @cache
    def quote_line(number: int) -> str:
        """Quote a line, masked once however many findings it has: a line may be as long as a file."""
        return mask_numbers(lines[number - 1].removesuffix("\r")) if number <= len(lines) else ""

    for finding in findings:
        line, column = finding.line, finding.column
        if line is None or column is None:
            line, column = locate(readable, finding.key) if finding.key and text else (1, 1)
        is_of_a_line = finding.key or finding.line is not None
        yield Located(mask_finding(finding), path, line, column, quote_line(line) if is_of_a_line else "")


def _order(located: Located) -> tuple[str, int, int, int, str]:
    finding = located.finding
    return located.path, located.line, located.column, finding.severity.rank, finding.code
