"""Bytes of another program's file to text, with a word where that was a guess."""

import codecs

from site_builder.interop.incoming.person import WrongFileError

UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
LOOKED_AT = 512
"""Bytes by which UTF-16 without a mark is known: most of every second one are zero there."""
GUESSED = (
    "read as Windows-1252, because byte 0x{:02x} in line {} is not UTF-8; "
    "if names look wrong, save the file as UTF-8"
)
EMPTY = "the file is empty; export it once more"
BINARY = "the file is no text{}"
ARCHIVE = ": it is a zip archive; unpack it, and import the .csv or .vcf file in it"
LARGEST = 128 * 1024 * 1024
TOO_LARGE = (
    "the file is larger than 128 MiB; export it without pictures, or in several files, "
    "and import one after the other"
)


def file_text(data: bytes) -> tuple[str, str]:
    r"""Return the text, and what to say of its encoding; lines end in `\n`.

    Raises `WrongFileError` if it is empty, too large or no text.
    """
    if len(data) > LARGEST:
        raise WrongFileError(TOO_LARGE)
    if data.startswith(b"PK\x03\x04"):
        raise WrongFileError(BINARY.format(ARCHIVE))
    text, told = _decoded(data)
    if not text.strip():
        raise WrongFileError(EMPTY)
    if "\0" in text:
        raise WrongFileError(BINARY.format(""))
    return text.replace("\r\n", "\n").replace("\r", "\n"), told


def _decoded(data: bytes) -> tuple[str, str]:
    if (encoding := _utf16(data)) is not None:
        return _or_refused(data, encoding), ""
    try:
        return data.decode("utf-8-sig"), ""
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return _or_refused(data, "cp1252"), GUESSED.format(data[error.start], line)


def _utf16(data: bytes) -> str | None:
    if data.startswith(UTF16):
        return "utf-16"
    begin = data[:LOOKED_AT]
    even, odd = (2 * begin[at::2].count(0) > len(begin[at::2]) for at in (0, 1))
    if even == odd:
        return None
    return "utf-16-be" if even else "utf-16-le"


def _or_refused(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise WrongFileError(BINARY.format(" that is UTF-8, UTF-16 or Windows-1252")) from None
