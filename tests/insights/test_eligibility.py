"""Who is not suggested, and the first reason why (document 2.5 and 2.8, Not suggested)."""

import pytest

from site_builder.model.settings import Settings
from tests.support.vaults import (
    Files,
    insights_of,
    intro,
    listed,
    people,
    settings_of,
    suggestion_of,
)

TODAY = "2026-11-20"
CHASED = intro("2026-10-06 introduced\n2026-10-06 wrote\n2026-10-13 nudged\n2026-10-21 nudged")


def vault(ben: str = "", **intros: str) -> dict[str, str]:
    """Write a vault in which ana introduced me to tara, and ben knows tara too."""
    return {
        **people(
            "me tara ana ben noor",
            me="me: true",
            ana="knows: [tara 3]",
            ben="knows: [tara 3]\n" + ben,
        ),
        "intros/tara-via-ana.md": CHASED,
        **{f"intros/{name}.md": text for name, text in intros.items()},
    }


def asked(*days: str, target: str = "noor") -> dict[str, str]:
    """Write asks of ben towards somebody else."""
    return {
        f"n{number}": intro(f"{day} asked\n{day} introduced", introducer="ben", target=target)
        for number, day in enumerate(days)
    }


def reason(files: Files, who: str = "ben", settings: Settings | None = None) -> str:
    """Return why somebody is not suggested, or nothing if they are."""
    suggestion = suggestion_of(files, TODAY, settings)
    assert listed(suggestion).count(who) == 1
    reasons = [one.because for one in suggestion.not_suggested if one.contact == who]
    return "".join(reasons)


def test_somebody_who_knows_the_target_is_suggested() -> None:
    assert reason(vault()) == ""


def test_an_introducer_of_this_thread_is_not_asked_again() -> None:
    assert reason(vault(), "ana").startswith("already an introducer on this thread")
    assert "6 Oct 2026" in reason(vault(), "ana")


def test_an_introducer_who_passed_or_was_only_chosen_is_one_too() -> None:
    files = vault(p=intro("2026-09-01 asked\n2026-09-02 passed", introducer="ben"))
    assert reason(files).startswith("already an introducer")
    assert "2 Sep 2026" in reason(files)
    files = vault(p=intro("", introducer="ben"))
    assert reason(files).startswith("already an introducer")


def test_an_introducer_of_an_earlier_thread_may_be_asked_again() -> None:
    old = intro("2025-01-01 asked\n2025-02-01 closed: won", introducer="ben")
    assert reason(vault(old=old)) == ""


def test_who_says_no_is_not_asked() -> None:
    assert reason(vault("ask: no")).startswith("prefers not")
    assert reason(vault("ask: sparingly")) == ""


@pytest.mark.parametrize(("day", "barred"), [("2025-11-20", True), ("2025-11-19", False)])
def test_a_target_s_no_binds_everybody_for_365_days(day: str, *, barred: bool) -> None:
    files = vault(old=intro(f"{day} opted-out", introducer="noor", thread="old"))
    assert reason(files).startswith("the target opted out") == barred


def test_nobody_is_suggested_towards_a_barred_door() -> None:
    files = vault()
    files["intros/tara-via-ana.md"] = intro("2026-11-01 opted-out")
    assert suggestion_of(files, TODAY).suggested == ()
    assert reason(files).startswith("the target opted out on 1 Nov 2026")


def test_who_has_an_open_ask_is_left_in_peace() -> None:
    files = vault(n=intro("2026-11-10 asked", introducer="ben", target="noor"))
    assert reason(files).startswith("open ask")
    assert "Noor" in reason(files)
    assert reason(files, settings=settings_of("[ask]\nopen = 2\ndays = 5\n")) == ""


@pytest.mark.parametrize(("day", "rests"), [("2026-10-22", True), ("2026-10-21", False)])
def test_who_was_asked_fewer_than_thirty_days_ago_rests(day: str, *, rests: bool) -> None:
    assert reason(vault(**asked(day))).startswith("asked fewer than 30 days ago") == rests


@pytest.mark.parametrize(
    ("closeness", "often"),
    [("", True), ("closeness: 3", True), ("closeness: 4", False), ("closeness: 5", False)],
)
def test_who_is_no_close_friend_is_asked_three_times_a_year_at_most(
    closeness: str, *, often: bool
) -> None:
    asks = asked("2025-11-20", "2026-03-01", "2026-06-01")
    assert reason(vault(closeness, **asks)).startswith("asked 3 times in a year") == often


def test_the_year_includes_day_365_and_no_more() -> None:
    assert reason(vault(**asked("2025-11-19", "2026-03-01", "2026-06-01"))) == ""


