"""`jixiao new`: the file of a new form, where it lies, and which earlier form it takes over from."""

from pathlib import Path

import typer

from generator.check.checking import CannotRunError, require_folder, writing
from generator.cli import options
from generator.cli.app import Setting, app, hand_over
from generator.cli.localisation import ChineseCommand
from generator.load import load
from generator.load.form_template import draft_form
from generator.load.places import Units, read_place
from generator.load.quoting import shorten
from generator.model.corpus import Corpus
from generator.model.form import FormKind
from generator.model.profile import Profile
from generator.model.project import Place, Project

TARGET_ENDING = "-target"
"""What the id of a target form ends with, behind the id of the project whose targets it sets."""


@app.command(cls=ChineseCommand)
def new(
    context: typer.Context,
    at: options.NewPlace,
    origin: options.OriginPlace = None,
    kind: options.OfKind = None,
) -> None:
    """新建一张自评表的模板；有当年的目标申报表或者上年的表，就沿用它的指标和指标值。"""
    setting: Setting = context.obj
    hand_over(f"{start_form(setting.content, at, origin, kind)}\n")


def start_form(content: Path, at: str, origin: str | None = None, kind: FormKind | None = None) -> Path:
    """Write the template of a form at `at`, such as `2024/unit/slug`, and tell where it is.

    It takes over from `origin`, or else from the target form of the same year (`2024/unit/slug-target`), or else from
    the form at the same unit and slug of the year before, if there is one. Raises CannotRunError where that is not
    possible, and never touches a file that is there.
    """
    require_folder(content)
    wanted = _read_place(at, None)
    others = [_read_place(origin, None).unit] if origin else []
    corpus = load(content, units=(wanted.unit, *others))
    place = _read_place(at, Units(corpus.organisations.units))
    file = content / place.path
    if file.exists() or file.is_symlink():
        raise CannotRunError(f"{file} 已经有了，没有改动。")
    earlier = _find_origin(corpus, place, origin)
    profile = _find_profile(corpus, place, earlier)
    _write_new_file(file, draft_form(profile, place, earlier, kind), content)
    return file


def _read_place(text: str, units: Units | None) -> Place:
    if text.count("/") != 2:
        example = "如 2024/xianghuaqiao-dangqun/dangjian-gongzuo"
        raise CannotRunError(f"“{shorten(text)}”不是 年度/单位代号/项目代号 的写法，{example}。")
    place = read_place(f"projects/{text}.toml", units)
    if place.value is None or place.findings:
        raise CannotRunError(f"{place.findings[0].message}{place.findings[0].suggestion}")
    return place.value


def _find_origin(corpus: Corpus, place: Place, origin: str | None) -> Project | None:
    """Find the form to take over from; one that was named must be there, and one that is there must be in order."""
    usual = Place(place.year - 1, place.unit, place.slug)
    target = Place(place.year, place.unit, f"{place.slug}{TARGET_ENDING}")
    there = target if target in corpus.places else usual
    wanted = there if origin is None else _read_place(origin, None)
    found = next((one for one in corpus.projects if one.place == wanted), None)
    if found is None and wanted in corpus.places:
        raise CannotRunError(f"{wanted.path} 里有必须改正的问题，不能沿用。请先运行 jixiao check 查看。")
    if found is None and origin is not None:
        raise CannotRunError(f"找不到要沿用的表 {wanted.path}。")
    return found


def _find_profile(corpus: Corpus, place: Place, earlier: Project | None) -> Profile:
    name = (earlier.form.profile if earlier else "") or corpus.defaults.find(place.year)
    if name not in corpus.profiles:
        raise CannotRunError("site.toml 里的默认评分办法用不了。请先运行 jixiao check 查看。")
    return corpus.profiles[name]


def _write_new_file(file: Path, text: str, content: Path) -> None:
    """Write a file that is not there yet, and through no link below the content folder."""
    if file.resolve() != content.resolve() / file.relative_to(content):
        raise CannotRunError(f"{file.parent} 是链接，不能写。请删去这个链接，另建文件夹。")
    with writing(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as new:
            new.write(text)
