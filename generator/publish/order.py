"""What is to be built, by what, and where its parts lie in the build folder."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.history.log import read_today
from generator.model.site import Edition
from generator.publish.mkdocs import Publication, find_settings
from generator.publish.state import Completion, take_fingerprint
from generator.render.search import FOLDER, IndexFolders
from generator.runtime.cache import Memory


@dataclass(frozen=True, slots=True)
class Press:
    """What makes the site: MkDocs' settings, the publisher's own in their place, and the fingerprint of all of it."""

    settings: Path
    particulars: Mapping[str, str]
    fingerprint: str

    @classmethod
    def make(cls, order: "BuildOrder", particulars: Mapping[str, str]) -> "Press":
        """Find the settings, and digest the whole program."""
        settings, edition = order.settings or find_settings(), order.edition
        return cls(settings, particulars, take_fingerprint(settings, (edition, *particulars.values())))


@dataclass(frozen=True, slots=True)
class BuildOrder:
    """What to build: from which content, into which folder, for whom, whether from scratch, by which `mkdocs.yml`.

    No date is believed that lies after `read_today`, as whoever made a commit may have written any. It decides nothing
    else, so that the same content gives the same site on every day on which all its dates have come.
    """

    content: Path
    folder: Path
    edition: Edition = Edition.PUBLIC
    clean: bool = False
    read_today: Callable[[], date] = read_today
    settings: Path | None = None

    @property
    def docs(self) -> Path:
        """The Markdown."""
        return self.folder / "docs"

    @property
    def site(self) -> Path:
        """The site."""
        return self.folder / "site"

    @property
    def fresh(self) -> Path:
        """The next site, in the making."""
        return self.folder / "site.new"

    @property
    def index(self) -> IndexFolders:
        """The search index in the making."""
        return IndexFolders.below(self.folder)

    @property
    def completion(self) -> Completion:
        """Whether the last build was completed, and by what."""
        return Completion(self.folder / "complete")

    @property
    def memory(self) -> Path:
        """What the last build made of each project."""
        return self.folder / "memory.json"

    @property
    def parts(self) -> tuple[Path, ...]:
        """All that a build clears out or writes."""
        folders = (self.docs, self.site, self.fresh, self.index.source, self.index.bundles)
        return (*folders, self.memory, self.completion.file)

    def publication(self, press: Press, pages: int) -> Publication:
        """Say what MkDocs is to do."""
        return Publication(
            settings=press.settings,
            docs=self.docs,
            site=self.site,
            fresh=self.fresh,
            particulars=press.particulars,
            pages=pages,
            search=FOLDER,
            noindex=self.edition is Edition.INTERNAL,
        )

    def remember(self, press: Press) -> Memory:
        """Remember what the same press made before; nothing for a build from scratch."""
        if self.clean:
            return Memory(self.docs, press.fingerprint, {})
        return Memory.load(self.memory, self.docs, press.fingerprint)

    def can_reuse_site(self, press: Press) -> bool:
        """Tell whether the last build was whole and made by the same press, and none from scratch is wanted."""
        return (
            not self.clean
            and self.completion.is_of(press.fingerprint)
            and (self.site / "index.html").is_file()
        )
