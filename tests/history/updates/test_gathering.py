"""Steps of git's log into updates."""

from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.history.updates import gather_news, gathering
from generator.model.history import Log
from generator.model.site import Edition
from generator.model.update import UpdateKind
from tests.history.updates.samples import DAY, ONE, TEXTS, TWO, gather, shown, step, text_of

HIDDEN = "projects/2023/dangqun/hidden.toml"


def kinds(*steps: tuple[str | None, str | None], edition: Edition = Edition.PUBLIC) -> list[UpdateKind]:
    return [one.kind for pair in steps for one in gather(step(*pair), edition=edition).updates]


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (None, "published", UpdateKind.PUBLISHED),
        ("reviewed", "published", UpdateKind.PUBLISHED),
        ("broken", "published", UpdateKind.PUBLISHED),
        ("lost", "published", UpdateKind.PUBLISHED),
        ("published", "corrected", UpdateKind.CHANGED),
        ("published", "withdrawn", UpdateKind.WITHDRAWN),
        (None, "withdrawn", UpdateKind.WITHDRAWN),
        ("withdrawn", "published", UpdateKind.RESTORED),
    ],
)
def test_a_step_is_called_by_what_it_did_in_public(before: str | None, after: str, kind: UpdateKind) -> None:
    assert kinds((before, after)) == [kind]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, "draft"),
        ("draft", "submitted"),
        ("submitted", "reviewed"),
        ("published", "draft"),
        ("published", "published"),
        ("published", "remarked"),
        ("published", "broken"),
        ("published", "lost"),
        ("draft", None),
    ],
)
def test_what_is_not_to_be_seen_in_public_is_no_update(before: str | None, after: str | None) -> None:
    assert kinds((before, after)) == []


@pytest.mark.parametrize(
    ("before", "after", "kind", "details"),
    [
        (None, "draft", UpdateKind.ADDED, ()),
        ("draft", "submitted", UpdateKind.CHANGED, ("状态由“草稿”改为“已提交”",)),
        ("reviewed", "published", UpdateKind.PUBLISHED, ("状态由“已审核”改为“已公开”",)),
        ("published", "draft", UpdateKind.CHANGED, ("状态由“已公开”改为“草稿”",)),
        ("published", "remarked", UpdateKind.CHANGED, ("改了内部信息",)),
    ],
)
def test_the_internal_edition_tells_every_step(
    before: str | None, after: str, kind: UpdateKind, details: tuple[str, ...]
) -> None:
    (update,) = gather(step(before, after), edition=Edition.INTERNAL).updates
    assert (update.kind, update.details) == (kind, details)


def test_an_update_bears_the_name_that_the_project_has_now() -> None:
    news = gather(step("published", "corrected"), projects=[shown(name="新名")])
    assert [one.name for one in news.updates] == ["新名"]
    assert "旧名" not in repr(news)


@pytest.mark.parametrize("edition", Edition)
def test_a_project_that_is_not_shown_appears_nowhere(edition: Edition) -> None:
    steps = [
        step(before, after, HIDDEN) for before, after in product((None, *TEXTS), repeat=2) if before != after
    ]
    news = gather(*steps, there=[HIDDEN], edition=edition)
    assert not news.updates


def test_of_what_was_removed_only_the_unit_and_the_number_are_told() -> None:
    gone = [f"projects/2022/yiyuan/secret{n}.toml" for n in range(3)]
    news = gather(
        *(step("published", None, path) for path in gone[:2]),
        step("draft", None, gone[2]),
        step("published", None, "projects/2022/odd name/secret.toml"),
        step("published", None, "projects/secret.toml"),
        step("published", "corrected"),
    )
    assert [(one.kind, one.year, one.unit, one.name) for one in news.updates] == [
        (UpdateKind.CHANGED, 2023, "dangqun", "党建工作专项经费"),
        (UpdateKind.REMOVED, 2022, "yiyuan", "2 张自评表"),
    ]
    assert "secret" not in repr(news)


def test_what_was_done_to_a_file_before_it_was_removed_is_told_nobody() -> None:
    gone, earlier = "projects/2022/yiyuan/secret.toml", DAY - timedelta(1)
    news = gather(
        step("published", None, gone),
        step("published", "corrected", gone, earlier),
        step(None, "published", gone, earlier),
    )
    assert [(one.kind, one.day, one.name) for one in news.updates] == [
        (UpdateKind.REMOVED, DAY, "1 张自评表")
    ]


def test_a_file_that_is_there_again_was_not_removed() -> None:
    assert not gather(step("published", None, TWO), there=[TWO]).updates
    assert not gather(step("published", None)).updates


def test_a_project_that_was_moved_is_not_new() -> None:
    (update,) = gather(step("published", "published", source=TWO)).updates
    assert update.kind is UpdateKind.MOVED
    assert update.details == ("网址由 2023/dangqun/two 改为 2023/dangqun/one",)


def test_a_project_that_was_moved_and_corrected_is_corrected() -> None:
    (update,) = gather(step("published", "corrected", source=TWO)).updates
    assert update.kind is UpdateKind.CHANGED
    assert update.details == ("网址由 2023/dangqun/two 改为 2023/dangqun/one", "改了数据来源")


