"""What the command gives to programs: keys and formats that do not change within a version."""

import re
from pathlib import Path

from tests.command import BROKEN, SHORT, Run, add, find
from tests.inline import CONTENT

SCORE_KEYS = {
    "": {"version", "projects"},
    "project": {"id", "name", "profile", "execution", "rows", "total", "grade"},
    "execution": {"rate", "score", "claimed", "formula"},
    "row": {
        *("key", "name", "kind", "outcome", "computed"),
        *("allowed", "claimed", "accepted", "formula"),
    },
    "total": {
        *("claimed", "computed", "accepted", "full", "weight", "assessed", "whole", "gaps"),
        *("lowered", "raised", "verifiability", "formula"),
    },
    "verifiability": {"agreeing", "differing", "unclaimed", "judged", "unassessed"},
}
POINTS_OF_TOTAL = ("claimed", "computed", "accepted", "full", "weight", "assessed")


def test_scores_have_exactly_the_keys_of_the_contract(run: Run) -> None:
    document = run("--content", CONTENT, "score", "--format", "json").json
    assert set(document) == SCORE_KEYS[""]
    assert document["version"] == 1
    for project in document["projects"]:
        assert set(project) == SCORE_KEYS["project"]
        assert set(project["execution"]) == SCORE_KEYS["execution"]
        assert set(project["total"]) == SCORE_KEYS["total"]
        assert set(project["total"]["verifiability"]) == SCORE_KEYS["verifiability"]
        assert all(set(row) == SCORE_KEYS["row"] for row in project["rows"])


def test_scores_have_exactly_the_formats_of_the_contract(run: Run) -> None:
    for project in run("--content", CONTENT, "score", "--format", "json").json["projects"]:
        execution, total = project["execution"], project["total"]
        assert is_number(execution["rate"], places=6)
        points = [execution["score"], execution["claimed"], *total["verifiability"].values()]
        points += [total[name] for name in POINTS_OF_TOTAL]
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
    assert set(document) == {"version", "rule_set", "findings", "summary"}
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
    assert finding["path"] == find(content, "bad").as_posix()
    assert (finding["line"], finding["column"]) == (BROKEN.count("\n"), 1)
    assert finding["key"] == "indicators[0].wieght"


def test_help_is_an_address_of_the_site_where_it_has_one(run: Run, content: Path) -> None:
    site = content / "site.toml"
    site.write_text(site.read_text(encoding="utf-8").replace('url = ""', 'url = "https://example.org/j"', 1))
    add(content, bad=BROKEN)
    for finding in run("--content", content, "check", "--format", "json").json["findings"]:
        assert finding["help"] == f"https://example.org/j/rules/{finding['code']}/"
