"""The Atom feed, held against RFC 4287."""

from dataclasses import replace
from datetime import date, timedelta
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.organisations import Organisations
from generator.model.project import Place
from generator.model.site import Edition, Site
from generator.model.update import News, Update, UpdateKind
from generator.render.feed import FeedWriter
from tests.render.atom import ATOM, find_faults, read_feed
from tests.render.hostile import TEXTS
from tests.render.samples import ORGANISATIONS, SITE

DAY = date(2024, 5, 2)
HERE = SITE.model_copy(update={"url": "https://site.test/under"})
UPDATE = Update(
    "2023/dangqun/dangjian",
    DAY,
    UpdateKind.CHANGED,
    2023,
    "dangqun",
    Place(2023, "dangqun", "dangjian"),
    "党建工作专项经费",
    ("改了得分（1 行）", "表上的总分由 96 改为 95"),
)
EARLIER = replace(UPDATE, day=DAY - timedelta(3), kind=UpdateKind.PUBLISHED, details=())
REMOVED = Update("2022/yiyuan", DAY, UpdateKind.REMOVED, 2022, "yiyuan", name="2 张自评表")
ALL = (UPDATE, REMOVED, EARLIER)


def write(
    *updates: Update,
    site: Site = HERE,
    organisations: Organisations = ORGANISATIONS,
    edition: Edition = Edition.PUBLIC,
) -> str:
    text = FeedWriter(organisations, site, edition).write(News(updates, is_known=True))
    assert text is not None
    return text


def find(element: Element, name: str) -> str:
    return element.findtext(f"{ATOM}{name}") or ""


def list_entries(text: str) -> list[Element]:
    return read_feed(text).findall(f"{ATOM}entry")


def test_a_feed_holds_to_the_standard() -> None:
    assert find_faults(write(*ALL)) == []


def test_an_update_without_a_day_is_left_to_the_page() -> None:
    assert write(replace(UPDATE, day=None), EARLIER) == write(EARLIER)


def test_a_feed_with_nothing_to_tell_holds_to_it_too() -> None:
    text = write()
    assert find_faults(text) == []
    assert find(read_feed(text), "updated") == "1970-01-01T00:00:00Z"


def test_without_an_address_of_the_site_there_is_no_feed() -> None:
    assert FeedWriter(ORGANISATIONS, SITE, Edition.PUBLIC).write(News(ALL)) is None


def test_a_feed_says_whose_it_is_and_when_it_last_changed() -> None:
    feed = read_feed(write(*ALL))
    assert find(feed, "title") == "绩效自评公开：更新"
    assert find(feed, f"author/{ATOM}name") == "示例发布单位"
    assert find(feed, "updated") == "2024-05-02T00:00:00Z"
    assert find(feed, "id") == "https://site.test/under/updates/feed.xml"
    links = {one.get("rel"): one.get("href") for one in feed.findall(f"{ATOM}link")}
    assert links == {
        "self": "https://site.test/under/updates/feed.xml",
        "alternate": "https://site.test/under/updates/",
    }


def test_an_entry_says_what_happened_to_which_project() -> None:
    entry, removed, earlier = list_entries(write(*ALL))
    assert find(entry, "title") == "有更正：党建工作专项经费（社区党群服务中心，2023 年度）"
    assert find(entry, "summary") == "改了得分（1 行）\n表上的总分由 96 改为 95"
    assert find(entry, "updated") == "2024-05-02T00:00:00Z"
    link, category = entry.find(f"{ATOM}link"), entry.find(f"{ATOM}category")
    assert link is not None
    assert link.get("href") == "https://site.test/under/projects/2023/dangqun/dangjian/"
    assert category is not None
    assert category.attrib == {"term": "changed", "label": "有更正"}
    assert find(earlier, "summary") == "新公开"
    assert find(removed, "title") == "已删除：2 张自评表（社区卫生服务中心，2022 年度）"


