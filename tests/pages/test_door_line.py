"""A door in one line."""

import pytest

from site_builder.insights.insight import Insights
from site_builder.pages.door_line import DoorLine, door_badge, door_line
from site_builder.pages.page import Ref
from tests.support.insights_sample import door_in, sample_insights
from tests.support.vaults import insights_of, intro, people


@pytest.mark.parametrize(
    ("thread", "kind", "words"),
    [
        ("tara-lindqvist", "stalled", "stalled 16\xa0days"),
        ("noor-haddad", "mine", "introduced, your turn, 2\xa0days"),
        ("vic-weber", "", "waiting for Vic, 10\xa0days"),
        ("esra-yilmaz", "", "meeting set for 24\xa0Nov\xa02026"),
        ("ines-costa", "mine", "an idea, nobody asked yet"),
        ("leo-brandt", "", "over"),
    ],
)
def test_the_state_is_a_glyph_and_words(thread: str, kind: str, words: str) -> None:
    insights = sample_insights()
    badge = door_badge(insights.vault, door_in(insights, thread))
    assert (badge.kind, badge.words) == (kind, words)
    assert len(badge.glyph) == 1


@pytest.mark.parametrize(
    ("line", "kind", "words"),
    [
        ("closed: won, she led the round", "good", "over, won"),
        ("closed: lost", "", "over, lost"),
        ("closed: withdrawn; another year", "", "over, withdrawn"),
        ("thanked", "", "over"),
    ],
)
def test_what_is_over_says_how_it_ended(line: str, kind: str, words: str) -> None:
    log = f"2026-11-01 introduced\n2026-11-02 wrote\n2026-11-05 met\n2026-11-06 {line}"
    files = {**people("tara ana"), "intros/it.md": intro(log)}
    badge = line_of(insights_of(files, "2026-11-22"), "tara").badge
    assert (badge.kind, badge.words) == (kind, words)


def line_of(insights: Insights, thread: str) -> DoorLine:
    return door_line(insights.vault, door_in(insights, thread))


def test_a_line_leads_to_the_door_and_says_what_to_do() -> None:
    line = line_of(sample_insights(), "vic-weber")
    assert line.door == Ref("Vic Weber", "threads/vic-weber.html")
    assert line.move == "Try another way: two lines to Vic"
    assert line.open


def test_where_there_is_nothing_to_do_nothing_is_said() -> None:
    line = line_of(sample_insights(), "leo-brandt")
    assert (line.move, line.open) == ("", False)


def test_a_stall_on_my_side_is_named_by_what_i_owe() -> None:
    files = {**people("tara ana"), "intros/it.md": intro("2026-11-01 introduced")}
    badge = line_of(insights_of(files, "2026-11-22"), "tara").badge
    assert (badge.kind, badge.words) == ("mine", "introduced, your turn, 21\xa0days")
