"""Of two introducers asked side by side, nobody is owed thanks while they are still at work."""

from datetime import date

import pytest

from .builders import found, intro


@pytest.mark.parametrize(
    ("ben", "reported"),
    [
        ((), False),
        (("2026-11-12 introduced", "2026-11-12 wrote"), False),
        (("2026-11-12 introduced", "2026-11-12 wrote", "2026-11-14 replied"), True),
        (("2026-11-12 closed: lost", "2026-11-12 thanked"), True),
    ],
)
def test_who_is_still_at_work_is_owed_nothing(ben: tuple[str, ...], *, reported: bool) -> None:
    files = {
        "intros/a.md": intro("2026-11-01 asked", "2026-11-09 agreed"),
        "intros/b.md": intro("2026-11-10 asked", "2026-11-11 opted-in", *ben, via="ben"),
    }
    ids = [line.split()[0] for line in found(files, date(2026, 11, 22))]
    assert ("loop-open" in ids) is reported
