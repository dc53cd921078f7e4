"""The help of every command: whole lines in one tone, and signs that every stream has."""

from collections.abc import Iterator

import click
import pytest

from site_builder.cli.main import group
from tests.support.commands import Commands


def commands(command: click.Command, *path: str) -> Iterator[tuple[str, ...]]:
    """Yield the words of every command below this one, and of itself."""
    yield path
    if isinstance(command, click.Group):
        for name in command.list_commands(click.Context(command)):
            below = command.get_command(click.Context(command), name)
            assert below is not None
            yield from commands(below, *path, name)


ALL = [*commands(group)]


@pytest.mark.parametrize("words", ALL, ids=" ".join)
def test_a_help_has_signs_that_every_stream_has(vault: Commands, words: tuple[str, ...]) -> None:
    result = vault(*words, "--help")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("Usage: ")
    assert result.out.isascii()


def test_a_list_of_commands_says_what_each_is_in_half_a_sentence(vault: Commands) -> None:
    groups = {words[:-1] for words in ALL if words}
    assert len(groups) == 5
    for words in groups:
        listed = vault(*words, "--help").out.partition("\nCommands:\n")[2].partition("\n\n")[0]
        for line in listed.splitlines():
            name, _, said = line.strip().partition("  ")
            assert (*words, name) in ALL
            assert not said.endswith("."), line
            assert said.strip()[0].islower() or said.split()[0] in NAMES, line


NAMES = {"Google", "LinkedIn's", "JSON"}
