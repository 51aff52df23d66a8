"""The facts and judgements of the project as plain values: no I/O, no formatting.

- `finding`: what is wrong in content
- `form`: one self-evaluation form as its file says it
- `project`: a form in its place (year, unit, slug)
- `organisations`, `site`: who publishes and who files
- `web_address`: what may be linked to
- `profile`: the scoring rules of one 办法
- `value`: what a 指标值 or 完成值 means
- `assessment`: the score sheet of a project
- `case`: the facts that rules judge
- `rule_page`: the published page of a rule
- `summary`: totals over projects
- `corpus`: everything that was loaded, together
- `search_document`: a page as search sees it
- `history`: what git knows of a file
- `timeline`: a project through its years
- `change`: two revisions held against each other
"""
