"""People from vCards of every age, and from files that are not quite vCards."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.interop.incoming.cards import read_cards
from site_builder.interop.incoming.person import Incoming, WrongFileError
from site_builder.parsing.text_decode import CONTROL

OLD = """\
BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=B8en;Eva;;;
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Eva=20=
M=C3=B8en
TEL;CELL:+47 22
TEL;WORK;PREF:+47 33
EMAIL;INTERNET:eva@northwind.example
NOTE;ENCODING=QUOTED-PRINTABLE:two=0D=0Alines
PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ
 SkZJRgABAQ
ORG:Northwind;Platform
END:VCARD
"""
APPLE = """\
BEGIN:VCARD
VERSION:3.0
N:Ito;Ben;;Dr.;
FN:Dr. Ben Ito
NICKNAME:Benny,BI
item1.EMAIL;type=INTERNET;type=pref:ben@contoso.example
item1.X-ABLabel:_$!<Work>!$_
item2.X-ABRELATEDNAMES;type=pref:Tara Lindqvist
item2.X-ABLabel:_$!<Friend>!$_
item3.URL;type=pref:https\\://ben.example/me
X-SOCIALPROFILE;type=linkedin:https://www.linkedin.com/in/ben-ito
ADR;type=HOME;type=pref:;;1 Long Street;Oslo;;0150;Norway
BDAY;X-APPLE-OMIT-YEAR=1604:1604-03-02
CATEGORIES:Rowing Club,2024
TITLE:Head\\, Platform
NOTE:Likes tea\\;\\nshort mails
END:VCARD
"""


def card(*lines: str) -> str:
    return "\n".join(("BEGIN:VCARD", "VERSION:4.0", *lines, "END:VCARD", ""))


def one(text: str) -> Incoming:
    people = read_cards(text)
    (found,) = people.found
    assert not people.skipped
    return found


def test_an_old_card_with_quoted_printable_and_bare_parameters() -> None:
    person = one(OLD)
    assert person.values == {
        "name": ("Eva Møen",),
        "email": ("eva@northwind.example",),
        "phone": ("+47 33", "+47 22"),  # the preferred one first
        "org": ("Northwind",),
    }
    assert person.note == "two\nlines"
    assert (person.line, person.left_out) == (1, ('department "Platform"',))


def test_a_card_as_apple_writes_it() -> None:
    person = one(APPLE)
    assert person.values == {
        "name": ("Dr. Ben Ito",),
        "aliases": ("Benny", "BI"),
        "email": ("ben@contoso.example",),
        "url": ("https://ben.example/me", "https://www.linkedin.com/in/ben-ito"),
        "role": ("Head, Platform",),
        "location": ("Oslo, Norway",),
        "tags": ("Rowing-Club",),
        "birthday": ("--03-02",),
    }
    assert person.note == "Likes tea;\nshort mails\nRelated: Tara Lindqvist (Friend)"
    assert person.left_out == ('tags "2024"',)


@pytest.mark.parametrize(
    ("line", "key", "wanted"),
    [
        ("EMAIL:mailto:a@b.example", "email", ("a@b.example",)),
        ("EMAIL:Ada B. <mailto:a@b.example>", "email", ("a@b.example",)),
        ("EMAIL:a <b> c@d.example", "email", ()),
        ("EMAIL:n/a", "email", ()),
        ("TEL;VALUE=uri:tel:+47-22", "phone", ("+47-22",)),
        ("BDAY:19800302", "birthday", ("1980-03-02",)),
        ("BDAY:1980-03-02T00:00:00Z", "birthday", ("1980-03-02",)),
        ("BDAY:--0302", "birthday", ("--03-02",)),
        ("BDAY;VALUE=text:circa 1800", "birthday", ("circa 1800",)),
        ("TZ:Europe/Oslo", "timezone", ("Europe/Oslo",)),
        ("TZ:-0500", "timezone", ()),
        ("LANG:nb", "language", ("nb",)),
        ("URL:javascript:alert(1)", "url", ()),
        ("ADR:;;;;Lazio;;Italia", "location", ("Lazio, Italia",)),
        ("ADR:;;Street 1", "location", ()),
        ('EMAIL;TYPE="work,home":a@b.example', "email", ("a@b.example",)),
        ('EMAIL;TYPE="work:a@b.example', "email", ("a@b.example",)),
        ("email;type=work:a@b.example", "email", ("a@b.example",)),
        ("ORG:A\\; B\\, C;", "org", ("A; B, C",)),
        ("ROLE:Cook", "role", ("Cook",)),
        ("TITLE:a\tb\x1bc\u2028d", "role", ("a b c d",)),
    ],
)
def test_a_value_is_taken_as_the_format_wants_it(
    line: str, key: str, wanted: tuple[str, ...]
) -> None:
    person = one(card("FN:Ada", line))
    assert person.values.get(key, ()) == wanted
    assert bool(person.left_out) == (not wanted and key != "location")


def test_a_broken_line_is_told_and_costs_no_other() -> None:
    person = one(card("FN:Ada", "no property", "TEL:1"))
    assert person.values["phone"] == ("1",)
    assert person.left_out == ("line 4, which is none of a card",)


def test_a_card_that_does_not_end_is_told_and_costs_no_other() -> None:
    people = read_cards("BEGIN:VCARD\nFN:Cut\n" + card("FN:Ada") + "BEGIN:VCARD\nFN:Cut too\n")
    assert [person.name for person in people.found] == ["Ada"]
    assert [(one.line, one.broken) for one in people.skipped] == [(1, True), (7, True)]


def test_cards_that_were_joined_without_a_line_end_are_two() -> None:
    people = read_cards("BEGIN:VCARD\nFN:Ada\nEND:VCARDBEGIN:VCARD\nFN:Eva\nEND:VCARD")
    assert [person.name for person in people.found] == ["Ada", "Eva"]


def test_who_is_only_named_stands_in_the_note_however_it_is_written() -> None:
    person = one(
        card(
            *("FN:Ada", "RELATIONSHIP;TYPE=friend:Ben", "NEXTCLOUD1.RELATED;TYPE=spouse:Zoe Falk"),
            *("RELATED;TYPE=friend;VALUE=text:x:y", "CATEGORIES:myContacts,Band"),
            *("RELATED;TYPE=spouse;VALUE=Eva Moen:;", "RELATED;VALUE=text:;"),
        )
    )
    assert person.note == (
        "Related: Ben (friend)\nRelated: Zoe Falk (spouse)\nRelated: x:y (friend)\n"
        "Related: Eva Moen (spouse)"
    )
    assert (person.knows, person.values["tags"]) == ((), ("Band",))


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("FN:Northwind", "N:;;;;", "ORG:Northwind"), 'an organisation without a person, "Northw'),
        (("FN:X", "N:X;;;;", "ORG:X", "X-ABShowAs:COMPANY"), "an organisation without"),
        (("FN:X", "N:;;;;", "ORG:X Y", "X-ABShowAs:COMPANY"), "an organisation without"),
        (("ORG:Northwind",), "an organisation without a person"),
        (("KIND:group", "FN:All"), 'a group and no person, "All"'),
        (("KIND:ORG", "FN:All"), 'an organisation and no person, "All"'),
        (("X-KIND:location", "FN:All"), 'a place and no person, "All"'),
        (("X-ADDRESSBOOKSERVER-KIND:group", "FN:All"), 'a group and no person, "All"'),
        (("EMAIL:a@b.example",), 'it has no name, "a@b.example"'),
        (("TEL:1",), "it has no name"),
        (("FN:A@b.example", "EMAIL:a@b.example"), 'it has no name, "a@b.example"'),
        (("FN:+47 22", "TEL:+47 22"), "it has no name"),
        (("FN:+47 (22) 33-44", "TEL:+47223344"), "it has no name"),
    ],
)
def test_what_is_no_person_is_skipped(lines: tuple[str, ...], said: str) -> None:
    people = read_cards(card(*lines) + card("FN:Ada"))
    assert [person.name for person in people.found] == ["Ada"]
    ((skipped),) = people.skipped
    assert skipped.because.startswith(said)
    assert not skipped.broken


def test_the_parts_of_a_name_serve_where_the_whole_is_missing() -> None:
    assert one(card("N:Lindqvist;Tara;Ann;Dr.;MD")).name == "Dr. Tara Ann Lindqvist MD"
    assert one(card("FN:Lindqvist, Tara", "N:Lindqvist;Tara")).name == "Tara Lindqvist"
    assert one(card("FN:Lindqvist, Tara", "N:;Lindqvist\\, Tara")).name == "Lindqvist, Tara"
    firm = ("FN:Northwind", "ORG:Northwind", "X-ABShowAs:COMPANY")
    assert one(card("N:Moen;Eva", *firm)).values == {"name": ("Eva Moen",), "org": ("Northwind",)}
    assert one(card("FN:Eva Moen", "N:Moen;Eva", "ORG:Eva Moen")).name == "Eva Moen"
    assert one(card("NICKNAME:Tara,T")).values == {"name": ("Tara",), "aliases": ("T",)}


def test_ties_are_those_that_lead_to_a_card() -> None:
    person = one(
        card(
            *("FN:Ada", "UID:urn:uuid:1", "RELATED;TYPE=contact:urn:uuid:2"),
            *("RELATED;TYPE=friend,contact:urn:uuid:3", "RELATED;TYPE=met:urn:uuid:4"),
            *("RELATED;TYPE=emergency:urn:uuid:5", "RELATED;TYPE=friend;VALUE=text:Ben: the rower"),
            *("X-INTRODUCED-BY:urn:uuid:4",),
        )
    )
    assert person.knows == (("urn:uuid:2", ""), ("urn:uuid:3", "friend"))
    assert (person.uid, person.introduced_by) == ("urn:uuid:1", "urn:uuid:4")


def test_a_file_without_cards_says_what_it_looks_like() -> None:
    with pytest.raises(WrongFileError, match="build import google"):
        read_cards("First Name,Last Name,Organization Name,Labels\nEva,Moen,,\n")
    with pytest.raises(WrongFileError, match='found a file that begins "hello"'):
        read_cards("\nhello\n")


@given(st.lists(st.sampled_from(card("FN:A", "N:;;", 'X;A="b":c').split("\n")) | st.text()))
def test_no_file_breaks_the_reader(lines: list[str]) -> None:
    try:
        people = read_cards("\n".join(["BEGIN:VCARD", *lines]))
    except WrongFileError:
        return
    texts = [text for one in people.found for texts in one.values.values() for text in texts]
    assert not any(CONTROL.search(text) or text != text.strip() or not text for text in texts)
