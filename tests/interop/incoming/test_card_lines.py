"""Lines of vCards: folded ones, and those in quoted-printable."""

import pytest

from site_builder.interop.incoming.card_lines import CardLine, card_lines
from tests.interop.incoming.test_cards import card, one


def lines_of(text: str) -> list[CardLine]:
    return [line for line in card_lines(text) if isinstance(line, CardLine)]


@pytest.mark.parametrize(
    ("charset", "value"),
    [
        ("ISO-8859-1", "J=F8rgen"),
        ("utf-8", "J=C3=B8rgen"),
        ("nope", "J=C3=B8rgen"),
        ("utf-8", "J=F8rgen"),
    ],
)
def test_quoted_printable_is_in_its_charset_or_in_what_it_can_be(charset: str, value: str) -> None:
    line = f"FN;CHARSET={charset};ENCODING=QUOTED-PRINTABLE:{value}"
    assert one(card(line)).name == "Jørgen"


@pytest.mark.parametrize(
    ("value", "note"),
    [
        ("R=C3=B8de=20=C3=\n =A6bler=20=\n =C3=A5", "Røde æbler å"),  # Evolution
        ("St=C5=\n 99edn=C3=AD b=C5=99=\n C3=ADza", "Střední bříza"),  # KAddressBook
        ("b=C5=99=C3=\\n=ADza=\n \\n s=C3=ADla", "bříza síla"),
        ("r=C3=B8d=\n  og bl=C3=A5", "rød og blå"),
        ("r=C3=B8d og=\n bl=C3=A5", "rød og blå"),
        ("one=\n two=\nthree", "one twothree"),
    ],
)
def test_a_folded_line_of_quoted_printable_has_a_blank_or_none(value: str, note: str) -> None:
    assert one(card("FN:Ada", f"NOTE;ENCODING=QUOTED-PRINTABLE:{value}", "TEL:1")).note == note


def test_folded_lines_are_joined_and_pictures_passed_over() -> None:
    text = card("FN:Ada\n  Mo\n\tyer", "PHOTO:data:x\n " + "A" * 500, "LOGO;X=1:x", "TEL:1")
    assert [(line.name, line.value) for line in lines_of(text)][2:-1] == [
        ("FN", "Ada Moyer"),
        ("TEL", "1"),
    ]
