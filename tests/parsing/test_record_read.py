"""A file's front matter becomes a record; a bad entry is a fault and never hides the next."""

import pytest

from site_builder.model.contact import Contact
from site_builder.model.document import Document, Fault
from site_builder.parsing.fields import CONTACT_FIELDS, INTRO_FIELDS
from site_builder.parsing.front_matter import Scalar
from site_builder.parsing.value_readers import Wrong
from site_builder.source import FILE_START, Span
from tests.support.vaults import document_of, excerpt


def contact(lines: str) -> Document:
    """Read a contact with these lines in its front matter."""
    return document_of(f"---\nname: Tara\n{lines}\n---\n")


def faults(lines: str) -> list[tuple[str, str, str, str]]:
    """Return check, key, what was found and the cure of each fault."""
    found = contact(lines).faults
    return [(fault.check, fault.key, fault.found, fault.cure) for fault in found]


def test_an_unknown_key_is_kept_and_shown_under_more() -> None:
    document = contact("favourite tea: [oolong, sencha]\nshoe size: 01")
    assert not document.faults
    assert document.record is not None
    assert document.record.more == (("favourite tea", ("oolong", "sencha")), ("shoe size", ("01",)))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("closness", "closeness"),
        ("emial", "email"),
        ("Email", "email"),
        ("last-contact", "last_contact"),
        ("tag", "tags"),
        ("mo", "me"),
        ("ur", "url"),
        ("m", "me"),
        ("visibilty", "visibility"),
        ("urls", "url"),
        ("ME", "me"),
        ("ogr", "org"),
        ("aks", "ask"),
    ],
)
def test_a_key_within_two_edits_of_a_known_one_is_questioned(typed: str, meant: str) -> None:
    document = contact(f"{typed}: x")
    assert faults(f"{typed}: x") == [("unknown-key", typed, typed, meant)]
    assert excerpt(document, document.faults[0].span) == typed
    assert document.record is not None
    assert document.record.more == ((typed, ("x",)),)


@pytest.mark.parametrize(
    "typed",
    ["x_closness", "x_email", "x_", "birthday", "is", "id", "y", "clsnss", "tel", "web", "age"],
)
def test_other_keys_are_not_questioned(typed: str) -> None:
    assert not faults(f"{typed}: x")


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("---\n---\n", ["name"]),
        ("---\nname:\n---\n", ["name"]),
        ('---\nname: ""\n---\n', ["name"]),
        ("---\nname: []\n---\n", ["name"]),
        ("---\nname: [a, b]\n---\n", []),
        ("---\nname: {a: b}\n---\n", []),
    ],
)
def test_a_missing_required_key_is_said_once(text: str, keys: list[str]) -> None:
    document = document_of(text)
    missing = [fault.key for fault in document.faults if fault.check == "missing-field"]
    assert missing == keys
    assert document.faults


def test_an_intro_needs_a_target_and_an_introducer() -> None:
    document = document_of("---\ntarget:\n---\n", "intros/a.md")
    assert document.faults == (
        Fault("missing-field", Span(2, 1, 2, 7), key="target", cure="tara-lindqvist"),
        Fault("missing-field", FILE_START, key="introducer", cure="sam-okafor"),
    )
    assert document.record is not None


def test_a_contact_without_a_name_is_called_by_its_file() -> None:
    document = document_of("---\nemail: a@b.example\n---\n", "contacts/friends/tara.md")
    assert isinstance(document.record, Contact)
    assert document.record.name == document.record.id == document.id == "tara"


def test_a_value_may_stand_in_a_list_and_a_list_may_be_one_value() -> None:
    document = contact("org: [Northwind]\nemail: a@b.example\ntags: []\nrole:")
    assert isinstance(document.record, Contact)
    assert not document.faults
    assert document.record.org == "Northwind"
    assert document.record.email == ("a@b.example",)
    assert (document.record.tags, document.record.role) == ((), "")


@pytest.mark.parametrize("line", ["closeness: ' '", "ask: ' '", "called: [' ', Bob]"])
def test_a_blank_where_one_value_stands_is_none(line: str) -> None:
    assert not faults(line)


def test_several_values_for_one_are_refused_as_a_whole() -> None:
    document = contact("org: [Northwind, Havn]")
    (fault,) = document.faults
    assert (fault.check, fault.found, fault.wanted) == ("invalid-value", "a list of 2", "one text")
    assert excerpt(document, fault.span) == "[Northwind, Havn]"


def test_an_unquoted_link_is_understood_with_a_hint() -> None:
    document = document_of(
        """
        ---
        target: [[tara|Tara L]]
        introducer: [[ana]]
        ---
        """,
        "intros/a.md",
    )
    assert [(fault.check, fault.key) for fault in document.faults] == [
        ("unquoted-link", "target"),
        ("unquoted-link", "introducer"),
    ]
    assert excerpt(document, document.faults[0].span) == "[[tara|Tara L]]"
    names = [getattr(document.record, key).name for key in ("target", "introducer")]
    assert names == ["tara", "ana"]


def test_an_unquoted_link_is_told_under_keys_of_ones_own_too() -> None:
    document = contact("coach: [[tara]]\nx_seen:\n  - [[ana]]\n  - ben")
    assert [(fault.check, fault.key) for fault in document.faults] == [
        ("unquoted-link", "coach"),
        ("unquoted-link", "x_seen"),
    ]
    assert excerpt(document, document.faults[1].span) == "[[ana]]"
    assert document.record
    assert document.record.more == (("coach", ("tara",)), ("x_seen", ("ana", "ben")))


def test_every_fault_of_a_file_is_reported_in_one_go() -> None:
    lines = "closeness: 7\nknows: [a 9, b 2, c 8]\nclosness: 1\nme: perhaps\nme: true"
    assert [(check, key, found) for check, key, found, _ in faults(lines)] == [
        ("duplicate-key", "me", "6"),
        ("invalid-value", "closeness", "7"),
        ("invalid-value", "knows", "9"),
        ("invalid-value", "knows", "8"),
        ("unknown-key", "closness", "closness"),
        ("invalid-value", "me", "perhaps"),
    ]


def test_each_value_says_where_it_stands() -> None:
    document = contact("org: 'Northwind'\ntags: [a, b]")
    assert document.record is not None
    assert excerpt(document, document.record.at("org")) == "'Northwind'"
    assert excerpt(document, document.record.at("tags")) == "[a, b]"
    assert document.record.at("role") == FILE_START


@pytest.mark.parametrize("fields", [CONTACT_FIELDS, INTRO_FIELDS])
def test_the_example_of_every_field_is_a_value_of_it(fields: dict[str, object]) -> None:
    for key, known in {**CONTACT_FIELDS, **INTRO_FIELDS}.items():
        if key not in fields:
            continue
        typed = known.example.strip("[]") if known.many else known.example
        value = known.reader.read(Scalar(typed, Span(2, 1, 2, 1 + len(typed))))
        assert not isinstance(value, Wrong), key


def test_every_field_has_a_meaning_and_says_what_it_takes() -> None:
    for key, known in {**CONTACT_FIELDS, **INTRO_FIELDS}.items():
        assert known.key == key
        assert known.meaning
        assert known.reader.wanted
        assert known.reader.schema
