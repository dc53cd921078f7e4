"""What of a card has no place in a note, and what has one under another name."""

import pytest

from tests.interop.incoming.test_cards import card, one


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("IMPP;TYPE=home:xmpp:ada@x.example",), 'IMPP "xmpp:ada@x.example"'),
        (
            ("item1.X-ABDATE:2010-06-12", "item1.X-ABLabel:_$!<Anniversary>!$_"),
            'X-ABDATE "2010-06-12" (Anniversary)',
        ),
        (("TITLE:Cook", "ROLE:Chef"), 'role "Chef", as there is one before it'),
        (("ROLE:Chef", "TITLE:Cook"), 'role "Chef", as there is one before it'),
        (("X-KIND:individual",), ""),
        (("TEL;WORK;FAX:+47 1",), 'fax "+47 1"'),
        (('TEL;TYPE="home,fax";VALUE=uri:tel:+47-1',), 'fax "+47-1"'),
        (("TEL;TYPE=X-Evolution-Telex:1",), 'telex "1"'),
        (("TEL;TYPE=CELL,PAGER:1",), 'pager "1"'),
        (("a.TEL;TYPE=X-work fax:1", "a.X-ABLABEL:work fax"), 'fax "1"'),
        (("a.TEL;TYPE=VOICE:1", "a.X-ABLabel:_$!<HomeFAX>!$_"), 'fax "1"'),
        (("X-SOCIALPROFILE;TYPE=MASTODON:@ada@x.example",), 'X-SOCIALPROFILE "@ada@x.example"'),
        (("RELATED;TYPE=emergency:urn:uuid:2",), 'RELATED "urn:uuid:2"'),
        (("X-MS-OL-DESIGN:<card>", "REV:2026", "X-ABUID:1", "PHOTO:x", "IMPP:"), ""),
        (("ITEM1.X-PM-ENCRYPT:true", "VND-63-MEMOJI-DETAILS:YnBsaXN0", "X-PMX:1"), 'X-PMX "1"'),
        (("HOBBY:" + "x" * 101,), 'HOBBY "' + "x" * 100 + '…"'),
        (("a", "b", "c", "d"), "4 lines from line 4, which are none of a card"),
    ],
)
def test_what_no_note_has_a_place_for_is_told(lines: tuple[str, ...], told: str) -> None:
    assert one(card("FN:Ada", *lines)).left_out == tuple(filter(None, [told]))


@pytest.mark.parametrize(
    "line", ["TEL;TYPE=HOME,VOICE,FAX:1", "a.TEL;TYPE=WORK:1\na.X-ABLabel:Halifax", "TEL:1"]
)
def test_a_number_that_somebody_may_answer_is_a_phone(line: str) -> None:
    person = one(card("FN:Ada", "TEL;FAX:2", line))
    assert (person.values["phone"], person.left_out) == (("1",), ('fax "2"',))


def test_a_property_that_names_somebody_tells_how_they_are_related() -> None:
    lines = ("X-SPOUSE:Ben Ito", "X-EVOLUTION-SPOUSE:Ben Ito", "X-KADDRESSBOOK-X-ManagersName:Zoe")
    person = one(card("FN:Ada", *lines))
    assert (person.note, person.left_out) == (
        "Related: Ben Ito (spouse)\nRelated: Zoe (manager)",
        (),
    )


def test_other_names_are_aliases_in_whatever_way_they_are_written() -> None:
    nick = "X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Adi;1;;;"
    person = one(card("FN;ALTID=1;PREF=2:Ада", "FN;ALTID=1;PREF=1:Ada", nick, "NICKNAME:A,Adi"))
    assert person.values == {"name": ("Ada",), "aliases": ("Ада", "A", "Adi")}


def test_a_card_within_a_card_is_told_and_costs_no_other() -> None:
    inner = card("FN:Fred", "TEL:2").rstrip("\n")
    person = one(card("FN:Ada", "AGENT:", inner, "TEL:1"))
    assert (person.name, person.values["phone"]) == ("Ada", ("1",))
    assert person.left_out == ("AGENT, a card within this one",)
