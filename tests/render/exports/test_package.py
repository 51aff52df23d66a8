"""`datapackage.json`, as the library of Frictionless Data sees it."""

import json
from dataclasses import replace
from pathlib import Path

import frictionless
import pytest

from generator.model.data_table import DATA, PACKAGE
from generator.model.site import Licence
from tests.render.exports.samples import Exported, export, export_small, read_json
from tests.render.exports.test_delimited import FORMULAS
from tests.render.hostile import TEXTS, make_hostile_corpus
from tests.render.samples import PROFILE, small_corpus


def put(exported: Exported, folder: Path) -> Path:
    """Write the files of the package, and give its description."""
    for path, content in exported.items():
        name = path.removeprefix(f"{DATA}/")
        if "/" not in name and name.endswith((".csv", PACKAGE)):
            (folder / name).write_bytes(content)
    return folder / PACKAGE


def validate(package: Path) -> list[str]:
    report = frictionless.validate(str(package))
    return [note for row in report.flatten(["title", "type", "note", "message"]) for note in map(str, row)]


@pytest.mark.parametrize(
    "exported",
    [export_small(), export(*make_hostile_corpus([*TEXTS, *FORMULAS]))],
    ids=["small", "hostile"],
)
def test_package_is_valid(exported: Exported, tmp_path: Path) -> None:
    assert validate(put(exported, tmp_path)) == []


def test_a_licence_without_an_address_is_told_by_its_name() -> None:
    corpus, assessments, findings = small_corpus()
    assert corpus.site is not None
    site = corpus.site.model_copy(update={"licence": Licence(name="自定许可")})
    exported = export(replace(corpus, site=site), assessments, findings)
    (licence,) = read_json(exported[f"{DATA}/{PACKAGE}"])["licenses"]
    assert licence == {"name": "data-licence", "title": "自定许可"}


def test_texts_stand_in_it_as_people_read_them() -> None:
    assert "财政项目支出绩效自评表".encode() in export_small()[f"{DATA}/{PACKAGE}"]


def test_versions_of_profiles_stand_in_the_order_of_their_names() -> None:
    corpus, assessments, findings = small_corpus()
    both = replace(corpus, profiles={"shanghai": PROFILE, **corpus.profiles})
    package = read_json(export(both, assessments, findings)[f"{DATA}/{PACKAGE}"])
    assert list(package["profiles"]) == ["mof-2020", "shanghai"]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("funds.csv", b",829000,", b",many,"),
        ("funds.csv", b"2023/dangqun/dangjian,", b"2023/dangqun/missing,"),
        ("projects.csv", b"withdrawn", b"forgotten"),
    ],
)
def test_a_package_that_is_wrong_is_seen(file: str, old: bytes, new: bytes, tmp_path: Path) -> None:
    package = forget_digests(put(export_small(), tmp_path))
    content = (tmp_path / file).read_bytes()
    assert old in content
    (tmp_path / file).write_bytes(content.replace(old, new))
    assert validate(package)


def test_a_file_that_was_changed_on_the_way_is_seen(tmp_path: Path) -> None:
    package = put(export_small(), tmp_path)
    content = (tmp_path / "funds.csv").read_bytes()
    (tmp_path / "funds.csv").write_bytes(content.replace(b",829000,", b",829001,"))
    assert "hash-count" in validate(package)


def forget_digests(package: Path) -> Path:
    """Take out what would tell of any change, so that only the descriptions of the columns can."""
    description = json.loads(package.read_text(encoding="utf-8"))
    for resource in description["resources"]:
        del resource["hash"], resource["bytes"]
    package.write_text(json.dumps(description), encoding="utf-8")
    return package


def test_package_tells_licence_source_revision_and_versions() -> None:
    package = read_json(export_small()[f"{DATA}/{PACKAGE}"])
    assert package["licenses"][0]["title"] == "CC BY 4.0"
    assert package["sources"][0]["path"] == "data/"
    assert package["revision"].startswith("0123456789ab")
    assert (package["rule_set"], list(package["profiles"])) == ("1.0", ["mof-2020"])
