"""The target is said to have answered, and what had reached them is not on record."""

from site_builder.checks.facts import Facts
from site_builder.checks.rule import WARNING, Finding, Findings, rule
from site_builder.insights.thread import Moment, Thread
from site_builder.model.intro import TOUCHES

ASKING = frozenset({"asked", "reminded", "agreed", "passed", "opt-in-asked"})
"""What is between the introducers and me: a log with one of these began at the beginning."""
PASSED_ON = frozenset({"opt-in-asked", "opted-in"})
"""What tells that an introducer has spoken to the target."""
REACHES = TOUCHES | {"opted-in", "opted-out", "introduced", "scheduled", "met"}
"""What the target hears of, or said themselves."""


@rule("early-reply", WARNING, "target")
def check(facts: Facts) -> Findings:
    """Report a first `replied` behind an ask, with no introduction or message of mine between.

    Report, too, one that another introducer brought, where no line says that they introduced me.
    """
    for thread in facts.threads:
        early = _early(thread)
        for reply in [early] if early else _brought(thread):
            if not facts.counts(reply.spoke) or any(map(facts.torn, thread.spokes)):
                continue
            target = facts.name(reply.spoke.target)
            found, cure = "found none", _credit(facts, thread, reply)
            if reply is early:
                found, cure = _words(facts, thread, reply, target=target)
            message = f'expected "introduced" before {target} has "replied", {found}'
            yield Finding(reply.spoke.intro.path, reply.event.span, message, cure)


def _early(thread: Thread) -> Moment | None:
    """Return the first answer, if there was an ask up to that day and nothing else."""
    reply = next((m for m in thread.moments if m.event.word == "replied"), None)
    if reply is None:
        return None
    words = {m.event.word for m in thread.moments if m.event.date <= reply.event.date}
    return reply if words & ASKING and not words & REACHES else None


def _brought(thread: Thread) -> list[Moment]:
    """Return first answers in files whose introducer spoke to the target after another one did."""
    introduced = {m.spoke.intro.path for m in thread.moments if m.event.word == "introduced"}
    said: dict[str, list[str]] = {}
    brought, second = [], False
    for moment in thread.moments:
        path, word = moment.spoke.intro.path, moment.event.word
        own = said.setdefault(path, [])
        new = word == "replied" and "replied" not in own and path not in introduced
        if second and new and own[-1:] and own[-1] in PASSED_ON:
            brought.append(moment)
        second = second or word == "introduced"
        own.append(word)
    return brought


def _words(facts: Facts, thread: Thread, reply: Moment, *, target: str) -> tuple[str, str]:
    """Return what was found and the cure."""
    day, introducer = reply.event.date, facts.name(reply.spoke.introducer)
    own = [m.event for m in thread.moments if m.spoke == reply.spoke]
    made = next((event.date for event in own if event.word == "introduced"), None)
    asked = [event.word for event in own if event.date <= day and event.word in ASKING]
    if asked and asked[-1] == "opt-in-asked":
        meant = f'type "opted-in" if {target} said yes to {introducer}'
    else:
        meant = f'type "agreed" or "passed" if it was {introducer} who answered'
    if made is not None:
        return f"found it on {made}", f"correct one of the two dates, or {meant}"
    late = f"add the day of the introduction, like - {day} introduced"
    return "found none", f"{meant}; if it was {target}, {late}"


def _credit(facts: Facts, thread: Thread, reply: Moment) -> str:
    """Return the cure where whoever passed the note on is to have the credit for the answer."""
    day, introducer = reply.event.date, facts.name(reply.spoke.introducer)
    own = {moment.event.word for moment in thread.moments if moment.spoke == reply.spoke}
    yes = "" if "opted-in" in own else f"- {day} opted-in and "
    add = f"type above it {yes}- {day} introduced, so that it counts for {introducer}"
    return f"{add}; if it answers a letter of yours, put it into the file of that introduction"
