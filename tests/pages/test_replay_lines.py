"""The replay in words: hits beside a blind pick, cases, and what was left out."""

from datetime import date

import pytest

from site_builder.insights.replay import Replay, Replayed
from site_builder.model.contact import ContactId
from site_builder.model.intro import IntroId
from site_builder.pages.replay_lines import COMMITTED, ReplayView, replay_view
from tests.support.html_reader import plain
from tests.support.insights_sample import sample_insights

VAULT = sample_insights().vault


def case(rank: int | None, of: int = 4, because: str = "", first: str = "ben-ito") -> Replayed:
    return Replayed(
        intro=IntroId("tara"),
        target=ContactId("tara-lindqvist"),
        asked=ContactId("sam-okafor"),
        day=date(2026, 3, 4),
        outcome="unanswered",
        rank=rank,
        of=of,
        first=ContactId(first) if of else None,
        missed_because=because,
    )


def view(*cases: Replayed, again: int = 0, unknown: int = 0, shown: int = 9) -> ReplayView:
    return replay_view(VAULT, Replay(cases, again, unknown), shown=shown)


def test_a_case_says_where_the_ranking_had_them() -> None:
    answers = [view(case(rank)).cases.shown[0].answer for rank in (1, 3)]
    assert answers == ["rank 1 of 4", "rank 3 of 4; first: Ben Ito"]


def test_a_miss_says_why() -> None:
    (line,) = view(case(None, 0, "ask: no; prefers not to be asked")).cases.shown
    assert line.answer == "not named: ask: no; prefers not to be asked"
    assert line.intro.text == "Tara Lindqvist through Sam Okafor"
    assert plain(line.asked) == "5 Mar 2026"


def test_somebody_who_is_gone_from_the_vault_is_named_by_id() -> None:
    assert view(case(2, first="old-friend")).cases.shown[0].answer.endswith("first: old-friend")


def test_hits_stand_beside_a_blind_pick_from_five_cases_on() -> None:
    hits = view(*[case(1)] * 5).hits
    assert [plain(line.chance) for line in hits] == ["25 %", "75 %", "", ""]
    assert plain(hits[0].interval.words) == "5 of 5 (100 %, could be 57 to 100 %; early)"
    assert hits[2].interval.words == "nothing to count yet"
    assert view(*[case(1)] * 4).hits == ()
    assert view(*[case(1)] * 4).verdict.startswith("Too few to say: 4 introductions")


@pytest.mark.parametrize(
    ("rank", "of", "number", "said"),
    [
        (1, 4, 20, "Clearly better than a blind pick among those it named."),
        (4, 4, 20, "Clearly worse than a blind pick among those it named."),
        (1, 4, 6, "An early sign: better than a blind pick among those it named."),
        (2, 3, 5, "A blind pick among those it named might have done as well."),
    ],
)
def test_it_is_held_to_a_blind_pick(rank: int, of: int, number: int, said: str) -> None:
    assert view(*[case(rank, of)] * number).verdict == said


def test_what_is_left_out_is_counted() -> None:
    notes = view(case(1), again=1, unknown=2).notes
    assert notes[-2:] == (
        "Left out: 1 introduction by somebody who had introduced you before; others are ranked.",
        "Left out: 2 introductions of which nothing is on record before the ask.",
    )
    assert len(view(case(1)).notes) == 1


def test_nothing_to_ask_again_is_said_without_a_claim() -> None:
    assert view().notes == ()
    assert view().verdict == (
        "Nothing to look back on yet: it takes an introduction by a second person."
    )


def test_what_each_ranking_rested_on_is_said() -> None:
    assert COMMITTED in replay_view(VAULT, Replay((case(1),)), shown=1, known=COMMITTED).notes


def test_a_long_list_is_cut_and_counted() -> None:
    cases = view(case(1), case(1), case(1), shown=2).cases
    assert (len(cases.shown), cases.more) == (2, 1)
