"""What a profile's values must be among themselves, once each of them is in order."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.load import faults
from generator.model.finding import Finding
from generator.model.methods import MethodKind, Step
from generator.model.profile import ExecutionMethod, Profile


def check_sense(profile: Profile, path: str) -> Iterator[Finding]:
    """Check a whole profile: who issued it, its years, its scales, and the groups that alternatives name."""
    if not profile.document.inferred and not profile.document.issuer.strip():
        message = "没有写 issuer（发文机关）。"
        suggestion = "写明发文机关；没有文件、由公开的自评表整理的，写 inferred = true。"
        yield faults.MISSING_KEY.at(path, message, key="document.issuer", suggestion=suggestion)
    yield from _check_years(profile, path)
    if profile.execution.method is ExecutionMethod.STEPS:
        yield from _check_steps(profile.execution.steps, path, "execution.steps")
    for index, method in enumerate(profile.methods):
        if method.method is MethodKind.INTERVAL:
            yield from _check_steps(method.steps, path, f"methods[{index}].steps")
    yield from _check_alternatives(profile, path)


def _check_years(profile: Profile, path: str) -> Iterator[Finding]:
    years = profile.validity
    if years and years.first and years.last and years.first > years.last:
        message = f"from 应当不大于 to（{years.last}），现在是 {years.first}。"
        suggestion = "改正其中写错的一个年度。"
        yield faults.OUT_OF_RANGE.at(path, message, key="validity.from", suggestion=suggestion)


def _check_steps(steps: Sequence[Step], path: str, key: str) -> Iterator[Finding]:
    """Report a scale that is not there, or whose steps do not go down, for the first that fits is taken."""
    if not steps:
        message = "按区间计分，要写明 steps（各档），现在没有写。"
        suggestion = (
            "写成 steps = [{ least = 0.9, share = 1 }, { least = 0.8, share = 0.7 }] 这样，从高到低。"
        )
        yield faults.MISSING_KEY.at(path, message, key=key, suggestion=suggestion)
    for index, (above, below) in enumerate(pairwise(steps), start=1):
        if below.least >= above.least:
            message = f"least 应当小于上一档的 {above.least}，现在是 {below.least}：各档要从高到低排列。"
            suggestion = "按从高到低重新排列，或者改正这个数。"
            yield faults.OUT_OF_RANGE.at(path, message, key=f"{key}[{index}].least", suggestion=suggestion)


def _check_alternatives(profile: Profile, path: str) -> Iterator[Finding]:
    names = [group.name for group in profile.groups]
    for index, one in enumerate(profile.alternatives):
        for key, name in (("without", one.without), *(("adds", name) for name in one.adds)):
            if name not in names:
                message = f"这个办法的一级指标里没有“{name}”。"
                suggestion = f"改成 groups 里有的名称：{'、'.join(names)}。"
                where = f"alternatives[{index}].{key}"
                yield faults.UNKNOWN_CHOICE.at(path, message, key=where, suggestion=suggestion)
