"""Names in the settings that mean something elsewhere: kinds of circles, languages."""

import pytest

from site_builder.diagnostics import Diagnostic
from site_builder.parsing.settings_read import read_settings
from site_builder.source import Source


def problems(text: str) -> tuple[Diagnostic, ...]:
    """Return what is wrong with a settings file."""
    return read_settings(Source("doorstep.toml", text.encode()))[1]


@pytest.mark.parametrize(
    ("circle", "cure"),
    [
        ("tem/x", 'did you mean "team/x"?'),
        ("Tem/X", 'did you mean "team/x"?'),
        ("orchestra/x", "known are: team, unit, "),
    ],
)
def test_a_circle_of_an_unknown_kind_is_told_at_its_table(circle: str, cure: str) -> None:
    (found,) = problems(f'title = "x"\n[groups."{circle}"]\nname = "x"\n')
    kind = circle.partition("/")[0].lower()
    assert found.message == f'no kind of circle is called "{kind}"'
    assert found.help.startswith(cure)
    assert (found.span.line, found.span.column) == (2, 2)


@pytest.mark.parametrize(
    "text",
    [
        '[groups."band/x"]\nname = "x"\n[kinds.band]\nknows = 1\n',
        '[groups."faith/x"]\nname = "x"\n',
    ],
)
def test_kinds_of_the_settings_and_sensitive_ones_are_known(text: str) -> None:
    assert problems(text) == ()


def test_a_circle_that_is_wrong_itself_is_told_once() -> None:
    assert len(problems('[groups."tem"]\nname = "x"\n')) == 1


@pytest.mark.parametrize(
    "tag", ["en", "pt-BR", "zh-Hant-TW", "gsw", "es-419", "de-1996", "en-x-me"]
)
def test_a_language_is_a_tag(tag: str) -> None:
    assert problems(f'language = "{tag}"\n') == ()


@pytest.mark.parametrize("typed", ["en_US", "en_US.UTF-8"])
def test_the_name_of_a_locale_is_turned_into_its_tag(typed: str) -> None:
    (found,) = problems(f'language = "{typed}"\n')
    assert found.help == 'did you mean "en-US"?'


@pytest.mark.parametrize("value", ["3", '"xx"', '"English"', '""', '"en-"', '"é"'])
def test_anything_else_is_no_language(value: str) -> None:
    (found,) = problems(f"language = {value}\n")
    assert found.message.startswith(
        'expected a language tag in quotes, like "en" or "pt-BR", found'
    )
    assert found.help == 'write a language tag in quotes, like "en" or "pt-BR"'


@pytest.mark.parametrize(("size", "said"), [(0, 1), (1, 0)])
def test_a_circle_of_nobody_is_none(size: int, said: int) -> None:
    found = problems(f'[groups."team/x"]\nsize = {size}\n')
    assert [one.message for one in found] == ["expected a whole number from 1 on, found 0"] * said
