"""The story to scale: a lane for each introducer, silence as long as it lasted."""

import re

import pytest

from site_builder.pages.door_lanes import LANES, WIDTH, Lanes, lanes_of
from tests.support.insights_sample import door_in, insights_in, sample_insights

PEOPLE = "== contacts/t.md\nname: Tara\n" + "".join(
    f"== contacts/{one}.md\nname: {name}\n"
    for one, name in {"s": "Sam Okafor", "b": "Ben Ito", "c": "Chloe Dubois"}.items()
)


def drawn(text: str) -> Lanes | None:
    insights = insights_in(PEOPLE + text)
    return lanes_of(insights, door_in(insights, "t"))


def lanes(text: str) -> Lanes:
    found = drawn(text)
    assert found
    return found


def intro(introducer: str, *log: str) -> str:
    lines = "".join(f"- {line}\n" for line in log)
    return f"== intros/{introducer}.md\ntarget: t\nintroducer: {introducer}\n{lines}"


def length(path: str) -> float:
    start, _, end = (float(number) for number in re.findall(r"[\d.]+", path))
    return end - start


def test_a_silence_is_drawn_as_long_as_it_lasted() -> None:
    found = lanes(
        intro("s", "2026-09-13 introduced", "2026-09-13 wrote", "2026-10-03 nudged")
    )  # 70 days in all: 20 silent, then 50 more to today
    twenty, fifty = (length(one.path) for one in found.silences)
    assert fifty == pytest.approx(2.5 * twenty, abs=0.2)
    assert [one.stalled for one in found.silences] == [False, True]
    assert found.since
    assert found.since.text == "silent for 50\u00a0days"


def test_each_introducer_has_a_lane_and_a_silence_stands_where_it_began() -> None:
    found = lanes(
        intro("s", "2026-09-01 asked", "2026-09-02 passed")
        + intro("b", "2026-10-01 asked", "2026-10-02 introduced", "2026-10-02 wrote")
    )
    assert [lane.name.text for lane in found.lanes] == ["Sam Okafor", "Ben Ito"]
    first, second = (re.findall(r"[\d.]+", lane.path)[1] for lane in found.lanes)
    assert first != second
    assert f" {first}H" in found.silences[0].path
    assert f" {second}H" in found.silences[1].path


def test_the_lane_of_who_is_on_the_way_reaches_today() -> None:
    log = intro("s", "2026-09-01 asked", "2026-09-02 passed") + intro("b", "2026-11-18 asked")
    gone, present = (float(re.findall(r"[\d.]+", one.path)[-1]) for one in lanes(log).lanes)
    assert gone < present == WIDTH - 6


def test_who_passed_is_on_no_way_any_more() -> None:
    log = intro("s", "2026-09-01 asked", "2026-10-02 passed")
    (gone,) = (float(re.findall(r"[\d.]+", one.path)[-1]) for one in lanes(log).lanes)
    assert gone < WIDTH / 2


def test_an_answer_is_the_largest_mark() -> None:
    found = lanes(
        intro("s", "2026-09-01 introduced", "2026-09-02 wrote", "2026-09-04 replied")
    ).marks
    sizes = {mark.who: mark.radius for mark in found}
    assert sizes["target"] > sizes["introducer"] > sizes["me"]


def test_a_thank_you_does_not_shorten_the_silence() -> None:
    insights = sample_insights()
    found = lanes_of(insights, door_in(insights, "tara-lindqvist"))
    assert found
    assert found.since
    assert found.since.text == "silent for 16\u00a0days"
    marks = sorted(mark.x for mark in found.marks)
    stalled = next(one for one in found.silences if one.stalled)
    assert length(stalled.path) >= WIDTH - 6 - marks[-1]


def test_the_description_counts_events_and_names_silences() -> None:
    said = lanes(intro("s", "2026-09-13 introduced", "2026-10-03 wrote")).description
    assert said.replace("\u00a0", " ") == (
        "2 events through Sam Okafor since 13 Sep; the longest silence between two was 20 days; "
        "now silent for 50 days."
    )
    brisk = lanes(intro("s", "2026-11-12 asked", "2026-11-12 agreed"))
    assert brisk.description.replace("\u00a0", " ") == "2 events through Sam Okafor since 12 Nov."


def test_a_door_that_is_over_ends_with_its_last_event() -> None:
    over = lanes(intro("s", "2026-05-02 asked", "2026-05-20 closed: lost"))
    assert over.end == "20\u00a0May"
    assert over.marks[-1].x == WIDTH - 6
    assert over.since is None
    assert lanes(intro("s", "2026-05-02 asked", "2026-05-20 agreed")).end == "today"


def test_a_door_that_is_not_stalled_shows_how_long_it_rests() -> None:
    found = lanes(intro("s", "2026-11-09 introduced", "2026-11-10 wrote"))
    assert [one.stalled for one in found.silences] == [False]
    assert found.since is None


def test_months_are_marked_where_their_names_fit() -> None:
    def names(first: str) -> list[str]:
        return [text.text for text in lanes(intro("s", first, "2026-11-20 wrote")).ticks]

    assert names("2026-08-03 asked")[1:] == ["Sep", "Oct"]
    assert names("2023-02-03 asked")[1:] == ["2025", "2026"]
    assert len(names("1990-02-03 asked")) <= 8
    for text in lanes(intro("s", "2024-01-03 asked", "2026-11-20 wrote")).ticks[1:]:
        assert 64 < text.x < WIDTH - 64


@pytest.mark.parametrize(
    "log", [(), ("2026-09-01 asked",), ("2026-11-20 asked", "2026-11-21 agreed")]
)
def test_a_story_of_days_has_no_picture(log: tuple[str, ...]) -> None:
    assert drawn(intro("s", *log)) is None


def test_only_the_latest_introducers_have_a_lane() -> None:
    people = "".join(f"== contacts/p{n}.md\nname: P{n}\n" for n in range(LANES + 2))
    logs = "".join(intro(f"p{n}", f"2026-0{1 + n}-01 asked") for n in range(LANES + 2))
    found = lanes(people + logs)
    assert [lane.name.text for lane in found.lanes] == [f"P{n}" for n in range(2, LANES + 2)]
    assert len(found.marks) == LANES
