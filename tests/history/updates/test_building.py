"""What is new, from git's log to the built site."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.corpus import make_corpus
from generator.model.site import Edition
from generator.publish.order import BuildOrder
from tests.builds import FIRST, SECOND, leave_out_rules, list_times, replace, run
from tests.render.atom import ATOM, find_faults, read_feed
from tests.repositories import ENVIRONMENT, git

PAGE, FEED = "updates/index.md", "updates/feed.xml"


def commit_on(root: Path, day: str) -> None:
    """Commit everything, as somebody whose name no page may show."""
    for who in ("AUTHOR", "COMMITTER"):
        ENVIRONMENT[f"GIT_{who}_DATE"] = f"{day}T09:30:00+08:00"
        ENVIRONMENT[f"GIT_{who}_NAME"], ENVIRONMENT[f"GIT_{who}_EMAIL"] = "张三丰", "zhang.sanfeng@unit.test"
    git(root, "add", "--all", "content")
    git(root, "commit", "-q", "-m", "李四的说明")


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A repository of two days with its build: one project corrected on the second, another still a draft."""
    with pytest.MonkeyPatch.context() as patch:
        leave_out_rules(patch)
        for name in ("DATE", "NAME", "EMAIL"):
            for who in ("AUTHOR", "COMMITTER"):
                patch.setitem(ENVIRONMENT, f"GIT_{who}_{name}", "")
        root = tmp_path_factory.mktemp("repository")
        content = root / "content"
        git(root, "init", "-q")
        make_corpus(content, 3)
        replace(content / "site.toml", "profile =", 'url = "https://site.test/under"\nprofile =')
        replace(content / SECOND, 'status = "published"', 'status = "draft"')
        commit_on(root, "2024-03-01")
        replace(content / FIRST, 'expected = "', 'expected = "改了：')
        commit_on(root, "2024-05-02")
        run(BuildOrder(content, root / "build"))
        yield root


def read_updates(order: BuildOrder) -> dict[str, str]:
    return {path: (order.docs / path).read_text(encoding="utf-8") for path in (PAGE, FEED, "index.md")}


def list_entries(order: BuildOrder) -> list[tuple[str, str]]:
    entries = read_feed(read_updates(order)[FEED]).findall(f"{ATOM}entry")
    return [(one.findtext(f"{ATOM}updated", "")[:10], one.findtext(f"{ATOM}id", "")) for one in entries]


def test_the_built_site_has_a_feed_that_holds_to_the_standard(order: BuildOrder) -> None:
    feed = (order.site / FEED).read_text(encoding="utf-8")
    assert find_faults(feed) == []
    days = [day for day, _ in list_entries(order)]
    assert days[0] == "2024-05-02"
    assert {*days[1:]} == {"2024-03-01"}


def test_every_page_leads_readers_to_the_feed(order: BuildOrder) -> None:
    for page, way in (("index.html", "updates/feed.xml"), ("updates/index.html", "feed.xml")):
        html = (order.site / page).read_text(encoding="utf-8")
        (link,) = re.findall(r"<link [^>]*application/atom[^>]*>", html)
        assert 'rel="alternate' in link
        assert f'href="{way}"' in link
    project = order.site / FIRST.removesuffix(".toml") / "index.html"
    assert 'href="../../../../updates/feed.xml"' in project.read_text(encoding="utf-8")


def test_no_page_leads_to_a_feed_that_is_not_there(order: BuildOrder) -> None:
    replace(order.content / "site.toml", "https://site.test/under", "")
    run(order)
    assert not (order.docs / FEED).exists()
    assert not (order.site / FEED).exists()
    assert "feed.xml" not in (order.site / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("edition", Edition)
def test_no_person_is_named(order: BuildOrder, edition: Edition) -> None:
    run(BuildOrder(order.content, order.folder, edition))
    text = "".join(read_updates(order).values())
    assert not any(secret in text for secret in ("张三丰", "sanfeng", "unit.test", "李四"))


def test_a_draft_is_told_in_the_internal_edition_only(order: BuildOrder) -> None:
    draft = SECOND.removeprefix("projects/").removesuffix(".toml")
    assert not any(draft in text for text in read_updates(order).values())
    run(BuildOrder(order.content, order.folder, Edition.INTERNAL))
    assert draft in read_updates(order)[PAGE]
    assert draft in read_updates(order)[FEED]


def test_what_is_hidden_or_removed_leaves_neither_name_nor_id(order: BuildOrder) -> None:
    gone = FIRST.removeprefix("projects/").removesuffix(".toml")
    assert gone in read_updates(order)[FEED]
    replace(order.content / FIRST, 'status = "published"', 'status = "draft"')
    commit_on(order.content.parent, "2024-06-01")
    run(order)
    assert not any(gone in text for text in read_updates(order).values())
    replace(order.content / FIRST, 'status = "draft"', 'status = "published"')
    commit_on(order.content.parent, "2024-06-02")
    (order.content / FIRST).unlink()
    commit_on(order.content.parent, "2024-06-03")
    run(order)
    assert not any(gone in text for text in read_updates(order).values())
    assert list_entries(order)[0] == (
        "2024-06-03",
        "https://site.test/under/updates/#2024-06-03/2019/hecheng-0000",
    )


def test_same_commit_gives_the_same_bytes_elsewhere(order: BuildOrder, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", f"file://{order.content.parent}", "clone")
    clone = BuildOrder(tmp_path / "clone/content", tmp_path / "elsewhere")
    run(clone)
    assert read_updates(clone) == read_updates(order)


def test_rebuild_after_a_commit_touches_only_what_it_shows_in(order: BuildOrder) -> None:
    replace(order.content / FIRST, 'expected = "', 'expected = "又改了：')
    commit_on(order.content.parent, "2024-06-01")
    before = list_times(order)
    run(order)
    changed = {path for path, time in list_times(order).items() if time != before.get(path)}
    own = {path for path in changed if path.endswith((".md", "index.html", FEED)) and "pagefind" not in path}
    project = FIRST.removesuffix(".toml")
    assert own == {
        *(str(order.docs / path) for path in ("index.md", PAGE, FEED, f"{project}.md")),
        *(str(order.site / path) for path in ("index.html", "updates/index.html", FEED)),
        str(order.site / project / "index.html"),
    }


def test_rebuild_of_the_same_commit_touches_nothing(order: BuildOrder) -> None:
    before = list_times(order)
    run(order)
    assert list_times(order) == before


def test_a_shallow_clone_says_that_it_is_one(order: BuildOrder, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{order.content.parent}", "clone")
    clone = BuildOrder(tmp_path / "clone/content", tmp_path / "elsewhere")
    run(clone)
    assert "没有取来全部的更改记录" in read_updates(clone)[PAGE]
    assert list_entries(clone) == []
    assert find_faults(read_updates(clone)[FEED]) == []
