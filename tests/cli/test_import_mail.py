"""`build import mbox`: what headers say of people who have a note; nothing is ever written."""

import pytest

from tests.support.commands import Commands
from tests.writing.folders import snapshot

MO, TARA, SAM, BEN = (f"{name}@x.example" for name in ("mo", "tara", "sam", "ben"))


def mail(sender: str, to: str, day: str, subject: str = "Hello", *headers: str) -> str:
    return "\n".join(
        (
            f"From {sender} Mon Nov 02 10:00:00 2026",
            f"Date: Mon, {day} 10:00:00 +0000",
            f"From: {sender}",
            f"To: {to}",
            f"Subject: {subject}",
            *headers,
            "",
            "A text that is never read: intro tara@x.example",
            "",
            "",
        )
    )


@pytest.fixture
def box(vault: Commands) -> Commands:
    """Return the vault with addresses, and a word about Ben."""
    vault.write(
        {
            "contacts/me.md": f"---\nname: Mo Writer\nme: true\nemail: {MO}\n---\n",
            "contacts/tara.md": f"---\nname: Tara Lindqvist\nemail: {TARA}\n---\n",
            "contacts/sam.md": f"---\nname: Sam Okafor\nemail: {SAM}\nknows: [tara 4]\n"
            "last_contact: 2026-01-02\n---\n",
            "contacts/ben.md": f"---\nname: Ben Ito\nemail: {BEN}\n---\n\n## Log\n\n"
            "- 2026-11-03: called\n",
        }
    )
    return vault


def read(vault: Commands, *mails: str) -> list[str]:
    vault.write({"box": "".join(mails)})
    before = snapshot(vault.root)
    result = vault("import", "mbox", "box")
    assert result.code == 0
    assert result.err.endswith("; nothing was written\n")
    assert snapshot(vault.root) == before
    return result.out.splitlines()


def test_the_last_mail_of_somebody_is_told_where_their_note_knows_none_later(box: Commands) -> None:
    told = read(
        box,
        mail(TARA, MO, "01 Nov 2026"),
        mail(TARA.upper(), f"Mo <{MO}>", "02 Nov 2026"),
        mail(SAM, MO, "03 Nov 2026"),
        mail(BEN, MO, "02 Nov 2026"),
        mail("stranger@x.example", MO, "02 Nov 2026"),
    )
    assert told == [
        "already there: contacts/tara.md  wrote to you on 2 Nov 2026",
        "    last_contact: 2026-11-02",
        "already there: contacts/sam.md  wrote to you on 3 Nov 2026; last known: 4 Sep 2026",
        "    last_contact: 2026-11-03   (now: 2026-01-02)",
    ]


@pytest.mark.parametrize(
    "other",
    [
        mail(MO, TARA, "02 Nov 2026"),  # what I write is no answer
        mail(TARA, BEN, "02 Nov 2026"),
        mail(TARA, MO, "02 Nov 2026", "News", "List-Id: <news>"),
        mail(TARA, MO, "05 Nov 2026"),  # tomorrow
        mail(TARA, ", ".join([MO, *(f"p{n}@x.example" for n in range(10))]), "02 Nov 2026"),
    ],
)
def test_what_is_no_word_to_me_counts_for_nothing(box: Commands, other: str) -> None:
    assert read(box, other) == []
    assert read(box, other, mail(TARA, MO, "02 Nov 2026")) != []


def test_an_introduction_that_is_not_written_down_is_told(box: Commands) -> None:
    told = read(box, mail(BEN, f"{TARA}, {MO}", "02 Nov 2026", "Tara, meet Mo"))
    assert told == [
        "introduction: 2026-11-02, ben introduced you and tara: build new intro tara ben"
    ]
    data = box("import", "mbox", "box", "--format", "json").json["data"]
    assert data["intros"] == [
        {
            "row": 1,
            "date": "2026-11-02",
            "introducer": "ben",
            "target": "tara",
            "command": "build new intro tara ben",
        }
    ]


@pytest.mark.parametrize(
    "subject",
    ["Tara / Mo", "Mo & Tara", "Mo Writer x Tara Lindqvist", "Tara meet Mo", "Connecting you two"],
)
def test_two_names_are_a_subject_of_introductions(box: Commands, subject: str) -> None:
    told = read(box, mail(BEN, f"{TARA}, {MO}", "02 Nov 2026", subject))
    assert [line.partition(" ")[0] for line in told] == ["introduction:"]


@pytest.mark.parametrize(
    "other",
    [
        mail(SAM, f"{TARA}, {MO}", "03 Aug 2026", "Intro"),  # written down already
        mail(BEN, f"{TARA}, {MO}", "02 Nov 2026", "Lunch"),
        mail(BEN, f"{TARA}, {MO}", "02 Nov 2026", "Lunch, Tara and Mo"),
        mail(BEN, f"{TARA}, {MO}", "02 Nov 2026", "Tara"),
        mail(BEN, f"{TARA}, {MO}", "02 Nov 2026", "Can we meet on Monday?"),
        mail(BEN, f"{TARA}, {MO}", "02 Nov 2026", "Re: Intro", "In-Reply-To: <1@x>"),
        mail(BEN, f"{TARA}, {SAM}, {MO}", "02 Nov 2026", "Intro"),
        mail(BEN, f"someone@x.example, {MO}", "02 Nov 2026", "Intro"),
        mail(BEN, f"{BEN}, {MO}", "02 Nov 2026", "Intro"),
    ],
)
def test_what_may_be_no_introduction_is_not_told(box: Commands, other: str) -> None:
    assert not [line for line in read(box, other) if line.startswith("introduction")]


def test_whose_mails_they_are_must_be_known(vault: Commands) -> None:
    vault.write({"box": mail(TARA, MO, "02 Nov 2026")})
    result = vault("import", "mbox", "box")
    assert result.code == 2
    assert "whose mails are these?" in result.err
    assert vault("import", "mbox", "box", "--write").code == 2


def test_a_mail_that_does_not_say_who_wrote_is_told(box: Commands) -> None:
    box.write({"box": mail("nobody", MO, "02 Nov 2026") + mail(TARA, MO, "02 Nov 2026")})
    told = box("import", "mbox", "box")
    assert "do not say who wrote, or when: 1 mail, the first at line 1\n" in told.err
    assert "contacts/tara.md" in told.out
