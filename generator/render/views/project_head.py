"""The view of the form's head: what it is called, whose it is, and the small facts that the paper prints there."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from generator.model.form import Form, FormKind
from generator.model.organisations import Organisations
from generator.render import addresses
from generator.render.views.parts import Link
from generator.text.cleaning import join_line

_NAMES: Final = dict.fromkeys(FormKind, "项目名称") | {
    FormKind.DEPARTMENT: "名称",
    FormKind.TRANSFER: "转移支付名称",
}
"""What each kind of form calls the name of what it is about."""


@dataclass(frozen=True, slots=True)
class HeadCell:
    """A small cell of the head and its name on the form; `columns` is how many columns its value takes."""

    title: str
    text: str
    columns: int = 1


@dataclass(frozen=True, slots=True)
class HeadView:
    """The head of a form. A department that is not registered leads nowhere: its address is empty."""

    title: str
    name_title: str
    departments: tuple[Link, ...]
    rows: tuple[tuple[HeadCell, ...], ...]


def view_head(form: Form, department: Link, organisations: Organisations) -> HeadView:
    """Lay out the head, small facts two in a row as on paper."""
    return HeadView(
        title=name_paper(form.kind),
        name_title=_NAMES[form.kind],
        departments=tuple(_link_departments(form, organisations)) or (department,),
        rows=tuple(_pair_up([*_list_cells(form)])),
    )


def name_paper(kind: FormKind) -> str:
    """Name the paper as its caption does."""
    return f"财政{kind.word}" if kind is FormKind.SELF_EVALUATION else kind.word


def _link_departments(form: Form, organisations: Organisations) -> Iterator[Link]:
    known = {join_line(one.name): key for key, one in organisations.departments.items()}
    for name in map(join_line, form.departments):
        yield Link(name, addresses.department_address(known[name]) if name in known else Markup())


def _list_cells(form: Form) -> Iterator[HeadCell]:
    for key in ("code", "period", "filed"):
        if text := getattr(form, key):
            yield HeadCell(Form.model_fields[key].title or key, text)
    yield from (HeadCell(title, text) for title, text in form.facts.items())


def _pair_up(cells: list[HeadCell]) -> Iterator[tuple[HeadCell, ...]]:
    for first, *second in (cells[n : n + 2] for n in range(0, len(cells), 2)):
        yield (first, *second) if second else (HeadCell(first.title, first.text, 3),)
