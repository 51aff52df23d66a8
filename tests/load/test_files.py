"""A file's bytes into text."""

import errno
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.load.files import LARGEST, Source, decode_text, read_text
from tests.load.trees import FORM

TEXT = 'name = "居委会"\n'


def read(folder: Path, content: bytes) -> tuple[str | None, list[str]]:
    file = folder / "a.toml"
    file.write_bytes(content)
    parsed = read_text(Source("a.toml", str(file)))
    return parsed.value, [finding.rule for finding in parsed.findings]


def test_a_file_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, TEXT.encode()) == (TEXT, [])


def test_a_byte_order_mark_is_left_out_and_told_of(tmp_path: Path) -> None:
    assert read(tmp_path, TEXT.encode("utf-8-sig")) == (TEXT, ["byte-order-mark"])


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le"])
def test_wide_encodings_are_known_with_and_without_their_mark(encoding: str) -> None:
    (finding,) = decode_text(FORM.encode(encoding), "a.toml").findings
    assert finding.rule == "not-utf8"
    assert "UTF-16" in finding.message


def test_gbk_is_known_and_placed_at_its_first_character() -> None:
    (finding,) = decode_text(b"# \n" + TEXT.encode("gbk"), "a.toml").findings
    assert (finding.rule, finding.line, finding.column) == ("not-utf8", 2, 9)
    assert "GBK" in finding.message


def test_bytes_of_no_encoding_are_not_called_gbk() -> None:
    (finding,) = decode_text(b"name = '\xff\xff'", "a.toml").findings
    assert finding.rule == "not-utf8"
    assert "GBK" not in finding.message


def test_a_nul_byte_is_placed() -> None:
    (finding,) = decode_text('一\n名称"\x00'.encode(), "a.toml").findings
    assert (finding.rule, finding.line, finding.column) == ("nul-byte", 2, 4)


def test_a_mark_before_bytes_that_cannot_be_read_is_told_as_well() -> None:
    rules = [finding.rule for finding in decode_text(b"\xef\xbb\xbf\xff", "a.toml").findings]
    assert rules == ["byte-order-mark", "not-utf8"]


def test_a_file_of_the_largest_size_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, b"#" * LARGEST) == ("#" * LARGEST, [])


def test_a_larger_one_is_refused(tmp_path: Path) -> None:
    assert read(tmp_path, b"#" * (LARGEST + 1)) == (None, ["file-too-large"])


def test_a_file_of_50_mb_is_not_read_to_be_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.toml"
    with file.open("wb") as opened:
        opened.truncate(50_000_000)
    monkeypatch.setattr(os, "read", lambda *_: pytest.fail("read"))
    (finding,) = read_text(Source("a.toml", str(file))).findings
    assert "50,000,000" in finding.message


@pytest.mark.parametrize("step", ["open", "fstat", "read"])
@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.EACCES, "权限"), (errno.ENOENT, "不存在"), (errno.ELOOP, "绕回"), (errno.EIO, "错误编号 5")],
)
def test_what_the_system_refuses_is_told_in_chinese(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, words: str
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, "in English")

    file = tmp_path / "a.toml"
    file.write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(os, step, refuse)
    parsed = read_text(Source("a.toml", str(file)))
    monkeypatch.undo()
    (finding,) = parsed.findings
    assert finding.rule == "unreadable-file"
    assert words in finding.message


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_a_finding(content: bytes) -> None:
    parsed = decode_text(content, "a.toml")
    assert (parsed.value is None) == any(finding.rule != "byte-order-mark" for finding in parsed.findings)
