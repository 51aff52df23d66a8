"""The view of a page's provenance: the paper form, the file and its history, the rules, the licence, how to cite."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.assessment import Assessment
from generator.model.history import FileHistory
from generator.model.profile import Profile
from generator.model.project import Place
from generator.model.site import Site
from generator.model.web_address import is_web_address
from generator.render import addresses
from generator.render.code_hosts import FileAddresses, address_file
from generator.render.views.parts import Link
from generator.render.views.project_head import name_paper
from generator.text.cleaning import join_line

ACCESS_DATE = "[引用日期]"
"""What a citation needs and only the reader knows; the button that copies it puts in the day."""


UNDATED = "日期不明"
"""Said of a change whose date cannot be right: before the form's year, or still to come."""


@dataclass(frozen=True, slots=True)
class OriginView:
    """Where the data came from; addresses are empty where there is nothing to link to.

    `in_repository` is None where the kind of the code host is not known: then only the repository is linked.
    `changed` says when the file last changed and by whose office, as git has it. `data` are the page's downloads.
    """

    source: str
    source_address: str
    file: str
    repository: str
    in_repository: FileAddresses | None
    changed: str
    rules: Link
    licence: str
    licence_address: str
    data: tuple[Link, ...]
    permanent: str
    citation: str


def view_origin(
    assessment: Assessment,
    unit: str,
    site: Site,
    profiles: Mapping[str, Profile],
    history: FileHistory | None,
) -> OriginView:
    """Say where the data came from, by which rules it was scored, and how to cite it."""
    form, place = assessment.project.form, assessment.project.place
    key = assessment.sheet.profile
    rules = profiles[key].name if key in profiles else key
    return OriginView(
        source=form.source,
        source_address=form.source if is_web_address(form.source) else "",
        file=f"content/{place.path}",
        repository=site.repository,
        in_repository=address_file(site, f"content/{addresses.project_address(place).rstrip('/')}.toml"),
        changed=describe_change(history),
        rules=Link(rules, addresses.profile_address(key)),
        licence=site.licence.name,
        licence_address=site.licence.url,
        data=list_downloads(place),
        permanent=locate(site, addresses.project_address(place)),
        citation=cite(assessment, unit, site, history),
    )


def list_downloads(place: Place) -> tuple[Link, ...]:
    """Name what can be taken away: all that the page shows, its table, and the data of all projects."""
    return (
        Link("JSON（全部内容）", addresses.project_data_address(place)),
        Link("CSV（计分的各行）", addresses.project_data_address(place, "csv")),
        Link("批量下载", addresses.DATA),
    )


def describe_change(history: FileHistory | None) -> str:
    """Say when a file last changed, and by whose office where that is vouched for; empty where git knows nothing."""
    if history is None:
        return ""
    day = f"{history.changed or UNDATED}"
    return f"{day}，由{history.role}提交" if history.role else day


def cite(assessment: Assessment, unit: str, site: Site, history: FileHistory | None) -> str:
    """Write a reference to the page as GB/T 7714 has it: who, what, published by whom and when, and where."""
    place, name = assessment.project.place, join_line(assessment.project.form.name)
    permanent = locate(site, addresses.project_address(place))
    kind, where = ("DS/OL", f"{ACCESS_DATE}. {permanent}") if permanent else ("DS", "")
    first = f"{history.added.year}" if history and history.added else ""
    last = f"({history.changed})" if history and history.changed else ""
    day = f", {first}{last}" if first or last else ""
    title = f"{name}：{place.year} 年度{name_paper(assessment.project.form.kind)}[{kind}]"
    return f"{join_line(unit)}. {title}. {join_line(site.publisher)}{day}{where}."


def locate(site: Site, address: Markup) -> str:
    """Make a whole address of one from the root of the site; empty where the site does not say where it stands."""
    return f"{site.url.rstrip('/')}/{address}" if site.url else ""
