"""The proof of a renaming sees whatever would be said otherwise: no slip of a plan passes."""

from datetime import date

import pytest

from site_builder.compiler import Checked, Inputs, check_vault
from site_builder.editing.move_plan import plan_move
from site_builder.editing.move_proof import prove
from site_builder.editing.renaming import Renaming
from site_builder.editing.vault_names import names_of
from site_builder.model.settings import Settings
from site_builder.source import Source
from site_builder.tables import FRESH

SAM = """\
---
name: Sam
aliases: [Sammy]
knows: [tara 4 rowed, ben 2?]
standing: [ben 0.5]
strangers: [ben]
introduced_by: ben
groups: [team/rowing 2009-2012]
mentor: tara
ignore: [unknown-tie met today]
---

Met [[tara|her]] by [way](tara.md#a) #rowing; ![[boat.png]] ![[tara]]

## Log

- 2026-01-02 call: with [[tara|T]]
"""
INTRO = """\
---
target: tara
introducer: sam
goal: Tea
---

Well.

## Log

- 2026-01-02 asked: [[ben]] by [[tara]]
- 2026-01-03 agreed
"""
FILES = {
    "contacts/ben.md": "---\nname: Ben\n---\n",
    "contacts/sam.md": SAM,
    "contacts/tara.md": "---\nname: Tara\ncloseness: 3\n---\n",
    "intros/one.md": INTRO,
}
RENAMING = Renaming("contact", "contacts/tara.md", "contacts/old/eva.md")
SLIPS = {
    "contacts/sam.md": [
        ("name: Sam", "name: Samuel"),
        ("Sammy", "Sam B"),
        ("[eva 4 rowed", "[tara 4 rowed"),
        ("eva 4 rowed", "eva 3 rowed"),
        ("eva 4 rowed", "eva 4 swam"),
        ("eva 4 rowed", "ben 4 rowed"),
        ("ben 2?", "ben 2"),
        ("ben 0.5", "ben 0.6"),
        ("introduced_by: ben", "introduced_by: eva"),
        ("strangers: [ben]", "strangers: [eva]"),
        ("2009-2012", "2009-2013"),
        ("mentor: tara", "mentor: eva"),
        ("met today", "met then"),
        ("Met [[", "met [["),
        ("[[eva|her]]", "[[tara|her]]"),
        ("[[eva|her]]", "[[eva|him]]"),
        ("[[eva|her]]", "[[eva#x|her]]"),
        ("[[eva|her]]", "[[ben|her]]"),
        ("(old/eva.md#a)", "(tara.md#a)"),
        ("(old/eva.md#a)", "(eva.md#a)"),
        ("(old/eva.md#a)", "(old/eva.md)"),
        ("#rowing", "#boats"),
        ("boat.png", "boot.png"),
        ("![[eva]]", "![[ben]]"),
        ("2026-01-02 call", "2026-01-03 call"),
        ("call: with", "call: by"),
        ("[[eva|T]]", "[[eva]]"),
        ("[[eva|T]]", "[[tara|T]]"),
    ],
    "contacts/old/eva.md": [("closeness: 3", "closeness: 4"), ("name: Tara\n", "")],
    "intros/one.md": [
        ("target: eva", "target: ben"),
        ("target: eva", "target: tara"),
        ("introducer: sam", "introducer: ben"),
        ("goal: Tea", "goal: Tee"),
        ("goal: Tea", "requester: ben\ngoal: Tea"),
        ("Well.", "Well!"),
        ("[[eva]]", "[[ben]]"),
        ("[[ben]]", "[[eva]]"),
        ("agreed", "passed"),
        ("agreed", "agred"),
        ("01-03", "01-04"),
    ],
}


def checked(files: dict[str, bytes]) -> Checked:
    """Read and check files."""
    sources = tuple(Source(path, data) for path, data in sorted(files.items()))
    return check_vault(Inputs(sources, Settings(), date(2026, 11, 4)), FRESH)


def after() -> tuple[Checked, dict[str, bytes]]:
    """Return a vault, and its files as they are planned."""
    before = checked({path: text.encode() for path, text in FILES.items()})
    sources = [Source(path, text.encode()) for path, text in FILES.items()]
    plan = plan_move(before.vault.files, sources, names_of(before.vault), RENAMING)
    return before, {source.path: source.data for source in plan.sources}


def test_the_plan_itself_holds() -> None:
    before, planned = after()
    proof = prove(before, checked(planned), RENAMING)
    assert proof.holds, proof


@pytest.mark.parametrize(
    ("path", "right", "slip"),
    [(path, *slip) for path, slips in SLIPS.items() for slip in slips],
)
def test_a_slip_is_seen(path: str, right: str, slip: str) -> None:
    before, planned = after()
    text = planned[path].decode()
    assert right in text
    slipped = {**planned, path: text.replace(right, slip, 1).encode()}
    assert not prove(before, checked(slipped), RENAMING).holds


def test_a_note_too_many_or_too_few_is_seen() -> None:
    before, planned = after()
    more = {**planned, "contacts/x.md": b"---\nname: X\n---\n"}
    fewer = {path: data for path, data in planned.items() if path != "contacts/old/eva.md"}
    assert not prove(before, checked(more), RENAMING).holds
    assert not prove(before, checked(fewer), RENAMING).holds
