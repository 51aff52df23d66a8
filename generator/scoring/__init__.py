"""Scoring a project by a profile, with every sum spelled out so that a reader can redo it on paper.

- `sheet`: the whole form: execution and rows, the total, the grade
- `execution`: points for budget execution
- `rows`: points for one indicator: what it claims, what the rule gives, what is accepted
- `judging`: what the rule gives for one indicator, by the kind of its values, with `shares` for missed quantities
- `points`: rounding, accepting a claim, and what became of it in words
"""

from generator.scoring.rows import score_row
from generator.scoring.sheet import score_project

__all__ = ["score_project", "score_row"]
