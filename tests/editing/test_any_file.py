"""Whatever front matter and log a file has: one event more, and every other byte as it was."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.editing.edit_errors import EditRefusedError
from site_builder.editing.proof import NewEvent
from site_builder.model.intro import EVENTS, Intro
from site_builder.parsing.document_read import read_document
from site_builder.source import Source
from tests.editing.notes import MEMORY, PATH, log, vault
from tests.proof.long_form import LONG

CASES = 20_000 if LONG else 100
DAYS = st.dates(date(2026, 1, 1), date(2026, 11, 22))
WORDS = st.text("aeé #|>:*_`[]%-<!'\"\\", max_size=12)
KEYS = st.sampled_from(
    [
        "goal: A talk",
        'why: "[[x]] # no"',
        "# a comment",
        "x_mine:   [a,  b]",
        "tags: [a]",
        "foo: 'b'",
    ]
)
BULLETS = st.sampled_from(["- ", "* ", "+ ", "  - ", " *\t"])
ENDS = st.sampled_from(["\n", "\r\n"])
OTHERS = st.sampled_from(
    [
        *("", "", "Prose.", "  indented", "    code", "- a list", "<!-- a comment -->", "%% x %%"),
        *("> said", "```", "## Log", "## Other", "# Log", "1. one", "---", "| a | b |"),
        *("  - below", "[[tara]]"),
    ]
)
PLAIN_EVENTS = [kind.word for kind in EVENTS.values() if not kind.second_date]


@st.composite
def rows(draw: st.DrawFn) -> str:
    """Draw a line of a log, right or wrong."""
    word = draw(
        st.sampled_from(["asked", "agreed", "wrote", "replied", "closed", "nugded", "paused"])
    )
    text = draw(WORDS)
    return f"{draw(BULLETS)}{draw(DAYS)} {word}{': ' if text else ''}{text}"


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """Draw an introduction, with line ends of one kind or both and perhaps none at the end."""
    head = ["---", "target: tara", "introducer: sam", *draw(st.lists(KEYS, max_size=3)), "---"]
    body = draw(st.lists(st.one_of(rows(), OTHERS), max_size=14))
    log_line = ["", "## Log", ""] if draw(st.booleans()) else []
    one = draw(ENDS)
    ends = [draw(ENDS) if draw(st.integers(0, 9)) == 9 else one for _ in range(40)]
    lines = [*head, *log_line, *body]
    text = "".join(line + end for line, end in zip(lines, ends, strict=False))
    return (text if draw(st.integers(0, 3)) else text.rstrip("\r\n")).encode()


@st.composite
def events(draw: st.DrawFn) -> NewEvent:
    """Draw an event; its text is one that the command line takes."""
    day, word = draw(DAYS), draw(st.sampled_from(PLAIN_EVENTS))
    text = " ".join(draw(WORDS).replace("%%", "").replace("<!--", "").split())
    return NewEvent(day, word, f"lost {text}".strip() if word == "closed" else text)


def said(data: bytes) -> list[tuple[date, str, str]]:
    """Return the events of a file, in order."""
    intro = read_document(Source(PATH, data)).record
    assert isinstance(intro, Intro)
    return [(event.date, event.word, event.text) for event in intro.events]


def is_doubtful(text: str) -> bool:
    """Tell whether a file has code, comments or headings, of which not all come out right."""
    return any(sign in text for sign in ("```", "<!--", "%%", "# Log", "[ ", "- [", "  "))


@settings(max_examples=CASES, deadline=None)
@given(files(), events())
def test_one_event_more_and_every_other_byte_as_it_was(data: bytes, event: NewEvent) -> None:
    with TemporaryDirectory(dir=MEMORY) as folder:
        place = vault(Path(folder), data)
        try:
            done = log(Path(folder), event)
        except EditRefusedError:
            assert place.read_bytes() == data
            assert is_doubtful(data.decode())
            return
        after = place.read_bytes()
    assert after[: done.at] + after[done.at + len(done.added) :] == data
    before, now = said(data), said(after)
    new = (event.date, event.word, event.text)
    index = max(at for at, one in enumerate(now) if one == new)
    assert now[:index] + now[index + 1 :] == before
    assert [one for one in now if one[0] == event.date][-1] == new
    assert done.added.decode().splitlines().count(after.decode().splitlines()[done.line - 1]) == 1
