"""Hostile files cost nothing: each is read in under 50 ms, never with an exception.

The time is the best of ten, of this process alone; a reader that runs away is interrupted.
"""

import re
import signal
import sys
from collections.abc import Callable
from time import process_time
from typing import NoReturn

import pytest

from site_builder.model.document import Document
from site_builder.parsing.document_read import read_document
from site_builder.parsing.log_section import split_log
from site_builder.parsing.settings_read import read_settings
from site_builder.source import Source

MOST_SECONDS = 0.05 if sys.gettrace() is None else 0.5
"""Under a tracer that measures coverage everything takes longer."""
PATIENCE = 1.0


class TooSlowError(Exception):
    """The reader ran away and was stopped."""


def seconds(work: Callable[[], object]) -> float:
    """Return the best time of ten at most; stop a run that takes a second of processor time."""

    def stop(*_: object) -> NoReturn:
        raise TooSlowError

    before = signal.signal(signal.SIGPROF, stop)
    best = PATIENCE
    try:
        for _ in range(10):
            signal.setitimer(signal.ITIMER_PROF, PATIENCE)
            start = process_time()
            work()
            best = min(best, process_time() - start)
            if best < MOST_SECONDS / 2:
                break
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    return best


def read_fast(data: bytes, path: str = "contacts/tara.md") -> Document:
    """Read a file and hold the reader to its time."""
    source = Source(path, data)
    assert seconds(lambda: read_document(source)) < MOST_SECONDS
    return read_document(source)


def contact(*lines: str) -> bytes:
    """Return a contact's file with these lines in its front matter."""
    return "\n".join(["---", "name: Tara", *lines, "---", ""]).encode()


def note(*lines: str) -> bytes:
    """Return an introduction's file with these lines in its body."""
    return "\n".join(["---", "target: tara", "introducer: ana", "---", *lines, ""]).encode()


MERGE_BOMB = [
    "a0: &a0 {k: v}",
    *(f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}" for n in range(1, 9)),
]
ALIAS_BOMB = [
    "a0: &a0 [x]",
    *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)),
]
DIGITS = "9" * 5000
GAP = " " * 60_000


@pytest.mark.parametrize(
    ("data", "check", "line"),
    [
        pytest.param(contact(*MERGE_BOMB), "invalid-yaml", 3, id="merge keys"),
        pytest.param(contact(*ALIAS_BOMB), "invalid-yaml", 3, id="aliases"),
        pytest.param(contact("a: " + "[" * 100_000), "too-large", 1, id="100,000 brackets"),
        pytest.param(contact("a: " + "[" * 60_000), "nested-value", 3, id="60,000 brackets"),
        pytest.param(contact("a: " + "{" * 60_000), "nested-value", 3, id="60,000 braces"),
        pytest.param(contact(f"closeness: {DIGITS}"), "invalid-value", 3, id="digits"),
        pytest.param(contact(f"last_contact: {DIGITS}"), "invalid-value", 3, id="a day of digits"),
        pytest.param(contact("last_contact: 2026-13-45"), "invalid-value", 3, id="month 13"),
        pytest.param(contact("last_contact: 0000-01-01"), "invalid-value", 3, id="year 0"),
        pytest.param(contact("met_on: 2026-02-30"), "invalid-value", 3, id="30 February"),
        pytest.param(contact("org: A\0B"), "control-character", 3, id="NUL"),
        pytest.param(b"\xef\xbb\xbf" + contact(), "front-matter-missing", 1, id="BOM"),
        pytest.param(
            contact().replace(b"\n", b"\r"), "front-matter-missing", 1, id="lines end in CR"
        ),
        pytest.param(contact().decode().encode("utf-16"), "not-utf8", 1, id="UTF-16"),
        pytest.param(contact("org: \xff")[:-5], "front-matter-missing", 1, id="unclosed"),
        pytest.param(contact("org: &a b"), "invalid-yaml", 3, id="anchor"),
        pytest.param(contact("org: !!python/name:os.system"), "invalid-yaml", 3, id="tag"),
        pytest.param(contact("--- # two", "a: b"), "invalid-yaml", 3, id="second document"),
        pytest.param(contact("tags:", *["- a"] * 6000), "too-large", 5000, id="6,000 items"),
        pytest.param(contact("bio: " + "x" * 70_000), "too-large", 1, id="70 kB front matter"),
        pytest.param(contact() + b"x" * 2**21, "too-large", 1, id="2 MiB"),
        pytest.param(contact("? " * 5000), "invalid-yaml", 3, id="question marks"),
        pytest.param(contact("- " * 5000), "invalid-yaml", 3, id="dashes"),
        pytest.param(contact(":" * 60_000), "invalid-yaml", 3, id="colons"),
        pytest.param(contact("tags: [" + "a," * 4800), "invalid-yaml", 3, id="a list never closed"),
        pytest.param(contact("\t" * 60_000), "invalid-yaml", 3, id="tabs"),
        pytest.param(
            contact("tags:", *["- a"] * 4900, "a: b: c"), "invalid-yaml", 4904, id="late mistake"
        ),
        pytest.param(
            contact(*[f"k{n}: a value of words" for n in range(2000)], "a: b: c"),
            "invalid-yaml",
            2003,
            id="late mistake after many keys",
        ),
    ],
)
def test_a_hostile_file_gives_its_diagnostic_at_once(data: bytes, check: str, line: int) -> None:
    document = read_fast(data)
    assert document.faults[-1].check == check
    assert abs(document.faults[-1].span.line - line) <= (check == "too-large" and line > 1)


