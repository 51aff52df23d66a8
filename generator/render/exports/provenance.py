"""Where data comes from, by what right it is used, and what it was made by: said in every download."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from generator.model.profile import Profile
from generator.model.site import Edition, Site
from generator.text.cleaning import clean_text

_SHORT = 12
"""So many digits tell a commit from all others of a repository; in a cell of every row they are enough."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """What is said of data. `revision` is the last commit that changed what it holds, None where it is not known."""

    site: Site
    edition: Edition
    revision: str | None
    rule_set: str
    profiles: Mapping[str, str]

    @classmethod
    def of(
        cls,
        site: Site,
        edition: Edition,
        revision: str | None,
        rule_set: str,
        profiles: Mapping[str, Profile],
    ) -> "Provenance":
        """Take down what data was made by; a profile's version is a digest of all that it says."""
        versions = {name: _digest(profile) for name, profile in sorted(profiles.items())}
        return cls(site, edition, revision, rule_set, versions)

    def locate(self, address: str) -> str:
        """Make a whole address of one from the root of the site, where the site says where it stands."""
        root = clean_text(self.site.url).rstrip("/")
        return f"{root}/{address}" if root else str(address)

    def describe(self, address: str) -> dict[str, Any]:
        """Describe a download whose source page has this address from the root of the site."""
        site = self.site
        return {
            "title": clean_text(site.title),
            "publisher": clean_text(site.publisher),
            "source": self.locate(address),
            "licence": {"name": clean_text(site.licence.name), "url": clean_text(site.licence.url)},
            "repository": clean_text(site.repository),
            "revision": self.revision,
            "rule_set": self.rule_set,
            "profiles": dict(self.profiles),
            "edition": self.edition.value,
        }

    @property
    def short_revision(self) -> str:
        """As much of the revision as tells it from others; empty where it is not known."""
        return (self.revision or "")[:_SHORT]

    @property
    def versions(self) -> str:
        """The profiles with their versions, on one line."""
        return " ".join(f"{name}@{version}" for name, version in self.profiles.items())


def _digest(profile: Profile) -> str:
    return blake2b(profile.model_dump_json().encode("utf-8", "replace"), digest_size=6).hexdigest()
