"""`build import`: who of a file is new, there already, or not clear; what could be added."""

import pytest

from tests.support.commands import Commands
from tests.support.imports import table
from tests.writing.folders import snapshot

EARLIER = ", earlier in the file"
TWO = '"Eva Moen" may be eva-moen or eva-moen-2'


def test_somebody_is_known_by_e_mail_page_alias_or_name(vault: Commands) -> None:
    vault.write(
        {
            "contacts/tara.md": "---\nname: Tara Lindqvist\naliases: [TL]\nemail: T@x.example\n"
            "url: https://www.linkedin.com/in/Tara/\n---\n"
        }
    )
    rows = (
        "T. L.,t@X.example,\n,,\nTara L,,http://linkedin.com/in/tara?x=1\nTL,,\n"
        "TARA  LINDQVIST,other@x.example,\nTara,,https://northwind.example/\n"
    )
    result = vault("import", "csv", table(vault, rows, "name,email,url\n"))
    told = [line for line in result.out.splitlines() if not line.startswith(" ")]
    assert told == [
        "new: contacts/tara-2.md  Tara",
        "already there: contacts/tara.md  same e-mail t@X.example, another name",
        "already there: contacts/tara.md  same page http://linkedin.com/in/tara?x=1",
        "already there: contacts/tara.md  same alias TL",
        "already there: contacts/tara.md  same name, another e-mail",
    ]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("no.linkedin.com/in/ada", "https://LINKEDIN.com/in/ada/?x", True),
        ("https://x.example/ada", "http://www.x.example/ada#top", True),
        ("https://no.x.example/ada", "https://x.example/ada", False),
        ("https://x.example/", "https://x.example", False),
    ],
)
def test_a_page_is_the_same_however_it_is_written(
    vault: Commands, first: str, second: str, *, same: bool
) -> None:
    vault.write({"contacts/ada.md": f'---\nname: Ada Moyer\nurl: "{first}"\n---\n'})
    file = table(vault, f"Ada Falk,{second}\n", "name,url\n")
    known = vault("import", "csv", file, "--format", "json").json["data"]["known"]
    assert [one["because"] for one in known] == ([f"same page {second}"] if same else [])


def test_colleagues_with_one_page_and_cards_with_one_id_are_different_people(
    vault: Commands,
) -> None:
    card = "BEGIN:VCARD\nUID:x:1\nFN:{}\nURL:https://northwind.example/team\nEND:VCARD\n"
    names = ("Eva Moen", "Zoe Falk", "Eva Falk-Moen")
    tie = "BEGIN:VCARD\nFN:Ada\nRELATED;TYPE=friend:x:1\nEND:VCARD\n"
    vault.write({"in.vcf": "".join(map(card.format, names)) + tie})
    new = vault("import", "vcard", "in.vcf", "--format", "json").json["data"]["new"]
    assert new[2]["values"] == {"name": ["Ada"]}  # whose friend nobody can tell
    told = vault("import", "vcard", "in.vcf").out.splitlines()
    assert told == [
        "new: contacts/eva-moen.md  Eva Moen",
        "new: contacts/zoe-falk.md  Zoe Falk",
        "new: contacts/ada.md  Ada",
        '    left out: a tie to "x:1", which is the card of nobody here, or of several',
        f"already there: contacts/eva-moen.md  same card{EARLIER}",
        "    aliases: Eva Falk-Moen",
    ]


def test_a_note_that_cannot_be_read_may_be_theirs(vault: Commands) -> None:
    vault.write({"contacts/eva-moen.md": "no front matter"})
    (line,) = vault("import", "csv", table(vault, "Eva Moen,,\n")).out.splitlines()
    because = "a note that cannot be read may be theirs"
    assert line == f"unclear: line 2, Eva Moen: {because}: contacts/eva-moen.md"


def test_who_may_be_several_is_not_clear(vault: Commands) -> None:
    vault.write({"contacts/b.md": "---\nname: Ben Ito\nemail: b@x.example\n---\n"})
    result = vault("import", "csv", table(vault, "Ben Ito,,\n"))
    assert result.out == (
        "unclear: line 2, Ben Ito: two have this name: contacts/b.md, contacts/ben.md\n"
    )
    assert vault("import", "csv", table(vault, "Ben Ito,b@x.example,\n")).out.startswith("already")


def test_two_of_a_name_in_one_file_get_a_note_each_and_the_same_record_one(
    vault: Commands,
) -> None:
    rows = "Eva Moen,,A\nEva Moen,,B\nEva Moen,,A\nEva Moen,e@x.example,\nE. Moen,e@x.example,\n"
    file = table(vault, rows)
    result = vault("import", "csv", file, "--write")
    assert result.out.splitlines()[:5] == [
        "made: contacts/eva-moen.md  Eva Moen",
        "made: contacts/eva-moen-2.md  Eva Moen",
        "made: contacts/eva-moen-3.md  Eva Moen",
        f"already there: contacts/eva-moen.md  the same record{EARLIER}",
        f"already there: contacts/eva-moen-3.md  same e-mail e@x.example{EARLIER}",
    ]
    before = snapshot(vault.root / "contacts")
    again = vault("import", "csv", file, "--write")
    assert again.err.startswith("0 new, 2 already there, 3 unclear")
    assert snapshot(vault.root / "contacts") == before


