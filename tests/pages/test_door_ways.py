"""Ways to a target: what became of each introduction, and what little is known of the rest."""

from typing import cast

import pytest

from site_builder.pages.door import DoorView, door_page
from site_builder.pages.door_ways import ways_of
from tests.support.insights_sample import PAIR, SAMPLE, door_in, insights_in, sample_insights


def test_ways_show_what_became_of_each_introduction() -> None:
    insights = sample_insights()

    def fates(thread: str) -> list[tuple[str, str]]:
        ways = ways_of(insights, door_in(insights, thread))
        return [(one.fate, one.reason.replace("\u00a0", " ")) for one in ways]

    assert fates("tara-lindqvist") == [
        ("quiet", "introduced 28 Sep, quiet since 6 Nov"),
        ("suggested", "good contact, platform group"),
        ("suggested", "acquaintance, conference dinners"),
        ("inferred", "both in Oslo Rowing Club, first eight"),
    ]
    ways = ways_of(insights, door_in(insights, "tara-lindqvist"))
    assert [(one.circle, one.with_me) for one in ways] == [
        ("Northwind", False),
        ("Northwind", False),
        ("", False),
        ("Oslo Rowing Club, first eight", True),
    ]
    assert fates("pavel-sorokin") == [("pending", "asked 20 Oct, no answer yet")]
    assert fates("ines-costa") == [("pending", "not asked yet")]
    assert fates("leo-brandt") == [("open", "introduced 6 May")]


@pytest.mark.parametrize(
    ("log", "words"),
    [
        ("- 2026-09-01 asked\n- 2026-09-04 opt-in-asked", "asked Tara 4 Sep, no answer yet"),
        ("- 2026-09-04 opt-in-asked\n- 2026-11-09 replied", "asked Tara 4 Sep"),
        ("- 2026-09-01 agreed\n- 2026-09-08 opted-in", "Tara said yes 8 Sep"),
        ("- 2026-09-08 opted-in\n- 2026-09-09 introduced", "introduced 9 Sep"),
        ("- 2026-09-08 wrote\n- 2026-09-09 replied", "no word of theirs on record"),
        ("", "not asked yet"),
    ],
)
def test_what_an_introducer_has_done_for_me_is_told_by_its_latest_step(
    log: str, words: str
) -> None:
    file = f"{PAIR}== intros/t.md\ntarget: t\nintroducer: s\n{log}"
    insights = insights_in(file)
    (way,) = ways_of(insights, door_in(insights, "t"))
    assert way.reason.replace("\u00a0", " ") == words


def test_a_way_without_words_says_what_little_is_known() -> None:
    insights = insights_in(f"""{PAIR}== contacts/b.md
name: Ben
knows: [t]
== contacts/c.md
name: Chloe
knows: [t 2? over the fence]
== contacts/d.md
name: Dev
knows: [b, c, e, f]
== contacts/e.md
name: Eva
knows: [t 1]
== contacts/f.md
name: Fay
knows: [t 1]
== intros/t.md
target: t
introducer: s
- 2026-09-01 asked
- 2026-09-03 passed
""")
    assert not any(one.circle for one in ways_of(insights, door_in(insights, "t")))
    ways = {one.name: one for one in ways_of(insights, door_in(insights, "t"))}
    assert ways["Sam"].fate == "passed"
    assert ways["Ben"].reason == "how well is not written down"
    assert ways["Chloe"].reason == "acquaintance, over the fence (hearsay)"
    assert {"people in common"} >= {w.reason for w in ways.values() if w.fate == "inferred"}


def test_a_way_that_the_target_refused_is_over() -> None:
    insights = insights_in("""
== contacts/t.md
name: Tara
== contacts/s.md
name: Sam
knows: [t 3]
== intros/t.md
target: t
introducer: s
- 2026-08-20 asked
- 2026-08-25 agreed
- 2026-09-02 opted-out
""")
    (way,) = ways_of(insights, door_in(insights, "t"))
    assert (way.fate, way.reason.replace("\u00a0", " ")) == ("refused", "Tara said no 2 Sep")


def test_an_introducer_not_asked_yet_was_not_tried() -> None:
    insights = sample_insights()
    for thread, title in (("ines-costa", "Introducers"), ("tara-lindqvist", "Introducers tried")):
        view = cast("DoorView", door_page(insights, door_in(insights, thread)).view)
        assert view.tried_title == title


def test_an_introducer_who_passed_waits_for_a_word_not_for_thanks() -> None:
    insights = insights_in(f"{SAMPLE}- 2026-10-21 passed\n")
    view = cast("DoorView", door_page(insights, door_in(insights, "pavel-sorokin")).view)
    assert [one.loop for one in view.tried] == ["no word from you since"]


def test_each_introduction_has_been_quiet_since_its_own_last_word() -> None:
    insights = insights_in(f"""{PAIR}== contacts/b.md
name: Ben
== intros/1.md
target: t
introducer: s
- 2026-08-28 introduced
- 2026-09-07 nudged
- 2026-11-04 thanked
== intros/2.md
target: t
introducer: b
- 2026-10-09 introduced
- 2026-10-10 wrote
""")
    told = [way.reason.replace("\u00a0", " ") for way in ways_of(insights, door_in(insights, "t"))]
    assert told == ["introduced 28 Aug, quiet since 7 Sep", "introduced 9 Oct, quiet since 10 Oct"]


@pytest.mark.parametrize(
    ("thread", "log", "today"),
    [
        ("wen-park", "", "Waiting for Gus"),
        ("noor-haddad", "", "Your turn to write to Noor"),
        ("jonas-keller", "", "Your turn to thank Lena"),
        ("pavel-sorokin", "", "Waiting for Chloe"),
        ("pavel-sorokin", "- 2026-10-21 opt-in-asked", "Waiting for Pavel through Chloe"),
        ("pavel-sorokin", "- 2026-10-21 passed", "Nobody is asked at present"),
        ("pavel-sorokin", "- 2026-10-21 replied", "Your turn to answer Pavel"),
        ("pavel-sorokin", "- 2026-10-21 wrote", "Waiting for Pavel"),
    ],
)
def test_what_happened_ends_with_today_not_with_an_old_event(
    thread: str, log: str, today: str
) -> None:
    insights = insights_in(f"{SAMPLE}{log}\n")
    view = cast("DoorView", door_page(insights, door_in(insights, thread)).view)
    assert view.timeline.today == today
