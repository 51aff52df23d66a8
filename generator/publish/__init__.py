"""Markdown into a site: MkDocs, what is kept of a build, and files put in place."""
