"""A clean vault of a thousand files, in blocks that know nothing of each other."""

from datetime import date

TODAY = date(2026, 11, 22)
PEOPLE = 700
"""With the owner; the other files are introductions."""
INTROS = 300
BLOCK = 10
"""People of one block; it has half as many introductions, from even to odd people."""

LOG = """\
- 2026-06-01 asked: over lunch
- 2026-06-03 agreed
- 2026-06-05 opted-in
- 2026-06-07 introduced: warm mail to both
- 2026-06-07 wrote: thanked, offered two dates
- 2026-06-12 replied: swamped until autumn
"""

OWNER = """\
---
name: Ana Silva
me: true
groups: [team/oslo-rowing 2009-2012]
---
"""


def person(number: int) -> str:
    """Return a contact's id."""
    return f"person-{number:04}"


def contact_path(number: int) -> str:
    """Return where a contact's file lies."""
    return f"contacts/{person(number)}.md"


def intro_path(number: int) -> str:
    """Return where an introduction's file lies."""
    return f"intros/2026-06-01-{number:04}.md"


def neighbour(number: int) -> str:
    """Return the next person of the block; the last knows the first."""
    last = number % BLOCK == BLOCK - 1 or number == PEOPLE - 2
    return person(number - number % BLOCK if last else number + 1)


def contact(number: int) -> str:
    """Return a contact that knows the next one."""
    return f"""\
---
name: Pat N{number:04}
email: pat-{number:04}@northwind.example
closeness: 3
last_contact: 2026-06-03
groups:
  - team/crew-{number // 8:04} 2009-2012
knows:
  - {neighbour(number)} 3 worked together
tags: [platform]
---

Works with [[{neighbour(number)}|the next one]].

## Log

- 2026-06-03: had coffee
"""


def intro(number: int) -> str:
    """Return an introduction from an even person to the odd one they know."""
    return f"""\
---
target: {person(2 * number + 1)}
introducer: {person(2 * number)}
goal: Thirty minutes on build platforms
---

Offered over lunch.

## Log

{LOG}"""


def clean_vault() -> dict[str, str]:
    """Return the texts of the thousand files by path."""
    files = {contact_path(number): contact(number) for number in range(PEOPLE - 1)}
    files["contacts/ana-silva.md"] = OWNER
    files.update((intro_path(number), intro(number)) for number in range(INTROS))
    return files
