"""A project: a form in its place in the content tree."""

from dataclasses import dataclass

from generator.model.form import Form


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a form lies: `projects/<year>/<unit>/<slug>.toml`, and so what its permanent address is."""

    year: int
    unit: str
    slug: str

    @property
    def id(self) -> str:
        """The project's id, such as `2023/xianghuaqiao-dangqun/dangjian`."""
        return f"{self.year}/{self.unit}/{self.slug}"

    @property
    def path(self) -> str:
        """The file, relative to the content folder."""
        return f"projects/{self.id}.toml"


@dataclass(frozen=True, slots=True)
class Project:
    """One project of one year, as filed."""

    place: Place
    form: Form

    @property
    def id(self) -> str:
        """The project's id; see `Place.id`."""
        return self.place.id
