"""One synthetic form, made from its number alone: the same text each time, in any corpus."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from benchmarks import vocabulary as words

GROUPS = (
    ("产出指标", "数量指标", words.QUANTITIES, (2, 4), 20),
    ("产出指标", "质量指标", words.QUALITIES, (1, 3), 20),
    ("产出指标", "时效指标", words.DEADLINES, (1, 3), 10),
    ("效益指标", "社会效益指标", words.EFFECTS, (2, 3), 20),
    ("效益指标", "可持续影响指标", words.EFFECTS, (1, 2), 10),
    ("满意度指标", "服务对象满意度指标", words.SATISFACTIONS, (1, 2), 10),
)
"""Groups of indicators: both levels, patterns to draw from, how many at least and at most, and their points."""


@dataclass(frozen=True, slots=True)
class Row:
    """An indicator."""

    level1: str
    level2: str
    name: str
    target: str
    actual: str
    weight: int
    score: float
    reason: str = ""


def make_form(number: int) -> str:
    """Write a form: its money, one to three goals, eight to seventeen indicators, and what it prints."""
    random = Random(number)  # noqa: S311 - forms must be the same each time, and nothing here is secret
    topic = random.choice(words.TOPICS)
    rows = list(_draw_rows(random, topic))
    budget, executed = _draw_money(random)
    execution = round(10 * executed / budget, 2)
    rate = -(-10000 * executed // budget) / 100  # rounded up, as in Shanghai
    slip = random.choices((0, 1), (95, 5))[0]
    lines = [
        f"name = {_quote(f'{words.MARK}{topic}{random.choice(words.KINDS)}（第 {number} 号）')}",
        f'status = "{random.choices(("published", "reviewed", "withdrawn"), (95, 3, 2))[0]}"',
        f"source = {_quote(words.SOURCE)}",
        *_write_funds(budget, executed),
        *(line for _ in range(random.randint(1, 3)) for line in _write_goal(random, topic)),
        *(line for row in rows for line in _write_row(row)),
        "\n[reported]",
        f'rate = "{rate:.2f}%"',
        f"execution_score = {execution:.2f}",
        f"total = {execution + sum(row.score for row in rows) + slip:.2f}",
    ]
    return "\n".join(lines) + "\n"


def _draw_money(random: Random) -> tuple[int, int]:
    budget = random.randint(20, 9000) * 1000
    return budget, budget if random.random() < 0.3 else int(budget * random.uniform(0.62, 1))


def _draw_rows(random: Random, topic: str) -> Iterator[Row]:
    """Draw indicators group by group; their points add up to ninety."""
    for level1, level2, patterns, (least, most), points in GROUPS:
        drawn = random.sample(patterns, random.randint(least, most))
        for position, (name, target) in enumerate(drawn):
            weight = points // len(drawn) + (points % len(drawn) if position == 0 else 0)
            people = random.choice(words.PEOPLE)
            if level2 == "数量指标":
                planned, reached, is_met = _draw_quantity(random, target)
            else:
                planned, reached, is_met = _draw_other(random, target)
            yield Row(
                level1,
                level2,
                name.format(topic=topic, people=people),
                planned,
                reached,
                weight,
                weight if is_met else weight - random.choice((0.5, 1)),
                "" if is_met else _draw_text(random, words.REASONS, topic),
            )


def _draw_quantity(random: Random, unit: str) -> tuple[str, str, bool]:
    planned = random.randint(5, 400)
    is_met = random.random() < 0.85
    reached = planned + random.randint(0, planned // 8) if is_met else planned - random.randint(1, 4)
    return f"≥{planned}{unit}", f"{reached}{unit}", is_met


def _draw_other(random: Random, target: str) -> tuple[str, str, bool]:
    is_met = random.random() < 0.85
    return target, target if is_met else "82.5%" if "%" in target else "基本完成", is_met


def _write_funds(budget: int, executed: int) -> Iterator[str]:
    amounts = f"initial = {budget}.00, adjusted = {budget}.00, executed = {executed}"
    yield f'\n[funds]\nunit = "元"\nweight = 10\ntotal = {{ {amounts} }}\nsources = ['
    yield f'  {{ name = "当年财政拨款", {amounts} }},'
    yield '  { name = "上年结转资金", initial = 0, adjusted = 0 },'
    yield '  { name = "其他资金", initial = 0, adjusted = 0 },\n]'


def _write_goal(random: Random, topic: str) -> Iterator[str]:
    yield "\n[[goals]]"
    yield f"expected = {_quote(_draw_text(random, words.GOALS, topic))}"
    yield f"actual = {_quote(_draw_text(random, words.RESULTS, topic))}"


def _draw_text(random: Random, patterns: Sequence[str], topic: str) -> str:
    people, count = random.choice(words.PEOPLE), random.randint(3, 60)
    rate, month = random.randint(85, 99), random.randint(3, 12)
    return random.choice(patterns).format(topic=topic, people=people, count=count, rate=rate, month=month)


def _write_row(row: Row) -> Iterator[str]:
    yield "\n[[indicators]]"
    for key in ("level1", "level2", "name", "target", "actual"):
        yield f"{key} = {_quote(getattr(row, key))}"
    yield f"weight = {row.weight}\nscore = {row.score:g}"
    if row.reason:
        yield f"explanation = {_quote(row.reason)}"


def _quote(text: str) -> str:
    """Write a TOML string; JSON's rules are stricter and fit."""
    return json.dumps(text, ensure_ascii=False)
