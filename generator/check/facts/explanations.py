"""What the explanation of a deviation says: a reason or none, a number it gives away, something not done, a copy."""

import re
from collections.abc import Iterator

from generator.check.facts.collection import fold_explanation
from generator.check.facts.instructions import is_reason_instruction
from generator.model.assessment import RowScore
from generator.model.case import Collection, GivenAway, Reason
from generator.model.form import Form, Indicator
from generator.model.profile import Profile
from generator.model.project import Place
from generator.model.value import Kind, Quantity
from generator.score import score_row
from generator.score.values import normalise_text
from generator.score.values.comparing import compare
from generator.score.values.mentions import find_mentions

_SAYS_NOTHING = re.compile(
    r"(?:暂?无|没有|(?:暂?无|没有|不?存在|有|较小)?(?:偏差|差异|原因)(?:原因|较小|不大)?(?:及改进措施)?|不适用|(?:已|全部|基本|部分)?完成"
    r"|(?:按|达到|未达到?|达成|未达成)(?:要求|计划|年度|预期|年初)*(?:完成|指标值?|目标值?)?|未(?:完成|达标|满分)|(?:基本)?正常"
    r"|(?:自评|酌情|适当|合理|主观|按比例)*扣(?:除)?[0-9.]*分?"
    r"|(?:今后|以后|下年|明年|下一步|将|继续|进一步|不断|持续|需|有待|加以){1,4}(?:加强|改进|完善|提高|提升|努力)(?:管理|工作|质量)?"
    r"|(?:加强|改进|完善)(?:管理|工作)?|[0-9.%]*|[-/\\—…·.、*]*)"
)
"""Reasons that give no reason, after `normalise_text`."""

_OF_REASONS = re.compile(r"原因|偏差|未完成|问题|改进")
"""Titles of boxes of text that tell of what fell short."""

_UNDONE = re.compile(
    r"(?:未|没有?)(?:能|按时|及时|按期|如期|全部|完全)*(?:完成|建成?|达到|达标|实施|开展|启动|实现|落实|举办)"
)
_BEFORE_THE_YEAR = re.compile(r"(?:上年|去年|往年|年前|以前|前期|此前|原来?|年初|上半年|曾)[^。;,]{0,6}$")
"""What comes before something that was undone earlier, in the year or before it."""
_DONE_AFTER_ALL = re.compile(
    r"(?:并|但|后|已|本年|今年|年底)(?:已|均|全部|按时){0,8}(?:完成|建成|达标|实现|补[齐办做]|整改)|改为|改在|调整为|替代"
)
_STATED = re.compile(
    r"([\u4e00-\u9fff]{2}[率度])(?:仅|只|约|实际)?(?:为|是|有|达到?|:)?([0-9]+(?:\.[0-9]+)?%)"
)
_OF_ANOTHER_TIME = re.compile(r"上年|去年|往年|同期|上半年|季度|目标|指标值|标准|要求|计划|原")
_CLAUSE = re.compile(r"[^。;,]+")


def weigh_reason(text: str) -> Reason:
    """Tell whether a cell of reasons says anything."""
    plain = normalise_text(text)
    if not plain.strip():
        return Reason.MISSING if not text.strip() else Reason.EMPTY
    return Reason.EMPTY if _SAYS_NOTHING.fullmatch(plain) or is_reason_instruction(text) else Reason.GIVEN


def tells_reasons_below(form: Form) -> bool:
    """Tell whether a box of text below the tables says why something fell short."""
    return any(
        _OF_REASONS.search(note.title) and weigh_reason(note.text) is Reason.GIVEN for note in form.notes
    )


def find_given_away(index: int, row: Indicator, score: RowScore, profile: Profile) -> GivenAway | None:
    """Find the one number in the explanation that fits the target, where the actual value has only words.

    Where several numbers fit, nobody knows which is meant, and there is none.
    """
    if score.kind is not Kind.QUANTITY or score.actual.kind is not Kind.WORDS or not row.explanation:
        return None
    fitting = [one for one in find_mentions(row.explanation) if compare(score.target, one) is not None]
    if len(fitting) != 1:
        return None
    measured = row.model_copy(update={"measured": fitting[0].shown})
    return GivenAway(fitting[0].shown, score_row(index, measured, profile))


def says_undone(text: str) -> bool:
    """Tell whether an explanation speaks of something that was not done and does not go on to say that it was."""
    plain = normalise_text(text)
    undone = _UNDONE.search(plain)
    if undone is None or _BEFORE_THE_YEAR.search(plain, 0, undone.start()):
        return False
    return not _DONE_AFTER_ALL.search(plain, undone.end())


def find_stated_share(row: Indicator, score: RowScore) -> str:
    """Find the only share that an explanation states of this very row where the actual value is another share.

    `完成率85.8%` speaks of a row named `体检完成率`; what is said of last year, the target or another rate does not.
    """
    actual = score.actual
    if not isinstance(actual, Quantity) or not actual.is_share or not row.explanation:
        return ""
    plain, name = normalise_text(row.explanation), normalise_text(row.name)
    stated = {match[2] for match in _list_stated(plain) if name.endswith(match[1])}
    numbers = {one.number for text in stated for one in find_mentions(text)}
    target = score.target.number if isinstance(score.target, Quantity) else None
    return stated.pop() if len(stated) == 1 and not numbers & {actual.number, target} else ""


def _list_stated(plain: str) -> Iterator[re.Match[str]]:
    """List the shares that a text states, but none with another time or the target before it in its clause."""
    for clause in _CLAUSE.findall(plain):
        other = _OF_ANOTHER_TIME.search(clause)
        end = other.end() if other else len(clause)
        yield from (match for match in _STATED.finditer(clause) if match.start() < end)


def find_copies(text: str, place: Place, collection: Collection) -> tuple[Place, ...]:
    """Find the unit's other projects that give an explanation word for word; other years of the same one are none."""
    if not text:
        return ()
    found = collection.explanations.get((place.unit, fold_explanation(text)), ())
    return tuple(one for one in found if (one.unit, one.slug) != (place.unit, place.slug))
