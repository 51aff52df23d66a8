"""The guide for submitters: publishing leaves it as it is, and its examples do what it says of them."""

import re
import shutil
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.check.checking import check
from generator.cli.main import run
from generator.load import load, parse_form
from generator.load.form_template import draft_form
from generator.model.project import Place
from generator.render.escaping import tame_markdown
from generator.runtime.progress import Silence
from tests.inline import CONTENT

GUIDE = (CONTENT / "pages/guide.md").read_text(encoding="utf-8")
UNIT = "xianghuaqiao-dangqun"
FORM = 'name = "项目"\n'
BLOCK = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)


class Mistake(NamedTuple):
    """One of the common mistakes: its heading, by which code it is said to be reported, and both ways to write it."""

    title: str
    code: str
    before: str
    after: str


def list_mistakes() -> list[Mistake]:
    (chapter,) = re.findall(r"^## 常见的错误\n(.*?)^## ", GUIDE, re.DOTALL | re.MULTILINE)
    sections = re.split(r"^### ", chapter, flags=re.MULTILINE)[1:]
    found = []
    for section in sections:
        (before, after) = (text for _, text in BLOCK.findall(section))
        (code,) = re.findall(r"报 ([A-Z]\d{3})", section)
        found.append(Mistake(section.partition("\n")[0], code, before, after))
    return found


MISTAKES = list_mistakes()


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the real content."""
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


def list_codes(content: Path, form: str) -> set[str]:
    """List by which codes a form is reported."""
    path = f"projects/2024/{UNIT}/example.toml"
    (content / path).parent.mkdir(parents=True, exist_ok=True)
    (content / path).write_text(form, encoding="utf-8")
    return {one.code for one in check(content, Silence()).findings if one.path == path and not one.waiver}


def complete(snippet: str) -> str:
    """Make a form of a snippet, which may name the project or not."""
    return snippet if snippet.startswith("name") else FORM + snippet


def test_there_are_mistakes_to_look_at() -> None:
    assert len(MISTAKES) >= 8


def test_publishing_leaves_the_guide_as_it_is() -> None:
    assert tame_markdown(GUIDE, lambda target: True) == GUIDE


def test_links_of_the_published_guide_lead_to_pages(site: Path) -> None:
    page = site / "guide/index.html"
    text = page.read_text(encoding="utf-8")
    links = set(
        re.findall(
            r'<a href="(\.\./[^"]*)">[^<]*</a>', text[text.index("<article") : text.index("</article")]
        )
    )
    assert links == {"../pages/filling/", "../rules/", "../about/"}
    assert all((page.parent / link / "index.html").is_file() for link in links)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.title)
def test_mistake_is_reported_as_the_guide_says(content: Path, mistake: Mistake) -> None:
    assert mistake.code in list_codes(content, complete(mistake.before))


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.title)
def test_mended_mistake_is_reported_no_more(content: Path, mistake: Mistake) -> None:
    assert parse_form(complete(mistake.after)).value is not None
    assert mistake.code not in list_codes(content, complete(mistake.after))


def test_message_that_the_guide_explains_is_one_that_is_given(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(content.parent)
    monkeypatch.setattr(sys, "argv", ["jixiao", "check", "--all"])
    run()
    told = capsys.readouterr().out.splitlines()
    ((_, shown),) = (block for block in BLOCK.findall(GUIDE) if block[0] == "text")
    assert set(shown.splitlines()) <= set(told)


def test_waiver_that_the_guide_shows_waives(content: Path) -> None:
    row = '[[indicators]]\nname = "补贴个数"\ntarget = "≥83个"\nactual = "83"\nweight = 20\nscore = 18\n'
    (waiver,) = (text for kind, text in BLOCK.findall(GUIDE) if kind == "toml" and "waivers" in text)
    assert "S009" in list_codes(content, FORM + row)
    assert not {"S009", "W001"} & list_codes(content, FORM + row + waiver)


FILLING = (CONTENT / "pages/filling.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("text", [text for kind, text in BLOCK.findall(FILLING) if kind == "toml"])
def test_examples_of_the_page_on_filling_can_be_read(text: str) -> None:
    assert not parse_form(complete(text)).findings


def test_the_page_on_filling_shows_how_merged_cells_are_written() -> None:
    (text,) = (text for kind, text in BLOCK.findall(FILLING) if "merged" in text)
    form = parse_form(complete(text)).value
    assert form is not None
    assert [(row.level1, row.level2) for row in form.indicators] == [
        *[("产出指标", "数量指标")] * 3,
        ("产出指标", "质量指标"),
    ]


@pytest.mark.parametrize(
    "text", [GUIDE, FILLING, draft_form(load(CONTENT).profiles["shanghai"], Place(2024, "a", "b"))]
)
def test_one_rule_says_everywhere_what_becomes_of_empty_cells_and_of_what_looks_wrong(text: str) -> None:
    assert re.search("原表空着的格，?不[写填]", text)
    assert re.search("留着[^。]*都一样", text)
    assert re.search("看上去不对的也(照抄，)?不改", text)


def test_commands_of_the_guide_are_known(monkeypatch: pytest.MonkeyPatch) -> None:
    verbs = set(re.findall(r"jixiao (\w+)", GUIDE))
    assert {"new", "check", "rule", "serve"} <= verbs
    for verb in verbs:
        monkeypatch.setattr(sys, "argv", ["jixiao", verb, "--help"])
        assert run() == 0
