"""Connectors: what was asked of whom, what came of it, what is owed, who should rest."""

import re
from typing import cast

import pytest

from site_builder.pages.connectors import ConnectorRow, ConnectorsView, connectors_page
from tests.support.insights_sample import insights_in, sample_insights
from tests.support.theme_files import html_of


def view_of(text: str | None = None) -> ConnectorsView:
    insights = sample_insights() if text is None else insights_in(text)
    return cast("ConnectorsView", connectors_page(insights).view)


def row(name: str) -> ConnectorRow:
    return next(one for one in view_of().rows.shown if one.person.text == name)


def test_the_summary_counts_people_and_debts() -> None:
    assert view_of().summary == "7 people asked so far; 2 loops to close."


def test_a_row_tells_what_came_of_it() -> None:
    gus = row("Gus Moreno")
    assert (gus.asked, gus.said, gus.answered, gus.open_asks) == (2, "2 yes", 0, 1)
    assert row("Chloe Dubois").said == "1 no answer"


def test_somebody_asked_lately_is_left_in_peace() -> None:
    gus = row("Gus Moreno")
    assert gus.resting
    assert gus.rest.replace("\u00a0", " ") == "from 10 Dec"
    assert (row("Sam Okafor").rest, row("Sam Okafor").resting) == ("may be asked", False)


def test_what_is_owed_leads_to_the_introduction() -> None:
    owed = row("Lena Fischer").owed.shown
    assert [(ref.text, ref.href) for ref in owed] == [("Jonas Keller", "intros/jonas.html")]


def test_only_what_is_owed_has_words() -> None:
    html = html_of(connectors_page(sample_insights()))
    cells = re.findall(r'<td data-label="You owe word on">(.*?)</td>', html)
    assert [bool(cell) for cell in cells] == [bool(one.owed.shown) for one in view_of().rows.shown]
    assert {""} < set(cells)


def test_somebody_who_does_not_want_to_be_asked_is_left_in_peace() -> None:
    view = view_of("""== contacts/t.md
name: Tara
== contacts/s.md
name: Sam
ask: no
== intros/t.md
target: t
introducer: s
- 2026-01-01 asked
- 2026-01-02 introduced
- 2026-01-03 closed: won
- 2026-01-03 thanked
""")
    assert view.rows.shown[0].rest == "prefers not to be asked"
    assert view.rows.shown[0].resting
    assert view.summary == "1 person asked so far; every loop is closed."


PEACE = """== contacts/t.md
name: Tara
== contacts/s.md
name: Sam
closeness: 4
== contacts/v.md
name: Vic
== intros/t.md
target: t
introducer: s
- 2026-09-01 asked
"""


@pytest.mark.parametrize(
    ("log", "rest"),
    [
        ("- 2026-11-20 agreed", "from 11 Dec"),
        ("- 2026-09-02 passed", "may be asked"),
        ("- 2026-09-02 passed\n{own} paused 2027-01-11", "from 11 Jan 2027"),
        ("- 2026-09-02 passed\n{own} scheduled 2026-12-01", "from 1 Dec"),
        ("- 2026-09-02 passed\n{own} scheduled 2026-11-22", "may be asked"),
        ("- 2026-09-02 passed\n{own} opted-out", "from 10 Nov 2027"),
        ("- 2026-09-02 passed\n{own} replied", "may be asked"),
    ],
)
def test_who_is_left_in_peace_is_not_said_to_be_free(log: str, rest: str) -> None:
    own = "== intros/s.md\ntarget: s\nintroducer: v\n- 2026-11-10"
    view = view_of(PEACE + log.format(own=own))
    (sam,) = [row for row in view.rows.shown if row.person.text == "Sam"]
    assert sam.rest.replace("\u00a0", " ") == rest
    assert sam.resting == (rest != "may be asked")


def test_nobody_asked_yet_is_said() -> None:
    assert view_of("").summary == "Nobody has been asked for an introduction yet."
    html = html_of(connectors_page(insights_in("")))
    assert "## Log\n\n- 2026-09-20 asked: over lunch\n" in html
    assert 'data-copy="first-ask"' in html
    assert "first-ask" not in html_of(connectors_page(sample_insights()))
