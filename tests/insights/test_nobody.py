"""Where nobody may be asked today: who may be first, from which day on, or what is missing."""

from datetime import date, timedelta

import pytest

from site_builder.insights.candidate import Suggestion
from tests.support.insights_sample import door_in
from tests.support.vaults import insights_of, intro, people

TODAY = "2026-11-20"
PASSED = {"intros/tara.md": intro("2026-11-10 asked\n2026-11-18 passed")}
EVERYBODY = "Everybody on record who knows Tara is better not asked"
ASK = "Ask around who else knows Tara, and add `knows: [tara 3]` to the file of whoever does."


def found(asks: dict[str, str], today: str = TODAY, **facts: str) -> Suggestion:
    """Return who could introduce me to tara after ana passed; the asks are towards omar."""
    knows = {who: f"knows: [tara 3]\n{facts.get(who, '')}" for who in ("ana", "ben", "cleo")}
    cast = people("me tara omar ana ben cleo", me="me: true", **knows)
    others = {
        f"intros/{who}.md": intro(log, target="omar", introducer=who, thread=who)
        for who, log in asks.items()
    }
    return door_in(insights_of({**cast, **PASSED, **others}, today), "tara").suggestion


@pytest.mark.parametrize(
    ("ben", "cleo", "facts", "first"),
    [
        ("2026-11-12 asked", "2026-10-25 asked\n2026-10-28 passed", {}, ("cleo", "2026-11-24")),
        ("2026-10-01 asked\n2026-11-19 agreed", "2026-11-18 asked", {}, ("ben", "2026-12-10")),
        ("2026-11-12 asked", "2026-10-25 asked", {"cleo": "ask: no"}, ("ben", "2026-12-12")),
        ("2026-11-12 asked", "2026-11-12 asked", {}, ("ben", "2026-12-12")),
    ],
)
def test_the_first_who_is_free_is_named_with_the_day(
    ben: str, cleo: str, facts: dict[str, str], first: tuple[str, str]
) -> None:
    asks = {"ben": ben, "cleo": cleo}
    free = found(asks, **facts).free
    assert free is not None
    assert (free.contact, str(free.date)) == first
    told = f"{first[0].title()} may be asked from {free.date.day} {free.date:%b} 2026 on."
    assert found(asks, **facts).nobody_because == f"{EVERYBODY} now. {told}"
    assert first[0] in [one.contact for one in found(asks, first[1], **facts).suggested]
    before = str(date.fromisoformat(first[1]) - timedelta(days=1))
    assert not found(asks, before, **facts).suggested


def test_where_nobody_ever_is_free_somebody_else_is_to_be_found() -> None:
    told = found({}, ben="ask: no", cleo="ask: no")
    assert (told.free, told.nobody_because) == (None, f"{EVERYBODY}. {ASK}")


def test_the_only_one_is_told_with_their_day_once() -> None:
    def only(log: str, ben: str = "") -> str:
        cast = people("me tara omar ana ben", me="me: true", ben=f"knows: [tara 3]\n{ben}")
        other = {"intros/n.md": intro(log, target="omar", introducer="ben")}
        door = door_in(insights_of({**cast, **PASSED, **other}, TODAY), "tara")
        return door.suggestion.nobody_because.removeprefix("Only Ben is on record as ")

    assert only("2026-10-25 asked\n2026-10-28 passed") == (
        "knowing Tara; asked fewer than 30 days ago, on 25 Oct 2026; "
        "let them rest until 24 Nov 2026."
    )
    assert only("2026-11-12 asked") == (
        "knowing Tara; open ask: an introduction to Omar, since 12 Nov 2026. "
        "Ben may be asked from 12 Dec 2026 on."
    )
    assert only("", "ask: no").endswith(f"(ask: no). {ASK}")


def test_a_no_of_the_target_is_no_matter_of_days_or_of_other_people() -> None:
    knows = dict.fromkeys(("ben", "cleo"), "knows: [tara 3]")
    cast = people("me tara ana ben cleo", me="me: true", **knows)
    files = {**cast, "intros/a.md": intro("2026-11-01 opted-out")}
    told = door_in(insights_of(files, TODAY), "tara").suggestion
    assert (told.free, told.nobody_because) == (None, f"{EVERYBODY} now.")