@pytest.mark.parametrize("key", ["name", "phone", "org", "notes"])
def test_five_thousand_digits_are_fine_as_text(key: str) -> None:
    document = read_fast(f"---\n{key}: {DIGITS}\n---\n".encode())
    assert {fault.check for fault in document.faults} <= {"missing-field"}


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(f'introduced_by: "{GAP}"', id="a person of blanks"),
        pytest.param(f'introduced_by: "a{GAP}b"', id="a person with a gap"),
        pytest.param(f'introduced_by: "[[{GAP}["', id="a link of blanks, never closed"),
        pytest.param(f'introduced_by: "[[a{GAP}]"', id="a link with a gap, half closed"),
        pytest.param(f'introduced_by: "[[{GAP}\\\\x]]"', id="a link of blanks with a backslash"),
        pytest.param(f'knows: ["[[{GAP}\\\\x]] 3"]', id="a tie of blanks"),
        pytest.param(f'standing: ["{GAP}1"]', id="a standing of blanks"),
        pytest.param(f'groups: ["team/a{GAP}"]', id="a circle with blanks"),
        pytest.param(f'email: "{GAP}@"', id="an address of blanks"),
        pytest.param(f'tags: ["{"1" * 60_000}"]', id="a tag of digits"),
        pytest.param(f'timezone: "{"a/" * 30_000}"', id="a zone of slashes"),
        pytest.param(f'ignore: ["{"a-" * 30_000}"]', id="a waiver of hyphens"),
        pytest.param(f'groups: ["team/a {"1-" * 30_000}"]', id="years of hyphens"),
        pytest.param(f'groups: ["KTH {GAP}!"]', id="no circle, with a gap"),
        pytest.param(f'groups: ["{"(" * 60_000}"]', id="no circle, of brackets"),
        pytest.param(f'knows: ["a{GAP}b, c"]', id="two ties with a gap"),
    ],
)
def test_no_value_of_64_kib_is_slow_to_read(line: str) -> None:
    read_fast(contact(line))


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["## Log", "- 2026-01-01" + " " * 3000 + "x y z"], id="a gap before words"),
        pytest.param(["## Log", f"- 2026-01-01 {'a' * 200_000} y z"], id="a long event word"),
        pytest.param(["## Log" + " " * 60_000 + "x"], id="a heading with a gap"),
        pytest.param(["## Log", "- 2026-01-01 asked: x", *["  a"] * 2000], id="continued"),
        pytest.param(["## Log", *["- 2026-01-01"] * 3000], id="dates alone"),
        pytest.param(["## Log", "- 2026-01-01 asked" + ": a" * 20_000], id="a text of colons"),
        pytest.param(["## Log", f"### {GAP}x"], id="a heading of blanks"),
        pytest.param(["## Log", "|" + "1" * 60_000], id="a cell of digits, never closed"),
        pytest.param(["%% c %%", "a" + " " * 60_000 + "b"], id="a gap beside a comment"),
        pytest.param(["%%" * 20_001], id="comment marks"),
        pytest.param(["<!--" * 20_000], id="comments never closed"),
    ],
)
def test_no_log_and_no_comment_is_slow_to_read(lines: list[str]) -> None:
    read_fast(note(*lines), "intros/a.md")


def test_what_strays_from_a_long_log_is_not_compared_with_all_of_it() -> None:
    body = "\n".join(["## Log", *["- 2026-01-01"] * 3000, *["- b 1 nov"] * 300])
    assert seconds(lambda: split_log(body, 1)) < MOST_SECONDS


@pytest.mark.parametrize("line", ["[" + GAP + "x", "[a" + GAP + "]" + GAP + "b", '"' * 60_001])
def test_no_line_of_settings_is_slow_to_read(line: str) -> None:
    source = Source("doorstep.toml", line.encode())
    assert seconds(lambda: read_settings(source)) < MOST_SECONDS


def test_the_harness_stops_a_reader_that_runs_away() -> None:
    with pytest.raises(TooSlowError):
        seconds(lambda: re.fullmatch("(a*)*b", "a" * 40))
