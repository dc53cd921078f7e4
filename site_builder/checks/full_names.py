"""People by their full names, as they may stand in a text."""

import re
from collections.abc import Mapping

from site_builder.model.contact import Contact, ContactId
from site_builder.tables import Tables

WORD = re.compile(r"\w+(?:[.'’-]\w+)*")
LONGEST_NAME = 4
"""Words of a name that is looked for in a text."""

Names = Mapping[tuple[str, ...], tuple[ContactId, ...]]


def full_names(people: Mapping[ContactId, Contact], tables: Tables) -> Names:
    """Return the names of two to four words, as words; first names alone are too common."""
    return tables.invert(
        "full names", tables.derive("full name", people, lambda who: _full_name(people[who]))
    )


def _full_name(person: Contact) -> tuple[tuple[tuple[str, ...], ContactId], ...]:
    words = tuple(WORD.findall(person.name))
    return ((words, person.id),) if 1 < len(words) <= LONGEST_NAME else ()
