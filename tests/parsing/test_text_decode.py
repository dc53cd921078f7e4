"""A file is UTF-8 with plain line ends; anything else is a fault at its place."""

import pytest

from site_builder.model.document import Fault
from site_builder.parsing.document_read import read_document
from site_builder.parsing.text_decode import LARGEST_FILE, decode
from site_builder.source import FILE_START, Source, Span


def decoded(data: bytes) -> str | Fault:
    """Decode a file."""
    return decode(Source("contacts/tara.md", data))


def test_lines_that_end_in_cr_lf_read_like_lines_that_end_in_lf() -> None:
    front = "---\nname: Tara\ngroups:\n  - team/a 2009\n---\n"
    text = f"{front}\nHi [[ben]]\n\n## Log\n\n- 2026-06-03: met\n"
    plain = read_document(Source("contacts/tara.md", text.encode()))
    windows = read_document(Source("contacts/tara.md", text.replace("\n", "\r\n").encode()))
    assert plain == windows
    assert not plain.faults


def test_tabs_and_unusual_letters_are_fine() -> None:
    text = "a\tb é 😀 \u200d \u202e \u3000\n"
    assert decoded(text.encode()) == text


def test_a_file_that_could_not_be_read_says_why() -> None:
    fault = decode(Source("contacts/tara.md", unreadable="Permission denied"))
    assert fault == Fault("unreadable-file", FILE_START, found="Permission denied")


def test_a_file_is_at_most_one_mebibyte() -> None:
    assert isinstance(decoded(b"x" * LARGEST_FILE), str)
    fault = decoded(b"x" * (LARGEST_FILE + 1))
    assert fault == Fault(
        "too-large", FILE_START, found="more than 1,048,576 bytes", wanted="1 MiB"
    )


@pytest.mark.parametrize(
    ("data", "found", "line", "column"),
    [
        (b"caf\xe9\n", "byte 0xe9", 1, 4),
        (b"\n\xe9", "byte 0xe9", 2, 1),
        ("ok\n😀é".encode() + b"\xff\n", "byte 0xff", 2, 3),
        ("name".encode("utf-16"), "UTF-16", 1, 1),
        (b"\xfe\xff\0n\0a", "UTF-16", 1, 1),
        (b"\xed\xa0\x80", "byte 0xed", 1, 1),
        (b"a\xf0\x9f\x98", "byte 0xf0", 1, 2),
        (b"\xc0\xae", "byte 0xc0", 1, 1),
    ],
)
def test_a_byte_that_is_not_utf_8_is_a_fault_where_it_stands(
    data: bytes, found: str, line: int, column: int
) -> None:
    fault = decoded(data)
    assert fault == Fault("not-utf8", Span(line, column, line, column + 1), found=found)


@pytest.mark.parametrize(
    "char", ["\0", "\x07", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\u2028", "\u2029", "\ufeff"]
)
def test_a_control_character_is_a_fault_where_it_stands(char: str) -> None:
    fault = decoded(f"---\nname: 😀{char}x\n---\n".encode())
    assert fault == Fault("control-character", Span(2, 8, 2, 9), found=f"U+{ord(char):04X}")


def test_a_lone_cr_among_other_line_ends_is_a_control_character() -> None:
    fault = decoded(b"---\nname: a\rb\n---\n")
    assert fault == Fault("control-character", Span(2, 8, 2, 9), found="U+000D")


def test_a_file_with_cr_line_ends_alone_is_told_so() -> None:
    fault = decoded(b"---\rname: a\r---\r")
    assert isinstance(fault, Fault)
    assert (fault.check, fault.wanted) == ("front-matter-missing", "start")
    assert fault.found == "lines that end in CR alone"


def test_a_byte_order_mark_stands_before_the_front_matter() -> None:
    fault = decoded("\ufeff---\nname: a\n---\n".encode())
    assert fault == Fault(
        "front-matter-missing", FILE_START, found="a byte order mark", wanted="start"
    )
