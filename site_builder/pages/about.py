"""What this site is made of: counts, and every limit and number that was used."""

from collections.abc import Iterator

from msgspec import Struct

from site_builder.insights.insight import Insights
from site_builder.insights.words import listing
from site_builder.model.duration import Calendar, Limit
from site_builder.model.settings import STALL_RULES, AskLimits, Score, Settings
from site_builder.pages.page import Page
from site_builder.pages.words import STATES, WEEKDAYS, capital, days, plural

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


class StallLine(Struct, frozen=True):
    """The limits of one state."""

    key: str
    state: str
    nudge: str
    stalled: str
    changed: bool
    """Not the limits the program comes with."""


class KindLine(Struct, frozen=True):
    """What sharing a circle of one kind is worth."""

    kind: str
    knows: str
    salience: str
    sensitive: bool


class About(Struct, frozen=True):
    """The view; day, audience and version stand in the frame of every page."""

    counts: tuple[tuple[str, str], ...]
    stalls: tuple[StallLine, ...]
    kinds: tuple[KindLine, ...]
    numbers: tuple[Numbers, ...]
    calendar: str


def about_page(insights: Insights) -> Page:
    """Plan the page."""
    settings, shows = insights.vault.settings, insights.vault.audience.shows
    view = About(
        _counts(insights),
        tuple(_stalls(settings)) if shows("log") else (),
        tuple(_kinds(settings)),
        numbers_of(settings.score, settings.ask) if shows("suggestions") else (),
        _calendar(settings.calendar),
    )
    return Page("about.html", "about.html", view)


def _counts(insights: Insights) -> tuple[tuple[str, str], ...]:
    vault = insights.vault
    open_doors = sum(door.open for door in insights.doors)
    ties = sum(map(len, vault.ties.values()))
    counts = (
        ("people", len(vault.people)),
        ("ties", ties),
        ("circles", len(vault.circles)),
        ("introductions", len(vault.spokes)),
        ("doors", len(insights.doors)),
        ("open doors", open_doors),
    )
    return tuple((label, f"{number:,}") for label, number in counts)


def _stalls(settings: Settings) -> Iterator[StallLine]:
    """Yield a line for each state that knows a limit."""
    for state in STATES:
        rule = settings.stall[state]
        if rule.nudge or rule.stalled:
            said = STATES[state][1].format(target="the target", introducer="the introducer")
            limits = _limit(rule.nudge), _limit(rule.stalled)
            yield StallLine(state, capital(said), *limits, rule != STALL_RULES[state])


def _limit(limit: Limit | None) -> str:
    if limit is None:
        return "never"
    return plural(limit.amount, "working day") if limit.working else days(limit.amount)


def _kinds(settings: Settings) -> Iterator[KindLine]:
    for name, kind in settings.kinds.items():
        yield KindLine(name, f"{kind.knows:g}", f"{kind.salience:g}", kind.sensitive)


def _calendar(calendar: Calendar) -> str:
    working = listing([WEEKDAYS[number] for number in sorted(calendar.weekdays)])
    holidays = len(calendar.holidays)
    off = f", except {plural(holidays, 'holiday')}" if holidays else ""
    return f"Working days are {working}{off}."
