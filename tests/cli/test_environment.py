"""Options of single commands can be set by the environment, as those of all commands."""

import pytest

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
