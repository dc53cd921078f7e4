"""What is wrong with a line of a log is said with the line to type, and that line is read."""

import pytest

from tests.support.vaults import document_of

from .builders import PEOPLE, contact, findings, intro, only


@pytest.mark.parametrize(
    ("line", "message", "cure"),
    [
        ("2026-09-20", "after the date, found none", "for example - 2026-09-20 wrote: …"),
        ("2026-09-20: over lunch", "found none", "for example - 2026-09-20 wrote: over lunch"),
        ("2026-09-20 closed", "found nothing", "type - 2026-09-20 closed: won|lost|withdrawn"),
        ("2026-09-20 closed: no", 'found "no"', "- 2026-09-20 closed: won|lost|withdrawn, no"),
        ("2026-09-20, 10:30: asked x", "found none", "type - 2026-09-20 asked: 10:30, x"),
        ("2026-09-20 paused", "found none", "type it like - 2026-09-20 paused 2026-12-01"),
        ("2026-09-20 paused soon", 'found "soon"', "- 2026-09-20 paused 2026-12-01"),
        ("2026-9-20 asked", 'found "2026-9-20"', "type 2026-09-20"),
        ("2026–09–20 asked", 'found "2026–09–20"', "type 2026-09-20"),
        ("20260920 asked", 'found "20260920"', "type 2026-09-20"),
        ("20/9/2026 asked", 'found "20/9/2026"', "type 2026-09-20"),
        ("2026-02-30 asked", 'found "2026-02-30"', "this day is not in the calendar"),
        ("2026-09-20 asked him", "found none", "type - 2026-09-20 asked: him"),
        ("2026-09-20 paused: since 2026-10-01, until 2027-01-10", "none", "2026-12-01"),
        ("2026-09-20 scheduled: not on 2026-11-20", "none", "2026-12-01"),
        ("2026-09-20 paused soon or so", 'found "soon"', "- 2026-09-20 paused 2026-12-01"),
        ("2026-09-20 paused 1.12.2026", 'found "1.12.2026"', "type 2026-12-01"),
        ("2026-09-20 no", 'called "no"', 'did you mean "passed" or "opted-out"?'),
        ("2026-09-20 no reply", 'called "no"', "type one of asked"),
        ("2026-09-20 won", 'called "won"', 'did you mean "closed: won"?'),
        ("2026-09-20 - asked", "found none", "type - 2026-09-20 asked"),
        ("2026-09-20 asked：昼食", "found none", "type - 2026-09-20 asked: 昼食"),
        ("2026-09-20 wrote、メール 二通", "found none", "type - 2026-09-20 wrote: メール 二通"),
        ("2026-09-20 wrote（メール）", "found none", "type - 2026-09-20 wrote: （メール）"),
        ("2026-09-20 opted in", 'called "opted in"', 'did you mean "opted-in"?'),
        ("2026-09-20 opt-in asked: x", 'called "opt-in asked"', 'did you mean "opt-in-asked"?'),
        ("2026-09-20 followed up: x", 'called "followed up"', 'did you mean "nudged"?'),
        ("2026-09-20 said yes", 'called "said yes"', 'did you mean "agreed" or "opted-in"?'),
        ("2026-09-20 closed-won", 'called "closed-won"', 'did you mean "closed: won"?'),
        ("2026-09-20 Sunday lunch", "found none", "- 2026-09-20 wrote: lunch"),
        ("20.9.26 asked", 'found "20.9.26"', "type 2026-09-20"),
        ("2026-09-20 opened", 'no event is called "opened"', "type one of asked, reminded"),
    ],
)
def test_a_log_line_is_explained(line: str, message: str, cure: str) -> None:
    problem = only({"intros/a.md": intro(line)})
    assert problem.message.endswith(message)
    assert cure in problem.help


@pytest.mark.parametrize(
    ("line", "cure"),
    [
        ("2026-09-20T10:00 asked", "2026-09-20 asked: 10:00"),
        ("2026-09-20T10:00:00Z asked: over lunch.", "2026-09-20 asked: 10:00:00, over lunch."),
        ("2026-09-20 10:30 asked", "2026-09-20 asked: 10:30"),
        ("2026-09-20\u00a0replied: yes", "2026-09-20 replied: yes"),
        ("2026-09-20: Replied: yes", "2026-09-20 replied: yes"),
        ("2026-09-20 → replied: yes", "2026-09-20 replied: yes"),
        ("2026-09-20\u202fmet", "2026-09-20 met"),
        ("2026-09-20,asked", "2026-09-20 asked"),
        ("2026-09-20; asked: over lunch", "2026-09-20 asked: over lunch"),
        ("2026-09-20 scheduled for 2026-10-20", "2026-09-20 scheduled 2026-10-20"),
        ("2026-09-20 scheduled: 2026-10-20 at noon", "2026-09-20 scheduled 2026-10-20: at noon"),
        ("2026-09-20 scheduled 2026-10-20 10:00", "2026-09-20 scheduled 2026-10-20: 10:00"),
        ("2026-09-20 paused until 2026-12-20", "2026-09-20 paused 2026-12-20"),
        ("2026-09-20 scheduled a call, 2026-10-20", "2026-09-20 scheduled 2026-10-20: a call"),
        ("2026-09-20 scheduled 2026-10-20T10:00: x", "2026-09-20 scheduled 2026-10-20: 10:00: x"),
        ("2026-09-20 scheduled → 2026-10-20: x", "2026-09-20 scheduled 2026-10-20: x"),
        ("2026-09-20 replied, gladly", "2026-09-20 replied: gladly"),
        ("2026-09-20 replied. Gladly: yes", "2026-09-20 replied: Gladly: yes"),
        ("2026-09-20 Sun asked: x", "2026-09-20 asked: x"),
        ("2026-09-20 (So.), 10:30 asked", "2026-09-20 asked: 10:30"),
        ("2026-09-20,scheduled 2026-10-20", "2026-09-20 scheduled 2026-10-20"),
    ],
)
def test_the_line_to_type_is_read(line: str, cure: str) -> None:
    assert only({"intros/a.md": intro(line)}).help == f"type - {cure}"
    healed = findings({**PEOPLE, "intros/a.md": intro(cure)})
    assert not [each.id for each in healed if each.id in {"invalid-log-line", "unknown-event"}]


