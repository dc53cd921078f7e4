"""The README shows what the program really prints, and stays short."""

import re
from pathlib import Path

from tests.support.commands import Commands

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
FENCED: list[tuple[str, str]] = re.findall(
    r"^```(\w*)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL
)
BLOCKS = [text for language, text in FENCED if not language]
NOTES = [text for language, text in FENCED if language == "markdown"]
ELLIPSIS = "…"


def block(beginning: str) -> list[str]:
    """Return the lines of the block that begins so."""
    return next(text for text in BLOCKS if text.startswith(beginning)).splitlines()


def shown_in(lines: list[str], printed: str) -> bool:
    """Tell whether the lines stand in the output in this order; `…` stands for others."""
    rest = iter(printed.splitlines())
    return all(line == ELLIPSIS or line in rest for line in lines)


def test_it_is_at_most_150_lines() -> None:
    assert len(README.splitlines()) <= 150


def test_what_stalled_and_suggest_print_is_what_it_shows(demo: Commands) -> None:
    assert shown_in(block("Gone quiet"), demo("stalled").out)
    assert shown_in(block("1  Ben Ito"), demo("suggest", "tara-lindqvist").out)
    assert not shown_in(["Gone quiet", "Yours to do"], demo("stalled").out)


def test_its_notes_have_no_finding_and_stall_as_it_says(build: Commands) -> None:
    contact, intro = NOTES
    other = "---\nname: Sam Okafor\n---\n"
    build.write({"contacts/tara-lindqvist.md": contact, "contacts/sam-okafor.md": other})
    build.write({"intros/tara.md": intro})
    assert build("check", "--today", "2026-11-22").err == "0 errors, 0 warnings\n"
    stalled = "stalled: 16 days silent, limit 10 (times proposed, no answer)"
    assert stalled in build("stalled", "--today", "2026-11-22").out


def test_the_typo_gives_the_error_it_shows(demo: Commands) -> None:
    intro = demo.root / "intros" / "2026-09-28-tara-via-sam.md"
    intro.write_text(
        intro.read_text("utf-8").replace("introducer: sam-okafor", "introducer: sam-okafr")
    )
    assert shown_in(block("intros/"), demo("check").out)


def test_every_page_it_names_exists() -> None:
    links = re.findall(r"\]\(([^)#]+)\)|src(?:set)?=\"([^\"]+)\"", README)
    targets = [one or other for one, other in links]
    assert len(targets) > 8
    assert all((ROOT / target).exists() for target in targets)


def test_every_command_it_names_exists(demo: Commands) -> None:
    named = set(re.findall(r"`build (\w+)", README))
    assert {"check", "stalled", "suggest"} <= named
    for command in named:
        assert demo(command, "--help").code == 0
