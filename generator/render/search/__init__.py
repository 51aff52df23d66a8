"""Search over every page of the site, by Pagefind, in a way that finds every part of a Chinese text.

- `documents`: what search sees of each page, by shard
- `spreading`, `rendering`: a document as the HTML that Pagefind reads
- `indexing`: Pagefind, run only for shards that changed, beside the rest of the build
- `bundle`: the index beside the site
- in the theme (`pages/theme/assets/javascripts/search*.js`): the box, the dialog and the queries
"""

from generator.render.search.bundle import FOLDER, publish_index
from generator.render.search.documents import gather_documents
from generator.render.search.indexing import IndexFolders, IndexingError, IndexRun, start_indexing

__all__ = [
    "FOLDER",
    "IndexFolders",
    "IndexRun",
    "IndexingError",
    "gather_documents",
    "publish_index",
    "start_indexing",
]
