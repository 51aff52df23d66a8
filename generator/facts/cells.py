"""What a row's cells are worth by themselves: left over, a scale, a direction, units that differ."""

import re
from functools import lru_cache

from generator.model.assessment import RowScore
from generator.model.form import Indicator
from generator.model.value import Quantity
from generator.values import normalise_text
from generator.values.aligning import align

_TEMPLATE_NAME = re.compile(
    r"(?:三级)?指标(?:名称)?[0-9一二三四五六七八九十]*:?|[.…·*xX]+|\(?(?:请填写|填写说明|示例).*"
)
_PLACEHOLDER = re.compile(r"[<>=≥≤]*(?:[*xX×_□○]{2,}|…+)[^0-9]{0,4}")
_SCALES = frozenset(
    {
        *("好坏", "高低", "大小", "优劣", "有无", "是否", "强弱", "快慢", "多少", "长短", "好差"),
        *("是/否", "有/无", "高/低", "好/坏", "优良中差", "优中差", "好中差", "高中低"),
        *("优/良/中/差", "好/中/差", "高/中/低", "满意/不满意", "合格/不合格", "及时/不及时"),
    }
)
_DIRECTION = re.compile(
    r"(?:不断|进一步|有效|明显|显著|逐步|持续|得到|有所|大幅|稳步|较)*(?:提高|提升|增强|改善|促进|加强|推动|优化)了?"
)


def is_template(row: Indicator) -> bool:
    """Tell whether a row was left over from the template: `指标2`, `……`, or `≥**人` for a value."""
    return _is_template_name(row.name) or _is_placeholder(row.target) or _is_placeholder(row.actual)


@lru_cache(maxsize=16_384)
def _is_template_name(text: str) -> bool:
    name = normalise_text(text)
    return not name.strip(".…·") or _TEMPLATE_NAME.fullmatch(name) is not None


@lru_cache(maxsize=16_384)
def _is_placeholder(text: str) -> bool:
    return _PLACEHOLDER.fullmatch(normalise_text(text)) is not None


def find_scale_name(row: Indicator) -> str:
    """Name the key of a value that names a scale instead of a place on it (`好坏`); empty where none does."""
    return next((key for key in ("target", "actual") if normalise_text(getattr(row, key)) in _SCALES), "")


def is_only_direction(row: Indicator) -> bool:
    """Tell whether the actual value repeats a target that names no more than a direction (`提高`)."""
    target, actual = normalise_text(row.target), normalise_text(row.measured or row.actual)
    return target == actual and _DIRECTION.fullmatch(target) is not None


def have_different_units(score: RowScore) -> bool:
    """Tell whether target and actual value are numbers that both name their unit, and cannot be brought to one."""
    target, actual = score.target, score.actual
    if not isinstance(target, Quantity) or not isinstance(actual, Quantity):
        return False
    return bool(target.measure and actual.measure) and align(target, actual) is None
