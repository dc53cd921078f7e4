"""Bytes of another program's file to text, with a word where that was a guess."""

import codecs
import re

from site_builder.interop.incoming.person import WrongFileError

UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
LOOKED_AT = 512
"""Bytes by which UTF-16 without a mark is known: most of every second one are zero there."""
GUESSED = (
    "{} not in UTF-8, the first is line {}; read as Windows-1252: "
    "if names look wrong, save the file as UTF-8"
)
PARTED = re.compile(rb"([\xc2-\xf4][\x80-\xbf]*)(\r?\n[ \t])([\x80-\xbf]+)")
"""A character whose bytes an old program parted where it folded a line."""
MARK = "\ufeff"
"""Begins files, and stands within one that was joined from several."""
EMPTY = "the file is empty; export it once more"
BINARY = "the file is no text{}"
ARCHIVE = ": it is a zip archive; unpack it, and import the .csv, .vcf or .mbox file in it"
ZIP = b"PK\x03\x04"
WORKBOOK = ": it is a workbook; save the table in it as CSV in UTF-8, and import that"
OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
IN_WORKBOOKS = (b"[Content_Types].xml", b"opendocument.spreadsheet")
"""What the archive of a workbook has in it: Excel's, and that of LibreOffice."""
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
    if data.startswith((ZIP, OLD_WORKBOOK)):
        packed = data.startswith(ZIP) and not any(sign in data for sign in IN_WORKBOOKS)
        raise WrongFileError(BINARY.format(ARCHIVE if packed else WORKBOOK))
    text, told = _decoded(data)
    if not text.strip(f"{MARK} \t\r\n"):
        raise WrongFileError(EMPTY)
    if "\0" in text:
        raise WrongFileError(BINARY.format(""))
    return text.replace("\r\n", "\n").replace("\r", "\n").replace(MARK, ""), told


def _decoded(data: bytes) -> tuple[str, str]:
    if (encoding := _utf16(data)) is not None:
        return _or_refused(data, encoding), ""
    try:
        return data.decode(), ""
    except UnicodeDecodeError:
        return _by_lines(PARTED.sub(rb"\1\3\2", data))


def _by_lines(data: bytes) -> tuple[str, str]:
    """Decode line by line: hardly any line of another encoding is right as UTF-8 by chance."""
    lines: list[str] = []
    guessed: list[int] = []
    for number, line in enumerate(data.split(b"\n"), 1):
        try:
            lines.append(line.decode())
        except UnicodeDecodeError:
            lines.append(_or_refused(line, "cp1252"))
            guessed.append(number)
    if not guessed:
        return "\n".join(lines), ""
    many = "1 line is" if len(guessed) == 1 else f"{len(guessed)} lines are"
    return "\n".join(lines), GUESSED.format(many, guessed[0])


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
