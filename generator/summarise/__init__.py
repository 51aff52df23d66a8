"""What all projects of an edition together tell, computed once for the pages and for `jixiao report`.

- `indicators`: indicators in use, how often they were met, which targets were set
- `deviations`: rows that lost points, and what the next year's form says of them
- `coverage`: who was to file and who did
- `disclosures`: the paragraphs for the final accounts
"""

from generator.summarise.overviews import gather_overviews

__all__ = ["gather_overviews"]
