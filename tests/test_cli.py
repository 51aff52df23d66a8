"""The command: what it prints where, and with which code it ends."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

import pytest

from generator import cli, pipeline, serving
from tests.inline import CONTENT

FORM = 'name = "图书室开放经费"\nstatus = "published"\nfunds = { weight = 10 }\n'
GOOD = (
    FORM + '[[indicators]]\nname = "开放天数"\ntarget = "≥300天"\nactual = "310天"\nweight = 90\nscore = 90\n'
)
SHORT = GOOD.replace("weight = 90", "weight = 80").replace("score = 90", "score = 80")
BROKEN = GOOD + "wieght = 1\n"


class Ended(NamedTuple):
    """How the command ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        document: dict[str, Any] = json.loads(self.out)
        return document


Run = Callable[..., Ended]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command in this process."""

    def run_words(*words: str | Path) -> Ended:
        monkeypatch.setattr(sys, "argv", ["jixiao", *map(str, words)])
        with pytest.raises(SystemExit) as left:
            cli.main()
        assert isinstance(left.value.code, int)
        return Ended(left.value.code, *capsys.readouterr())

    return run_words


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder with the real profiles and units, and no projects."""
    folder = tmp_path / "content"
    ignored = shutil.ignore_patterns("projects", "project.schema.json")
    shutil.copytree(CONTENT, folder, ignore=ignored)
    (folder / "projects/2023/xianghuaqiao-dangqun").mkdir(parents=True)
    return folder


def add(content: Path, **projects: str) -> None:
    """Add projects of one unit by their slugs."""
    for slug, text in projects.items():
        (content / f"projects/2023/xianghuaqiao-dangqun/{slug}.toml").write_text(text, encoding="utf-8")


def name(content: Path, slug: str) -> Path:
    return content / f"projects/2023/xianghuaqiao-dangqun/{slug}.toml"


# What it gives to programs


SCORE_KEYS = {
    "": {"version", "projects"},
    "project": {"id", "name", "profile", "execution", "rows", "total", "grade"},
    "execution": {"rate", "score", "claimed", "formula"},
    "row": {
        *("key", "name", "kind", "outcome", "computed"),
        *("allowed", "claimed", "accepted", "formula"),
    },
    "total": {"claimed", "computed", "accepted"},
}


def test_scores_have_exactly_the_keys_of_the_contract(run: Run) -> None:
    document = run("--content", CONTENT, "score", "--format", "json").json
    assert set(document) == SCORE_KEYS[""]
    assert document["version"] == 1
    for project in document["projects"]:
        assert set(project) == SCORE_KEYS["project"]
        assert set(project["execution"]) == SCORE_KEYS["execution"]
        assert set(project["total"]) == SCORE_KEYS["total"]
        assert all(set(row) == SCORE_KEYS["row"] for row in project["rows"])


def test_scores_have_exactly_the_formats_of_the_contract(run: Run) -> None:
    for project in run("--content", CONTENT, "score", "--format", "json").json["projects"]:
        execution, total = project["execution"], project["total"]
        assert is_number(execution["rate"], places=6)
        points = [execution["score"], execution["claimed"], *total.values()]
        for position, row in enumerate(project["rows"]):
            assert row["key"] == f"indicators[{position}]"
            assert row["kind"] in {"quantity", "deadline", "compound", "words", "empty"}
            assert row["outcome"] in {"met", "short", "exceeded", "judged", "not-assessed"}
            assert len(row["allowed"]) == 2
            points += [row["computed"], *row["allowed"], row["claimed"], row["accepted"]]
        assert all(is_number(number, places=2) for number in points)


def is_number(text: str | None, places: int) -> bool:
    return text is None or re.fullmatch(rf"-?[0-9]+\.[0-9]{{{places}}}", text) is not None


def test_the_four_published_forms_have_their_totals(run: Run) -> None:
    unit = CONTENT / "projects/2023/xianghuaqiao-dangqun"
    projects = run("--content", CONTENT, "score", unit, "--format", "json").json["projects"]
    totals = {one["id"].rpartition("/")[2]: one["total"]["accepted"] for one in projects}
    assert totals.items() >= {
        ("dangjian-gongzuo", "96.56"),
        ("dangqun-guifanhua", "95.22"),
        ("juminqu-fuwu-qunzhong", "100.00"),
        ("juweihui-gongzuo", "99.99"),
    }


