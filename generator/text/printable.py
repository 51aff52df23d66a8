"""Text from content made fit to print: nothing in it moves a cursor, turns words around, or speaks to a runner."""

import json
import re

_INVISIBLE = re.compile(r"[\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
"""What JSON may hold as it is, and a terminal or an editor would obey instead of show."""


_COMMAND = re.compile(r"^ *::|##(?=\w*\[)")
"""What the runners of code hosts obey in the output of a job: at the beginning of a line, and anywhere in it."""

_WIDE = str.maketrans({":": "：", "#": "＃"})


def make_printable(text: str) -> str:
    """Put a space in the place of every white space, and � in that of everything else that cannot be seen.

    Signs that would be a command to a runner become wide ones. The text keeps its length.
    """
    if not text.isprintable():
        text = "".join(char if char.isprintable() else " " if char.isspace() else "�" for char in text)
    return _COMMAND.sub(lambda found: found[0].translate(_WIDE), text)


def write_json(document: object) -> str:
    """Write a JSON document: indented, Chinese as it is, and what cannot be seen or is a command as an escape."""
    text = json.dumps(document, ensure_ascii=False, indent=2)
    text = _COMMAND.sub(lambda found: found[0].replace("#", "\\u0023"), text)
    return _INVISIBLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"
