"""One fault of syntax as the parser tells it, with the place it is about and the statement that stands there."""

from dataclasses import dataclass
from functools import cached_property

import tomli

from generator.load.toml_lines import Statement, clear_line, find_end_of_text, find_statement

TWICE = (
    "Cannot declare",
    "Cannot overwrite a value",
    "Duplicate inline table key",
    "Cannot mutate immutable namespace",
    "Cannot redefine namespace",
)
"""How the parser's messages begin when something is said twice."""

ABOUT_KEY = ("Invalid statement", "Invalid initial character for a key")
"""When a fault is seen at the beginning of a key and is about it."""

ABOUT_QUOTES = (
    "Unterminated string",
    "Illegal character '\\n'",
    "Found invalid character '\\n'",
    "Expected \"'",
)
"""When the second quote is missing."""

ABOUT_VALUE = ("Invalid value", "Expected newline or end", "Invalid date", "Expected '=' after a key")
"""When it may be a value without quotes, or a number with separators."""


@dataclass(frozen=True)
class SyntaxFault:
    """A fault at an index of a text; `kind` is the parser's message, which is never shown."""

    kind: str
    text: str
    at: int

    @classmethod
    def of(cls, error: tomli.TOMLDecodeError) -> "SyntaxFault":
        """Take over the parser's account; what is open up to the end of the file is placed where it was opened."""
        text, at = error.doc, error.pos
        if error.msg.startswith("Expected \"'"):
            at = text.rfind("'", 0, at)
        elif error.msg == "Unterminated string" and text.count('"""') % 2:
            at = text.rfind('"""')
        return cls(error.msg, text, at)

    def is_(self, *kinds: str) -> bool:
        """Tell whether the fault is of one of these kinds."""
        return self.kind.startswith(kinds)

    @property
    def seen(self) -> str:
        """The character at the place; empty at the end."""
        return self.text[self.at : self.at + 1]

    @property
    def is_behind_key(self) -> bool:
        """Tell whether a fault at the beginning of a key is about something above it that was not closed."""
        return not self.is_(*ABOUT_KEY)

    @cached_property
    def statement(self) -> Statement | None:
        """The key and the value at the place."""
        return find_statement(self.text, self.at, behind_key=self.is_behind_key)

    @property
    def breaks_lines(self) -> bool:
        """Whether it is a text between single quotation marks whose lines were broken."""
        return self.is_(*ABOUT_QUOTES) and find_end_of_text(self.text, self.at) is not None

    def clear(self) -> str | None:
        """Blank the line of the fault; None where that is not safe."""
        return clear_line(self.text, self.at, behind_key=self.is_behind_key)
