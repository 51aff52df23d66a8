"""The finished index beside the site, `<site>/pagefind/<shard>/`, and the list of shards for the browser.

    pagefind/shards.json     [{"name": "pages", "digest": "4f0c…"}, {"name": "2023", "digest": "91ab…"}]

Pages do not name the shards: with a new year, only the list changes.
"""

import json
import os
import shutil
from pathlib import Path

from generator.search.documents import PAGES
from generator.search.indexing import IndexFolders, list_bundles

FOLDER = "pagefind"
_LIST = "shards.json"
_DIGITS = 16


def publish_index(folders: IndexFolders, site: Path) -> None:
    """Bring the site's index in line with the bundles; what is there already stays as it is.

    To be called after MkDocs, whose clean build empties the site, and after the indexing run is over.
    """
    target = site / FOLDER
    wanted = {shard: digest[:_DIGITS] for shard, digest in list_bundles(folders).items()}
    present = _read_list(target)
    target.mkdir(parents=True, exist_ok=True)
    for entry in list(target.iterdir()):
        if entry.name != _LIST and (
            entry.name not in wanted or wanted[entry.name] != present.get(entry.name)
        ):
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
    if wanted != present:  # a copy that is interrupted must not look whole
        (target / _LIST).unlink(missing_ok=True)
    for shard in wanted:
        if not (target / shard).is_dir():
            shutil.copytree(folders.bundles / shard, target / shard, copy_function=_link_or_copy)
    _write_list(target, wanted)


def _read_list(target: Path) -> dict[str, str]:
    try:
        listed = json.loads((target / _LIST).read_text(encoding="utf-8"))
        return {one["name"]: one["digest"] for one in listed}
    except (OSError, ValueError, TypeError, KeyError):
        return {}


def _write_list(target: Path, shards: dict[str, str]) -> None:
    """Write the list, the pages that are no projects first, then the newest year."""
    names = sorted(shards, key=lambda name: (name == PAGES, name), reverse=True)
    text = json.dumps([{"name": name, "digest": shards[name]} for name in names]) + "\n"
    file = target / _LIST
    if not file.is_file() or file.read_text(encoding="utf-8") != text:
        file.write_text(text, encoding="utf-8")


def _link_or_copy(source: str, target: str) -> None:
    """Link a file, which is three times as fast; bundles are never changed in place, only replaced."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
