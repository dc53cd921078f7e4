"""Options of single commands can be set by the environment, as those of all commands."""

import pytest

from site_builder.cli.main import group, main
from site_builder.cli.options import debugging
from tests.support.commands import Commands


@pytest.mark.parametrize(
    ("name", "words", "flag"),
    [
        ("DRAFT", ("suggest", "tara"), "--draft"),
        ("GIT", ("replay",), "--git"),
        ("EXIT_CODE", ("stalled",), "--exit-code"),
    ],
)
def test_an_option_is_set_by_its_variable(
    vault: Commands, monkeypatch: pytest.MonkeyPatch, name: str, words: tuple[str, ...], flag: str
) -> None:
    plain, typed = vault(*words), vault(*words, flag)
    assert (plain.code, plain.out) != (typed.code, typed.out)
    monkeypatch.setenv(f"DOORSTEP_{name}", "1")
    found = vault(*words)
    assert (found.code, found.out) == (typed.code, typed.out)


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("JOBS=1", "JOBS=many", 'expected a whole number from 1 to 64, found "many"'),
        ("JOBS=1", "JOBS=0", 'expected a whole number from 1 to 64, found "0"'),
        ("STRICT=1", "STRICT=maybe", 'expected 1 or 0, found "maybe"'),
        ("TODAY=2026-11-04", "TODAY=bad", 'expected a date like 2026-11-22, found "bad"'),
        ("PORT=8001", "PORT=x", 'expected a whole number from 0 to 65535, found "x"'),
        ("AUDIENCE=private", "AUDIENCE= ", "it is empty; leave it out, or say what is meant"),
        ("FORMAT=json", "FORMAT=banana", "'banana' is not one of"),
        ("COLOR=never", "COLOR=blue", "'blue' is not one of"),
    ],
)
def test_a_variable_that_cannot_be_meant_is_told(
    vault: Commands, monkeypatch: pytest.MonkeyPatch, right: str, wrong: str, said: str
) -> None:
    name, _, value = wrong.partition("=")
    for words in ((), ("check",)):
        monkeypatch.setenv(f"DOORSTEP_{name}", value)
        refused = vault(*words)
        assert (refused.code, refused.out) == (2, "")
        told = refused.err.partition("Error: ")[2]
        assert told.startswith(f"DOORSTEP_{name}: {said}")
        assert "--" not in told
        monkeypatch.setenv(f"DOORSTEP_{name}", right.partition("=")[2])
        assert vault(*words).code == 0


@pytest.mark.parametrize("number", ["0", "65", "1.5", "zz"])
def test_a_number_that_cannot_be_is_told_with_those_that_can(vault: Commands, number: str) -> None:
    refused = vault("--jobs", number)
    said = f'expected a whole number from 1 to 64, found "{number}"'
    assert (refused.code, said in refused.err) == (2, True)
    assert vault("--jobs", "2").code == 0


def test_a_day_near_the_end_of_the_calendar_is_not_today(vault: Commands) -> None:
    for day in ("0999-12-31", "9000-01-01"):
        result = vault("check", "--today", day)
        assert (result.code, f'a day of the years 1000 to 8999, found "{day}"' in result.err) == (
            2,
            True,
        )
    for day in ("1000-01-01", "8999-12-31"):
        assert vault("check", "--today", day).code == 0


@pytest.mark.parametrize(
    ("value", "shown"), [("1", True), ("TRUE", True), ("0", False), ("", False)]
)
def test_tracebacks_can_be_asked_for_by_the_environment(
    value: str,
    shown: bool,  # noqa: FBT001 - a column of the table
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise KeyError

    monkeypatch.setattr(group, "main", broken)
    monkeypatch.setenv("DOORSTEP_DEBUG", value)
    with pytest.raises(KeyError if shown else SystemExit):
        main(["check"])


def test_a_watch_hears_that_tracebacks_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOORSTEP_DEBUG", "1")
    assert debugging()
    monkeypatch.setenv("DOORSTEP_DEBUG", "0")
    assert not debugging()
    assert debugging(["check", "--debug"])
