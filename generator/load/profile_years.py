"""Which profile judges the forms of which year: none that did not exist then, or exists no more."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import combinations

from generator.load import faults
from generator.load.files import Source
from generator.model.finding import Finding
from generator.model.profile import Profile
from generator.model.site import Defaults, YearlyProfile

_MOST_YEARS = 5
"""Years that one message lists."""


def report_out_of_years(profile: Profile, years: Iterable[int], path: str, key: str) -> Finding:
    """Report a profile by which forms of some years would be judged that it does not govern."""
    listed = sorted(years)
    shown = "、".join(map(str, listed[:_MOST_YEARS])) + ("等" if len(listed) > _MOST_YEARS else "")
    valid = profile.validity.words if profile.validity else ""
    message = f"{profile.name}不能用来评 {shown} 年度的表：它适用的年度是{valid}。"
    suggestion = (
        "用 profile 写明当年适用的评分办法。"
        if path.startswith("projects/")
        else "用 [[profiles]] 写明这些年度用哪个办法：from、to 是起止的年度，profile 是办法。"
    )
    return faults.PROFILE_OUT_OF_YEARS.at(path, message, key=key, suggestion=suggestion)


def find_misplaced_defaults(
    site: Source | None, profiles: Mapping[str, Profile], defaults: Defaults, years: Collection[int]
) -> Iterator[Finding]:
    """Find defaults that do not govern all the years they are named for, or that forms without a profile are of."""
    if site is None:
        return
    yield from _find_overlaps(defaults.yearly, site.path)
    for index, (key, name) in enumerate(defaults.list_keys().items()):
        bounds = defaults.yearly[index - 1] if index else None
        stated = {bounds.first, bounds.last} - {None} if bounds else set()
        used = {year for year in years if defaults.find_key(year) == key}
        profile = profiles.get(name)
        wrong = {year for year in used | stated if year and profile and not profile.covers(year)}
        if profile and wrong:
            yield report_out_of_years(profile, wrong, site.path, key)


def _find_overlaps(yearly: Collection[YearlyProfile], path: str) -> Iterator[Finding]:
    """Report entries that cover one year together, for nobody knows which is meant."""
    for (_, one), (index, other) in combinations(enumerate(yearly), 2):
        first = max(one.first or 0, other.first or 0)
        if one.covers(first) and other.covers(first):
            message = f"{one.profile} 和 {other.profile} 的年度重叠了（{one.words}；{other.words}）。"
            suggestion = "改正其中一个的 from 或 to，让每个年度只有一个默认办法。"
            yield faults.OUT_OF_RANGE.at(path, message, key=f"profiles[{index}].from", suggestion=suggestion)
