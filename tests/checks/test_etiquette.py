"""The rules between friends speak up when they should, and not before."""

from datetime import date

import pytest

from .builders import GOAL, contact, found, intro

MET = ("2026-10-01 opted-in", "2026-10-02 introduced", "2026-10-02 wrote")


def _ids(files: dict[str, str], today: str = "2026-11-22") -> list[str]:
    return [line.split()[0] for line in found(files, date.fromisoformat(today))]


def test_drafts_and_favours_are_left_alone() -> None:
    log = ("2026-10-02 introduced: for [[ben]]",)
    files = {
        "intros/a.md": intro(*log, keys=("draft: true",)),
        "intros/b.md": intro(*log, keys=("requester: ben",)),
    }
    assert found(files) == []


def test_me_as_the_requester_is_me_again() -> None:
    assert _ids({"intros/a.md": intro(keys=("requester: me",))}) == ["no-goal"]


def test_nobody_is_owed_thanks_by_themselves() -> None:
    log = ("2026-10-01 asked", "2026-10-02 agreed", "2026-10-03 closed: lost")
    assert _ids({"intros/a.md": intro(*log, via="me")}) == ["self-reference"]


@pytest.mark.parametrize("key", ["goal: [a, b]", "gaol: Talk"])
def test_a_goal_that_could_not_be_read_is_not_also_missing(key: str) -> None:
    assert len(_ids({"intros/a.md": intro(keys=(key,))})) == 1


def test_a_blind_introduction_says_why() -> None:
    blind = intro(*MET[1:], keys=(GOAL, "blind: she had asked for it herself"))
    assert found({"intros/a.md": blind}) == []


@pytest.mark.parametrize(
    ("second", "between", "reported"),
    [
        ("2026-06-01 asked", (), True),
        ("2026-06-01 agreed", (), False),
        ("2026-06-01 asked", ("2026-05-01 opted-in",), False),
        ("2026-06-01 asked", ("2026-05-01 replied",), False),
        ("2026-01-10 asked", (), False),
        ("2027-01-09 asked", (), True),
        ("2027-01-10 asked", (), True),
        ("2027-01-11 asked", (), False),
    ],
)
def test_a_no_of_the_target_binds_for_a_year(
    *, second: str, between: tuple[str, ...], reported: bool
) -> None:
    files = {
        "intros/a.md": intro("2026-01-01 asked", "2026-01-10 opted-out", *between),
        "intros/b.md": intro(second, via="ben"),
    }
    assert ("target-declined" in _ids(files, "2027-02-01")) is reported


@pytest.mark.parametrize(
    ("log", "today", "reported"),
    [
        (MET[:2], "2026-10-04", False),
        (MET[:2], "2026-10-05", True),
        ((*MET[:2], "2026-10-03 replied"), "2026-10-04", False),
        ((*MET[:2], "2026-10-03 replied"), "2026-11-22", True),
        ((*MET[:2], "2026-10-03 replied", "2026-10-04 wrote"), "2026-11-22", False),
        ((*MET[:2], "2026-10-03 replied", "2026-10-05 wrote"), "2026-11-22", True),
        ((*MET[:2], "2026-10-04 proposed"), "2026-11-22", False),
        ((*MET[:2], "2026-10-04 scheduled 2026-10-09"), "2026-11-22", False),
        ((*MET[:2], "2026-10-05 met"), "2026-11-22", True),
        (("2026-10-01 opted-in", "2026-10-02 wrote", "2026-10-02 introduced"), "2026-11-22", False),
        ((*MET[:2], "2026-10-30 closed: lost", "2026-10-30 thanked"), "2026-11-22", True),
        ((*MET[:2], "2026-10-03 opted-out"), "2026-11-22", False),
        ((*MET[:2], "2026-11-23 wrote"), "2026-11-22", True),
        ((*MET[:2], "2026-10-03 wrot"), "2026-11-22", False),
    ],
)
def test_an_introduction_is_picked_up_within_two_days(
    *, log: tuple[str, ...], today: str, reported: bool
) -> None:
    assert ("slow-pickup" in _ids({"intros/a.md": intro(*log)}, today)) is reported


