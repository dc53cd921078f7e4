"""Circles whose name may go on behind a blank."""

import pytest

from .builders import contact, findings, only


def said(line: str) -> dict[str, str]:
    """Return the files of a vault in which somebody is in this circle."""
    return {"contacts/pat.md": contact(f"groups: ['{line}']\n")}


@pytest.mark.parametrize(
    ("line", "cure", "note"),
    [
        ("practice/remote sensing", "practice/remote-sensing", "practice/remote (sensing)"),
        ("place/New York", "place/new-york", "place/new (York)"),
        ("community/women in tech", "community/women-in-tech", "community/women (in tech)"),
        ("employer/marks & spencer", "employer/marks-spencer", "employer/marks (& spencer)"),
        ("employer/Acme Inc.", "employer/acme-inc", "employer/acme (Inc.)"),
        ("team/oslo rowing, bow", "team/oslo-rowing, bow", "team/oslo (rowing, bow)"),
    ],
)
def test_words_behind_a_circle_of_one_word_are_told(line: str, cure: str, note: str) -> None:
    problem = only(said(line))
    assert problem.id == "unclear-circle"
    assert problem.help == f"type {cure} if that is its name, or {note}"
    assert not findings(said(note))


@pytest.mark.parametrize(
    "line",
    [
        "team/oslo",
        "team/oslo-rowing stroke seat",
        "team/oslo_rowing stroke seat",
        "team/oslo 2009-2012 stroke seat",
        "team/oslo (stroke seat)",
        "team/oslo as the cox",
        "team/oslo with Ben",
        "team/oslo 2nd boat",
        "school/kth where he studied physics",
        "team/oslo the good old days",
    ],
)
def test_notes_stay_notes(line: str) -> None:
    assert not findings(said(line))


@pytest.mark.parametrize(
    ("line", "cure"),
    [
        ("school／東大 2001-2005", "school/東大 2001-2005"),
        ("team／囲碁　2001〜２００５", "team/囲碁 2001-2005"),
    ],
)
def test_signs_of_full_width_are_told_in_those_of_the_format(line: str, cure: str) -> None:
    problem = only(said(line))
    assert (problem.id, problem.help) == ("invalid-value", f"type {cure}")
    assert not findings(said(cure))
