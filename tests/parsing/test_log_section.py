"""Which lines belong to the log: those under `## Log`, and neither code nor comments."""

import pytest

from site_builder.model.contact import Contact
from site_builder.model.document import Document
from site_builder.model.intro import Intro
from site_builder.parsing.log_section import split_log
from tests.support.vaults import document_of, excerpt


def body(text: str) -> Document:
    """Read an introduction with this body; its first line is line 5 of the file."""
    return document_of(f"---\ntarget: a\nintroducer: b\n---\n{text}", "intros/a.md")


def words(text: str) -> list[str]:
    """Return the events of a body."""
    record = body(text).record
    assert isinstance(record, Intro)
    return [event.word for event in record.events]


def notes(text: str) -> str:
    """Return what stays of a body when the log is read."""
    record = body(text).record
    assert isinstance(record, Intro)
    return "".join(record.notes.pieces)


@pytest.mark.parametrize("heading", ["## Log", "## log", "## LOG ##", "  ##  Log  ", "##\tLog"])
def test_the_log_stands_under_its_heading(heading: str) -> None:
    assert words(f"\n{heading}\n\n- 2026-09-20 asked\n") == ["asked"]
    assert not notes(f"\n{heading}\n\n- 2026-09-20 asked\n").strip()


@pytest.mark.parametrize(
    "heading",
    ["# Log", "### Log", "##Log", "## Log of things", "## Logs", "    ## Log", "> ## Log"],
)
def test_other_headings_begin_no_log(heading: str) -> None:
    assert not words(f"{heading}\n\n- 2026-09-20 asked\n")
    assert "2026-09-20 asked" in notes(f"{heading}\n\n- 2026-09-20 asked\n")


def test_the_log_ends_at_the_next_heading_of_its_rank_and_may_come_again() -> None:
    text = """
## Log

- 2026-09-20 asked

### Later

- 2026-09-21 agreed

## Plans

- 2026-09-22 met

## Log

- 2026-09-23 introduced

# Top

- 2026-09-24 wrote
"""
    assert words(text) == ["asked", "agreed", "introduced"]
    assert "2026-09-22 met" in notes(text)
    assert "2026-09-24 wrote" in notes(text)


def test_other_markdown_in_the_section_is_prose() -> None:
    text = "## Log\n\nSam *offered* this.\n\n- 2026-09-20 asked\n- no date here\n\n> quote\n"
    assert words(text) == ["asked"]
    assert "<em>offered</em>" in notes(text)
    assert "no date here" in notes(text)
    assert "2026-09-20" not in notes(text)


@pytest.mark.parametrize(
    "fence",
    [
        "```\n{}\n```",
        "~~~\n{}\n~~~",
        "````text\n```\n{}\n````",
        "~~~\n```\n{}\n~~~",
        "   ```\n{}\n   ```",
        "```\n```x\n{}\n```",
        "```\n{}",
    ],
)
def test_lines_in_fenced_code_are_no_events(fence: str) -> None:
    code = fence.format("- 2026-09-21 agreed")
    assert words(f"## Log\n\n- 2026-09-20 asked\n\n{code}\n") == ["asked"]


def test_a_heading_in_fenced_code_begins_no_log() -> None:
    assert words("```\n## Log\n```\n\n- 2026-09-20 asked\n") == []


@pytest.mark.parametrize(
    "before",
    ["```code``` in a line", "~~~\ncode\n~~~", "````\n```\n````", "    ```", "a ``` b", "``"],
)
def test_the_log_goes_on_after_code(before: str) -> None:
    assert words(f"{before}\n\n## Log\n\n- 2026-09-20 asked\n") == ["asked"]


@pytest.mark.parametrize(
    "comment",
    [
        "%% - 2026-09-21 agreed %%",
        "%%\n- 2026-09-21 agreed\n%%",
        "<!-- - 2026-09-21 agreed -->",
        "<!--\n- 2026-09-21 agreed\n-->",
        "<!--\n## Plans\n-->",
    ],
)
def test_lines_in_comments_are_no_events(comment: str) -> None:
    text = f"## Log\n\n- 2026-09-20 asked\n\n{comment}\n\n- 2026-09-22 introduced\n"
    assert words(text) == ["asked", "introduced"]
    assert not notes(text).strip()