def test_findings_have_exactly_the_keys_of_the_contract(run: Run, content: Path) -> None:
    add(content, bad=BROKEN, short=SHORT)
    document = run("--content", content, "check", "--format", "json").json
    assert set(document) == {"version", "findings", "summary"}
    assert document["version"] == 1
    assert set(document["summary"]) == {"files", "errors", "warnings", "advice"}
    assert document["findings"]
    for finding in document["findings"]:
        assert set(finding) == {
            *("code", "rule", "severity", "path", "line", "column"),
            *("key", "message", "suggestion", "help"),
        }
        assert finding["severity"] in {"error", "warning", "advice"}
        assert finding["line"] >= 1
        assert finding["column"] >= 1
        assert finding["help"] == f"rules/{finding['code']}/"


def test_the_summary_counts_the_findings(run: Run, content: Path) -> None:
    add(content, bad=BROKEN, short=SHORT)
    document = run("--content", content, "check", "--format", "json").json
    severities = [finding["severity"] for finding in document["findings"]]
    counts = {f"{one}s": severities.count(one) for one in ("error", "warning")}
    files = len(list(content.rglob("*.toml")))
    assert document["summary"] == {"files": files, **counts, "advice": severities.count("advice")}


def test_a_finding_stands_where_its_key_is_written(run: Run, content: Path) -> None:
    add(content, bad=BROKEN)
    findings = run("--content", content, "check", "--format", "json").json["findings"]
    (finding,) = (one for one in findings if one["severity"] == "error")
    assert finding["path"] == name(content, "bad").as_posix()
    assert (finding["line"], finding["column"]) == (BROKEN.count("\n"), 1)
    assert finding["key"] == "indicators[0].wieght"


def test_help_is_an_address_of_the_site_where_it_has_one(run: Run, content: Path) -> None:
    site = content / "site.toml"
    site.write_text(site.read_text(encoding="utf-8").replace('url = ""', 'url = "https://example.org/j"', 1))
    add(content, bad=BROKEN)
    for finding in run("--content", content, "check", "--format", "json").json["findings"]:
        assert finding["help"] == f"https://example.org/j/rules/{finding['code']}/"


# How it ends


def test_clean_content_ends_with_0(run: Run) -> None:
    ended = run("--content", CONTENT, "check")
    assert ended.code == 0
    assert ended.err == ""


def test_warnings_alone_end_with_0(run: Run, content: Path) -> None:
    add(content, short=SHORT)
    ended = run("--content", content, "check")
    assert "数据存疑" in ended.out
    assert ended.code == 0


@pytest.mark.parametrize("output", ["text", "json"])
def test_errors_end_with_1(run: Run, content: Path, output: str) -> None:
    add(content, bad=BROKEN)
    assert run("--content", content, "check", "--format", output).code == 1


@pytest.mark.parametrize("verb", ["build", "serve", "check", "score", "schema"])
def test_a_content_folder_that_is_not_there_ends_with_2(run: Run, tmp_path: Path, verb: str) -> None:
    ended = run("--content", tmp_path / "nowhere", verb)
    assert ended == (
        2,
        "",
        f"找不到内容文件夹 {tmp_path}/nowhere。请在仓库根目录运行，或用 --content 指明文件夹。\n",
    )


def test_a_content_folder_that_is_a_file_ends_with_2(run: Run) -> None:
    ended = run("--content", __file__, "check")
    assert (ended.code, ended.out) == (2, "")
    assert "Traceback" not in ended.err


def test_a_content_folder_without_a_site_cannot_be_built(run: Run, tmp_path: Path) -> None:
    ended = run("--content", tmp_path, "build", "--build-dir", tmp_path / "build")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.count("\n") == 1
    assert "jixiao check" in ended.err


def test_a_crash_is_told_with_its_traceback_and_a_code_of_its_own(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object, **__: object) -> NoReturn:
        raise ZeroDivisionError

    monkeypatch.setattr(pipeline, "judge", crash)
    ended = run("--content", CONTENT, "check")
    assert (ended.code, ended.out) == (70, "")
    assert "Traceback" in ended.err
    assert "ZeroDivisionError" in ended.err
    assert "不是内容的问题" in ended.err


def test_an_interruption_ends_with_130_and_no_word(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "check", interrupt)
    assert run("--content", CONTENT, "check") == (130, "", "")


