"""What is answered for a target: which thread it speaks of, in which order, and honestly nobody."""

import pytest

from site_builder.insights.analyse import suggestion_for
from site_builder.model.contact import ContactId
from tests.support.vaults import (
    Files,
    insights_of,
    intro,
    listed,
    people,
    suggestion_of,
)

TODAY = "2026-11-20"
CHASED = "2026-10-06 introduced\n2026-10-06 wrote\n2026-10-13 nudged\n2026-10-21 nudged"
BASE = people("me tara ana ben noor", me="me: true", ana="knows: [tara 3]", ben="knows: [tara 3]")


def suggested(files: Files, target: str = "tara") -> list[str]:
    """Return who is suggested, best first."""
    return [one.contact for one in suggestion_of(files, TODAY, target=target).suggested]


def test_without_a_thread_there_are_no_earlier_introducers() -> None:
    found = suggestion_of(BASE, TODAY)
    assert (found.target, found.thread, found.due) == ("tara", None, False)
    assert suggested(BASE) == ["ana", "ben"]
    assert found.due_because


def test_a_thread_that_is_over_is_named_and_its_introducers_are_free() -> None:
    files = {**BASE, "intros/a.md": intro("2025-01-01 asked\n2025-02-01 closed: lost")}
    found = suggestion_of(files, TODAY)
    assert (found.thread, found.due) == ("tara", False)
    assert found.due_because == "This pursuit is over."
    assert set(suggested(files)) == {"ana", "ben"}


def test_the_latest_thread_that_is_not_over_is_spoken_of() -> None:
    files = {
        **BASE,
        "intros/a.md": intro("2025-01-01 asked\n2025-02-01 closed: lost"),
        "intros/b.md": intro("2026-03-01 introduced", introducer="ben"),
        "intros/c.md": intro("2026-05-01 asked\n2026-06-01 closed: lost", thread="x"),
    }
    found = suggestion_of(files, TODAY)
    assert found.thread == "tara--2"
    assert [one.contact for one in found.not_suggested] == ["ben"]
    files["intros/d.md"] = intro("2026-04-01 introduced", thread="y")
    assert suggestion_of(files, TODAY).thread == "tara--y"


def test_of_two_threads_begun_on_one_day_the_later_path_is_the_later_thread() -> None:
    files = {
        **BASE,
        "intros/b.md": intro("2026-03-01 introduced", introducer="ben"),
        "intros/a.md": intro("2026-03-01 introduced", thread="x"),
    }
    assert suggestion_of(files, TODAY).thread == "tara"


@pytest.mark.parametrize(
    ("log", "due"),
    [
        (CHASED, True),
        (f"{CHASED}\n2026-11-04 thanked", True),
        ("2026-11-01 asked", True),
        ("2026-11-19 passed", True),
        ("2026-11-19 asked", False),
        ("2026-11-19 introduced", False),
        ("2026-10-01 wrote", False),
    ],
)
def test_a_second_introducer_is_due_for_three_moves(log: str, *, due: bool) -> None:
    files = {**BASE, "intros/a.md": intro(log)}
    found = suggestion_of(files, TODAY)
    door = insights_of(files, TODAY).doors[0]
    assert found.due == due
    assert due == (door.move.name in {"close-loop", "second-intro", "next-introducer"})
    assert listed(found) == listed(door.suggestion)
    assert found.due_because == door.move.because


def test_the_order_is_by_value_then_stated_then_id() -> None:
    facts = dict.fromkeys(["zoe", "ben", "ana"], "knows: [tara 3]")
    facts["cleo"] = "closeness: 5\nknows: [tara 3]"
    assert suggested(people("me tara zoe ben ana cleo", me="me: true", **facts)) == [
        "cleo",
        "ana",
        "ben",
        "zoe",
    ]


def test_equal_values_are_equal_whatever_the_order_of_their_parts() -> None:
    circles = ["team/a 2009-2010", "unit/b 2009-2012", "practice/c"]
    facts = {
        "tara": f"groups: [{', '.join(circles)}]",
        "zoe": f"groups: [{', '.join(circles)}]",
        "ben": f"groups: [{', '.join(reversed(circles))}]",
    }
    assert suggested(people("me tara zoe ben", me="me: true", **facts)) == ["ben", "zoe"]


