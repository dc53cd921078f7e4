"""The evidence summed up: tactics, the base rate, days to an answer, connectors."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest

from site_builder.insights.evidence import Evidence, collect
from site_builder.insights.evidence_rate import Rate
from site_builder.model.contact import ContactId
from site_builder.model.settings import Score
from tests.support.vaults import Files, insights_of, intro, people

TODAY = "2026-06-30"


def evidence_of(files: Files, today: str = TODAY, score: Score | None = None) -> Evidence:
    """Collect the evidence of a vault."""
    insights = insights_of(files, today)
    threads = {door.thread.id: door.thread for door in insights.doors}
    return collect(threads, insights.network.ledger, score or Score())


def doors(number: int, log: str, *more: tuple[str, str], begin: int = 0) -> dict[str, str]:
    """Write so many targets with the same story; `more` are further introducers' logs."""
    names = [f"t{at}" for at in range(begin, begin + number)]
    files = people(f"me ana ben {' '.join(names)}", me="me: true")
    for name in names:
        for introducer, lines in (("ana", log), *more):
            files[f"intros/{name}-{introducer}.md"] = intro(
                lines, target=name, introducer=introducer
            )
    return files


def rates(evidence: Evidence) -> Mapping[str, tuple[int, int, int]]:
    """Return answered, decided and pending of every tactic that was tried."""
    return {
        result.tactic: (result.rate.hits, result.rate.n, result.pending)
        for result in evidence.tactics
        if result.rate.n or result.pending
    }


INTRODUCED = "2026-01-01 introduced"
SECOND = ("ben", "2026-03-01 introduced\n2026-03-04 replied")


def test_what_is_pending_counts_neither_way() -> None:
    files = doors(3, f"{INTRODUCED}\n2026-01-02 replied\n2026-06-20 nudged")
    assert rates(evidence_of(files)) == {"introduction": (3, 3, 0), "nudge": (0, 0, 3)}


def test_messages_are_no_tactic() -> None:
    files = doors(1, f"{INTRODUCED}\n2026-01-02 wrote\n2026-01-09 wrote\n2026-01-10 replied")
    assert rates(evidence_of(files)) == {"introduction": (0, 1, 0)}


def test_second_introductions_move_the_base_rate_with_weight_eight() -> None:
    base = evidence_of(doors(12, INTRODUCED, SECOND)).base
    assert base.own == Rate(12, 12)
    assert base.posterior == pytest.approx((8 * 0.25 + 12) / (8 + 12))


def test_without_second_introductions_the_first_guess_stays() -> None:
    assert evidence_of(doors(3, INTRODUCED)).base.posterior == Score().base_reopen


def test_a_base_rate_of_the_settings_is_used_and_no_new_first_guess() -> None:
    base = evidence_of(doors(1, INTRODUCED), score=Score(base_reopen=0.6)).base
    assert (base.prior, base.used, base.posterior) == (0.25, 0.6, 0.25)


def test_the_same_person_again_says_nothing_about_another() -> None:
    files = doors(1, f"{INTRODUCED}\n2026-03-01 introduced\n2026-03-02 replied")
    assert evidence_of(files).base.own == Rate(0, 0)


def test_days_to_an_answer_are_told_before_and_after_the_second_introduction() -> None:
    log = f"{INTRODUCED}\n2026-01-11 replied\n2026-01-20 wrote"
    evidence = evidence_of(doors(5, log, SECOND))
    assert (evidence.before.median, evidence.before.n) == (10, 5)
    assert (evidence.after.median, evidence.after.n) == (3, 5)


def test_threads_without_a_second_introduction_tell_nothing_about_it() -> None:
    evidence = evidence_of(doors(5, f"{INTRODUCED}\n2026-01-11 replied"))
    assert (evidence.before.n, evidence.after.n) == (0, 0)


NUDGED = f"{INTRODUCED}\n2026-02-10 nudged"


def test_a_move_is_clearly_better_only_if_the_intervals_do_not_touch() -> None:
    well = doors(20, NUDGED, ("ben", "2026-03-20 introduced\n2026-03-21 replied"))
    pair = evidence_of(well).better
    assert pair is not None
    assert [one.tactic for one in pair] == ["second-other", "nudge"]
    few = doors(5, f"{NUDGED}\n2026-02-11 replied", begin=50)
    assert evidence_of(few).better is None
    assert [one.tactic for one in evidence_of(few).comparable] == ["nudge"]


def test_a_first_introduction_is_nothing_to_choose_once_it_is_quiet() -> None:
    evidence = evidence_of(doors(20, f"{NUDGED}\n2026-05-01 interrupted"))
    assert {one.tactic for one in evidence.comparable} == {"nudge", "interrupt"}


def test_a_connector_is_told_by_what_is_decided() -> None:
    recent = date.fromisoformat(TODAY) - timedelta(days=30)
    files = {
        **people("me ana ben t0 t1 t2 t3 t4", me="me: true"),
        "intros/0.md": intro("2026-01-01 asked\n2026-01-03 introduced", target="t0"),
        "intros/1.md": intro("2026-01-01 asked\n2026-01-04 passed", target="t1"),
        "intros/2.md": intro("2026-01-01 asked", target="t2"),
        "intros/3.md": intro(f"{recent} introduced", target="t3"),
        "intros/4.md": intro("2026-06-29 asked", target="t4", introducer="ben"),
        "intros/5.md": intro("2026-05-01 introduced\n2026-06-09 met", target="t4"),
    }
    evidence = evidence_of(files)
    ana, ben = evidence.connectors
    assert (ana.contact, ana.asked) == (ContactId("ana"), 5)
    assert ana.agreed == Rate(3, 5)
    assert ana.answered == Rate(1, 2)
    assert (ben.asked, ben.agreed, ben.answered) == (1, Rate(0, 0), Rate(0, 0))
    assert evidence.everybody.asked == 6
    assert (evidence.everybody.agreed, evidence.everybody.answered) == (Rate(3, 5), Rate(1, 2))


def test_an_introduction_is_decided_after_thirty_days() -> None:
    made = intro("2026-01-01 introduced", target="t0")
    files = {**people("me ana t0", me="me: true"), "intros/0.md": made}
    assert evidence_of(files, "2026-01-31").everybody.answered == Rate(0, 0)
    assert evidence_of(files, "2026-02-01").everybody.answered == Rate(0, 1)


@pytest.mark.parametrize("answer", ["replied", "scheduled 2026-02-20: call", "met"])
def test_whatever_shows_that_the_target_answered_counts_for_the_connector(answer: str) -> None:
    made = intro(f"2026-01-01 introduced\n2026-01-05 {answer}", target="t0")
    files = {**people("me ana t0", me="me: true"), "intros/0.md": made}
    assert evidence_of(files, "2026-02-10").everybody.answered == Rate(1, 1)
