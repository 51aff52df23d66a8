"""How a profile scores an indicator, as data: reverse and far exceeded numbers, bands of words, methods."""

from decimal import Decimal
from enum import StrEnum

from pydantic import Field, StrictBool

from generator.model.cells import Label, Name, Number, Record
from generator.model.stated import Stated
from generator.model.value import Kind

MOST_STEPS = 100
"""Groups, bands, grades and words for them that a 办法 may name; the longest known has a dozen."""


class Step(Record):
    """A step of a scale: from `least` on (0.9 is 90 %), `share` of the points."""

    least: Number = Field(title="达到", ge=0)
    share: Number = Field(title="得分值的", ge=0, le=1)


class ReverseMethod(StrEnum):
    """How a missed upper bound (≤) is scored."""

    RATIO = "ratio"  # points × target ÷ actual
    LINEAR = "linear"  # linear to zero at twice the target


class ZeroEffect(StrEnum):
    """What becomes of a missed target of zero, of which no ratio can be made."""

    NOTHING = "nothing"
    JUDGED = "judged"  # the unit's own judgement


class Reverse(Stated):
    """Scoring of reverse quantities (反向指标)."""

    method: ReverseMethod = Field(title="反向指标计分")
    zero: ZeroEffect = Field(ZeroEffect.NOTHING, title="指标值是 0 而没有做到")


class OverEffect(StrEnum):
    """What far over-completion does."""

    EXPLAIN = "explain"  # full points, to be explained
    DEDUCT = "deduct"  # points × threshold ÷ (actual ÷ target)
    FIXED = "fixed"  # points less `deduction` of them


class OverCompletion(Stated):
    """Completion beyond `threshold` times the target; with `equal_is_met` a target `=5` is no bound upwards."""

    threshold: Number = Field(title="超额倍数", gt=1)
    effect: OverEffect = Field(title="处理")
    deduction: Number = Field(Decimal(0), title="固定扣去分值的", ge=0, le=1)
    equal_is_met: StrictBool = Field(False, title="“=”超过也算达到，不用说明")


class Band(Stated):
    """A band of words: the share of points between `low` and `high` (0.8 to 1), and words that tell it.

    An `open` band ends just below `high`, which belongs to the band above.
    """

    name: Name = Field(title="档次")
    low: Number = Field(title="下限", ge=0, le=1)
    high: Number = Field(title="上限", ge=0, le=1)
    open: StrictBool = Field(False, title="不含上限")
    words: tuple[Label, ...] = Field((), title="属于本档的说法", max_length=MOST_STEPS)


class MethodKind(StrEnum):
    """Ways to score an indicator (赋分方法)."""

    DIRECT = "direct"  # 直接赋分: all or nothing
    PROPORTION = "proportion"  # 按比例, nothing below a pass mark
    GRADES = "grades"  # 评判等级: the unit's judgement, within a band
    INTERVAL = "interval"  # 区间: by steps of the actual value

    @property
    def word(self) -> str:
        """What regulations call it."""
        return _METHOD_WORDS[self]


_METHOD_WORDS = {
    MethodKind.DIRECT: "直接赋分",
    MethodKind.PROPORTION: "按完成比例赋分",
    MethodKind.GRADES: "评判等级赋分",
    MethodKind.INTERVAL: "按区间赋分",
}


class Method(Stated):
    """A way to score, and which indicators it is for: by their level, words in their name, target or its kind.

    Of each condition that is stated one word must fit; the first method that fits is taken.
    """

    method: MethodKind = Field(title="赋分方法")
    levels: tuple[Name, ...] = Field((), title="一级或二级指标", max_length=MOST_STEPS)
    names: tuple[Name, ...] = Field((), title="名称里有", max_length=MOST_STEPS)
    targets: tuple[Name, ...] = Field((), title="指标值是", max_length=MOST_STEPS)
    kinds: tuple[Kind, ...] = Field((), title="指标值的种类", max_length=MOST_STEPS)
    pass_mark: Number = Field(Decimal(0), title="及格门槛", ge=0, le=1)
    steps: tuple[Step, ...] = Field((), title="区间", max_length=MOST_STEPS)


class SubRowsMethod(StrEnum):
    """How a row is scored that has no values of its own but those of its 其中 rows, where not all are met."""

    MEAN = "mean"  # the mean of their shares
    ALL = "all"  # nothing


class SubRows(Stated):
    """Scoring of rows whose values are those of their 其中 rows."""

    method: SubRowsMethod = Field(title="其中项没有全部达到时")
