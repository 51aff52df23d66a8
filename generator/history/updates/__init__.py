"""What is new on the site: the steps of git's log, held against what an edition shows.

- `versions`: a form as it was at some time, read from its old text as far as it can be
- `wording`: what differs between two versions, in words
- `gathering`: the steps into updates
"""

from generator.history.updates.gathering import gather_news

__all__ = ["gather_news"]
