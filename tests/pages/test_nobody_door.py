"""Where nobody may be asked today, in words: on the door and on Today."""

from typing import cast

from site_builder.pages.door import DoorView, door_page
from site_builder.pages.door_verdict import move_label
from site_builder.pages.today_rows import move_row
from tests.support.html_reader import plain
from tests.support.insights_sample import door_in
from tests.support.vaults import insights_of, intro, people

PASSED = intro("2026-11-10 asked\n2026-11-18 passed")
ASKED = intro("2026-11-12 asked", target="omar", introducer="ben")


def told(ben: str, **more: str) -> tuple[str, str, str]:
    """Return the door's title, its button, and what stands beside it on Today."""
    cast_ = people("me tara omar ana ben", me="me: true", ben=f"knows: [tara 3]\n{ben}")
    found = insights_of({**cast_, "intros/a.md": PASSED, **more}, "2026-11-20")
    door = door_in(found, "tara")
    view = cast("DoorView", door_page(found, door).view)
    return plain(view.verdict.title), move_label(door), move_row(found, door).after


def test_the_day_is_waited_for_with_the_name() -> None:
    title, button, after = told("", **{"intros/o.md": ASKED})
    assert (title, button) == ("Wait for Ben until 12 Dec 2026", "Wait")
    assert after.endswith("Ben may be asked from 12 Dec 2026 on.")


def test_without_a_day_somebody_is_to_be_found() -> None:
    title, button, after = told("ask: no")
    assert (title, button) == ("Find out who knows Tara", "Ask another")
    assert after.endswith("add `knows: [tara 3]` to the file of whoever does.")
