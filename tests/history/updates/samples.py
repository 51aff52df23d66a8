"""A repository made of a dictionary: texts by their names, and the steps between them."""

from collections.abc import Iterable, Mapping
from datetime import date

from generator.history.updates import gather_news
from generator.model.assessment import Assessment
from generator.model.history import FileHistory, Log, Step
from generator.model.site import Edition
from generator.model.update import News
from tests.render.samples import assess, make_form

DAY = date(2024, 5, 2)
ONE, TWO = (f"projects/2023/dangqun/{slug}.toml" for slug in ("one", "two"))


def text_of(status: str, **cells: object) -> bytes:
    """The text of a form; its cells are numbers or texts."""
    lines = [f"{key} = {value if isinstance(value, int) else repr(value)}" for key, value in cells.items()]
    return "\n".join((f'name = "旧名"\nstatus = "{status}"', *lines)).encode()


TEXTS: Mapping[str, bytes] = {
    **{status: text_of(status) for status in ("draft", "submitted", "reviewed", "published", "withdrawn")},
    "corrected": text_of("published", source="另一处"),
    "remarked": text_of("published") + b'\n[internal]\n"a" = "b"\n',
    "broken": b"name = ",
}


def step(
    before: str | None,
    after: str | None,
    path: str = ONE,
    day: date | None = DAY,
    *,
    place: str = "",
    source: str | None = None,
) -> Step:
    return Step(day, path, place or path, before, after, source)


def shown(path: str = ONE, status: str = "published", **cells: object) -> Assessment:
    _, year, unit, slug = path.removesuffix(".toml").split("/")
    return assess(make_form(status=status, **cells), int(year), unit, slug)


def gather(
    *steps: Step,
    projects: Iterable[Assessment] = (),
    there: Iterable[str] = (),
    edition: Edition = Edition.PUBLIC,
    texts: Mapping[str, bytes] = TEXTS,
) -> News:
    """Gather the news of some steps; of one project that is shown, unless told otherwise."""
    projects = tuple(projects) or (shown(),)
    paths = {one.project.place.path for one in projects}
    log = Log({path: FileHistory(DAY, DAY) for path in paths}, steps)

    def read(ids: Iterable[str]) -> dict[str, bytes]:
        return {id_: texts[id_] for id_ in ids if id_ in texts}

    return gather_news(log, projects, {*paths, *there}, edition, read)
