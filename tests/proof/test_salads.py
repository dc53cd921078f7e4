"""Vaults of words that the program knows, in any order: every check tells its findings."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from site_builder.checks import near_days
from site_builder.model.today import EARLIEST, LATEST
from site_builder.parsing.fields import CONTACT_FIELDS, INTRO_FIELDS
from tests.checks.builders import findings
from tests.proof.long_form import LONG
from tests.support.figures import Count

pytestmark = pytest.mark.proves("hostile")

VAULTS = 20_000 if LONG else 300
DAYS = (date(2026, 11, 22), date(2028, 2, 29), date(EARLIEST, 1, 1), date(LATEST, 12, 31))
DATES = ("2026-10-01", "0001-01-01", "9999-12-31", "2026-02-30", "10/28", "28.10.", "29/2", "")
EVENTS = "asked agreed opted-in introduced wrote replied scheduled paused met thanked closed won"
SIGNS = (
    """: - ; , . – → “ ” ‘ „ « ' " > | # * ` ~ ( ) { } [ ] & ! ? @ % / [[a]] [[b|x]] (3) 4? ---"""
)
WORDS = """today heute gestern demain tomorrow Friday dimanche last in 999 weeks vor 900 wochen ago
    1st Oct of December noon and et und then Eva Moen sam de von school/kth 2001-2006 since 2019-
    a b x name: target: knows: because yes no true 14d a@b.example tel:1"""
SAID = (*DATES, *EVENTS.split(), *SIGNS.split(), *WORDS.split(), "\t", "\u3000")
KEYS = (*CONTACT_FIELDS, *INTRO_FIELDS, "x_a", "nmae")
BULLETS = ("- ", "- ", "- ", "* ", "> - ", "| ", "### ", "- [ ] ", "1. ", "")


def salad(dice: random.Random, most: int) -> str:
    """Return some words in any order."""
    return " ".join(dice.choices(SAID, k=dice.randint(1, most)))


def note(dice: random.Random, *needed: str) -> str:
    """Return a note with these lines of front matter and others of any kind."""
    lines = ["---", *needed]
    for key in dice.choices(KEYS, k=dice.randint(0, 4)):
        items = [salad(dice, 4) for _ in range(dice.randint(1, 2))]
        lines += (
            [f"{key}: {items[0]}"]
            if len(items) == 1
            else [f"{key}:", *(f"  - {one}" for one in items)]
        )
    lines += ["---", "", *(salad(dice, 6) for _ in range(dice.randint(0, 2)))]
    lines += ["---", "name: Ben", "---"] * dice.choice((0, 0, 1))
    log = (f"{dice.choice(BULLETS)}{dice.choice(DATES)} {salad(dice, 6)}" for _ in range(5))
    return "\n".join((*lines, "", "## Log", "", *log, ""))


def broken(vaults: int) -> Iterator[dict[str, str]]:
    """Yield the vaults of which the checks told nothing, as one of them failed."""
    dice = random.Random(11)  # noqa: S311 - seeded on purpose
    for _ in range(vaults):
        files = {
            "contacts/a.md": note(dice, "name: Ada"),
            "contacts/b.md": note(dice, "name: “Bo”"),
            "intros/x.md": note(dice, "target: a", "introducer: b"),
        }
        try:
            findings(files, dice.choice(DAYS))
        except Exception:  # noqa: BLE001 - whatever it is, a user would be told of a bug
            yield files


def test_any_words_are_read_or_refused(count: Count) -> None:
    seen = list(broken(VAULTS))
    count(VAULTS, len(seen))
    assert not seen, "\n\n".join(seen[0].values())


@pytest.mark.control
def test_a_check_that_fails_at_a_word_is_seen(
    monkeypatch: pytest.MonkeyPatch, count: Count
) -> None:
    def careless(anchor: date, away: int) -> Iterator[date]:
        yield anchor + timedelta(days=away)

    monkeypatch.setattr(near_days, "_days_from", careless)
    count(VAULTS, len(list(broken(VAULTS))))
