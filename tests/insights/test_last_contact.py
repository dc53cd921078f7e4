"""When I last had a real exchange with each person (document 2.8, Last contact)."""

import pytest

from tests.support.vaults import insights_of, intro, people

TODAY = "2026-11-20"


def last(who: str, files: dict[str, str], **facts: str) -> str | None:
    """Return a person's last contact."""
    vault = {**people("me tara ana ben", me="me: true", **facts), **files}
    found = {str(p): day for p, day in insights_of(vault, TODAY).last_contact.items()}
    day = found[who]
    return str(day) if day else None


def test_a_stated_date_counts_and_one_in_the_future_does_not() -> None:
    assert last("ana", {}, ana="last_contact: 2026-05-01") == "2026-05-01"
    assert last("ana", {}, ana="last_contact: 2026-11-20") == TODAY
    assert last("ana", {}, ana="last_contact: 2026-11-21") is None
    assert last("ana", {}) is None


def test_each_line_of_the_contact_s_log_counts() -> None:
    log = "\n## Log\n\n- 2026-03-01: coffee\n- 2026-07-01 call: talked\n- 2027-01-01: planned\n"
    text = f"---\nname: Ana\nlast_contact: 2026-05-01\n---\n{log}"
    assert last("ana", {"contacts/ana.md": text}) == "2026-07-01"


@pytest.mark.parametrize(
    ("word", "introducer", "target"),
    [
        ("asked", False, False),
        ("reminded", False, False),
        ("agreed", True, False),
        ("passed", True, False),
        ("opt-in-asked", True, False),
        ("opted-in", False, False),
        ("opted-out", False, False),
        ("introduced", True, False),
        ("wrote", False, False),
        ("nudged", False, False),
        ("interrupted", False, False),
        ("replied", False, True),
        ("proposed", False, False),
        ("scheduled 2026-12-01", False, True),
        ("met", False, True),
        ("thanked", False, False),
        ("paused 2026-12-01", False, False),
        ("closed: won", False, False),
    ],
)
def test_events_count_for_those_who_took_part(word: str, *, introducer: bool, target: bool) -> None:
    files = {"intros/a.md": intro(f"2026-11-01 {word}")}
    assert last("ana", files) == ("2026-11-01" if introducer else None)
    assert last("tara", files) == ("2026-11-01" if target else None)


def test_the_latest_record_counts() -> None:
    files = {"intros/a.md": intro("2026-01-01 agreed\n2026-04-01 replied\n2026-12-01 introduced")}
    assert last("ana", files, ana="last_contact: 2026-03-01") == "2026-03-01"
    assert last("ana", files, ana="last_contact: 2025-03-01") == "2026-01-01"
    assert last("tara", files) == "2026-04-01"


@pytest.mark.parametrize("keys", [{"draft": "true"}, {"requester": "ben"}])
def test_drafts_and_favours_for_others_are_no_contact_with_me(keys: dict[str, str]) -> None:
    assert last("ana", {"intros/a.md": intro("2026-11-01 introduced", **keys)}) is None
