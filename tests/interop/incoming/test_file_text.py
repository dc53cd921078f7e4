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
    assert told.startswith("1 line is not in UTF-8, the first is line 2; read as Windows-1252: if")


def test_one_line_of_another_encoding_spoils_no_other() -> None:
    data = "Żółć\n".encode() + "Jørgen\nÆ\n".encode("cp1252") + "Łuk\n".encode()
    text, told = file_text(data)
    assert text == "Żółć\nJørgen\nÆ\nŁuk\n"
    assert told.startswith("2 lines are not in UTF-8, the first is line 2;")


def test_a_character_that_was_parted_by_a_fold_is_one_again() -> None:
    data = b"FN:M\xc3\r\n \xb8en \xe2\x82\n\t\xac!\r\n"
    assert file_text(data) == ("FN:Mø\n en €\n\t!\n", "")


def test_marks_within_a_joined_file_are_none() -> None:
    assert file_text("\ufeffa\n\ufeffb\n".encode()) == ("a\nb\n", "")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "the file is empty"),
        (b"\xef\xbb\xbf \r\n", "the file is empty"),
        (b"PK\x03\x04rest", "zip archive; unpack it"),
        (b"PK\x03\x04..[Content_Types].xml..", "a workbook; save the table in it as CSV"),
        (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK", "a workbook; save"),
        (b"\xd0\xcf\x11\xe0\0", "a workbook; save the table"),
        (b"a\0b" * 3, "no text"),
        (b"\x81\x8d\xff", "no text that is UTF-8, UTF-16 or Windows-1252"),
        (b"\xff\xfea", "no text that is UTF-8, UTF-16 or Windows-1252"),
        (b"a" * (LARGEST + 1), "larger than 128 MiB"),
    ],
    ids=range(10),
)
def test_what_is_no_text_is_refused_in_words(data: bytes, said: str) -> None:
    with pytest.raises(WrongFileError, match=said):
        file_text(data)
