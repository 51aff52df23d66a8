"""Every link of the built site leads somewhere, to the very heading or row that it names: by LinkChecker."""

import csv
import subprocess
import sys
from pathlib import Path

from tests.conftest import serve_folder

SETTINGS = """
[checking]
maxrequestspersecond=1000
threads=4
[filtering]
checkextern=0
[output]
status=0
verbose=1
[AnchorCheck]
"""
STARTS = ("", "404.html", "sitemap.xml")
"""Where to begin: pages that no link leads to are in the map of the site."""


def check_links(site: Path, folder: Path) -> list[dict[str, str]]:
    """Follow all links of a site that stay in it; give what was met, a line for each address."""
    settings = folder / "linkchecker.ini"
    settings.write_text(SETTINGS, encoding="utf-8")
    with serve_folder(site, LinkChecker="as fast as you can") as server:
        starts = [server + start for start in STARTS if (site / (start or "index.html")).is_file()]
        command = [
            sys.executable,
            "-m",
            "linkcheck",
            "-f",
            str(settings),
            "--no-robots",
            "-o",
            "csv",
            *starts,
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = [line for line in done.stdout.splitlines() if not line.startswith("# ")]
    assert lines, done.stderr
    return list(csv.DictReader(lines, delimiter=";"))


def list_faults(met: list[dict[str, str]]) -> list[str]:
    return [
        f"{one['parentname']} -> {one['urlname']}: {one['result']} {one['warningstring']}"
        for one in met
        if one["valid"] != "True" or one["warningstring"]
    ]


def test_every_link_of_the_site_leads_somewhere(grown: Path, tmp_path: Path) -> None:
    met = check_links(grown, tmp_path)
    assert list_faults(met) == []
    seen = {one["url"].partition("#")[0].split("/", 3)[3] for one in met}
    assert {"updates/feed.xml", "data/jixiao.sqlite", "404.html"} <= seen
    assert len(seen) > 150


def test_links_to_nowhere_are_found(tmp_path: Path) -> None:
    links = ["nowhere/", "#nowhere", "page/#没有"]
    anchors = "".join(f'<a href="{link}">a</a>' for link in ["page/#有", *links])
    (tmp_path / "index.html").write_text(
        f'<meta charset="utf-8"><h1 id="top">a</h1>{anchors}', encoding="utf-8"
    )
    (tmp_path / "page").mkdir()
    (tmp_path / "page/index.html").write_text('<h1 id="有">a</h1><a href="../#top">a</a>', encoding="utf-8")
    faults = list_faults(check_links(tmp_path, tmp_path))
    assert len(faults) == len(links)
    assert all(any(f"-> {link}: " in fault for fault in faults) for link in links)
