"""The way in: from the projects of an edition to everything that is told of them together."""

from collections.abc import Sequence

from generator.model.assessment import Assessment
from generator.model.corpus import Corpus
from generator.model.overview import Overviews
from generator.model.summary import Summaries
from generator.summarise.coverage import cover_years
from generator.summarise.deviations import find_deviations, find_largest, find_shared_reasons
from generator.summarise.disclosures import describe_departments, describe_units
from generator.summarise.indicators import gather_indicators


def gather_overviews(assessments: Sequence[Assessment], summaries: Summaries, corpus: Corpus) -> Overviews:
    """Gather the overviews of the projects that an edition shows; withdrawn ones count in none."""
    ordered = sorted(assessments, key=lambda one: one.project.place)
    counted = [one for one in ordered if one.counts]
    deviations = find_deviations(counted, corpus.organisations)
    return Overviews(
        indicators=gather_indicators(counted, corpus.profiles.values()),
        deviations=deviations,
        largest=find_largest(deviations),
        shared_reasons=find_shared_reasons(counted),
        coverage=cover_years([one for one in ordered if one.is_self_evaluation], corpus.organisations),
        departments=describe_departments(summaries, deviations, corpus.organisations),
        units=describe_units(summaries, deviations, corpus.organisations),
    )
