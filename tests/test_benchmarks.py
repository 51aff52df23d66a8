"""The benchmarks: a corpus that nobody takes for real, and runs that measure what they say."""

import tomllib
from pathlib import Path

import pytest

from benchmarks import run, vocabulary
from benchmarks.corpus import change_projects, make_corpus
from benchmarks.forms import make_form
from benchmarks.report import render_report
from benchmarks.rounds import Round, Rounds, add_up, run_rounds
from benchmarks.stopwatch import Reading, Stopwatch
from benchmarks.trial import Trial
from generator.load import load
from generator.model.form import Status
from generator.runtime.progress import Stage


def read_files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of twenty projects."""
    folder = tmp_path_factory.mktemp("corpus") / "content"
    make_corpus(folder, 20)
    return folder


def test_corpus_has_as_many_projects_as_asked_for_and_loads_without_a_fault(content: Path) -> None:
    corpus = load(content)
    assert (len(corpus.projects), corpus.findings) == (20, ())
    assert {project.place.year for project in corpus.projects} == {2019, 2020, 2021, 2022, 2023}


def test_every_name_and_source_says_that_it_is_synthetic(content: Path) -> None:
    corpus = load(content)
    assert corpus.site
    names = [corpus.site.title, corpus.site.publisher]
    names += [department.name for department in corpus.organisations.departments.values()]
    names += [unit.name for unit in corpus.organisations.units.values()]
    names += [project.form.name for project in corpus.projects]
    assert all(name.startswith(vocabulary.MARK) for name in names)
    assert {project.form.source for project in corpus.projects} == {vocabulary.SOURCE}


def test_same_corpus_comes_out_each_time_in_place_of_what_was_there(content: Path, tmp_path: Path) -> None:
    make_corpus(tmp_path / "content", 30)
    make_corpus(tmp_path / "content", 20)
    assert read_files(tmp_path / "content") == read_files(content)


def test_larger_corpus_has_more_units_and_no_fuller_ones(tmp_path: Path) -> None:
    make_corpus(tmp_path, 100)
    corpus = load(tmp_path)
    units = [project.place.unit for project in corpus.projects]
    assert {units.count(unit) for unit in units} == {20}
    assert set(corpus.organisations.units) == set(units)


def test_weights_of_every_form_add_up_to_a_hundred() -> None:
    for number in range(50):
        form = tomllib.loads(make_form(number))
        assert sum(row["weight"] for row in form["indicators"]) + form["funds"]["weight"] == 100


def test_forms_differ_as_real_ones_do() -> None:
    forms = [tomllib.loads(make_form(number)) for number in range(200)]
    assert {form["status"] for form in forms} == {Status.PUBLISHED, Status.REVIEWED, Status.WITHDRAWN}
    assert len({form["name"][:8] for form in forms}) > 20
    rows = [row for form in forms for row in form["indicators"]]
    assert 0.05 < sum("explanation" in row for row in rows) / len(rows) < 0.4


def test_changes_are_as_many_as_asked_for_and_in_the_years_asked_for(content: Path, tmp_path: Path) -> None:
    make_corpus(tmp_path, 20)
    chosen = change_projects(tmp_path, 3, "2023")
    before, after = read_files(content), read_files(tmp_path)
    changed = {path for path in after if after[path] != before[path]}
    assert changed == {path.relative_to(tmp_path).as_posix() for path in chosen}
    assert len(changed) == 3
    assert {path.split("/")[1] for path in changed} == {"2023"}
    assert not load(tmp_path).findings


def fill_memory(megabytes: int) -> None:
    block = bytearray(megabytes * 2**20)
    block[::4096] = b"x" * len(block[::4096])


def test_stopwatch_reads_every_stage_that_began() -> None:
    watch = Stopwatch()
    watch.begin(Stage.LOAD)
    watch.advance(1, 2)
    watch.finish()
    watch.begin(Stage.RENDER)
    fill_memory(64)
    watch.finish()
    watch.finish()
    assert list(watch.readings) == [Stage.LOAD, Stage.RENDER]
    assert all(reading.seconds >= 0 and reading.cpu >= 0 for reading in watch.readings.values())
    assert watch.readings[Stage.RENDER].peak >= watch.readings[Stage.LOAD].peak + 32


@pytest.mark.skipif(
    not Path("/proc/self/clear_refs").exists(), reason="only Linux forgets the peak of memory"
)
def test_stopwatch_forgets_the_memory_of_the_stage_before() -> None:
    watch = Stopwatch()
    watch.begin(Stage.LOAD)
    fill_memory(64)
    watch.begin(Stage.RENDER)
    watch.finish()
    assert watch.readings[Stage.RENDER].peak <= watch.readings[Stage.LOAD].peak - 32


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> Rounds:
    """One real round over a small corpus."""
    return run_rounds(tmp_path_factory.mktemp("bench"), 10, 1)


def test_real_round_measures_every_stage_and_every_run(measured: Rounds) -> None:
    (only,) = measured.rounds
    assert set(only.clean.stages) == set(Stage)
    runs = (
        only.small,
        only.clean,
        only.bare,
        only.unchanged,
        only.changed_in_a_year,
        only.changed_in_all_years,
    )
    assert all(trial.seconds > 0 and trial.cpu > 0 and trial.peak > 0 for trial in runs)
    assert only.pagefind > 0
    assert 0 < add_up(only.clean).seconds < only.clean.seconds


def test_rebuild_of_an_unchanged_corpus_rewrites_no_file(measured: Rounds) -> None:
    assert measured.rounds[0].rewritten == 0


def make_round(clean: float, small: float = 1) -> Round:
    stages = {stage: Reading(1, 0.5, 50) for stage in Stage}
    trials = {seconds: Trial(seconds, 2 * seconds, 60, stages) for seconds in (clean, small, 2, 0.5)}
    return Round(trials[small], trials[clean], trials[2], 3, trials[0.5], 0, trials[0.5], trials[0.5])


def test_report_takes_medians_of_ratios_within_a_round() -> None:
    rounds = Rounds(100, 10, 1, [make_round(4), make_round(8), make_round(3)])
    lines = {line[:32].strip(): line[32:].split() for line in render_report(rounds).splitlines()}
    assert lines["clean build : bare"][:4] == ["4.00", "8.00", "2.00", "2.00"]
    assert lines["nothing changed : clean"][:4] == ["0.50", "1.00", "0.12", "0.12"]
    assert lines["load to write"][:4] == ["5.00", "2.50", "50.00", "50"]
    assert lines["Pagefind by itself"] == ["3.00"]
    assert lines["a project : one of 10"][:2] == ["0.40", "0.40"]


def test_command_measures_where_it_is_told_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = []

    def pretend(folder: Path, projects: int, rounds: int) -> Rounds:
        asked.append((folder, projects, rounds))
        return Rounds(projects, 1, 1, [make_round(4)])

    monkeypatch.setattr(run, "run_rounds", pretend)
    run.main(["12", "--rounds", "2", "--folder", str(tmp_path)])
    assert asked == [(tmp_path, 12, 2)]
    assert capsys.readouterr().out.startswith("12 synthetic projects")


def test_command_cleans_up_the_folder_that_it_made_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    used = []

    def pretend(folder: Path, *_: object) -> Rounds:
        assert folder.is_dir()
        used.append(folder)
        return Rounds(10, 1, 1, [make_round(4)])

    monkeypatch.setattr(run, "run_rounds", pretend)
    run.main(["10"])
    assert not used[0].exists()
