"""Why nobody can be suggested: until when that is so, or what is missing."""

from collections.abc import Sequence

from site_builder.insights.candidate import Free, NotSuggested
from site_builder.insights.eligibility import declined_on, free_on
from site_builder.insights.features import Network
from site_builder.insights.thread import Thread
from site_builder.insights.words import day
from site_builder.model.contact import ContactId
from site_builder.model.vault import Vault


def first_free(
    network: Network, refused: Sequence[NotSuggested], target: ContactId, thread: Thread | None
) -> Free | None:
    """Return who may be asked before all others, and when; none if nobody ever."""
    if declined_on(network, target, thread) is not None:
        return None
    people = network.vault.people
    days = ((free_on(network, people[one.contact], thread=thread), one) for one in refused)
    free = (Free(one.contact, when) for when, one in days if when is not None)
    return min(free, key=lambda one: (one.date, one.contact), default=None)


def nobody_because(
    vault: Vault,
    target: ContactId,
    refused: Sequence[NotSuggested],
    free: Free | None,
    *,
    declined: bool,
) -> str:
    """Return what is missing, or on which day nothing is any more."""
    person = vault.people[target]
    name, private = person.first_name, vault.audience.is_private
    if refused:
        said = _refused(vault, name, refused, now=declined or free is not None)
        if free is not None:
            who, when = vault.people[free.contact].first_name, day(free.date)
            return said if when in said else f"{said} {who} may be asked from {when} on."
        if declined or not private:
            return said
        add = f"add `knows: [{person.id} 3]` to the file of whoever does"
        return f"{said} Ask around who else knows {name}, and {add}."
    if not private:
        return f"Nobody shown here can be asked about {name}."
    if not person.groups and target not in vault.acquaintances:
        return (
            f"Nothing is written down about who knows {name}: add `groups:` to "
            f"{person.path}, or `knows: [{person.id} 3]` to the file of somebody who does."
        )
    return (
        f"Nobody else on record knows {name} well enough to be suggested: ask around, "
        f"and add `knows: [{person.id} 3]` to the file of whoever does."
    )


def _refused(vault: Vault, name: str, refused: Sequence[NotSuggested], *, now: bool) -> str:
    if len(refused) == 1:
        only = vault.people[refused[0].contact].first_name
        return f"Only {only} is on record as knowing {name}; {refused[0].because}."
    return f"Everybody on record who knows {name} is better not asked{' now' if now else ''}."
