"""The verb `report`: the paragraphs for the final accounts, as the site shows them."""

from pathlib import Path

from generator.cli.app import COULD_NOT_RUN, MUST_BE_MENDED
from tests.command import BROKEN, GOOD, Run, add

UNIT = "xianghuaqiao-dangqun"


def test_report_prints_the_text_of_a_unit(run: Run) -> None:
    ended = run("report", UNIT, "--year", "2023")
    assert ended.code == 0
    heading, _, first, *_ = ended.out.splitlines()
    assert heading == "上海市青浦区香花桥街道社区党群服务中心（2023 年度）"
    assert first.startswith("2023年度，上海市青浦区香花桥街道社区党群服务中心对4个项目开展了绩效自评")


def test_report_says_what_the_site_says(run: Run, site: Path) -> None:
    page = (site.parent / "docs/disclosure/units" / f"{UNIT}.md").read_text(encoding="utf-8")
    first = run("report", UNIT).out.splitlines()[2]
    assert f"<p>{first}</p>" in page


def test_report_of_nobody_ends_with_one_sentence(run: Run) -> None:
    ended = run("report", "nobody")
    assert (ended.code, ended.out) == (COULD_NOT_RUN, "")
    assert ended.err == "没有代号或全称是“nobody”的单位或部门。代号和全称见 organisations.toml。\n"


def test_report_leaves_out_a_broken_form_and_says_so(run: Run, content: Path) -> None:
    add(content, good=GOOD, broken=BROKEN)
    ended = run("--content", content, "report", UNIT, "--year", "2023")
    assert ended.code == MUST_BE_MENDED
    assert "对1个项目开展了绩效自评" in ended.out
    assert "wieght" in ended.err
