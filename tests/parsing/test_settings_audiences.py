"""Audiences in the settings: what may be listed, and what is said of anything else."""

import pytest

from site_builder.diagnostics import Diagnostic
from site_builder.model.audience import PRIVATE, Audience
from site_builder.parsing.settings_read import read_settings
from site_builder.source import Source


def problems(text: str) -> list[Diagnostic]:
    return list(read_settings(Source("doorstep.toml", text.encode()))[1])


def test_an_audience_lists_what_it_sees_and_the_owner_is_built_in() -> None:
    text = '[audiences.team]\nshow = ["contacts", "drafts"]\nfields = ["name", "x_age", "hobby"]\n'
    settings, found = read_settings(Source("doorstep.toml", text.encode()))
    assert not found
    team = Audience("team", ("contacts", "drafts"), ("name", "x_age", "hobby"))
    assert (settings.audience("team"), settings.audience("private")) == (team, PRIVATE)
    assert settings.audience("board") is None
    assert (team.shows("drafts"), team.shows("log"), team.has("hobby"), team.has("org")) == (
        *(True, False, True, False),
    )
    assert PRIVATE.shows("log")
    assert PRIVATE.has("anything")


@pytest.mark.parametrize(
    "text",
    [
        'show = ["contacts", "tags"]',
        'show = ["tags", "contacts"]\nfields = ["tags"]',
        'show = ["contacts"]\nfields = ["tags"]',
    ],
)
def test_tags_are_shown_whichever_list_names_them(text: str) -> None:
    toml = f"[audiences.team]\n{text}\n"
    settings, found = read_settings(Source("doorstep.toml", toml.encode()))
    assert not found
    assert settings.audience("team") == Audience("team", ("contacts",), ("tags",))


@pytest.mark.parametrize(
    ("text", "message", "cure"),
    [
        ('show = ["contact"]', 'nothing to show is called "contact"', 'did you mean "contacts"?'),
        ('show = ["org"]', 'nothing to show is called "org"', 'write fields = ["org"]'),
        ('show = ["all"]', 'nothing to show is called "all"', "known are: contacts, intros"),
        ('fields = ["gaol"]', 'no field is called "gaol"', 'did you mean "goal"?'),
        ('fields = ["body"]', '"body" is no field', 'write show = ["body"]'),
        ('fields = ["visibility"]', '"visibility" is for you alone', "remove it"),
        ('fields = ["ignore"]', '"ignore" is for you alone', "remove it"),
        ("show = 1\nfields = []", "expected a list of texts, found 1", "write a list of texts"),
    ],
)
def test_a_misnamed_part_or_field_has_its_cure(text: str, message: str, cure: str) -> None:
    (found,) = problems(f"[audiences.team]\n{text}\n")
    assert found.message.startswith(message)
    assert found.help.startswith(cure)
    assert found.span.line == 2


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("private", '"private" is built in and sees everything'),
        ('"My Team"', 'an audience is a small word like "team", found "My Team"'),
        ('"../x"', 'an audience is a small word like "team", found "../x"'),
        ('""', 'an audience is a small word like "team", found ""'),
    ],
)
def test_the_name_of_an_audience_can_be_the_name_of_a_folder(name: str, message: str) -> None:
    (found,) = problems(f"[audiences.{name}]\nshow = []\n")
    assert (found.message, bool(found.help)) == (message, True)


def test_everything_that_is_wrong_with_an_audience_is_said_at_once() -> None:
    assert len(problems('[audiences.team]\nshow = ["x", "y"]\nfields = 1\nsee = 1\n')) == 4
