"""What is wrong with `doorstep.toml` has a cure, and nothing is left out in silence."""

import pytest

from site_builder.diagnostics import Diagnostic
from site_builder.parsing.settings_read import read_settings
from site_builder.parsing.settings_tables import TABLES
from site_builder.source import Source

ABOVE = 'write "{}" above the first [table] of the file'
LANGUAGE = 'a language tag in quotes, like "en" or "pt-BR"'
CIRCLE = 'write it as files do, like [groups."team/oslo-rowing"]'


def problems(text: str, checks: tuple[str, ...] = ()) -> tuple[Diagnostic, ...]:
    """Return what is wrong with a settings file."""
    return read_settings(Source("doorstep.toml", text.encode()), checks)[1]


@pytest.mark.parametrize(
    ("text", "message", "cure"),
    [
        ("titel = 3", 'unknown setting "titel"', 'did you mean "title"?'),
        (
            '[groups."team/x"]\nsise = 3',
            'unknown setting "sise" in [groups."team/x"]',
            'did you mean "size"?',
        ),
        (
            '[groups."team/x"]\ntitle = "Mine"',
            'unknown setting "title" in [groups."team/x"]',
            ABOVE.format("title"),
        ),
        (
            '[stall.waiting]\nnudge = "4w"\ntimezon = "UTC"',
            'unknown setting "timezon" in [stall.waiting]',
            ABOVE.format("timezone"),
        ),
        (
            "[audiences.team]\ncolour = 1",
            'unknown setting "colour" in [audiences.team]',
            "known are: show, fields",
        ),
        ("colour = 1", 'unknown setting "colour"', f"known are: {', '.join(TABLES)}"),
        (
            '[groups."team/x"]\nsize = 0',
            "expected a whole number from 1 on, found 0",
            "write a whole number from 1 on",
        ),
        ('language = "en_US"', f'expected {LANGUAGE}, found "en_US"', 'did you mean "en-US"?'),
        (
            'language = "en_US.UTF-8"',
            f'expected {LANGUAGE}, found "en_US.UTF-8"',
            'did you mean "en-US"?',
        ),
        *(
            (f"language = {value}", f"expected {LANGUAGE}, found {value}", f"write {LANGUAGE}")
            for value in ("3", '"xx"', '"English"', '""', '"en-"', '"é"')
        ),
    ],
)
def test_a_mistake_is_told_with_its_cure(text: str, message: str, cure: str) -> None:
    (found,) = problems(f"{text}\n")
    assert (found.message, found.help) == (message, cure)
    assert found.span.line == text.count("\n") + 1


@pytest.mark.parametrize(
    ("circle", "message", "cure"),
    [
        ("tem/x", 'no kind of circle is called "tem"', 'did you mean "team/x"?'),
        ("Tem/X", 'no kind of circle is called "tem"', 'did you mean "team/x"?'),
        ("orchestra/x", 'no kind of circle is called "orchestra"', "known are: team, unit, "),
        *(
            (name, f'a circle is a kind, / and a name, found "{name}"', CIRCLE)
            for name in ("foo", "team/", "/x", "2/x", "team/a/b", "tem")
        ),
    ],
)
def test_a_circle_that_is_none_is_told_once_at_its_table(
    circle: str, message: str, cure: str
) -> None:
    (found,) = problems(f'title = "x"\n[groups."{circle}"]\nname = "x"\n')
    assert (found.message, found.help[: len(cure)]) == (message, cure)
    assert (found.span.line, found.span.column) == (2, 2)


@pytest.mark.parametrize(
    "text",
    [
        '[groups."band/x"]\nname = "x"\n[kinds.band]\nknows = 1\n',
        '[groups."faith/x"]\nname = "x"\n',
        '[groups."team/x"]\nsize = 1\n',
        *(
            f'language = "{tag}"\n'
            for tag in ("en", "pt-BR", "zh-Hant-TW", "gsw", "es-419", "de-1996", "en-x-me")
        ),
    ],
)
def test_names_that_mean_something_are_known(text: str) -> None:
    assert problems(text) == ()


def test_of_many_known_keys_the_first_are_listed() -> None:
    many = tuple(f"check-{letter}" for letter in "abcdefghijklmnopqrstuvwxyz")
    (found,) = problems('[checks]\nq = "off"\n', many)
    assert found.help.startswith("known are: check-a, check-b,")
    assert found.help.endswith("check-w, check-x, …")


@pytest.mark.parametrize("text", ["title = \n", "title = x\n", "[a\n", "a = [1,\n", "x" * 9])
def test_what_is_no_toml_has_a_cure(text: str) -> None:
    (found,) = problems(text)
    assert found.message.startswith("no valid TOML")
    assert found.help.startswith('write lines like title = "My doors"')


def test_settings_that_may_not_be_read_have_a_cure() -> None:
    _, (found,) = read_settings(Source("doorstep.toml", unreadable="no permission to read it"))
    assert found.help == 'give yourself the right to read it: chmod u+r "doorstep.toml"'
