"""What the command prints: one renderer a format, all of them pure functions from facts to text.

- `report`: what a check reports, by `located` findings (with `positions`), chosen by `selection`
- `findings_*`: a renderer for each of the `formats` of a report
- `scores_*`: score sheets; `rules_text`: the pages of rules
- `changes_*`, `change_lines`: what a change means
- `printable`, `quoting`, `comments`: hostile text in a terminal, in Markdown, and how much a comment may hold
- `terminal`: the progress bar
"""
