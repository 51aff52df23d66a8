"""One TOML file into a model, all steps together."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.load.documents import load_page, parse_form
from generator.load.files import Source
from generator.model.form import Form
from tests.inline import CONTENT
from tests.load import faulty_texts
from tests.load.trees import FORM, list_faults

FORMS = sorted((CONTENT / "projects").rglob("*.toml"))


@pytest.mark.parametrize("file", FORMS, ids=lambda file: file.stem)
def test_published_forms_are_read_without_a_finding(file: Path) -> None:
    assert parse_form(file.read_text(encoding="utf-8")).findings == ()


def test_numbers_are_exact() -> None:
    form = parse_form(FORM).value
    assert form is not None
    assert str(form.funds.total.adjusted) == "829000.00"
    assert form.reported.total == Decimal("99.06")


def test_all_faults_of_a_form_are_told_at_once() -> None:
    text = (
        'statsu = "draft"\nname = 5\n[funds]\nweight = "10"\ntotal = { executed = nan }\n'
        '[[indicators]]\nname = ""\n[[indicators]]\nscoer = 1\n'
    )
    assert list_faults(parse_form(text, "a.toml").findings) == [
        ("a.toml", "wrong-type", "name"),
        ("a.toml", "wrong-type", "funds.weight"),
        ("a.toml", "not-finite", "funds.total.executed"),
        ("a.toml", "empty-value", "indicators[0].name"),
        ("a.toml", "missing-key", "indicators[1].name"),
        ("a.toml", "unknown-key", "indicators[1].scoer"),
        ("a.toml", "unknown-key", "statsu"),
    ]


def test_lines_that_cannot_be_read_do_not_hide_what_else_is_wrong() -> None:
    text = 'name = 图书室\n[[indicators]]\nname = "一"\ntarget = ≥5个\nscoer = 5\nscore = "5"\n'
    assert list_faults(parse_form(text, "a.toml").findings) == [
        ("a.toml", "toml-syntax", "name"),
        ("a.toml", "toml-syntax", "indicators[0].target"),
        ("a.toml", "wrong-type", "indicators[0].score"),
        ("a.toml", "unknown-key", "indicators[0].scoer"),
    ]


def test_a_key_in_a_line_that_cannot_be_read_is_not_called_missing() -> None:
    rules = [finding.rule for finding in parse_form("name = 图书室\n").findings]
    assert rules == ["toml-syntax"]


def test_a_form_with_lines_that_cannot_be_read_is_no_form() -> None:
    assert parse_form(FORM + "[internal]\na = 甲\n").value is None


def test_a_hidden_character_is_told_once_though_it_breaks_the_syntax() -> None:
    assert [finding.rule for finding in parse_form('name = "甲"\n\u200bstatus = "draft"\n').findings] == [
        "hidden-character"
    ]


def test_a_form_with_a_hidden_character_is_no_form_and_is_checked_all_the_same() -> None:
    parsed = parse_form('name = "甲\u200b"\nstatsu = "draft"\n')
    assert parsed.value is None
    assert [finding.rule for finding in parsed.findings] == ["hidden-character", "unknown-key"]


@pytest.mark.parametrize("text", faulty_texts.LONG.values(), ids=faulty_texts.LONG)
def test_long_texts_take_no_more_than_a_moment(text: str) -> None:
    """Not timed: where a step takes quadratic time, this takes many minutes."""
    findings = parse_form(text).findings
    assert all(len(finding.message) + len(finding.suggestion) < 500 for finding in findings)


@given(st.text())
@example("\ud800")
@example("a = 1\n" * 2)
def test_any_text_gives_a_form_or_findings(text: str) -> None:
    parsed = parse_form(text)
    assert isinstance(parsed.value, Form) != bool(parsed.findings)


PIECES = (
    *(
        "name",
        "funds",
        "total",
        "indicators",
        "score",
        "core",
        "on",
        "status",
        "internal",
        "分值",
        "a",
        '"b"',
    ),
    *(
        "=",
        "=",
        "=",
        "\n",
        "\n",
        "\n",
        ".",
        ",",
        "[",
        "]",
        "[[",
        "]]",
        "{",
        "}",
        '"',
        "'",
        '"""',
        "'''",
        "#",
        " ",
    ),
    *(
        "1",
        "-0.5",
        "1e9",
        "nan",
        "0xff",
        "9" * 5000,
        "true",
        "2021-12-31",
        "08:00:00",
        "≥83个",
        "“",
        "：",
        "＝",
    ),
    *(
        "\\",
        "\\u0000",
        "\x00",
        "\u200b",
        "\r",
        "\t",
        "\u3000",
        "[[indicators]]\n",
        "[funds]\n",
        'name = "甲"\n',
    ),
)


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_any_text_of_pieces_of_toml_gives_a_form_or_findings(text: str) -> None:
    parsed = parse_form(text)
    assert isinstance(parsed.value, Form) != bool(parsed.findings)


VALUES = st.recursive(
    st.sampled_from(
        [
            "1",
            "-1.5",
            "nan",
            "inf",
            "true",
            '""',
            '"甲"',
            "2021-12-31",
            "08:00:00",
            "0x" + "f" * 5000,
            "9" * 5000,
        ]
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda values: f"[{', '.join(values)}]"),
        st.dictionaries(st.sampled_from(["name", "initial", "total", "甲"]), inner, max_size=3).map(
            lambda table: "{" + ", ".join(f'"{key}" = {value}' for key, value in table.items()) + "}"
        ),
    ),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from([*Form.model_fields, "unknown"]), VALUES, max_size=6))
def test_any_value_at_any_place_gives_a_form_or_findings(table: dict[str, str]) -> None:
    parsed = parse_form("".join(f"{key} = {value}\n" for key, value in table.items()))
    assert isinstance(parsed.value, Form) != bool(parsed.findings)
    assert all(finding.line is None for finding in parsed.findings)


@pytest.mark.parametrize(("written", "expected"), [("# 关于\n", "# 关于\n"), ("一\u202e二", None)])
def test_a_page_is_shown_unless_it_hides_something(
    tmp_path: Path, written: str, expected: str | None
) -> None:
    file = tmp_path / "about.md"
    file.write_text(written, encoding="utf-8")
    assert load_page(Source("pages/about.md", str(file))).value == expected
