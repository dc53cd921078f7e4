"""Who stands between me and a person: people we both know, circles we share."""

import re

import pytest

from site_builder.model.contact import ContactId
from site_builder.pages.contact_between import (
    CIRCLES_SHOWN,
    LEFT,
    NAME_SIZE,
    PEOPLE_SHOWN,
    RIGHT,
    WEIGHTS,
    Between,
    between_of,
)
from site_builder.pages.picture import width
from tests.support.insights_sample import insights_in

VAULT = """
== contacts/me.md
name: Robin Vale
me: true
groups: [team/rowing, employer/northwind, faith/parish]
== contacts/tara.md
name: Tara Lindqvist
closeness: 2
groups: [employer/northwind 2019-, team/rowing, faith/parish, school/kth]
knows: [sam 4, noor 1? only heard of her, me 2]
== contacts/sam.md
name: Sam Okafor
closeness: 4
== contacts/ben.md
name: Ben Ito
closeness: 5
knows: [tara]
== contacts/noor.md
name: Noor Haddad
== contacts/gus.md
name: Gus Moreno
"""


def between(person: str, vault: str = VAULT) -> Between | None:
    insights = insights_in(vault)
    return between_of(insights.vault, insights.vault.people[ContactId(person)])


def drawn(person: str, vault: str = VAULT) -> Between:
    found = between(person, vault)
    assert found
    return found


def test_whom_i_know_best_comes_first_then_strangers_then_our_circles() -> None:
    names = [name.text for name in drawn("tara").names]
    assert names == ["Ben Ito", "Sam Okafor", "Noor Haddad", "Northwind", "Rowing"]


def test_sensitive_circles_and_circles_that_are_not_mine_are_not_drawn() -> None:
    names = {name.text for name in drawn("tara").names}
    assert "Rowing" in names
    assert not names & {"Parish", "KTH"}


def test_each_tie_is_a_line_as_thick_as_it_is_close() -> None:
    strokes = drawn("tara").strokes
    weights = [(stroke.weight, stroke.path.count("M")) for stroke in strokes]
    # mine to Tara, mine to Ben, Ben's and our two circles, Sam twice, Noor's by hearsay
    assert weights == [(WEIGHTS[n], lines) for n, lines in ((2, 1), (5, 1), (0, 5), (4, 2), (1, 1))]
    assert [stroke.dashes for stroke in strokes] == ["", "", "", "", "0.1 4"]


def test_somebody_without_a_tie_of_mine_stands_in_a_box_of_another_kind() -> None:
    found = drawn("tara")
    assert [found.known.count("M"), found.unknown.count("M"), found.circles.count("M")] == [2, 1, 2]


def test_the_description_says_who_is_where() -> None:
    assert drawn("tara").description == (
        "You and Tara both know Ben Ito and Sam Okafor. Whom Tara knows and you have no tie to: "
        "Noor Haddad. You and Tara are both in Northwind and Rowing."
    )


@pytest.mark.parametrize("person", ["me", "gus"])
def test_without_anybody_between_there_is_no_picture(person: str) -> None:
    assert between(person) is None


def test_without_a_file_of_mine_ties_are_drawn_and_circles_are_not() -> None:
    names = [name.text for name in drawn("tara", VAULT.replace("me: true\n", "")).names]
    assert "Sam Okafor" in names
    assert "Rowing" not in names


def test_a_crowd_is_counted() -> None:
    crowd = range(PEOPLE_SHOWN + 3)
    circles = ", ".join(f"team/t{n}" for n in range(CIRCLES_SHOWN + 1))
    vault = f"== contacts/me.md\nname: Robin\nme: true\ngroups: [{circles}]\n"
    knows = ", ".join(f"p{n:02}" for n in crowd)
    vault += f"== contacts/hub.md\nname: Hub\nknows: [{knows}]\ngroups: [{circles}]\n"
    vault += "".join(f"== contacts/p{n:02}.md\nname: P{n:02}\ncloseness: 1\n" for n in crowd)
    found = drawn("hub", vault)
    assert len(found.names) == PEOPLE_SHOWN + CIRCLES_SHOWN
    assert found.more == "Not drawn: 3 people and 1 circle"
    assert "P03 and 5 more" in found.description
    one_more = vault.replace("p06, p07, p08", "p06").replace(", team/t3]", "]")
    assert drawn("hub", one_more).more == "Not drawn: 1 person"
    assert drawn("p00", vault).more == ""


def test_everything_stays_inside_the_picture() -> None:
    long = VAULT.replace("Sam Okafor", "Wolfeschlegelsteinhausenbergerdorff Maximilian")
    found = drawn("tara", long)
    for name in found.names:
        assert name.x + width(name.text) * NAME_SIZE <= RIGHT
    for path in (found.known, found.unknown, found.circles, *(one.path for one in found.strokes)):
        for x, y in re.findall(r"M([\d.]+) ([\d.]+)", path):
            assert 0 < float(x) < 272
            assert 0 < float(y) < found.height
    assert found.names[1].text.endswith("…")
    assert found.names[0].x >= LEFT


def test_a_person_s_picture_needs_nobody_but_their_own_ties() -> None:
    more = VAULT + "== contacts/zoe.md\nname: Zoe Bell\ncloseness: 5\nknows: [gus 5]\n"
    assert between("gus", more) != between("gus")
    assert between("tara", more) == between("tara")
