"""What a text or a form costs that is twice as long: twice the work, whatever stands in it.

The work is counted, never timed: the steps of all patterns that read a text, and the instructions of Python that are
run over a form. A call that would never end hangs here instead of failing now and then.
"""

import importlib
import re
from collections.abc import Callable

import pytest

from generator.check.facts import gather_facts
from generator.check.facts.explanations import find_stated_share, says_undone, weigh_reason
from generator.check.facts.goals import find_amounts, find_goal_sums
from generator.check.facts.persons import find_numbers
from generator.check.rules.runner import judge_case
from generator.model.corpus import TextPage
from generator.model.form import Form
from generator.render.escaping import tame_markdown
from generator.render.glossary import GLOSSARY, read_glossary
from generator.score import find_group
from generator.score.values import read_value
from generator.score.values.mentions import find_mentions
from tests.counting import measure_growth
from tests.inline import PATH, load_files
from tests.score.samples import make_profile, make_row, score_cells
from tests.stepping import Counter, Stepped
from tests.test_architecture import GENERATOR

LINEAR = 2.4
"""Where the cost grows as the size does, its second doubling costs 2 times the first; where as its square, 4 times."""

LONG = 1500
"""So often stands the pump in a text as long as a form may hold one: no call ends over it that is not about linear."""

LAST_YEAR = PATH.replace("2023", "2022")


@pytest.fixture
def counter(monkeypatch: pytest.MonkeyPatch) -> Counter:
    """Count the steps of all patterns that modules keep under a name."""
    steps = Counter(limit=20_000_000)
    for source in GENERATOR:
        module = importlib.import_module(
            source.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        )
        for name, value in vars(module).items():
            if isinstance(value, re.Pattern) and module.__name__ != "generator.score.values.ranges":
                monkeypatch.setattr(module, name, Stepped(value, steps))
    return steps


def state(text: str) -> None:
    row = make_row(name="任务完成率", target="≥90%", actual="80%", explanation=text)
    find_stated_share(row, score_cells("≥90%", "80%"))


def look_for_sums(text: str) -> None:
    form = Form.model_validate({"name": "甲", "goals": [{"expected": text}]})
    find_amounts(form)
    list(find_goal_sums(form, form.funds.total))


def read_terms(text: str) -> None:
    read_glossary([TextPage(GLOSSARY, text)])


TEXTS: list[tuple[Callable[[str], object], Callable[[int], str]]] = [
    (read_value, lambda n: "1(次" + "/天" * n),
    (read_value, lambda n: "x人" + "/人/次" * (n // 2) + "("),
    (read_value, lambda n: "x" * n + "("),
    (state, lambda n: "上年" * n + "," + "完成率1%," * n),
    (state, lambda n: "上年" + "完成率1%" * n),
    (state, lambda n: "上年" * n + ","),
    (lambda text: list(find_mentions(text)), lambda n: "1" + ",111" * n),
    (look_for_sums, lambda n: "1" + ",111" * n),
    (lambda text: find_group(text, make_profile()), lambda n: "0" * n + "="),
    (says_undone, lambda n: "未完成" + "已" * n),
    (weigh_reason, lambda n: "今后" * n),
    (lambda text: list(find_numbers(text)), lambda n: "编号13800138000," * n),
    (lambda text: list(find_numbers(text)), lambda n: "13800138000," * n),
    (read_terms, lambda n: "## " + " " * n + "\n\n甲。"),
    (read_terms, lambda n: "## 甲\n\n" + "**" * n),
    (read_terms, lambda n: "## 甲\n\n" + "**甲**" * n),
    (read_terms, lambda n: "## 甲\n\n" + "[甲](" * n),
    (lambda text: tame_markdown(text, lambda _: True), lambda n: "!" * n),
]


@pytest.mark.parametrize(("read", "write"), TEXTS)
def test_a_text_twice_as_long_takes_twice_the_steps(
    counter: Counter, read: Callable[[str], object], write: Callable[[int], str]
) -> None:
    read(write(1))  # what else it reads, and keeps in a cache
    taken = [counter.steps]
    for size in (32, 64, 128):
        read(write(size))
        taken.append(counter.steps - sum(taken))
    _, few, more, most = taken
    assert most - more <= LINEAR * (more - few), taken
    read(write(LONG))


def write_rows(size: int, row: str) -> str:
    return 'name = "甲"\n' + "".join(f"[[indicators]]\n{row}\n".replace("#", str(one)) for one in range(size))


def write_waivers(size: int) -> str:
    waiver = '[[waivers]]\nrule = "I009"\nkey = "indicators[#].score"\nreason = "乙"\n'
    return write_rows(size, 'name = "乙"') + "".join(waiver.replace("#", str(one)) for one in range(size))


def write_units(size: int) -> str:
    rows = (
        f'name = "乙"\nlevel2 = "丙{one}"\ntarget = "{one + 1}{chr(0x5000 + one)}"' for one in range(size)
    )
    return 'name = "甲"\n' + "".join(f"[[indicators]]\n{row}\n" for row in rows)


def write_sources(size: int) -> str:
    rows = "".join(f'[[funds.sources]]\nname = "乙{one}"\nadjusted = {one + 2}\n' for one in range(size))
    return f'name = "甲"\n[funds]\ntotal = {{ adjusted = 1 }}\n{rows}'


def write_sums(size: int) -> str:
    sums = "、".join(f"{one + 2}元" for one in range(size))
    return f'name = "甲"\nfunds = {{ total = {{ adjusted = 10 }} }}\ngoals = [{{ expected = "10元，其中{sums}" }}]'


def write_goals(size: int) -> str:
    goals = '[[goals]]\nexpected = "10元，其中1元、2元"\n' * size
    return f'name = "甲"\nfunds = {{ total = {{ adjusted = 10 }} }}\n{goals}'


EXPLAINED = 'name = "乙#"\nexplanation = "连续阴雨，工地停工两个月，明年三月补齐。"'
FORMS: dict[str, Callable[[int], dict[str, str]]] = {
    "rows twice": lambda n: {PATH: write_rows(n, 'name = "乙"')},
    "rows that are not twice": lambda n: {PATH: write_units(n)},
    "rows of two years": lambda n: dict.fromkeys((PATH, LAST_YEAR), write_rows(n, 'name = "乙#"')),
    "rows that are gone": lambda n: {
        PATH: write_rows(n, 'name = "乙#"'),
        LAST_YEAR: write_rows(n, 'name = "丙#"\ntarget = "5个"\nactual = "1个"\nweight = 5\nscore = 1'),
    },
    "explanations": lambda n: {PATH: write_rows(n, EXPLAINED)},
    "groups": lambda n: {PATH: write_rows(n, 'name = "乙#"\nlevel1 = "丙#"\nweight = 1\nscore = 1')},
    "waivers": lambda n: {PATH: write_waivers(n)},
    "sources": lambda n: {PATH: write_sources(n)},
    "sums": lambda n: {PATH: write_sums(n)},
    "goals": lambda n: {PATH: write_goals(n)},
}


@pytest.mark.parametrize("write", FORMS.values(), ids=FORMS)
def test_a_form_twice_as_long_takes_twice_the_work(write: Callable[[int], dict[str, str]]) -> None:
    def prepare(size: int) -> Callable[[], object]:
        corpus, assessments = load_files(write(size))

        def judge() -> None:
            facts = gather_facts(corpus, assessments)
            for one in assessments:
                judge_case(facts.make_case(one))

        return judge

    assert measure_growth(prepare, 60) <= LINEAR
