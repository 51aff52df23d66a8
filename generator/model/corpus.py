"""Everything that was loaded from a content folder, together."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.finding import Finding
from generator.model.organisations import Organisations
from generator.model.profile import Profile
from generator.model.project import Place, Project
from generator.model.site import Defaults, Site


@dataclass(frozen=True, slots=True)
class TextPage:
    """A hand-written page of `pages/*.md`: its name without the ending, and its Markdown."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """A content folder in memory, projects in order of year, unit and slug, with what was wrong in it.

    `files` are the TOML files that were looked at; `site` is None when `site.toml` could not be read, and
    `default_profile` is what it says of the profile even then. Every profile that a project needs is there.
    `places` are those of all project files, also of such as have errors.
    """

    site: Site | None
    organisations: Organisations
    profiles: Mapping[str, Profile]
    projects: tuple[Project, ...]
    pages: tuple[TextPage, ...]
    findings: tuple[Finding, ...]
    files: tuple[str, ...]
    default_profile: str = ""
    places: frozenset[Place] = frozenset()

    @property
    def defaults(self) -> Defaults:
        """The profiles by which forms are judged that name none."""
        return (
            Defaults(self.site.profile, self.site.profiles) if self.site else Defaults(self.default_profile)
        )

    def profile_of(self, project: Project) -> Profile:
        """Find the profile by which a project is scored; loading has made sure that it is there."""
        return self.profiles[project.form.profile or self.defaults.find(project.place.year)]
