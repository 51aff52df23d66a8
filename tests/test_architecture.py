"""The shape of the program: imports run down only, and modules stay small enough to read.

Everything is read from the source, nothing is imported, so that an import hidden in a function counts too.
Each check is a function from a source to complaints; the samples at the end show every one complaining.
"""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent

STAGES = (
    *("__init__", "model", "text", "runtime", "load", "score", "check", "history", "summarise"),
    *("diff", "report", "render", "publish", "pipeline", "cli", "__main__"),
)
"""The law of imports: the rooms of `generator/` in the order of the work. One may import what comes before it."""

VAGUE_WORDS = {"util", "utils", "helper", "helpers", "common", "manager", "managers", "misc", "base"}
MAX_MODULE = 350
MAX_FUNCTION = 45

TESTS_WITHOUT_A_MODULE = {
    "tests/test_architecture.py": "the program's shape",
    "tests/check/test_chosen.py": "the part of a check that was asked for",
    "tests/test_cli_check.py": "what `check` reports, and the pages of rules",
    "tests/test_cli_contract.py": "what the command gives to programs",
    "tests/test_cli_diff.py": "the verb `diff` of the command",
    "tests/test_cli_new.py": "the verb `new` of the command",
    "tests/test_cli_paths.py": "the paths that the command takes",
    "tests/test_cli_refusals.py": "what the system refuses the command, by the place that was named",
    "tests/test_cli_report.py": "the verb `report` of the command",
    "tests/test_cli_terminal.py": "the command on terminals, in pipes and in any locale",
    "tests/test_editor.py": "content/project.schema.json, as an editor uses it",
    "tests/test_growth.py": "what texts and forms cost that are twice as long",
    "tests/test_guide.py": "content/pages/guide.md, whose examples are run",
    "tests/test_provenance.py": "what is believed of commits, from git's log to the site and the terminal",
    "tests/test_review_comment.py": ".ci/comment.py, against a host made of a dictionary",
    "tests/test_workflows.py": "the workflow files of the code hosts",
    "tests/test_workflow_runs.py": "the shell lines of those files, and what they show a reviewer",
    "tests/test_benchmarks.py": "benchmarks/",
    "tests/test_rebuilding.py": "generator/pipeline.py, run again over what it has built",
    "tests/test_interruptions.py": "generator/pipeline.py, while the site is read, and when it fails or is killed",
    "tests/test_packaging.py": "pyproject.toml, Makefile and .ci/run",
    "tests/test_wholeness.py": "what all parts say of a form that is whole or not",
    "tests/test_patterns.py": "every pattern of the package",
    "tests/test_golden.py": "the four published forms from end to end",
    "tests/test_readme.py": "README.md, README.zh-CN.md and CONTRIBUTING.md",
    "tests/render/test_browser.py": "all pages as a browser shows them",
    "tests/render/test_browser_explore.py": "the page that explores the projects, as a reader uses it",
    "tests/render/test_browser_explore_crowd.py": "that page over 20,000 projects",
    "tests/render/test_browser_explore_export.py": "the file that it exports, its figures, and hostile texts on it",
    "tests/render/test_browser_charts.py": "charts as a browser shows them",
    "tests/render/test_browser_project.py": "a project's page as it prints, and what can be copied from it",
    "tests/render/test_hostile.py": "hostile content, from its files to the browser",
    "tests/render/test_zensical.py": "the same pages and theme under the builder that comes after MkDocs",
    "tests/quality/test_policy.py": "the Content-Security-Policy, and that the site keeps to it",
    "tests/quality/test_visits.py": "every kind of page, as Chromium and axe see it",
    "tests/quality/test_validity.py": "the HTML of every kind of page, by the Nu checker",
    "tests/quality/test_links.py": "every link and anchor of the site, by LinkChecker",
    "tests/quality/test_metadata.py": "titles, descriptions, the map of the site and linked data",
    "tests/quality/test_weight.py": "what a first visit costs",
    "tests/quality/test_keyboard.py": "every stop of the keyboard, and the search by keyboard alone",
    "tests/quality/test_not_found.py": "the page for an address that leads nowhere",
    "tests/quality/test_without_scripts.py": "what a reader has whose browser runs no scripts",
    "tests/quality/test_zoom.py": "pages at twice their size",
    "tests/quality/test_hostile.py": "hostile content files, through a whole build, to the browser",
    "tests/quality/test_tables.py": "captions of tables, and the headers of their cells",
    "tests/score/test_places.py": "the shipped profiles, each on a form of its own shape",
    "tests/check/rules/test_pages.py": "the published page of every rule",
    "tests/check/rules/test_shapes.py": "forms of other places, judged by all rules",
    "tests/render/search/test_browser.py": "the search box and its dialog, in Chromium",
    "tests/render/search/test_browser_index.py": "what is found and how it reads, in Chromium",
    "tests/render/search/test_browser_shards.py": "several years and hostile texts, in Chromium",
    "tests/history/updates/test_building.py": "what is new, from git's log to the built site",
}
"""Test modules that mirror no module, and what they test instead."""


