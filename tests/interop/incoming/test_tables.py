"""People from Google's and LinkedIn's CSV files."""

from time import perf_counter

import pytest

from site_builder.interop.incoming.google import read_google
from site_builder.interop.incoming.linkedin import day_of, read_linkedin
from site_builder.interop.incoming.person import People, WrongFileError

GOOGLE = (
    "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,"
    "Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,"
    "Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,"
    "E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - City,"
    "Address 1 - Region,Address 1 - Country,Relation 1 - Label,Relation 1 - Value,"
    "Website 1 - Value\n"
)
EVA = (
    'Eva,,Moen,,,,,,Evi,,Northwind,VP,,1980-03-02,"Likes tea,\n## short mails",,'
    "* myContacts ::: Rowing Club ::: * starred,* Work,eva@northwind.example,,n/a,Mobile,"
    "+47 22 ::: +47 33,Oslo,,Norway,friend,Ben Ito,https://eva.example/me\n"
)
OLD_GOOGLE = (
    "Name,Given Name,Additional Name,Family Name,Nickname,Birthday,Notes,Language,"
    "Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,"
    "Organization 1 - Type,Organization 1 - Name,Organization 1 - Title\n"
    "Ben Ito,Ben,,Ito,,,,nb,* My Contacts ::: Band,* Work,ben@x.example,Mobile,1,,Contoso,Cook\n"
)
LINKEDIN = (
    'Notes:\n"When exporting your connection data, you may notice that some of the email addresses '
    'are missing."\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\n'
)


def rows(people: People) -> list[tuple[int, str]]:
    return [(one.line, one.because) for one in people.skipped]


def test_a_row_of_google_of_2024() -> None:
    (person,) = read_google(GOOGLE + EVA).found
    assert person.values == {
        "name": ("Eva Moen",),
        "aliases": ("Evi",),
        "email": ("eva@northwind.example",),
        "phone": ("+47 22", "+47 33"),
        "url": ("https://eva.example/me",),
        "org": ("Northwind",),
        "role": ("VP",),
        "location": ("Oslo, Norway",),
        "tags": ("Rowing-Club",),
        "birthday": ("1980-03-02",),
    }
    assert person.note == "Likes tea,\n## short mails\nRelated: Ben Ito (friend)"
    assert (person.line, person.left_out) == (2, ('email "n/a"',))


def test_a_row_of_google_before_2024() -> None:
    (person,) = read_google(OLD_GOOGLE).found
    assert person.values == {
        "name": ("Ben Ito",),
        "email": ("ben@x.example",),
        "phone": ("1",),
        "org": ("Contoso",),
        "role": ("Cook",),
        "language": ("nb",),
        "tags": ("Band",),
    }


def test_what_no_note_has_a_place_for_is_told_with_its_label() -> None:
    text = (
        "First Name,Phonetic First Name,File As,Organization Name,Organization Department,Photo,"
        "Labels,Address 1 - City,Address 1 - Country,Address 1 - Formatted,Address 2 - Formatted,"
        "Address 2 - City,Relation 1 - Label,Relation 1 - Value,Event 1 - Label,Event 1 - Value,"
        "Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value\n"
        "Eva,Ay-va,Moen,,Sales,https://x.example/p,,Oslo ::: Rome,Norway ::: Italy,x,y,Bern,"
        "Child,Bo ::: Di,* Anniversary,2011-07-01,* Work Fax,+47 1 ::: +47 2,Mobile,+47 3\n"
        "Ada,,,,,,,,,Quito,,,,,,,,,,\n"
    )
    eva, ada = read_google(text).found
    assert eva.left_out == (
        'location "Rome, Italy", as there is one before it',
        'location "Bern", as there is one before it',
        'Phonetic First Name "Ay-va"',
        'Organization Department "Sales"',
        'Event 1 "2011-07-01" (Anniversary)',
        'Phone 1 "+47 1 ::: +47 2" (Work Fax)',
    )
    assert eva.values["phone"] == ("+47 3",)
    assert eva.note == "Related: Bo (Child)\nRelated: Di (Child)"
    assert ada.left_out == ('Address 1 - Formatted "Quito"',)


def test_rows_of_google_without_a_person_are_skipped() -> None:
    firm = ",,,,,,,,,,Northwind AS,,,,,,* myContacts\n"
    mail = ",,,,,,,,,,,,,,,,,,info@x.example\n"
    people = read_google(GOOGLE + EVA + firm + mail + "Ada\n")
    assert [person.name for person in people.found] == ["Eva Moen", "Ada"]
    assert rows(people) == [
        (4, 'an organisation without a person, "Northwind AS"'),
        (5, 'it has no name, "info@x.example"'),
    ]


def test_a_nickname_serves_as_name_where_there_is_none() -> None:
    (person,) = read_google("First Name,Organization Name,Nickname\n,,Evi ::: E\n").found
    assert person.values == {"name": ("Evi",), "aliases": ("E",)}