def test_who_rests_is_told_of_until_no_limit_holds_any_more() -> None:
    often = reason(vault(**asked("2025-12-24", "2026-03-01", "2026-06-01")))
    assert often.endswith("first on 24 Dec 2025; let them rest until 25 Dec 2026")
    lately = reason(vault(**asked("2025-12-24", "2026-03-01", "2026-11-19")))
    assert lately.startswith("asked fewer than 30 days ago, on 19 Nov 2026; ")
    assert lately.endswith("let them rest until 25 Dec 2026")
    friend = reason(vault("closeness: 4", **asked("2025-12-24", "2026-03-01", "2026-11-19")))
    assert friend.endswith("let them rest until 19 Dec 2026")


def test_settings_may_change_the_limits() -> None:
    settings = settings_of("[ask]\ndays = 5\nyear = 1\n")
    once = reason(vault(**asked("2026-11-14")), settings=settings)
    assert once.startswith("asked once in a year, on 14 Nov 2026; ")
    twice = reason(vault(**asked("2026-10-14", "2026-11-14")), settings=settings)
    assert twice.startswith("asked twice in a year, first on 14 Oct 2026; ")
    settings = settings_of("[ask]\ndays = 1\n")
    today = reason(vault(**asked("2026-11-20")), settings=settings)
    assert today.startswith("asked fewer than 1 day ago, on 20 Nov 2026; ")
    settings = settings_of("[ask]\ndays = 0\nyear = 9\n")
    assert reason(vault(**asked("2026-11-20")), settings=settings) == ""


@pytest.mark.parametrize(
    ("later", "thread", "barred"),
    [
        ("opted-in", "old", False),
        ("opted-in", "new", False),
        ("introduced", "old", False),
        ("replied", "old", False),
        ("scheduled 2026-03-01", "old", False),
        ("met", "old", False),
        ("replied", "new", True),
        ("introduced", "new", True),
        ("wrote", "old", True),
        ("agreed", "old", True),
        ("passed", "old", True),
        ("replied\n2026-02-03 opted-out", "old", True),
    ],
)
def test_a_no_that_the_target_took_back_binds_nobody(
    later: str, thread: str, *, barred: bool
) -> None:
    files = vault(
        old=intro("2026-01-20 opted-out", introducer="noor", thread="old"),
        later=intro(f"2026-02-01 {later}", introducer="noor", thread=thread),
    )
    assert reason(files).startswith("the target opted out") == barred


def test_the_latest_of_two_standing_noes_is_told() -> None:
    files = vault(
        a=intro("2026-01-20 opted-out", introducer="noor", thread="a"),
        b=intro("2026-02-20 opted-out\n2026-03-01 replied", introducer="noor", thread="b"),
        c=intro("2026-01-30 opted-out", introducer="noor", thread="c"),
    )
    assert "30 Jan 2026" in reason(files)


@pytest.mark.parametrize("toml", ["open = 0", "year = 0", "days = 0", "days = 9999"])
def test_any_limit_that_settings_allow_gives_an_answer(toml: str) -> None:
    for asks in ({}, asked("2026-03-01")):
        insights_of(vault(**asks), TODAY, settings_of(f"[ask]\n{toml}\n"))


def test_whoever_allows_no_ask_in_a_year_is_told_where() -> None:
    settings = settings_of("[ask]\nyear = 0\n")
    assert reason(vault(), settings=settings).startswith("nobody is to be asked: doorstep.toml")


def test_the_first_reason_in_the_order_of_the_document_is_given() -> None:
    opted_out = {"old": intro("2026-01-01 opted-out", introducer="noor", thread="old")}
    often = asked("2026-03-01", "2026-06-01", "2026-11-01")
    open_ask = {"open": intro("2026-11-10 asked", introducer="ben", target="noor", thread="x")}
    here = {"here": intro("2026-10-22 asked", introducer="ben")}
    found = [
        reason(vault("ask: no", **here, **opted_out, **open_ask, **often)),
        reason(vault("ask: no", **opted_out, **open_ask, **often)),
        reason(vault("", **opted_out, **open_ask, **often)),
        reason(vault("", **open_ask, **often)),
        reason(vault("", **often)),
        reason(vault("", **asked("2026-02-01", "2026-03-01", "2026-06-01"))),
    ]
    starts = [
        "already",
        "prefers not",
        "the target opted out",
        "open ask",
        "asked fewer",
        "asked 3",
    ]
    assert [text.startswith(start) for text, start in zip(found, starts, strict=True)] == [True] * 6


def test_who_has_no_evidence_of_knowing_the_target_is_in_neither_list() -> None:
    assert set(listed(suggestion_of(vault(), TODAY))) == {"ana", "ben"}


def test_neither_i_nor_the_target_is_in_a_list() -> None:
    files = vault()
    files["contacts/me.md"] = "---\nname: Me\nme: true\nknows: [tara 5]\n---\n"
    files["contacts/tara.md"] = "---\nname: Tara\nknows: [tara 5, me 3]\n---\n"
    assert set(listed(suggestion_of(files, TODAY))) == {"ana", "ben"}
