"""What lies beside projects: the publisher's particulars, profiles, departments, units, calls for forms, pages."""

from collections.abc import Iterator

from generator.model.change import ChangeKind, OtherChange, Part, Snapshot
from generator.model.finding import list_faulty_files

Thing = tuple[Part, str]
"""Something beside projects, by its name."""

_ORGANISATIONS = "organisations.toml"
_ORDER = {part: place for place, part in enumerate(Part)}


def compare_surroundings(before: Snapshot, after: Snapshot) -> tuple[OtherChange, ...]:
    """List what changed beside projects, part by part, by name.

    What `organisations.toml` says is compared only where both sides could read all of it.
    """
    was_wrong, is_wrong = (list_faulty_files(side.corpus.findings) for side in (before, after))
    torn = _ORGANISATIONS in was_wrong | is_wrong
    old = dict(_list_things(before, torn, was_wrong))
    new = dict(_list_things(after, torn, is_wrong))
    changes = []
    for part, name in sorted(old.keys() | new.keys(), key=lambda thing: (_ORDER[thing[0]], thing[1])):
        file = _find_file(part, name)
        kind = _find_kind(old.get((part, name)), new.get((part, name)), file in was_wrong, file in is_wrong)
        if kind:
            changes.append(OtherChange(part, name, kind))
    return tuple(changes)


def _list_things(snapshot: Snapshot, torn: bool, wrong: set[str]) -> Iterator[tuple[Thing, object]]:
    """List everything that could be read, and None for a file that should be there."""
    corpus, organisations = snapshot.corpus, snapshot.corpus.organisations
    yield (Part.SITE, "site.toml"), corpus.site
    yield from (((Part.PROFILE, name), one) for name, one in corpus.profiles.items())
    if torn:
        yield (Part.ORGANISATIONS, _ORGANISATIONS), None if _ORGANISATIONS in wrong else organisations
    else:
        yield from (((Part.DEPARTMENT, name), one) for name, one in organisations.departments.items())
        yield from (((Part.UNIT, name), one) for name, one in organisations.units.items())
        yield from (((Part.CALL, name), one) for name, one in organisations.calls.items())
    yield from (((Part.PAGE, page.name), page.text) for page in corpus.pages)


def _find_file(part: Part, name: str) -> str:
    match part:
        case Part.PROFILE:
            return f"profiles/{name}.toml"
        case Part.PAGE:
            return f"pages/{name}.md"
        case _:
            return name


def _find_kind(old: object, new: object, was_wrong: bool, is_wrong: bool) -> ChangeKind | None:
    """Tell what became of a thing; None where it is as it was, or can be read on neither side."""
    if old == new:
        return None
    if old is None:
        return ChangeKind.MENDED if was_wrong else ChangeKind.ADDED
    if new is None:
        return ChangeKind.BROKEN if is_wrong else ChangeKind.REMOVED
    return ChangeKind.CHANGED
