"""A further introducer whom I have chosen and not asked yet: the advice names them."""

import pytest

from site_builder.insights.insight import Insights
from tests.support.insights_sample import door_in
from tests.support.vaults import insights_of, intro, people

TODAY = "2026-11-20"
PASSED = "2026-11-10 asked\n2026-11-18 passed"
SILENT = "2026-11-01 asked"
YES = "2026-10-01 agreed\n2026-10-02 opted-in\n2026-10-04 passed"
CHASED = "2026-10-06 introduced\n2026-10-06 wrote\n2026-10-13 nudged\n2026-10-21 nudged"
QUIET = f"{CHASED}\n2026-11-01 thanked"


def chosen(log: str, ben: str = "", **more: str) -> Insights:
    """Analyse a door through ana for which ben is chosen, too; noor is another door."""
    cast = people("me tara noor ana ben cleo", me="me: true", ben=f"knows: [tara 3]\n{ben}")
    doors = {"intros/a.md": intro(log), "intros/b.md": intro("", introducer="ben")}
    return insights_of({**cast, **doors, **more}, TODAY)


def told(log: str, ben: str = "", **more: str) -> str:
    return door_in(chosen(log, ben, **more), "tara").move.because


@pytest.mark.parametrize(
    ("log", "move", "sentence"),
    [
        (PASSED, "next-introducer", "Ana passed on 18 Nov 2026: ask Ben, whom you have chosen."),
        (
            YES,
            "next-introducer",
            ": ask Ben, whom you have chosen and who need not ask Tara again.",
        ),
        (
            SILENT,
            "next-introducer",
            ": ask Ben, whom you have chosen, and before you ask them, tell Ana that there is no",
        ),
        (
            QUIET,
            "second-intro",
            "could bring you back to Tara. Ana knows how it went. Ask Ben, whom you have chosen.",
        ),
    ],
)
def test_whom_i_have_chosen_is_named(log: str, move: str, sentence: str) -> None:
    door = door_in(chosen(log), "tara")
    assert door.move.name == move
    assert sentence in door.move.because
    assert door.suggestion.nobody_because == "Ben, whom you have chosen, is next in line."


def test_who_says_no_or_had_a_part_is_not_the_next_in_line() -> None:
    anybody = "Ana passed on 18 Nov 2026: choose the next person in line."
    assert told(PASSED, "ask: no") == anybody
    again = intro("2026-11-12 asked\n2026-11-13 passed", introducer="ben")
    assert told(PASSED, **{"intros/c.md": again}) == anybody
    assert door_in(chosen(PASSED, "ask: no"), "tara").allotment.chosen is None


def test_the_first_file_of_two_is_the_choice() -> None:
    both = {"intros/c.md": intro("", introducer="cleo")}
    assert "ask Ben, whom you have chosen." in told(PASSED, **both)


def test_whom_i_have_chosen_is_kept_for_the_door_and_rests_if_they_must() -> None:
    share = door_in(chosen(QUIET), "tara").allotment
    assert share.next_one is not None
    assert (share.first, share.next_one.introducer) == (None, "ben")
    asked = intro("2026-11-10 asked", target="noor", introducer="ben")
    share = door_in(chosen(QUIET, **{"intros/n.md": asked}), "tara").allotment
    assert share.rest.startswith("open ask")
    assert share.next_one is None
    idea = intro("", target="noor", introducer="ben")
    found = chosen(QUIET, **{"intros/n.md": idea})
    doors = [door_in(found, name).allotment for name in ("noor", "tara")]
    assert sorted(len(one.kept) for one in doors) == [0, 1]
