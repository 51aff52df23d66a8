"""The package, the Makefile and CI's script: what a machine gets that has only the repository, or only the wheel."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from benchmarks.corpus import make_corpus

ROOT = Path(__file__).parent.parent
COMPILED = shutil.ignore_patterns("__pycache__")


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the package is built from, away from the repository."""
    folder = tmp_path_factory.mktemp("sources")
    shutil.copytree(ROOT / "generator", folder / "generator", ignore=COMPILED)
    for name in ("pyproject.toml", "mkdocs.yml", "README.md", "LICENSE"):
        shutil.copyfile(ROOT / name, folder / name)
    return folder


def run_pip(*arguments: str | Path) -> None:
    """Run pip without the network."""
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *map(str, arguments)]
    subprocess.run([*command, "--no-deps", "--no-build-isolation", "--no-index"], check=True)


@pytest.fixture(scope="module")
def wheel(sources: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, as `pip install .` makes it."""
    folder = tmp_path_factory.mktemp("wheel")
    run_pip("wheel", sources, "--wheel-dir", folder)
    return next(folder.glob("*.whl"))


def test_wheel_holds_all_of_the_package_and_the_settings_of_mkdocs(wheel: Path, sources: Path) -> None:
    files = (path for path in (sources / "generator").rglob("*") if path.is_file())
    expected = {path.relative_to(sources).as_posix() for path in files} | {"generator/mkdocs.yml"}
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {name for name in names if not name.startswith("jixiao-")} == expected
    assert "generator/render/templates/project.md.j2" in names


def test_wheel_of_the_source_archive_is_the_same(wheel: Path, sources: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "--target", "sdist", "--directory", str(tmp_path)]
    subprocess.run(command, cwd=sources, check=True, capture_output=True)
    run_pip("wheel", next(tmp_path.glob("*.tar.gz")), "--wheel-dir", tmp_path)
    assert next(tmp_path.glob("*.whl")).read_bytes() == wheel.read_bytes()


def test_installed_package_builds_a_site_far_from_the_repository(wheel: Path, tmp_path: Path) -> None:
    run_pip("install", wheel, "--target", tmp_path / "installed")
    make_corpus(tmp_path / "content", 1)
    result = subprocess.run(
        [sys.executable, "-m", "generator", "build"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "installed")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (result.returncode, result.stderr) == (0, "")
    assert "共 1 个项目" in result.stdout
    home = (tmp_path / "build" / "site" / "index.html").read_text(encoding="utf-8")
    assert "合成" in home
    assert (tmp_path / "build/site/assets/stylesheets/site.css").is_file()


def test_every_dependency_is_pinned_with_hashes_and_no_index_is_named() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    entries = lock.replace(" \\\n", " ").splitlines()
    assert all("==" in entry and "--hash=sha256:" in entry for entry in entries)
    assert not any(word in lock for word in ("http", "index-url", "find-links"))


def make(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run make, without the variables of a make that runs the tests."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("MAKE", "MFLAGS"))}
    command = ["make", *arguments]
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


def read_recipe(target: str) -> str:
    """Read what make would run once .venv is there."""
    result = make("--dry-run", "--old-file=.venv/.ready", target)
    assert result.returncode == 0, result.stderr
    return result.stdout


@pytest.mark.parametrize(
    "step", ["ruff format --check .", "ruff check .", "/mypy", "jixiao check", "jixiao build --clean"]
)
def test_check_runs_every_step(step: str) -> None:
    assert step in read_recipe("check")


@pytest.mark.parametrize(
    ("target", "command"),
    [
        ("site", "jixiao build"),
        ("serve", "jixiao serve"),
        ("test", "-m pytest"),
        ("bench", "-m benchmarks.run"),
    ],
)
def test_targets_run_what_they_are_named_for(target: str, command: str) -> None:
    assert command in read_recipe(target)


def write_script(file: Path, *lines: str) -> None:
    file.write_text("\n".join(["#!/bin/sh", *lines, ""]), encoding="utf-8")
    file.chmod(0o755)


OLD_PYTHON = f'exec {sys.executable} -c "import sys; sys.version_info = (3, 10, 14); exec(sys.argv[2])" "$@"'


@pytest.mark.parametrize(
    ("script", "told"), [(OLD_PYTHON, "版本太旧"), (None, "找不到")], ids=["old", "missing"]
)
def test_machine_without_a_python_that_is_new_enough_is_told_so_in_chinese(
    tmp_path: Path, script: str | None, told: str
) -> None:
    for name in ("Makefile", "pyproject.toml", "requirements.lock"):
        shutil.copyfile(ROOT / name, tmp_path / name)
    python = tmp_path / "some-python"
    if script:
        write_script(python, script)
    result = make("site", f"PYTHON={python}", cwd=tmp_path)
    assert result.returncode
    assert told in result.stderr
    assert "3.11" in result.stderr
    assert not (tmp_path / ".venv").exists()


NEEDED = ("bash", "dirname", "grep", "id", "env")


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A machine of stand-ins that note how they are called; CI's script lies in `repository`."""
    shutil.copytree(ROOT / ".ci", tmp_path / "repository" / ".ci")
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in NEEDED:
        found = shutil.which(name)
        assert found
        (tools / name).symlink_to(found)
    note = f'echo "$(basename "$0") $* ${{JIXIAO_REQUIRE_BROWSER:-}}" >> {tmp_path / "notes"}'
    for name in ("make", "apt-get", "sudo"):
        write_script(tools / name, note.replace('$(basename "$0")', name))
    for name in ("git", "ssh-keygen", "chromium", "pdftotext", "python3", "java"):
        write_script(tools / name, "exit 0")
    write_script(tools / "fc-list", "echo Noto")
    return tmp_path


def run_ci(machine: Path) -> list[str]:
    """Run CI's script on a machine, and give what was called."""
    script = machine / "repository" / ".ci" / "run"
    subprocess.run([script], env={"PATH": str(machine / "tools"), "CI": "true"}, check=True)
    return (machine / "notes").read_text(encoding="utf-8").splitlines()


def test_ci_checks_and_tests_and_demands_a_browser(machine: Path) -> None:
    assert run_ci(machine) == ["make check 1", "make test 1"]


@pytest.mark.parametrize(
    ("tool", "package"),
    [
        ("chromium", "chromium"),
        ("fc-list", "fonts-noto-cjk"),
        ("git", "git"),
        ("ssh-keygen", "openssh-client"),
        ("java", "default-jre-headless"),
        ("pdftotext", "poppler-utils"),
        ("python3", "python3-venv"),
    ],
)
def test_ci_installs_what_is_missing(machine: Path, tool: str, package: str) -> None:
    (machine / "tools" / tool).unlink()
    notes = run_ci(machine)
    assert any("install" in note and note.split().count(package) for note in notes)
    assert notes[-2:] == ["make check 1", "make test 1"]


def test_ci_installs_a_chromium_in_place_of_one_that_does_not_start(machine: Path) -> None:
    write_script(machine / "tools" / "chromium", "exit 127")
    assert any(note.split().count("chromium") for note in run_ci(machine))
