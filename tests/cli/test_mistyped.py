"""What was typed wrongly is told in our words, shortly, with what there is."""

import re

import pytest

from tests.support.commands import Commands


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("export bundel", '"build export" knows no "bundel". Did you mean "bundle"? Type one of'),
        ("theme nope", '"build theme" knows no "nope". Type one of eject, list.'),
        ("hosting ngnx", 'unknown word "ngnx". Did you mean "nginx"? Type one of caddy, nginx,'),
        ("check --format nope", '--format: unknown word "nope". Type one of text, concise,'),
        ("completion", "something is missing: type one of bash, zsh, fish"),
        ("log", "INTRO is missing"),
        ("new contact", "NAME is missing"),
        ("stalled --stict", '"build stalled" has no option "--stict".'),
        ("check --stict", '"build check" has no option "--stict". Did you mean "--strict"?'),
        ("log a wrote -x", 'Text that begins with "-" stands behind "--".'),
        ("stats x y", '"x y" is more than "build stats" takes\n'),
        ("suggest a b", "takes; put what belongs together between quotes"),
        ("--today", "--today needs a value behind it"),
        ("--quiet=1", "--quiet takes no value"),
        ("import csv nope.csv", 'there is no file "nope.csv"'),
        ("import csv contacts", '"contacts" is a folder; a file is needed'),
        ("-o doorstep.toml", '"doorstep.toml" is a file; a folder is needed'),
    ],
)
def test_what_cannot_be_a_command_is_told_in_our_words(
    vault: Commands, words: str, said: str
) -> None:
    vault.write({"doorstep.toml": ""})
    result = vault(*words.split())
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert not re.search("Invalid value|No such|Missing|Got unexpected", result.err)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        *((("suggest", ""), "TARGET"), (("explain", " "), "ID"), (("log", "", "met"), "INTRO")),
        *((("log", "a", ""), "EVENT"), (("mv", "", "b"), "OLD"), (("mv", "a", ""), "NEW")),
        *((("new", "intro", "", ""), "TARGET"), (("new", "contact", ""), "NAME")),
        (("theme", "eject", ""), "FILE"),
    ],
)
def test_nothing_in_the_place_of_somebody_is_told_as_that(
    vault: Commands, words: tuple[str, ...], name: str
) -> None:
    result = vault(*words)
    assert (result.code, result.out) == (2, "")
    assert f"Error: {name} is empty; say what is meant\n" in result.err


ENDLESS = "x" * 20_000


@pytest.mark.parametrize(
    "words",
    [
        *((ENDLESS,), ("suggest", ENDLESS), ("explain", ENDLESS), ("check", ENDLESS)),
        *(("explain", "x " * 10_000), ("log", ENDLESS, "met"), ("log", "a", ENDLESS)),
        *(("mv", ENDLESS, "a"), ("new", "intro", ENDLESS, "a"), ("export", ENDLESS)),
        *(("-C", ENDLESS), ("--theme", ENDLESS), ("--audience", ENDLESS), ("--today", ENDLESS)),
        *(("theme", "eject", ENDLESS), ("import", "csv", ENDLESS), ("hosting", ENDLESS)),
        *(("new", "contact", "A", "--id", ENDLESS), ("new", "contact", "A", "--set", ENDLESS)),
    ],
)
def test_an_endless_word_is_told_in_a_few_letters_of_it(
    vault: Commands, words: tuple[str, ...]
) -> None:
    result = vault(*words)
    assert (result.code, result.out) == (2, "")
    assert len(result.err) < 700
    assert "…" in result.err
    assert "too long" not in result.err
    assert "makes one" not in result.err


def test_options_stand_before_between_and_behind_both_words_of_a_command(vault: Commands) -> None:
    day, asked = ("--today", "2026-11-01"), ("--what", "ties")
    said = vault("export", "csv", *day, *asked).out
    assert said.count("\n") > 1
    assert vault("export", *day, *asked, "csv").out == said
    assert vault(*day, "export", *asked, "csv").out == said
    assert vault("export", *day, "csv", *asked).out == said
    assert vault("new", "--dry", "contact", "Ada Berg").code == 2
    assert vault("--strict", "new", *day, "contact", "Ada Berg").code == 2
    assert vault("new", *day, "contact", "intro").out == "contacts/intro.md\n"
