"""`doorstep.toml`: every table is read, and what is not said keeps its default."""

from datetime import date

import pytest
from msgspec.structs import fields

from site_builder.model.audience import Audience
from site_builder.model.duration import Limit
from site_builder.model.settings import (
    KINDS,
    STALL_RULES,
    AskLimits,
    CircleKind,
    Feeds,
    GroupInfo,
    Score,
    Settings,
    StallRule,
)
from site_builder.parsing.settings_read import read_settings
from site_builder.source import Source, Span
from tests.support.vaults import settings_of

FORMAT = """
    title = "My doors"
    timezone = "Europe/Stockholm"      # which day is "today"
    theme = "default"
    language = "en"

    [stall.waiting]                    # one table per state of section 2.2
    nudge = "4w"                       # w = working days, d = days
    stalled = "14d"

    [calendar]
    working_days = ["mon", "tue", "wed", "thu", "fri"]
    holidays = [2026-12-25]

    [groups."team/oslo-rowing"]
    name = "Oslo Rowing Club, first eight"
    size = 8                           # default: its members in the vault

    [kinds.band]                       # a kind of my own
    knows = 1.6
    salience = 0.8

    [score]                            # the numbers of section 2.5
    base_reopen = 0.25

    [feeds]                            # off unless asked for
    calendar = true                    # calendar.ics: due moves, meetings, deadlines
    changes = true                     # feed.atom and feed.json: what happened
    days = 30                          # how far back changes are told
    address = "https://doors.example/" # where the site is served

    [checks]
    no-goal = "off"                    # error | warning | off

    [audiences.team]                   # section 4 of the site document
    show = ["contacts", "intros"]
    fields = ["name", "org", "role", "groups"]
"""


def test_the_settings_of_the_format_are_read_in_full() -> None:
    settings = settings_of(FORMAT)
    assert (settings.title, settings.timezone) == ("My doors", "Europe/Stockholm")
    assert (settings.theme, settings.language) == ("default", "en")
    assert settings.stall == STALL_RULES
    assert settings.calendar.weekdays == frozenset(range(5))
    assert settings.calendar.holidays == {date(2026, 12, 25)}
    assert settings.groups == {"team/oslo-rowing": GroupInfo("Oslo Rowing Club, first eight", 8)}
    assert settings.kinds == {**KINDS, "band": CircleKind(1.6, 0.8)}
    assert settings.score == Score()
    assert settings.feeds == Feeds(calendar=True, changes=True, address="https://doors.example/")
    assert settings.checks == {"no-goal": "off"}
    assert settings.audiences == {
        "team": Audience("team", ("contacts", "intros"), ("name", "org", "role", "groups"))
    }


@pytest.mark.parametrize("text", [None, "", "# nothing here\n"])
def test_every_value_is_optional(text: str | None) -> None:
    source = None if text is None else Source("doorstep.toml", text.encode())
    assert read_settings(source) == (Settings(), ())


@pytest.mark.parametrize("key", ["title", "timezone", "theme"])
def test_texts_are_taken_as_they_stand(key: str) -> None:
    assert getattr(settings_of(f'{key} = "é 😀"'), key) == "é 😀"


def test_today_may_be_fixed_and_its_place_is_known() -> None:
    settings = settings_of('title = "x"\ntoday = 2026-11-22\n')
    assert settings.today == date(2026, 11, 22)
    assert settings.today_span == Span(2, 1, 2, 6)


def test_a_state_s_limits_may_be_set_one_at_a_time() -> None:
    rules = settings_of('[stall.asked]\nstalled = "20d"\n[stall.met]\nnudge = "3w"\n').stall
    assert rules["asked"] == StallRule(Limit(5, working=True), Limit(20))
    assert rules["met"] == StallRule(Limit(3, working=True), Limit(7))
    assert rules["waiting"] == STALL_RULES["waiting"]


def test_working_days_and_holidays_may_be_set() -> None:
    calendar = settings_of('[calendar]\nworking_days = ["sun", "mon"]\n').calendar
    assert calendar.weekdays == {6, 0}
    assert calendar.holidays == frozenset()
    calendar = settings_of("[calendar]\nholidays = []\n").calendar
    assert calendar.weekdays == frozenset(range(5))


def test_feeds_are_off_and_an_address_ends_with_a_slash() -> None:
    assert Settings().feeds == Feeds(calendar=False, changes=False, days=30, address="")
    for address in ("http://localhost:8000", "http://localhost:8000//", "http://localhost:8000/"):
        found = settings_of(f'[feeds]\naddress = "{address}"\n').feeds.address
        assert found == "http://localhost:8000/"


def test_a_circle_may_have_a_name_or_a_size() -> None:
    groups = settings_of('[groups."team/x"]\nsize = 8\n[groups."place/oslo"]\nname = "Oslo"\n')
    assert groups.groups == {
        "team/x": GroupInfo(size=8),
        "place/oslo": GroupInfo(name="Oslo"),
    }


def test_a_kind_of_my_own_has_modest_defaults_and_a_known_one_keeps_its_own() -> None:
    kinds = settings_of("[kinds.band]\n[kinds.team]\nknows = 1\n[kinds.faith]\nknows = 0.2\n").kinds
    assert kinds["band"] == CircleKind(0.1, 0.3)
    assert kinds["team"] == CircleKind(1, 0.8)
    assert kinds["faith"] == CircleKind(0.2, 0, sensitive=True)
    assert kinds["school"] == KINDS["school"]


def test_a_kind_may_be_declared_sensitive_or_a_school() -> None:
    kinds = settings_of("[kinds.clinic]\nsensitive = true\n[kinds.camp]\nschool = true\n").kinds
    assert kinds["clinic"].sensitive
    assert kinds["camp"].school


@pytest.mark.parametrize("name", [field.name for field in fields(Score)])
def test_every_number_of_the_score_may_be_set(name: str) -> None:
    settings = settings_of(f"[score]\n{name} = 0.5\n")
    assert settings.score == Score(**{name: 0.5})


def test_ask_limits_may_be_set() -> None:
    assert settings_of("[ask]\nopen = 2\nyear = 5\n").ask == AskLimits(open=2, days=30, year=5)


@pytest.mark.parametrize("level", ["error", "warning", "hint", "off"])
def test_a_check_s_level_may_be_set(level: str) -> None:
    assert settings_of(f'[checks]\nno-goal = "{level}"\n').checks == {"no-goal": level}


@pytest.mark.parametrize(
    "text",
    [
        "[score]\nbase_reopen = 0.3\n",
        "score.base_reopen = 0.3\n",
        "score = {base_reopen = 0.3}\n",
        "[score] # c\n  base_reopen=0.3\r\n",
        '["score"]\n"base_reopen" = 0.3\n',
    ],
)
def test_every_spelling_of_toml_is_understood(text: str) -> None:
    assert settings_of(text).score.base_reopen == pytest.approx(0.3)


@pytest.mark.parametrize("kind", ["clinic", "team", "school"])
def test_a_sensitive_kind_weighs_nothing_unless_its_table_says_so(kind: str) -> None:
    said = settings_of(f"[kinds.{kind}]\nsensitive = true\n").kinds[kind]
    assert (said.knows, said.salience) == (0, 0)
    weighed = settings_of(f"[kinds.{kind}]\nsensitive = true\nsalience = 0.2\n").kinds[kind]
    assert (weighed.knows, weighed.salience, weighed.sensitive) == (0, 0.2, True)
