"""The numbers that settings may change, each with the words that say what it does."""

from msgspec import Struct

from site_builder.model.settings import AskLimits, Score

SCORE_WORDS = {
    "Will they do it for me?": {
        "base_ask": "chance that a stranger of mine says yes",
        "tie_ask": "what the strongest tie of mine adds to it",
        "prior_ask": "how many past answers this first guess weighs",
        "ignored_ask": "an ask left unanswered counts as this much of a no",
        "sparingly": "the chance times this, where I may ask only sparingly",
        "decay_days": "days without contact after which my tie counts half",
    },
    "Do they know the target?": {
        "base_know": "starting point (log odds) where no tie is written down",
        "acquaintance_know": "what shared acquaintances add, each by how few people they know",
        "acquaintance_cap": "shared acquaintances count up to this",
        "cap_know": "a guess is never surer than this",
        "least_know": "below this a guess is no evidence",
        "hearsay": "a tie from hearsay counts times this",
    },
    "Will the target move?": {
        "base_reopen": "chance that a second introduction brings an answer",
        "tie_move": "what a closer tie to the target adds",
        "ingroup_move": "what a shared circle adds",
        "ingroup_me": "a shared circle counts times this where I am in it too",
        "fresh_move": "what a corner adds that no introducer came from before",
        "standing_move": "what their standing with the target adds",
    },
    "The price of asking, and the words for the result": {
        "load_open": "load of each open ask",
        "load_recent": "load of each ask in the last 90 days",
        "load_cap": "load is never more than this",
        "strong": "strong from this chance on",
        "likely": "likely from this chance on, else a long shot",
    },
}

ASK_WORDS = {
    "open": "open asks at which a connector is left alone",
    "days": "days of rest after an ask",
    "year": "asks in a year that a connector of closeness up to 3 is good for",
}


class Number(Struct, frozen=True):
    """One number of the settings."""

    key: str
    words: str
    value: str
    changed: bool
    """Not the value the program comes with."""


class Numbers(Struct, frozen=True):
    """Numbers that belong to one question."""

    title: str
    table: str
    """The table of the settings file in which they can be changed."""
    numbers: tuple[Number, ...]


def numbers_of(score: Score, ask: AskLimits) -> tuple[Numbers, ...]:
    """Return every number used for ranking and asking, grouped by the question it serves."""
    groups = [
        Numbers(title, "[score]", _numbers(score, Score(), words=words))
        for title, words in SCORE_WORDS.items()
    ]
    numbers = _numbers(ask, AskLimits(), words=ASK_WORDS)
    asks = Numbers("How often one connector may be asked", "[ask]", numbers)
    return (*groups, asks)


def _numbers(
    used: Score | AskLimits, default: Score | AskLimits, *, words: dict[str, str]
) -> tuple[Number, ...]:
    return tuple(
        Number(key, text, f"{getattr(used, key):g}", getattr(used, key) != getattr(default, key))
        for key, text in words.items()
    )
