"""A target is asked before the introduction, and once."""

from datetime import date

import pytest

from .builders import found, intro

TODAY = date(2026, 11, 22)


def asked_for(files: dict[str, str]) -> bool:
    """Tell whether the target's yes is missed."""
    return any(line.startswith("no-double-opt-in") for line in found(files, TODAY))


@pytest.mark.parametrize(
    ("log", "reported"),
    [
        (("2026-10-02 introduced", "2026-10-02 opted-in", "2026-10-02 wrote"), False),
        (("2026-10-02 introduced", "2026-10-03 opted-in", "2026-10-02 wrote"), True),
        (("2026-10-02 introduced", "2027-10-01 opted-in", "2026-10-02 wrote"), True),
        (("2026-10-02 introduced", "2026-10-01 opted", "2026-10-02 wrote"), False),
    ],
)
def test_the_target_opts_in_up_to_the_day_of_the_introduction(
    *, log: tuple[str, ...], reported: bool
) -> None:
    assert asked_for({"intros/a.md": intro(*log)}) is reported


@pytest.mark.parametrize(
    ("first", "reported"),
    [
        (("2026-08-01 opted-in",), False),
        (("2026-06-01 opted-in",), True),
        (("2026-08-01 opted-in", "2026-08-02 introduced", "2026-08-02 wrote"), True),
    ],
)
def test_a_yes_that_came_to_nothing_holds_for_the_next_introducer(
    first: tuple[str, ...], *, reported: bool
) -> None:
    files = {
        "intros/a.md": intro(*first),
        "intros/b.md": intro("2026-10-02 introduced", "2026-10-02 wrote", via="ben"),
    }
    assert asked_for(files) is reported
