"""The next introducer where I have chosen one, and a yes of the target's that they can act on."""

from collections.abc import Iterable
from datetime import date, timedelta

from site_builder.insights.thread import Moment, Thread
from site_builder.model.vault import Spoke, Vault

HOLDS = timedelta(days=90)
"""How long a yes is one; later the next introducer asks again."""
SPEND = frozenset({"opted-in", "opted-out", "introduced"})
"""What gives a yes, takes it back or makes use of it."""


def chosen(thread: Thread, vault: Vault) -> Spoke | None:
    """Return the first introduction of a pursuit under way that nobody has been asked for yet.

    Whoever has had a part in this thread, or prefers not to be asked, is not the next in line.
    """
    heard = {moment.spoke.introducer for moment in thread.moments}
    for spoke in thread.spokes if heard else ():
        if spoke.introducer not in heard and vault.people[spoke.introducer].ask != "no":
            return spoke
    return None


def next_in_line(thread: Thread, vault: Vault, today: date) -> str:
    """Say whom to ask, and that the target need not be asked again where they have said yes."""
    spoke, target = chosen(thread, vault), vault.called(thread.target)
    again = f"who need not ask {target} again" if welcome(thread.moments, today) else ""
    if spoke is None:
        return f"choose the next person in line{again and f', {again}'}"
    name = vault.called(spoke.introducer)
    return f"ask {name}, whom you have chosen{again and f' and {again}'}"


def welcome(moments: Iterable[Moment], day: date) -> Moment | None:
    """Return the yes of these events that still waits for its introduction on a day."""
    said = [moment for moment in moments if moment.event.word in SPEND]
    last = said[-1] if said else None
    if last is None or last.event.word != "opted-in" or last.event.date < day - HOLDS:
        return None
    return None if any(_made_of(last, moment) for moment in said) else last


def _made_of(yes: Moment, moment: Moment) -> bool:
    """Tell whether a yes led to an introduction of its day, though it was written down below it."""
    same = (moment.spoke.intro.path, moment.event.date) == (yes.spoke.intro.path, yes.event.date)
    return same and moment.event.word == "introduced"
