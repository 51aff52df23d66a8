"""Scoring a project by a profile, with every sum spelled out so that a reader can redo it on paper.

- `sheet`: the whole form: execution and rows, the total, the grade
- `execution`: points for budget execution
- `rows`: points for one indicator: what it claims, what the rule gives, what is accepted
- `ceilings`: costs that are meant as a bound where their name says so
- `judging`: what the rule gives for one indicator, by the kind of its values, with `shares` for missed quantities
- `wholes`: shares that cannot be more than 100 %
- `gaps`: what keeps a form from being whole, and how much of its points is known
- `points`: rounding, accepting a claim, and what became of it in words
"""

from generator.scoring.rows import score_row
from generator.scoring.sheet import score_project
from generator.scoring.wholes import find_beyond_whole

__all__ = ["find_beyond_whole", "score_project", "score_row"]
