"""The next introducer where I have chosen one: a file with nothing in its log yet."""

from datetime import date

from site_builder.insights.thread import Thread
from site_builder.insights.welcome import welcome
from site_builder.model.vault import Spoke, Vault


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
    spoke, target = chosen(thread, vault), vault.people[thread.target].first_name
    again = f"who need not ask {target} again" if welcome(thread.moments, today) else ""
    if spoke is None:
        return f"choose the next person in line{again and f', {again}'}"
    name = vault.people[spoke.introducer].first_name
    return f"ask {name}, whom you have chosen{again and f' and {again}'}"
