"""Two snapshots into changes: the same is no change, and the way back is the opposite."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from generator.diff import compare_snapshots
from generator.model.change import ChangeKind, Snapshot
from tests.diff.samples import count, find, list_rows, refuse, snap

PATHS = [f"projects/2023/unit/{name}.toml" for name in "abc"]
OPPOSITES = {
    ChangeKind.ADDED: ChangeKind.REMOVED,
    ChangeKind.BROKEN: ChangeKind.MENDED,
    ChangeKind.MOVED: ChangeKind.MOVED,
    ChangeKind.CHANGED: ChangeKind.CHANGED,
}
OPPOSITES |= {back: there for there, back in OPPOSITES.items()}


@st.composite
def snapshots(draw: st.DrawFn) -> Snapshot:
    """A snapshot of a few small forms with findings, some of which cannot be read."""
    rows = st.lists(st.sampled_from("甲乙丙丁"), max_size=4, unique=True)
    forms = draw(
        st.dictionaries(st.sampled_from(PATHS), rows.map(lambda names: list_rows(*names)), max_size=3)
    )
    broken = draw(st.sets(st.sampled_from(PATHS))) - forms.keys()
    about = draw(st.lists(st.sampled_from([*sorted(forms), "organisations.toml"]), max_size=3))
    findings = [find(f"indicators[{place}].score", path=path) for place, path in enumerate(about)]
    return snap(forms, findings, [refuse(path) for path in sorted(broken)])


def test_revisions_are_named() -> None:
    changes = compare_snapshots(replace(snap({}), revision="a"), replace(snap({}), revision=None))
    assert (changes.base, changes.head) == ("a", None)


def test_findings_about_other_files_are_told() -> None:
    before, after = snap({}, [find(path="site.toml")]), snap({}, [find(path="organisations.toml")])
    changes = compare_snapshots(before, after)
    assert (count(changes.findings), count(changes.all_findings), bool(changes)) == (
        (1, 1, 0),
        (1, 1, 0),
        True,
    )


def test_findings_are_counted_together() -> None:
    after = snap({PATHS[0]: list_rows()}, [find(path=PATHS[0]), find(path="site.toml")])
    assert count(compare_snapshots(snap({}), after).all_findings) == (2, 0, 0)


@given(snapshots())
def test_the_same_is_no_change(snapshot: Snapshot) -> None:
    assert not compare_snapshots(snapshot, snapshot)


@given(snapshots(), snapshots())
def test_the_way_back_is_the_opposite(before: Snapshot, after: Snapshot) -> None:
    there, back = compare_snapshots(before, after), compare_snapshots(after, before)
    assert sorted(
        OPPOSITES.get(one.kind, one.kind) for one in there.projects if one.kind in OPPOSITES
    ) == sorted(one.kind for one in back.projects if one.kind in OPPOSITES)
    if not {one.kind for one in there.projects} & {ChangeKind.BROKEN, ChangeKind.MENDED}:
        new, gone, still = count(there.all_findings)
        assert count(back.all_findings) == (gone, new, still)


@given(snapshots(), snapshots())
def test_every_finding_of_a_told_project_is_told_once(before: Snapshot, after: Snapshot) -> None:
    changes = compare_snapshots(before, after)
    told = {change.path for change in changes.projects}
    new, _, still = count(changes.all_findings)
    assert new + still == sum(one.path in told or one.path == "organisations.toml" for one in after.findings)
