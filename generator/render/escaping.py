"""The one place where text becomes safe for Markdown, HTML and front matter alike."""

import re
from collections.abc import Callable
from typing import Final

from markupsafe import Markup

from generator.model.web_address import is_web_address
from generator.text.cleaning import clean_text

_MARKUP: Final = "&<>\"'\\`*_{}[]()#!|~^$"
"""What means something anywhere to HTML, Markdown, its extensions, or a quoted YAML scalar."""

_MARKERS: Final = "+-.="
"""What makes lists, rules and headings at the start of a line, but only before a space or one another: `90.56` and
`2023-01-02` stay as they are, which keeps the pages readable and MkDocs fast."""

_SPECIAL: Final = re.compile(f"[{re.escape(_MARKUP)}\n]|[{re.escape(_MARKERS)}](?![0-9A-Za-z])")

_REPLACEMENTS: Final = {
    **{sign: f"&#{ord(sign)};" for sign in _MARKUP + _MARKERS},
    "\n": "<br>",
}


def escape(text: str) -> Markup:
    """Write a text so that it reads as itself in Markdown, in an HTML text or attribute, and in quoted YAML.

    Signs become numeric entities, line ends become `<br>`, and control signs, which Markdown's own machinery
    uses as place marks, become the replacement character.
    """
    return Markup(_spell(text))


def _spell(text: str) -> str:
    return _SPECIAL.sub(_replace, clean_text(text))


def _replace(match: re.Match[str]) -> str:
    return _REPLACEMENTS[match[0]]


def finalize(value: object) -> str:
    """Make whatever a template prints safe; this is every `{{ }}` of every template.

    Raises TypeError for None, which has no business on a page; an undefined name raises by itself.
    """
    if type(value) is Markup:
        return value
    if type(value) is str and value.isalnum():
        return value
    if value is None:
        raise TypeError("a view left out a value that its template prints")
    return _spell(str(value))


_NUMBER_AND_UNIT: Final = re.compile(r"(?<=[0-9]) (?=[\u4e00-\u9fff])")


def bind_units(text: str) -> str:
    """Keep numbers and their units together where a line breaks: `3 项`, `98.21 分`."""
    return _NUMBER_AND_UNIT.sub("\u00a0", text)


_TAMED: Final = {"<": "&lt;", "&": "&amp;", "{": "&#123;"}
_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
_IMAGE: Final = re.compile(r"(?<!!)!++(?=\[)")
_LINK: Final = re.compile(r"\]\((?:([^()\s<>\"'\\]+)\))?")
_INSIDE_OR_MAIL: Final = re.compile(r"mailto:(?!/)|#")
_PATH: Final = re.compile(r"[A-Za-z0-9_./-]+(?:#|$)")
"""What may lead to a page: nothing with a scheme, which a browser runs however it looks like the way to a page."""


def tame_markdown(text: str, is_page: Callable[[str], bool]) -> Markup:
    """Let hand-written Markdown keep its own marks, but no HTML, attributes, images, or links that lead nowhere.

    Such pages come by the same pull requests as the forms. A link stays where it is written plainly and leads to the
    web, to a mailbox, to a heading, or to what `is_page` knows; any other reads as it is written, and so neither runs
    a script nor stops MkDocs. An image, which a reader's browser would fetch from elsewhere, becomes a link.
    """

    def keep_link(match: re.Match[str]) -> str:
        target = match[1] or ""
        is_inside = _INSIDE_OR_MAIL.match(target) or (_PATH.match(target) and is_page(target))
        is_kept = is_inside or is_web_address(target)
        return match[0] if is_kept else f"]&#40;{match[0][2:]}"

    safe = re.sub("[<&{]", lambda match: _TAMED[match[0]], _CONTROL.sub("", text))
    safe = _IMAGE.sub("", safe).replace("]:", "]：")  # the latter would define the target of a link elsewhere
    return Markup(_LINK.sub(keep_link, safe))
