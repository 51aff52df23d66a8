"""Load, score and judge a content folder, and report what was found: all that needs no site."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TypeVar

from generator.checked import CannotRunError, Checked, writing
from generator.facts import gather_facts
from generator.garbage import pause_collection
from generator.loading import LOADING_FAULTS, clear_faults, load, read_listed_text
from generator.loading.schema import render_schema
from generator.model.assessment import Assessment
from generator.model.finding import Severity
from generator.model.rule_page import RulePage
from generator.progress import Listener, Stage
from generator.reporting.located import locate_findings
from generator.reporting.report import Report
from generator.reporting.selection import find_unknown, select_findings
from generator.rules import ALL_RULES, RULE_SET, judge_case, judge_collection
from generator.scoring import score_project
from generator.workers import spread_work

T = TypeVar("T")

CATALOGUE: tuple[RulePage, ...] = (
    *(
        RulePage(one.code, one.rule, one.title, one.explanation, one.severity, on_reading=True)
        for one in LOADING_FAULTS
    ),
    *(rule.page() for rule in ALL_RULES),
)
"""A page for everything that a finding can be about, loading faults first."""

RULES = {page.code: page for page in CATALOGUE}


@pause_collection()
def check(content: Path, listener: Listener, today: date | None = None) -> Checked:
    """Load a content folder, score every project and run every rule.

    `today` is the day by which a form may be late; where it is None, none is called late.
    Raises CannotRunError when there is no such folder.
    """
    require_folder(content)
    listener.begin(Stage.LOAD)
    corpus = load(content, listener.advance)
    listener.begin(Stage.SCORE)
    total = len(corpus.projects)
    scored = (Assessment(one, score_project(one, corpus.profile_of(one))) for one in corpus.projects)
    assessments = tuple(_count(scored, total, listener))
    listener.begin(Stage.CHECK)
    facts = gather_facts(corpus, assessments, today)
    with spread_work(lambda one: judge_case(facts.make_case(one)), assessments) as judged:
        found = tuple(chain.from_iterable(_count(judged, total, listener)))
    findings = (*corpus.findings, *found, *judge_collection(facts.collection))
    listener.finish()
    return Checked(content, corpus, assessments, findings, corpus.files)


def report(checked: Checked, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> Report:
    """Report the findings about the rules that are selected and not ignored, each at its line.

    Only files that have findings are read again. Raises CannotRunError for a selector that means no rule.
    """
    if unknown := find_unknown((*select, *ignore), RULES):
        raise _refuse_selectors(*unknown)
    chosen = select_findings(checked.findings, select, ignore)
    located = locate_findings(
        [one for one in chosen if not one.waiver],
        lambda path: read_listed_text(checked.content, path),
        lambda path: (checked.content / path).as_posix(),
        clear_faults,
    )
    waived = sum(bool(one.waiver) for one in chosen)
    return Report(located, waived, checked.files, RULES, RULE_SET, checked.address)


def report_errors(checked: Checked) -> Report:
    """Report only what must be mended."""
    return report(checked, [code for code, page in RULES.items() if page.severity is Severity.ERROR])


def find_rule(selector: str) -> RulePage:
    """Find a rule by its code or its name. Raises CannotRunError for what is neither."""
    for page in RULES.values():
        if selector.upper() == page.code or selector.lower() == page.name:
            return page
    raise _refuse_selectors(selector)


def _refuse_selectors(*unknown: str) -> CannotRunError:
    return CannotRunError(f"没有编号或名称是“{'”“'.join(unknown)}”的规则。用 jixiao rule 查看全部规则。")


def write_schema(content: Path) -> Path:
    """Write the JSON Schema of project files into the content folder, for editors.

    Raises CannotRunError when there is no such folder, when a link stands in the file's place, or it cannot be written.
    """
    require_folder(content)
    file = content / "project.schema.json"
    if file.is_symlink():
        raise CannotRunError(f"{file} 是链接，不能写。请先删去这个链接。")
    with writing(file):
        file.write_text(render_schema(), encoding="utf-8")
    return file


def require_folder(content: Path) -> None:
    """Raise CannotRunError when there is no content folder."""
    if not content.is_dir():
        raise CannotRunError(f"找不到内容文件夹 {content}。请在仓库根目录运行，或用 --content 指明文件夹。")


def _count(things: Iterable[T], total: int, listener: Listener) -> Iterator[T]:
    """Pass things on, and tell the listener how many have been asked for."""
    for done, one in enumerate(things, start=1):
        yield one
        listener.advance(done, total)
