"""What rules judge, gathered once from corpus and score sheets, so that no rule parses or adds up anything.

- `gathering`: the way in, from all assessments to a case each
- `rows`: one indicator with all of the following
- `explanations`: what the reason for a deviation says, and what it gives away
- `cells`: what the cells of a row are worth by themselves
- `funds`: the printed rate, and what the form says of how its money was spent
- `sums`: what the sources of the funds table add up to
- `spending`: rows that repeat the funds table
- `goals`: the sums that goals name, and goals that say nothing
- `instructions`: what blank forms print in their cells
- `heads`: points printed at the heads of groups
- `years`: cells that name another year than the form's
- `persons`: numbers of persons in public texts
- `series`: the same project a year before
- `timelines`: the same project through all its years, for its page
- `collection`: what only all projects together tell
"""

from generator.check.facts.gathering import Facts, gather_facts

__all__ = ["Facts", "gather_facts"]
