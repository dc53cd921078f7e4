"""`build export vcard`: unfolded by another library, then read as RFC 6350 has it."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar.parser import Contentlines
from msgspec.structs import replace

from site_builder.interop.carried import carried
from site_builder.interop.gather import gather
from site_builder.interop.person_name import parts_of
from site_builder.interop.vcard import BEGINS, folded, vcards
from tests.support.commands import Commands
from tests.support.vaults import insights_of, people

UUID = r"urn:uuid:[0-9a-f-]{36}"
ONLY = gather(insights_of(people("tara"), "2026-11-22"))
ESCAPE = re.compile(r"\\(.)")
Card = dict[str, list[tuple[dict[str, str], str]]]


def lines_of(data: bytes) -> Iterator[tuple[str, dict[str, str], str]]:
    for line in Contentlines.from_ical(data.decode()):  # type: ignore[no-untyped-call]
        if line:
            head, _, value = str(line).partition(":")
            name, *params = head.split(";")
            yield name, dict(param.split("=") for param in params), value


def cards_of(printed: str) -> list[Card]:
    cards: list[Card] = []
    for name, params, value in lines_of(printed.encode()):
        if name == "BEGIN":
            cards.append({})
        cards[-1].setdefault(name, []).append((params, value))
    return cards


def text(value: str) -> str:
    return ESCAPE.sub(lambda sign: "\n" if sign[1] in "nN" else sign[1], value)


def parts(value: str, between: str = ";") -> list[str]:
    """Split at the sign where it is not escaped."""
    marked = re.sub(rf"(\\.)|{between}", lambda sign: sign[1] or "\0", value)
    return [text(part) for part in marked.split("\0")]


def one(card: Card, name: str) -> str:
    ((_, value),) = card[name]
    return value


def card_of(build: Commands, front: str, *words: str) -> Card:
    build.write({"contacts/a.md": f"---\n{front}\n---\n\nA *note*,\n\n- with; more\n"})
    (card,) = cards_of(build("export", "vcard", *words).out)
    return card


def test_a_card_has_what_an_address_book_can_hold(keys: Commands) -> None:
    _, _, tara = cards_of(keys("export", "vcard").out)
    assert [one(tara, name) for name in ("BEGIN", "VERSION", "KIND", "FN", "N", "TZ", "END")] == [
        *("VCARD", "4.0", "individual", "Tara Lindqvist", "Lindqvist;Tara;;;", "Europe/Oslo"),
        "VCARD",
    ]
    assert tara["EMAIL"] == [({"PREF": "1"}, "t@x.example"), ({}, "tara@x.example")]
    assert tara["TEL"] == [({}, "+47 22 33")]
    assert one(tara, "NICKNAME") == "TL"
    assert re.fullmatch(UUID, one(tara, "UID"))


def test_who_knows_whom_is_told_by_the_ids_of_cards(keys: Commands) -> None:
    me, sam, tara = cards_of(keys("export", "vcard").out)
    assert tara["RELATED"] == [
        ({"TYPE": "contact"}, one(sam, "UID")),
        ({"TYPE": "contact"}, one(me, "UID")),
        ({"TYPE": "met"}, one(sam, "UID")),
    ]
    assert one(tara, "X-INTRODUCED-BY") == one(sam, "UID")
    assert "RELATED" not in sam


def test_what_i_think_of_somebody_is_on_no_card(keys: Commands) -> None:
    printed = keys("export", "vcard").out
    assert not [word for word in ("shared a lab", "Likes", "sparingly", "call") if word in printed]
    noted = keys("export", "vcard", "--notes").out
    assert "NOTE:Likes short mails.\\none question\\, says Sam Okafor\r\n" in noted
    assert not [word for word in ("shared a lab", "sparingly", "call") if word in noted]


def test_signs_with_a_meaning_are_escaped_where_they_have_it(build: Commands) -> None:
    card = card_of(
        build,
        'name: A, B; C\norg: "Semi; Comma, Back\\\\"\nlocation: Oslo, Norway\nrole: a; b, c\n'
        'aliases: ["A, B", "C; D"]\ntags: [x, y]',
        "--notes",
    )
    assert text(one(card, "FN")) == "A, B; C"
    assert parts(one(card, "N")) == ["", "A, B; C", "", "", ""]
    assert parts(one(card, "ORG")) == ["Semi; Comma, Back\\"]
    assert parts(one(card, "ADR")) == ["", "", "", "Oslo, Norway", "", "", ""]
    assert parts(one(card, "NICKNAME"), ",") == ["A, B", "C; D"]
    assert one(card, "TITLE") == "a; b\\, c"
    assert one(card, "CATEGORIES") == "x,y"
    assert text(one(card, "NOTE")) == "A note,\nwith; more"


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://x.example/a;b,c?d=ø e#f", "https://x.example/a;b%2Cc?d=%C3%B8%20e#f"),
        ("https://x.example/%20", "https://x.example/%20"),
        ("x.example:8080/y", "x.example:8080/y"),
        ("x.example", "x.example"),
        ("javascript:alert(1)", None),
        ("DATA:text/html,x", None),
    ],
)
def test_an_address_is_one_or_is_left_out(build: Commands, url: str, address: str | None) -> None:
    card = card_of(build, f'name: A\nurl: "{url}"')
    assert [value for _, value in card.get("URL", [])] == ([address] if address else [])


@pytest.mark.parametrize(
    ("language", "written"), [("nb", ["nb"]), ("pt-BR", ["pt-BR"]), ("Norwegian, English", [])]
)
def test_a_language_is_written_where_it_has_a_tag(
    build: Commands, language: str, written: list[str]
) -> None:
    card = card_of(build, f"name: A\nlanguage: {language}")
    assert [value for _, value in card.get("LANG", [])] == written


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Tara Lindqvist", ("Lindqvist", "Tara", "", "", "")),
        ("Tara", ("", "Tara", "", "", "")),
        ("Prof. Dr. Ludwig van Beethoven", ("van Beethoven", "Ludwig", "", "Prof. Dr.", "")),
        ("Dr.", ("", "Dr.", "", "", "")),
        ("田中 太郎", ("", "田中 太郎", "", "", "")),
        ("Lindqvist, Tara", ("", "Lindqvist, Tara", "", "", "")),
        ("د. عبد الرحمن الفلاحي", ("الفلاحي", "عبد الرحمن", "", "د.", "")),
    ],
)
def test_a_name_has_the_parts_that_this_program_greets_by(
    name: str, wanted: tuple[str, ...]
) -> None:
    assert parts_of(name) == wanted


@pytest.mark.parametrize(
    ("name", "called", "wanted"),
    [
        ("Nguyen Thi Thao", "Thao", ("Nguyen Thi", "Thao", "", "", "")),
        ("Dr. Anna Maria Berg", "Anna Maria", ("Berg", "Anna Maria", "", "Dr.", "")),
        ("山田 太郎", "太郎", ("山田", "太郎", "", "", "")),
        ("Robert Hale", "Bob", ("Hale", "Robert", "", "", "")),
        ("Madonna", "Madonna", ("", "Madonna", "", "", "")),
    ],
)
def test_what_somebody_is_called_parts_their_name(
    name: str, called: str, wanted: tuple[str, ...]
) -> None:
    assert parts_of(name, called) == wanted


def test_a_card_has_what_somebody_is_called_as_given_name_and_no_nickname(build: Commands) -> None:
    card = card_of(build, "name: Nagy Anna\ncalled: Anna")
    assert [value for _, value in card["N"]] == ["Nagy;Anna;;;"]
    assert "NICKNAME" not in card


@given(st.text())
def test_a_line_is_folded_at_75_octets_and_never_within_a_character(words: str) -> None:
    line = "NOTE:" + carried(words).replace("\n", "\\n")
    data = folded(line)
    pieces = data.split(b"\r\n")
    assert pieces.pop() == b""
    assert max(map(len, pieces)) <= 75
    assert all(piece.decode().startswith(" ") for piece in pieces[1:])
    assert data.decode().replace("\r\n ", "") == f"{line}\r\n"


@given(st.text(), st.text(), st.text())
def test_any_text_comes_back_as_it_was(name: str, org: str, alias: str) -> None:
    person = replace(ONLY.contacts[0], name=name, org=org, aliases=(alias, "x"), notes=name)
    (card,) = cards_of(vcards(replace(ONLY, contacts=(person,)), notes=True).decode())
    assert text(one(card, "FN")) == carried(name)
    assert [text(value) for _, value in card.get("NOTE", [({}, "")])] == [carried(name)]
    assert parts(card.get("ORG", [({}, "")])[0][1]) == [carried(org)]
    assert parts(one(card, "NICKNAME"), ",") == [carried(alias), "x"]
    assert len(parts(one(card, "N"))) == 5


def test_the_file_is_known_again_and_has_no_bare_line_end(keys: Commands) -> None:
    printed = keys("export", "vcard", "--notes").out
    assert printed.encode().startswith(BEGINS)
    assert "\n" not in printed.replace("\r\n", "")
    for _ in range(2):
        assert keys("export", "vcard", "-o", "people.vcf").code == 0
    assert keys("export", "csv", "-o", "people.vcf").code == 2


def test_an_id_stays_when_all_else_changes(build: Commands) -> None:
    before = one(card_of(build, "name: A"), "UID")
    after = one(card_of(build, "name: B\norg: X\nemail: b@x.example"), "UID")
    assert before == after
