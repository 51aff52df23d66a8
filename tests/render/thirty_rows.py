"""The files of synthetic forms to be printed: one of thirty rows, and one of long goals and large amounts."""

from collections.abc import Mapping

GROUPS = (
    ("产出指标", "数量指标", 12),
    ("产出指标", "质量指标", 6),
    ("产出指标", "时效指标", 2),
    ("效益指标", "社会效益指标", 5),
    ("效益指标", "可持续影响指标", 2),
    ("满意度指标", "服务对象满意度指标", 3),
)
SENTENCE = "因天气原因，部分活动推迟到次年举行，已经与承办单位商定日期；"
_HEAD = """\
name = "三十行的合成项目"
status = "published"

[funds]
weight = 10
total = { initial = 200000, adjusted = 200000, executed = 196000 }

[[goals]]
expected = "全年开放。"
actual = "按时完成。"
"""


def name_row(number: int) -> str:
    """Name a row, from 1 on."""
    return f"合成指标{number:02}号"


def write_thirty_rows(explanations: Mapping[int, str]) -> str:
    """Write a form; the rows of these numbers have an explanation."""
    groups = [(level1, level2) for level1, level2, count in GROUPS for _ in range(count)]
    rows = [
        f'[[indicators]]\nlevel1 = "{level1}"\nlevel2 = "{level2}"\nname = "{name_row(number)}"\n'
        f'target = "≥{number}场"\nactual = "{number}场"\nweight = 3\nscore = 3\n'
        f'explanation = "{explanations.get(number, "")}"\n'
        for number, (level1, level2) in enumerate(groups, start=1)
    ]
    return "\n".join((_HEAD, *rows))


def write_long_goal(sentences: int) -> str:
    """Write a form without rows, whose goal has so many sentences, with an explanation and billions of money."""
    goal = _HEAD.replace("全年开放。", SENTENCE * sentences)
    money = goal.replace("200000", "99999999999999.98").replace("196000", "12345678901234.56")
    return money.replace("weight = 10\n", f'weight = 10\nexplanation = "{SENTENCE}"\n')
