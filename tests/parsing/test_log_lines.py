"""Log lines: `DATE EVENT[ DATE2][: text]` in an intro, `DATE[ word]: text` in a contact."""

from datetime import date

import pytest

from site_builder.model.contact import Contact
from site_builder.model.document import Document
from site_builder.model.intro import EVENTS, Intro
from tests.support.vaults import document_of, excerpt


def intro_with(*lines: str) -> Document:
    """Read an introduction with these lines in its log."""
    body = "\n".join(lines)
    return document_of(f"---\ntarget: a\nintroducer: b\n---\n\n## Log\n\n{body}\n", "intros/a.md")


def contact_with(*lines: str) -> Document:
    """Read a contact with these lines in its log."""
    return document_of("---\nname: T\n---\n\n## Log\n\n" + "\n".join(lines) + "\n")


def events(document: Document) -> list[tuple[str, str, str, str]]:
    """Return day, word, text and marked text of each event."""
    assert isinstance(document.record, Intro)
    return [
        (str(event.date), event.word, event.text, excerpt(document, event.span))
        for event in document.record.events
    ]


def fault(document: Document) -> tuple[str, str, str, str]:
    """Return check, wanted, cure and marked text of the only fault."""
    (found,) = document.faults
    return found.check, found.wanted, found.cure, excerpt(document, found.span)


@pytest.mark.parametrize(
    ("line", "word", "text"),
    [
        ("- 2026-09-20 asked", "asked", ""),
        ("- 2026-09-20 asked: over lunch", "asked", "over lunch"),
        ("- 2026-09-20  asked  :  over: lunch  ", "asked", "over: lunch"),
        ("* 2026-09-20 opt-in-asked:", "opt-in-asked", ""),
        ("+ 2026-09-20 met: 😀 [[tara]]", "met", "😀 [[tara]]"),
        ("-\t2026-09-20\twrote", "wrote", ""),
        ("   - 2026-09-20 replied: #yes", "replied", "#yes"),
        ("- 2026-09-20 closed: won", "closed", "won"),
        ("- 2026-09-20 closed: lost, at last", "closed", "lost, at last"),
        ("- 2026-09-20 closed: withdrawn by me", "closed", "withdrawn by me"),
    ],
)
def test_a_line_is_a_day_an_event_and_a_text(line: str, word: str, text: str) -> None:
    document = intro_with(line)
    assert not document.faults
    assert events(document) == [("2026-09-20", word, text, line.strip("-*+ \t"))]


@pytest.mark.parametrize("word", sorted(set(EVENTS) - {"scheduled", "paused", "closed"}))
def test_every_event_of_the_format_is_known(word: str) -> None:
    document = intro_with(f"- 2026-09-20 {word}: x")
    assert not document.faults
    assert events(document)[0][1] == word


def test_there_are_eighteen_events() -> None:
    assert len(EVENTS) == 18
    assert all(kind.meaning for kind in EVENTS.values())


@pytest.mark.parametrize("word", ["scheduled", "paused"])
def test_scheduled_and_paused_have_a_second_date(word: str) -> None:
    document = intro_with(f"- 2026-09-20 {word} 2026-10-01: at noon")
    assert isinstance(document.record, Intro)
    assert document.record.events[0].until == date(2026, 10, 1)
    assert document.record.events[0].text == "at noon"


@pytest.mark.parametrize(
    ("line", "marked"),
    [
        ("scheduled", "scheduled"),
        ("scheduled: 2026-10-01", "scheduled"),
        ("paused 2026-02-30: x", "2026-02-30"),
        ("paused soon", "soon"),
        ("scheduled for 2026-10-01", "for"),
    ],
)
def test_a_missing_second_date_is_a_fault(line: str, marked: str) -> None:
    found = fault(intro_with(f"- 2026-09-20 {line}"))
    assert found == ("invalid-log-line", "second date", "", marked)


@pytest.mark.parametrize(
    ("line", "marked"),
    [
        ("wrote thanks", "thanks"),
        ("wrote thanks to her", "2026-09-20 wrote thanks to her"),
        ("asked — by mail", "2026-09-20 asked — by mail"),
        ("closed won", "won"),
        ("scheduled 2026-10-01 at noon", "2026-09-20 scheduled 2026-10-01 at noon"),
    ],
)
def test_a_text_without_a_colon_is_a_fault_where_it_stands(line: str, marked: str) -> None:
    assert fault(intro_with(f"- 2026-09-20 {line}")) == ("invalid-log-line", "colon", "", marked)


