"""Two introducers at one door: who has come to it first, and who is to hear of that."""

from datetime import date, timedelta

from site_builder.insights.needless import MY_ASK, trying
from site_builder.insights.standing import INTRODUCER_SIDE, OWN_WORDS
from site_builder.insights.thread import Thread
from site_builder.insights.words import day
from site_builder.model.intro import TOUCHES
from site_builder.model.vault import Vault

AT_WORK = timedelta(days=21)
"""Whoever has said nothing for longer has let it go."""
DOING = {
    "agreed": "{0} has agreed",
    "opt-in-asked": "{0} is asking {1}",
    "opted-in": "{1} said yes to {0}",
    "introduced": "{0} has introduced you",
}
AGREED = frozenset({"agreed", "opt-in-asked", "opted-in"})


def unused(thread: Thread, vault: Vault) -> list[str]:
    """Say which introduction waits for my first word, where a later event of another hides it.

    Whom I asked since, I asked knowing of it.
    """
    words = [moment.event.word for moment in thread.moments]
    if thread.standing.state not in INTRODUCER_SIDE or "introduced" not in words:
        return []
    at = max(place for place, word in enumerate(words) if word == "introduced")
    if {*words[at:]} & {*TOUCHES, *OWN_WORDS, *MY_ASK}:
        return []
    made = thread.moments[at]
    by, target = vault.called(made.spoke.introducer), vault.called(thread.target)
    return [f"{by} introduced you on {day(made.event.date)}: the first word to {target} is yours."]


def second_voice(thread: Thread, vault: Vault, today: date) -> list[str]:
    """Say who may ask the target although somebody else has come to it meanwhile.

    Whom I asked or reminded later, I did so knowing of it.
    """
    given = thread.standing.given_by
    if given is None or given.event.word not in DOING:
        return []
    since = thread.moments[thread.moments.index(given) :]
    known = {one.spoke.intro.path for one in since if one.event.word in MY_ASK}
    others = [
        one
        for one in trying(thread, today - AT_WORK)
        if one.introducer != given.spoke.introducer and one.intro.path not in known
    ]
    if not others:
        return []
    first, target = vault.called(given.spoke.introducer), vault.called(thread.target)
    other = vault.called(others[0].introducer)
    doing = DOING[given.event.word].format(first, target)
    words = {event.word for event in thread.events_of(others[0])}
    if words & AGREED and given.event.word != "introduced":
        told = f"{other} has agreed, too: tell one of them that the other does it"
    else:
        told = f"You asked {other}, too: tell {other} that {doing}"
    return [f"{told}, so that {target} hears it once."]
