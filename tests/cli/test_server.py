"""`jixiao serve`: a change in the content folder reaches the reader, and a wrong one ends nothing."""

import re
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest

from benchmarks.corpus import make_corpus
from generator import pipeline
from generator.check.checking import CannotRunError
from generator.cli import server as serving
from generator.cli.server import SiteServer, Stand, serve
from generator.publish.mkdocs import PublishingError
from generator.publish.order import BuildOrder
from generator.render.search import IndexingError
from generator.runtime import placing
from tests.builds import leave_out_rules

PROJECT = "projects/2019/hecheng-0000/xiangmu-00000"
BUILD = pipeline.build
HERE = Stand("127.0.0.1", 0)
PATIENCE = 600
"""Seconds after which a test that would hang is ended; nothing that works takes as long on any machine."""
POLLS = 10
"""How often a page may ask whether there is something newer, which takes up to a minute each time."""


@pytest.fixture
def order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> BuildOrder:
    """An order to build a content folder of one project."""
    leave_out_rules(monkeypatch)
    make_corpus(tmp_path / "content", 1)
    return BuildOrder(tmp_path / "content", tmp_path / "build")


class Terminal(list[str]):
    """The lines that are announced; `listening` is set by that of the address."""

    def __init__(self) -> None:
        super().__init__()
        self.listening = threading.Event()

    def announce(self, line: str) -> None:
        self.append(line)
        if "http://" in line:
            self.listening.set()


@pytest.fixture
def said() -> Terminal:
    """What is announced."""
    return Terminal()


@pytest.fixture
def server(order: BuildOrder, said: Terminal) -> Iterator[SiteServer]:
    """A server that is not running, of a site that is built."""
    made = SiteServer(order, HERE, said.announce)
    made.rebuild()
    said.clear()
    yield made
    made.server_close()


@pytest.fixture
def address(server: SiteServer, said: Terminal) -> Iterator[str]:
    """The address of the running server."""
    thread = threading.Thread(target=server.serve, daemon=True)
    thread.start()
    assert said.listening.wait(PATIENCE)
    url = f"http://127.0.0.1:{server.server_port}/"
    fetch(url)  # it listens before it serves, and must serve before it can be stopped
    yield url
    server.shutdown()
    thread.join(PATIENCE)
    assert not thread.is_alive()


def fetch(url: str) -> str:
    with urllib.request.urlopen(url, timeout=PATIENCE) as answer:  # noqa: S310 - an address of this machine
        return str(answer.read().decode())


def edit(file: Path, name: str) -> None:
    file.write_text(re.sub("^name = .*", f'name = "{name}"', file.read_text(), count=1, flags=re.M))


def test_change_reaches_the_reader_and_reloads_the_page(order: BuildOrder, address: str) -> None:
    """Ask as the script in the page does: the answer comes when there is something newer than the page."""
    page = fetch(f"{address}{PROJECT}/")
    found = re.search(r"livereload\((\d+), \d+\);", page)
    assert found
    epoch = int(found[1])
    assert "livereload" not in (order.site / PROJECT / "index.html").read_text()

    edit(order.content / f"{PROJECT}.toml", "改过的名称")
    newest = next(filter(lambda one: one > epoch, poll(address, epoch)), epoch)
    assert newest > epoch
    assert "改过的名称" in fetch(f"{address}{PROJECT}/")


def poll(address: str, epoch: int) -> Iterator[int]:
    for _ in range(POLLS):
        yield int(fetch(f"{address}livereload/{epoch}/1"))


