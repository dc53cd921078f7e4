"""Five notes that name each other in many ways."""

from tests.support.commands import Commands

TARA = """\
---
name: Tara Lindqvist
aliases: [Tara L]
---

She is [[tara]], see [herself](tara.md) and [[Tara L]].
"""
SAM = """\
---
name: Sam Okafor
introduced_by: "[[tara|Tara]]"   # long ago
knows:
- tara 4 rowed, "tara" to friends
- '[[ben]] 3'
standing:
  - "[[tara]] 0.8"
---

Met by [[tara#Log|her]], [[Tara Lindqvist]] and [[Tara L]]; ![[tara]].
A [way](../tara.md#log "her note") and a way [by tara.md](<../tara.md>).

| who | where |
|---|---|
| [[tara\\|T]] | x |

Code: `[[tara]]`, and %% a comment [[tara]] %% then [[tara]].

## Log

- 2026-01-02: %% [[tara]] %% coffee with [[tara]]
  and [[contacts/tara.md|her]] again
- 2026-01-03: [[tara]], `[[tara]]`
"""
PATH = "intros/2026-01-tara-via-sam.md"
INTRO = """\
---
target: contacts/tara.md
introducer: sam
requester: ben
goal: Ask tara for thirty minutes
---

See [[2026-01-tara-via-sam|this]], [it](2026-01-tara-via-sam.md).
And [[intros/2026-01-tara-via-sam]].

## Log

- 2026-01-04 asked: about [[tara]]
"""
FRIEND = "contacts/friends/sam.md"
FILES = {
    "contacts/me.md": "---\nname: Mo Writer\nme: true\nknows: [[[tara]], sam 2]\n---\n",
    "contacts/tara.md": TARA,
    FRIEND: SAM,
    "contacts/ben.md": "---\nname: Ben Ito\n---\n",
    PATH: INTRO,
}


def texts(vault: Commands) -> dict[str, str]:
    """Return the notes, byte for byte."""
    files = (file for folder in ("contacts", "intros") for file in (vault.root / folder).rglob("*"))
    found = {file.relative_to(vault.root).as_posix(): file for file in files if file.is_file()}
    return {path: file.read_bytes().decode() for path, file in found.items()}
