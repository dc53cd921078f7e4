"""The state of a thread: a walk over its events (document 2.8).

Most events give the state they stand for. These do not: `thanked` (except after `met`),
`reminded` (it restarts the silence of an introducer), an expired `paused`, and every event of a
spoke that ended in `passed`, or was called off, while another spoke did not. A `scheduled` meeting
holds against messages up to its day, a target's no against introducers and messages for twelve
months. An answer and a fixed meeting hold against what introducers of other spokes do, and the end
of the pursuit against what any of them does of themselves.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from msgspec.structs import replace

from site_builder.insights.thread import Moment, Standing, State

BAR = timedelta(days=365)
"""How long a target's no binds every introducer."""

GIVES: dict[str, State] = {
    "asked": "asked",
    "agreed": "agreed",
    "opted-in": "agreed",
    "opt-in-asked": "opt-in",
    "passed": "passed",
    "opted-out": "barred",
    "introduced": "introduced",
    "replied": "my-reply",
    "proposed": "scheduling",
    "scheduled": "scheduled",
    "met": "met",
    "paused": "paused",
    "closed": "over",
}
MESSAGES = frozenset({"wrote", "nudged", "interrupted"})
HELD = MESSAGES | {"replied"}
"""Events that leave a fixed meeting as it is, up to the meeting's day."""
BOUND = MESSAGES | {"proposed", "asked", "agreed", "opt-in-asked", "passed"}
"""Events that leave a target's no as it is: none of them is a word of the target."""
FOLLOW_UPS = frozenset({"nudged", "interrupted"})
SPOKEN: frozenset[State] = frozenset({"my-reply", "scheduled"})
"""States given by the target's own word; what an introducer of another spoke does keeps them."""
BY_INTRODUCER = frozenset({"asked", "agreed", "opt-in-asked", "opted-in", "passed"})
OWN_WORDS = frozenset({"replied", "scheduled", "met"})
"""What the target alone can give: the door is open, whoever opened it."""
ASKS = frozenset({"asked", "reminded", "thanked"})
"""Words to an introducer; a spoke with no others was not agreed to."""
KEEPS: frozenset[State] = frozenset({"waiting", "talking", "scheduling"})
"""States that a follow-up keeps; in any other it counts as `wrote`."""
INTRODUCER_SIDE: frozenset[State] = frozenset({"asked", "agreed", "opt-in"})
"""States in which a reminder restarts the silence: it is the introducer who hears it."""


@dataclass(slots=True)
class _Walk:
    """The walk's position; it never leaves this module."""

    standing: Standing = field(default_factory=lambda: Standing("idea"))
    answered: bool = False
    """The target replied since the latest introduction, or at all where none is recorded."""


def standing_of(moments: Sequence[Moment], today: date) -> Standing:
    """Return the state that the events up to today give."""
    walk = _Walk()
    for moment in _counted(moments):
        _step(walk, moment, today)
    return _on_the_day(walk.standing, today)


def _counted(moments: Sequence[Moment]) -> list[Moment]:
    """Leave out spokes that came to nothing while another did not, but for a no not taken back."""
    words: dict[str, list[str]] = {}
    answered = False
    ended: set[str] = set()
    noes: dict[str, Moment] = {}
    for moment in moments:
        path, word = moment.spoke.intro.path, moment.event.word
        if word == "opted-out":
            noes[path] = moment
        elif word == "opted-in":
            noes.clear()
        said = words.setdefault(path, [])
        said.append(word)
        if word == "passed" or (word == "thanked" and _called_off(said, answered=answered)):
            ended.add(path)
        elif word != "thanked":
            ended.discard(path)
        answered = answered or word in OWN_WORDS
    if not ended or ended == words.keys():
        return list(moments)
    left = ((moment.spoke.intro.path, moment) for moment in moments)
    return [m for path, m in left if path not in ended or noes.get(path) is m]


def _called_off(words: Sequence[str], *, answered: bool) -> bool:
    """Tell whether thanks told an introducer that there is no need any more.

    So they did where nothing was agreed to yet, or where the target was there already.
    """
    theirs = BY_INTRODUCER | ASKS if answered else ASKS
    return len(words) > 1 and theirs.issuperset(words)


def _step(walk: _Walk, moment: Moment, today: date) -> None:
    event, now = moment.event, walk.standing
    if event.word == "introduced":
        walk.answered = False
    elif event.word == "replied":
        walk.answered = True
    if event.word == "thanked":
        if now.state == "met":
            walk.standing = Standing("over", event.date, moment, over_on=event.date)
    elif event.word == "reminded" and now.state != "idea":
        if now.state in INTRODUCER_SIDE:
            walk.standing = replace(now, since=event.date, reminded=True)
    elif event.word == "paused" and (event.until is None or event.until <= today):
        return
    elif not _held(now, moment):
        walk.standing = _given(walk, moment)


def _held(now: Standing, moment: Moment) -> bool:
    if now.state in SPOKEN and moment.event.word in BY_INTRODUCER:
        given = now.given_by
        return given is not None and given.spoke.intro.path != moment.spoke.intro.path
    if now.state == "over":
        return moment.event.word in BY_INTRODUCER - {"asked"}
    holds = {"scheduled": HELD, "barred": BOUND}.get(now.state, frozenset())
    if moment.event.word not in holds:
        return False
    return now.until is not None and moment.event.date <= now.until


def _given(walk: _Walk, moment: Moment) -> Standing:
    event, now = moment.event, walk.standing
    state: State
    if event.word in FOLLOW_UPS and now.state in KEEPS:
        return replace(now, since=event.date)
    if event.word in MESSAGES:
        state = "talking" if walk.answered else "waiting"
    else:
        state = GIVES.get(event.word, "asked")
    until = event.date + BAR if state == "barred" else event.until
    over_on = event.date if state == "over" else None
    return Standing(state, event.date, moment, until=until, over_on=over_on)


def _on_the_day(standing: Standing, today: date) -> Standing:
    """Let a meeting's day pass and a bar expire."""
    until = standing.until
    if standing.state == "scheduled" and until is not None and until < today:
        return replace(standing, state="unconfirmed", since=until)
    if standing.state == "barred" and until is not None and until < today:
        return replace(standing, state="over", over_on=until)
    return standing
