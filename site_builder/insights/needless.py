"""Introducers who may still ask the target, though there is no need any more."""

from datetime import date, timedelta

from site_builder.insights.stall import MoveName
from site_builder.insights.standing import INTRODUCER_SIDE, OWN_WORDS
from site_builder.insights.thread import State, Thread
from site_builder.model.vault import Spoke

FORGOTTEN = timedelta(days=90)
"""Whoever has said nothing for so long will not come to it by themselves."""
TRYING = frozenset({"asked", "reminded", "agreed", "opt-in-asked", "opted-in"})
"""What leaves the next word to the target with the introducer."""
MY_ASK = frozenset({"asked", "reminded"})
ENDED: frozenset[State] = frozenset({"over", "barred"})
OPEN: frozenset[State] = frozenset({"my-reply", "scheduled", "met"})
"""States in which the target is there; of a meeting that was not noted yet nobody knows."""
GOING: frozenset[State] = INTRODUCER_SIDE.union({"talking", "scheduling"})
"""States in which a second voice is needless while the talk is fresh, and may help afterwards."""
FRESH: frozenset[MoveName] = frozenset({"wait", "remind-introducer"})


def needless(thread: Thread, move: MoveName, today: date) -> tuple[Spoke, ...]:
    """Return introductions to call off: the pursuit has ended, or the target is there already."""
    state = thread.standing.state
    if state in ENDED:
        return trying(thread, today - FORGOTTEN)
    if state in OPEN or (state in GOING and move in FRESH):
        parallel = _parallel(thread)
        still = trying(thread, today - FORGOTTEN)
        return tuple(one for one in still if one.intro.path in parallel)
    return ()


def told_already(thread: Thread) -> bool:
    """Tell whether whoever has the ask heard from me last, with thanks, and need not hear again."""
    given = thread.standing.given_by
    return given is not None and thread.events_of(given.spoke)[-1].word == "thanked"


def trying(thread: Thread, since: date) -> tuple[Spoke, ...]:
    """Return introductions not made yet, on which somebody may still be at work.

    Their last word is not older than a day.
    """
    said = (moment for moment in thread.moments if moment.event.word != "closed")  # tells nobody
    last = {moment.spoke.intro.path: moment for moment in said}
    made = {one.spoke.intro.path for one in thread.moments if one.event.word == "introduced"}
    return tuple(
        one.spoke
        for path, one in last.items()
        if one.event.word in TRYING and one.event.date >= since and path not in made
    )


def _parallel(thread: Thread) -> set[str]:
    """Return files of introductions that I asked for before the target's latest word alone.

    Whom I asked or reminded later, I did so knowing of it. After a new introduction it is no word
    of today.
    """
    words = [moment.event.word for moment in thread.moments]
    at = max((place for place, word in enumerate(words) if word in OWN_WORDS), default=0)
    if "introduced" in words[at:]:
        return set()
    since = {one.spoke.intro.path for one in thread.moments[at:] if one.event.word in MY_ASK}
    return {one.spoke.intro.path for one in thread.moments[:at]} - since
