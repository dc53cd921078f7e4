"""A word that is no event gets the event it was meant as, or no guess at all."""

import pytest

from site_builder.model.intro import EVENTS, OUTCOMES
from site_builder.parsing.log_words import MEANT, OR, meant_words


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("asekd", "asked"),
        ("sked", ""),
        ("eplied", "replied"),
        ("REPLIED", "replied"),
        ("agred", "agreed"),
        ("meet", "met"),
        ("write", "wrote"),
        ("written", "wrote"),
        ("texted", "wrote"),
        ("schedule", "scheduled"),
        ("interupted", "interrupted"),
        ("intrduced", "introduced"),
        ("declined", "passed or opted-out"),
        ("No", "passed or opted-out"),
        ("yes", "agreed or opted-in"),
        ("won", "closed: won"),
        ("lost", "closed: lost"),
        ("promised", "agreed"),
    ],
)
def test_a_word_gets_the_event_that_was_meant(word: str, meant: str) -> None:
    assert meant_words(word) == meant


@pytest.mark.parametrize(
    "word",
    [
        *("x", "-", "&", "I", "he", "me", "opt", "1", "10", "set", "let", "got", "day"),
        *("called", "ghosted", "phoned", "postponed", "posted", "received", "cancelled", "moved"),
        *("attended", "arranged", "confirmed", "reached", "nagged", "sang-to"),
    ],
)
def test_another_word_gets_no_guess(word: str) -> None:
    assert meant_words(word) == ""


def test_every_word_that_is_meant_can_be_typed() -> None:
    for meant in MEANT.values():
        for line in meant.split(OR):
            word, _, outcome = line.partition(": ")
            assert word in EVENTS
            assert not outcome or outcome in OUTCOMES
