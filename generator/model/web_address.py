"""Addresses in the web that the site may link to: the one place that says what such an address is."""

import re
import unicodedata
from typing import Final
from urllib.parse import urlsplit

from pydantic_core import PydanticCustomError

_BEGINNING: Final = re.compile(r"https?://")
_UNSAFE: Final = re.compile(r"[\s\"'<>\\^`{|}\[\]]")
"""What ends an attribute or a link somewhere, or is no part of an address at all."""

_LOGIN: Final = re.compile(r"https?://[^/?#@]*@")
LOGIN_IN_TEXT: Final = re.compile(r"https?://[A-Za-z0-9._~%!$&'*+=:-]+@")
"""In a text, a comma or a Chinese word ends the address, and what comes before a later @ is a mailbox."""

_LABEL: Final = re.compile(r"\w(?:[\w-]*\w)?")
_MORE_THAN_ROOT: Final = re.compile(r"[?#&]|(?<!:)//")


def find_fault(text: str) -> str:
    """Say why a text is no address that may be linked to, by the name of a wording of `loading`; empty if it is one."""
    if _LOGIN.match(text):
        return "address_login"
    if not _BEGINNING.match(text):
        return "address_beginning"
    if _UNSAFE.search(text) or not text.isprintable():
        return "address_sign"
    return "" if _has_domain(text) else "address_domain"


def is_web_address(text: str) -> bool:
    """Tell whether a text may be linked to: a source may be a file's name, or a script."""
    return not find_fault(text)


def _has_domain(text: str) -> bool:
    """Tell whether an address names a host and a port that can be."""
    try:
        parts = urlsplit(text)
        port, host = parts.port, parts.hostname or ""
        host.encode("idna")  # refuses names and parts of names that are empty or too long
    except ValueError:
        return False
    is_spelled_out = unicodedata.normalize("NFKC", host) == host
    is_named = is_spelled_out and all(map(_LABEL.fullmatch, host.split(".")))
    return is_named and port != 0 and not parts.netloc.endswith(":")


def refuse_other_texts(text: str) -> str:
    """Let only a whole address pass, or none: a validator of the models."""
    return _pass(text, find_fault(text) if text else "")


def refuse_other_roots(text: str) -> str:
    """Let only an address pass that further ones can be made from by going on behind it."""
    fault = find_fault(text) if text else ""
    return _pass(text, fault or ("address_root" if _MORE_THAN_ROOT.search(text) else ""))


def refuse_logins(text: str) -> str:
    """Let no text pass that holds an address with a user's name or a password in it."""
    return _pass(text, "address_login" if LOGIN_IN_TEXT.search(text) else "")


def _pass(text: str, fault: str) -> str:
    if fault:
        raise PydanticCustomError(fault, "not an address")  # shown in Chinese by `loading`
    return text
