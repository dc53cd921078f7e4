"""Ties and circles of a person."""

from site_builder.model.contact import ContactId
from site_builder.pages.contact_ties import (
    TIES_SHOWN,
    CircleLine,
    Statement,
    Tie,
    circles_of,
    ties_of,
)
from site_builder.pages.long_list import Some
from site_builder.pages.page import Ref
from tests.support.vaults import vault_of

TARA = ContactId("tara")


def ties(*lines: str, **others: str) -> Some[Tie]:
    knows = "".join(f"\n  - {line}" for line in lines)
    files = {"contacts/tara.md": f"---\nname: Tara Lindqvist\nknows:{knows or ' []'}\n---\n"}
    for name, knows in others.items():
        files[f"contacts/{name}.md"] = f"---\nname: {name.title()}\nknows: [{knows}]\n---\n"
    vault = vault_of(files)
    return ties_of(vault, vault.people[TARA])


def test_both_sides_are_heard_the_persons_own_words_first() -> None:
    assert ties("sam 4 rowed together", sam="tara 2?").shown == (
        Tie(
            Ref("Sam", "contacts/sam.html"),
            (
                Statement(
                    "Tara",
                    "●●●●○",
                    "friend or close colleague",
                    hearsay=False,
                    text="rowed together",
                ),
                Statement("Sam", "●●○○○", "acquaintance", hearsay=True, text=""),
            ),
        ),
    )


def test_a_tie_that_only_the_other_file_states_is_shown_as_theirs() -> None:
    (tie,) = ties(sam="tara 3").shown
    assert [one.by for one in tie.statements] == ["Sam"]


def test_the_strongest_come_first_then_the_names() -> None:
    found = ties("sam 2", "ben 2", "ana", zoe="tara 5", sam="", ben="", ana="")
    assert [tie.other.text for tie in found.shown] == ["Zoe", "Ben", "Sam", "Ana"]


def test_more_ties_than_a_page_can_bear_are_counted() -> None:
    names = [f"p{number}" for number in range(TIES_SHOWN + 7)]
    found = ties(*(f"{name} 3" for name in names), **dict.fromkeys(names, ""))
    assert (len(found.shown), found.more) == (TIES_SHOWN, 7)


def circles(groups: str, mine: str = "") -> tuple[CircleLine, ...]:
    vault = vault_of(
        {
            "contacts/tara.md": f"---\nname: Tara\ngroups: [{groups}]\n---\n",
            "contacts/me.md": f"---\nname: Robin\nme: true\ngroups: [{mine}]\n---\n",
        }
    )
    return circles_of(vault, vault.people[TARA])


def test_a_circle_that_is_mine_too_says_so() -> None:
    assert circles("team/oslo-rowing 2009-2012 bow", "team/oslo-rowing 2008-2013") == (
        CircleLine(
            Ref("Oslo Rowing", "groups/team-oslo-rowing.html"),
            "team",
            "2009–2012",
            "bow",
            "you too 2008–2013",
        ),
    )
    assert circles("team/oslo-rowing", "team/oslo-rowing")[0].shared == "you too"
    assert circles("team/oslo-rowing")[0].shared == ""


def test_somebody_who_was_there_twice_has_one_line() -> None:
    (line,) = circles("school/kth 2001-2003 student, school/kth 2010- teacher")
    assert (line.years, line.text) == ("2001–2003, since 2010", "student; teacher")


def test_my_own_circles_are_not_shared_with_myself() -> None:
    vault = vault_of({"contacts/me.md": "---\nname: R\nme: true\ngroups: [team/x]\n---\n"})
    (line,) = circles_of(vault, vault.people[ContactId("me")])
    assert line.shared == ""
