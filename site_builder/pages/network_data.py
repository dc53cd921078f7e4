"""The people of the network as a script, so that the picture can show each of them.

A plain script and not JSON, because a page that is opened from disk may load nothing else. The
script of the page reads it; positions are worked out there, always the same from the same data.
"""

import re
from collections.abc import Iterable, Mapping
from json import JSONEncoder

from site_builder.insights.shared_circles import usable
from site_builder.model.contact import CLOSENESS_WORDS, Contact, ContactId
from site_builder.model.settings import CircleKind
from site_builder.model.vault import Vault
from site_builder.pages.page import contact_address, href
from site_builder.tables import FRESH, Tables

FILE = "network-data.js"
PLAIN_ID = re.compile(r"[a-z]+(?:-[a-z]+)*")
"""An id from which a name in plain letters can be told."""
as_json = JSONEncoder(separators=(",", ":")).encode


def network_files(vault: Vault, tables: Tables = FRESH) -> Mapping[str, bytes]:
    """Return the script by its address: everybody but me, whom I am tied to, words for ties."""
    kinds = vault.settings.kinds
    words = ["", *CLOSENESS_WORDS.values()]
    people = vault.people

    def row(who: ContactId) -> bytes:
        line = "" if who == vault.me else person_line(people[who], vault.ties[who], kinds)
        return line.encode()

    rows = tables.derive("network lines", people, row)

    def script(_: str) -> bytes:
        tied = sorted(vault.known_to(vault.me))
        head = f"tied: {as_json(tied)}, words: {as_json(words)}"
        lines = b",\n".join(filter(None, rows.values()))
        return b"doorstepNetwork = {%b, people: [\n%b\n]};\n" % (head.encode(), lines)

    return tables.derive("network file", (FILE,), script)


def person_line(person: Contact, ties: Iterable[ContactId], kinds: Mapping[str, CircleKind]) -> str:
    """Return `[id, closeness, circles, ties, name, address]` from what the own file says.

    Closeness is 0 where none is stated; `circles` leaves out sensitive ones; `ties` are ids of
    those this file names. Name and address are left out where they follow from the id, as
    `Ada Berg` and `contacts/ada-berg.html` do from `ada-berg`: a sixth of the file.
    """
    circles = dict.fromkeys(line.group for line in person.groups if usable(kinds.get(line.kind)))
    row = [person.id, person.closeness or 0, [*circles], [*ties]]
    address = href(contact_address(person.id))
    if not PLAIN_ID.fullmatch(person.id) or address != f"contacts/{person.id}.html":
        return as_json([*row, person.name, address])
    named = person.name == person.id.replace("-", " ").title()
    return as_json(row if named else [*row, person.name])
