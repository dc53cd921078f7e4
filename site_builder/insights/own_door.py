"""What stands between me and a candidate whom I was introduced to myself.

It is said beside the ranking and does not change it: whether to ask somebody for a favour whose own
letter lies unanswered is for the user to judge, but nobody should do it unawares.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from site_builder.insights.candidate import Term
from site_builder.insights.features import Features, Network
from site_builder.insights.standing import INTRODUCER_SIDE
from site_builder.insights.thread import State, Thread
from site_builder.insights.words import day

SAID: dict[State, str] = {
    "idea": "You plan to be introduced to {name} yourself, and nobody has been asked yet",
    "asked": "You have asked to be introduced to {name} yourself: let that come first",
    "agreed": "You are about to be introduced to {name} yourself: let that come first",
    "opt-in": "You are about to be introduced to {name} yourself: let that come first",
    "passed": "Nobody has introduced you to {name} yet",
    "introduced": "{name} was introduced to you on {since}: write before you ask for anything",
    "waiting": "{name} has not answered what you wrote on {since}: wait for that answer first",
    "talking": "{name} has not answered what you wrote on {since}: wait for that answer first",
    "my-reply": "{name} has waited for your answer since {since}: answer before you ask",
    "scheduling": "You and {name} have not found a day to meet yet: ask when you meet",
    "scheduled": "You meet {name} on {until}: ask then, or after that",
    "unconfirmed": "You were to meet {name} on {until}: note how it went before you ask",
    "met": "You met {name} on {since}: thank them before you ask for more",
    "paused": "You wanted to leave {name} in peace until {until}",
    "barred": "{name} would rather not be introduced to you: leave them in peace",
}
"""What to do first, by how my own thread with a candidate stands; nothing where it is over."""

ONCE_MORE = "{name} is to hear of you through somebody else once more: let that come first"
"""Of a second introduction that is under way: the first one was made."""
AWAITED: frozenset[State] = frozenset({"asked", "agreed", "opt-in", "waiting", "talking", "paused"})
"""Where nothing is left to me but to wait for somebody, before I ask them for anything."""
NOBODY_YET: frozenset[State] = frozenset({"idea", "passed"})


def own_door(features: Features, network: Network) -> Iterator[Term]:
    """Yield why this may be the wrong moment to ask a candidate; 1 means: the number stays."""
    person, target = features.person, features.target
    threads = network.pursued.get(person.id, ())
    for thread in nearest(threads):
        yield _term(comes_first(thread, person.first_name), *_source(thread))
    for spoke in chain.from_iterable(thread.spokes for thread in threads):
        if spoke.introducer == target.id:
            because = (
                f"{target.first_name} introduced you to {person.first_name} in the first place."
            )
            yield _term(because, spoke.intro.path, 1)
            return


def _term(because: str, path: str, line: int) -> Term:
    return Term("ask", "own-door", 1, because, path, line)


def nearest(threads: Iterable[Thread]) -> list[Thread]:
    """Return the open threads towards one person that came closest to them; others say less.

    Who has written to me is not said to be somebody I plan to be introduced to, for another goal.
    """
    still = [thread for thread in threads if thread.standing.state in SAID]
    best = min(map(_distance, still), default=0)
    return [thread for thread in still if _distance(thread) == best]


def left_in_peace(threads: Iterable[Thread]) -> bool:
    """Tell whether somebody would rather not be introduced to me, and is in touch nowhere else."""
    states = {thread.standing.state for thread in nearest(threads)}
    return states == {"barred"}


def awaited(threads: Iterable[Thread]) -> bool:
    """Tell whether I wait for somebody over a matter of my own, so that a favour waits, too."""
    states = {thread.standing.state for thread in nearest(threads)}
    return bool(states) and states <= AWAITED


def in_touch(thread: Thread) -> bool:
    """Tell whether something lies between the target and me, and no longer with introducers."""
    state = thread.standing.state
    return state in SAID and state != "barred" and _distance(thread) == 0


def _distance(thread: Thread) -> int:
    state = thread.standing.state
    return 2 if state in NOBODY_YET else 1 if state in INTRODUCER_SIDE else 0


def comes_first(thread: Thread, name: str) -> str:
    """Return what comes before asking somebody with this door; nothing where it is over."""
    standing = thread.standing
    words = SAID.get(standing.state)
    if words is None:
        return ""
    if standing.state in INTRODUCER_SIDE and thread.introduced is not None:
        words = ONCE_MORE
    since, until = (day(when) if when else "" for when in (standing.since, standing.until))
    return f"{words.format(name=name, since=since, until=until)}."


def _source(thread: Thread) -> tuple[str, int]:
    """Return where the standing is written."""
    given = thread.standing.given_by
    if given is None:
        return thread.spokes[0].intro.path, 1
    return given.spoke.intro.path, given.event.span.line
