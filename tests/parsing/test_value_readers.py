"""Each field's reader: what it takes, what it refuses, and the words of the refusal."""

import pytest

from site_builder.model.duration import Duration
from site_builder.model.intro import Step
from site_builder.parsing.fields import CONTACT_FIELDS, INTRO_FIELDS
from site_builder.parsing.front_matter import Scalar
from site_builder.parsing.value_readers import Wrong
from site_builder.source import Span
from tests.support.vaults import contact_of, document_of, excerpt, intro_of

FIELDS = {**CONTACT_FIELDS, **INTRO_FIELDS}


def read(key: str, text: str) -> object:
    """Read one value of a field."""
    return FIELDS[key].reader.read(Scalar(text, Span(2, 5, 2, 5 + len(text))))


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("location", "no", "no"),
        ("phone", "01234", "01234"),
        ("closeness", "1", 1),
        ("closeness", "5", 5),
        ("me", "true", True),
        ("me", "Yes", True),
        ("draft", "no", False),
        ("draft", "FALSE", False),
        ("ask", "sparingly", "sparingly"),
        ("cadence", "14d", Duration(14, "d")),
        ("cadence", "6w", Duration(6, "w")),
        ("cadence", "3m", Duration(3, "m")),
        ("cadence", "1y", Duration(1, "y")),
        ("cadence", "999y", Duration(999, "y")),
        ("cadence", "99999d", Duration(99_999, "d")),
        ("met_on", "2019", "2019"),
        ("met_on", "2019-05", "2019-05"),
        ("met_on", "2024-02-29", "2024-02-29"),
        ("email", "tara@northwind.example", "tara@northwind.example"),
        ("email", "é@例え.example", "é@例え.example"),
        ("timezone", "America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"),
        ("timezone", "UTC", "UTC"),
        ("timezone", "Etc/GMT+5", "Etc/GMT+5"),
        ("tags", "#nordics", "nordics"),
        ("tags", "a/b-c_d", "a/b-c_d"),
        ("tags", "été", "été"),
        ("tags", "संपादन", "संपादन"),
        ("tags", "ที่ปรึกษา/ไทย", "ที่ปรึกษา/ไทย"),
        ("tags", "2024-plans", "2024-plans"),
    ],
)
def test_a_value_is_read_as_its_field_means_it(key: str, text: str, value: object) -> None:
    found = read(key, text)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("key", "text"),
    [
        *(("closeness", text) for text in ["0", "6", "3.5", "-1", "²", "٣", "close", "3 "]),
        *(("last_contact", text) for text in ["2026-6-3", "2026-06", "03.06.2026", "today"]),
        *(("last_contact", text) for text in ["2026-13-01", "2026-02-30", "0000-01-01"]),
        *(("deadline", text) for text in ["2026-06-03T10:00", "٢٠٢٦-٠٦-٠٣", "2026-06-03x"]),
        *(("met_on", text) for text in ["19", "2019-13", "2019-5", "2019-02-30", "0000"]),
        *(
            ("cadence", text)
            for text in ["14", "0d", "2 w", "-1d", "1h", "100000d", "10000w", "10000m", "1000y"]
        ),
        *(("me", text) for text in ["1", "maybe", "on"]),
        *(("ask", text) for text in ["Yes!", "never", "rarely"]),
        *(("email", text) for text in ["tara", "@x", "a@", "a b@c", "Tara <t@x.example>", "a@b@c"]),
        *(("timezone", text) for text in ["GMT+1!", "Europe Stockholm", "/", "1"]),
        *(("tags", text) for text in ["123", "#", "a b", "a,b", "#1"]),
        *(("ignore", text) for text in ["No-Goal x", "no_goal", "-x", "9"]),
        *(("standing", text) for text in ["ana", "0.5", "ana 2", "ana -1", "ana 1.5", "ana 0,5"]),
        *(("next", text) for text in ["soon", "2026-02-30 x", "2026-1-1 x"]),
        *(("introduced_by", text) for text in ["[[ana]", "ana]]", "[[]]", "[[a]] b", "[a]"]),
    ],
)
def test_what_cannot_be_read_is_refused(key: str, text: str) -> None:
    assert isinstance(read(key, text), Wrong)


@pytest.mark.parametrize("key", ["last_contact", "met_on", "next"])
def test_a_day_that_does_not_exist_is_told_so(key: str) -> None:
    found = read(key, "2026-02-30")
    assert isinstance(found, Wrong)
    assert found.cure == "this day is not in the calendar"


@pytest.mark.parametrize(
    ("written", "name", "marked"),
    [
        ("tara-lindqvist", "tara-lindqvist", "tara-lindqvist"),
        ("Tara Lindqvist", "Tara Lindqvist", "Tara Lindqvist"),
        ('"[[tara-lindqvist]]"', "tara-lindqvist", "tara-lindqvist"),
        ('"[[tara-lindqvist|Tara]]"', "tara-lindqvist", "tara-lindqvist"),
        ('"[[ tara | Tara ]]"', "tara", "tara"),
        ('"[[contacts/tara.md]]"', "tara", "contacts/tara.md"),
        ('"[[friends/tara#Log|T]]"', "friends/tara", "friends/tara#Log"),
        ("contacts/friends/tara", "tara", "contacts/friends/tara"),
        ("AC/DC Smith", "AC/DC Smith", "AC/DC Smith"),
        ('"😀 Tara"', "😀 Tara", "😀 Tara"),
        ("'  tara '", "tara", "tara"),
    ],
)
def test_a_person_is_named_in_several_ways(written: str, name: str, marked: str) -> None:
    document = document_of(f"---\ntarget: {written}\nintroducer: ana\n---\n", "intros/a.md")
    intro = document.record
    assert not document.faults
    assert intro is not None
    person = getattr(intro, "target", None)
    assert person is not None
    assert person.name == name
    assert excerpt(document, person.span) == marked


@pytest.mark.parametrize(
    ("weight", "value"), [("0", 0), ("1", 1), ("0.8", 0.8), (".5", 0.5), ("1.0", 1)]
)
def test_a_standing_names_a_person_and_a_number(weight: str, value: float) -> None:
    (line,) = contact_of(f"---\nname: T\nstanding: [Ben Ito {weight}]\n---\n").standing
    assert (line.other.name, line.weight) == ("Ben Ito", value)


def test_a_planned_step_is_a_day_and_a_text() -> None:
    text = "---\ntarget: a\nintroducer: b\nnext: 2026-12-01  write again: soon\n---\n"
    faulty = document_of(text, "intros/a.md")
    assert [fault.check for fault in faulty.faults] == ["invalid-yaml"]
    intro = intro_of(text.replace(": soon", ", soon"))
    assert isinstance(intro.next, Step)
    assert (str(intro.next.date), intro.next.text) == ("2026-12-01", "write again, soon")


def test_a_step_may_be_a_day_alone() -> None:
    intro = intro_of("---\ntarget: a\nintroducer: b\nnext: 2026-12-01\n---\n")
    assert intro.next is not None
    assert intro.next.text == ""


def test_a_waiver_is_a_check_and_a_reason() -> None:
    document = document_of("---\nname: T\nignore: [unknown-tie met today, no-goal]\n---\n")
    assert document.record is not None
    one, two = document.record.ignore
    assert (one.check, one.reason) == ("unknown-tie", "met today")
    assert (two.check, two.reason) == ("no-goal", "")
    assert excerpt(document, one.span) == "unknown-tie"
