"""Notes to oneself stay out of letters: one copied without a look gives nothing away."""

import pytest

from site_builder.pages.drafts import HEADINGS, Draft, candidate_draft, door_drafts, loop_draft
from site_builder.rendering.draft_compose import Letter
from site_builder.rendering.environment import Environment, make_environment
from site_builder.rendering.render import render_draft
from tests.support.insights_sample import TODAY, door_in, files_of
from tests.support.theme_files import built, environment, packaged
from tests.support.vaults import insights_of

NOTE, SAID = "fickle", "sunlit"
"""A word that stands in everything noted for myself, and one in what is meant for others."""

PEOPLE = f"""
== contacts/me.md
name: Robin Vale
me: true
== contacts/t.md
name: Tara
org: Northwind
location: {NOTE}
channel: {NOTE}
tags: [{NOTE}]
met_on: 2020
x_note: {NOTE}
groups: [team/crew 2009-2012 {NOTE}]
knows: [s 4 {NOTE}]
- 2026-01-01: {NOTE}
== contacts/s.md
name: Sam
closeness: 4
groups: [team/crew 2009-2012 {NOTE}]
== contacts/b.md
name: Ben
closeness: 4
groups: [team/crew 2009-2012 {NOTE}]
knows: [t 3 {NOTE}]
== contacts/c.md
name: Chloe
groups: [team/crew 2009-2012 {NOTE}]
"""
INTRO = f"""
== intros/t.md
target: t
introducer: s
goal: One {SAID} coffee
why: Her {SAID} talk
blind: {NOTE}
channel: {NOTE}
tags: [{NOTE}]
next: 2026-11-22 {NOTE}
"""
LOGS = {
    "idea": "",
    "asked": "2026-11-10 asked",
    "silent": "2026-09-10 asked",
    "introduced": "2026-11-20 asked; 2026-11-20 agreed; 2026-11-20 introduced",
    "answered": "2026-11-10 introduced; 2026-11-11 wrote; 2026-11-20 replied",
    "waiting": "2026-11-01 introduced; 2026-11-02 wrote",
    "nudged": "2026-11-01 introduced; 2026-11-02 wrote; 2026-11-10 nudged",
    "quiet": "2026-10-01 introduced; 2026-10-01 wrote; 2026-10-10 nudged; 2026-10-20 nudged",
    "met": "2026-11-01 introduced; 2026-11-08 scheduled 2026-11-20; 2026-11-20 met",
    "passed": "2026-11-01 asked; 2026-11-05 passed",
    "lost": "2026-10-01 introduced; 2026-10-03 replied; 2026-10-10 closed: lost",
    "won": "2026-10-01 introduced; 2026-10-03 met; 2026-10-10 closed: won",
}


def drafts_of(log: str) -> list[Draft]:
    """Return every letter that a door with this log may give, each event with a note."""
    lines = [f"{line}{'' if ':' in line else ':'} {NOTE}" for line in log.split("; ") if line]
    files = files_of(PEOPLE + INTRO + "".join(f"- {line}\n" for line in lines))
    noted = {path: text.replace("## Log", f"{NOTE}\n\n## Log") for path, text in files.items()}
    insights = insights_of(noted, TODAY)
    door = door_in(insights, "t")
    people = door.suggestion.suggested
    return [
        *door_drafts(insights, door),
        *(candidate_draft(insights, door, one) for one in people),
        *(loop_draft(insights, door, spoke) for spoke in door.thread.spokes),
    ]


def words(engine: Environment, draft: Draft) -> str:
    """Return all that a letter says, its mail links included."""
    letter = render_draft(engine, draft)
    assert isinstance(letter, Letter), letter
    return "\n".join([letter.subject, *(f"{one.text}\n{one.mailto}" for one in letter.parts)])


def told(engine: Environment, word: str) -> set[str]:
    """Return the letters in which a word stands."""
    drafts = [draft for log in LOGS.values() for draft in drafts_of(log)]
    assert {draft.name for draft in drafts} == set(HEADINGS)
    return {draft.name for draft in drafts if word in words(engine, draft)}


@pytest.mark.parametrize("theme", sorted(packaged()))
def test_no_letter_says_what_was_noted_for_oneself(theme: str) -> None:
    assert told(environment(theme), NOTE) == set()


def test_the_goal_is_told_as_it_is_meant_to_be() -> None:
    assert {"ask-second", "ask-first-intro", "nudge", "pick-up"} <= told(environment(), SAID)


def test_a_letter_that_does_would_be_found() -> None:
    leaking = built("default", packaged(), thank_you="Subject: Thanks\n[{{ fact.outcome }}]")
    assert told(make_environment(leaking), NOTE) == {"thank-you"}
