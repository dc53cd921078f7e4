"""How silent a thread is, whether that is too long for its state and this person; the moves."""

from collections.abc import Mapping
from datetime import date, timedelta
from math import ceil
from typing import Literal

from msgspec import Struct

from site_builder.insights.pace import Pace
from site_builder.insights.standing import FOLLOW_UPS, OWN_WORDS
from site_builder.insights.thread import Moment, State, Thread
from site_builder.insights.words import days
from site_builder.model.contact import ContactId
from site_builder.model.duration import Limit
from site_builder.model.intro import Step
from site_builder.model.vault import Vault

MoveName = Literal[
    "answer",
    "thank",
    "confirm",
    "ask",
    "wait",
    "remind-introducer",
    "nudge",
    "interrupt",
    "close-loop",
    "second-intro",
    "next-introducer",
    "park",
    "none",
]

SECOND_DOOR_MOVES: frozenset[MoveName] = frozenset(
    {"close-loop", "second-intro", "next-introducer"}
)
"""Moves for which another introducer is due."""
TO_TARGET: frozenset[MoveName] = frozenset({"nudge", "interrupt"})
"""Moves that are a message to the target, in a letter of the same name."""
IDLE_MOVES: frozenset[MoveName] = frozenset({"none", "wait"})
"""Moves that ask nothing of me today."""
PACED: frozenset[State] = frozenset({"waiting", "talking", "scheduling"})
"""States in which the person's own pace moves the limit."""
SOON = timedelta(days=7)
"""A thread that stalls within this time is a near-stall."""
ANSWERS = OWN_WORDS | {"introduced"}
"""Events after which nudges are counted anew."""

QUIET: dict[State, str] = {
    "asked": "asked, no answer yet",
    "agreed": "agreed, not introduced yet",
    "opt-in": "the target was asked, no answer yet",
    "passed": "the introducer passed",
    "introduced": "introduced, you have not written",
    "waiting": "written, never answered",
    "talking": "answered, then silent",
    "my-reply": "answered, you have not replied",
    "scheduling": "times proposed, no answer",
    "unconfirmed": "the meeting's day is past",
    "met": "met, introducer not thanked yet",
}
"""The rule behind each default limit, in words."""


class Stall(Struct, frozen=True):
    """How silent a thread is on a day."""

    silent_days: int | None
    """Calendar days since the standing's `since`; none for an idea."""
    limit_days: int | None
    """Stalled from this many silent days on; none where a state cannot stall."""
    limit_because: str
    """Which rule gave the limit, in words; empty where there is none."""
    stalled: bool
    stalls_on: date | None
    """The day on which the limit is (or was) reached."""
    nudge_on: date | None
    """The day on which the nudge limit is (or was) reached."""
    near: bool
    """Will be stalled within 7 days if nothing happens."""
    nudges: int
    """Nudges and interrupts since the target last answered."""
    first_nudge: date | None
    unanswered_days: int | None
    """Days since the target last answered; a touch of mine does not hide a long silence."""
    step: Step | None
    """The planned step, while it lies in the future."""
    deadline: date | None
    """The earliest deadline that is not past."""


class Move(Struct, frozen=True):
    """The one most considerate next step, with the sentence that says why and what to do."""

    name: MoveName
    because: str
    until: date | None = None
    """For `wait`: look again on this day."""


class Clock(Struct, frozen=True):
    """What decides about silence besides the thread itself."""

    vault: Vault
    today: date
    paces: Mapping[ContactId, Pace | None]


def stall_of(thread: Thread, clock: Clock) -> Stall:
    """Measure one thread's silence against its limit."""
    standing, today = thread.standing, clock.today
    rule = clock.vault.settings.stall[standing.state]
    since, plan = standing.since, thread.plan
    step = plan if plan is not None and plan.date > today else None
    limit, because = _limit(thread, rule.stalled, clock)
    calendar = clock.vault.settings.calendar
    stalls_on = calendar.reached_on(since, limit) if since and limit else None
    nudge_on = calendar.reached_on(since, rule.nudge) if since and rule.nudge else None
    stalled = stalls_on is not None and stalls_on <= today and step is None
    follow_ups = _follow_ups(thread)
    answered = [m.event.date for m in thread.moments if m.event.word == "replied"]
    return Stall(
        silent_days=(today - since).days if since else None,
        limit_days=limit.amount if limit else None,
        limit_because=because,
        stalled=stalled,
        stalls_on=stalls_on,
        nudge_on=nudge_on,
        near=bool(stalls_on and not stalled and step is None and stalls_on <= today + SOON),
        nudges=len(follow_ups),
        first_nudge=follow_ups[0].event.date if follow_ups else None,
        unanswered_days=(today - answered[-1]).days if answered else None,
        step=step,
        deadline=_deadline(thread, today),
    )


def _limit(thread: Thread, default: Limit | None, clock: Clock) -> tuple[Limit | None, str]:
    """Return the limit and which rule gave it."""
    state = thread.standing.state
    if default is None:
        return None, ""
    pace = clock.paces.get(thread.target)
    if pace is None or state not in PACED or default.working:
        unit = " working days" if default.working else ""
        quiet = QUIET.get(state, state)
        if state == "waiting" and any(one.event.word in OWN_WORDS for one in thread.moments):
            quiet = "written, no answer since"
        return default, f"limit {default.amount}{unit} ({quiet})"
    name = clock.vault.called(thread.target)
    usual = days(max(1, ceil(pace.median_days)))
    amount = pace.limit(default.amount)
    reason = f"{name} usually answers within {usual}, n = {pace.observations}"
    return Limit(amount), f"limit {amount} ({reason})"


def _deadline(thread: Thread, today: date) -> date | None:
    stated = [spoke.intro.deadline for spoke in thread.spokes]
    return min((day for day in stated if day is not None and day >= today), default=None)


def _follow_ups(thread: Thread) -> list[Moment]:
    """Return the nudges and interrupts since the target last answered."""
    counted: list[Moment] = []
    for moment in thread.moments:
        if moment.event.word in ANSWERS:
            counted.clear()
        elif moment.event.word in FOLLOW_UPS:
            counted.append(moment)
    return counted