def test_the_not_suggested_are_listed_by_id() -> None:
    files = people(
        "me tara zoe ben ana",
        me="me: true",
        **dict.fromkeys(["zoe", "ben", "ana"], "ask: no\nknows: [tara 3]"),
    )
    found = suggestion_of(files, TODAY)
    assert [one.contact for one in found.not_suggested] == ["ana", "ben", "zoe"]
    assert "who knows Tara is better not asked. " in found.nobody_because
    assert found.nobody_because.endswith("add `knows: [tara 3]` to the file of whoever does.")


def test_an_honest_nobody_says_what_is_missing() -> None:
    alone = suggestion_of(people("me tara", me="me: true"), TODAY).nobody_because
    assert "groups:" in alone
    assert "contacts/tara.md" in alone
    assert "knows: [tara 3]" in alone
    weak = people(
        "me tara ben", me="me: true", tara="groups: [place/oslo]", ben="groups: [place/oslo]"
    )
    assert "knows: [tara 3]" in suggestion_of(weak, TODAY).nobody_because
    assert suggestion_of(BASE, TODAY).nobody_because == ""


def test_a_door_that_is_over_suggests_nobody() -> None:
    files = {**BASE, "intros/a.md": intro("2025-01-01 closed: lost")}
    (door,) = insights_of(files, TODAY).doors
    assert (door.open, door.suggestion.suggested, door.suggestion.due) == (False, (), False)


def test_doors_come_my_turn_first_then_most_overdue_then_by_id() -> None:
    logs = {
        "a": "2026-11-19 wrote",
        "b": "2026-10-01 wrote",
        "c": "2026-11-19 replied",
        "d": "2026-11-01 replied",
        "e": "",
        "f": "2026-11-01 paused 2026-12-01",
        "g": "2026-10-01 wrote",
    }
    files = people(" ".join(["me", "ana", *logs]), me="me: true")
    files |= {f"intros/{name}.md": intro(log, target=name) for name, log in logs.items()}
    doors = insights_of(files, TODAY).doors
    assert [door.thread.id for door in doors] == ["d", "c", "e", "b", "g", "a", "f"]


def test_the_inverse_view_tells_which_stalled_doors_a_person_could_open() -> None:
    files = people(
        "me tara noor ana ben",
        me="me: true",
        ben="knows: [tara 3, noor 5]",
        ana="closeness: 4\nknows: [tara 2]",
    )
    files["intros/a.md"] = intro(CHASED)
    files["intros/b.md"] = intro(CHASED, target="noor")
    files["intros/c.md"] = intro("2026-11-19 wrote", target="ana", introducer="tara")
    openings = insights_of(files, TODAY).openings
    found = {str(who): [one.thread for one in doors] for who, doors in openings.items()}
    assert found["ben"] == ["noor", "tara"]
    assert "ana" not in found


def test_an_analysis_knows_its_day_and_its_vault() -> None:
    insights = insights_of(BASE, TODAY)
    assert str(insights.today) == TODAY
    assert insights.vault.me == "me"


def test_it_answers_for_every_contact_of_the_vault() -> None:
    insights = insights_of({**BASE, "intros/a.md": intro(CHASED)}, TODAY)
    for person in insights.vault.people:
        assert suggestion_for(insights, ContactId(person)).target == person


def test_what_would_change_a_rank_is_said() -> None:
    files = people(
        "me tara ana ben",
        me="me: true",
        ana="closeness: 4\nlast_contact: 2026-11-01\nknows: [tara 3]",
        ben="closeness: 4\nlast_contact: 2026-11-01\nknows: [tara 1]",
    )
    first, second = suggestion_of(files, TODAY).suggested
    assert (first.contact, first.would_change) == ("ana", "")
    assert second.would_change == "If Ben and Tara are close friends, Ben becomes rank 1."
