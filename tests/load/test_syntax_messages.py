"""Faults of syntax in words."""

import pytest
import tomli

from generator.load.syntax import parse_toml
from generator.load.syntax_fault import ABOUT_KEY, ABOUT_QUOTES, ABOUT_VALUE, TWICE, SyntaxFault
from generator.load.syntax_messages import describe_syntax_fault
from generator.model.finding import Finding
from generator.model.form import Form
from generator.model.organisations import Organisations
from generator.model.profile import Profile
from tests.load import faulty_texts
from tests.load.faulty_texts import HEAD, ROW

UNKNOWN = "这里的写法不合规则，读不下去。"


def find_first(text: str) -> Finding:
    return parse_toml(text, "a.toml", Form).findings[0]


@pytest.mark.parametrize(
    ("text", "key", "message", "suggestion"),
    [
        (
            ROW + "target = ≥83个",
            "indicators[0].target",
            "target（年度指标值）应当是加引号的文字，现在是 ≥83个。",
            'target = "≥83个"',
        ),
        (
            ROW + "score = 十分",
            "indicators[0].score",
            "score（得分）应当是不加引号的数字，现在是 十分。",
            "如 score = 10",
        ),
        (HEAD + "funds = { total = { initial = 650,000 } }", "funds.initial", "initial 应当是", '"650,000"'),
        (HEAD + "[funds.total]\ninitial = 650,000", "funds.total.initial", "650,000", "initial = 650000"),
        (ROW + "core = 是", "indicators[0].core", "现在是 是", "core = true"),
        (HEAD + "status = 已公开", "status", "现在是 已公开", 'status = "published"'),
        (ROW + "分值 = 5", 'indicators[0]."分值"', "键名要用英文，现在是“分值”。", "改成 weight"),
        (HEAD + "[reported]\n总分 = 5", 'reported."总分"', "键名要用英文", "改成 total"),
        (HEAD + "[funds]\n负责人 = 5", 'funds."负责人"', "键名要用英文", "unit（金额单位）"),
        ("name：甲", "name", "现在是“：”", 'name = "甲"'),
        ("name = “甲”", "name", "现在是 “甲”", 'name = "甲"'),
        (ROW + "score =", "indicators[0].score", "等号后面没有内容", "删去 score 这一项"),
        ('name = "他说"好""', "name", "又用了英文引号", 'name = "他说\\"好\\""'),
        ('name = "甲', "name", "引号只有前一半", 'name = "甲"'),
        ("name = '甲", "name", "引号只有前一半", 'name = "甲"'),
        ("这是说明", "", "不是“键 = 值”的写法", "前加 #"),
        ("［funds］", "", "全角的“［”", "改成“[”"),
        (HEAD + "[funds\n", "", "方括号没有收尾", "[表名]"),
        (HEAD + "[[goals]\n", "", "两层方括号没有收尾", "[[表名]]"),
        (HEAD + "goals = [\n[[indicators]]\n", "", "还没有收尾", "补上 ] 或 }"),
        (HEAD + "goals = [\nsource = 1\n", "", "还没有收尾", "补上 ] 或 }"),
        (HEAD + "indicators = 无", "indicators", "应当是一个列表，现在是 无", "写成 [[indicators]]"),
        (HEAD + "funds = 无", "funds", "应当是一张表，现在是 无", "写成 [funds]"),
        (HEAD + "internal = 无", "internal", "应当是一张表，现在是 无", "写成 [internal]"),
        (HEAD + "[funds]\ntotal = initial = 1 }", "funds.total", "应当是一张表", "写成 [funds.total]"),
        (
            HEAD + "[[reviews]]\non = 2024-02-30",
            "reviews[0].on",
            "现在是 2024-02-30",
            "没有 2024-02-30 这一天",
        ),
        (ROW + "we\u200dight = 5", "", "看不见的字符（编号 U+200D）", "删去这个字符"),
        ('name = "a\\b\\一"', "name", "反斜杠", "斜杠 /"),
    ],
)
def test_a_fault_names_its_key_what_was_seen_and_what_to_write(
    text: str, key: str, message: str, suggestion: str
) -> None:
    finding = find_first(text)
    assert finding.key == key
    assert message in finding.message
    assert suggestion in finding.suggestion


