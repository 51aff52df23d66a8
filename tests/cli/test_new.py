"""Starting a form: where it may lie, what it takes over from, and that nothing is ever overwritten."""

import shutil
from pathlib import Path

import pytest

from generator.check.checking import CannotRunError
from generator.cli import new
from generator.cli.new import start_form
from generator.load import load, parse_form
from generator.model.form import Form, FormKind
from tests.inline import CONTENT

UNIT = "xianghuaqiao-dangqun"
LAST = f"2023/{UNIT}/dangjian-gongzuo"
NEXT = f"2024/{UNIT}/dangjian-gongzuo"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the real content."""
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


def read(file: Path) -> Form:
    parsed = parse_form(file.read_text(encoding="utf-8"))
    assert parsed.value is not None, parsed.findings
    return parsed.value


def refuse(content: Path, at: str, origin: str | None = None) -> str:
    before = {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}
    with pytest.raises(CannotRunError) as refusal:
        start_form(content, at, origin)
    assert {path: path.read_bytes() for path in content.rglob("*") if path.is_file()} == before
    return str(refusal.value)


def test_form_takes_over_from_the_year_before(content: Path) -> None:
    file = start_form(content, NEXT)
    assert file == content / f"projects/{NEXT}.toml"
    assert read(file).name == "党建工作专项经费"
    assert read(file).previous == ""


def test_form_of_a_new_project_has_the_rows_of_the_default_profile(content: Path) -> None:
    form = read(start_form(content, f"2024/{UNIT}/new"))
    assert {row.level1 for row in form.indicators} == {"产出指标", "效益指标", "满意度指标"}
    assert form.name == "……"


def test_form_takes_over_the_targets_of_its_own_year(content: Path) -> None:
    file = start_form(content, f"{NEXT}-target", LAST, FormKind.TARGET)
    assert read(file).kind is FormKind.TARGET
    file.write_text(file.read_text(encoding="utf-8").replace("≥83个", "≥85个"), encoding="utf-8")
    form = read(start_form(content, NEXT))
    assert form.kind is FormKind.SELF_EVALUATION
    assert [row.target for row in form.indicators] == [row.target for row in read(file).indicators]


def test_form_takes_over_from_the_one_that_was_named(content: Path) -> None:
    form = read(start_form(content, f"2024/{UNIT}/renamed", LAST))
    assert form.name == "党建工作专项经费"
    assert form.previous == LAST


def test_new_form_brings_no_errors_into_the_content(content: Path) -> None:
    start_form(content, NEXT)
    corpus = load(content)
    assert not corpus.findings
    assert NEXT in {project.id for project in corpus.projects}


def test_schema_line_leads_to_the_schema(content: Path) -> None:
    file = start_form(content, NEXT)
    schema = file.read_text(encoding="utf-8").splitlines()[0].removeprefix("#:schema ")
    assert (file.parent / schema).resolve() == (content / "project.schema.json").resolve()


def test_file_that_is_there_is_not_touched(content: Path) -> None:
    assert "已经有了" in refuse(content, LAST)


def test_dangling_link_at_the_place_is_not_written_through(content: Path, tmp_path: Path) -> None:
    (content / f"projects/2023/{UNIT}/link.toml").symlink_to(tmp_path / "outside.toml")
    assert "已经有了" in refuse(content, f"2023/{UNIT}/link")
    assert not (tmp_path / "outside.toml").exists()


def test_folder_that_leads_out_of_the_content_is_not_written_into(content: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (content / "projects/2024").symlink_to(outside)
    assert "是链接" in refuse(content, NEXT)
    assert not list(outside.iterdir())


def test_folder_that_leads_elsewhere_in_the_content_is_not_written_into(content: Path) -> None:
    (content / "projects/elsewhere").mkdir()
    (content / "projects/2024").symlink_to("elsewhere")
    assert "是链接" in refuse(content, NEXT)


def test_unknown_unit_is_told_with_the_nearest_known_one(content: Path) -> None:
    assert f"是不是 {UNIT}？" in refuse(content, "2024/xianghuaqiao-dangqum/new")


def test_file_that_appears_meanwhile_is_not_overwritten(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = content / f"projects/{NEXT}.toml"

    def draft_slowly(*_: object) -> str:
        file.parent.mkdir(parents=True)
        file.write_text("another's", encoding="utf-8")
        return "mine"

    monkeypatch.setattr(new, "draft_form", draft_slowly)
    with pytest.raises(CannotRunError, match="已有同名的文件"):
        start_form(content, NEXT)
    assert file.read_text(encoding="utf-8") == "another's"


@pytest.mark.parametrize(
    "at",
    ["", "2024", f"2024/{UNIT}", f"content/projects/2024/{UNIT}/new.toml", "2024/a/b/c", f"/2024/{UNIT}/new"],
)
def test_path_of_another_shape_is_told_how_it_is_written(content: Path, at: str) -> None:
    assert "年度/单位代号/项目代号 的写法" in refuse(content, at)


@pytest.mark.parametrize(
    ("at", "told"),
    [
        (f"24/{UNIT}/new", "四位年份"),
        (f"2024/{UNIT}/党建", "不能用作网址"),
        (f"2024/{UNIT}/..", "不能用作网址"),
        (f"2024/{UNIT}/index", "网站自己要用的名称"),
        (f"2024/{UNIT}/new.toml", "不能用作网址"),
    ],
)
def test_name_that_cannot_be_an_address_is_refused(content: Path, at: str, told: str) -> None:
    assert told in refuse(content, at)


@pytest.mark.parametrize("origin", [f"2023/{UNIT}/nothing", "2023/nobody/dangjian-gongzuo"])
def test_form_that_was_named_but_is_not_there_is_told(content: Path, origin: str) -> None:
    assert f"projects/{origin}.toml" in refuse(content, NEXT, origin)


def test_faulty_form_of_the_year_before_is_not_passed_over(content: Path) -> None:
    (content / f"projects/{LAST}.toml").write_text("name = 1\n", encoding="utf-8")
    assert "必须改正" in refuse(content, NEXT)


def test_default_profile_that_cannot_be_used_is_told(content: Path) -> None:
    (content / "profiles/shanghai.toml").unlink()
    assert "评分办法" in refuse(content, f"2024/{UNIT}/new")


def test_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert "找不到内容文件夹" in refuse(tmp_path / "nothing", NEXT)