def test_a_comment_in_a_line_is_left_out_of_its_text() -> None:
    record = body("## Log\n\n- 2026-09-20 asked: over %% cheap %% lunch %% x %%\n").record
    assert isinstance(record, Intro)
    assert record.events[0].text.split() == ["over", "lunch"]


def test_an_indented_line_below_continues_a_line() -> None:
    text = "## Log\n\n- 2026-09-20 asked: over\n  lunch,\n    at noon\n- 2026-09-21 agreed\n"
    record = body(text).record
    assert isinstance(record, Intro)
    assert record.events[0].text == "over lunch, at noon"
    assert record.events[0].span.line == record.events[0].span.end_line == 7
    assert not notes(text).strip()


def test_a_fault_in_a_continuation_is_marked_on_the_whole_line() -> None:
    document = body("## Log\n\n- 2026-09-20\n  met thanks\n- 2026-09-21 nudged once\n")
    assert [excerpt(document, fault.span) for fault in document.faults] == ["2026-09-20", "once"]


def test_a_paragraph_of_the_same_item_continues_a_line() -> None:
    record = body("## Log\n\n- 2026-09-20 asked: over\n\n  lunch\n").record
    assert isinstance(record, Intro)
    assert record.events[0].text == "over lunch"


@pytest.mark.parametrize("between", ["Prose.\n\n", "- no date\n", "```\ncode\n```\n", "# Top\n"])
def test_prose_behind_other_prose_continues_no_line(between: str) -> None:
    text = f"## Log\n\n- 2026-09-20 asked: over lunch\n\n{between}  indented words\n"
    record = body(text).record
    assert isinstance(record, Intro)
    assert record.events[0].text == "over lunch"
    assert "indented words" in notes(text)


def test_the_line_numbers_count_from_the_top_of_the_file() -> None:
    record = body("\nHello.\n\n## Log\n\n- 2026-09-20 asked\n- 2026-09-21 agreed\n").record
    assert isinstance(record, Intro)
    assert [(event.span.line, event.span.column) for event in record.events] == [(10, 3), (11, 3)]


@pytest.mark.parametrize(
    "item", ["1. 2026-09-20 asked", "- [ ] 2026-09-20 asked", "2026-09-20 met"]
)
def test_what_is_no_plain_list_item_is_prose(item: str) -> None:
    assert not words(f"## Log\n\n{item}\n")
    assert "2026-09-20" in notes(f"## Log\n\n{item}\n")


@pytest.mark.parametrize(
    ("lines", "word", "text"),
    [
        ("introduced\n\n  Both knew: at once.", "introduced", "Both knew: at once."),
        ("introduced\n  warm mail\n  to both", "introduced", "warm mail to both"),
        ("closed\n  lost, at last", "closed", "lost, at last"),
        ("\n  introduced: warm mail", "introduced", "warm mail"),
        ("scheduled\n  2026-10-01: lunch", "scheduled", "lunch"),
        ("scheduled 2026-10-01\n  lunch", "scheduled", "lunch"),
    ],
)
def test_what_is_indented_below_never_costs_the_event(lines: str, word: str, text: str) -> None:
    document = body(f"## Log\n\n- 2026-09-20 {lines}\n")
    assert not document.faults
    assert isinstance(document.record, Intro)
    assert [(event.word, event.text) for event in document.record.events] == [(word, text)]


def test_a_note_below_a_missing_second_date_is_not_taken_for_it() -> None:
    (fault,) = body("## Log\n\n- 2026-09-20 scheduled\n\n  At noon: her office.\n").faults
    assert (fault.check, fault.wanted) == ("invalid-log-line", "second date")


@pytest.mark.parametrize("line", ["2026-09-20\n  lunch", "2026-09-20\n\n  lunch"])
def test_a_contact_s_line_may_go_on_below_its_date(line: str) -> None:
    document = document_of(f"---\nname: T\n---\n\n## Log\n\n- {line}\n")
    assert not document.faults
    assert isinstance(document.record, Contact)
    assert [(entry.word, entry.text) for entry in document.record.log] == [("", "lunch")]


def test_a_log_knows_its_headings_and_where_each_row_ends() -> None:
    text = "A\n\n## Log\n\n- 2026-09-20 asked\n  over\n\n  here\nx\n- 2026-09-21 agreed\n## Log #\n"
    log = split_log(text, 5)
    assert log.headings == (7, 15)
    assert [(row.line, row.end_line) for row in log.rows] == [(9, 12), (14, 14)]
