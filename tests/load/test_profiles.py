"""Profiles that build on one another."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from generator.load import profiles
from generator.load.files import Source
from generator.load.parsed import Parsed
from generator.load.profiles import load_profiles, report_unknown_profile
from generator.load.structure import build_model
from generator.model.profile import Profile
from tests.inline import CONTENT
from tests.load.trees import list_faults

BASE = (CONTENT / "profiles" / "mof-2020.toml").read_text(encoding="utf-8")
ON_BASE = 'extends = "base"\n'


def load_texts(folder: Path, texts: Mapping[str, str]) -> Parsed[dict[str, Profile]]:
    """Load a base in order and further profiles by name."""
    sources = []
    for name, text in sorted({"base": BASE, **texts}.items()):
        file = folder / f"{name}.toml"
        file.write_text(text, encoding="utf-8")
        sources.append(Source(f"profiles/{name}.toml", str(file)))
    return load_profiles(sources)


def load_sound(folder: Path, texts: Mapping[str, str]) -> dict[str, Profile]:
    parsed = load_texts(folder, texts)
    assert parsed.findings == ()
    assert parsed.value is not None
    return parsed.value


def list_found(folder: Path, texts: Mapping[str, str]) -> list[tuple[str, str, str]]:
    return list_faults(load_texts(folder, texts).findings)


def list_usable(folder: Path, texts: Mapping[str, str]) -> list[str]:
    return sorted(load_texts(folder, texts).value or {})


def test_real_profiles_are_read_without_a_finding() -> None:
    sources = [
        Source(f"profiles/{file.name}", str(file)) for file in sorted((CONTENT / "profiles").iterdir())
    ]
    parsed = load_profiles(sources)
    assert parsed.findings == ()
    assert parsed.value is not None
    assert {"mof-2020", "shanghai"} <= set(parsed.value)


def test_a_profile_takes_over_what_it_does_not_say(tmp_path: Path) -> None:
    sound = load_sound(tmp_path, {"city": ON_BASE + "[execution]\npoints = 20\n"})
    assert sound["city"].execution.points == Decimal(20)
    assert sound["city"].execution.basis == sound["base"].execution.basis
    assert sound["city"].grades == sound["base"].grades
    assert (sound["city"].id, sound["base"].id) == ("city", "base")


def test_lists_are_replaced_whole(tmp_path: Path) -> None:
    text = ON_BASE + '[[grades]]\nname = "合格"\nleast = 60\nbasis = "无"\n'
    assert [grade.name for grade in load_sound(tmp_path, {"city": text})["city"].grades] == ["合格"]


def test_profiles_build_on_one_another_in_any_order_of_names(tmp_path: Path) -> None:
    texts = {"a": 'extends = "z"\n', "z": ON_BASE + "[execution]\npoints = 20\n"}
    assert load_sound(tmp_path, texts)["a"].execution.points == Decimal(20)


def test_a_long_chain_is_followed(tmp_path: Path) -> None:
    texts = {f"p{n:03}": f'extends = "p{n - 1:03}"\n' if n else ON_BASE for n in range(300)}
    assert len(load_sound(tmp_path, texts)) == 301


def test_each_profile_of_a_chain_is_built_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built: list[str] = []

    def build(model: type[Profile], data: Mapping[str, Any], path: str) -> Parsed[Profile]:
        built.append(path)
        return build_model(model, data, path)

    monkeypatch.setattr(profiles, "build_model", build)
    load_texts(tmp_path, {"a": 'extends = "b"\n', "b": 'extends = "c"\n', "c": ON_BASE})
    assert sorted(built) == [f"profiles/{name}.toml" for name in ("a", "b", "base", "c")]


@pytest.mark.parametrize("length", [1, 2, 3, 30])
def test_a_circle_is_told_of_in_each_of_its_files(tmp_path: Path, length: int) -> None:
    texts = {f"p{n}": f'extends = "p{(n + 1) % length}"\n' for n in range(length)}
    found = list_found(tmp_path, texts)
    assert sorted(found) == sorted(
        (f"profiles/p{n}.toml", "circular-profile", "extends") for n in range(length)
    )
    assert list_usable(tmp_path, texts) == ["base"]


def write_bands(*bounds: tuple[str, str]) -> str:
    rows = (f'[[bands]]\nname = "{low}"\nlow = {low}\nhigh = {high}\nbasis = "无"\n' for low, high in bounds)
    return ON_BASE + "".join(rows)


@pytest.mark.parametrize(
    ("bounds", "key"),
    [
        ([("0.9", "0.1")], "bands[0].low"),
        ([("0.5", "1"), ("0", "0.9")], "bands[0].low"),
        ([("0.8", "1"), ("0.5", "0.8"), ("0", "0.6")], "bands[1].low"),
    ],
)
def test_bands_that_contradict_one_another_are_told_of(
    tmp_path: Path, bounds: list[tuple[str, str]], key: str
) -> None:
    found = list_found(tmp_path, {"city": write_bands(*bounds)})
    assert found == [("profiles/city.toml", "out-of-range", key)]


@pytest.mark.parametrize("bounds", [[("0.8", "1"), ("0", "0.8")], [("0.8", "1"), ("0", "0.5")], [("1", "1")]])
def test_bands_that_touch_or_leave_a_gap_are_in_order(tmp_path: Path, bounds: list[tuple[str, str]]) -> None:
    assert load_sound(tmp_path, {"city": write_bands(*bounds)})


@pytest.mark.parametrize("number", ["1e400", "1e-400", "10000"])
def test_a_bound_that_no_rule_can_reckon_with_is_told_of(tmp_path: Path, number: str) -> None:
    text = f'{ON_BASE}[thresholds.low_execution]\nvalue = {number}\nbasis = "无"\n'
    ((path, _, key),) = list_found(tmp_path, {"city": text})
    assert (path, key) == ("profiles/city.toml", "thresholds.low_execution.value")


def test_a_circle_is_written_out_from_the_file_that_is_read(tmp_path: Path) -> None:
    texts = {"a": 'extends = "b"\n', "b": 'extends = "c"\n', "c": 'extends = "a"\n'}
    messages = [finding.message for finding in load_texts(tmp_path, texts).findings]
    assert sorted(message.partition("：")[2] for message in messages) == [
        "a → b → c → a。",
        "b → c → a → b。",
        "c → a → b → c。",
    ]


def test_what_only_leads_into_a_circle_is_not_part_of_it(tmp_path: Path) -> None:
    texts = {"a": 'extends = "b"\n', "b": 'extends = "b"\n', "c": 'extends = "a"\n'}
    assert list_found(tmp_path, texts) == [("profiles/b.toml", "circular-profile", "extends")]
    assert list_usable(tmp_path, texts) == ["base"]


def test_what_is_not_there_cannot_be_extended(tmp_path: Path) -> None:
    texts = {"city": 'extends = "bsae"\n'}
    (finding,) = load_texts(tmp_path, texts).findings
    assert (finding.rule, finding.key, finding.suggestion) == ("unknown-profile", "extends", "是不是 base？")
    assert list_usable(tmp_path, texts) == ["base"]


@pytest.mark.parametrize("line", ["extends = 5\n", 'extends = ""\n', "extends = []\n"])
def test_extends_that_names_nothing_is_the_only_thing_told(tmp_path: Path, line: str) -> None:
    assert list_found(tmp_path, {"city": line}) == [("profiles/city.toml", "wrong-type", "extends")]


def test_faults_of_what_is_extended_are_told_there_only(tmp_path: Path) -> None:
    texts = {
        "bad": ON_BASE + "[document]\nissuer = 5\n",
        "city": 'extends = "bad"\n[document]\ntitle = "甲"\n',
    }
    assert list_found(tmp_path, texts) == [("profiles/bad.toml", "wrong-type", "document.issuer")]
    assert list_usable(tmp_path, texts) == ["base"]


def test_what_builds_on_something_faulty_is_not_used_though_it_is_whole(tmp_path: Path) -> None:
    texts = {"bad": "[", "city": 'extends = "bad"\n' + BASE}
    assert list_usable(tmp_path, texts) == ["base"]


def test_a_key_in_a_line_that_cannot_be_read_is_not_called_missing(tmp_path: Path) -> None:
    text = BASE.replace("points = 100", "points = 100分", 1)
    assert list_found(tmp_path, {"city": text}) == [("profiles/city.toml", "toml-syntax", "total.points")]


@pytest.mark.parametrize("written", ['"yes"', "1"])
def test_yes_is_no_truth(tmp_path: Path, written: str) -> None:
    text = f"{ON_BASE}[total]\nverified = {written}\n"
    assert list_found(tmp_path, {"city": text}) == [("profiles/city.toml", "wrong-type", "total.verified")]


def test_own_faults_are_told_though_what_is_extended_has_some(tmp_path: Path) -> None:
    texts = {"bad": "[", "city": 'extends = "bad"\n[execution]\npoints = "十"\nbasis = "无"\n'}
    found = list_found(tmp_path, texts)
    assert ("profiles/city.toml", "wrong-type", "execution.points") in found
    assert len(found) == 2


def test_a_base_that_lacks_something_is_told_of_all_of_it(tmp_path: Path) -> None:
    found = list_found(tmp_path, {"city": ""})
    assert {rule for _, rule, _ in found} == {"missing-key"}
    assert {key for _, _, key in found} == {
        name for name, field in Profile.model_fields.items() if field.is_required() and name != "id"
    }


def test_the_id_is_the_name_of_the_file(tmp_path: Path) -> None:
    assert list_found(tmp_path, {"city": ON_BASE + 'id = "city"\n'}) == [
        ("profiles/city.toml", "unknown-key", "id")
    ]


def test_a_name_that_is_no_address_is_told_of(tmp_path: Path) -> None:
    assert list_found(tmp_path, {"上海": ON_BASE}) == [("profiles/上海.toml", "slug", "")]
    assert list_usable(tmp_path, {"上海": ON_BASE}) == ["base"]


def test_a_name_in_capitals_does_not_push_its_namesake_aside(tmp_path: Path) -> None:
    assert list_found(tmp_path, {"BASE": ON_BASE}) == [("profiles/BASE.toml", "shared-url", "")]
    assert "base" in list_usable(tmp_path, {"BASE": ON_BASE})


@pytest.mark.parametrize(
    ("key", "numbers", "found"),
    [
        ("grades", (90, 80, 60), []),
        ("grades", (60, 80, 90), ["grades[1].least", "grades[2].least"]),
        ("grades", (90, 90), ["grades[1].least"]),
        ("bands", (1, 0.8), []),
        ("bands", (0.8, 1), ["bands[1].high"]),
    ],
)
def test_steps_go_down_from_best_to_worst(
    tmp_path: Path, key: str, numbers: tuple[float, ...], found: list[str]
) -> None:
    bounds = "least = {0}" if key == "grades" else "low = {0}\nhigh = {0}"
    rows = "".join(f'[[{key}]]\nname = "{n}"\nbasis = "无"\n{bounds.format(n)}\n' for n in numbers)
    assert [key for _, _, key in list_found(tmp_path, {"city": ON_BASE + rows})] == found


@pytest.mark.parametrize("value", ["nan", "true", "'九十'", "9" * 5000, "[]"])
def test_steps_that_are_no_numbers_are_told_of_once(tmp_path: Path, value: str) -> None:
    rows = "".join(f'[[grades]]\nname = "优"\nbasis = "无"\nleast = {least}\n' for least in (value, 90))
    assert [key for _, _, key in list_found(tmp_path, {"city": ON_BASE + rows})] == ["grades[0].least"]


def test_few_of_many_profiles_are_listed() -> None:
    known = [f"profile-{number}" for number in range(100)]
    suggestion = report_unknown_profile("上海", known, "site.toml", "profile").suggestion
    assert len(suggestion) < 200
    alone = report_unknown_profile("上海", (), "site.toml", "profile").suggestion
    assert alone == "现有的评分办法：（还没有任何评分办法）。"