@pytest.mark.parametrize(
    ("first", "second", "reported"),
    [
        (MET, "2026-11-10 asked", True),
        (MET, "2026-11-10 agreed", False),
        ((*MET, "2026-10-20 thanked"), "2026-11-10 asked", False),
        (("2026-10-01 thanked", *MET), "2026-11-10 asked", False),
        ((*MET, "2026-11-23 thanked"), "2026-11-10 asked", True),
        ((*MET, "2026-10-20 thankd"), "2026-11-10 asked", False),
        (("2026-10-01 asked", "2026-10-02 agreed"), "2026-11-10 asked", True),
        (("2026-10-01 asked", "2026-10-02 passed"), "2026-11-10 asked", True),
        (("2026-10-01 asked", "2026-11-12 passed"), "2026-11-10 asked", False),
        (("2026-10-01 asked",), "2026-11-10 asked", False),
    ],
)
def test_the_first_introducer_is_thanked_before_the_second_is_asked(
    *, first: tuple[str, ...], second: str, reported: bool
) -> None:
    files = {"intros/a.md": intro(*first), "intros/b.md": intro(second, via="ben")}
    assert ("loop-open" in _ids(files)) is reported


@pytest.mark.parametrize(
    ("ben", "reported"),
    [
        ((), False),
        (("2026-11-12 introduced", "2026-11-12 wrote"), False),
        (("2026-11-12 introduced", "2026-11-12 wrote", "2026-11-14 replied"), True),
        (("2026-11-12 closed: lost", "2026-11-12 thanked"), True),
    ],
)
def test_of_two_asked_side_by_side_who_is_still_at_work_is_owed_nothing(
    ben: tuple[str, ...], *, reported: bool
) -> None:
    files = {
        "intros/a.md": intro("2026-11-01 asked", "2026-11-09 agreed"),
        "intros/b.md": intro("2026-11-10 asked", "2026-11-11 opted-in", *ben, via="ben"),
    }
    assert ("loop-open" in _ids(files)) is reported


def test_every_introducer_of_a_thread_that_is_over_is_thanked() -> None:
    files = {
        "intros/a.md": intro(*MET),
        "intros/b.md": intro(
            "2026-10-01 agreed", "2026-11-10 met", "2026-11-11 thanked", via="ben"
        ),
    }
    assert found(files) == ["loop-open intros/a.md:10:3"]


@pytest.mark.parametrize("last", ["asked", "passed", "reminded"])
def test_who_was_only_asked_is_thanked_when_the_thread_is_over(last: str) -> None:
    over = ("2026-11-10 met", "2026-11-11 thanked")
    files = {
        "intros/a.md": intro(f"2026-10-01 {last}"),
        "intros/b.md": intro("2026-09-01 agreed", *over, via="ben"),
    }
    assert found(files) == ["loop-open intros/a.md:9:3"]


@pytest.mark.parametrize(
    ("last", "ben", "reported"),
    [
        ("2026-08-30", (), True),
        ("2026-08-31", (), False),
        ("2026-08-30", ("2026-07-03 passed",), False),
        ("2026-08-30", ("2026-07-20 thanked: no need any more",), False),
        ("2026-08-30", ("2026-07-05 thanked", "2026-07-20 agreed"), True),
        ("2026-08-30", ("2026-07-05 introduced", "2026-07-20 thanked"), True),
    ],
)
def test_three_spokes_within_ninety_days_are_too_many(
    *, last: str, ben: tuple[str, ...], reported: bool
) -> None:
    files = {
        "intros/a.md": intro("2026-06-01 asked"),
        "intros/b.md": intro("2026-07-01 asked", *ben, via="ben"),
        "intros/c.md": intro(f"{last} asked", via="chloe"),
        "intros/d.md": intro(via="chloe", keys=(GOAL, "draft: true")),
    }
    assert ("third-spoke" in _ids(files)) is reported


@pytest.mark.parametrize(
    ("log", "reported"),
    [
        (("2026-11-10 asked",), True),
        (("2026-11-10 asked", "2026-11-12 agreed"), True),
        (("2026-11-10 asked", "2026-11-12 passed"), False),
        (("2026-11-10 asked", "2026-11-12 closed: withdrawn"), False),
        (("2026-11-10 agreed",), False),
    ],
)
def test_an_open_ask_respects_ask_no(*, log: tuple[str, ...], reported: bool) -> None:
    sam = contact("ask: no", name="Sam Okafor")
    files = {"contacts/sam.md": sam, "intros/a.md": intro(*log)}
    assert ("ask-says-no" in _ids(files)) is reported


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("for Tara and Chloe Dubois", 34),
        ("for [[tara]] and [[chloe|her]]", 38),
        ("for jo-ann as well", 25),
        ("for Tara Holm, with Chloe Dubois", None),
        ("via [[chloe]] and by jo-ann", None),
        ("Sam Okafor and Ana Silva, for Chloe", None),
    ],
)
def test_an_ask_names_one_target(text: str, column: int | None) -> None:
    files = {
        "contacts/jo-ann.md": contact(name="Jo"),
        "intros/a.md": intro(f"2026-10-01 asked: {text}"),
    }
    expected = [] if column is None else [f"several-targets intros/a.md:9:{column}"]
    assert found(files) == expected
