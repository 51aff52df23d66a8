"""The site's pages as Markdown: views (what a page says), templates (how), and writing only what changed.

- `render`: the way in; a `Renderer` turns assessments and summaries into page texts
- `views_*`: one frozen view per template, everything in them ready to be printed
- `formats`, `addresses`, `escaping`: numbers, links and hostile text
- `write`: the folder of pages, kept in step with what was rendered
"""
