"""What goals say: the sums of money that they name, and cells that hold no goal at all."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate

from generator.check.facts.instructions import is_instruction
from generator.check.facts.sums import find_wholes
from generator.model.case import Amount, GoalSum
from generator.model.form import Amounts, Form
from generator.score.values import normalise_text
from generator.score.values.mentions import find_mentions

_NOT_ALL = re.compile(r"元[^，。；]{0,6}等|其余|剩余|余下|主要|部分|左右|以上|约")
"""Words by which a goal names only some of its sums, or not exactly."""
_LISTS_PARTS = re.compile(r"其中|包括|包含|分别|用于|[:：]")
_NAMES_WHOLE = re.compile(r"(?:总|(?<!公)共|合计)[^，。；0-9]{0,16}$")
"""What comes before a sum that is the whole of those after it: `共完成预算资金`."""
_BEGINS_PARTS = re.compile(r"^[，。；,;（(\s]{0,2}(?:其中|包括|包含|分别)")
_NEARLY_ALL = Decimal("0.95")
"""From which share on the parts of a sum that is no budget are meant to be all: `其中` may also name a few."""
_ONLY_A_NUMBER = re.compile(r"[0-9.,]+(?:万|亿)?元?%?")


def find_amounts(form: Form) -> tuple[Amount, ...]:
    """Find the sums of money that the expected goals name."""
    return tuple(
        one
        for index, goal in enumerate(form.goals)
        for one in _list_amounts(f"goals[{index}].expected", goal.expected)
    )


def find_goal_sums(form: Form, total: Amounts) -> Iterator[GoalSum]:
    """Find sums that goals and their results name whose parts, listed behind them, do not make them up."""
    budgets = {one * form.funds.unit.yuan for one in (total.initial, total.adjusted) if one}
    for key, text in _list_texts(form):
        amounts = list(_list_amounts(key, text))
        if not amounts or not _claims_to_list_all(text, amounts[0], amounts[1:]):
            continue
        whole, rest = amounts[0], amounts[1:]
        parts = tuple(rest[position] for position in find_wholes([one.yuan for one in rest], fewest=2))
        listed = sum((one.yuan for one in parts), Decimal(0))
        is_named = _is_named_as_whole(text, whole.shown) and listed >= _NEARLY_ALL * whole.yuan
        if whole.yuan in budgets or is_named:
            yield GoalSum(key, whole, parts)


def find_empty_goals(form: Form) -> Iterator[tuple[str, str]]:
    """Find the cells of goals that hold no more than a number, or the project's name over again."""
    name = normalise_text(form.name)
    for key, text in _list_texts(form):
        plain = normalise_text(text)
        if plain == name or _ONLY_A_NUMBER.fullmatch(plain):
            yield key, text.strip()


def find_instructions(form: Form) -> Iterator[tuple[str, str]]:
    """Find the cells of goals that hold what the blank form prints there."""
    return ((key, "".join(text.split())) for key, text in _list_texts(form) if is_instruction(text))


def _list_texts(form: Form) -> Iterator[tuple[str, str]]:
    for index, goal in enumerate(form.goals):
        yield f"goals[{index}].expected", goal.expected
        yield f"goals[{index}].actual", goal.actual


def _list_amounts(key: str, text: str) -> Iterator[Amount]:
    return (Amount(key, one.shown, one.number) for one in find_mentions(text) if one.unit == "元")


def _is_named_as_whole(text: str, shown: str) -> bool:
    """Tell whether a text calls a sum the whole, and goes on at once to list its parts (`共5万元，其中：`)."""
    plain = normalise_text(text)
    before, found, behind = plain.partition(shown)
    return bool(found and _NAMES_WHOLE.search(before) and _BEGINS_PARTS.search(behind))


def _claims_to_list_all(text: str, whole: Amount, parts: Sequence[Amount]) -> bool:
    """Tell whether a goal lists the parts of a sum, all of them, and they do not make it up.

    What follows once the parts are complete is about something else, or breaks the same sum down in another way.
    """
    if len(parts) < 2 or _NOT_ALL.search(text) or not _LISTS_PARTS.search(text):
        return False
    amounts = [part.yuan for part in parts]
    if any(amount > whole.yuan for amount in amounts):
        return False
    wholes = [amounts[position] for position in find_wholes(amounts, fewest=2)]
    slack = sum(map(_round_off, (whole, *parts)), Decimal(0))
    sums = {*accumulate(amounts), *accumulate(wholes)}
    return all(abs(whole.yuan - one) > slack for one in sums)


def _round_off(amount: Amount) -> Decimal:
    """Tell how much a sum may have been rounded by: half its last place where it has decimals, else nothing."""
    figure = re.match(r"[0-9,]*\.([0-9]+)", amount.shown)
    number = Decimal(re.sub(r"[^0-9.]", "", amount.shown) or 1) if figure else Decimal(0)
    return amount.yuan / number / 2 / 10 ** len(figure[1]) if figure and number else Decimal(0)
