"""What is left of a vault for an audience."""

import pytest

from site_builder.audience.vault_filter import Withheld, shown_to, withheld_from
from site_builder.model.audience import PRIVATE, Audience
from site_builder.model.contact import ContactId
from site_builder.source import FILE_START
from tests.support.vaults import settings_of, vault_of

from .builders import TEAM, person, seen_contact, seen_intro, seen_vault

TARA = {"contacts/friends/tara.md": person("name: Tara Lind\nphone: 1\nx_age: 9\nhobby: chess")}
INTRO = """\
---
target: tara
introducer: sam
goal: tea
why: us
visibility: team
---

## Log

- 2026-01-01 asked: by phone
"""
PAIR = {
    **TARA,
    "contacts/sam.md": person("name: Sam Roy\nknows: [tara 3, dana 4]"),
    "contacts/dana.md": person("name: Dana Berg\nknows: [tara 3]", seen=False),
    "intros/2026/one.md": INTRO,
}


def test_the_owner_sees_the_vault_itself() -> None:
    assert shown_to(PRIVATE, vault_of(PAIR)) is None


def test_a_file_is_seen_only_if_its_visibility_names_the_audience() -> None:
    assert list(seen_vault(PAIR).people) == ["sam", "tara"]
    assert not seen_vault(PAIR, Audience("board", TEAM.show, TEAM.fields)).people


@pytest.mark.parametrize(
    ("show", "people", "intros"), [((), 0, 0), (("contacts",), 2, 0), (("intros",), 0, 0)]
)
def test_a_kind_of_file_is_seen_only_if_it_is_listed(
    show: tuple[str, ...], people: int, intros: int
) -> None:
    vault = seen_vault(PAIR, Audience("team", show, TEAM.fields))
    assert (len(vault.people), len(vault.spokes)) == (people, intros)


def test_only_listed_keys_are_left_and_unknown_ones_can_be_listed() -> None:
    tara = seen_contact(TARA, "tara", Audience("team", ("contacts",), ("name", "hobby")))
    assert (tara.name, tara.phone, tara.more) == ("Tara Lind", (), (("hobby", ("chess",)),))


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("Sam Okafor 3", None),
        ("sam okafor 3", None),
        ("Sam Okafor", None),
        ("Sam 3", 3),
        ("sam saw them once", 0),
        ("Dana Berg 2", 2),
        ("Dana Berg Lund 2", None),
        ("Dana Berg rowed together", 0),
        ("Sam van den Berg", None),
        ("sam von und zu Berg rowed together", None),
        ("Sam d'Angelo", None),
        ("Sam al-Rashid", None),
        ("Sam 李", None),
        ("sam Okafor", None),
        ("Dana Berg van Lund", None),
        ("Dana Berg van", 0),
        ("sam of old", 0),
    ],
)
@pytest.mark.parametrize("hidden", ["Sam Okafor", "Sam van den Berg", "Li Wei"])
def test_a_tie_of_two_words_does_not_tell_who_is_hidden(
    line: str, seen: int | None, hidden: str
) -> None:
    files = {
        "contacts/sam.md": person("name: Sam"),
        "contacts/dana.md": person("name: Dana Berg"),
        "contacts/tara.md": person(f"name: Tara Lind\nknows: [{line}]"),
        "contacts/zz.md": person(f"name: {hidden}", seen=False),
    }
    ties = seen_vault(files).ties[ContactId("tara")].values()
    assert [tie.closeness or 0 for tie in ties] == ([] if seen is None else [seen])


def test_a_person_whose_name_is_withheld_goes_by_the_name_of_the_file() -> None:
    assert seen_contact(TARA, "tara", Audience("team", ("contacts",))).name == "tara"


def test_no_file_text_place_or_folder_is_left() -> None:
    vault = seen_vault(PAIR)
    assert [one.path for one in vault.documents] == [
        "contacts/sam.md",
        "contacts/tara.md",
        "intros/one.md",
    ]
    assert all((one.text, one.faults) == ("", ()) for one in vault.documents)
    sam = vault.records[vault.documents[0].id]  # type: ignore[index] # an id of a contact
    assert (sam.at("name"), sam.knows[0].span, sam.knows[0].other.span) == (FILE_START,) * 3
    assert sam.visibility == ()


def test_ties_and_other_lines_about_hidden_people_are_gone() -> None:
    files = PAIR | {
        "contacts/sam.md": person(
            "knows: [dana 4, tara 3]\nstanding: [dana 0.5, tara 1]\nintroduced_by: dana"
        )
    }
    sam = seen_contact(files, "sam")
    assert [line.other.name for line in sam.knows] == ["tara"]
    assert [line.other.name for line in sam.standing] == ["tara"]
    assert sam.introduced_by is None
    assert seen_vault(files).acquaintances == {"sam": {"tara"}, "tara": {"sam"}}


def test_a_visible_introducer_of_a_person_stays() -> None:
    files = PAIR | {"contacts/sam.md": person("introduced_by: tara")}
    named = seen_contact(files, "sam").introduced_by
    assert named is not None
    assert named.name == "tara"


