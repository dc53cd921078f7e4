"""Two introducers asked side by side, before the target has said a word."""

import pytest

from tests.support.vaults import door_of, intro, people

PEOPLE = people("me tara ana ben", me="me: true")
YES = "2026-11-01 asked\n2026-11-08 "
ASKED = "2026-11-05 asked"
ONCE = ", so that Tara hears it once."


def because(ana: str, ben: str, today: str = "2026-11-10") -> str:
    """Return the sentence of the move."""
    files = {**PEOPLE, "intros/a.md": intro(ana), "intros/b.md": intro(ben, introducer="ben")}
    return door_of(files, today).move.because


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("agreed", "that Ana has agreed"),
        ("opt-in-asked", "that Ana is asking Tara"),
        ("opted-in", "that Tara said yes to Ana"),
        ("introduced", "that Ana has introduced you"),
    ],
)
def test_whoever_was_asked_too_hears_that_another_has_come_to_it(word: str, told: str) -> None:
    assert because(YES + word, ASKED).endswith(f"You asked Ben, too: tell Ben {told}{ONCE}")


def test_of_two_who_agreed_one_is_told() -> None:
    told = f"Ana has agreed, too: tell one of them that the other does it{ONCE}"
    assert because(f"{YES}agreed", f"{ASKED}\n2026-11-09 agreed").endswith(told)


@pytest.mark.parametrize(
    ("ana", "ben", "today"),
    [
        pytest.param(f"{YES}agreed", "2026-11-09 asked", "2026-11-10", id="asked knowing of it"),
        pytest.param(
            f"{YES}agreed", f"{ASKED}\n2026-11-09 reminded", "2026-11-10", id="reminded since"
        ),
        pytest.param(f"{YES}agreed", f"{ASKED}\n2026-11-06 passed", "2026-11-10", id="passed"),
        pytest.param(f"{YES}agreed", f"{ASKED}\n2026-11-06 thanked", "2026-11-10", id="called off"),
        pytest.param(f"{YES}agreed", ASKED, "2026-11-27", id="let go weeks ago"),
        pytest.param(f"{YES}introduced\n2026-11-08 wrote", ASKED, "2026-11-10", id="it may help"),
    ],
)
def test_nobody_else_is_told(ana: str, ben: str, today: str) -> None:
    assert "hears it once" not in because(ana, ben, today)


def test_an_introduction_is_not_hidden_by_a_late_yes_of_somebody_else() -> None:
    late = f"{ASKED}\n2026-11-09 agreed"
    said = "Ana introduced you on 8 Nov 2026: the first word to Tara is yours. It is with Ben;"
    assert because(f"{YES}introduced", late).startswith(said)
    for mine in ("wrote", "replied"):
        assert "first word" not in because(f"{YES}introduced\n2026-11-08 {mine}", late)
    assert "first word" not in because(f"{YES}introduced", "2026-11-09 asked\n2026-11-09 agreed")
