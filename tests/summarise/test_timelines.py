"""Projects through their years."""

from generator.model.assessment import Assessment
from generator.model.timeline import Timeline
from generator.summarise.timelines import MOST_EARLIER, Timelines
from tests.render.samples import assess, make_form


def name_years(timeline: Timeline | None) -> list[str]:
    return [one.project.id for one in timeline.years] if timeline else []


def trace(one: Assessment, *others: Assessment) -> Timeline | None:
    return Timelines([one, *others]).trace(one)


def of_year(year: int, slug: str = "dangjian", **changes: object) -> Assessment:
    return assess(make_form(**changes), year, slug=slug)


def with_rows(year: int, *names: str) -> Assessment:
    return of_year(year, indicators=tuple({"name": name} for name in names))


def test_a_project_of_one_year_has_no_timeline() -> None:
    assert trace(of_year(2023), of_year(2023, "other"), of_year(2021)) is None


def test_years_of_the_same_path_stand_in_order_whichever_one_asks() -> None:
    before, now, after = of_year(2022), of_year(2023), of_year(2024)
    for one in (before, now):
        assert name_years(trace(one, before, now, after))[:2] == [
            "2022/dangqun/dangjian",
            "2023/dangqun/dangjian",
        ]
    assert len(name_years(trace(now, before, after))) == 3


def test_all_years_stand_in_order_from_the_oldest() -> None:
    forms = [of_year(year) for year in range(2020, 2025)]
    timeline = Timelines(forms).trace(forms[3])
    assert name_years(timeline) == [one.project.id for one in forms]


def test_a_form_that_names_its_predecessor_is_followed_there_over_any_gap() -> None:
    before, now = of_year(2020, "jiu"), of_year(2023, previous="2020/dangqun/jiu")
    assert name_years(trace(now, before)) == ["2020/dangqun/jiu", "2023/dangqun/dangjian"]
    assert name_years(trace(before, now)) == ["2020/dangqun/jiu", "2023/dangqun/dangjian"]


def test_where_two_later_forms_claim_one_neither_is_its_later_year() -> None:
    before = of_year(2022)
    claimants = of_year(2023), of_year(2023, "other", previous="2022/dangqun/dangjian")
    assert trace(before, *claimants) is None
    assert name_years(trace(claimants[1], before, claimants[0]))[0] == "2022/dangqun/dangjian"


def test_no_more_years_are_put_beside_one_than_fit_a_page() -> None:
    forms = [of_year(year) for year in range(2010, 2024)]
    assert len(name_years(Timelines(forms).trace(forms[-1]))) == MOST_EARLIER + 1


def test_rows_are_found_by_their_name_however_it_is_spaced() -> None:
    now, before = with_rows(2023, "参训人数", "满意度", "新指标"), with_rows(2022, "满意 度", "参训人数")
    timeline = trace(now, before)
    assert timeline is not None
    assert timeline.rows == ((1, 0), (0, 1), (None, 2))


def test_names_that_several_rows_bear_are_matched_nowhere() -> None:
    now, before = with_rows(2023, "人数", "人数", "满意度"), with_rows(2022, "满意度", "满意度", "人数")
    timeline = trace(now, before)
    assert timeline is not None
    assert timeline.rows == ((), (), (None, 2))