@pytest.mark.parametrize(
    ("text", "key", "line", "suggestion"),
    [
        ("a = 1\n\na = 2", "a", 3, "并成一处"),
        (ROW + "score = 1\nscore = 2", "indicators[0].score", 5, "并成一处"),
        ("[funds]\ntotal = { initial = 1, initial = 2 }", "funds.total.initial", 2, "并成一处"),
        ("a = 1\na = [\n  1,\n]\nb = 1", "a", 2, "并成一处"),
        ("[funds]\n[funds]", "funds", 2, "并成一处"),
        ("[goals]\n[goals]", "goals", 2, "[[goals]]"),
        ("[funds.sources]\n[funds.sources]", "funds.sources", 2, "[[funds.sources]]"),
    ],
)
def test_what_is_said_twice_is_told_where_it_is_said_again(
    text: str, key: str, line: int, suggestion: str
) -> None:
    finding = find_first(text)
    assert (finding.rule, finding.key, finding.line) == ("duplicate-key", key, line)
    assert suggestion in finding.suggestion


def test_the_kind_of_file_says_what_a_value_should_be() -> None:
    (finding,) = parse_toml("[total]\npoints = 100分", "profiles/a.toml", Profile).findings
    assert finding.suggestion == "写成 points = 100"
    (finding,) = parse_toml("[units.a]\n单位名称 = 1", "organisations.toml", Organisations).findings
    assert finding.suggestion == "把“单位名称”改成 name"


@pytest.mark.parametrize("text", faulty_texts.SYNTAX.values(), ids=faulty_texts.SYNTAX)
def test_every_fault_that_was_thought_of_has_words_of_its_own(text: str) -> None:
    assert UNKNOWN not in {finding.message for finding in parse_toml(text, "a.toml", Form).findings}


def test_a_fault_that_nobody_thought_of_is_told_in_chinese() -> None:
    fault = SyntaxFault("A message of a parser to come", "name = 1", 3)
    assert describe_syntax_fault(fault, "a.toml", Form).message == UNKNOWN


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("a = 1\na = 2", TWICE),
        ("[a]\n[a]", TWICE),
        ("a = {b = 1, b = 2}", TWICE),
        ("a = {b = 1}\na.c = 1", TWICE),
        ("a.b = 1\n[a]", TWICE),
        ("甲", ABOUT_KEY),
        ("a = {甲 = 1}", ABOUT_KEY),
        ("a = 甲", ABOUT_VALUE),
        ("a = 1甲", ABOUT_VALUE),
        ("a = 2021-02-31", ABOUT_VALUE),
        ("a 1", ABOUT_VALUE),
        ('a = "甲', ABOUT_QUOTES),
        ('a = "甲\n', ABOUT_QUOTES),
        ("a = '甲", ABOUT_QUOTES),
        ("a = '甲\n'", ABOUT_QUOTES),
        ("a = '''甲", ABOUT_QUOTES),
    ],
)
def test_the_parsers_messages_are_still_the_ones_that_are_known(text: str, kinds: tuple[str, ...]) -> None:
    with pytest.raises(tomli.TOMLDecodeError) as caught:
        tomli.loads(text)
    assert SyntaxFault.of(caught.value).is_(*kinds)


@pytest.mark.parametrize(
    ("text", "line"),
    [("a = 1\nb = '甲\nc = 1\n", 2), ('a = """甲\n\nb = 1\n', 1), ("a = '''甲\n\nb = 1\n", 1)],
)
def test_what_is_never_closed_is_placed_where_it_was_opened(text: str, line: int) -> None:
    assert find_first(text).line == line


@pytest.mark.parametrize("quote", ['"', "'"])
@pytest.mark.parametrize("lines", ["第一行，\n第二行。", "第一行，\n\n第三行。", "原因：雨\n整改=补办"])
def test_a_line_break_between_quotes_is_told_once_and_no_line_is_thrown_away(quote: str, lines: str) -> None:
    parsed = parse_toml(f"{ROW}explanation = {quote}{lines}{quote}\nscore = 5\n", "a.toml", Form)
    (finding,) = parsed.findings
    assert finding.key == "indicators[0].explanation"
    assert finding.message == "文字在引号里面换了行，一对引号里的文字要写在一行里。"
    assert 'explanation = """……"""' in finding.suggestion
    assert parsed.value is not None
    assert parsed.value["indicators"] == [{"name": "乙", "score": 5}]


def test_a_quote_left_open_is_no_line_break() -> None:
    (finding,) = parse_toml(ROW + 'target = "≥83个\nactual = "83个"\n', "a.toml", Form).findings
    assert finding.suggestion == '写成 target = "≥83个"'


def test_a_header_of_one_bracket_before_one_of_two_is_told_to_take_two() -> None:
    finding = find_first(HEAD + '[indicators]\nname = "乙"\n[[indicators]]\nname = "丙"\n')
    assert finding.suggestion == "要写多项，请每项都用两层方括号：[[indicators]]"