@pytest.mark.parametrize("sign", ["-", "2. ", "• ", "– ", ""])
def test_a_line_of_the_log_with_another_sign_in_front_is_told(sign: str) -> None:
    files = {"intros/a.md": f"{intro('2026-11-05 asked')}{sign}2026-11-06 agreed\n"}
    problem = only(files)
    assert problem.id == "stray-log-line"
    assert problem.message == (
        f'expected a line that begins with "- " and its date, found "{sign}2026-11-06 agreed"'
    )
    assert problem.help == "type - 2026-11-06 agreed"


def test_a_contacts_log_line_needs_a_colon() -> None:
    log = "## Log\n\n- 2026-09-20 called her today\n"
    problem = only({"contacts/pat.md": contact(body=log)})
    assert problem.help == "type - 2026-09-20: called her today"
    timed = only({"contacts/pat.md": contact(body="## Log\n\n- 2026-09-20T10:30: lunch\n")})
    assert timed.help == "type - 2026-09-20: 10:30, lunch"


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("10:30 closed won", "closed: won, 10:30"),
        ("closed (won)", "closed: won"),
        ("closed: Won", "closed: won"),
        ("closed: won!", "closed: won"),
        ("closed: we won", "closed: won, we won"),
        ("closed **won**: y", "closed: won, y"),
        ("closed - Withdrawn, too early", "closed: withdrawn, too early"),
        ("closed: we lost, sadly", "closed: lost, we lost, sadly"),
        ("closed: another firm won", "closed: won|lost|withdrawn, another firm won"),
        ("closed: we lost interest", "closed: won|lost|withdrawn, we lost interest"),
        ("closed: I would have won", "closed: won|lost|withdrawn, I would have won"),
        ("closed: 'won'", "closed: won"),
        ("closed: nearly lost", "closed: won|lost|withdrawn, nearly lost"),
        ("closed: not won", "closed: won|lost|withdrawn, not won"),
        ("closed: we didn't, lost", "closed: won|lost|withdrawn, we didn't, lost"),
        ("closed: Won or lost", "closed: won|lost|withdrawn, Won or lost"),
        ("closed: first lost, then won", "closed: won|lost|withdrawn, first lost, then won"),
        ("closed: they invested", "closed: won|lost|withdrawn, they invested"),
        ("closed: won|lost|withdrawn, x", "closed: won|lost|withdrawn, x"),
    ],
)
def test_no_cure_ends_a_thread_otherwise_than_it_was_told(typed: str, line: str) -> None:
    problem = only({"intros/a.md": intro(f"2026-09-20 {typed}")})
    assert problem.help == f"type - 2026-09-20 {line}"
    if "|" not in line:
        assert not document_of(intro(f"2026-09-20 {line}"), "intros/a.md").faults


@pytest.mark.parametrize(
    ("line", "cure"),
    [
        ("10/28/2026 asked", "type 2026-10-28"),
        ("10-28-2026 asked", "type 2026-10-28"),
        ("5/10/2026 asked", "type 2026-05-10 or 2026-10-05"),
        ("31/31/2026 asked", "write year-month-day"),
        ("2026-10-01 **asked**", 'did you mean "asked"?'),
        ("2026-10-01 (asked) at lunch", 'did you mean "asked"?'),
        ("2026-10-01 #asked", 'did you mean "asked"?'),
        ("2026-10-01: **asked**: at lunch", "type - 2026-10-01 asked: at lunch"),
        ("2026-10-01 zugesagt", 'did you mean "agreed" or "opted-in"?'),
        ("2026-10-01 présenté", 'did you mean "introduced"?'),
        ("2026-10-01 Geantwortet: gern", 'did you mean "replied"?'),
    ],
)
def test_habits_of_other_countries_and_editors_get_their_cure(line: str, cure: str) -> None:
    assert only({"intros/a.md": intro(line)}).help == cure
