"""Front matter that YAML cannot read is marked, and hides nothing of what stands below it."""

import pytest

from site_builder.model.document import Document
from site_builder.parsing.document_pack import pack, unpack
from tests.support.vaults import document_of

from .builders import contact, found, intro

BROKEN = "role: Platform: build"
"""A line of front matter with a colon too many, on line 3 of a contact."""
PAT = "contacts/pat.md"
YAML = "invalid-yaml contacts/pat.md:3:15"


def test_links_and_log_lines_of_a_contact_are_checked() -> None:
    body = "See [[nobody-here]].\n\n## Log\n\n- 2026-06-1: met\n- 2027-06-01: met [[no-one]]\n"
    assert found({PAT: contact(BROKEN, body=body)}) == [
        YAML,
        "broken-link contacts/pat.md:5:5",
        "invalid-log-line contacts/pat.md:9:3",
        "future-event contacts/pat.md:10:3",
        "broken-link contacts/pat.md:10:19",
    ]


def test_the_log_of_an_introduction_is_checked() -> None:
    keys = ("goal: Platform: build",)
    log = ("2026-09-02 askd", "2026-09-05 asked", "2026-09-04 agreed", "2027-01-01 wrote")
    assert found({"intros/a.md": intro(*log, keys=keys)}) == [
        "invalid-yaml intros/a.md:4:15",
        "unknown-event intros/a.md:9:14",
        "event-order intros/a.md:11:3",
        "future-event intros/a.md:12:3",
    ]


def test_a_line_that_strayed_from_the_log_is_told() -> None:
    text = contact(BROKEN, body="- 2026-09-02 asked: over lunch")
    stray = "stray-log-line intros/a.md:5:1"
    assert found({"intros/a.md": text}) == ["invalid-yaml intros/a.md:3:15", stray]


@pytest.mark.parametrize("body", ["Knows [[tara]].", "See [[pat]].", "See [[Patty]].", ""])
def test_nothing_follows_from_what_was_not_read(body: str) -> None:
    """No missing name, no lost person, and an alias in the broken part may be anybody's."""
    files = {
        PAT: contact(BROKEN, "aliases: [Patty]", body=body),
        "contacts/zoe.md": contact(name="Zoe Ruiz", body="Met [[pat]], or [[Patty]]."),
        "intros/a.md": intro("2026-09-02 asked", target="pat"),
    }
    assert found(files) == [YAML]


def test_a_waiver_in_the_unread_part_may_hold() -> None:
    """Whether the front matter waives a check or only names it cannot be known."""
    keys = (BROKEN, "ignore:", "  - broken-link she has no file yet")
    text = contact(*keys, body="See [[nobody-here]].\n\n## Log\n\n- 2026-06-1: met")
    assert found({PAT: text}) == [YAML, "invalid-log-line contacts/pat.md:11:3"]


@pytest.mark.parametrize("path", [PAT, "intros/pat.md"])
def test_what_was_read_is_remembered(path: str) -> None:
    document = document_of(contact(BROKEN, body="See [[nobody-here]]."), path)
    assert isinstance(document, Document)
    assert document.record is None
    assert document.body is not None
    assert document.body.notes.links[0].target == "nobody-here"
    assert unpack(pack(document)) == document


def test_an_indented_key_is_marked_and_not_its_colon() -> None:
    assert found({PAT: contact("  closeness: 4")}) == ["invalid-yaml contacts/pat.md:3:3"]
