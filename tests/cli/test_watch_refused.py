"""What `build --watch` refuses: options without effect, and an environment that is wrong."""

import pytest

from tests.support.commands import Commands


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--port", "8001"], '"--port" can only be used with "--watch"'),
        (["--open"], '"--open" can only be used with "--watch"'),
        (["--host", "::1"], '"--host" can only be used with "--watch"'),
        (["--poll"], '"--poll" can only be used with "--watch"'),
        (["--no-serve"], '"--no-serve" can only be used with "--watch"'),
        (["--publish"], '"--publish" can only be used with "--watch"'),
        (["--watch", "--no-serve", "--port", "1"], '"--port" cannot be used with "--no-serve"'),
        (["--watch", "--no-serve", "-O"], '"--open" cannot be used with "--no-serve"'),
        (["--watch", "--host", ""], "it is empty; leave it out, or say what is meant"),
        (["--watch", "--format", "json"], '"--format" must be text or concise'),
        (["--watch", "check"], '"--watch" cannot be used with "check"'),
        (["--port", "8001", "stalled"], '"--port" cannot be used with "stalled"'),
        (["--watch", "--port", "70000"], "70000"),
        (["--watch", "--host", "no.such.host.example"], "not one of this machine's addresses"),
        (["--watch", "--host", "192.0.2.1"], "not one of this machine's addresses"),
    ],
)
def test_an_option_without_effect_is_refused(words: list[str], said: str, vault: Commands) -> None:
    result = vault(*words)
    assert result.code == 2
    assert said in result.err


def test_an_option_of_the_environment_is_no_order(
    vault: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOORSTEP_PORT", "8001")
    assert vault().code == 0


def test_an_editor_that_is_no_link_is_refused(
    vault: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOORSTEP_EDITOR_URL", "javascript:{path}")
    result = vault("--watch")
    assert result.code == 2
    assert "DOORSTEP_EDITOR_URL must be like vscode://file/{path}:{line}:{column}" in result.err


def test_a_wrong_day_of_the_environment_is_refused(
    vault: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DOORSTEP_TODAY")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    result = vault("--watch")
    assert result.code == 2
    assert 'SOURCE_DATE_EPOCH must be seconds since 1970, found "soon"' in result.err


def test_an_audience_that_does_not_exist_is_refused_as_by_a_build(vault: Commands) -> None:
    vault.write({"doorstep.toml": '[audiences.team]\nshow = ["contacts"]\nfields = ["name"]\n'})
    result = vault("--watch", "--audience", "tem")
    assert (result.code, result.out) == (2, "")
    assert result.err == vault("--audience", "tem").err
    assert 'no audience is called "tem"; did you mean "team"?' in result.err
