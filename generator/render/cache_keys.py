"""By what key the page of a project is remembered: another key means that it may come out another."""

from collections.abc import Iterable

from generator.model.assessment import Assessment
from generator.model.finding import Finding
from generator.model.project import Place
from generator.render.views.project import Background
from generator.runtime.cache import make_key


class PageKeys:
    """Digests all that the page of a project is made of, but for the program and its templates."""

    def __init__(self, background: Background) -> None:
        """Digest once what all pages share."""
        self._background = background
        shared = (
            background.site.model_dump_json(),
            background.organisations.model_dump_json(),
            *(f"{name} {one.model_dump_json()}" for name, one in sorted(background.profiles.items())),
            background.edition,
            repr(background.glossary),
        )
        self._shared = make_key(shared)
        self._forms: dict[Place, str] = {}

    def take(self, assessment: Assessment, findings: Iterable[Finding]) -> str:
        """Digest a project's form and the forms of its other years, what was found, and what git knows of it."""
        place, timeline = assessment.project.place, self._background.timelines.trace(assessment)
        years = timeline.years if timeline else (assessment,)
        forms = (f"{one.project.id} {self._digest_form(one)}" for one in years)
        history = self._background.history.get(place.path)
        return make_key((self._shared, place.id, *forms, *map(repr, findings), repr(history)))

    def _digest_form(self, assessment: Assessment) -> str:
        place = assessment.project.place
        if place not in self._forms:
            self._forms[place] = make_key((assessment.project.form.model_dump_json(),))
        return self._forms[place]
