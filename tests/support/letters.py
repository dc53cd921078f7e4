"""An introduction by Sam to Tara, and the words of a letter about it."""

from site_builder.pages.drafts import Draft
from site_builder.rendering.draft_compose import Letter
from site_builder.rendering.render import render_draft
from tests.support.insights_sample import PAIR
from tests.support.theme_files import environment

ASKED = f"""{PAIR}== contacts/b.md
name: Ben
== intros/1.md
target: t
introducer: s
goal: One coffee on builds
"""
SILENT = ASKED.replace("name: Ben", "name: Ben\nknows: [t 3]")
"""Ben knows her, too."""
MADE = "- 2026-08-01 introduced\n- 2026-08-02 wrote\n"


def read(draft: Draft) -> str:
    """Return the words of a letter's first part."""
    letter = render_draft(environment(), draft)
    assert isinstance(letter, Letter)
    return letter.parts[0].text
