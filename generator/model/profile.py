"""The scoring rules of one 办法 as data: weights, roundings, bands, over-completion, caps and grades.

Every value states its basis. `Profile` is what a file says (a partial one may build on another by `extends`);
merging is done by `loading`, so that a `Profile` here is always whole.
"""

from collections.abc import Collection, Mapping
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Context, Decimal
from enum import StrEnum
from functools import cached_property

from pydantic import Field, StrictBool

from generator.model.budget import BudgetCount
from generator.model.cells import Label, Mark, Name, Number, Points, Record, Remark
from generator.model.methods import (
    MOST_STEPS,
    Band,
    Method,
    OverCompletion,
    Reverse,
    Step,
    SubRows,
    SubRowsMethod,
)
from generator.model.stated import Ground, Stated, find_stated
from generator.model.years import Years


class Document(Record):
    """The document that a profile renders; `inferred` where there is none and published forms were gone by."""

    title: Name = Field(title="文件名称")
    number: Mark = Field("", title="文号")
    issuer: Remark = Field("", title="发文机关")
    inferred: StrictBool = Field(False, title="由已公开的自评表整理")
    note: Remark = Field("", title="说明")

    @property
    def issued_by(self) -> str:
        """Who stands behind the rules; nobody but this site does behind what was only inferred."""
        return "本站整理" if self.inferred else self.issuer


class Validity(Years, Stated):
    """The budget years whose forms the document governs."""


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


_WIDE = Context(prec=60)
"""Holds the largest rate there can be, 10²³ %, in the finest step of a profile; the usual 28 digits do not."""


class Rounding(Stated):
    """To which step a number is rounded, and how."""

    step: Number = Field(title="保留到", gt=0)
    mode: RoundingMode = Field(title="舍入方式")

    def apply(self, number: Decimal) -> Decimal:
        """Round a number to the step."""
        return self.round_to(self.step, number)

    def round_to(self, step: Decimal, number: Decimal) -> Decimal:
        """Round a number to another step in the same way."""
        return (number / step).quantize(Decimal(1), _DECIMAL_MODES[self.mode], _WIDE) * step


class Weight(Stated):
    """The points that a part of the form carries."""

    points: Points = Field(title="分值", ge=0)


class ExecutionMethod(StrEnum):
    """How points for budget execution are found."""

    PROPORTION = "proportion"  # points × executed ÷ budget
    STEPS = "steps"  # by steps of the rate
    PERCENT = "percent"  # points × the rate in whole percent
    WHOLE = "whole"  # so, and the points in whole points


class Execution(Weight):
    """Points for budget execution (预算执行率), by which method, and of which budget."""

    budget: BudgetCount = Field(BudgetCount.ADJUSTED, title="按哪个预算数计算")
    method: ExecutionMethod = Field(ExecutionMethod.PROPORTION, title="计分方法")
    steps: tuple[Step, ...] = Field((), title="执行率分档", max_length=MOST_STEPS)


class Group(Weight):
    """A first-level group of indicators (一级指标) and its share of the points; a `pooled` one shares that of the last.

    The rows of a `fixed` group are printed on every form and have no targets: their claims are the unit's judgement.
    """

    name: Name = Field(title="一级指标")
    aliases: tuple[Label, ...] = Field((), title="表上的其他叫法", max_length=MOST_STEPS)
    required: StrictBool = Field(True, title="必设")
    pooled: StrictBool = Field(False, title="分值与上一类合计")
    fixed: StrictBool = Field(False, title="固定行，不设指标值")


class Alternative(Stated):
    """What other groups gain where a form has none of the group `without`."""

    without: Name = Field(title="不设的一级指标")
    adds: dict[Name, Points] = Field(title="分值加到", max_length=MOST_STEPS)


class PointsAt(StrEnum):
    """Where a form prints the points of its indicators."""

    ROW = "row"
    GOAL = "goal"
    WHOLE = "whole"


class Placement(Stated):
    """Where points stand; rows without any are accepted within those of their goal or of the whole."""

    at: PointsAt = Field(title="指标分值印在")


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
    """A whole set of scoring rules. `id` is the file's name; grades and bands go from best to worst.

    A `total` of 0 points says that such forms are not scored at all: only outcomes are told.
    """

    id: str
    document: Document
    validity: Validity | None = Field(None, title="适用年度")
    total: Weight = Field(title="总分")
    execution: Execution = Field(title="预算执行率分值")
    rate_rounding: Rounding = Field(title="执行率的舍入")
    score_rounding: Rounding = Field(title="得分的舍入")
    groups: tuple[Group, ...] = Field(title="一级指标分值", max_length=MOST_STEPS)
    alternatives: tuple[Alternative, ...] = Field((), title="不设某类指标时的分值", max_length=MOST_STEPS)
    placement: Placement = Field(
        Placement(at=PointsAt.ROW, basis="自评表的通行格式：每行指标各有分值", ground=Ground.FORMS),
        title="分值的位置",
    )
    sub_rows: SubRows = Field(
        SubRows(method=SubRowsMethod.MEAN, basis="未见规定，取各个其中项的平均", ground=Ground.SITE),
        title="其中项",
    )
    reverse: Reverse = Field(title="反向指标")
    over_completion: OverCompletion = Field(title="超额完成")
    methods: tuple[Method, ...] = Field((), title="赋分方法", max_length=MOST_STEPS)
    bands: tuple[Band, ...] = Field(title="定性指标分档", min_length=1, max_length=MOST_STEPS)
    caps: tuple[Cap, ...] = Field((), title="执行率对总分的限制", max_length=MOST_STEPS)
    grades: tuple[Grade, ...] = Field((), title="评价等级", max_length=MOST_STEPS)
    thresholds: Thresholds = Field(title="检查规则的界限")

    @property
    def is_scored(self) -> bool:
        """Tell whether such forms bear points at all."""
        return self.total.points > 0

    @cached_property
    def name(self) -> str:
        """The profile as people are told of it, everywhere: a document's title in 《》, what was inferred without."""
        title = self.document.title if self.document.inferred else f"《{self.document.title}》"
        return title if any(one.verified for one in find_stated(self)) else f"{title}（依据待核对）"

    @property
    def word(self) -> str:
        """What the rules are called for short: what was only inferred is no 办法 of anybody's."""
        return "口径" if self.document.inferred else "办法"

    @cached_property
    def groups_by_name(self) -> Mapping[str, Group]:
        """Each group by its name and its other names; the first of those that share one."""
        return {name: group for group in reversed(self.groups) for name in (group.name, *group.aliases)}

    def covers(self, year: int) -> bool:
        """Tell whether forms of a year may be judged by it."""
        return self.validity is None or self.validity.covers(year)

    def pool(self, name: str) -> str:
        """Name the group whose points a group shares: its own, or that of the last one before that is not pooled."""
        last = name
        for group in self.groups:
            last = last if group.pooled else group.name
            if group.name == name:
                break
        return last

    def share_groups(self, present: Collection[str]) -> tuple[Group, ...]:
        """Share the points among the groups as a form has them; `present` are the names of those that it has."""
        gains = [one for one in self.alternatives if one.without not in present]
        return tuple(
            group.model_copy(
                update={"points": group.points + sum(one.adds.get(group.name, 0) for one in gains)}
            )
            if gains
            else group
            for group in self.groups
        )
