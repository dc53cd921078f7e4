"""The headers of mails in a mailbox file (mbox), or of one mail; no text of a mail is looked at.

A mailbox may be as long as it likes: it is read line by line, and nothing of it is kept.
"""

import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, datetime, tzinfo
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import HeaderParser
from email.utils import getaddresses, parsedate_to_datetime

from msgspec import Struct

from site_builder.interop.incoming.file_text import ARCHIVE, BINARY, EMPTY, OLD_WORKBOOK, ZIP
from site_builder.interop.incoming.kinds import refuse
from site_builder.interop.incoming.person import WrongFileError
from site_builder.interop.incoming.tidy import one_line
from site_builder.model.reference import fold

FROM_LINE = re.compile(rb"From (?:\S.*[0-9]{4}(?:\s*[+-][0-9]{4})?)?\s*")
"""Stands before each mail, below an empty line; its last word is a year or a time zone.

Thunderbird of today writes nothing behind the blank.
"""
DATED_FROM_LINE = re.compile(
    rb"From \S.* (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ 0-3]?[0-9] [0-9]{1,2}:[0-9]{2}"
    rb".*[0-9]{4}\s*"
)
"""The same with nothing left out; some programs leave out the empty line above it."""
HEADER = re.compile(rb"[!-9;-~]+:")
FIRST_HEADER = re.compile(rb"(?!BEGIN:V)[A-Z][\w-]*:", re.IGNORECASE)
"""The first line of a single mail, as programs write it: no JSON, no vCard, no calendar."""
QUOTED = b">From "
"""How a second `From ` line begins that some programs leave above the headers."""
MOST_FROM = 1000
"""Bytes of a line between mails; SMTP allows no longer one."""
MOST_HEADERS = 256 * 1024
"""Bytes of one mail's headers that are read; the rest is passed over."""
AUTOMATIC = frozenset({"bulk", "list", "junk", "auto_reply"})
MANY = ("List-Id", "List-Unsubscribe", "List-Post", "Mailing-List")
MACHINES = ("X-Autoreply", "X-Autorespond", "X-Auto-Response-Suppress")
"""Headers of lists, and of answers that nobody wrote."""
OUTLOOK = (OLD_WORKBOOK, b"!BDN")
"""How one message (.msg) and a folder of them (.pst) begin."""
NO_OUTLOOK = ": it is in Outlook's own format; save the mails as .eml, one file each, or as an mbox"
EXPECTED = "mails, each with a line that begins with From and a blank before it"


class Mail(Struct, frozen=True):
    """Who wrote to whom on which day; every address is case folded."""

    line: int
    """Where it begins in the file."""
    day: date
    sender: str
    to: tuple[str, ...]
    """Everybody it went to, copies included."""
    subject: str
    first: bool
    """It answers no other mail."""
    personal: bool
    """No list, no newsletter, no automatic answer."""


def read_mails(lines: Iterable[bytes], zone: tzinfo | None) -> Iterator[Mail | int]:
    """Yield each mail, its day in this time zone.

    A number is the line of one that does not say who wrote it, or when. Raises `WrongFileError`
    if the first line begins no mail.
    """
    for line, headers in _headers(lines):
        message = HeaderParser().parsestr(headers.decode("utf-8", "replace"))
        day, senders = _day(message, zone), _addresses(message, "From")
        if day is None or len(senders) != 1:
            yield line
            continue
        yield Mail(
            line=line,
            day=day,
            sender=senders[0],
            to=_addresses(message, "To", "Cc"),
            subject=_subject(message),
            first=not (message.get("In-Reply-To") or message.get("References")),
            personal=_is_personal(message),
        )


def _headers(lines: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    """Yield where each mail begins, and its headers."""
    begin, parting, kept, inside, blank = 0, 0, bytearray(), False, True
    for number, line in enumerate(lines, 1):
        if parting and (HEADER.match(line) or line.startswith(QUOTED)):
            if inside:
                yield begin, bytes(kept)
            begin, kept, inside = parting, bytearray(), True
        parting = number if line.startswith(b"From ") and _parts(line, below_blank=blank) else 0
        blank = not line.strip()
        if inside and blank:
            yield begin, bytes(kept)
            inside = False
        elif inside and len(kept) < MOST_HEADERS and not line.startswith(QUOTED):
            kept += line
        elif not (begin or blank or parting):
            first = line.removeprefix(BOM_UTF8)
            if not FIRST_HEADER.match(first):
                raise _refused(first[:MOST_FROM])
            begin, kept, inside = number, bytearray(first), True
    if inside:
        yield begin, bytes(kept)
    if not begin:
        raise WrongFileError(EMPTY)


def _refused(begins: bytes) -> WrongFileError:
    if begins.startswith(ZIP):
        return WrongFileError(BINARY.format(ARCHIVE))
    if begins.startswith(OUTLOOK):
        return WrongFileError(BINARY.format(NO_OUTLOOK))
    return refuse(begins.decode("utf-8", "replace"), EXPECTED, "mbox")


def _parts(line: bytes, *, below_blank: bool) -> bool:
    """Tell whether a line stands between mails, if a header follows."""
    pattern = FROM_LINE if below_blank else DATED_FROM_LINE
    return len(line) <= MOST_FROM and pattern.fullmatch(line) is not None


def _day(message: Message, zone: tzinfo | None) -> date | None:
    try:
        moment: datetime = parsedate_to_datetime(str(message.get("Date", "")))
        return (moment.astimezone(zone) if zone and moment.tzinfo else moment).date()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _addresses(message: Message, *names: str) -> tuple[str, ...]:
    texts = [str(text) for name in names for text in message.get_all(name, [])]
    try:
        found = getaddresses(texts)
    except RecursionError:  # hundreds of brackets or groups in one another are no addresses
        return ()
    return tuple(dict.fromkeys(fold(address) for _, address in found if "@" in address))


def _subject(message: Message) -> str:
    text = str(message.get("Subject", ""))
    with suppress(ValueError, LookupError, MessageError):
        text = str(make_header(decode_header(text)))
    return one_line(text)


def _is_personal(message: Message) -> bool:
    automatic = str(message.get("Auto-Submitted", "no")).strip().casefold() != "no"
    bulk = str(message.get("Precedence", "")).strip().casefold() in AUTOMATIC
    return not (automatic or bulk or any(map(message.get, (*MANY, *MACHINES))))
