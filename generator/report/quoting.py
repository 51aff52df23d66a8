"""Text from content inside Markdown: as code, in which a code host sees no link, mention, reference, image or HTML.

Escaping sign by sign would have to know what every host makes of plain text (`@name`, `#12`, `GH-1`, `!3`, `:tada:`, an
address, the digits of a commit); none of them looks into code.
"""

import re
from html import escape

from generator.text.printable import make_printable

_LOOKALIKES = str.maketrans({"`": "｀", "|": "｜", "@": "＠"})
"""What would end the code, or the cell of a table around it; and what must never call anybody, whoever reads."""

_TAG = re.compile(r"<(?=[A-Za-z/!?])")
"""What would begin a tag or a comment; a programme that looks for one in the raw text is not to find it."""


def quote(text: str, longest: int) -> str:
    """Quote a text as a code span on one line, for a paragraph, a list or the cell of a table."""
    shown = _flatten(text, longest)
    return f"`{shown}`" if shown else "（空）"


def quote_in_html(text: str, longest: int) -> str:
    """Quote a text as code where HTML is written, in which Markdown's own signs mean nothing."""
    return f"<code>{escape(_flatten(text, longest))}</code>"


def _flatten(text: str, longest: int) -> str:
    """Put a text on one line and cut it; what cannot be seen becomes �, which shows that something was there."""
    line = " ".join(make_printable(text.strip()[: 4 * longest]).split())
    cut = line if len(line) <= longest else f"{line[: longest - 1]}…"
    return _TAG.sub("＜", cut.translate(_LOOKALIKES))
