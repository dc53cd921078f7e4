"""What I asked of each connector and what came of it (document 2.8, Asks)."""

import pytest

from site_builder.insights.insight import Connector
from site_builder.model.settings import STALL_RULES, Settings, StallRule
from tests.support.vaults import insights_of, intro, people, settings_of

PEOPLE = people("me tara ana ben noor", me="me: true")
TODAY = "2026-11-20"
CHASED = "2026-08-01 introduced\n2026-08-01 wrote\n2026-08-15 nudged\n2026-09-15 nudged"
"""A second introduction is due, once the loop with the first introducer is closed."""


def connector(
    *logs: str, today: str = TODAY, settings: Settings | None = None, **keys: str
) -> Connector:
    """Return ana as an introducer; each log is a pursuit of its own."""
    files = {
        f"intros/{number}.md": intro(log, thread=f"x{number}", **keys)
        for number, log in enumerate(logs)
    }
    (found,) = insights_of({**PEOPLE, **files}, today, settings).connectors
    return found


@pytest.mark.parametrize(
    ("log", "answer"),
    [
        ("2026-11-10 asked", None),
        ("2026-11-10 asked\n2026-11-11 reminded", None),
        ("2026-11-10 asked\n2026-11-11 agreed", "agreed"),
        ("2026-11-10 opt-in-asked", "agreed"),
        ("2026-11-10 opted-in", "agreed"),
        ("2026-11-10 introduced", "agreed"),
        ("2026-11-10 asked\n2026-11-11 passed", "passed"),
        ("2026-11-10 agreed\n2026-11-11 passed", "passed"),
        ("2026-11-06 asked", "ignored"),
        ("2026-11-01 asked\n2026-11-06 reminded", "ignored"),
        ("2026-11-01 asked\n2026-11-07 reminded", None),
        ("2026-10-01 wrote", None),
        ("2026-10-01 asked\n2026-10-02 wrote", "ignored"),
    ],
)
def test_a_past_answer_is_yes_no_ignored_or_none(log: str, answer: str | None) -> None:
    found = connector(log)
    counted = {"agreed": found.agreed, "passed": found.passed, "ignored": found.ignored}
    assert counted == {word: int(word == answer) for word in counted}
    assert found.asked == 1


@pytest.mark.parametrize(
    ("log", "is_open"),
    [
        ("2026-11-07 asked", True),
        ("2026-11-06 asked", False),
        ("2026-11-01 asked\n2026-11-07 reminded", True),
        ("2026-10-31 agreed", True),
        ("2026-10-30 agreed", False),
        ("2026-10-31 opt-in-asked", True),
        ("2026-10-01 agreed\n2026-11-19 opted-in", True),
        ("2026-11-10 asked\n2026-11-11 passed", False),
        ("2026-11-10 asked\n2026-11-11 introduced", False),
        ("2026-11-10 asked\n2026-11-11 closed: withdrawn", False),
        ("2026-11-10 asked\n2026-11-11 opted-out", False),
        ("2026-11-10 wrote", False),
    ],
)
def test_an_ask_is_open_until_it_is_answered_over_or_too_long_ago(
    log: str, *, is_open: bool
) -> None:
    assert connector(log).open_asks == int(is_open)


def test_an_ask_is_counted_from_its_asked_line_else_from_its_first_event() -> None:
    assert connector("2026-08-22 agreed\n2026-08-23 asked").recent_asks == 1
    assert connector("2026-08-21 agreed\n2026-08-23 introduced").recent_asks == 0
    assert connector("2026-08-21 asked").recent_asks == 0
    assert connector("2026-08-22 asked").recent_asks == 1


def test_in_the_last_90_days_includes_day_90() -> None:
    assert connector("2026-08-22 asked").recent_asks == 1
    assert connector("2026-08-21 asked").recent_asks == 0


def test_an_ask_stays_open_where_its_state_has_no_limit() -> None:
    settings = Settings(stall={**STALL_RULES, "asked": StallRule()})
    found = connector("2026-01-01 asked", settings=settings)
    assert (found.open_asks, found.ignored) == (1, 0)


def test_an_intro_without_events_is_no_ask() -> None:
    files = {**PEOPLE, "intros/a.md": intro("")}
    assert insights_of(files, TODAY).connectors == ()


@pytest.mark.parametrize("keys", [{"draft": "true"}, {"requester": "ben"}])
def test_drafts_and_favours_for_others_are_no_asks(keys: dict[str, str]) -> None:
    files = {**PEOPLE, "intros/a.md": intro("2026-11-10 asked", **keys)}
    assert insights_of(files, TODAY).connectors == ()


