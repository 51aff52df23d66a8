"""What rules judge, gathered once from corpus and score sheets, so that no rule parses or adds up anything.

- `gathering`: the way in, from all assessments to a case each
- `rows`: one indicator with all of the following
- `explanations`: what the reason for a deviation says, and what it gives away
- `cells`: values and names that say nothing
- `funds`: the rate that the form prints, and what it says of how its money was spent
- `texts`: what the public would read, the sums of money named in it, and numbers of persons
- `series`: the same project a year before
- `collection`: what only all projects together tell
"""

from generator.facts.gathering import Facts, gather_facts

__all__ = ["Facts", "gather_facts"]
