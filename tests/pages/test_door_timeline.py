"""The story of a door: every event in words, silence as length."""

from site_builder.model.intro import EVENTS
from site_builder.pages.door_timeline import SHOWN, WORDS, Timeline, timeline_of
from tests.support.insights_sample import door_in, insights_in, sample_insights

PAIR = "== contacts/t.md\nname: Tara\n== contacts/s.md\nname: Sam\n== contacts/b.md\nname: Ben\n"


def story(text: str) -> Timeline:
    insights = insights_in(PAIR + text)
    return timeline_of(insights, door_in(insights, "t"), today="Waiting")


def told(timeline: Timeline) -> list[str]:
    return [f"{entry.day} {entry.text}".replace("\u00a0", " ") for entry in timeline.entries]


def test_every_event_word_has_its_sentence() -> None:
    assert set(WORDS) == set(EVENTS)


def test_events_name_who_did_what() -> None:
    insights = sample_insights()
    timeline = timeline_of(insights, door_in(insights, "esra-yilmaz"), today="")
    assert told(timeline) == [
        "1 Nov Lena introduced you",
        "2 Nov You wrote",
        "5 Nov Esra answered",
        "10 Nov Meeting set for 24 Nov",
    ]
    assert [entry.who for entry in timeline.entries] == ["introducer", "me", "target", "both"]


def test_silence_is_as_long_as_it_lasted() -> None:
    timeline = story("""
== intros/t.md
target: t
introducer: s
- 2026-10-01 introduced
- 2026-10-01 wrote
- 2026-10-03 nudged
- 2026-10-23 interrupted
""")
    before = [entry.before for entry in timeline.entries]
    assert before[:2] == [None, None]
    assert [(one.height, one.words.replace("\u00a0", " ")) for one in before[2:] if one] == [
        (6, ""),
        (60, "20 days"),
    ]
    assert timeline.since
    assert (timeline.since.height, timeline.since.stalled) == (90, True)
    assert timeline.since.words == "silent for 30\u00a0days"


def test_a_silence_of_years_is_cut() -> None:
    timeline = story("== intros/t.md\ntarget: t\nintroducer: s\n- 2023-10-01 wrote\n")
    assert timeline.since
    assert (timeline.since.height, timeline.since.cut) == (120, True)


def test_several_introductions_name_theirs() -> None:
    timeline = story("""
== intros/a.md
target: t
introducer: s
- 2026-11-01 asked
- 2026-11-03 passed
== intros/b.md
target: t
introducer: b
- 2026-11-05 asked
- 2026-11-06 wrote
""")
    assert [entry.through for entry in timeline.entries] == ["", "", "", "via Ben"]


def test_a_long_story_shows_its_latest_part() -> None:
    log = "".join(f"- 2026-{1 + n // 28:02}-{1 + n % 28:02} wrote\n" for n in range(SHOWN + 7))
    timeline = story(f"== intros/t.md\ntarget: t\nintroducer: s\n{log}")
    assert (len(timeline.entries), timeline.earlier) == (SHOWN, 7)


def test_nothing_has_happened_to_an_idea() -> None:
    timeline = story("== intros/t.md\ntarget: t\nintroducer: s\n")
    assert timeline == Timeline((), 0, None, "", "Waiting")


def test_what_happened_today_leaves_no_silence() -> None:
    assert story("== intros/t.md\ntarget: t\nintroducer: s\n- 2026-11-22 asked\n").since is None


def test_the_year_is_named_where_it_changes() -> None:
    timeline = story("""
== intros/t.md
target: t
introducer: s
- 2025-11-30 asked
- 2025-12-02 introduced
- 2026-01-02 wrote
""")
    assert told(timeline)[0] == "30 Nov You asked Sam"
    assert [entry.year for entry in timeline.entries] == ["2025", "", "2026"]
    assert timeline.year == ""
    assert story("== intros/t.md\ntarget: t\nintroducer: s\n- 2025-11-30 asked\n").year == "2026"


def test_silence_after_a_meeting_nobody_confirmed_counts_from_its_day() -> None:
    since = story("""
== intros/t.md
target: t
introducer: s
- 2026-10-01 introduced
- 2026-10-06 scheduled 2026-11-18
""").since
    assert since
    assert since.words == "silent for 4\u00a0days"


def test_a_thank_you_does_not_end_the_silence_of_a_stalled_door() -> None:
    insights = sample_insights()
    since = timeline_of(insights, door_in(insights, "tara-lindqvist"), today="").since
    assert since
    assert since.words == "silent for 16\u00a0days"
