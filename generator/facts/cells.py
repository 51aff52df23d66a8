"""What a row's cells are worth by themselves: left over, a scale, a direction, units that differ."""

import re
from collections.abc import Set
from functools import lru_cache

from generator.model.assessment import RowScore
from generator.model.form import Indicator
from generator.model.value import Quantity
from generator.values import normalise_text
from generator.values.aligning import align
from generator.values.units import measure_of

_TEMPLATE_NAME = re.compile(
    r"(?:三级)?指标(?:名称)?[0-9一二三四五六七八九十]*:?|[.…·*xX]+|\(?(?:请填写|填写说明|示例[:)]).*"
)
_PLACEHOLDER = re.compile(r"[<>=≥≤]*(?:[*xX×_□○]{2,}|…+)[^0-9]{0,4}")
_SCALES = frozenset(
    {
        *("好坏", "高低", "大小", "优劣", "有无", "是否", "强弱", "快慢", "多少", "长短", "好差", "优差"),
        *("优良中差", "优良中低差", "优良差", "优中差", "好中差", "高中低", "大中小", "优良合格不合格"),
        *(
            "满意不满意",
            "满意基本满意不满意",
            "合格不合格",
            "及时不及时",
            "完成未完成",
            "达标不达标",
            "定性",
            "定量",
        ),
    }
)
"""Names of scales without what stands between their steps."""
_BETWEEN_STEPS = str.maketrans("", "", "/、,;或()|·-~")
_ALIKE = frozenset({"秒", "月", "工作日", "刻钟"})
"""Units that a reader converts, though not exactly."""
_COUNTERS = frozenset("个家处项件份本张幅块场次所座套台批期班户条支辆门节篇只种类站点部队村")
_DIRECTION = re.compile(
    r"(?:不断|进一步|有效|明显|显著|逐步|持续|得到|有所|大幅|稳步|较)*(?:提高|提升|增强|改善|促进|加强|推动|优化)了?"
)


def is_template(row: Indicator) -> bool:
    """Tell whether a row was left over from the template: `指标2`, `……`, or `≥**人` for a target."""
    return _is_template_name(row.name) or _is_placeholder(row.target)


@lru_cache(maxsize=16_384)
def _is_template_name(text: str) -> bool:
    name = normalise_text(text)
    return not name.strip(".…·") or _TEMPLATE_NAME.fullmatch(name) is not None


@lru_cache(maxsize=16_384)
def _is_placeholder(text: str) -> bool:
    return _PLACEHOLDER.fullmatch(normalise_text(text)) is not None


def find_scale_name(row: Indicator) -> str:
    """Name the key of a value that names a scale instead of a place on it (`好坏`); empty where none does."""
    return next((key for key in ("target", "actual") if _is_scale(getattr(row, key))), "")


@lru_cache(maxsize=16_384)
def _is_scale(text: str) -> bool:
    return normalise_text(text).translate(_BETWEEN_STEPS) in _SCALES


def is_only_direction(row: Indicator) -> bool:
    """Tell whether the actual value repeats a target that names no more than a direction (`提高`)."""
    target, actual = normalise_text(row.target), normalise_text(row.actual_value)
    return target == actual and _DIRECTION.fullmatch(target) is not None


def have_different_units(score: RowScore) -> bool:
    """Tell whether target and actual value are numbers that both name their unit, and cannot be brought to one."""
    target, actual = score.target, score.actual
    if not isinstance(target, Quantity) or not isinstance(actual, Quantity):
        return False
    if not target.measure or not actual.measure or align(target, actual) is not None:
        return False
    return not _may_mean_the_same(target, actual)


def _may_mean_the_same(target: Quantity, actual: Quantity) -> bool:
    """Tell whether a reader can hold both against each other all the same.

    Counters are taken loosely where the numbers are near, `/人` is left out, days stand beside months.
    """
    wanted, reached = measure_of(target.unit), measure_of(actual.unit)
    if target.is_share or actual.is_share:
        return "百分点" in (wanted.base, reached.base)
    if wanted.base == reached.base:
        return not (wanted.per and reached.per)
    both = {wanted.base, reached.base}
    return both <= _ALIKE or (_count_things(both) and _are_near(target, actual))


def _count_things(units: Set[str]) -> bool:
    """Tell whether units count things, each by one word or another (`100个` and `108座`, `300家次` and `326家`)."""
    plain = {unit if unit in ("次", "人次") else unit.removesuffix("次") for unit in units}
    return len(plain) == 1 or plain <= _COUNTERS


def _are_near(target: Quantity, actual: Quantity) -> bool:
    return target.number <= 2 * actual.number and actual.number <= 2 * target.number
