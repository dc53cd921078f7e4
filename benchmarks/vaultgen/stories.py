"""The stories threads are told from: every state of 2.2 and every move of 2.3.

A step is `DAYS event [DAYS2]`, days counted back from the story's end; the end lies
`silent` days before today. One string is one spoke.
"""

from __future__ import annotations

from dataclasses import dataclass

START = "24 asked, 22 agreed, 20 opt-in-asked, 18 opted-in, 16 introduced, 16 wrote"
SHORT = "9 asked, 8 agreed, 7 opted-in"
FAILED = "99 asked, 97 agreed, 95 opted-in, 94 introduced, 94 wrote, 85 nudged, 77 nudged"
WON = (
    "60 asked, 58 agreed, 57 opt-in-asked, 55 opted-in, 54 introduced, 54 wrote, "
    "50 replied, 49 proposed, 45 scheduled 40, 40 met, 39 thanked"
)
EARLIER = "68 asked, 67 agreed, 66 opted-in, 65 introduced, 65 wrote"
LATER = "38 asked, 36 agreed, 35 opted-in, 34 introduced, 34 wrote"
LONG_AGO = (
    "760 asked, 757 agreed, 755 opted-in, 754 introduced, 753 wrote, 740 replied, "
    "738 proposed, 735 scheduled 730, 730 met, 728 thanked"
)


@dataclass(frozen=True)
class Story:
    """One thread: how often it is told, how silent it is, and its spokes."""

    weight: int
    silent: tuple[int, int]
    spokes: tuple[str, ...]
    next: tuple[int, int] | None = None  # days after today
    deadline: tuple[int, int] | None = None  # days after today
    blind: bool = False
    favour: bool = False  # somebody else wanted the introduction
    draft: bool = False


OVER = [
    Story(30, (20, 1400), (WON,)),
    Story(12, (20, 900), (f"{FAILED}, 70 interrupted, 60 thanked, 60 closed",)),
    Story(8, (20, 900), ("20 asked, 18 passed, 17 thanked, 10 closed",)),
    Story(
        12,
        (20, 900),
        (
            f"{FAILED}, 60 thanked, 2 thanked",
            f"{LATER}, 30 replied, 29 proposed, 28 scheduled 20, 20 met, 18 thanked",
        ),
    ),
    Story(4, (400, 900), ("9 asked, 8 agreed, 5 opt-in-asked, 2 opted-out, 0 thanked",)),
    Story(6, (10, 600), (WON,), favour=True),
]

OPEN = [
    Story(6, (0, 0), ("",)),
    Story(3, (1, 4), ("0 asked",)),
    Story(4, (8, 13), ("0 asked",)),
    Story(2, (1, 12), ("9 asked, 0 reminded",)),
    Story(4, (15, 40), ("8 asked, 0 reminded",)),
    Story(2, (1, 6), ("3 asked, 0 agreed",)),
    Story(3, (8, 20), ("3 asked, 0 agreed",)),
    Story(2, (22, 50), ("12 asked, 9 agreed, 0 reminded",)),
    Story(2, (1, 6), ("5 asked, 2 agreed, 0 opt-in-asked",)),
    Story(2, (8, 20), ("5 asked, 2 agreed, 0 opt-in-asked",)),
    Story(3, (1, 20), ("5 asked, 1 passed, 0 thanked",)),
    Story(3, (0, 2), (f"{SHORT}, 0 introduced",)),
    Story(1, (0, 1), ("4 asked, 2 agreed, 0 introduced",), blind=True),
    Story(4, (0, 3), (START.replace(" 16", " 0"),)),
    Story(6, (7, 13), (START.replace(" 16", " 0"),)),
    Story(4, (1, 6), (f"{START}, 0 nudged",)),
    Story(5, (7, 13), (f"{START}, 0 nudged",)),
    Story(6, (15, 60), (f"{START}, 8 nudged, 0 nudged",)),
    Story(6, (15, 60), (f"{START}, 9 nudged, 1 interrupted, 0 thanked",)),
    Story(2, (3, 9), (f"{START}, 1 nudged, 0 thanked",), deadline=(2, 7)),
    Story(2, (3, 9), (f"{START}, 0 nudged",), deadline=(2, 7)),
    Story(
        3,
        (15, 20),
        (
            f"{EARLIER}, 55 nudged, 48 nudged, 40 thanked",
            f"{LATER}, 9 nudged, 0 nudged",
        ),
    ),
    Story(3, (1, 4), (f"{FAILED}, 30 thanked", "0 asked")),
    Story(3, (7, 12), (f"{FAILED}, 30 thanked", f"{START}, 0 nudged")),
    Story(2, (1, 5), (f"{START}, 12 replied, 0 wrote",)),
    Story(3, (8, 20), (f"{START}, 12 replied, 0 wrote",)),
    Story(2, (7, 18), (f"{START}, 14 replied, 9 wrote, 0 nudged",)),
    Story(3, (46, 80), (f"{START}, 14 replied, 11 wrote, 7 nudged, 0 nudged",)),
    Story(
        2,
        (12, 18),
        (f"{START}, 15 replied, 14 wrote, 13 replied, 12 wrote, 11 replied, 10 wrote",),
    ),
    Story(5, (0, 12), (f"{START}, 0 replied",)),
    Story(2, (0, 1), (f"{START}, 2 replied, 0 proposed",)),
    Story(2, (6, 9), (f"{START}, 2 replied, 0 proposed",)),
    Story(4, (1, 6), (f"{START}, 5 replied, 3 proposed, 0 scheduled -20",)),
    Story(3, (1, 6), (f"{START}, 12 replied, 10 proposed, 7 scheduled 0",)),
    Story(3, (0, 9), (f"{START}, 12 replied, 10 proposed, 7 scheduled 0, 0 met",)),
    Story(2, (1, 20), (f"{START}, 5 replied, 0 paused -90",)),
    Story(2, (7, 40), (f"{START}, 0 nudged",), next=(3, 30)),
    Story(2, (5, 300), ("9 asked, 8 agreed, 5 opt-in-asked, 0 opted-out, 0 thanked",)),
    Story(3, (7, 13), (LONG_AGO, f"{START}, 0 nudged")),
    Story(1, (5, 30), (f"{START}, 0 nudged",), draft=True),
]
