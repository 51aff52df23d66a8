"""What the explanation of a deviation says: a reason or none, a number it gives away, something not done, a copy."""

import re

from generator.facts.collection import fold_explanation
from generator.model.assessment import RowScore
from generator.model.case import Collection, GivenAway, Reason
from generator.model.form import Indicator
from generator.model.profile import Profile
from generator.model.project import Place
from generator.model.value import Kind, Quantity
from generator.scoring import score_row
from generator.values import normalise_text
from generator.values.comparing import compare
from generator.values.mentions import find_mentions

_SAYS_NOTHING = re.compile(
    r"(?:无|没有|暂无|无偏差|无差异|不适用|已完成|完成|正常|同上|见上|[0-9.%]*|[-/\\—…·.、*]*)"
)
"""Reasons that give no reason, after `normalise_text`."""

_UNDONE = re.compile(
    r"(?:未|没有?)(?:能|按时|及时|按期|如期|全部|完全)*(?:完成|建成?|达到|达标|实施|开展|启动|实现|落实|举办)"
)
_DONE_AFTER_ALL = re.compile(r"(?:并|但|后|已)(?:已|均|全部|按时)*(?:完成|建成|达标|实现|补齐)")
_STATED = re.compile(r"(?:率|度)(?:仅|只|约|实际)?(?:为|是|有|达到?|:)?([0-9]+(?:\.[0-9]+)?%)")


def weigh_reason(text: str) -> Reason:
    """Tell whether a cell of reasons says anything."""
    plain = normalise_text(text)
    if not plain.strip():
        return Reason.MISSING if not text.strip() else Reason.EMPTY
    return Reason.EMPTY if _SAYS_NOTHING.fullmatch(plain) else Reason.GIVEN


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
    return undone is not None and not _DONE_AFTER_ALL.search(plain, undone.end())


def find_stated_share(row: Indicator, score: RowScore) -> str:
    """Find the only share that an explanation states (`完成率85.8%`) where the actual value is another share."""
    actual = score.actual
    if not isinstance(actual, Quantity) or not actual.is_share or not row.explanation:
        return ""
    stated = set(_STATED.findall(normalise_text(row.explanation)))
    numbers = {one.number for text in stated for one in find_mentions(text)}
    target = score.target.number if isinstance(score.target, Quantity) else None
    return stated.pop() if len(stated) == 1 and not numbers & {actual.number, target} else ""


def find_copies(text: str, place: Place, collection: Collection) -> tuple[Place, ...]:
    """Find the other projects that give an explanation word for word."""
    if not text:
        return ()
    found = {other for other, _ in collection.explanations.get(fold_explanation(text), ())}
    return tuple(sorted(found - {place}))
