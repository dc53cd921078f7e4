"""Whatever stands in a file, reading it never fails and every span lies inside the file."""

from collections.abc import Iterator

from hypothesis import example, given, settings
from hypothesis import strategies as st

from site_builder.model.contact import Contact, StandingLine, TieLine
from site_builder.model.document import Document
from site_builder.model.intro import Intro
from site_builder.parsing.document_read import read_document
from site_builder.parsing.fields import CONTACT_FIELDS, INTRO_FIELDS
from site_builder.source import Source, Span

WORDS = st.text(alphabet=[*"abz 09:#-'\"\\[]{},&*!|>%@~?éñ.=</+\t", "😀", "\u3000"], max_size=12)
VALUES = st.sampled_from(
    [
        "sam 4? rowed",
        "team/a 2009-2012",
        "[[a|b]]",
        '"[[a]] 3 x"',
        "2026-02-30",
        "2026-01-01 x",
        "ana 0.5",
        "no-goal by phone",
        "9" * 60,
        "\n  - a\n  - b",
        "\n- [[a]]",
        "|\n  x\n  y",
        ">-\n  x",
        "{a: b}",
        "[a, [b]]",
        r'"a\nb"',
        '"  "',
        "true",
        "14d",
        "a@b.example",
        "yes",
    ]
)
KEYS = st.sampled_from(sorted({*CONTACT_FIELDS, *INTRO_FIELDS, "closness", "x_1", "k"}))
ENTRIES = st.tuples(KEYS, st.one_of(WORDS, VALUES)).map(lambda pair: f"{pair[0]}: {pair[1]}\n")
BODIES = st.lists(
    st.sampled_from(
        [
            "## Log\n",
            "- 2026-01-01 asked: x\n",
            "- 2026-01-01",
            "- 2026-13-01 met\n",
            " ",
            "  x\n",
            "```\n",
            "~~~\n",
            "%%",
            "<!--",
            "-->",
            "# H\n",
            "[[a]]",
            "![[b]]",
            "[x](y.md)",
            "`",
            "\n",
            "text ",
            "|",
            "> [!note] ",
            "#tag ",
            "[^1]",
            "closed: won",
            "\t",
            "😀",
            ":",
            "é",
            "- 2026-01-02 scheduled 2026-01-05: x\n",
            "\r\n",
            "- 2026-01-02 met m\n",
        ]
    ),
    max_size=15,
).map("".join)
FRONTS = st.lists(ENTRIES, max_size=5).map("".join)
FILES = st.one_of(
    st.binary(max_size=200),
    st.tuples(FRONTS, BODIES).map(lambda pair: f"---\n{pair[0]}---\n{pair[1]}".encode()),
    st.tuples(FRONTS, st.binary(max_size=60)).map(
        lambda pair: f"---\n{pair[0]}---\n".encode() + pair[1]
    ),
)
PATHS = st.sampled_from(["contacts/tara.md", "intros/2026/a.md"])


def spans_of(document: Document) -> Iterator[Span]:
    """Yield every span of a document."""
    yield from (fault.span for fault in document.faults)
    record = document.record
    if record is not None:
        yield from record.spans.values()
        yield from (link.span for link in record.notes.links)
        yield from (waiver.span for waiver in record.ignore)
    if isinstance(record, Contact):
        yield from (group.span for group in record.groups)
        for line in (*record.knows, *record.standing):
            assert isinstance(line, TieLine | StandingLine)
            yield from (line.span, line.other.span)
        yield from (line.span for line in record.log)
    if isinstance(record, Intro):
        yield from (event.span for event in record.events)
        people = (record.target, record.introducer, record.requester)
        yield from (person.span for person in people if person is not None)


@settings(max_examples=1000, deadline=None)
@given(FILES, PATHS)
@example(b"", "contacts/tara.md")
@example(b"\xff", "intros/a.md")
@example(b"---\n---", "intros/a.md")
@example(b'---\n"": 1\n? a\n: b\n---\n', "contacts/tara.md")
def test_reading_never_fails_and_every_span_lies_inside_the_file(data: bytes, path: str) -> None:
    document = read_document(Source(path, data))
    lines = data.count(b"\n") + data.count(b"\r") + 1
    for span in spans_of(document):
        assert 1 <= span.line <= span.end_line <= lines + 1
        assert span.column >= 1
        assert (span.line, span.column) <= (span.end_line, span.end_column)


@settings(max_examples=300, deadline=None)
@given(FILES, PATHS)
def test_a_record_is_missing_only_where_a_fault_says_why(data: bytes, path: str) -> None:
    document = read_document(Source(path, data))
    assert document.record is not None or document.faults


@settings(max_examples=300, deadline=None)
@given(FILES, PATHS)
def test_reading_twice_gives_equal_documents(data: bytes, path: str) -> None:
    assert read_document(Source(path, data)) == read_document(Source(path, data))
