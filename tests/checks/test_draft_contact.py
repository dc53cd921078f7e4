"""A contact that is a draft takes introductions along, and that is said."""

import pytest

from site_builder.checks import run_checks
from site_builder.insights.threads import threads_of
from site_builder.model.settings import Settings
from site_builder.model.vault_assemble import assemble
from site_builder.parsing.document_read import read_document
from site_builder.source import Source

from .builders import GOAL, PEOPLE, found, intro, only
from .manual_page import TODAY

DRAFT = "---\nname: Sam Okafor\ndraft: true\n---\n"


def test_an_introduction_that_is_left_out_with_a_draft_is_told() -> None:
    files = {"contacts/sam.md": DRAFT, "intros/a.md": intro()}
    assert found(files) == ["draft-contact intros/a.md:3:13"]
    assert "contacts/sam.md" in only(files).help


@pytest.mark.parametrize(
    "keys", [("draft: true",), (GOAL, "ignore: [draft-contact we meet in May]"), (GOAL, "x_a: 1")]
)
def test_where_the_draft_is_wanted_nothing_is_said(keys: tuple[str, ...]) -> None:
    """The introduction is a draft as well, waives it, or its people are none."""
    people = {"contacts/sam.md": DRAFT} if "x_a: 1" not in keys else {}
    assert found({**people, "intros/a.md": intro(keys=keys)}) == []


def test_drafts_that_are_built_leave_nothing_out() -> None:
    documents = tuple(
        read_document(Source(path, text.encode()))
        for path, text in {**PEOPLE, "contacts/sam.md": DRAFT, "intros/a.md": intro()}.items()
    )
    for drafts, told in ((True, 0), (False, 1)):
        vault = assemble(documents, Settings(), drafts=drafts)
        assert len(run_checks(vault, threads_of(vault, TODAY), TODAY)) == told