def test_a_name_that_is_only_an_address_is_none() -> None:
    row = "a@b.example,,,,,,,,,,,,,,,,,,a@b.example\n"
    assert rows(read_google(GOOGLE + row)) == [(2, 'it has no name, "a@b.example"')]


def test_connections_of_linkedin_below_their_explanation() -> None:
    text = (
        f"{LINKEDIN}Eva,Moen,https://www.linkedin.com/in/eva-moen,,Northwind,CTO,08 Mar 2022\n"
        ',,,,,,\nBen,,,ben@x.example,"Contoso, Inc.",,7-Feb-22\n,,https://x.example/y,,,,\n'
        "Ada,Moyer,,,,,soon\n"
    )
    people = read_linkedin(text)
    eva, ben, ada = people.found
    assert eva.values == {
        "name": ("Eva Moen",),
        "url": ("https://www.linkedin.com/in/eva-moen",),
        "org": ("Northwind",),
        "role": ("CTO",),
        "linkedin_since": ("2022-03-08",),
    }
    assert (ben.line, ben.values["org"], ben.values["linkedin_since"]) == (
        7,
        ("Contoso, Inc.",),
        ("2022-02-07",),
    )
    assert ada.left_out == ('Connected On "soon"',)
    assert rows(people) == [(8, "a member who shows no name")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("08 Mar 2022", "2022-03-08"),
        ("7-Feb-22", "2022-02-07"),
        ("2022-03-08", "2022-03-08"),
        ("1 September 2021", "2021-09-01"),
        ("31 Feb 2022", ""),
        ("1 Foo 2022", ""),
        ("9 Sept 2021", "2021-09-09"),
        ("5 May 2021", "2021-05-05"),
        ("5 marras 2021", ""),  # November in Finnish
        ("", ""),
    ],
)
def test_days_of_linkedin(text: str, day: str) -> None:
    assert day_of(text) == day


def test_semicolons_and_tabs_part_cells_too() -> None:
    for sign in (";", "\t"):
        text = OLD_GOOGLE.replace(",", sign)
        assert [person.name for person in read_google(text).found] == ["Ben Ito"]


def test_a_row_with_too_many_cells_is_told_with_its_line() -> None:
    people = read_linkedin(LINKEDIN + "Eva,Moen,,,Northwind, Inc.,CTO,08 Mar 2022\nBen,,,,,,\n")
    assert [person.name for person in people.found] == ["Ben"]
    ((skipped),) = people.skipped
    assert (skipped.line, skipped.broken) == (5, True)
    assert skipped.because == "it has 8 cells and the header 7; quote its commas"


@pytest.mark.parametrize(
    ("row", "lines"),
    [
        ('Eva,"Moen,,,,,', [5]),
        ('Eva,"Moen "the" boss",,,,,', [5]),
        ('Eva,"Moen,,,Northwind\nand more of the cell,,,', [5, 6]),
    ],
)
def test_a_row_with_wrong_quotes_is_told_and_the_others_are_taken(
    row: str, lines: list[int]
) -> None:
    people = read_linkedin(f'{LINKEDIN}{row}\nBen,,,,"Oslo, Ltd",,\nTara,,,,,,\n')
    assert [person.name for person in people.found] == ["Ben", "Tara"]
    assert [one.line for one in people.skipped] == lines
    assert all(one.broken for one in people.skipped)
    assert people.skipped[0].because.startswith("a quote in it is not closed, one inside a cell")


@pytest.mark.parametrize("filler", ['"', '""', '"""', '"a\n', '"""\n', '"a""\n', ',"', '"\n\n'])
def test_wrong_quotes_without_end_are_read_in_linear_time(filler: str) -> None:
    begun = perf_counter()
    read_linkedin(LINKEDIN + filler * 20_000)
    assert perf_counter() - begun < 3


def test_a_file_is_not_said_to_be_what_it_was_taken_for() -> None:
    with pytest.raises(WrongFileError, match='begins "Vorname,Labels'):
        read_google("Vorname,Labels,E-mail 1 - Value\nEva,,e@x.example\n")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (LINKEDIN, "build import linkedin"),
        ("BEGIN:VCARD\nFN:A\n", "build import vcard"),
        ("name,email\nA,a@b.example\n", "build import csv"),
        ("Record ID,First Name,Last Name\n1,Eva,Moen\n", "a table of people: .*import csv"),
        ("CONVERSATION ID,FROM,CONTENT\n1,a,b\n", "which is never read"),
        ("From a@b.example Sun Nov 29\n", "build import mbox"),
        ("dn: cn=Eva Moen,mail=eva@a.example\nmail: eva@a.example\n", "LDIF.* exports vCards"),
        ("version: 1\n\ndn:: ZXZh\n", "this is LDIF, which is not read"),
        ("a,b\n1,2\n", 'expected the header of Google\'s CSV.*begins "a,b"'),
    ],
)
def test_another_kind_of_file_is_named(text: str, said: str) -> None:
    with pytest.raises(WrongFileError, match=said):
        read_google(text)
    with pytest.raises(WrongFileError, match="build import google"):
        read_linkedin(GOOGLE)
