"""The words around a fault of syntax."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.load.toml_lines import clear_line, find_opening, find_statement, find_table, is_header

TEXT = """\
name = 甲 # 注
[funds]
total = { initial = 1,000, executed = 2 }
sources = [
  { name = "财政" },
  { name = 其他, initial = 3 },
]
[[indicators]]
[[indicators]]
 target ＝ ≥5个
explanation = "一 # 二
a.b = 1
"""


def at(words: str) -> int:
    """The index behind words of the text."""
    return TEXT.index(words) + len(words)


@pytest.mark.parametrize(
    ("words", "steps", "value"),
    [
        ("name = ", ["name"], "甲"),
        ("initial = 1", ["funds", "total", "initial"], "1,000"),
        ("executed = ", ["funds", "total", "executed"], "2"),
        ("其他", ["funds", "sources", 1, "name"], "其他"),
        (" target ＝ ", ["indicators", 1, "target"], "≥5个"),
        ("二", ["indicators", 1, "explanation"], '"一 # 二'),
        ("a.b = ", ["indicators", 1, "a", "b"], "1"),
    ],
)
def test_a_statement_has_its_value_and_its_table(words: str, steps: list[str | int], value: str) -> None:
    statement = find_statement(TEXT, at(words), behind_key=True)
    assert statement is not None
    assert (list(statement.steps), statement.value) == (steps, value)


@pytest.mark.parametrize("words", ["[funds", "sources = [\n", "]\n[[indicators"])
def test_other_lines_hold_no_statement(words: str) -> None:
    assert find_statement(TEXT, at(words), behind_key=True) is None


def test_a_fault_at_a_key_is_about_it_only_if_it_is_said_to_be() -> None:
    assert find_statement(TEXT, 0, behind_key=True) is None
    assert find_statement(TEXT, 0, behind_key=False) is not None


@pytest.mark.parametrize("sign", ["=", "＝", ":", "："])
def test_signs_that_were_typed_for_the_equals_sign_are_known(sign: str) -> None:
    statement = find_statement(f"name{sign}甲", 5, behind_key=True)
    assert statement is not None
    assert (statement.sign, statement.value) == (sign, "甲")


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("", []),
        ("[a.b]\n", ["a", "b"]),
        ("[[a]]\n[[a]]\n", ["a", 1]),
        ("[[a]]\n[b]\n", ["b"]),
        ("[[a]]\n[[b]]\n[[a]]\n", ["a", 1]),
        ("[a\n", []),
    ],
)
def test_a_table_is_found_by_the_headers_above(text: str, steps: list[str | int]) -> None:
    assert list(find_table(text, len(text))) == steps


@pytest.mark.parametrize(
    ("text", "line"),
    [("a = 1\na = [\n1,\n]", "a = ["), ("[a]\n[a]", "[a]"), ("x\ny", "x"), ("", "")],
)
def test_the_line_in_which_something_begins_is_found(text: str, line: str) -> None:
    start, end = find_opening(text, len(text))
    assert text[start:end] == line


def test_headers_are_told_from_other_lines() -> None:
    assert is_header("a\n [[b]] # c", 5)
    assert not is_header("a = [b]", 5)


def test_a_cleared_line_leaves_all_others_where_they_are() -> None:
    assert clear_line(TEXT, at("name = "), behind_key=True) == TEXT.replace("name = 甲 # 注", " " * 12)


def test_a_cleared_row_is_still_a_row() -> None:
    cleared = clear_line(TEXT, at("其他"), behind_key=True)
    assert cleared is not None
    assert cleared.splitlines()[5].rstrip() == "{},"
    assert len(cleared) == len(TEXT)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a = [\n", "["),
        ("a = {\n", "{"),
        ('a = """b\n', "b"),
        ("a = '''b\n", "b"),
        ('a = """\nb = c\n"""\n', "c"),
        ("a = [\nb = 1\n", "\n"),
        ("[a\n", "a"),
        ("prose\n", "pro"),
        ("{ a = b }\n", ""),
    ],
)
def test_a_line_that_is_no_whole_statement_is_not_cleared(text: str, words: str) -> None:
    assert clear_line(text, text.index(words) + len(words), behind_key=True) is None


@given(st.text(alphabet="a=[]{}\"' ,\n#:＝"), st.integers(0, 50), st.booleans())
def test_any_text_and_any_place_are_looked_at_calmly(text: str, place: int, behind: bool) -> None:
    index = min(place, len(text))
    find_statement(text, index, behind_key=behind)
    find_opening(text, index)
    cleared = clear_line(text, index, behind_key=behind)
    assert cleared is None or (len(cleared) == len(text) and cleared.count("\n") == text.count("\n"))
