"""One person is not asked too often, and open asks respect that."""

import pytest

from .builders import contact, found, intro, only

SAM = contact("knows: [ben 3, chloe 3]", name="Sam Okafor")


@pytest.mark.parametrize(
    ("days", "reported"),
    [
        (("2026-10-01", "2026-10-30"), True),
        (("2026-10-01", "2026-10-31"), False),
        (("2025-10-01", "2025-10-02"), False),
        (("2026-01-01", "2026-03-01", "2026-05-01"), False),
        (("2025-11-23", "2026-03-01", "2026-05-01", "2026-11-22"), True),
        (("2025-11-21", "2026-03-01", "2026-05-01", "2026-11-22"), False),
    ],
)
def test_a_connector_rests_a_month_and_is_asked_three_times_a_year(
    *, days: tuple[str, ...], reported: bool
) -> None:
    targets = ("tara", "ben", "chloe", "tara")
    files = {
        f"intros/{place}.md": intro(f"{day} asked", f"{day} passed", target=target)
        for place, (day, target) in enumerate(zip(days, targets, strict=False))
    }
    assert [line.split()[0] for line in found({"contacts/sam.md": SAM, **files})] == [
        "connector-overasked"
    ] * reported


def test_a_close_friend_may_be_asked_more_often_in_a_year() -> None:
    friend = SAM.replace("knows:", "closeness: 4\nknows:")
    days = ("2025-12-01", "2026-03-01", "2026-05-01", "2026-11-20")
    files = {
        f"intros/{place}.md": intro(f"{day} asked", f"{day} passed", target=target)
        for place, (day, target) in enumerate(
            zip(days, ("tara", "ben", "chloe", "tara"), strict=True)
        )
    }
    assert found({"contacts/sam.md": friend, **files}) == []


def test_one_ask_at_a_time_is_open_with_one_person() -> None:
    files = {
        "contacts/sam.md": SAM,
        "intros/a.md": intro("2026-10-10 asked", "2026-11-10 agreed"),
        "intros/b.md": intro("2026-11-18 asked", target="ben"),
    }
    problem = only(files)
    assert problem.path == "intros/b.md"
    assert problem.message == (
        "expected at most 1 open ask to Sam Okafor, found another since 2026-10-10"
    )
    assert problem.help.startswith("ask Sam Okafor for nothing before 2026-12-18")


@pytest.mark.parametrize(("thanked", "reported"), [("2026-10-16", False), ("2026-11-20", True)])
def test_who_was_called_off_and_agrees_late_was_not_asked_too_often(
    thanked: str, *, reported: bool
) -> None:
    called_off = f"{thanked} thanked: there is no need any more"
    files = {
        "contacts/sam.md": SAM,
        "intros/a.md": intro("2026-10-10 asked", called_off, "2026-11-21 agreed: I will"),
        "intros/b.md": intro("2026-11-18 asked", target="ben"),
    }
    overasked = [line for line in found(files) if line.startswith("connector-overasked")]
    assert overasked == ["connector-overasked intros/b.md:9:3"] * reported


def test_a_copy_of_an_intro_is_one_mistake() -> None:
    copied = intro("2026-10-10 asked", keys=("why: x",))
    files = {"intros/a.md": intro("2026-10-10 asked"), "intros/copies/a.md": copied}
    assert found(files) == ["duplicate-id intros/copies/a.md:1:1"]


def test_what_was_offered_or_is_a_draft_was_not_asked() -> None:
    files = {
        "contacts/sam.md": SAM,
        "intros/a.md": intro("2026-11-10 asked", "2026-11-10 passed"),
        "intros/b.md": intro("2026-11-18 agreed", target="ben"),
        "intros/c.md": intro("2026-11-19 asked", target="chloe", keys=("draft: true",)),
    }
    assert found(files) == []


def test_where_no_ask_may_be_open_the_first_is_one_too_many() -> None:
    problem = only(
        {
            "doorstep.toml": "[ask]\nopen = 0\n",
            "contacts/sam.md": SAM,
            "intros/a.md": intro("2026-11-10 asked"),
        }
    )
    assert problem.id == "connector-overasked"
    assert problem.message.endswith("at most 0 open asks to Sam Okafor, found one")