@pytest.mark.parametrize(("line", "column"), [("met m", 18), ("nudged ed: x", 21), ("wrote t", 20)])
def test_a_word_that_also_stands_inside_the_event_is_marked_itself(line: str, column: int) -> None:
    (found,) = intro_with(f"- 2026-09-20 {line}").faults
    assert (found.span.line, found.span.column) == (8, column)


@pytest.mark.parametrize("text", ["", ": ", ": maybe", ": Won", ": wonderful"])
def test_closed_says_won_lost_or_withdrawn(text: str) -> None:
    found = fault(intro_with(f"- 2026-09-20 closed{text}"))
    assert found == ("invalid-log-line", "outcome", "", "closed")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("asekd", "asked"),
        ("Asked", "asked"),
        ("REPLIED", "replied"),
        ("intoduced", "introduced"),
        ("opted-inn", "opted-in"),
        ("followed-up", "nudged"),
        ("sent", "wrote"),
        ("sang-to", ""),
    ],
)
def test_an_unknown_event_is_an_error_with_a_did_you_mean(word: str, meant: str) -> None:
    assert fault(intro_with(f"- 2026-09-20 {word}: x")) == ("unknown-event", "", meant, word)


@pytest.mark.parametrize(
    "line", ["2026-09-20:asked", "2026-09-20asked", "2026-09-20,asked", "2026-09-20;asked"]
)
def test_a_line_that_begins_with_a_date_is_never_passed_over(line: str) -> None:
    document = intro_with(f"- {line}")
    assert document.faults
    assert document.faults[0].span.line == 8


@pytest.mark.parametrize("line", ["2026-09-20", "2026-09-20: said hi", "2026-09-20 : said hi"])
def test_a_line_without_an_event_is_a_fault(line: str) -> None:
    assert fault(intro_with(f"- {line}")) == ("invalid-log-line", "event", "", line)


@pytest.mark.parametrize("day", ["2026-9-2", "20-09-2026", "2026/09/20", "2026.09.20", "26-9-20"])
def test_what_was_meant_as_a_date_is_a_fault_where_it_stands(day: str) -> None:
    assert fault(intro_with(f"- {day} asked")) == ("invalid-log-line", "date", "", day)


@pytest.mark.parametrize("day", ["2026-02-30", "2026-13-01", "0000-01-01"])
def test_a_day_that_does_not_exist_is_told_so(day: str) -> None:
    cure = "this day is not in the calendar"
    assert fault(intro_with(f"- {day} asked")) == ("invalid-log-line", "date", cure, day)
    assert fault(contact_with(f"- {day}: x")) == ("invalid-log-line", "date", cure, day)


def test_lines_are_sorted_by_date_and_keep_their_order_within_a_day() -> None:
    document = intro_with(
        "- 2026-09-23 wrote", "- 2026-09-20 asked", "- 2026-09-23 replied", "- 2026-09-21 agreed"
    )
    assert [word for _, word, _, _ in events(document)] == ["asked", "agreed", "wrote", "replied"]
    assert isinstance(document.record, Intro)
    assert [event.order for event in document.record.events] == [1, 3, 0, 2]


def test_one_bad_line_hides_no_other() -> None:
    document = intro_with("- 2026-09-20 askd", "- 2026-09-21 agreed", "- 2026-99-21 met")
    assert [found.check for found in document.faults] == ["unknown-event", "invalid-log-line"]
    assert [word for _, word, _, _ in events(document)] == ["agreed"]


@pytest.mark.parametrize(
    ("line", "word", "text"),
    [
        ("2026-06-03: met at the fair", "", "met at the fair"),
        ("2026-06-03 call: talked: a lot", "call", "talked: a lot"),
        ("2026-06-03", "", ""),
        ("2026-06-03:", "", ""),
        ("2026-06-03 coffee-break: 😀", "coffee-break", "😀"),
    ],
)
def test_a_contact_s_line_is_a_day_perhaps_a_word_and_a_text(
    line: str, word: str, text: str
) -> None:
    document = contact_with(f"- {line}")
    assert not document.faults
    assert isinstance(document.record, Contact)
    (entry,) = document.record.log
    assert (str(entry.date), entry.word, entry.text) == ("2026-06-03", word, text)
    assert excerpt(document, entry.span) == line


@pytest.mark.parametrize("line", ["2026-06-03 met at the fair", "2026-06-03 two words: x"])
def test_a_contact_s_line_needs_its_colon(line: str) -> None:
    found = fault(contact_with(f"- {line}"))
    assert found == ("invalid-log-line", "contact colon", "", line)


def test_a_contact_s_line_without_a_blank_behind_the_colon_is_not_lost() -> None:
    document = contact_with("- 2026-06-03:met at the fair")
    assert isinstance(document.record, Contact)
    assert document.faults or document.record.log
