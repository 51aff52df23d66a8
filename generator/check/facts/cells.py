"""What a row's cells are worth by themselves: left over, a scale, a direction, units that differ."""

import re
from collections.abc import Set
from functools import lru_cache

from generator.model.assessment import Outcome, RowScore
from generator.model.form import Indicator
from generator.model.value import Quantity, Sign
from generator.score import is_either_way
from generator.score.values import normalise_text
from generator.score.values.conversion import align
from generator.score.values.units import is_either_way as takes_time
from generator.score.values.units import measure_of

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
_NATURE = re.compile(r"^定[性量](?=.)")
"""What forms with a column of its own for 指标性质 put before the value: `定性好坏`."""
"""Names of scales without what stands between their steps."""
_BETWEEN_STEPS = str.maketrans("", "", "/、,;或()|·-~")
_ALIKE = frozenset({"秒", "月", "工作日", "刻钟"})
"""Units that a reader converts, though not exactly."""
_COUNTERS = frozenset("个家处项件份本张幅块场次所座套台批期班户条支辆门节篇只种类站点部队村")
_DIRECTION = re.compile(
    r"(?:不断|进一步|有效|明显|显著|逐步|持续|得到|有所|大幅|稳步|较)*(?:提高|提升|增强|改善|促进|加强|推动|优化)了?"
)


_ABSENT = re.compile(
    r"(?:(?:本|该)?(?:项目|单位|年度|年)?(?:暂|均|并)?(?:不涉及|未涉及|不适用|不产生|未产生|没有产生|没有|无)"
    r"(?:直接|明显|相关|此项|该项|这项|对应)*的?(?:(?:经济|社会|生态|环境)(?:和|及|、)?){0,3}效益(?:指标)?"
    r"|(?:本|该)?(?:项目|单位)?(?:暂|均)?(?:不涉及|未涉及|不适用)(?:此项|该项|这项|本项|相关)?"
    r"(?:指标|内容|业务|工作|支出|事项|情况)?"
    r"|无(?:此项|该项|这项|相关|对应)(?:指标|内容|业务|工作|支出|事项|情况)?)"
)
"""Words by which a cell says that the project has no such thing. `无环境影响` and `无投诉` are results."""
_IS_TO_BE_NONE = re.compile(r"投诉|事故|违|失误|差错|故障|负面|舆情|上访|信访|案|污染|隐患|纠纷|拖欠|返贫")
"""Names of what should not happen, of which there was none."""


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
    return _NATURE.sub("", normalise_text(text)).translate(_BETWEEN_STEPS) in _SCALES


def find_word_of_absence(row: Indicator, score: RowScore) -> str:
    """Name the key of a cell that says that there is no such thing (`无经济效益`, `不涉及`); empty where none does.

    `无` alone answers a target of its own, such as `0起` or `无投诉`, and tells only beside another such word.
    """
    cells = {"name": row.name, "target": row.target, "actual": row.actual_value}
    plain = {key: normalise_text(text) for key, text in cells.items()}
    told = next((key for key, text in plain.items() if _ABSENT.fullmatch(text)), "")
    both = plain["target"] == plain["actual"] == "无" and not _IS_TO_BE_NONE.search(row.name)
    is_bound = isinstance(score.target, Quantity) and not score.target.number
    return "" if is_bound else told or ("target" if both else "")


def lacks_sign(row: Indicator, score: RowScore) -> bool:
    """Tell whether a cost is a bare sum (`20万元`, `=20万元`) and more was spent, of which only a sign would tell."""
    target, actual = score.target, score.actual
    if "成本" not in row.level1 + row.level2 + row.name or not isinstance(target, Quantity):
        return False
    if score.outcome is not Outcome.JUDGED or not isinstance(actual, Quantity) or actual.sign.has_direction:
        return False
    is_bare = target.sign in (Sign.NONE, Sign.EQUAL) and target.upper is None and not target.is_share
    both = align(target, actual) if is_bare and not actual.is_share else None
    return both is not None and both[1].number > both[0].number


def is_below_range(row: Indicator, score: RowScore) -> bool:
    """Tell whether less was reached than the lower end of a range (`6-9`), of what is no cost and takes no time."""
    target, actual = score.target, score.actual
    if not isinstance(target, Quantity) or not isinstance(actual, Quantity) or target.upper is None:
        return False
    if actual.upper is not None or actual.sign.has_direction or is_either_way(row) or takes_time(target.unit):
        return False
    both = align(target, actual)
    return both is not None and both[1].number < both[0].number


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
