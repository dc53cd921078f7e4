"""Worth finding out: which unknown would change the advice most, checked by answering it."""

import pytest

from site_builder.insights.insight import Insights
from site_builder.insights.probability import KNOWS
from site_builder.insights.worth_asking import (
    WEIGHTS,
    Unknown,
    added_up,
    needs_answers,
    unknowns_of,
)
from tests.support.vaults import Files, insights_of, intro, people, settings_of

TODAY = "2026-11-20"
QUIET = "2026-10-06 introduced\n2026-10-06 wrote\n2026-10-13 nudged\n2026-10-21 nudged"
CREW = "groups: [team/crew 2009-2012]"
MATES = {"tara": CREW, "ben": "closeness: 1\nknows: [tara 1]", "chloe": f"closeness: 5\n{CREW}"}


def vault(log: str = QUIET, **facts: str) -> dict[str, str]:
    """Write a door to Tara through Ana; Ben and Chloe may know her."""
    cast = people("me tara ana ben chloe", me="me: true", **facts)
    return {**cast, "intros/tara.md": intro(log)}


def insights(files: Files) -> Insights:
    return insights_of(files, TODAY)


def asked(files: Files) -> list[Unknown]:
    found = insights(files)
    return [unknown for door in found.doors for unknown in unknowns_of(found.network, door)]


def best(files: Files, without: str = "") -> float:
    """Return the door's best chance, of everybody or of the others."""
    (door,) = insights(files).doors
    return max((one.p for one in door.suggestion.suggested if one.contact != without), default=0.0)


def test_an_inferred_tie_is_asked_about_with_the_gain_of_the_formula() -> None:
    files = vault(**MATES)
    (unknown,) = asked(files)
    assert (unknown.about, unknown.contact, unknown.target) == ("their tie", "chloe", "tara")
    (door,) = insights(files).doors
    p_know = next(one.p_know for one in door.suggestion.suggested if one.contact == "chloe")
    answered = {
        k: best(vault(**MATES | {"chloe": f"closeness: 5\n{CREW}\nknows: [tara {k}]"}))
        for k in KNOWS
    }
    expected = (1 - p_know) * best(files, without="chloe")
    expected += p_know * sum(WEIGHTS[k] * p for k, p in answered.items())
    assert unknown.gain == pytest.approx(expected - best(files))


def test_my_own_tie_is_asked_about_and_cannot_turn_out_to_be_none() -> None:
    facts = {"ben": "closeness: 1\nknows: [tara 3]", "chloe": "knows: [tara 3]"}
    files = vault(**facts)
    (unknown,) = asked(files)
    assert (unknown.about, unknown.contact) == ("my tie", "chloe")
    answered = {
        k: best(vault(**facts | {"chloe": f"closeness: {k}\nknows: [tara 3]"})) for k in WEIGHTS
    }
    expected = sum(WEIGHTS[k] * p for k, p in answered.items())
    assert unknown.gain == pytest.approx(expected - best(files))


@pytest.mark.parametrize("k", WEIGHTS)
def test_the_turning_point_is_where_the_answer_makes_them_first(k: int) -> None:
    facts = {"ben": "closeness: 4\nknows: [tara 3]", "chloe": "knows: [tara 4]"}
    (unknown,) = asked(vault(**facts))
    assert unknown.rival == "ben"
    assert unknown.first_from is not None
    answer = facts | {"chloe": f"closeness: {k}\nknows: [tara 4]"}
    (door,) = insights(vault(**answer)).doors
    assert (door.suggestion.suggested[0].contact == "chloe") == (k >= unknown.first_from)


def test_somebody_who_is_first_already_has_no_turning_point_but_a_rival() -> None:
    files = vault(ben="closeness: 1\nknows: [tara 1]", chloe="knows: [tara 3]")
    (unknown,) = asked(files)
    assert (unknown.contact, unknown.first_from, unknown.rival) == ("chloe", None, "ben")
    (alone,) = asked(vault(chloe="knows: [tara 3]"))
    assert (alone.first_from, alone.rival) == (None, None)


def test_a_tie_without_its_number_is_asked_about_a_graded_one_is_not() -> None:
    ben = {"ben": "closeness: 4\nknows: [tara 2]"}
    assert [one.about for one in asked(vault(**ben, chloe="closeness: 5\nknows: [tara]"))] == [
        "their tie"
    ]
    assert asked(vault(**ben, chloe="closeness: 5\nknows: [tara 2]")) == []


def test_an_answer_that_cannot_change_who_is_best_is_not_worth_a_question() -> None:
    assert asked(vault(**MATES | {"ben": "closeness: 5\nknows: [tara 5]"})) == []
    weak = {"ben": "closeness: 5\nknows: [tara 5]", "chloe": "knows: [tara 1?]"}
    assert asked(vault(**weak)) == []


def test_a_gain_of_less_than_half_a_chance_in_a_hundred_is_not_shown() -> None:
    near = {"ben": "closeness: 5\nknows: [tara 4]", "chloe": "closeness: 5\nknows: [tara]"}
    assert [one.gain for one in asked(vault(**near)) if one.gain < 0.005] == []
    assert asked(vault(**near | {"ben": "closeness: 5\nknows: [tara 3]"})) != []


@pytest.mark.parametrize(
    ("log", "needed"),
    [
        (QUIET, True),
        ("2026-11-19 passed", True),
        ("2026-10-01 introduced\n2026-10-02 replied\n2026-10-03 wrote", True),
        ("2026-11-19 introduced\n2026-11-19 wrote", False),
        ("2026-10-01 introduced", False),
        ("2026-10-01 introduced\n2026-10-02 closed: lost", False),
    ],
)
def test_only_doors_that_may_need_somebody_else_ask(log: str, *, needed: bool) -> None:
    files = vault(log, **MATES)
    (door,) = insights(files).doors
    assert needs_answers(door) == needed
    assert bool(asked(files)) == needed


def test_a_door_that_rests_after_two_introductions_asks_nothing() -> None:
    files = vault(**MATES | {"ben": "knows: [tara 1]"}) | people("noor")
    files["intros/b.md"] = intro(
        "2026-10-20 introduced\n2026-10-20 wrote\n2026-10-27 nudged\n2026-11-03 nudged",
        introducer="noor",
    )
    (door,) = insights_of(files, "2026-11-25").doors
    assert (door.move.name, needs_answers(door)) == ("park", False)


def test_the_same_question_at_several_doors_is_asked_once_with_its_gains_added_up() -> None:
    files = vault(chloe="knows: [tara 3, omar 3]") | people("omar")
    files["intros/omar.md"] = intro(QUIET, target="omar")
    unknowns = asked(files)
    (together,) = added_up(unknowns)
    assert sorted(one.thread for one in together.unknowns) == ["omar", "tara"]
    assert together.gain == pytest.approx(sum(one.gain for one in unknowns))


def test_questions_about_two_targets_are_two_questions() -> None:
    files = vault(**MATES) | people("omar", omar=CREW)
    files["intros/omar.md"] = intro(QUIET, target="omar")
    assert len(added_up(asked(files))) == len(asked(files)) >= 2


def test_own_weights_that_drive_a_probability_to_one_do_no_harm() -> None:
    own = settings_of("[score]\nbase_reopen = 0.99\ntie_move = 900\n")
    found = insights_of(vault(**MATES), TODAY, own)
    assert all(unknowns_of(found.network, door) is not None for door in found.doors)
