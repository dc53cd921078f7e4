"""Events stand in an order and on days that can be."""

import pytest

from .builders import contact, found, intro, only


@pytest.mark.parametrize(
    ("log", "lines"),
    [
        (("2026-10-01 agreed", "2026-10-02 asked"), [9]),
        (("2026-10-01 agreed", "2026-10-01 asked"), []),
        (("2026-10-01 agreed",), []),
        (("2026-09-01 asked", "2026-10-01 agreed", "2026-10-02 asked"), []),
        (("2026-10-01 reminded", "2026-10-01 agreed", "2026-10-02 asked"), [9]),
        (
            ("2026-10-01 met", "2026-10-02 opted-in", "2026-10-02 introduced", "2026-10-02 wrote"),
            [9],
        ),
        (("2026-10-01 scheduled 2026-09-30", "2026-10-02 paused 2026-10-01"), [9, 10]),
        (("2026-10-01 scheduled 2026-10-01",), []),
        (("2026-10-01 agreed", "2027-09-01 asked"), []),
    ],
)
def test_answers_come_after_their_questions(log: tuple[str, ...], lines: list[int]) -> None:
    problems = found({"intros/a.md": intro(*log)})
    reported = [line for line in problems if line.startswith("event-order")]
    assert reported == [f"event-order intros/a.md:{line}:3" for line in lines]


def test_the_message_about_the_future_names_the_line_that_fixes_today() -> None:
    files = {
        "doorstep.toml": 'title = "Doors"\ntoday = 2026-11-22\n',
        "contacts/pat.md": contact(body="## Log\n\n- 2026-11-23: coffee\n"),
    }
    problem = only(files)
    assert (problem.id, problem.span.line, problem.span.column) == ("future-event", 6, 3)
    assert problem.message == (
        "expected a day up to today, 2026-11-22 (fixed in doorstep.toml:2), found 2026-11-23"
    )
