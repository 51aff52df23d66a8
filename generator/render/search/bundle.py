"""The finished index beside the site, a folder a shard, and the list of shards for the browser.

    pagefind/2023-91ab…/     a bundle; the next one bears another name, so that no browser's cache mixes the two
    pagefind/shards.json     [{"name": "pages", "folder": "pages-4f0c…"}, {"name": "2023", "folder": "2023-91ab…"}]

Pages do not name the shards: with a new year, only the list changes.
"""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

from generator.render.search.documents import PAGES
from generator.render.search.indexing import IndexFolders, list_bundles
from generator.runtime.placing import link_or_copy

FOLDER = "pagefind"
_LIST = "shards.json"
_PART = ".part"
_DIGITS = 16


def publish_index(folders: IndexFolders, site: Path) -> None:
    """Bring the site's index in line with the bundles; what is there already stays as it is.

    To be called after MkDocs, whose clean build empties the folder, and after the indexing run is over.
    """
    target = site / FOLDER
    target.mkdir(parents=True, exist_ok=True)
    wanted = {shard: f"{shard}-{digest[:_DIGITS]}" for shard, digest in list_bundles(folders).items()}
    for shard, name in wanted.items():
        if not (target / name).is_dir():
            _place_bundle(folders.bundles / shard, target / name)
    _write_list(target / _LIST, wanted)
    for entry in list(target.iterdir()):
        if entry.name not in (_LIST, *wanted.values()):
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()


def _place_bundle(bundle: Path, folder: Path) -> None:
    """Copy a bundle in such a way that a copy that was interrupted never looks whole."""
    part = folder.with_name(folder.name + _PART)
    shutil.rmtree(part, ignore_errors=True)
    shutil.copytree(bundle, part, copy_function=link_or_copy)
    part.rename(folder)


def _write_list(file: Path, shards: Mapping[str, str]) -> None:
    """Put the list in place in one step, the pages that are no projects first, then the newest year.

    The file may be linked into the site that is being read, and must not be written in place.
    """
    names = sorted(shards, key=lambda name: (name == PAGES, name), reverse=True)
    text = json.dumps([{"name": name, "folder": shards[name]} for name in names]) + "\n"
    if not file.is_file() or file.read_text(encoding="utf-8") != text:
        part = file.with_name(file.name + _PART)
        part.write_text(text, encoding="utf-8")
        part.replace(file)
