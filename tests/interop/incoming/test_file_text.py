"""Bytes to text: the encodings that come, and what is refused."""

import pytest

from site_builder.interop.incoming.file_text import LARGEST, file_text
from site_builder.interop.incoming.person import WrongFileError

WORDS = "name\r\nTåra Żółć\r\n"
PLAIN = "name\nTåra Żółć\n"


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode(),
        WORDS.encode("utf-8-sig"),
        WORDS.encode("utf-16"),
        ("\ufeff" + WORDS).encode("utf-16-be"),
        WORDS.encode("utf-16-le"),
        WORDS.encode("utf-16-be"),
        WORDS.replace("\r\n", "\r").encode(),
    ],
)
def test_unicode_is_read_however_it_is_written(data: bytes) -> None:
    assert file_text(data) == (PLAIN, "")


def test_another_encoding_is_guessed_and_the_guess_is_told() -> None:
    text, told = file_text("name\nJørgen “J” Æ\n".encode("cp1252"))
    assert text == "name\nJørgen “J” Æ\n"
    assert told.startswith("read as Windows-1252, because byte 0xf8 in line 2 is not UTF-8")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "the file is empty"),
        (b"\xef\xbb\xbf \r\n", "the file is empty"),
        (b"PK\x03\x04rest", "zip archive; unpack it"),
        (b"a\0b" * 3, "no text"),
        (b"\x81\x8d\xff", "no text that is UTF-8, UTF-16 or Windows-1252"),
        (b"\xff\xfea", "no text that is UTF-8, UTF-16 or Windows-1252"),
        (b"a" * (LARGEST + 1), "larger than 128 MiB"),
    ],
    ids=range(7),
)
def test_what_is_no_text_is_refused_in_words(data: bytes, said: str) -> None:
    with pytest.raises(WrongFileError, match=said):
        file_text(data)
