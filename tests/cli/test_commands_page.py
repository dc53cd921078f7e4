"""What `docs/commands.md` promises to scripts is what the program does."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import click

from site_builder.cli import exit_codes
from site_builder.cli.main import COMMANDS, group
from site_builder.insights.thread import Turn
from tests.support.commands import Commands

PAGE = (Path(__file__).parents[2] / "docs" / "commands.md").read_text("utf-8")


def section(heading: str, end: str = "\n## ") -> str:
    """Return the text from a heading, or a bold word, to the next one."""
    return PAGE.partition(heading)[2].partition(end)[0]


def keys(text: str) -> set[str]:
    """Return the words in backticks of the first columns of the tables."""
    rows = re.findall(r"^\| (`[^|]+) \|", text, re.MULTILINE)
    return {word for row in rows for word in re.findall(r"`([^`]+)`", row)}


def options(command: click.Command) -> Iterator[click.Option]:
    """Return the options of a command and of what is below it."""
    yield from (one for one in command.params if isinstance(one, click.Option))
    if isinstance(command, click.Group) and command is not group:
        for each in command.commands.values():
            yield from options(each)


def all_options() -> Iterator[click.Option]:
    """Return the options of every command."""
    yield from options(group)
    for name in COMMANDS:
        command = group.get_command(click.Context(group), name)
        assert command is not None
        yield from options(command)


def test_every_exit_code_is_there() -> None:
    said = re.findall(r"^\| (\d+) \|", section("## Exit codes"), re.MULTILINE)
    known = (value for name, value in vars(exit_codes).items() if name.isupper())
    assert said == [str(code) for code in sorted(known)]


def test_each_option_has_the_variable_that_its_name_says() -> None:
    without = set()
    for option in all_options():
        long = next(flag for flag in option.opts if flag.startswith("--"))
        if option.envvar is None:
            without.add(long)
        else:
            assert option.envvar == f"DOORSTEP_{long[2:].replace('-', '_').upper()}"
    none = section("commands that have no such option", "have none.")
    assert without | {"--help"} == set(re.findall(r"--[a-z]+", none))


def test_the_variables_of_a_build_are_listed() -> None:
    of_build = {option.envvar for option in options(group) if option.envvar}
    assert set(re.findall(r"`(DOORSTEP_[A-Z_]+)`", PAGE)) == of_build


def test_the_documents_have_the_keys_it_lists(vault: Commands) -> None:
    stalled: dict[str, Any] = vault("stalled", "--format", "json").json["data"][0]
    suggest: dict[str, Any] = vault("suggest", "tara", "--format", "json").json["data"]
    assert keys(section("**`build`**", "\n**")) == set(vault("--format", "json").json["data"])
    assert keys(section("**`stalled`**", "\n**")) == set(stalled)
    assert keys(section("**`suggest`**", "\nA candidate")) == set(suggest)
    assert keys(section("A candidate has these")) == set(suggest["suggested"][0])
    term = suggest["suggested"][0]["terms"][0]
    assert {f"`{key}`" for key in term} <= set(re.findall("`[a-z]+`", section("`terms`", "\n")))


def test_the_documents_of_stats_and_replay_have_no_other_keys(demo: Commands) -> None:
    told = section("**`stats`** and **`replay`**")
    named = set(re.findall(r"\w+", " ".join(re.findall("`([^`]*)`", told))))
    stats, replay = (demo(each, "--format", "json").json["data"] for each in ("stats", "replay"))
    rows = [stats, replay, *(one[0] for one in (stats["tactics"], replay["cases"]))]
    rows += [stats["base_reopen"], stats["days_to_answer"], stats["everybody"]]
    rows += [stats["connectors"][0], replay["hit_at_1"]]
    assert {key for row in rows for key in row} <= named


def test_every_turn_is_named() -> None:
    assert re.findall(r"`(\w+)`", section("| `turn` |", "\n")) == list(get_args(Turn))


def test_a_finding_has_the_keys_it_shows(vault: Commands) -> None:
    vault.write({"intros/wrong.md": "---\ntarget: tara\nintroducer: samm\ngoal: x\n---\n"})
    document = vault("check", "--format", "json").json
    example = section("```json", "```")
    shown = re.findall(r'"(\w+)":', example)
    assert shown == [*document, *document["diagnostics"][0]][: len(shown)]
    assert len(shown) == len(document) + len(document["diagnostics"][0])
