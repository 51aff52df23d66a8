"""The scoring rules of one 办法 as data: weights, roundings, bands, over-completion, caps and grades.

Every value states its basis. `Profile` is what a file says (a partial one may build on another by `extends`);
merging is done by `loading`, so that a `Profile` here is always whole.
"""

from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal
from enum import StrEnum

from pydantic import Field, StrictBool

from generator.model.form import Label, Mark, Name, Number, Points, Record, Remark

MOST_STEPS = 100
"""Groups, bands, grades and words for them that a 办法 may name; the longest known has a dozen."""


class Stated(Record):
    """A value's basis: the document it rests on, and whether its wording was at hand."""

    basis: Name = Field(title="依据")
    verified: StrictBool = Field(False, title="已核对条文原文")


class Document(Record):
    """The document that a profile renders."""

    title: Name = Field(title="文件名称")
    number: Mark = Field("", title="文号")
    issuer: Name = Field(title="发文机关")
    note: Remark = Field("", title="说明")


class RoundingMode(StrEnum):
    """Ways to round."""

    HALF_UP = "half-up"
    UP = "up"
    DOWN = "down"

    @property
    def word(self) -> str:
        """What it is called in front of people."""
        return _MODE_WORDS[self]


_MODE_WORDS = {
    RoundingMode.HALF_UP: "四舍五入",
    RoundingMode.UP: "向上进位",
    RoundingMode.DOWN: "直接截去",
}

_DECIMAL_MODES = {
    RoundingMode.HALF_UP: ROUND_HALF_UP,
    RoundingMode.UP: ROUND_UP,
    RoundingMode.DOWN: ROUND_DOWN,
}


class Rounding(Stated):
    """To which step a number is rounded, and how."""

    step: Number = Field(title="保留到", gt=0)
    mode: RoundingMode = Field(title="舍入方式")

    def apply(self, number: Decimal) -> Decimal:
        """Round a number to the step."""
        steps = (number / self.step).quantize(Decimal(1), rounding=_DECIMAL_MODES[self.mode])
        return steps * self.step


class Weight(Stated):
    """The points that a part of the form carries."""

    points: Points = Field(title="分值", ge=0)


class Group(Weight):
    """A first-level group of indicators (一级指标) and its share of the points."""

    name: Name = Field(title="一级指标")
    aliases: tuple[Label, ...] = Field((), title="表上的其他叫法", max_length=MOST_STEPS)
    required: StrictBool = Field(True, title="必设")


class ReverseMethod(StrEnum):
    """How a missed upper bound (≤) is scored."""

    RATIO = "ratio"  # points × target ÷ actual
    LINEAR = "linear"  # linear to zero at twice the target


class Reverse(Stated):
    """Scoring of reverse quantities (反向指标)."""

    method: ReverseMethod = Field(title="反向指标计分")


class OverEffect(StrEnum):
    """What far over-completion does."""

    EXPLAIN = "explain"  # full points, to be explained
    DEDUCT = "deduct"  # points × threshold ÷ (actual ÷ target)


class OverCompletion(Stated):
    """Completion beyond `threshold` times the target."""

    threshold: Number = Field(title="超额倍数", gt=1)
    effect: OverEffect = Field(title="处理")


class Band(Stated):
    """A band of words: the share of points between `low` and `high` (0.8 to 1), and words that tell it."""

    name: Name = Field(title="档次")
    low: Number = Field(title="下限", ge=0, le=1)
    high: Number = Field(title="上限", ge=0, le=1)
    words: tuple[Label, ...] = Field((), title="属于本档的说法", max_length=MOST_STEPS)


class Cap(Stated):
    """A bound on the total while the execution rate is below `below` (0.6 is 60 %)."""

    below: Number = Field(title="执行率低于", gt=0)
    total: Points = Field(title="总分不高于", ge=0)


class Grade(Stated):
    """A grade and the least total that earns it."""

    name: Name = Field(title="等级")
    least: Points = Field(title="总分不低于", ge=0)


class Threshold(Stated):
    """A bound from which on a rule speaks."""

    value: Number = Field(title="界限", ge=0)


class Thresholds(Record):
    """The bounds of the rules: shares as decimals (0.2 is 20 %)."""

    budget_change: Threshold = Field(title="全年预算比年初预算增减超过")
    low_execution: Threshold = Field(title="预算执行率低于")
    outrun: Threshold = Field(title="指标得分率高出预算执行率")
    dominant: Threshold = Field(title="一项指标占总分的比例超过")
    target_drop: Threshold = Field(title="指标值低于上年完成值的")
    claim_step: Threshold = Field(title="得分最小到")


class Profile(Record):
    """A whole set of scoring rules. `id` is the file's name; grades and bands go from best to worst."""

    id: str
    document: Document
    total: Weight = Field(title="总分")
    execution: Weight = Field(title="预算执行率分值")
    rate_rounding: Rounding = Field(title="执行率的舍入")
    score_rounding: Rounding = Field(title="得分的舍入")
    groups: tuple[Group, ...] = Field(title="一级指标分值", max_length=MOST_STEPS)
    reverse: Reverse = Field(title="反向指标")
    over_completion: OverCompletion = Field(title="超额完成")
    bands: tuple[Band, ...] = Field(title="定性指标分档", min_length=1, max_length=MOST_STEPS)
    caps: tuple[Cap, ...] = Field((), title="执行率对总分的限制", max_length=MOST_STEPS)
    grades: tuple[Grade, ...] = Field(title="评价等级", min_length=1, max_length=MOST_STEPS)
    thresholds: Thresholds = Field(title="检查规则的界限")
