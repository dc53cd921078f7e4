"""Introducers who are to hear something: what Today says of each, and with which letter."""

import pytest

from site_builder.pages.today import TodayView, today_page
from site_builder.pages.today_rows import Act, Row
from tests.support.insights_sample import DOOR, insights_in


def rows_of(text: str, section: str) -> list[Row]:
    """Return the lines of one section of the first page."""
    view = today_page(insights_in(text)).view
    assert isinstance(view, TodayView)
    return [row for one in view.sections if one.id == section for row in one.rows.shown]


def loop_of(text: str) -> Row:
    """Return the only introducer who is to hear something."""
    (row,) = rows_of(text, "loops")
    return row


def letter_of(act: Act | None) -> str:
    """Return the name of the letter behind a button."""
    return act.draft.name if act and act.draft else ""


PARALLEL = (
    "== contacts/t.md\nname: Tara\n== contacts/s.md\nname: Sam\n== contacts/b.md\nname: Ben\n"
    "email: ben@example.org\n"
    "== intros/1.md\ntarget: t\nintroducer: s\n- 2026-11-01 introduced\n- 2026-11-01 wrote\n{}"
    "== intros/2.md\ntarget: t\nintroducer: b\n- 2026-11-05 asked\n- 2026-11-06 agreed\n"
)


def test_who_still_has_the_ask_is_told_only_that_there_is_no_need_any_more() -> None:
    assert rows_of(PARALLEL.format("- 2026-11-08 nudged\n"), "loops") == []
    answered = "- 2026-11-20 replied\n"
    assert rows_of(PARALLEL.format(answered), "loops") == []
    assert len(rows_of(PARALLEL.format(answered), "mine")) == 1
    loop = loop_of(PARALLEL.format(f"{answered}- 2026-11-21 scheduled 2026-11-30\n"))
    assert loop.text == "May still ask Tara: tell them that there is no need any more."
    assert letter_of(loop.act) == "let-go"


@pytest.mark.parametrize(
    ("log", "said"),
    [
        (
            "- 2026-11-09 opt-in-asked\n",
            "Asked Tara for you and heard a no: tell them that this is",
        ),
        ("- 2026-11-09 introduced\n", "Does not know yet how it went with Tara."),
    ],
)
def test_who_brought_a_no_knows_how_it_went(log: str, said: str) -> None:
    row = loop_of(f"{DOOR}- 2026-11-08 asked\n{log}- 2026-11-12 opted-out\n")
    assert row.text.startswith(said)
    assert letter_of(row.act) == "close-loop"


@pytest.mark.parametrize(
    ("first", "second", "owed"),
    [
        pytest.param("introduced\n- 2026-11-02 wrote", "2026-11-05 passed", ["Ben"], id="passed"),
        pytest.param(
            "asked\n- 2026-11-20 replied", "2026-11-05 introduced", [], id="in the first one's file"
        ),
        pytest.param("introduced", "2026-11-05 asked", ["Sam"], id="gone on with somebody else"),
    ],
)
def test_a_loop_is_owed_once_they_passed_or_somebody_else_goes_on(
    first: str, second: str, owed: list[str]
) -> None:
    files = PARALLEL.split("- 2026-11-01", maxsplit=1)[0] + f"- 2026-11-01 {first}\n"
    files += f"== intros/2.md\ntarget: t\nintroducer: b\n- {second}\n"
    assert [row.name.text for row in rows_of(files, "loops")] == owed