@pytest.mark.parametrize(
    ("row", "path"),
    [
        ("🙂,smile@x.example,", "contacts/smile.md"),
        ("🙂,,", "contacts/person.md"),
        ("Иван Петров,,", "contacts/иван-петров.md"),
        ("Tara,,", "contacts/tara-2.md"),  # the id is somebody else's
        ("TARA!,,", "contacts/tara-2.md"),
    ],
)
def test_every_name_has_an_id(vault: Commands, row: str, path: str) -> None:
    assert vault("import", "csv", table(vault, f"{row}\n")).out.startswith(f"new: {path}  ")


def test_who_would_make_an_error_elsewhere_is_not_made(vault: Commands) -> None:
    vault.write({"contacts/ben.md": "---\nname: Ben Ito\nknows: [Eva Moen 3]\n---\n"})
    rows = "Eva Moen,a@x.example,\nAda,,\nEva Moen,b@x.example,\nZoe,,\n"
    result = vault("import", "csv", table(vault, rows), "--write")
    assert result.code == 1
    assert result.out.splitlines() == [
        "made: contacts/eva-moen.md  Eva Moen",
        "made: contacts/ada.md  Ada",
        "made: contacts/zoe.md  Zoe",
        f"error: line 4: it would make an error in contacts/ben.md:3: {TWO}",
    ]
    assert vault("check").code == 0


def test_an_error_of_the_vault_stops_no_import(vault: Commands) -> None:
    vault.write({"contacts/ben.md": "---\nname: Ben Ito\nknows: [eva-moem 3]\n---\n"})
    assert vault("import", "csv", table(vault, "Eva Moen,,\n"), "--write").code == 0
    assert (vault.root / "contacts" / "eva-moen.md").exists()


def test_an_alias_that_is_somebody_elses_name_is_left_out(vault: Commands) -> None:
    file = table(vault, '"Eva Moen","Evi; Tara Lindqvist"\n', "name,aliases\n")
    data = vault("import", "csv", file, "--format", "json").json["data"]["new"][0]
    assert data["values"]["aliases"] == ["Evi"]
    assert data["left_out"] == ['alias "Tara Lindqvist", as somebody else is called so']


def test_lines_to_paste_are_all_that_was_missing(vault: Commands) -> None:
    vault.write(
        {
            "contacts/tara.md": "---\nname: Tara Lindqvist\nemail: a@x.example\nrole: VP\n"
            'phone: "+47 (22) 33"\nx_pets: cat\n---\n'
        }
    )
    rows = '"Lindqvist, Tara",a@x.example; b@x.example,CTO,+472233,nordics; sea,dog\n'
    file = table(vault, rows, "name,email,role,phone,tags,x_pets\n")
    (known,) = vault("import", "csv", file, "--format", "json").json["data"]["known"]
    assert known["lines"] == [
        *("email:", "  - a@x.example", "  - b@x.example"),
        *("tags:", "  - nordics", "  - sea"),
    ]
    assert known["other"] == ["role: CTO   (now: VP)", "x_pets: dog   (now: cat)"]
    other = [line.partition("   (now")[0] for line in known["other"]]
    pasted = "\n".join(("name: Tara Lindqvist", *known["lines"], *other, "phone: +472233"))
    vault.write({"contacts/tara.md": f"---\n{pasted}\n---\n"})
    (known,) = vault("import", "csv", file, "--format", "json").json["data"]["known"]
    assert (known["lines"], known["other"]) == ([], [])


def test_ties_lead_to_people_of_the_file_and_of_the_vault(vault: Commands) -> None:
    ben = next(
        line.removeprefix("UID:")
        for card in vault("export", "vcard").out.split("BEGIN:VCARD")
        for line in card.splitlines()
        if line.startswith("UID:") and "FN:Ben Ito" in card
    )
    vault.write(
        {
            "../in.vcf": "BEGIN:VCARD\nFN:Eva\nUID:urn:uuid:1\nRELATED;TYPE=friend:urn:uuid:2\n"
            f"RELATED;TYPE=contact:{ben}\nRELATED;TYPE=contact:urn:uuid:1\n"
            f"RELATED;TYPE=contact:urn:uuid:9\nX-INTRODUCED-BY:{ben}\nEND:VCARD\n"
            "BEGIN:VCARD\nFN:Ada\nUID:urn:uuid:2\nEND:VCARD\n"
            f"BEGIN:VCARD\nFN:Tara Lindqvist\nRELATED;TYPE=contact:urn:uuid:2\n"
            "X-INTRODUCED-BY:urn:uuid:1\n"
            f"RELATED;TYPE=contact:{ben}\nEND:VCARD\n"
        }
    )
    data = vault("import", "vcard", "../in.vcf", "--write", "--format", "json").json["data"]
    assert data["new"][0]["values"] == {
        "name": ["Eva"],
        "knows": ["ada friend", "ben"],
        "introduced_by": ["ben"],
    }
    assert data["known"][0]["lines"] == [
        "knows: ada",
        "introduced_by: eva",
    ]  # ben's own note has the other tie
    assert vault("check").code == 0