@pytest.mark.parametrize(
    ("logs", "load"),
    [
        (["2026-01-01 asked"], 0),
        (["2026-10-01 asked"], 0.15),
        (["2026-11-10 asked"], 0.5),
        (["2026-11-10 asked", "2026-10-01 asked"], 0.65),
        (["2026-11-10 asked", "2026-11-11 asked"], 0.8),
        (["2026-10-01 asked"] * 9, 0.8),
    ],
)
def test_the_load_is_35_percent_an_open_ask_and_15_a_recent_one_at_most_80(
    logs: list[str], load: float
) -> None:
    assert connector(*logs).load == pytest.approx(load)


def test_a_connector_who_was_asked_three_times_rests_until_the_first_is_a_year_ago() -> None:
    asks = ("2026-01-10 asked", "2026-03-01 asked", "2026-06-01 asked")
    assert str(connector(*asks).rest_until) == "2027-01-11"
    assert connector(*asks[1:]).rest_until is None
    assert str(connector("2025-12-01 asked", *asks).rest_until) == "2027-01-11"


def test_a_connector_rests_for_thirty_days_after_an_ask() -> None:
    assert str(connector("2026-10-22 asked").rest_until) == "2026-11-21"
    assert connector("2026-10-21 asked").rest_until is None
    settings = settings_of("[ask]\ndays = 10\n")
    assert connector("2026-10-22 asked", settings=settings).rest_until is None


def test_a_connector_rests_while_an_ask_is_open_whatever_the_thirty_days_say() -> None:
    late = "2026-10-22 asked\n2026-11-18 agreed"  # 30 days are over on 21 November
    assert str(connector(late).rest_until) == "2026-12-09"
    assert str(connector(late, "2026-10-01 asked\n2026-11-16 agreed").rest_until) == "2026-12-09"
    two = settings_of("[ask]\nopen = 2\n")
    assert str(connector(late, settings=two).rest_until) == "2026-11-21"
    pair = (late, "2026-10-01 asked\n2026-11-16 agreed")
    assert str(connector(*pair, settings=two).rest_until) == "2026-12-07"


@pytest.mark.parametrize(
    ("log", "answered"),
    [
        ("2026-10-01 introduced\n2026-10-05 replied", 1),
        ("2026-10-01 introduced\n2026-10-05 met", 1),
        ("2026-10-01 introduced\n2026-10-05 wrote", 0),
        ("2026-10-01 replied\n2026-10-05 introduced", 0),
        ("2026-10-01 introduced\n2026-12-05 replied", 0),
    ],
)
def test_an_introduction_was_answered_if_the_target_replied_afterwards(
    log: str, answered: int
) -> None:
    assert connector(log).answered == answered


@pytest.mark.parametrize(
    ("log", "owed"),
    [
        ("2026-10-01 introduced\n2026-10-02 wrote", False),
        ("2026-10-01 introduced\n2026-10-02 met", True),
        ("2026-10-01 introduced\n2026-10-02 closed: lost", True),
        ("2026-10-01 asked\n2026-10-02 passed", True),
        ("2026-10-01 introduced\n2026-10-02 met\n2026-10-03 thanked", False),
        ("2026-10-01 asked\n2026-10-02 passed\n2026-10-03 thanked", False),
        ("2026-10-01 thanked\n2026-10-02 introduced\n2026-10-03 closed: won", True),
        ("2026-10-01 asked\n2026-10-03 closed: withdrawn", True),
        ("2026-10-01 asked\n2026-10-03 closed: withdrawn\n2026-10-03 thanked", False),
        ("2026-10-01 asked\n2026-10-02 opt-in-asked\n2026-10-05 opted-out", True),
        ("2026-10-01 opted-out\n2026-10-02 thanked", False),
        (CHASED, True),
        (f"{CHASED}\n2026-09-20 thanked", False),
    ],
)
def test_a_loop_is_owed_once_there_is_something_to_tell(log: str, *, owed: bool) -> None:
    assert connector(log).owed == (("0",) if owed else ())


def test_connectors_come_most_recently_asked_first() -> None:
    files = {
        "intros/a.md": intro("2026-10-01 asked"),
        "intros/b.md": intro("2026-11-01 asked", introducer="ben"),
        "intros/c.md": intro("2026-11-01 asked", introducer="noor"),
        "intros/d.md": intro("2026-09-01 asked", introducer="noor"),
    }
    connectors = insights_of({**PEOPLE, **files}, TODAY).connectors
    assert [one.contact for one in connectors] == ["ben", "noor", "ana"]
