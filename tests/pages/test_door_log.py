"""The line to write down once a move is made."""

from site_builder.pages.paste_lines import log_line
from tests.support.insights_sample import DOOR, door_in, insights_in

TEXT = f"""{DOOR}- 2026-11-01 scheduled 2026-11-12
- 2026-11-10 scheduled 2026-11-19
"""


def test_a_meeting_is_logged_on_the_day_it_was_last_fixed_for() -> None:
    found = insights_in(TEXT)
    line = log_line(door_in(found, "t"), found.today)
    assert line
    assert line.text == "- 2026-11-19 met"