def test_sensitive_and_unknown_kinds_of_circles_never_leave_private() -> None:
    groups = person("groups: [faith/x, team/y 2009-2012, odd/z, recovery/w]")
    settings = settings_of("[kinds.recovery]\nsensitive = true\n[groups.'faith/x']\nname = 'X'\n")
    vault = seen_vault({"contacts/tara.md": groups}, settings=settings)
    assert list(vault.circles) == ["team/y"]
    assert list(vault.settings.kinds) == ["team"]
    assert not vault.settings.groups


def test_heritage_and_faith_are_not_shown_even_where_they_count_for_ranking() -> None:
    settings = settings_of("[kinds.faith]\nsensitive = false\nknows = 1.0\n")
    vault = seen_vault({"contacts/tara.md": person("groups: [faith/x, team/y]")}, settings=settings)
    assert list(vault.circles) == ["team/y"]


def test_a_circle_counts_the_members_that_are_seen() -> None:
    files = {
        f"contacts/{name}.md": person("groups: [team/y]", seen=name < "d") for name in "abcdefg"
    }
    assert seen_vault(files).circles["team/y"].size == 3
    assert vault_of(files).circles["team/y"].size == 7


def test_a_first_name_shared_with_somebody_hidden_is_enough_of_a_name() -> None:
    files = PAIR | {"contacts/other.md": person("name: Tara Berg", seen=False)}
    assert seen_contact(files, "tara").first_name == "Tara"
    assert vault_of(files).records["tara"].first_name == "Tara Lind"  # type: ignore[index] # as above


@pytest.mark.parametrize("key", ["target", "introducer", "requester"])
def test_an_introduction_with_somebody_hidden_in_it_does_not_exist(key: str) -> None:
    text = (
        INTRO.replace("goal", f"{key}: dana\ngoal")
        if key == "requester"
        else INTRO.replace(f"{key}: {'tara' if key == 'target' else 'sam'}", f"{key}: dana")
    )
    assert "dana" in text
    assert not seen_vault(PAIR | {"intros/2026/one.md": text}).spokes


def test_an_introduction_without_a_person_does_not_exist() -> None:
    files = PAIR | {"intros/2026/one.md": INTRO.replace("target: tara\n", "")}
    assert not seen_vault(files).documents[2:]


def test_log_and_body_are_seen_only_if_they_are_listed() -> None:
    body = "Likes tea.\n\n## Log\n\n- 2026-06-03: had tea\n"
    files = {"contacts/tara.md": person(body=body)}
    seen, bare = (
        seen_contact(files, "tara"),
        seen_contact(files, "tara", Audience("team", ("contacts",))),
    )
    assert (bool(seen.notes), len(seen.log)) == (True, 1)
    assert (bool(bare.notes), bare.log) == (False, ())
    assert seen_intro(PAIR).events
    assert not seen_intro(PAIR, Audience("team", ("contacts", "intros"))).events


def test_drafts_are_seen_only_where_drafts_are_built() -> None:
    files = PAIR | {"contacts/new.md": person("draft: true")}
    assert "new" not in seen_vault(files).people
    assert "new" in seen_vault(files, drafts=True).people


def test_a_file_that_cannot_be_read_is_hidden() -> None:
    assert not seen_vault({"contacts/tara.md": "---\nname: [\nvisibility: [team]\n---\n"}).documents


def test_settings_are_those_that_show_in_what_is_shown() -> None:
    text = "title = 'T'\n[score]\nstrong = 0.5\n[stall.waiting]\nstalled = '9d'\n"
    more = "[checks]\nno-goal = 'off'\n[audiences.board]\nshow = []\n"
    settings = settings_of(text + more)
    bare = seen_vault(PAIR, Audience("team", ("contacts",)), settings).settings
    full = seen_vault(PAIR, Audience("team", ("contacts", "log", "suggestions")), settings).settings
    assert (bare.title, bare.audiences, bare.checks) == ("T", {}, {})
    assert (bare.score.strong, str(bare.stall["waiting"].stalled)) == (0.25, "14d")
    assert (full.score.strong, str(full.stall["waiting"].stalled)) == (0.5, "9d")


def test_an_introduction_shows_nobody_who_has_its_name() -> None:
    seen = seen_vault({**PAIR, "intros/dana.md": INTRO})
    assert [str(path) for path in seen.paths] == ["intros/dana.md", "intros/one.md"]
    assert [str(tie.other.name) for tie in seen.people[ContactId("sam")].knows] == ["tara"]


def test_what_is_withheld_is_counted() -> None:
    whole = vault_of(
        PAIR
        | {"contacts/sam.md": person("org: X", body="A note.\n\n## Log\n\n- 2026-01-01: tea")}
        | {"intros/two.md": INTRO.replace("visibility: team\n", "")}
    )
    narrow = Audience("team", ("contacts", "intros"), ("name", "org"))
    seen = seen_vault(PAIR, narrow)
    tara, sam, intro = ["phone", "x_age", "hobby"], ["body", "log"], ["goal", "why", "log"]
    assert withheld_from(whole, seen) == Withheld(1, 1, len([*tara, *sam, *intro]))
    narrow = Audience("team", ("contacts", "intros", "body", "log"), ("name", "org"))
    told = withheld_from(whole, seen_vault(PAIR, narrow))
    assert told == Withheld(1, 1, len([*tara, "goal", "why"]))
    assert withheld_from(whole, whole) == Withheld(0, 0, 0)
