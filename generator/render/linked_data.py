"""What a page is about, for machines: schema.org in JSON-LD, in a script element that no text can break out of."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from markupsafe import Markup

from generator.model.assessment import Assessment
from generator.model.form import Status
from generator.model.history import FileHistory
from generator.model.organisations import Organisations
from generator.model.site import Site
from generator.render import addresses
from generator.render.views.project_head import name_paper
from generator.render.views.project_origin import locate
from generator.text.cleaning import join_line

_UNSAFE: Final = re.compile("[<>&'\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
"""What could end the script, begin a comment or an entity in it, or is no text at all."""

Thing = dict[str, Any]
"""A thing as schema.org describes it."""


def write_linked_data(thing: Mapping[str, Any]) -> Markup:
    """Write a thing as a script element on a single line; members without a value are left out."""
    text = json.dumps(
        {"@context": "https://schema.org", **_prune(thing)}, ensure_ascii=False, separators=(",", ":")
    )
    safe = _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    return Markup(f'<script type="application/ld+json">{safe}</script>')


def _prune(thing: Mapping[str, Any]) -> Thing:
    return {
        name: _prune(value) if isinstance(value, Mapping) else value for name, value in thing.items() if value
    }


def describe_dataset(
    assessment: Assessment,
    lead: str,
    organisations: Organisations,
    site: Site,
    history: FileHistory | None,
) -> Thing:
    """Describe a project's page: a data set of one year, by a unit, under a licence."""
    form, place = assessment.project.form, assessment.project.place
    return {
        "@type": "Dataset",
        "name": f"{join_line(form.name)}：{place.year} 年度{name_paper(form.kind)}",
        "description": lead,
        "url": locate(site, addresses.project_address(place)),
        "inLanguage": "zh-CN",
        "temporalCoverage": str(place.year),
        "isAccessibleForFree": True,
        "license": _name_licence(site),
        "creativeWorkStatus": form.status.word if form.status is Status.WITHDRAWN else "",
        "datePublished": history.added.isoformat() if history and history.added else "",
        "dateModified": history.changed.isoformat() if history and history.changed else "",
        "distribution": _describe_download(
            locate(site, addresses.project_data_address(place)), "application/json"
        ),
        "creator": describe_unit(place.unit, organisations, site),
        "publisher": _describe_publisher(site),
    }


def _name_licence(site: Site) -> str:
    return site.licence.url or site.licence.name


def _describe_publisher(site: Site) -> Thing:
    return {"@type": "Organization", "name": join_line(site.publisher), "url": site.url}


def _describe_download(address: str, kind: str) -> Thing | None:
    """Describe a file that holds a page's data; None where the site does not say where it stands."""
    return {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": address} if address else None


def describe_downloads(site: Site, years: Iterable[int], files: Mapping[str, str]) -> Thing:
    """Describe the page of downloads: one data set of all years, and its files by their media types."""
    known = sorted(years)
    addressed = {kind: locate(site, Markup(addresses.DATA + file)) for kind, file in files.items()}
    downloads = [_describe_download(address, kind) for kind, address in addressed.items()]
    return {
        "@type": "Dataset",
        "name": f"{join_line(site.title)}：全部数据",
        "description": join_line(site.description),
        "url": locate(site, addresses.DATA),
        "inLanguage": "zh-CN",
        "temporalCoverage": f"{known[0]}/{known[-1]}" if known else "",
        "isAccessibleForFree": True,
        "license": _name_licence(site),
        "distribution": [one for one in downloads if one],
        "publisher": _describe_publisher(site),
    }


def describe_unit(unit: str, organisations: Organisations, site: Site) -> Thing:
    """Describe a unit below its department."""
    return {
        "@type": "GovernmentOrganization",
        "name": join_line(organisations.units[unit].name),
        "url": locate(site, addresses.unit_address(unit)),
        "parentOrganization": describe_department(organisations.department_of(unit), organisations, site),
    }


def describe_department(department: str, organisations: Organisations, site: Site) -> Thing:
    """Describe a department."""
    return {
        "@type": "GovernmentOrganization",
        "name": join_line(organisations.departments[department].name),
        "url": locate(site, addresses.department_address(department)),
    }
