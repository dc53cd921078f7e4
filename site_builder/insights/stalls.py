"""How silent a thread is, and whether that is too long for its state and this person."""

from collections.abc import Mapping
from datetime import date, timedelta
from math import ceil

from msgspec import Struct

from site_builder.insights.pace import Pace
from site_builder.insights.stall import Stall
from site_builder.insights.standing import FOLLOW_UPS, OWN_WORDS
from site_builder.insights.thread import Moment, State, Thread
from site_builder.insights.words import days
from site_builder.model.contact import ContactId
from site_builder.model.duration import Limit
from site_builder.model.intro import Step
from site_builder.model.vault import Vault

PACED: frozenset[State] = frozenset({"waiting", "talking", "scheduling"})
"""States in which the person's own pace moves the limit."""
SOON = timedelta(days=7)
"""A thread that stalls within this time is a near-stall."""
ANSWERS = frozenset({"replied", "met", "scheduled", "introduced"})
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


class Clock(Struct, frozen=True):
    """What decides about silence besides the thread itself."""

    vault: Vault
    today: date
    paces: Mapping[ContactId, Pace | None]


def stall_of(thread: Thread, clock: Clock) -> Stall:
    """Measure one thread's silence against its limit."""
    standing, today = thread.standing, clock.today
    rule = clock.vault.settings.stall[standing.state]
    since, step = standing.since, _step(thread, today)
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
    name = clock.vault.people[thread.target].first_name
    usual = days(max(1, ceil(pace.median_days)))
    amount = pace.limit(default.amount)
    reason = f"{name} usually answers within {usual}, n = {pace.observations}"
    return Limit(amount), f"limit {amount} ({reason})"


def _step(thread: Thread, today: date) -> Step | None:
    """Return the latest planned step if it lies in the future."""
    steps = [spoke.intro.next for spoke in thread.spokes if spoke.intro.next is not None]
    latest = max(steps, key=lambda step: step.date, default=None)
    return latest if latest is not None and latest.date > today else None


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