def test_an_entry_keeps_its_id_whatever_becomes_of_its_project() -> None:
    ids = [find(one, "id") for one in list_entries(write(*ALL))]
    assert ids == [
        "https://site.test/under/updates/#2024-05-02/2023/dangqun/dangjian",
        "https://site.test/under/updates/#2024-05-02/2022/yiyuan",
        "https://site.test/under/updates/#2024-04-29/2023/dangqun/dangjian",
    ]
    later = replace(UPDATE, name="新名", place=Place(2023, "dangqun", "new"), details=())
    assert [find(one, "id") for one in list_entries(write(later))] == ids[:1]


def test_two_updates_of_one_id_are_told_once() -> None:
    text = write(UPDATE, replace(UPDATE, name="另一个"))
    assert find_faults(text) == []
    assert len(list_entries(text)) == 1


def test_a_unit_that_is_entered_no_more_goes_unnamed() -> None:
    (entry,) = list_entries(write(replace(REMOVED, unit="gone")))
    assert find(entry, "title") == "已删除：2 张自评表（2022 年度）"


def test_the_feed_of_the_internal_edition_says_so() -> None:
    assert find(read_feed(write(edition=Edition.INTERNAL)), "title") == "绩效自评公开（内部版）：更新"


@pytest.mark.parametrize("text", TEXTS)
def test_a_hostile_text_reads_as_itself(text: str) -> None:
    site = HERE.model_copy(update={"title": text, "publisher": text, "description": text})
    units = {key: one.model_copy(update={"name": text}) for key, one in ORGANISATIONS.units.items()}
    hostile = replace(UPDATE, name=text, details=(text, text))
    feed = write(hostile, REMOVED, site=site, organisations=ORGANISATIONS.model_copy(update={"units": units}))
    assert find_faults(feed) == []
    shown = text.replace("\x00", "\ufffd").replace("\x1b", "\ufffd").replace("\x02", "\ufffd")
    entry = list_entries(feed)[0]
    assert find(entry, "summary") == "\n".join([shown.replace("\x03", "\ufffd")] * 2)


@given(st.text(st.characters(exclude_categories=())), st.text(min_size=1))
def test_no_text_makes_a_feed_that_cannot_be_read(name: str, detail: str) -> None:
    text = write(replace(UPDATE, name=f"名{name}", details=(f"改{detail}",)))
    text.encode()
    assert find_faults(text) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("<id>https://site.test/under/updates/feed.xml</id>", ""),
        ("<id>https://site.test/under/updates/#2024-05-02/2022/yiyuan</id>", "<id>yiyuan</id>"),
        ("#2024-05-02/2022/yiyuan</id>", "#2024-05-02/2023/dangqun/dangjian</id>"),
        ("2024-05-02T00:00:00Z", "2024-05-02"),
        ("2024-05-02T00:00:00Z", "2024-05-01T00:00:00Z"),
        ("2024-04-29T00:00:00Z", "2024-05-03T00:00:00Z"),
        ('rel="self"', 'rel="related"'),
        ('rel="alternate" type="text/html" href="https://site.test/under/p', 'rel="related" href="https://p'),
        ('href="https://site.test/under/updates/"', 'href="updates/"'),
        ('term="changed"', 'term=""'),
        ('label="有更正"', 'name="有更正"'),
        ("<summary>", "<description/><summary>"),
        ("<name>示例发布单位</name>", ""),
        ("<author>\n<name>示例发布单位</name>\n</author>", ""),
        ("<name>示例发布单位</name>", "<name> </name>"),
        ("<entry>", "<entry>文字"),
        ("<summary>", '<summary type="html">'),
        ("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#"),
    ],
)
def test_what_is_against_the_standard_is_seen(right: str, wrong: str) -> None:
    text = write(*ALL)
    assert right in text
    assert find_faults(text.replace(right, wrong, 1)) != []
