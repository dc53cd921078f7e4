"""The lines of vCard files (2.1, 3.0 and 4.0), as odd as they come: name, parameters, value.

Folded lines and quoted-printable ones are joined; pictures are passed over.
"""

import quopri
import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

HEAD = re.compile(r"(?:([\w-]+)\.)?([\w-]+)((?:;[^\":;]*(?:\"[^\"]*\"[^\":;]*)*)*):(.*)", re.DOTALL)
"""`item1.TEL;TYPE="voice,home":+47 22`: group, name, parameters, value."""
LOOSE_HEAD = re.compile(r"(?:([\w-]+)\.)?([\w-]+)((?:;[^:;]*)*):(.*)", re.DOTALL)
"""The same for whoever forgets to close a quote."""
PARAMETER = re.compile(r";([^\";=]*)(?:=((?:\"[^\"]*\"|[^;\"])*))?")
PASSED_OVER = re.compile(r"(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY)[;:]", re.IGNORECASE)
QUOTED_PRINTABLE = re.compile(r"[^:]*[;=]QUOTED-PRINTABLE[;:]", re.IGNORECASE)
FOLD = re.compile(r"=\n[ \t]")
CUT = re.compile(r"=\n[ \t](?=[0-9A-F]{2})")
ESCAPED_BREAK = re.compile(r"=(?:\n[ \t])?\\n")
SOFT_BREAK = re.compile(r"=\n(?![ \t])")
"""Ends of lines in quoted-printable: with the blank of a folded line behind it, in the midst of a
letter, as KAddressBook escapes it, and as it should be."""
ESCAPE = re.compile(r"\\(.)", re.DOTALL)
GLUED = re.compile(r"(END:VCARD)[ \t]*(BEGIN:VCARD)", re.IGNORECASE)
"""Where files without an end of their last line were joined."""
ENCODINGS = frozenset({"QUOTED-PRINTABLE", "BASE64", "B", "8BIT", "7BIT"})


class CardLine(Struct, frozen=True):
    """One property of a card."""

    number: int
    """The line of the file that it begins on."""
    group: str
    name: str
    """In capitals."""
    parameters: Mapping[str, tuple[str, ...]]
    """Names in capitals, values as they are; what stands alone is a `TYPE`."""
    value: str
    """As the file has it: escapes are left to whoever knows what they part."""

    def is_of(self, kind: str) -> bool:
        """Tell whether a `TYPE` says so."""
        return kind in {one.casefold() for one in self.parameters.get("TYPE", ())}

    @property
    def text(self) -> str:
        """The value as one text."""
        return unescaped(self.value)

    def parts(self, between: str) -> list[str]:
        """Return the texts that stand between such signs, where these are not escaped."""
        marked = re.sub(rf"(\\.)|{between}", lambda sign: sign[1] or "\0", self.value)
        return [unescaped(part) for part in marked.split("\0")]


def card_lines(text: str) -> Iterator[CardLine | int]:
    """Yield the properties of a file in order; a number is a line that is none."""
    for number, line in _joined(text):
        if PASSED_OVER.match(line):
            continue
        found = HEAD.fullmatch(line) or LOOSE_HEAD.fullmatch(line)
        yield number if found is None else _property(number, found)


def unescaped(value: str) -> str:
    """Return a value with its escapes resolved."""
    return ESCAPE.sub(lambda sign: "\n" if sign[1] in "nN" else sign[1], value)


def _joined(text: str) -> Iterator[tuple[int, str]]:
    """Yield each logical line that is not empty, with the number of its first line."""
    pieces: list[str] = []
    begin, soft, picture = 1, False, False
    for number, line in enumerate(GLUED.sub(r"\1\n\2", text).split("\n"), 1):
        if pieces and (soft or line[:1] in {" ", "\t"}):
            if not picture:
                pieces.append(f"\n{line}" if soft else line[1:])
        else:
            if pieces:
                yield begin, "".join(pieces)
            pieces, begin = [line] if line.strip() else [], number
            picture = PASSED_OVER.match(line) is not None
            soft = QUOTED_PRINTABLE.match(line) is not None
        soft = soft and bool(pieces) and pieces[-1].endswith("=")
    if pieces:
        yield begin, "".join(pieces)


def _property(number: int, found: re.Match[str]) -> CardLine:
    parameters: dict[str, tuple[str, ...]] = {}
    for one in PARAMETER.finditer(found[3]):
        key, value = one[1].strip().upper(), one[2]
        if value is None:
            key, value = ("ENCODING" if key in ENCODINGS else "TYPE"), one[1]
        texts = value.replace('"', "").split(",")
        parameters[key] = (*parameters.get(key, ()), *(text.strip() for text in texts))
    value = found[4]
    if "QUOTED-PRINTABLE" in {one.upper() for one in parameters.get("ENCODING", ())}:
        value = _from_printable(value, *parameters.get("CHARSET", ())[:1])
    return CardLine(number, found[1] or "", found[2].upper(), parameters, value)


def _from_printable(value: str, charset: str = "utf-8") -> str:
    for text in _unfolded(ESCAPED_BREAK.sub("", value)):
        data = quopri.decodestring(text.encode())
        for encoding in (charset, "utf-8"):
            try:
                return data.decode(encoding)
            except (LookupError, UnicodeDecodeError):
                continue
    return data.decode("cp1252", "replace")


def _unfolded(value: str) -> Iterator[str]:
    """Yield what may be encoded, the likelier first.

    Evolution and KAddressBook begin every further line with a blank that is none of the value's.
    """
    folded = FOLD.sub("", CUT.sub("=", value))
    if folded == value or SOFT_BREAK.search(value):
        yield value
    else:
        yield from (value, folded) if " " in folded else (folded, value)
