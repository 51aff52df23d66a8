"""Texts that mean something to HTML, Markdown, Jinja, YAML or the eye, and a corpus that has them everywhere."""

from collections.abc import Sequence
from typing import Any

from generator.model.assessment import Assessment
from generator.model.corpus import Corpus, TextPage
from generator.model.finding import Finding
from generator.model.form import Form
from generator.model.organisations import Organisations
from generator.model.profile import Profile
from generator.model.site import Site
from tests.render.samples import ORGANISATIONS, PROFILE, SITE, assess, find, make_corpus

ELSEWHERE = "elsewhere.test"
"""A host that no page may ask for anything."""

KNOWN_ADDRESS = "https://known.test/%22onclick=%22alert(1)*_x_*~~$!@+.-"
"""An address that a publisher may give, as nastily as it can be written."""

ROW_TEXTS = ("level1", "level2", "name", "target", "actual", "measured", "method", "explanation")

TEXTS = (
    "<script>alert(1)</script>",
    f"<script src=//{ELSEWHERE}/x.js></script>",
    "<img src=x onerror=alert(1)>",
    f'"><img src="https://{ELSEWHERE}/x.png">',
    "' onmouseover='alert(1)",
    "</td></tr></table></div><h1>x</h1>",
    "</title></head><body onload=alert(1)>",
    "{: #x onclick=alert(1) }",
    "{#top onclick=alert(1)}",
    "甲 {: .jx-banner style=position:fixed }",
    "{{ 7*7 }}{% raw %}{# x #}",
    "{{ config.theme }}",
    "[点这里](javascript:alert(1))",
    "[](http://])",
    "[点这里](https://\u2100.com)",
    "[点这里](mailto://[)",
    f"![](https://{ELSEWHERE}/x.png)",
    f"<https://{ELSEWHERE}>",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "&lt;b&gt; &amp; &#60; &nbsp;",
    "`code` **bold** _it_ ~~x~~ ==y== ^^z^^",
    "# 标题",
    "- 列表\n- 列表",
    "1. 一\n2. 二",
    "    缩进四格",
    "---\ntitle: x\n---",
    '": 1\nevil: "',
    "*[HTML]: 全称",
    "[^1]: 脚注",
    f"[x]: https://{ELSEWHERE}",
    "| a | b |\n|---|---|",
    "\x02klzzwxh:0000\x03",
    "甲\x00乙\x1b[31m丙",
    "<!-- 注释",
    "-->",
    "<![CDATA[",
    "<?php",
    "&",
    "\u202e倒过来\u2066的字",
    "甲\u2067乙\u2069\u200f丙\u061c",
    "<svg><script>alert(1)</script></svg>",
    "<svg onload=alert(1)>",
    "</text></svg><script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<details open ontoggle=alert(1)>",
    "<a href=javascript:alert(1)>点</a>",
    "]]><script>alert(1)</script>",
    "${7*7}`${alert(1)}`",
    "{% include '/etc/passwd' %}",
    "<style>*{display:none}</style>",
    "<base href=//elsewhere.test/>",
    "<meta http-equiv=refresh content=0;url=//elsewhere.test/>",
    "长" * 200,
    "W" * 200,
    "90.56%",
)

FORMULAS = (
    '=HYPERLINK("https://elsewhere.test/","点这里")',
    "=1+1",
    "+1+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "＝1+1",
    "|calc",
    "%0A=1",
)
"""Texts that a spreadsheet would take for formulas."""


def make_hostile_form(text: str) -> Form:
    """A form that says one text in every cell of text."""
    money = {"initial": 829000, "adjusted": 829000, "executed": 750700}
    row: dict[str, Any] = {**dict.fromkeys(ROW_TEXTS, text), "weight": 45, "score": 40}
    values: dict[str, Any] = {
        "name": text,
        "status": "published",
        "source": text,
        **dict.fromkeys(("code", "period", "filed"), text[:100]),
        "departments": (f"{text}局", f"{text}局"),
        "facts": {text[:100]: text},
        "funds": {
            "total": money,
            "sources": (
                {"name": text, "rate": text[:100], "weight": 10, **money},
                {"name": text, "breakdown": text, "rate": text[:100], **money},
            ),
            "method": text,
            "explanation": text,
        },
        "goals": ({"expected": text, "actual": text, "weight": 90},),
        "indicators": (
            row | {"core": True, "goal": 1, "reviewed": 39},
            row | {"of_which": True, "goal": 1},
            {**dict.fromkeys(("level1", "level2", "name", "method"), text), "goal": 1, "merged": True},
        ),
        "notes": ({"title": text, "text": text},),
        "reported": {"rate": text[:100], "total": 89, "grade": text[:100]},
        "reviews": ({"by": text, "key": text[:100], "comment": text},),
        "internal": {text[:100]: text},
    }
    return Form.model_validate(values)


def put_everywhere(value: Any, text: str, kept: Sequence[str] = ()) -> Any:
    """Put a text in the place of every text of some data, at any depth, but under these keys."""
    if isinstance(value, dict):
        return {key: one if key in kept else put_everywhere(one, text, kept) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return tuple(put_everywhere(one, text, kept) for one in value)
    return text if isinstance(value, str) else value


def make_hostile_corpus(
    texts: Sequence[str],
) -> tuple[Corpus, tuple[Assessment, ...], dict[str, list[Finding]]]:
    """A corpus with a project for every text, and with the first of them in everything that is not a project."""
    first = texts[0]
    projects = tuple(assess(make_hostile_form(text), slug=f"p{n}") for n, text in enumerate(texts))
    kept = (
        *("id", "department", "method", "effect", "mode", "profile", "url", "repository", "host"),
        *("ground", "budget", "at", "zero", "kinds"),
    )
    site = SITE.model_dump() | {
        "repository": KNOWN_ADDRESS,
        "host": "gitea",
        "licence": {"name": first, "url": KNOWN_ADDRESS},
    }
    pages = (
        TextPage("about", "\n\n".join(texts)),
        *(TextPage(f"t{n}", f"# {text}\n\n{text}\n") for n, text in enumerate(texts)),
    )
    corpus = make_corpus(*projects, texts=pages)
    hostile = Corpus(
        site=Site.model_validate(put_everywhere(site, first, kept)),
        organisations=Organisations.model_validate(put_everywhere(ORGANISATIONS.model_dump(), first, kept)),
        profiles={PROFILE.id: Profile.model_validate(put_everywhere(PROFILE.model_dump(), first, kept))},
        projects=corpus.projects,
        pages=corpus.pages,
        findings=(),
        files=tuple(one.project.place.path for one in projects),
    )
    findings = {
        one.project.place.path: [find(one, "indicators[0].score", one.project.form.name)] for one in projects
    }
    return hostile, projects, findings
