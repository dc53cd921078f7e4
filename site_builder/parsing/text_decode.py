"""Bytes to text: UTF-8 with plain line feeds, or the fault that stands in the way."""

import codecs
import re

from site_builder.model.document import Fault
from site_builder.source import FILE_START, Source, Span

LARGEST_FILE = 1024 * 1024
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|\r(?!\n)")
"""Characters that no text of ours needs: controls, odd line ends, inner byte order marks."""
UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode(source: Source) -> str | Fault:
    """Return the file's text with plain line feeds."""
    if source.unreadable:
        return Fault("unreadable-file", FILE_START, found=source.unreadable)
    if len(source.data) > LARGEST_FILE:
        found = f"more than {LARGEST_FILE:,} bytes"  # reading stops there
        return Fault("too-large", FILE_START, found=found, wanted="1 MiB")
    try:
        text = source.data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(source.data, error.start)
    return _controlled(text)


def made_readable(path: str, reason: str) -> str:
    """Return what to do about a file or folder that the system did not hand over."""
    if "permission" not in reason.casefold():
        return "put a file of your vault in its place, or move it elsewhere"
    is_file = path.endswith((".md", ".toml"))
    right = "u+r" if is_file else "-R u+rX"  # folders are opened by another right, too
    return f'give yourself the right to read it: chmod {right} "{path}"'


def _not_utf8(data: bytes, offset: int) -> Fault:
    line_start = data.rfind(b"\n", 0, offset) + 1
    line = data.count(b"\n", 0, offset) + 1
    column = len(data[line_start:offset].decode("utf-8")) + 1
    found = "UTF-16" if data.startswith(UTF16_MARKS) else f"byte 0x{data[offset]:02x}"
    return Fault("not-utf8", Span(line, column, line, column + 1), found=found)


def _controlled(text: str) -> str | Fault:
    """Return the text, or the first character that does not belong in one."""
    if text.startswith("\ufeff"):
        return Fault("front-matter-missing", FILE_START, found="a byte order mark", wanted="start")
    if (match := CONTROL.search(text)) is None:
        return text.replace("\r\n", "\n")
    if match[0] == "\r" and "\n" not in text:
        return Fault(
            "front-matter-missing", FILE_START, found="lines that end in CR alone", wanted="start"
        )
    line = text.count("\n", 0, match.start()) + 1
    column = match.start() - text.rfind("\n", 0, match.start())
    return Fault(
        "control-character", Span(line, column, line, column + 1), found=f"U+{ord(match[0]):04X}"
    )
