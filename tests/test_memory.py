"""What the last build made of each project."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.facts.timelines import Timelines
from generator.model.assessment import Assessment
from generator.model.finding import Finding, Severity
from generator.model.history import FileHistory
from generator.model.site import Edition
from generator.pages.memory import PageKeys, PageMemory
from generator.pages.views_project import Background
from tests.pages.samples import ORGANISATIONS, PROFILE, SITE, assess, make_form

PAGE, TEXT = "projects/2023/unit/project.md", "# 项目\n"
FINDING = Finding(
    "S004", "total-is-not-the-sum", Severity.WARNING, "projects/x.toml", "合计不对", "reported.total"
)
BACKGROUND = Background(SITE, ORGANISATIONS, {PROFILE.id: PROFILE}, {}, Edition.PUBLIC)
ONE = assess(make_form())


def take_key(background: Background = BACKGROUND, one: Assessment = ONE, *findings: Finding) -> str:
    return PageKeys(background).take(one, findings)


@pytest.fixture
def memory(tmp_path: Path) -> PageMemory:
    """A memory of one page, which lies there as it was made."""
    file = tmp_path / "docs" / PAGE
    file.parent.mkdir(parents=True)
    file.write_text(TEXT, encoding="utf-8")
    made = load(tmp_path)
    made.remember(PAGE, TEXT, "key")
    made.store(tmp_path / "pages.json")
    return load(tmp_path)


def load(folder: Path, program: str = "program") -> PageMemory:
    return PageMemory.load(folder / "pages.json", folder / "docs", program)


def test_the_same_makes_the_same_key() -> None:
    assert take_key() == take_key(BACKGROUND, assess(make_form()))


@pytest.mark.parametrize(
    "other",
    [
        replace(BACKGROUND, site=SITE.model_copy(update={"title": "别的"})),
        replace(BACKGROUND, edition=Edition.INTERNAL),
        replace(BACKGROUND, profiles={"other": PROFILE}),
        replace(BACKGROUND, organisations=ORGANISATIONS.model_copy(update={"units": {}})),
        replace(BACKGROUND, history={ONE.project.place.path: FileHistory(None, date(2024, 3, 1))}),
    ],
)
def test_whatever_a_page_is_made_of_makes_another_key(other: Background) -> None:
    assert take_key(other) != take_key()


def test_another_cell_or_finding_makes_another_key() -> None:
    keys = {
        take_key(),
        take_key(BACKGROUND, assess(make_form(name="别的"))),
        take_key(BACKGROUND, ONE, FINDING),
    }
    assert len(keys) == 3


def test_a_change_of_another_year_makes_another_key() -> None:
    def take(actual: str) -> str:
        before = assess(make_form(goals=({"expected": "", "actual": actual},)), year=2022)
        return take_key(replace(BACKGROUND, trace=Timelines((before, ONE)).trace))

    assert len({take_key(), take("做完"), take("没有做完")}) == 3


def test_a_page_that_lies_there_and_would_come_out_the_same_is_recalled(memory: PageMemory) -> None:
    assert memory.recall(PAGE, "key")


def test_another_key_or_page_is_not_recalled(memory: PageMemory) -> None:
    assert not memory.recall(PAGE, "other")
    assert not memory.recall("projects/2023/unit/other.md", "key")


def test_a_page_that_somebody_changed_removed_or_linked_is_not_recalled(
    memory: PageMemory, tmp_path: Path
) -> None:
    file = tmp_path / "docs" / PAGE
    file.rename(tmp_path / "elsewhere.md")
    assert not memory.recall(PAGE, "key")
    file.symlink_to(tmp_path / "elsewhere.md")
    assert not memory.recall(PAGE, "key")
    file.unlink()
    file.write_text("# 别的\n", encoding="utf-8")
    assert not memory.recall(PAGE, "key")


def test_what_another_program_made_is_forgotten(memory: PageMemory, tmp_path: Path) -> None:
    assert memory.recall(PAGE, "key")
    assert not load(tmp_path, "newer").recall(PAGE, "key")


@pytest.mark.parametrize(
    "content", ["", "{", "[]", "{}", '{"program": "program", "pages": {"a": 1}}', "\x00"]
)
def test_a_damaged_memory_is_none(tmp_path: Path, content: str) -> None:
    (tmp_path / "pages.json").write_text(content, encoding="utf-8")
    assert not load(tmp_path).recall(PAGE, "key")


def test_only_pages_of_this_build_are_stored(memory: PageMemory, tmp_path: Path) -> None:
    memory.store(tmp_path / "pages.json")
    assert not load(tmp_path).recall(PAGE, "key")


def test_what_is_stored_already_is_not_written_again(memory: PageMemory, tmp_path: Path) -> None:
    memory.recall(PAGE, "key")
    memory.store(tmp_path / "missing" / "pages.json")  # where nothing could be written
