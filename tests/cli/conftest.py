"""A small vault in which one door went quiet, and commands to run on it."""

import pytest

from tests.support.commands import Commands

VAULT = {
    "contacts/me.md": "---\nname: Mo Writer\nme: true\n---\n",
    "contacts/tara.md": "---\nname: Tara Lindqvist\n---\n",
    "contacts/sam.md": "---\nname: Sam Okafor\ncloseness: 4\nknows: [tara 4]\n---\n",
    "contacts/ben.md": "---\nname: Ben Ito\ncloseness: 4\nknows:\n  - tara 3 old team\n---\n",
    "intros/tara-via-sam.md": """\
---
target: tara
introducer: sam
goal: Thirty minutes
---

## Log

- 2026-09-01 asked
- 2026-09-02 agreed
- 2026-09-03 opted-in
- 2026-09-04 introduced
- 2026-09-04 wrote
- 2026-09-14 nudged
- 2026-09-24 nudged
- 2026-09-30 thanked
""",
}


@pytest.fixture
def vault(build: Commands, monkeypatch: pytest.MonkeyPatch) -> Commands:
    """Return commands that run in a vault of their own, on 4 November 2026."""
    monkeypatch.setenv("DOORSTEP_TODAY", "2026-11-04")
    build.write(VAULT)
    return build
