"""Whatever is wrong with `doorstep.toml`, its cure leaves nothing out in silence."""

import pytest

from site_builder.diagnostics import Diagnostic
from site_builder.parsing.settings_read import read_settings
from site_builder.parsing.settings_tables import TABLES
from site_builder.source import Source


def problem(text: str, checks: tuple[str, ...] = ()) -> Diagnostic:
    """Return the only thing that is wrong with a settings file."""
    (found,) = read_settings(Source("doorstep.toml", text.encode()), checks)[1]
    return found


def test_no_known_key_is_left_out_in_silence() -> None:
    assert problem("colour = 1\n").help == f"known are: {', '.join(TABLES)}"
    many = tuple(f"check-{letter}" for letter in "abcdefghijklmnopqrstuvwxyz")
    found = problem('[checks]\nq = "off"\n', many)
    assert found.help.startswith("known are: check-a, check-b,")
    assert found.help.endswith("check-w, check-x, …")


@pytest.mark.parametrize("name", ["foo", "team/", "/x", "2/x", "team/a/b"])
def test_a_circle_without_kind_and_name_is_told(name: str) -> None:
    found = problem(f'[groups."{name}"]\nsize = 3\n')
    assert found.message == f'a circle is a kind, / and a name, found "{name}"'
    assert found.help == 'write it as files do, like [groups."team/oslo-rowing"]'


@pytest.mark.parametrize("text", ["title = \n", "title = x\n", "[a\n", "a = [1,\n", "x" * 9])
def test_what_is_no_toml_has_a_cure(text: str) -> None:
    found = problem(text)
    assert found.message.startswith("no valid TOML")
    assert found.help.startswith('write lines like title = "My doors"')


def test_settings_that_may_not_be_read_have_a_cure() -> None:
    _, (found,) = read_settings(Source("doorstep.toml", unreadable="no permission to read it"))
    assert found.help == 'give yourself the right to read it: chmod u+r "doorstep.toml"'
