"""Scoring a project by a profile, with every sum spelled out so that a reader can redo it on paper.

- `sheet`: the whole form: execution and rows, the total, the grade
- `execution`: points for budget execution
- `placing`: points that stand at a goal or at the whole, where rows have none
- `rows`: points for the indicators: what each claims, what the rule gives, what is accepted
- `ceilings`: costs that are meant as a bound where their name says so
- `judging`: what the rule gives for one indicator, by the kind of its values (`questions` is what it is asked and
  answers); `missed` and `exceeding` for numbers, with `shares` of them, `parents` for rows judged by their 其中 rows,
  `methods` for the ways to score that a profile has, `groups` for its groups
- `wholes`: shares that cannot be more than 100 %
- `gaps`: what keeps a form from being whole, and how much of its points is known
- `points`: rounding, accepting a claim, and what became of it in words
"""

from generator.score.groups import find_group
from generator.score.indicator import is_either_way
from generator.score.parents import gather_parts
from generator.score.rows import score_row
from generator.score.sheet import score_project
from generator.score.wholes import find_beyond_whole

__all__ = ["find_beyond_whole", "find_group", "gather_parts", "is_either_way", "score_project", "score_row"]
