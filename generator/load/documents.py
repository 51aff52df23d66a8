"""One TOML file into a table or a model: all steps from its bytes on, for every kind of content file."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain
from typing import Any, TypeVar

from pydantic import BaseModel

from generator.load.characters import find_escaped_characters, find_hidden_characters
from generator.load.faults import MISSING_KEY, NOT_AN_ADDRESS
from generator.load.files import Source, read_text
from generator.load.markdown import parse_page
from generator.load.parsed import Parsed, has_error
from generator.load.rows import check_rows
from generator.load.structure import build_model, limit_findings
from generator.load.syntax import parse_toml
from generator.model.finding import Finding
from generator.model.form import Form

M = TypeVar("M", bound=BaseModel)


def parse_form(text: str, path: str = "") -> Parsed[Form]:
    """Read a form from TOML, as the file at `path` would be read; no file is touched.

    Returns the form, or every fault of it that can be known at once. Whether its profile exists is not asked.
    """
    return _check_form(parse_table(text, path, Form), path)


def load_form(source: Source) -> Parsed[Form]:
    """Read a form from its file."""
    return _check_form(load_table(source, Form), source.path)


def _check_form(table: Parsed[dict[str, Any]], path: str) -> Parsed[Form]:
    """Check a table against the model of a form, and its rows against one another."""
    parsed = check_table(Form, table, path)
    contradictions = tuple(limit_findings(check_rows(table.value or {}, path), path))
    return Parsed(None if contradictions else parsed.value, parsed.findings + contradictions)


def load_page(source: Source) -> Parsed[str]:
    """Read the Markdown of a hand-written page, without its comments; None when it may not be shown."""
    text = read_text(source)
    if text.value is None:
        return text
    page = parse_page(text.value.replace("\r\n", "\n"), source.path)
    hidden = find_hidden_characters(text.value, source.path)
    found = tuple(limit_findings(chain(hidden, page.findings), source.path))
    barred = any(finding.rule != NOT_AN_ADDRESS.rule for finding in found)
    return Parsed(None if barred else page.value, text.findings + found)


def load_table(source: Source, model: type[BaseModel]) -> Parsed[dict[str, Any]]:
    """Read a file that is meant to be such a model into a table that nothing has been asked of yet."""
    text = read_text(source)
    if text.value is None:
        return Parsed(None, text.findings)
    table = parse_table(text.value, source.path, model)
    return replace(table, findings=text.findings + table.findings)


def parse_table(text: str, path: str, model: type[BaseModel]) -> Parsed[dict[str, Any]]:
    """Parse TOML and look for characters that nobody sees; the table is there even where such are found."""
    table = parse_toml(text, path, model)
    found = chain(
        table.findings,
        (finding for finding in find_hidden_characters(text, path) if finding not in table.findings),
        find_escaped_characters(table.value, path) if table.value and "\\" in text else (),
    )
    return replace(table, findings=tuple(limit_findings(found, path)))


def check_table(model: type[M], table: Parsed[dict[str, Any]], path: str) -> Parsed[M]:
    """Check a table against a model, and keep the model only when no step found an error."""
    if table.value is None:
        return Parsed(None, table.findings)
    built = build_model(model, table.value, path)
    findings = table.findings + (keep_certain(built.findings) if table.is_partial else built.findings)
    return Parsed(None if has_error(findings) else built.value, findings)


def keep_certain(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Keep what is wrong whatever else the table would hold: a key may be missing only because it was not read."""
    return tuple(finding for finding in findings if finding.rule != MISSING_KEY.rule)
