"""The one comment on a request to merge: whose text it may bear, and that it stays one. Hosts are dictionaries here."""

import importlib.util
import json
import os
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from types import ModuleType
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.repositories import git

SCRIPT = Path(__file__).parent.parent / ".ci/comment.py"
SHA = "0123456789abcdef0123456789abcdef01234567"


def load_script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("comment", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


script = load_script()


@dataclass
class FakeHost:
    """What a host answers by path, all but the end where it is torn off, and what it was told, by method and path."""

    answers: dict[str, Any] = field(default_factory=dict)
    told: list[tuple[str, str, str]] = field(default_factory=list)
    tokens: set[str] = field(default_factory=set)
    torn: set[str] = field(default_factory=set)
    address: str = ""


class Handler(BaseHTTPRequestHandler):
    host: FakeHost

    def answer(self) -> None:
        parts = urlsplit(self.path)
        page = int(parse_qs(parts.query).get("page", ["1"])[0])
        self.host.tokens.add(self.headers.get("Authorization") or self.headers.get("PRIVATE-TOKEN") or "")
        sent = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        found = self.host.answers.get(parts.path)
        if self.command != "GET":
            self.host.told.append((self.command, parts.path, json.loads(sent)["body"]))
            found = {}
        elif isinstance(found, list):
            found = found[(page - 1) * 2 : page * 2]
        self.send_response(404 if found is None else 200)
        if parts.path in self.host.torn:
            self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(json.dumps(found).encode())

    do_GET = do_POST = do_PATCH = do_PUT = answer  # noqa: N815 (names that the base class looks for)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def fake() -> Iterator[FakeHost]:
    host = FakeHost()
    handler = type("OneHost", (Handler,), {"host": host})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        host.address = f"http://127.0.0.1:{server.server_port}"
        yield host
        server.shutdown()


def describe_pull(**changes: Any) -> dict[str, Any]:
    head = {"sha": SHA, "repo": {"id": 7}}
    return {
        "id": 1,
        "number": 5,
        "state": "open",
        "head": head,
        "base": {"sha": "base", "ref": "main"},
    } | changes


@pytest.fixture
def github(fake: FakeHost, monkeypatch: pytest.MonkeyPatch) -> FakeHost:
    """GitHub with the request 5, whose commit was checked, and which touches only content."""
    for name, value in {
        "GITHUB_API_URL": fake.address,
        "GITHUB_REPOSITORY": "unit/forms",
        "TOKEN": "secret",
        "HEAD_SHA": SHA,
        "HEAD_REPOSITORY": "7",
        "RUN_URL": "https://host/run",
    }.items():
        monkeypatch.setenv(name, value)
    fake.answers = {
        "/repos/unit/forms/pulls/5": describe_pull(),
        f"/repos/unit/forms/compare/base...{SHA}": {
            "files": [{"filename": "content/projects/2024/a/b.toml"}]
        },
        "/repos/unit/forms/issues/5/comments": [],
    }
    return fake


@pytest.fixture
def left(tmp_path: Path) -> Path:
    """What `check` left."""
    (tmp_path / "number.txt").write_text("5\n", encoding="utf-8")
    (tmp_path / "diff.md").write_text("总分 96.56 → 95.00", encoding="utf-8")
    return tmp_path


def act(*words: str | Path) -> list[str]:
    return list(script.act([str(word) for word in words]))


def comment(text: str, author: str = "github-actions[bot]", number: int = 1) -> dict[str, Any]:
    return {"id": number, "user": {"login": author}, "author": {"username": author}, "body": text}


def test_first_comment_is_written(github: FakeHost, left: Path) -> None:
    assert act("github", left) == ["已在第 5 号拉取请求发表或更新评论。"]
    body = f"{script.MARK}\n总分 96.56 → 95.00"
    assert github.told == [("POST", "/repos/unit/forms/issues/5/comments", body)]
    assert github.tokens == {"Bearer secret"}


def test_comment_that_is_there_is_changed_even_on_a_later_page(github: FakeHost, left: Path) -> None:
    others = [comment("好", "someone", number) for number in range(3)]
    github.answers["/repos/unit/forms/issues/5/comments"] = [
        *others,
        comment(f"{script.MARK}\nold", number=9),
    ]
    act("github", left)
    assert [(method, path) for method, path, _ in github.told] == [
        ("PATCH", "/repos/unit/forms/issues/comments/9")
    ]


def test_comment_that_is_up_to_date_is_left_alone(github: FakeHost, left: Path) -> None:
    github.answers["/repos/unit/forms/issues/5/comments"] = [comment(f"{script.MARK}\n总分 96.56 → 95.00\n")]
    act("github", left)
    assert github.told == []


def test_mark_in_the_comment_of_somebody_else_is_not_taken_for_our_own(github: FakeHost, left: Path) -> None:
    github.answers["/repos/unit/forms/issues/5/comments"] = [comment(f"{script.MARK}\nmine", "someone")]
    act("github", left)
    assert [method for method, _, _ in github.told] == ["POST"]


@pytest.mark.parametrize("number", ["", "0", "5; echo", "-5", "5/../6", "99999999999", "５"])
def test_number_that_is_none_is_not_asked_for(github: FakeHost, left: Path, number: str) -> None:
    (left / "number.txt").write_text(number, encoding="utf-8")
    assert act("github", left) == ["留下的编号不是编号，没有发表评论。"]
    assert github.told == []


@pytest.mark.parametrize(
    "changes",
    [
        {"head": {"sha": "f" * 40, "repo": {"id": 7}}},
        {"head": {"sha": SHA, "repo": {"id": 8}}},
        {"head": {"sha": SHA, "repo": None}},
        {"state": "closed"},
    ],
)
def test_request_that_the_run_was_not_of_gets_no_comment(
    github: FakeHost, left: Path, changes: dict[str, Any]
) -> None:
    github.answers["/repos/unit/forms/pulls/5"] = describe_pull(**changes)
    assert "没有发表评论" in act("github", left)[0]
    assert github.told == []


@pytest.mark.parametrize(
    "files",
    [
        [{"filename": ".github/workflows/check.yml"}],
        [{"filename": "content/a.toml", "previous_filename": "generator/check/rules/a.py"}],
        [{"filename": "contents/a.toml"}],
        [{"filename": "content/a.toml"}] * 300,
    ],
)
def test_result_that_a_request_could_have_forged_is_not_shown(
    github: FakeHost, left: Path, files: list[dict[str, str]]
) -> None:
    github.answers[f"/repos/unit/forms/compare/base...{SHA}"] = {"files": files}
    act("github", left)
    ((_, _, body),) = github.told
    assert "96.56" not in body
    assert "https://host/run" in body


@pytest.mark.parametrize("name", ["number.txt", "diff.md"])
def test_link_in_what_was_left_is_not_followed(github: FakeHost, left: Path, name: str) -> None:
    (left / name).unlink()
    (left / name).symlink_to("/etc/hostname")
    with pytest.raises(OSError, match=name):
        act("github", left)
    assert github.told == []


def test_pipe_in_what_was_left_does_not_hang(github: FakeHost, left: Path) -> None:
    (left / "diff.md").unlink()
    os.mkfifo(left / "diff.md")
    with pytest.raises(OSError, match="no plain file"):
        act("github", left)


def test_long_text_is_cut_and_nobody_is_called() -> None:
    body = script.compose_comment("@everyone " * 10_000)
    assert len(body) < 65_536
    assert "@everyone" not in body
    assert "太长" in body


@pytest.fixture
def origin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clone of a repository with two requests, the second of which is not there."""
    for line in (
        "git init -q -b main origin && cd origin && git commit -q --allow-empty -m base"
        " && git update-ref refs/pull/5/head HEAD && git update-ref refs/merge-requests/5/head HEAD",
        "git clone -q origin clone && mkdir -p clone/.venv/bin",
    ):
        subprocess.run(line, shell=True, check=True, cwd=tmp_path, env=os.environ | IDENTITY)
    command = tmp_path / "clone/.venv/bin/jixiao"
    command.write_text('#!/bin/sh\necho "$1 $4 $5 token=$TOKEN"\n', encoding="utf-8")
    command.chmod(0o755)
    monkeypatch.chdir(tmp_path / "clone")
    return tmp_path / "origin"


IDENTITY = {f"GIT_{who}_{what}": "x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}


@pytest.mark.usefixtures("origin")
def test_gitea_goes_through_all_open_requests_and_one_does_not_stop_the_others(github: FakeHost) -> None:
    github.answers["/repos/unit/forms/pulls"] = [
        describe_pull(number=4, id=4),
        describe_pull(number=5, id=5),
    ]
    first, second = act("gitea")
    assert first.startswith("第 4 号请求比较不了：")
    assert second == "第 5 号请求的评论是最新的。"
    ((_, path, body),) = github.told
    assert path == "/repos/unit/forms/issues/5/comments"
    assert body == f"{script.MARK}\ndiff --format markdown token=\n"


def refuse_comments(host: FakeHost) -> None:
    """Have no comments of the request 4, and so answer with 404."""
    host.answers.pop("/repos/unit/forms/issues/4/comments", None)


def tear_comments(host: FakeHost) -> None:
    """Break off in the middle of the comments of the request 4."""
    host.answers["/repos/unit/forms/issues/4/comments"] = []
    host.torn.add("/repos/unit/forms/issues/4/comments")


def garble_comments(host: FakeHost) -> None:
    """Give for the comments of the request 4 what are none."""
    host.answers["/repos/unit/forms/issues/4/comments"] = [{"id": 1}]


@pytest.mark.parametrize("spoil", [refuse_comments, tear_comments, garble_comments])
def test_request_that_cannot_be_commented_on_does_not_stop_the_others_and_is_told_in_the_end(
    github: FakeHost, origin: Path, spoil: Callable[[FakeHost], None]
) -> None:
    git(origin, "update-ref", "refs/pull/4/head", "HEAD")
    github.answers["/repos/unit/forms/pulls"] = [describe_pull(number=4, id=4), describe_pull(number=5, id=5)]
    spoil(github)
    lines = script.act(["gitea"])
    assert [next(lines).partition("：")[0], next(lines)] == [
        "第 4 号请求的评论没有写成",
        "第 5 号请求的评论是最新的。",
    ]
    with pytest.raises(SystemExit, match="1 个请求的评论没有写成"):
        next(lines)
    assert [path for _, path, _ in github.told] == ["/repos/unit/forms/issues/5/comments"]


NEVER_ENDING = """#!/bin/sh
[ "$(git rev-parse refs/jixiao/request)" = "$HANGING" ] || { echo compared; exit; }
tail -f /dev/null &
[ "$(cat /proc/$PPID/comm)" = timeout ] && kill -ALRM $PPID
[ "$(cat /proc/$PPID/comm)" = timeout ] || kill $!
wait
"""
"""A command that one request sends into the dark with a child, until whoever limits its time is told that it is up."""


def test_request_that_never_ends_is_stopped_with_all_that_it_started(
    github: FakeHost, origin: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(origin, "commit", "-q", "--allow-empty", "-m", "hanging")
    git(origin, "update-ref", "refs/pull/4/head", "HEAD")
    monkeypatch.setenv("HANGING", git(origin, "rev-parse", "HEAD"))
    Path(".venv/bin/jixiao").write_text(NEVER_ENDING, encoding="utf-8")
    github.answers["/repos/unit/forms/pulls"] = [describe_pull(number=4, id=4), describe_pull(number=5, id=5)]
    assert act("gitea") == [
        "第 4 号请求比较不了：太久没有结果，没有再等。",
        "第 5 号请求的评论是最新的。",
    ]
    ((_, _, body),) = github.told
    assert "compared" in body


def test_every_command_has_a_limit_of_time(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "timeout").write_text('#!/bin/sh\necho "$@"\n', encoding="utf-8")
    (tmp_path / "timeout").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    assert script.run("jixiao", "diff") == f"--kill-after=10 {script.LONGEST_RUN} jixiao diff\n"


@pytest.mark.usefixtures("origin")
def test_gitlab_is_spoken_to_in_its_own_words(fake: FakeHost, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"CI_API_V4_URL": fake.address, "CI_PROJECT_ID": "3", "TOKEN": "secret"}.items():
        monkeypatch.setenv(name, value)
    fake.answers = {
        "/user": {"username": "bot"},
        "/projects/3/merge_requests": [{"id": 50, "iid": 5, "target_branch": "main"}],
        "/projects/3/merge_requests/5/notes": [comment(f"{script.MARK}\nold", "bot", 8)],
    }
    assert act("gitlab") == ["第 5 号请求的评论是最新的。"]
    ((method, path, _),) = fake.told
    assert (method, path) == ("PUT", "/projects/3/merge_requests/5/notes/8")
    assert fake.tokens == {"secret"}
