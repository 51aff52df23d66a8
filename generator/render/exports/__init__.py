"""Open data: everything that the site shows, as files that people and programs can take away.

- `columns`: the tables, column by column (`project_columns` that of projects), each by its kind (`column_kinds`)
  and by how it is read from one of the `sources`; `rows`: their rows, out of assessments; `cells`: what a cell can be
- `delimited`, `documents`, `workbook`, `database`: the same rows as CSV, JSON, XLSX and SQLite
- `provenance`, `package`, `schema`, `notes`: what is said about the data, to people and to programs
- `bundle`, `whole`: all files, by year and over all years
"""

from generator.render.exports.bundle import Contents, export_files
from generator.render.exports.columns import DATA_SET
from generator.render.exports.provenance import Provenance

__all__ = ["DATA_SET", "Contents", "Provenance", "export_files"]