def test_a_folder_that_cannot_be_written_ends_with_2(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    ended = run("--content", CONTENT, "build", "--build-dir", tmp_path / "file/build")
    assert (ended.code, ended.out) == (2, "")
    assert "路径中间有一段不是文件夹" in ended.err


# Paths


def test_a_file_is_checked_alone(run: Run, content: Path) -> None:
    add(content, bad=BROKEN, short=SHORT)
    document = run("--content", content, "check", name(content, "short"), "--format", "json").json
    assert document["summary"]["files"] == 1
    assert {finding["path"] for finding in document["findings"]} == {name(content, "short").as_posix()}


def test_faults_of_other_files_do_not_count(run: Run, content: Path) -> None:
    add(content, bad=BROKEN, short=SHORT)
    ended = run("--content", content, "check", name(content, "short"))
    assert (ended.code, ended.err) == (0, "")


def test_a_folder_is_checked_with_all_that_lies_in_it(run: Run, content: Path) -> None:
    add(content, bad=BROKEN, short=SHORT)
    ended = run("--content", content, "check", content / "projects/2023", "--format", "json")
    assert ended.json["summary"]["files"] == 2


def test_several_paths_are_checked_together(run: Run, content: Path) -> None:
    add(content, bad=BROKEN, short=SHORT, good=GOOD)
    paths = name(content, "bad"), name(content, "short"), name(content, "bad")
    assert run("--content", content, "check", *paths, "--format", "json").json["summary"]["files"] == 2


def test_a_path_is_relative_to_where_the_command_is_run(
    run: Run, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(content, good=GOOD)
    monkeypatch.chdir(content / "projects")
    document = run("--content", "..", "score", "2023", "--format", "json").json
    assert [one["id"] for one in document["projects"]] == ["2023/xianghuaqiao-dangqun/good"]


def test_the_whole_content_folder_is_everything(run: Run, content: Path) -> None:
    add(content, good=GOOD)
    assert run("--content", content, "check", content) == run("--content", content, "check")


@pytest.mark.parametrize("verb", ["check", "score"])
def test_a_path_that_is_not_there_ends_with_2(run: Run, content: Path, verb: str) -> None:
    assert run("--content", content, verb, "nowhere.toml") == (2, "", "找不到 nowhere.toml。\n")


@pytest.mark.parametrize("verb", ["check", "score"])
def test_a_path_outside_the_content_folder_ends_with_2(run: Run, content: Path, verb: str) -> None:
    ended = run("--content", content, verb, __file__)
    assert ended == (2, "", f"{__file__} 不在内容文件夹 {content} 里。\n")


@pytest.mark.parametrize(
    "path", ["2023", "projects/2023", "2023/xianghuaqiao-dangqun/good", "2023/xianghuaqiao-dangqun/good.toml"]
)
def test_a_path_without_the_content_folder_is_guessed_at(run: Run, content: Path, path: str) -> None:
    add(content, good=GOOD)
    guess = run("--content", content, "check", path).err.partition("是不是 ")[2].removesuffix("？\n")
    assert Path(guess).exists()


@pytest.mark.parametrize("target", [__file__, "nowhere"])
def test_a_link_is_checked_by_its_own_path(run: Run, content: Path, target: str) -> None:
    name(content, "link").symlink_to(target)
    ended = run("--content", content, "check", name(content, "link"))
    assert ended.code == 1
    assert "link.toml" in ended.out


def test_a_project_is_judged_with_units_and_profiles_though_it_is_checked_alone(
    run: Run, content: Path
) -> None:
    add(content, short=SHORT)
    assert "分值合计 90 分" in run("--content", content, "check", name(content, "short")).out


def test_shared_files_that_are_broken_are_told_of_when_a_project_is_checked_alone(
    run: Run, content: Path
) -> None:
    add(content, good=GOOD)
    (content / "organisations.toml").write_text("?", encoding="utf-8")
    ended = run("--content", content, "check", name(content, "good"))
    assert "检查了 1 个文件" in ended.out
    assert ended.err == "organisations.toml 里有必须改正的问题，这里的检查可能因此不全。\n"


# Scores


def test_a_broken_file_does_not_keep_others_from_being_scored(run: Run, content: Path) -> None:
    add(content, bad=BROKEN, good=GOOD)
    ended = run("--content", content, "score", "--format", "json")
    assert [one["id"] for one in ended.json["projects"]] == ["2023/xianghuaqiao-dangqun/good"]
    assert ended.code == 1
    assert "bad.toml" in ended.err


def test_warnings_are_no_concern_of_scores(run: Run, content: Path) -> None:
    add(content, short=SHORT)
    ended = run("--content", content, "score")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("图书室开放经费（2023/xianghuaqiao-dangqun/short）\n")


def test_broken_shared_files_leave_no_score_without_a_word(run: Run, content: Path) -> None:
    add(content, good=GOOD)
    (content / "site.toml").write_text("?", encoding="utf-8")
    ended = run("--content", content, "score", name(content, "good"))
    assert (ended.code, ended.out) == (1, "")
    assert "site.toml" in ended.err


# The other verbs


def test_a_build_tells_where_the_site_is_and_what_kept_a_project_from_it(
    run: Run, content: Path, tmp_path: Path
) -> None:
    add(content, bad=BROKEN, good=GOOD)
    ended = run("--content", content, "build", "--build-dir", tmp_path / "build")
    site = tmp_path / "build/site"
    assert ended.code == 1
    assert ended.out == f"网站在 {site}，共 1 个项目。查看：make serve（或 jixiao serve）\n"
    assert "bad.toml" in ended.err
    assert (site / "projects/2023/xianghuaqiao-dangqun/good/index.html").is_file()


def test_a_site_is_served_as_it_was_ordered(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def serve(order: pipeline.BuildOrder, host: str, port: int, announce: Callable[[str], None]) -> None:
        announce(f"{order.content} {order.folder} {order.edition} {host}:{port} \x1b[2J")

    monkeypatch.setattr(serving, "serve", serve)
    options = ["--build-dir", tmp_path / "b", "--edition", "internal", "--host", "0.0.0.0", "--port", "81"]
    ended = run("--content", "inhalt", "serve", *options)
    assert ended == (0, "", f"inhalt {tmp_path}/b internal 0.0.0.0:81 �[2J\n")


def test_the_schema_is_written_into_the_content_folder(run: Run, content: Path) -> None:
    ended = run("--content", content, "schema")
    assert ended == (0, f"{content}/project.schema.json\n", "")
    assert (content / "project.schema.json").read_bytes() == (CONTENT / "project.schema.json").read_bytes()


# Terminals, pipes and locales


def see_on_a_terminal(monkeypatch: pytest.MonkeyPatch, **more: str) -> None:
    for key in ("NO_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE", "COLORTERM"):
        monkeypatch.delenv(key, raising=False)
    for key, value in {"TERM": "xterm", "FORCE_COLOR": "1", **more}.items():
        monkeypatch.setenv(key, value)


def test_a_terminal_gets_colours_and_progress(
    run: Run, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    see_on_a_terminal(monkeypatch)
    add(content, bad=BROKEN)
    ended = run("--content", content, "check")
    assert "\x1b[1;31m必须改正" in ended.out
    assert "读取" in ended.err


def test_no_color_takes_all_styles_away(run: Run, content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    see_on_a_terminal(monkeypatch, NO_COLOR="1")
    add(content, bad=BROKEN)
    assert "\x1b" not in run("--content", content, "check").out


def test_json_has_no_colours_even_on_a_terminal(
    run: Run, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    see_on_a_terminal(monkeypatch)
    add(content, bad=BROKEN)
    assert "\x1b" not in run("--content", content, "check", "--format", "json").out


def test_a_pipe_gets_neither_colours_nor_progress(
    run: Run, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    add(content, short=SHORT)
    ended = run("--content", content, "check")
    assert "\x1b" not in ended.out
    assert ended.err == ""


def test_lines_are_not_broken_where_nobody_looks_on(run: Run, content: Path) -> None:
    add(content, bad=f'name = "{"长" * 300}"\n[[indicators]]\nname = "甲"\nwieght = 1\n')
    ended = run("--content", content, "score")
    assert max(map(len, ended.err.splitlines())) > 80


def start(*words: str | Path, **settings: Any) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own."""
    arguments = [sys.executable, "-m", "generator", "--content", CONTENT, *words]
    return subprocess.run(arguments, check=False, stderr=subprocess.PIPE, **settings)


def test_output_is_utf8_whatever_the_locale() -> None:
    plain = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "PYTHON"))}
    locale = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    ended = start("check", stdout=subprocess.PIPE, env=plain | locale)
    assert "检查了" in ended.stdout.decode("utf-8")
    assert ended.stderr == b""


def test_a_reader_who_has_gone_away_changes_nothing() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ended = start("score", stdout=writing)
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full to write to")
def test_a_result_that_cannot_be_written_is_no_success() -> None:
    with Path("/dev/full").open("wb") as full:
        ended = start("score", stdout=full)
    assert (ended.returncode, ended.stderr.decode()) == (2, "读写不了 输出：磁盘满了。\n")


def test_nobody_to_write_to_is_no_fault(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert run("--content", CONTENT, "check").code == 0


HEAVY = {"markdown", "mkdocs", "tree_sitter", "tree_sitter_toml"}
"""What takes long to load, and is of no use where nothing is built and nothing is found."""


@pytest.mark.parametrize("verb", ["check", "score"])
def test_heavy_libraries_are_not_loaded_where_they_are_of_no_use(content: Path, verb: str) -> None:
    program = (
        "import sys; from generator.cli import run; code = run();"
        "print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr); sys.exit(code)"
    )
    arguments = [sys.executable, "-c", program, "--content", str(content), verb]
    ended = subprocess.run(arguments, check=True, capture_output=True, encoding="utf-8")
    assert HEAVY.isdisjoint(ended.stderr.split())
