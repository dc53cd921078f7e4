"""A vault is assembled from its documents; what a fault makes unusable is left out."""

import pytest

from site_builder.model.contact import ContactId
from tests.support.vaults import intro, people, settings_of, vault_of


def test_the_owner_is_whoever_says_me() -> None:
    assert vault_of(people("ana tara", ana="me: true")).me == "ana"
    assert vault_of(people("ana tara", ana="me: false")).me is None


def test_people_come_in_id_order_whatever_the_order_of_the_files() -> None:
    files = people("tara ana sam")
    backwards = dict(reversed(files.items()))
    assert (
        list(vault_of(files).people) == list(vault_of(backwards).people) == ["ana", "sam", "tara"]
    )


def test_a_draft_is_left_out_unless_drafts_are_asked_for() -> None:
    files = {
        **people("ana tara ben", ben="draft: true", ana="knows: [ben 3]"),
        "intros/a.md": intro("", draft="true"),
        "intros/b.md": intro("", introducer="ben"),
    }
    vault = vault_of(files)
    assert set(vault.people) == {"ana", "tara"}
    assert not any(vault.ties.values())
    assert not vault.spokes
    assert len(vault.documents) == 5
    vault = vault_of(files, drafts=True)
    assert "ben" in vault.people
    assert len(vault.spokes) == 2
    assert vault.ties[ContactId("ana")] == {"ben": vault.people[ContactId("ana")].knows[0]}


def test_a_tie_holds_in_both_directions_unless_the_other_file_states_its_own() -> None:
    files = people("ana ben tara", ana="knows: [ben 4, tara 2]", ben="knows: [ana 1]")
    vault = vault_of(files)
    ana, ben, tara = (ContactId(name) for name in ("ana", "ben", "tara"))
    stated = {
        (one, other): (tie[0].closeness, tie[1])
        for one in (ana, ben, tara)
        for other in (ana, ben, tara)
        if (tie := vault.tie(one, other)) is not None
    }
    assert stated == {
        (ana, ben): (4, ana),
        (ben, ana): (1, ben),
        (ana, tara): (2, ana),
        (tara, ana): (2, ana),
    }


def test_ties_count_once_per_pair_whichever_file_states_them() -> None:
    vault = vault_of(people("ana ben tara", ana="knows: [ben 4, tara 2]", ben="knows: [ana 1]"))
    assert vault.acquaintances == {
        "ana": {"ben", "tara"},
        "ben": {"ana"},
        "tara": {"ana"},
    }


def test_a_tie_to_oneself_or_to_nobody_is_no_tie_and_the_first_of_two_counts() -> None:
    vault = vault_of(people("ana ben", ana="knows: [Ana 5, nobody 3, ben 2, Ben 5, '[[ben]] 4']"))
    ties = vault.ties[ContactId("ana")]
    assert {who: line.closeness for who, line in ties.items()} == {"ben": 2}


def test_a_circle_has_its_members_a_name_and_a_size_of_at_least_two() -> None:
    files = people(
        "ana ben tara",
        ana="groups: [team/oslo-rowing 2009-2012, team/oslo-rowing 2015, place/oslo]",
        ben="groups: [team/oslo-rowing]",
        tara="groups: [team/oslo-rowing, band/x]",
    )
    circles = vault_of(files).circles
    assert list(circles) == ["band/x", "place/oslo", "team/oslo-rowing"]
    rowing = circles["team/oslo-rowing"]
    assert (rowing.name, rowing.kind, rowing.size) == ("Oslo Rowing", "team", 3)
    assert {who: len(lines) for who, lines in rowing.members.items()} == {
        "ana": 2,
        "ben": 1,
        "tara": 1,
    }
    assert circles["band/x"].size == 2


@pytest.mark.parametrize(("size", "counted"), [(8, 8), (1, 2)])
def test_settings_may_name_a_circle_and_give_its_size(size: int, counted: int) -> None:
    settings = settings_of(f'[groups."place/oslo"]\nname = "Oslo town"\nsize = {size}\n')
    circle = vault_of(people("ana", ana="groups: [place/oslo]"), settings).circles["place/oslo"]
    assert (circle.name, circle.size) == ("Oslo town", counted)


@pytest.mark.parametrize(
    ("keys", "requester"),
    [({}, None), ({"requester": "me"}, None), ({"requester": "ben"}, "ben")],
)
def test_a_spoke_is_for_me_unless_somebody_else_wants_it(
    keys: dict[str, str], requester: str | None
) -> None:
    files = {**people("me ana tara ben", me="me: true"), "intros/a.md": intro("", **keys)}
    (spoke,) = vault_of(files).spokes
    assert (spoke.target, spoke.introducer, spoke.requester) == ("tara", "ana", requester)


@pytest.mark.parametrize(
    "keys",
    [
        {"target": "nobody"},
        {"introducer": "nobody"},
        {"requester": "nobody"},
        {"target": "Twin"},
        {"target": "'[['"},
    ],
)
def test_an_intro_whose_people_are_not_known_is_no_spoke(keys: dict[str, str]) -> None:
    twins = {f"contacts/t{n}.md": "---\nname: Twin\n---\n" for n in (1, 2)}
    files = {**people("ana tara"), **twins, "intros/a.md": intro("", **keys)}
    assert not vault_of(files).spokes


def test_of_two_intros_with_one_id_the_first_counts() -> None:
    files = {
        **people("ana tara"),
        "intros/2026/a.md": intro("2026-01-01 asked"),
        "intros/A.md": intro(""),
    }
    (spoke,) = vault_of(files).spokes
    assert spoke.intro.path == "intros/2026/a.md"


def test_references_are_looked_up_by_alias_and_name_too() -> None:
    files = {
        **people("tara", tara="aliases: [T]"),
        "contacts/a1.md": "---\nname: Ana Berg\n---\n",
        "intros/a.md": intro("", target='"[[t|Tara]]"', introducer="Ana Berg"),
    }
    (spoke,) = vault_of(files).spokes
    assert (spoke.target, spoke.introducer) == ("tara", "a1")