def test_where_a_draft_lay_before_it_was_moved_is_told_nobody() -> None:
    (update,) = gather(step("draft", "published", source=HIDDEN)).updates
    assert update.kind is UpdateKind.PUBLISHED
    assert "hidden" not in repr(update)


def test_an_update_keeps_its_key_when_its_project_is_moved_later() -> None:
    (update,) = gather(step("published", "corrected", place=TWO)).updates
    assert update.key == "2023/dangqun/two"
    assert update.place is not None
    assert update.place.slug == "one"
    (odd,) = gather(step("published", "corrected", place="projects/2023/dangqun/ odd.toml")).updates
    assert odd.key == "2023/dangqun/one"


def test_the_reason_of_a_withdrawal_is_the_one_that_the_form_gives_now() -> None:
    texts = {**TEXTS, "withdrawn": text_of("withdrawn", withdrawal="旧的原因")}
    project = shown(status="withdrawn", withdrawal=" 新的原因\n")
    (update,) = gather(step("published", "withdrawn"), projects=[project], texts=texts).updates
    assert update.details == ("撤回原因：新的原因",)
    (bare,) = gather(step("published", "withdrawn"), projects=[shown(status="withdrawn")]).updates
    assert bare.details == ("没有写明撤回原因",)
    fit = shown(status="withdrawn", withdrawal="短" * 200)
    (whole,) = gather(step("published", "withdrawn"), projects=[fit]).updates
    assert whole.details == (f"撤回原因：{'短' * 200}",)
    long = shown(status="withdrawn", withdrawal="长" * 201)
    (cut,) = gather(step("published", "withdrawn"), projects=[long]).updates
    assert cut.details == (f"撤回原因：{'长' * 200}……",)
    (over,) = gather(step("published", "withdrawn"), projects=[shown()]).updates
    assert over.details == ()


def test_the_last_day_comes_first_and_on_it_the_newest_year() -> None:
    paths = [f"projects/{year}/dangqun/{slug}.toml" for year in (2021, 2023) for slug in "ab"]
    earlier = DAY - timedelta(1)
    steps = [step(None, "published", path, day) for day in (earlier, DAY) for path in paths]
    news = gather(*steps, projects=map(shown, paths))
    keys = [one.key for one in news.updates]
    assert keys[:4] == ["2023/dangqun/a", "2023/dangqun/b", "2021/dangqun/a", "2021/dangqun/b"]
    assert [one.day for one in news.updates] == [DAY] * 4 + [earlier] * 4


def test_no_more_than_the_newest_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    days = [DAY - timedelta(n) for n in range(3)]
    steps = [step("published", "corrected", day=day) for day in days]
    assert gather(*steps).is_whole
    monkeypatch.setattr(gathering, "MOST_UPDATES", 2)
    news = gather(*steps)
    assert [one.day for one in news.updates] == days[:2]
    assert not news.is_whole


def test_no_more_contents_are_read_than_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "MOST_UPDATES", 3)
    monkeypatch.setattr(gathering, "MOST_LOOKED_AT", 6)
    monkeypatch.setattr(gathering, "_BATCH", 2)
    asked: list[int] = []

    def read(ids: object) -> dict[str, bytes]:
        asked.append(1)
        return dict(TEXTS)

    steps = tuple(step("published", "corrected", day=DAY - timedelta(n)) for n in range(8))
    news = gather_news(Log(steps=steps), [shown()], {ONE}, Edition.PUBLIC, read)
    assert (len(news.updates), len(asked), news.is_whole) == (3, 2, False)


def test_steps_that_were_not_looked_at_leave_the_news_incomplete(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "MOST_LOOKED_AT", 1)
    news = gather(step("published", "published"), step("draft", "submitted", day=DAY - timedelta(1)))
    assert not news.updates
    assert not news.is_whole


def test_what_the_log_does_not_know_is_said() -> None:
    nothing = gather_news(Log(), [shown()], {ONE}, Edition.PUBLIC, lambda _: {})
    assert (nothing.is_known, nothing.is_whole, nothing.is_cut) == (False, True, False)
    assert gather(step("published", "published")).is_known
    assert gather_news(Log(is_cut=True), (), (), Edition.PUBLIC, lambda _: {}).is_cut


@given(
    st.lists(
        st.tuples(
            st.sampled_from([None, *TEXTS]),
            st.sampled_from([None, *TEXTS]),
            st.sampled_from([ONE, TWO, HIDDEN, "projects/2022/gone/gone.toml"]),
            st.none() | st.dates(date(2024, 1, 1), date(2024, 1, 5)),
            st.sampled_from([None, ONE, TWO]),
        ),
        max_size=12,
    ),
    st.sampled_from(Edition),
)
def test_whatever_the_log_says_updates_are_in_order_and_of_nothing_hidden(
    rows: list[tuple[str | None, str | None, str, date | None, str | None]], edition: Edition
) -> None:
    steps = [step(before, after, path, day, source=source) for before, after, path, day, source in rows]
    news = gather(*steps, projects=[shown(), shown(TWO)], there=[HIDDEN], edition=edition)
    days = [one.day or date.max for one in news.updates]
    assert days == sorted(days, reverse=True)
    assert "hidden" not in repr(news)
    assert "gone/gone" not in repr(news)
