"""Text from content made fit to print: nothing in it moves a cursor, sets a colour or turns words around."""

import json
import re

_INVISIBLE = re.compile(r"[\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
"""What JSON may hold as it is, and a terminal or an editor would obey instead of show."""


def make_printable(text: str) -> str:
    """Put a space in the place of every white space, and � in that of everything else that cannot be seen."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else " " if char.isspace() else "�" for char in text)


def write_json(document: object) -> str:
    """Write a JSON document: indented, Chinese as it is, and what cannot be seen as an escape."""
    text = json.dumps(document, ensure_ascii=False, indent=2)
    return _INVISIBLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"
