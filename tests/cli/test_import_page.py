"""docs/import.md shows what the program prints."""

import re
from pathlib import Path

import pytest

from tests.support.commands import Commands

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "import.md").read_text("utf-8")
SHOWN = re.findall(r"^```\n\$ build (.*?)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
CARDS = """\
BEGIN:VCARD
VERSION:3.0
N:Moen;Eva;;;
FN:Eva Moen
EMAIL:eva@contoso.example
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Tara Lindqvist
EMAIL:tara@northwind.example
TEL:+46 8 123 456
TITLE:CTO
END:VCARD
BEGIN:VCARD
VERSION:3.0
N:;;;;
FN:Northwind AS
ORG:Northwind AS
END:VCARD
"""
MAILS = """\
From 1@x Fri Nov 20 10:00:00 +0000 2026
Date: Fri, 20 Nov 2026 10:00:00 +0000
From: Tara <tara@northwind.example>
To: mira@x.example
Subject: Re: benchmark
In-Reply-To: <1@x.example>

Never read.

From 2@x Fri Nov 20 11:00:00 +0000 2026
Date: Fri, 20 Nov 2026 11:00:00 +0000
From: Ben <ben@x.example>
To: Birgit <birgit@x.example>, mira@x.example
Subject: Birgit <> Mira

Never read.
"""


@pytest.fixture
def demo(demo: Commands) -> Commands:
    """Return commands on the demo, whose people have the addresses of the files above."""
    for who, mail in (("mira-halvorsen", "mira"), ("ben-ito", "ben"), ("birgit-falk", "birgit")):
        note = demo.root / "contacts" / f"{who}.md"
        text = re.sub("^email:.*\n", "", note.read_text("utf-8"), flags=re.MULTILINE)
        note.write_text(text.replace("---\n", f"---\nemail: {mail}@x.example\n", 1), "utf-8")
    demo.write({"contacts.vcf": CARDS, "Inbox": MAILS})
    return demo


@pytest.mark.parametrize(("command", "shown"), SHOWN, ids=[command for command, _ in SHOWN])
def test_an_example_is_what_is_printed(demo: Commands, command: str, shown: str) -> None:
    result = demo(*command.split())
    assert result.out + result.err == shown


def test_there_are_examples() -> None:
    assert len(SHOWN) == 2
