"""What search sees of every page of the site, as `SearchDocument`s divided into shards.

A shard is what Pagefind indexes in one go: the projects of one year with the pages about it, or all other pages.
Reviews and internal information are in no document of any edition.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from generator.model.assessment import Assessment
from generator.model.corpus import Corpus
from generator.model.form import Form, FormKind, Indicator, Status
from generator.model.listed_page import ListedPage
from generator.model.organisations import Organisations
from generator.model.rule_page import RulePage
from generator.model.search_document import SearchDocument
from generator.render import addresses
from generator.text.numbers import write_money

PAGES = "pages"
"""The shard of all pages that are no project's; the shards of projects bear their year."""

_MARKUP = re.compile(
    r"^\s*```.*|^[\s|:-]+$"  # fences, lines below a table's head
    r"|^\s*(?:#+|[-*+>]|[0-9]+\.)\s+"  # headings, lists, quotations
    r"|\[(?=[^][]*+\]\()|\]\([^()]*+\)|\*\*|`|\|"  # links, emphasis, code, cells
)


def gather_documents(
    corpus: Corpus,
    assessments: Iterable[Assessment],
    rules: Iterable[RulePage],
    listed: Iterable[ListedPage] = (),
) -> dict[str, list[SearchDocument]]:
    """Gather the documents of all pages by shard; shards and documents keep the order of their input.

    `assessments` are those that have a page in this edition, and `listed` the pages below the lists. Of these, the
    ones about a year that has projects stand with them.
    """
    shards: dict[str, list[SearchDocument]] = {PAGES: []}
    for one in assessments:
        shard = shards.setdefault(str(one.project.place.year), [])
        shard.append(describe_project(one, corpus.organisations))
    years = sorted(set(shards) - {PAGES}, reverse=True)
    shards[PAGES] = [
        *(SearchDocument(addresses.year_address(year), f"{year}年度", "年度汇总") for year in years),
        *_describe_organisations(corpus.organisations),
        *_describe_rules(corpus, rules),
        *_describe_texts(corpus),
        *(
            SearchDocument(str(address), title, "汇总", blocks=(text,))
            for address, (title, text) in addresses.WAYS_IN.items()
        ),
    ]
    for page in listed:
        shards.get(page.year, shards[PAGES]).append(_describe_listed(page, corpus.organisations))
    return shards


def describe_project(one: Assessment, organisations: Organisations) -> SearchDocument:
    """Describe a project's page. A withdrawn one is readable still, but in no ranking."""
    place, form = one.project.place, one.project.form
    unit = organisations.units[place.unit]
    department = organisations.departments[unit.department].name
    withdrawn = form.status is Status.WITHDRAWN
    filters = {"year": str(place.year), "department": department, "unit": unit.name}
    if one.sheet.grade and not withdrawn:
        filters["grade"] = one.sheet.grade
    return SearchDocument(
        address=addresses.project_address(place),
        title=form.name,
        kind=name_kind(form),
        facts=(f"{place.year}年度", unit.name, *(() if withdrawn else _list_results(one))),
        blocks=(*_list_cells(form), *_say_amount("执行数", form.funds.total.executed, form), department),
        filters=filters,
        sorts={} if withdrawn else _find_sorts(one),
    )


def name_kind(form: Form) -> str:
    """Name what a page is about: a project, or by its paper what is not one's self-evaluation."""
    kind = "项目" if form.kind is FormKind.SELF_EVALUATION else form.kind.word
    return f"{kind}（已撤回）" if form.status is Status.WITHDRAWN else kind


def _describe_listed(page: ListedPage, organisations: Organisations) -> SearchDocument:
    """Describe a page below a list, to be found by its title and filtered by what it is about."""
    department, unit = organisations.departments.get(page.department), organisations.units.get(page.unit)
    about = {
        "year": page.year,
        "department": department.name if department else "",
        "unit": unit.name if unit else "",
    }
    filters = {name: value for name, value in about.items() if value}
    return SearchDocument(page.address, page.title, page.kind, filters=filters)


def _list_results(one: Assessment) -> Iterator[str]:
    """Say a project's budget, rate, score and grade."""
    form, sheet = one.project.form, one.sheet
    yield from _say_amount("预算数", form.funds.total.adjusted, form)
    if sheet.execution.rate is not None:
        yield f"执行率：{sheet.execution.shown_rate}"
    if sheet.total.accepted is not None:
        yield f"认定得分：{write_money(sheet.total.accepted)}"
    else:
        yield "认定得分：未评全"
    if sheet.grade:
        yield f"等级：{sheet.grade}"


def _say_amount(name: str, amount: Decimal | None, form: Form) -> tuple[str, ...]:
    return () if amount is None else (f"{name}：{write_money(amount)}{form.funds.unit}",)


def _list_cells(form: Form) -> Iterator[str]:
    """List the form's own text, cell by cell."""
    yield from (form.code, form.period, form.filed, *form.departments)
    yield from (f"{title}：{text}" for title, text in form.facts.items())
    for goal in form.goals:
        yield from (goal.expected, goal.actual)
    for row in form.indicators:
        yield from _list_row(row)
    yield from (form.funds.method, form.funds.explanation)
    for note in form.notes:
        yield from (note.title, note.text)
    yield from (form.source, form.withdrawal)
    yield from (waiver.reason for waiver in form.waivers)


def _list_row(row: Indicator) -> tuple[str, ...]:
    return row.name, row.target, row.actual, row.measured, row.method, row.explanation


def _find_sorts(one: Assessment) -> Mapping[str, Decimal]:
    funds, execution, total = one.project.form.funds, one.sheet.execution, one.sheet.total
    budget = funds.total.adjusted
    values = {
        "score": total.accepted,
        "amount": None if budget is None else budget * funds.unit.yuan,
        "rate": None if execution.rate is None else execution.rate * 100,
    }
    return {name: value for name, value in values.items() if value is not None}


def _describe_organisations(organisations: Organisations) -> Iterator[SearchDocument]:
    for key, department in sorted(organisations.departments.items()):
        yield SearchDocument(
            addresses.department_address(key),
            department.name,
            "主管部门",
            blocks=(department.note,),
            filters={"department": department.name},
        )
    for key, unit in sorted(organisations.units.items()):
        department_name = organisations.departments[unit.department].name
        yield SearchDocument(
            addresses.unit_address(key),
            unit.name,
            "实施单位",
            (department_name,),
            (unit.note,),
            {"department": department_name, "unit": unit.name},
        )


def _describe_rules(corpus: Corpus, rules: Iterable[RulePage]) -> Iterator[SearchDocument]:
    for key, profile in sorted(corpus.profiles.items()):
        document = profile.document
        facts = (document.number, document.issued_by)
        yield SearchDocument(
            addresses.profile_address(key), profile.name, "评分办法", facts, (document.note,)
        )
    for rule in rules:
        address, blocks = addresses.rule_address(rule.code), _strip_markup(rule.body_markdown)
        yield SearchDocument(address, rule.title, "检查规则", (rule.code,), blocks)


def _describe_texts(corpus: Corpus) -> Iterator[SearchDocument]:
    for page in corpus.pages:
        address = addresses.text_address(page.name)
        blocks = _strip_markup(page.text)
        yield SearchDocument(address, blocks[0] if blocks else page.name, "说明", blocks=blocks[1:])


def _strip_markup(markdown: str) -> tuple[str, ...]:
    """Take the marks out of Markdown and give its lines."""
    lines = (_MARKUP.sub("", line).strip() for line in markdown.splitlines())
    return tuple(line for line in lines if line)
