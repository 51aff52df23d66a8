"""Old texts of forms, whatever they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.history.updates.versions import read_version
from generator.model.form import Status


def test_a_text_is_read_with_its_status() -> None:
    version = read_version('\ufeffname = "甲"\nstatus = "reviewed"\n'.encode())
    assert version is not None
    assert version.status is Status.REVIEWED
    assert version.cells["name"] == "甲"


def test_a_form_without_a_status_is_a_draft() -> None:
    version = read_version(b'name = "a"')
    assert version is not None
    assert version.status is Status.DRAFT


@pytest.mark.parametrize(
    "text",
    [
        b"name = ",
        b"\xff\xfe",
        b'status = "public"',
        b"status = 1",
        b'status = ["published"]',
        b"status = {}",
        b"a = " + b"[" * 5000,
        b"a = " + b"9" * 5000,
        b"a = 1e" + b"9" * 50,
        b"../../elsewhere",
    ],
)
def test_what_is_no_form_is_none(text: bytes) -> None:
    assert read_version(text) is None


@given(st.binary() | st.text().map(str.encode))
def test_no_text_stops_anything(text: bytes) -> None:
    read_version(text)
