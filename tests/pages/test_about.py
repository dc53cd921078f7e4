"""What the site is made of."""

from datetime import date

from msgspec.structs import fields

from site_builder.model.duration import Calendar, Limit
from site_builder.model.settings import STALL_RULES, AskLimits, Score, Settings, StallRule
from site_builder.pages.about import (
    ASK_WORDS,
    SCORE_WORDS,
    About,
    StallLine,
    about_page,
    numbers_of,
)
from tests.support.insights_sample import sample_insights
from tests.support.vaults import insights_of


def view_of(settings: Settings) -> About:
    view = about_page(insights_of({}, "2026-11-22", settings)).view
    assert isinstance(view, About)
    return view


def test_everything_is_counted() -> None:
    view = about_page(sample_insights()).view
    assert isinstance(view, About)
    assert dict(view.counts) == {
        "people": "21",
        "ties": "10",
        "circles": "3",
        "introductions": "10",
        "doors": "10",
        "open doors": "9",
    }


def test_limits_are_words_and_changed_ones_are_marked() -> None:
    stall = {**STALL_RULES, "met": StallRule(None, Limit(9))}
    lines = {line.key: line for line in view_of(Settings(stall=stall)).stalls}
    assert lines["waiting"] == StallLine(
        "waiting", "Waiting for the target", "4 working days", "14\xa0days", changed=False
    )
    assert (lines["met"].nudge, lines["met"].stalled, lines["met"].changed) == (
        "never",
        "9\xa0days",
        True,
    )
    assert "over" not in lines


def test_the_calendar_names_its_working_days() -> None:
    holidays = frozenset({date(2026, 12, 25)})
    calendar = Calendar(frozenset({0, 1}), holidays)
    assert view_of(Settings(calendar=calendar)).calendar == (
        "Working days are Monday and Tuesday, except 1 holiday."
    )
    assert view_of(Settings()).calendar.endswith("and Friday.")


def test_every_number_of_the_settings_is_explained_once() -> None:
    words = [*SCORE_WORDS.values(), ASK_WORDS]
    explained = [key for group in words for key in group]
    known = [field.name for record in (Score, AskLimits) for field in fields(record)]
    assert sorted(explained) == sorted(known)


def test_a_changed_number_is_marked() -> None:
    numbers = {
        one.key: one
        for group in numbers_of(Score(base_reopen=0.3), AskLimits())
        for one in group.numbers
    }
    assert (numbers["base_reopen"].value, numbers["base_reopen"].changed) == ("0.3", True)
    assert (numbers["tie_move"].value, numbers["tie_move"].changed) == ("1.2", False)


def test_kinds_carry_their_weights() -> None:
    kinds = {line.kind: line for line in view_of(Settings()).kinds}
    assert (kinds["team"].knows, kinds["team"].salience) == ("1.6", "0.8")
    assert kinds["faith"].sensitive