def test_edit_during_the_first_build_is_built_too(
    order: BuildOrder, said: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    builds: list[pipeline.Built] = []

    def build(*arguments: Any) -> pipeline.Built:
        if builds:
            raise KeyboardInterrupt
        builds.append(built := BUILD(*arguments))
        edit(order.content / f"{PROJECT}.toml", "第一次生成时改的名称")
        return built

    monkeypatch.setattr(pipeline, "build", build)
    thread = threading.Thread(target=serve, args=(order, HERE, said.announce), daemon=True)
    thread.start()
    thread.join(PATIENCE)
    assert not thread.is_alive()


def test_page_that_is_not_there_is_told_in_chinese(address: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as missing:
        fetch(f"{address}nowhere/")
    assert missing.value.code == 404
    assert "找不到这个网页" in missing.value.read().decode()


@pytest.mark.parametrize("path", ["", f"{PROJECT}/", "data/projects.csv", "livereload/0/1", "nowhere/"])
@pytest.mark.parametrize(
    "host",
    [
        *(
            "evil.example",
            "evil.example:8000",
            "localhost.evil.example",
            "127.0.0.1.evil.example",
            "2130706433",
        ),
        *(
            "127.0.0.1@evil.example",
            "evil.example:80:127.0.0.1",
            "[::1].evil.example",
            "192.168.1.5",
            "",
            "localhost, x",
        ),
    ],
)
def test_request_by_a_name_that_nobody_said_is_not_answered(address: str, host: str, path: str) -> None:
    """Else a page that makes its own name lead to this machine reads drafts and reviews (DNS rebinding)."""
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(urllib.request.Request(address + path, headers={"Host": host}))  # noqa: S310
    assert refused.value.code == 421
    told = refused.value.read().decode()
    assert "--allow-host" in told
    assert "<" not in told


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST:1", "127.0.0.1", "127.0.0.1:8000", "[::1]", "[::1]:8000"]
)
def test_request_by_a_name_of_this_machine_is_answered(address: str, host: str) -> None:
    with urllib.request.urlopen(urllib.request.Request(address, headers={"Host": host})) as answer:  # noqa: S310
        assert answer.status == 200


@pytest.mark.parametrize(
    ("stand", "host"),
    [
        (Stand("192.168.1.5", 80), "192.168.1.5:80"),
        (Stand("fd00::5", 80), "[FD00::5]:80"),
        (Stand("0.0.0.0", 80, ("jixiao.lan", "[fd00::6]")), "Jixiao.lan"),
        (Stand("0.0.0.0", 80, ("jixiao.lan", "[fd00::6]")), "[fd00::6]:80"),
        (Stand("0.0.0.0", 80), "localhost"),
    ],
)
def test_request_by_the_address_that_is_bound_or_a_name_that_was_said_is_answered(
    stand: Stand, host: str
) -> None:
    assert stand.answers(host)
    assert not stand.answers("192.168.1.6")


def test_place_is_announced_when_the_server_listens(address: str, said: Terminal) -> None:
    assert [line for line in said if address in line]


def test_file_that_is_broken_in_the_middle_of_an_edit_is_announced(
    server: SiteServer, order: BuildOrder, said: Terminal
) -> None:
    (order.content / f"{PROJECT}.toml").write_text('name = "', encoding="utf-8")
    server.rebuild()
    assert said[0] == "已生成 0 个项目。"
    assert any("必须改正" in line for line in said)
    assert not any("\n" in line for line in said)


def test_content_that_cannot_be_published_is_announced_and_the_site_stays(
    server: SiteServer, order: BuildOrder, said: Terminal
) -> None:
    (order.content / "site.toml").write_text("title = ", encoding="utf-8")
    server.rebuild()
    assert [line.partition("：")[0] for line in said] == ["这次没有生成"]
    assert (order.site / PROJECT / "index.html").is_file()


def test_site_that_changed_file_by_file_is_announced(
    server: SiteServer, order: BuildOrder, said: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(placing, "_exchange", lambda *_: False)
    edit(order.content / f"{PROJECT}.toml", "改过的名称")
    server.rebuild()
    assert pipeline.ONE_BY_ONE in said


@pytest.mark.parametrize("error", [PublishingError("why"), IndexingError("why"), ZeroDivisionError("why")])
def test_failure_of_the_program_is_announced_with_its_traceback(
    server: SiteServer, said: Terminal, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail(*_: object) -> NoReturn:
        raise error

    monkeypatch.setattr(pipeline, "build", fail)
    server.rebuild()
    assert any(line.endswith("Error: why") for line in said)
    assert said[-1].startswith("这次没有生成")


def test_port_that_is_taken_is_told_in_chinese(order: BuildOrder, address: str, said: Terminal) -> None:
    port = int(address.rstrip("/").rpartition(":")[2])
    with pytest.raises(CannotRunError, match=str(port)):
        serve(order, Stand("127.0.0.1", port), said.announce)


def test_first_build_that_cannot_run_ends_the_command(order: BuildOrder, said: Terminal) -> None:
    (order.content / "site.toml").unlink()
    with pytest.raises(CannotRunError):
        serve(order, HERE, said.announce)


def test_folder_that_is_not_there_ends_the_command(tmp_path: Path, said: Terminal) -> None:
    with pytest.raises(CannotRunError):
        serve(BuildOrder(tmp_path / "nowhere", tmp_path / "build"), HERE, said.announce)


def test_interrupt_ends_the_server_without_a_word(
    order: BuildOrder, said: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = []

    class Interrupted(SiteServer):
        def serve(self, **_: object) -> NoReturn:
            raise KeyboardInterrupt

        def shutdown(self, wait: bool = False) -> None:
            ended.append(wait)
            self.server_close()

    monkeypatch.setattr(serving, "SiteServer", Interrupted)
    serve(order, HERE, said.announce)
    assert ended
