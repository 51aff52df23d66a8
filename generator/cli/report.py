"""`jixiao report`: the texts for final accounts, of all departments and units or of one, of all years or of one."""

from dataclasses import replace
from difflib import get_close_matches

import typer

from generator.check.checking import CannotRunError, Checked
from generator.cli import options
from generator.cli.app import Setting, app, check_content, hand_over, tell_errors
from generator.cli.localisation import ChineseCommand
from generator.model.overview import DisclosureSeries
from generator.model.site import Edition
from generator.report.disclosures_text import render_disclosures
from generator.summarise import gather_overviews
from generator.summarise.totals import summarise


@app.command("report", cls=ChineseCommand)
def disclose(
    context: typer.Context,
    body: options.Body = None,
    year: options.Year = None,
    edition: options.OfEdition = Edition.PUBLIC,
) -> None:
    """印出部门决算里要写的绩效自评情况，与网站的“公开说明”相同。"""
    setting: Setting = context.obj
    checked = check_content(setting, None)
    hand_over(render_disclosures(choose_disclosures(checked, edition, body, year)))
    raise typer.Exit(tell_errors(setting, checked))


def choose_disclosures(
    checked: Checked, edition: Edition, body: str | None = None, year: int | None = None
) -> tuple[DisclosureSeries, ...]:
    """Choose the texts of a department or a unit, by its id or its name; departments before units.

    Raises CannotRunError where nobody bears that name, or where there is no text of that year.
    """
    if body is not None:
        _require_body(checked, body)
    shown = checked.choose_shown(edition)
    overviews = gather_overviews(shown, summarise(shown, checked.corpus.organisations), checked.corpus)
    asked = (
        one
        for one in (*overviews.departments, *overviews.units)
        if body is None or body in (one.key, one.name)
    )
    chosen = [keep_year(one, year) for one in asked]
    texts = tuple(one for one in chosen if one.years)
    if not texts:
        when = f" {year} 年度" if year else ""
        raise CannotRunError(f"没有{f'“{body}”' if body else ''}{when}可以公开的自评表，写不出说明。")
    return texts


def keep_year(series: DisclosureSeries, year: int | None) -> DisclosureSeries:
    """Keep only the text of one year, or all of them where none is named."""
    if year is None:
        return series
    return replace(series, years=tuple(one for one in series.years if one.year == str(year)))


def _require_body(checked: Checked, body: str) -> None:
    organisations = checked.corpus.organisations
    known = [
        *(name for key, one in organisations.departments.items() for name in (key, one.name)),
        *(name for key, one in organisations.units.items() for name in (key, one.name)),
    ]
    if body in known:
        return
    close = get_close_matches(body, known, n=1)
    guess = f"是不是 {close[0]}？" if close else "代号和全称见 organisations.toml。"
    raise CannotRunError(f"没有代号或全称是“{body}”的单位或部门。{guess}")
