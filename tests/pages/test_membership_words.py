"""Years of a membership and closeness in words."""

import pytest

from site_builder.model.contact import Membership
from site_builder.pages.words import all_years, closeness_dots, closeness_words, years
from site_builder.source import FILE_START


def member(first: int | None, last: int | None, *, open_end: bool = False) -> Membership:
    return Membership("team/x", "team", "x", FILE_START, first, last, open_end)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (member(2009, 2012), "2009–2012"),
        (member(2019, None, open_end=True), "since 2019"),
        (member(2001, 2001), "2001"),
        (member(2001, None), "2001"),
        (member(None, 2012), "until 2012"),
        (member(None, None), ""),
    ],
)
def test_years(line: Membership, words: str) -> None:
    assert years(line) == words


def test_somebody_who_came_back() -> None:
    lines = (member(2001, 2006), member(None, None), member(2019, None, open_end=True))
    assert all_years(lines) == "2001–2006, since 2019"


def test_closeness_is_dots_beside_words() -> None:
    assert (closeness_dots(3), closeness_words(3)) == ("●●●○○", "good contact")
    assert (closeness_dots(None), closeness_words(None)) == ("○○○○○", "not said how well")
