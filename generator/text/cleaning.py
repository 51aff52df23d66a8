"""Texts from content as data and pages take them: line ends of one kind, no signs that readers cannot take."""

import re
from typing import Final

_LINE_ENDS: Final = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean_text(text: str) -> str:
    """Bring line ends to one kind, and put the replacement character for signs that XML and readers cannot take."""
    return text if text.isprintable() else _CONTROL.sub("\ufffd", _LINE_ENDS.sub("\n", text))


def join_line(text: str) -> str:
    """Put a text on one line, for titles, labels and sentences."""
    return " ".join(text.split())
