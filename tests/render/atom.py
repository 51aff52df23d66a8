"""What RFC 4287 demands of an Atom feed, as its grammar (appendix B) and its text have it."""

import re
from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element, fromstring

ATOM = "{http://www.w3.org/2005/Atom}"
_ANY = (0, 10**9)
_PERSONS = {"author": _ANY, "contributor": _ANY}
_BOTH = {
    **_PERSONS,
    **{"id": (1, 1), "title": (1, 1), "updated": (1, 1), "rights": (0, 1), "link": _ANY, "category": _ANY},
}
CHILDREN = {
    "feed": {
        **_BOTH,
        **dict.fromkeys(("generator", "icon", "logo", "subtitle"), (0, 1)),
        "entry": _ANY,
    },
    "entry": {**_BOTH, **dict.fromkeys(("content", "published", "source", "summary"), (0, 1))},
    "author": {"name": (1, 1), "uri": (0, 1), "email": (0, 1)},
}
ATTRIBUTES = {
    "link": {"href", "rel", "type", "hreflang", "title", "length"},
    "category": {"term", "scheme", "label"},
    **{name: {"type"} for name in ("title", "subtitle", "summary", "rights")},
}
NEEDED = {"link": {"href"}, "category": {"term"}}
_XML = "{http://www.w3.org/XML/1998/namespace}"
_DATE = re.compile(
    r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d\d:\d\d)"
)
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x20]+")
_MEDIA_TYPE = re.compile(r".+/.+")


def read_feed(text: str) -> Element:
    """Parse a feed; raises ParseError where it is not even XML."""
    return fromstring(text.encode())


def find_faults(text: str) -> list[str]:
    """Say everything that is wrong with a feed."""
    feed = read_feed(text)
    if feed.tag != f"{ATOM}feed":
        return [f"the root is {feed.tag}"]
    return [*_check_element(feed), *_check_entries(feed), *_check_links(feed)]


def _check_element(element: Element) -> Iterator[str]:
    """Check an element and all in it by the grammar."""
    name = element.tag.removeprefix(ATOM)
    known = {f"{_XML}lang", f"{_XML}base"} | ATTRIBUTES.get(name, set())
    yield from (f"{name} has {key}" for key in element.attrib if key not in known)
    yield from (f"{name} lacks {key}" for key in NEEDED.get(name, ()) if not element.get(key))
    counts = Counter(child.tag.removeprefix(ATOM) for child in element)
    allowed = CHILDREN.get(name, {})
    yield from (f"{name} holds {child}" for child in counts if child not in allowed)
    for child, (least, most) in allowed.items():
        if not least <= counts[child] <= most:
            yield f"{name} holds {counts[child]} of {child}"
    yield from _check_text(name, element)
    for inner in element:
        yield from _check_element(inner)


def _check_text(name: str, element: Element) -> Iterator[str]:
    text = element.text or ""
    if name in ("updated", "published") and not _DATE.fullmatch(text):
        yield f"{name} is no date: {text}"
    if name == "id" and not _IRI.fullmatch(text):
        yield f"{name} is no whole IRI: {text}"
    if name == "link" and not _IRI.fullmatch(element.get("href", "")):
        yield f"link leads to no whole IRI: {element.get('href')}"
    if name == "link" and not _MEDIA_TYPE.fullmatch(element.get("type", "a/b")):
        yield f"link has no media type: {element.get('type')}"
    if name in ("title", "name", "summary") and not text.strip():
        yield f"{name} is empty"
    if name in ("title", "subtitle", "summary", "rights") and element.get("type", "text") != "text":
        yield f"{name} is no plain text"
    if (name in CHILDREN or name in ("link", "category")) and text.strip():
        yield f"{name} holds text"


def _check_entries(feed: Element) -> Iterator[str]:
    entries = feed.findall(f"{ATOM}entry")
    ids = Counter(one.findtext(f"{ATOM}id") for one in entries)
    yield from (f"{id_} is there {count} times" for id_, count in ids.items() if count > 1)
    if not feed.findall(f"{ATOM}author") and not all(one.findall(f"{ATOM}author") for one in entries):
        yield "somebody has no author"
    days = [one.findtext(f"{ATOM}updated") or "" for one in entries]
    if days != sorted(days, reverse=True):
        yield "the last entry does not come first"
    if days and feed.findtext(f"{ATOM}updated") != max(days):
        yield "the feed was not updated with its last entry"


def _check_links(feed: Element) -> Iterator[str]:
    for place in (feed, *feed.findall(f"{ATOM}entry")):
        links = place.findall(f"{ATOM}link")
        kinds = Counter((one.get("rel", "alternate"), one.get("type"), one.get("hreflang")) for one in links)
        yield from (f"{count} links are {kind}" for kind, count in kinds.items() if count > 1)
        wanted = "self" if place is feed else "alternate"
        if wanted not in {one.get("rel", "alternate") for one in links}:
            yield f"{place.tag} has no link {wanted}"
