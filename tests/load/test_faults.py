"""The catalogue of loading faults, and how all that is reported by it reads."""

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from generator.load import LOADING_FAULTS, load, parse_form
from generator.model.finding import Finding
from generator.model.form import Form
from generator.model.organisations import Organisations
from generator.model.profile import Profile
from generator.model.site import Site
from tests.inline import CONTENT
from tests.load import faulty_texts
from tests.load.trees import FORM, PLACE, make_content

LONGEST = 400
UNKNOWN_PROFILE = f'profile = "shanghia"\n{FORM}'


def list_words_of_files() -> Iterator[str]:
    """The keys of all files, and the choices that they leave."""
    for model in (Form, Organisations, Profile, Site):
        schema = model.model_json_schema()
        for definition in (schema, *schema["$defs"].values()):
            yield from (*definition.get("properties", ()), *definition.get("enum", ()))


FORMATS = "Windows UTF-8 UTF-16 GBK BOM MB U https http true false nan inf"
NAMES = "site toml md organisations profiles projects mof-2020 shanghai dangjian-gongzuo extends id library reading"
KNOWN_WORDS = {*list_words_of_files(), *FORMATS.split(), *NAMES.split()}
"""Words of Latin letters that a message may hold: what is written in files, and what formats are called."""


def find_all() -> Iterator[tuple[str, str, Finding]]:
    """Every finding about every faulty form, with what is wrong and the text."""
    for texts in (faulty_texts.SYNTAX, faulty_texts.STRUCTURE, faulty_texts.DEEP):
        for name, text in texts.items():
            for finding in parse_form(text, "a.toml").findings:
                yield name, text, finding


def find_in_shared_files(folder: Path) -> Iterator[tuple[str, str, Finding]]:
    """The same for every faulty file that projects share."""
    groups: Mapping[str, Mapping[str, str]] = {
        "organisations.toml": faulty_texts.ORGANISATION_FAULTS,
        "site.toml": faulty_texts.SITE_FAULTS,
        "profiles/faulty.toml": faulty_texts.PROFILE_FAULTS,
    }
    for path, texts in groups.items():
        for number, (name, text) in enumerate(texts.items()):
            content = make_content(folder / f"{Path(path).stem}-{number}", {path: text})
            found = [finding for finding in load(content).findings if finding.path == path]
            assert found, name
            yield from ((name, text, finding) for finding in found)


def find_in_tree(folder: Path) -> Iterator[tuple[str, str, Finding]]:
    """The same for files that cannot be read, and for places that are not as they should be."""
    content = make_content(
        folder,
        {
            "project/a.toml": "",
            "organisation.toml": "",
            "site.toml": None,
            "pages/关于.md": "",
            "pages/a/b.md": "",
            "pages/complex.md": "[" * 6000,
            "pages/open.md": "<!-- 待办",
            "pages/address.md": "[](http://])",
            "pages/login.md": "见 https://me:secret@example.org/",
            "projects/a.toml": FORM,
            "projects/23/library/a.toml": FORM,
            "projects/2023/libary/a.toml": FORM,
            "projects/2023/某馆/a.toml": FORM,
            f"{PLACE}/a/b.toml": FORM,
            f"{PLACE}/a.txt": "",
            f"{PLACE}/甲.toml": FORM,
            f"{PLACE}/index.toml": FORM,
            f"{PLACE}/READING.toml": FORM,
            f"{PLACE}/{'a' * 120}.toml": FORM,
            f"{PLACE}/bom.toml": FORM.encode("utf-8-sig"),
            f"{PLACE}/utf16.toml": FORM.encode("utf-16"),
            f"{PLACE}/gbk.toml": FORM.replace("≥", "").encode("gbk"),
            f"{PLACE}/nul-byte.toml": b"name\x00",
            f"{PLACE}/con.toml": FORM,
            f"{PLACE}/large.toml": b"#" * 1_000_001,
            f"{PLACE}/profile.toml": UNKNOWN_PROFILE,
            f"{PLACE}/folder.toml/a": "",
        },
    )
    for name, target in (("out", "/etc/passwd"), ("lost", "nowhere"), ("loop", "loop.toml")):
        (content / PLACE / f"{name}.toml").symlink_to(target)
    os.mkfifo(content / PLACE / "pipe.toml")
    yield from ((finding.path, UNKNOWN_PROFILE, finding) for finding in load(content).findings)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, str, Finding]]:
    folder = tmp_path_factory.mktemp("faults")
    return [*find_all(), *find_in_shared_files(folder / "shared"), *find_in_tree(folder / "tree")]


def test_codes_are_numbered_without_a_gap() -> None:
    codes = [fault.code for fault in LOADING_FAULTS]
    assert codes == [f"L{number:03}" for number in range(1, len(codes) + 1)]


def test_names_and_titles_are_unique() -> None:
    assert len({fault.rule for fault in LOADING_FAULTS}) == len(LOADING_FAULTS)
    assert len({fault.title for fault in LOADING_FAULTS}) == len(LOADING_FAULTS)


def test_every_faulty_form_has_a_finding(found: list[tuple[str, str, Finding]]) -> None:
    names = {name for name, _, _ in found}
    for texts in (faulty_texts.SYNTAX, faulty_texts.STRUCTURE, faulty_texts.DEEP):
        assert names.issuperset(texts)


def test_every_fault_of_the_catalogue_is_met(found: list[tuple[str, str, Finding]]) -> None:
    assert {finding.code for _, _, finding in found} == {fault.code for fault in LOADING_FAULTS}


def test_every_finding_says_what_to_do(found: list[tuple[str, str, Finding]]) -> None:
    assert [(name, finding) for name, _, finding in found if not finding.suggestion] == []


def test_messages_are_short_sentences_on_one_line(found: list[tuple[str, str, Finding]]) -> None:
    for name, _, finding in found:
        for text in (finding.message, finding.suggestion):
            assert len(text) <= LONGEST, name
            assert text.isprintable() or "\u3000" in text, name
        assert finding.message.endswith("。"), (name, finding.message)


def test_messages_hold_no_english_but_what_files_hold(found: list[tuple[str, str, Finding]]) -> None:
    for name, text, finding in found:
        said = f"{finding.message}\n{finding.suggestion}"
        named = {file.stem for file in (CONTENT / "profiles").iterdir()}
        known = KNOWN_WORDS.union(named, re.findall(r"[A-Za-z0-9_-]+", f"{text} {finding.path}"))
        words = set(re.findall(r"(?<![A-Za-z0-9-])[A-Za-z][A-Za-z0-9_-]+", said))
        strange = {word for word in words - known if not any(whole.startswith(word) for whole in known)}
        assert not strange, (name, said)
