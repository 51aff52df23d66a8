"""What a hand-written page may hold."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.load.markdown import LONGEST_BLOCK, LONGEST_PAGE, MOST_LEVELS, MOST_OPEN, parse_page
from generator.render.escaping import tame_markdown
from tests.inline import CONTENT
from tests.load.trees import load_content
from tests.render.markup import convert

HEAVY = {
    "open brackets": "[" * 6000,
    "open images": "![" * 3000,
    "brackets and code": "[`" * 3000,
    "brackets line by line": "[\n" * 3000,
    "brackets within one another": "[" * 3000 + "]" * 3000,
    "brackets that comments seem to close": "[<!-- ] -->" * 3000,
    "emphasis in emphasis": "*" * 2000 + "**甲" * 1000,
    "emphasis line by line": "__甲\n" * 400 + "甲**\n" * 400,
    "backticks": "`" * 4000,
    "backticks and text": "``" * 2000 + " " * 2000 + "_" * 900,
    "rulers": "***\n" * 2000,
    "headings": "# 甲\n" * 2000,
    "headings apart": "# 甲\n\n" * 2000,
    "underlined headings apart": "甲\n---\n\n" * 2000,
    "less-than signs": "<" * 50_000,
    "entities": "&" * 50_000,
    "quotes in quotes": "> " * 400,
    "items in items": "1. - " * 400,
    "items and quotes in one another": "- > 1) * + " * 400,
    "numbers of many digits": f"{'1' * 20}. " * 400,
    "deep indentation": "".join(f"{'    ' * depth}- 甲\n" for depth in range(200)),
    "deep indentation by tabs": "".join("\t" * depth + "- 甲\n" for depth in range(200)),
    "a wide table": f"{'a|' * 1000}\n{'-|' * 1000}\n" + "a|\n" * 400,
    "many tables": (f"{'a|' * 20}\n{'-|' * 20}\n" + "a|\n" * 400 + "\n") * 40,
    "a long line": "甲" * (LONGEST_BLOCK + 1),
    "a long page": "甲\n\n" * (LONGEST_PAGE // 3 + 1),
}

WORDS = "[ ![ ]( ] * ** _ ` `` ``` ~~~ < & { > - + # | 1. = : 甲 a ](https://a.b/) ](http://]) ](mailto://[) <!-- -->"
BREAKS = ("\n", "\n\n", "    ", " ", "\n> ", "\n- ", "\n    - ", "\n|-|-|\n", "\n---\n", "\\", "[TOC]", "](#")


@pytest.mark.parametrize("text", HEAVY.values(), ids=HEAVY)
def test_what_markdown_takes_for_ever_over_is_told_at_its_line(text: str) -> None:
    found = parse_page(f"# 题\n\n{text}", "pages/a.md").findings
    assert {finding.rule for finding in found} == {"complex-page"}
    assert all(finding.line for finding in found)


@pytest.mark.parametrize(
    "text", ["甲\n\n[[[\n乙[[\n" + "[" * MOST_OPEN, "甲\n\n\n乙\n" + "> " * (MOST_LEVELS + 1)]
)
def test_the_line_is_the_one_where_it_gets_too_much(text: str) -> None:
    (finding,) = parse_page(text, "pages/a.md").findings
    assert (finding.line, finding.column) == (5, 1)


@pytest.mark.parametrize("file", sorted((CONTENT / "pages").iterdir()), ids=lambda file: file.stem)
def test_published_pages_pass_as_they_are(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    page = parse_page(text, file.name)
    assert (page.value, page.findings) == (text, ())
    assert parse_page("\n\n".join([text] * 5), file.name).findings == ()


@pytest.mark.parametrize(
    "text",
    [
        "- - -\n\n* * *\n\n----------------------------------------\n",
        "- 甲\n    - 乙\n        - 丙\n            1. 丁\n",
        "> > 引用 [1] [2] [3] [[见]](https://example.org/)\n",
        "| 列 " * 12 + "|\n" + "| --- " * 12 + "|\n" + ("| 值 " * 12 + "|\n") * 100,
        "（一）甲。" * 500,
        "```toml\n[[indicators]]\nname = [[1, 2], [3]]\n```\n",
    ],
)
def test_what_a_person_writes_passes(text: str) -> None:
    assert parse_page(text, "pages/a.md").findings == ()


@settings(max_examples=300)
@given(
    st.lists(
        st.tuples(st.sampled_from([*WORDS.split(), *BREAKS]), st.sampled_from([1, 1, 1, 2, 30, 300])),
        max_size=12,
    )
)
def test_whatever_passes_is_made_html(pieces: list[tuple[str, int]]) -> None:
    page = parse_page("".join(piece * times for piece, times in pieces), "pages/a.md")
    if page.value is not None and all(finding.rule == "not-an-address" for finding in page.findings):
        convert(tame_markdown(page.value, lambda target: False))


@pytest.mark.parametrize("address", ["http://]", "https://\u2100.com", "https://", "https://a.b:99999/"])
def test_a_link_to_no_address_is_told_and_the_page_is_kept(tmp_path: Path, address: str) -> None:
    corpus = load_content(tmp_path, {"pages/about.md": f"# 甲\n\n见[乙]({address})。\n"})
    (finding,) = corpus.findings
    assert (finding.rule, finding.path, finding.line, finding.column) == (
        "not-an-address",
        "pages/about.md",
        3,
        6,
    )
    assert [page.name for page in corpus.pages] == ["about"]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("见[乙](https://me:secret@example.org/)。", "login-in-address"),
        ("见[乙](https://甲:乙@example.org/)。", "login-in-address"),
        ("git clone https://token@example.org/a.git", "login-in-address"),
        ("<!-- 待办\n", "open-comment"),
        ("[" * 6000, "complex-page"),
    ],
)
def test_a_page_that_must_not_be_shown_is_left_out(tmp_path: Path, text: str, rule: str) -> None:
    corpus = load_content(tmp_path, {"pages/about.md": text, "pages/a.md": "甲\r\n\r\n<!-- 乙 -->\r\n"})
    (finding,) = corpus.findings
    assert (finding.rule, finding.line) == (rule, 1)
    assert "secret" not in finding.message + finding.suggestion
    assert [(page.name, page.text) for page in corpus.pages] == [("a", "甲\n\n\n")]