class Source(NamedTuple):
    """A Python file: its path from the root of the repository, and its text."""

    path: str
    text: str

    @property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @property
    def part(self) -> str:
        """Name the module or package of `generator/` that the file belongs to."""
        return Path(self.path).parts[1].removesuffix(".py")


Check = Callable[[Source], Iterator[str]]


def complain_of_imports(source: Source) -> Iterator[str]:
    if source.part not in STAGES:
        yield f"generator/{source.part} has no place in STAGES of this test: put it where its work belongs"
        return
    for imported in find_imported_parts(source.tree):
        if imported not in STAGES:
            yield f"{source.path} imports {imported}, which has no place in STAGES"
        elif STAGES.index(imported) > STAGES.index(source.part):
            yield f"{source.path} imports {imported}, which comes later"


def find_imported_parts(tree: ast.Module) -> Iterator[str]:
    """Name the parts of `generator/` that a module imports, anywhere in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module == "generator":
            names = [f"generator.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names = [node.module or ""]
        else:
            continue
        for name in names:
            package, _, rest = name.partition(".")
            if package == "generator":
                yield name_part(rest)


def name_part(dotted: str) -> str:
    """Name the part in `values.read` or `cli`; `__version__` comes from the package itself."""
    part = dotted.partition(".")[0]
    return "__init__" if not part or part == "__version__" else part


def complain_of_hidden_imports(source: Source) -> Iterator[str]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            yield f"{source.path}:{node.lineno} imports relatively: name the module in full"
        if isinstance(node, ast.Call) and name_called(node) in ("__import__", "import_module"):
            yield f"{source.path}:{node.lineno} imports by name, where no test sees it"


def complain_of_printing(source: Source) -> Iterator[str]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print":
            yield f"{source.path}:{node.lineno} prints: the command hands over what it says"


def name_called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def complain_of_docstring(source: Source) -> Iterator[str]:
    if not (ast.get_docstring(source.tree) or "").strip():
        yield f"{source.path} does not say in a docstring what it is for"


def complain_of_length(source: Source) -> Iterator[str]:
    if source.text.count("\n") > MAX_MODULE:
        yield f"{source.path} has more than {MAX_MODULE} lines: divide it"
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > MAX_FUNCTION:
                yield f"{source.path}:{node.lineno} {node.name} has more than {MAX_FUNCTION} lines: divide it"


def complain_of_name(source: Source) -> Iterator[str]:
    for part in Path(source.path).with_suffix("").parts:
        for word in VAGUE_WORDS.intersection(part.split("_")):
            yield f"{source.path}: “{word}” says nothing of what is inside"


def complain_of_mirror(source: Source) -> Iterator[str]:
    path = Path(source.path)
    mirrored = ROOT / "generator" / path.relative_to("tests").parent / path.stem.removeprefix("test_")
    if not (mirrored.is_dir() or mirrored.with_suffix(".py").is_file()):
        yield f"{source.path} mirrors nothing in generator/: rename it, or list it with its reason"


def read_sources(*folders: str) -> list[Source]:
    paths = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    return [Source(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")) for path in paths]


GENERATOR = read_sources("generator")
EVERYWHERE = [*GENERATOR, *read_sources("benchmarks", "tests")]
MIRRORING = [
    source
    for source in read_sources("tests")
    if Path(source.path).name.startswith("test_") and source.path not in TESTS_WITHOUT_A_MODULE
]

RULES: dict[Check, list[Source]] = {
    complain_of_imports: GENERATOR,
    complain_of_hidden_imports: GENERATOR,
    complain_of_printing: GENERATOR,
    complain_of_docstring: [
        source for source in EVERYWHERE if source.text or not source.path.startswith("tests/")
    ],
    complain_of_length: EVERYWHERE,
    complain_of_name: EVERYWHERE,
    complain_of_mirror: MIRRORING,
}


@pytest.mark.parametrize("check", RULES, ids=lambda check: check.__name__)
def test_program_keeps_its_shape(check: Check) -> None:
    complaints = [complaint for source in RULES[check] for complaint in check(source)]
    assert not complaints, "\n".join(complaints)


LONG_FUNCTION = "def f():\n" + "    pass\n" * MAX_FUNCTION

SAMPLES: list[tuple[Check, str, str]] = [
    (complain_of_imports, "generator/model/form.py", "from generator.score.values import read"),
    (complain_of_imports, "generator/model/form.py", "from generator import runtime"),
    (complain_of_imports, "generator/load/files.py", "def f():\n    import generator.score"),
    (complain_of_imports, "generator/pipeline.py", "from generator import cli"),
    (complain_of_imports, "generator/check/rules/rule.py", "from generator.misplaced import thing"),
    (complain_of_imports, "generator/misplaced.py", ""),
    (complain_of_hidden_imports, "generator/cli/main.py", "from . import pipeline"),
    (complain_of_hidden_imports, "generator/cli/main.py", "importlib.import_module('generator.cli.main')"),
    (complain_of_printing, "generator/pipeline.py", "print('done')"),
    (complain_of_docstring, "generator/pipeline.py", '""" """\nimport os'),
    (complain_of_length, "generator/pipeline.py", "\n" * (MAX_MODULE + 1)),
    (complain_of_length, "generator/pipeline.py", LONG_FUNCTION),
    (complain_of_name, "generator/render/text_utils.py", ""),
    (complain_of_name, "generator/common/text.py", ""),
    (complain_of_mirror, "tests/render/test_nothing_of_the_kind.py", ""),
]


@pytest.mark.parametrize(("check", "path", "text"), SAMPLES)
def test_check_complains_once_of_its_sample(check: Check, path: str, text: str) -> None:
    assert len(list(check(Source(path, text)))) == 1


ALLOWED = [
    ("generator/check/facts/rows.py", "from generator.score.values import read"),
    (
        "generator/pipeline.py",
        "from generator.runtime.progress import Stage\nfrom generator import check, __version__",
    ),
    ("generator/model/project.py", "import generator.model.form\nimport generatorish"),
    ("generator/__main__.py", "from generator.cli.main import main"),
]


@pytest.mark.parametrize(("path", "text"), ALLOWED)
def test_imports_downward_are_allowed(path: str, text: str) -> None:
    assert list(complain_of_imports(Source(path, text))) == []


def test_list_of_tests_without_a_module_is_not_longer_than_it_must_be() -> None:
    mirroring = {path for path in TESTS_WITHOUT_A_MODULE if not list(complain_of_mirror(Source(path, "")))}
    assert not mirroring, "these mirror a module and need no reason"


def test_the_page_on_architecture_names_what_is_there() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rooms = {
        row.rstrip("/").removesuffix(".py") for row in re.findall(r"^\| `([a-z_]+(?:/|\.py))` \|", text, re.M)
    }
    assert rooms == set(STAGES) - {"__init__", "__main__"}
    named = {
        name
        for name in re.findall(r"`([a-z_]+/[a-z_/.0-9]+)`", text)
        if not name.startswith(("content/", "tests/"))
    }
    assert named
    assert [name for name in sorted(named) if not (ROOT / "generator" / name).exists()] == []
