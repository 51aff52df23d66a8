"""TOML files into a corpus, or into findings: nothing that lies in a content folder ever raises.

- `content`: the whole folder, from `survey` (which file is what) and `folders` (what may be opened) to the corpus
- `documents`: one file, by `files` (bytes to text), `characters` (none that nobody sees), `syntax` (text to table) and
  `structure` (table to model); each step gives something `parsed`
- `organisations`, `profiles` (with `merging`), `places`: what files say about one another
- `faults`: the catalogue of all that can be wrong
- `syntax_fault`, `syntax_wording`, with `statements` and `lines`: what the parser of TOML complains of, in Chinese
- `problem`, `wording`: what pydantic complains of, in Chinese
- `keys`, `shown`, `mending`: keys and values in a message, and what to write instead
- `schema`: the JSON Schema of project files, for editors
"""

from generator.load.corpus import load
from generator.load.documents import parse_form
from generator.load.faults import LOADING_FAULTS
from generator.load.folders import read_listed_text
from generator.load.parsed import Parsed
from generator.load.syntax import clear_faults

__all__ = ["LOADING_FAULTS", "Parsed", "clear_faults", "load", "parse_form", "read_listed_text"]
