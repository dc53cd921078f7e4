"""Who is to hear how it went: before a door rests, and where there was a meeting after all."""

import pytest

from site_builder.pages.drafts import door_drafts, loop_draft
from site_builder.pages.today_lists import today_lists
from site_builder.pages.today_rows import loop_row
from tests.support.insights_sample import door_in, insights_in
from tests.support.letters import ASKED, SILENT, read

TWO = """- 2026-09-01 introduced
- 2026-09-01 wrote
- 2026-09-08 nudged
- 2026-09-15 interrupted
- 2026-09-29 thanked
== intros/2.md
target: t
introducer: b
- 2026-10-01 asked
- 2026-10-02 introduced
- 2026-10-02 wrote
"""
QUIET = "- 2026-10-09 nudged\n- 2026-10-16 interrupted\n"
LATE = "- 2026-10-05 replied\n- 2026-10-06 scheduled 2026-10-20\n- 2026-10-20 met\n"
EARLY = """- 2026-09-01 introduced
- 2026-09-02 thanked
- 2026-09-20 met
- 2026-09-21 closed: won
"""


def rows(log: str) -> list[str]:
    insights = insights_in(f"{SILENT}{TWO}{log}")
    loops = today_lists(insights)().loops
    return [f"{row.name.text}: {row.text}" for row in (loop_row(insights, one) for one in loops)]


@pytest.mark.parametrize("rest", ["", "- 2026-10-31 paused 2027-01-10\n"])
def test_whoever_introduced_me_in_vain_hears_of_it_before_the_door_rests(rest: str) -> None:
    told = ["Ben: Does not know yet how it went with Tara."]
    assert rows(QUIET + rest) == told
    assert rows(f"{QUIET}- 2026-10-30 thanked\n{rest}") == []
    insights = insights_in(f"{SILENT}{TWO}{QUIET}{rest}")
    door = door_in(insights, "t")
    assert door.move.name == ("none" if rest else "park")
    assert door_drafts(insights, door) == ()
    text = read(loop_draft(insights, *today_lists(insights)().loops[0]))
    assert "I last wrote on 16 October and have not heard back so far." in text
    assert "I will let it rest for a while, and there is nothing for you to do." in text
    assert "somebody else" not in text


def test_a_door_that_is_put_off_without_a_word_unanswered_twice_owes_nobody_anything() -> None:
    assert rows("- 2026-10-09 nudged\n- 2026-10-31 paused 2027-01-10\n") == []


def test_whoever_was_thanked_before_the_meeting_hears_that_it_took_place() -> None:
    assert rows(LATE) == []
    assert rows(f"{LATE}- 2026-10-21 thanked\n") == ["Sam: Does not know yet that you met Tara."]
    insights = insights_in(f"{SILENT}{TWO}{LATE}- 2026-10-21 thanked\n")
    letter = read(loop_draft(insights, *today_lists(insights)().loops[0]))
    assert "Tara and I met on 20 October. You had a part in that: thank you for" in letter


@pytest.mark.parametrize(
    "log",
    [
        "- 2026-09-01 introduced\n- 2026-09-20 met\n- 2026-09-21 thanked\n",
        EARLY.replace("-09-", "-07-"),
        "- 2026-09-01 met\n- 2026-09-02 thanked\n",
    ],
)
def test_of_a_meeting_they_know_of_or_of_long_ago_nobody_is_told_again(log: str) -> None:
    assert today_lists(insights_in(ASKED + log))().loops == ()
    assert len(today_lists(insights_in(ASKED + EARLY))().loops) == 1
