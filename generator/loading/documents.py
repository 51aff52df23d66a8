"""One TOML file into a table or a model: all steps from its bytes on, for every kind of content file."""

from typing import Any, TypeVar

from pydantic import BaseModel

from generator.loading.characters import find_escaped_characters, find_hidden_characters
from generator.loading.files import Source, read_text
from generator.loading.parsed import Parsed, has_error
from generator.loading.structure import build_model, limit_findings
from generator.loading.syntax import parse_toml
from generator.model.form import Form

M = TypeVar("M", bound=BaseModel)


def parse_form(text: str, path: str = "") -> Parsed[Form]:
    """Read a form from TOML, as the file at `path` would be read; no file is touched.

    Returns the form, or every fault of it that can be known at once. Whether its profile exists is not asked.
    """
    return check_table(Form, parse_table(text, path), path)


def load_form(source: Source) -> Parsed[Form]:
    """Read a form from its file."""
    return check_table(Form, load_table(source), source.path)


def load_text(source: Source) -> Parsed[str]:
    """Read a file that is plain text, such as a page; None when it may not be shown."""
    text = read_text(source)
    hidden = tuple(limit_findings(find_hidden_characters(text.value or "", source.path), source.path))
    return Parsed(None if hidden else text.value, text.findings + hidden)


def load_table(source: Source) -> Parsed[dict[str, Any]]:
    """Read a file into a table that nothing has been asked of yet."""
    text = read_text(source)
    if text.value is None:
        return Parsed(None, text.findings)
    table = parse_table(text.value, source.path)
    return Parsed(table.value, text.findings + table.findings) if text.findings else table


def parse_table(text: str, path: str) -> Parsed[dict[str, Any]]:
    """Parse TOML and look for characters that nobody sees; the table is there even where such are found."""
    table = parse_toml(text, path)
    findings = [*table.findings, *find_hidden_characters(text, path)]
    if table.value is not None and "\\" in text:
        findings += find_escaped_characters(table.value, path)
    return Parsed(table.value, tuple(limit_findings(findings, path))) if findings else table


def check_table(model: type[M], table: Parsed[dict[str, Any]], path: str) -> Parsed[M]:
    """Check a table against a model, and keep the model only when no step found an error."""
    if table.value is None:
        return Parsed(None, table.findings)
    built = build_model(model, table.value, path)
    if not table.findings:
        return built
    findings = table.findings + built.findings
    return Parsed(None if has_error(findings) else built.value, findings)
