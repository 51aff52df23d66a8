"""Two revisions of the content held against each other by meaning; nothing is read or written.

- `pairing`: which item of one list is which of another
- `moving`: projects that now lie elsewhere
- `cells`, `rows`, `targets`: what changed within a form
- `findings`: what is new, gone and still there, though rows have shifted
- `snapshots`: the whole, by `projects` and `surroundings`: all projects, and all that lies beside them
"""

from generator.diff.diff import compare_snapshots as compare_snapshots
