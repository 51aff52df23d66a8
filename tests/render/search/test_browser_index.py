"""Everything on the site is found by every part of it, in Chromium, and nothing that is not there."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, Page

from generator.render.search.indexing import IndexFolders
from generator.render.search.rendering import SEPARATOR
from generator.render.search.spreading import GAP, SINGLE, spread_text
from tests.render.search.dialog import ask_index
from tests.render.search.samples import Reader, make_odd_texts

pytestmark = pytest.mark.browser

SPREAD = """async (texts) => {
  const { spreadText, processTerm } = await import(new URL("assets/javascripts/search-text.js", location.href));
  return texts.map((text) => [spreadText(text), processTerm(text)]);
}"""


class Source(NamedTuple):
    """What Pagefind was given of one page: title, facts and text as people wrote them, and all of it without marks."""

    path: str
    pieces: tuple[str, ...]
    letters: str

    def holds(self, query: str) -> bool:
        """Tell whether a piece holds the query, whatever marks stand between."""
        return strip_marks(query) in self.letters


def strip_marks(text: str) -> str:
    return re.sub(r"[^\w]", "", text)


@pytest.fixture(scope="module")
def sources(site: Path) -> list[Source]:
    folder = IndexFolders.below(site.parent).source
    files = [file for shard in sorted(folder.iterdir()) for file in sorted(shard.rglob("index.html"))]
    paths = [file.parent.relative_to(folder).as_posix().partition("/")[2] + "/" for file in files]
    pieces = [read_pieces(file) for file in files]
    letters = ["\n".join(map(strip_marks, one)) for one in pieces]
    return list(map(Source, paths, pieces, letters))


def read_pieces(file: Path) -> tuple[str, ...]:
    text = Reader(file.read_text(encoding="utf-8")).text.strip()
    return tuple(piece.replace(" ", "").replace(GAP, " ") for piece in text.split(SEPARATOR))


@pytest.fixture(scope="module")
def opened(browser: Browser, server: str) -> Iterator[Page]:
    """One page for all questions: they leave nothing on it."""
    page = browser.new_page()
    page.goto(server)
    yield page
    page.close()


def read_text(runs: list[dict[str, Any]]) -> str:
    return "".join(run["text"] for run in runs)


def list_parts(text: str) -> Iterator[str]:
    """List all runs of two to five characters of a text, and all of it."""
    for run in re.findall(f"[{SINGLE}]+", text):
        yield from (
            run[start : start + length] for length in range(2, 6) for start in range(len(run) - length + 1)
        )
    yield text


def test_every_part_of_every_name_is_found_on_exactly_the_pages_that_hold_it(
    opened: Page, sources: list[Source]
) -> None:
    projects = [source for source in sources if source.path.startswith("projects/")]
    names = {piece for project in projects for piece in project.pieces if 2 <= len(piece) <= 30}
    queries = sorted({part for name in names for part in list_parts(name) if re.search(r"\w\w", part)})
    assert len(queries) > 500
    wrong = []
    for query, answer in zip(queries, ask_index(opened, *queries), strict=True):
        found = {result["path"] for result in answer}
        held = {source.path for source in sources if source.holds(query)}
        exact = bool(
            re.fullmatch(f"[{SINGLE}]+", query)
        )  # 3个 is a part of 83个 to people, but no word of it
        if found != held if exact else not found & held:
            wrong.append((query, found ^ held))
    assert not wrong


def test_results_read_as_they_were_written(opened: Page, sources: list[Source]) -> None:
    pieces = {source.path: source.pieces for source in sources}
    queries = [source.pieces[0] for source in sources] + ["体检完成率", "基本完成", "83", "经费 2023年度"]
    for result in (result for answer in ask_index(opened, *queries) for result in answer):
        facts = [read_text(runs) for runs in result["facts"]]
        title, *rest = pieces[result["path"]]
        assert (read_text(result["title"]), *facts) == (title, *rest[: len(facts)])
        excerpt = read_text(result["excerpt"]).removeprefix("……").removesuffix("……")
        assert excerpt in " | ".join(rest[len(facts) :])


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("2023年度", "2023年度"),
        ("≥83个", "83个"),
        ("83", "83"),
        ("85.8%", "85.8%"),
        ("90.56%", "90.56%"),
        ("90.56", "90.56%"),
        ("829,000", "829,000"),
        ("829000", "829,000"),
        ("８２９,０００元", "829,000元"),
        ("党务干部140人、信息员65人", "党务干部140人、信息员65人"),
        ("党务干部140人信息员65人", "党务干部140人、信息员65人"),
        ("toml", "TOML"),
        ('"体检完成率"', "体检完成率"),
        ("“体检完成率”", "体检完成率"),
        ("体检完成率。", "体检完成率"),
    ],
)
def test_numbers_latin_words_and_mixed_text_are_found_and_marked(
    opened: Page, query: str, marked: str
) -> None:
    (answer,) = ask_index(opened, query)
    runs = [
        run
        for result in answer
        for runs in (result["title"], *result["facts"], result["excerpt"])
        for run in runs
    ]
    assert marked in {run["text"] for run in runs if run["marked"]}


@pytest.mark.parametrize("query", ["火星探测", "体检 火星", "费经", "83% 火星", "党群 党群火星"])
def test_what_is_not_there_is_not_found(opened: Page, query: str) -> None:
    assert ask_index(opened, query) == [[]]


def test_a_phrase_never_reaches_from_one_cell_into_the_next(opened: Page, sources: list[Source]) -> None:
    project = next(source for source in sources if source.pieces[0] == "党建工作专项经费")
    cells = [piece for piece in project.pieces if re.fullmatch(f"[{SINGLE}]{{4,}}", piece)]
    joined = [left[-2:] + right[:2] for left, right in pairwise(cells)]
    unheld = [query for query in joined if not any(source.holds(query) for source in sources)]
    assert unheld
    assert ask_index(opened, *unheld) == [[] for _ in unheld]


def test_of_several_words_all_must_be_on_the_page(opened: Page, sources: list[Source]) -> None:
    words = ("体检", "补贴", "信息员")
    held = {source.path for source in sources if all(source.holds(word) for word in words)}
    one, other = ask_index(opened, " ".join(words), "\u3000".join(reversed(words)))
    assert {result["path"] for result in one} == {result["path"] for result in other} == held


@pytest.mark.parametrize("query", ["经费", "得分", "上海市青浦区香花桥街道社区党群服务中心"])
def test_pages_that_bear_the_words_in_their_title_come_first(opened: Page, query: str) -> None:
    (answer,) = ask_index(opened, query)
    bearing = [query in strip_marks(read_text(result["title"])) for result in answer]
    assert any(bearing)
    assert bearing == sorted(bearing, reverse=True)


def test_queries_are_spread_in_the_browser_as_texts_are_in_the_index(
    opened: Page, sources: list[Source]
) -> None:
    texts = make_odd_texts(3000)
    texts += [piece for source in sources for piece in source.pieces]
    for text, (spread, phrases) in zip(texts, opened.evaluate(SPREAD, texts), strict=True):
        assert spread == spread_text(text), repr(text)
        assert phrases == list(dict.fromkeys(filter(None, map(split_words, text.split())))), repr(text)


def split_words(text: str) -> str:
    """The words of a text without its marks, parted by spaces."""
    words = re.findall(rf" ([{SINGLE}]|[_‿⁀⁔]+|[\w.,]+)", spread_text(text))
    return " ".join(word.rstrip(".,") for word in words)
