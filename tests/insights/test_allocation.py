"""Who is asked for which door: never one connector twice, and who gains most comes first."""

from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.insights.candidate import Allotment
from site_builder.insights.insight import Door
from site_builder.pages.door_verdict import move_label, move_title
from site_builder.pages.drafts import door_drafts
from site_builder.pages.one_ask import kept_note
from tests.support.vaults import Files, insights_of, intro, people

TODAY = "2026-11-20"
QUIET = """
2026-10-06 introduced
2026-10-06 wrote
2026-10-13 nudged
2026-10-21 nudged
2026-11-01 thanked
"""
CAST = "me tara omar ana lena ben katya"


def doors(files: Files) -> dict[str, Door]:
    return {door.thread.id: door for door in insights_of(files, TODAY).doors}


def two_doors(**facts: str) -> dict[str, str]:
    """Write two doors that went quiet, through Ana and through Lena."""
    return {
        **people(CAST, me="me: true", tara="ask: no", omar="ask: no", **facts),
        "intros/tara.md": intro(QUIET),
        "intros/omar.md": intro(QUIET, target="omar", introducer="lena"),
    }


def first(door: Door) -> str:
    return door.allotment.first.contact if door.allotment.first else ""


def test_one_connector_goes_to_the_door_where_their_word_is_worth_most() -> None:
    found = doors(two_doors(ben="knows: [tara 4, omar 2]", katya="knows: [omar 1]"))
    assert [one.contact for one in found["omar"].suggestion.suggested] == ["ben", "katya"]
    assert {thread: first(door) for thread, door in found.items()} == {
        "tara": "ben",
        "omar": "katya",
    }
    (kept,) = found["omar"].allotment.kept
    assert (kept.contact, kept.thread, kept.target) == ("ben", "tara", "tara")
    assert found["tara"].allotment.kept == ()


def test_a_door_whose_only_choice_is_asked_elsewhere_waits_for_them() -> None:
    found = doors(two_doors(ben="knows: [tara 4, omar 2]"))
    assert first(found["omar"]) == ""
    assert [one.contact for one in found["omar"].allotment.kept] == ["ben"]


def test_doors_without_a_common_connector_have_their_first_choice() -> None:
    found = doors(two_doors(ben="knows: [tara 4]", katya="knows: [omar 4]"))
    assert {thread: first(door) for thread, door in found.items()} == {
        "tara": "ben",
        "omar": "katya",
    }
    assert not any(door.allotment.kept for door in found.values())


def test_of_equal_values_the_stated_tie_then_the_thread_decides() -> None:
    found = doors(two_doors(ben="knows: [tara 3, omar 3]"))
    assert (first(found["omar"]), first(found["tara"])) == ("ben", "")


def test_an_introducer_whom_i_have_chosen_is_left_to_that_door() -> None:
    files = two_doors(ben="knows: [tara 4]", noor="")
    files |= people("noor") | {"intros/noor.md": intro("", target="noor", introducer="ben")}
    found = doors(files)
    assert found["noor"].move.name == "ask"
    assert found["noor"].allotment == Allotment()
    assert [one.thread for one in found["tara"].allotment.kept] == ["noor"]


def test_of_two_ideas_with_one_introducer_the_first_may_ask() -> None:
    files = {
        **people("me tara omar ben", me="me: true"),
        "intros/t.md": intro("", introducer="ben"),
        "intros/o.md": intro("", target="omar", introducer="ben"),
    }
    found = doors(files)
    assert found["omar"].allotment == Allotment()
    assert [(one.contact, one.thread) for one in found["tara"].allotment.kept] == [("ben", "omar")]


def test_an_idea_waits_while_its_introducer_rests() -> None:
    files = {
        **people("me tara omar ben", me="me: true"),
        "intros/t.md": intro("", introducer="ben"),
        "intros/o.md": intro("2026-11-15 asked", target="omar", introducer="ben"),
    }
    assert doors(files)["tara"].allotment.rest.startswith("open ask: an introduction to Omar")
    assert doors(files)["omar"].allotment == Allotment()


def test_a_door_that_needs_nobody_else_takes_nobody() -> None:
    files = two_doors(ben="knows: [tara 4, omar 2]")
    files["intros/tara.md"] = intro("2026-11-18 introduced\n2026-11-19 wrote")
    found = doors(files)
    assert found["tara"].allotment == Allotment()
    assert first(found["omar"]) == "ben"


TIES = st.dictionaries(st.integers(0, 5), st.integers(1, 5), max_size=6)


@settings(max_examples=40, deadline=None)
@given(st.lists(TIES, min_size=1, max_size=5))
def test_nobody_is_asked_twice_and_no_pair_would_both_gain(known: list[dict[int, int]]) -> None:
    targets = [f"t{n}" for n in range(6)]
    connectors = [f"c{n}" for n in range(len(known))]
    facts = {
        connector: f"knows: [{', '.join(f't{n} {k}' for n, k in ties.items())}]"
        for connector, ties in zip(connectors, known, strict=True)
    }
    files = people(" ".join(["me", "ana", *targets, *connectors]), me="me: true", **facts)
    files |= {f"intros/{t}.md": intro(QUIET, target=t) for t in targets}
    found = doors(files).values()
    asked = {first(door): door for door in found if first(door)}
    assert len(asked) == sum(bool(first(door)) for door in found)
    worth = {who: door.allotment.first.value for who, door in asked.items() if door.allotment.first}
    for door in found:
        own = door.allotment.first.value if door.allotment.first else 0.0
        for candidate in door.suggestion.suggested:
            if candidate.contact in targets:
                continue  # I wait for them all
            other = worth.get(candidate.contact, 0.0)
            assert candidate.value <= max(own, other) + 1e-12


def test_an_idea_names_nobody_who_prefers_not_to_be_asked() -> None:
    files = {**people("me tara ana", me="me: true", ana='ask: "no"'), "intros/a.md": intro("")}
    found = insights_of(files, "2026-11-20")
    door = found.by_thread["tara"]
    said = "Ana prefers not to be asked for introductions (ask: no): choose somebody else."
    assert (door.move.because, kept_note(found, door)) == ("Nobody has been asked yet.", said)
    assert move_title(found, door) == "Choose somebody other than Ana"
    assert move_label(door) == "Ask another"
    assert door_drafts(found, door) == ()
