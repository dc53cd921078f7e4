"""The front matter is not lines of `key: value`."""

import re

from site_builder.checks.facts import Facts
from site_builder.checks.full_width import plain
from site_builder.checks.places import line_at
from site_builder.checks.rule import ERROR, Finding, Findings, rule
from site_builder.checks.wording import quoted
from site_builder.model.document import Fault
from site_builder.source import Span

LINE = re.compile(r"(\s*-\s+|\s*[\w-]+:\s+)(.*\S)\s*")
KEYED = re.compile(r"\s*([\w-]+)\s*(?:：|=|:(?!//))(.*)")
"""A key and a value with a sign between them that is no colon with a blank behind it."""
INDENTED_KEY = re.compile(r"\s+[\w-]+:(\s|$)")

LINK = "a link in brackets without quotes"
INDENTED = "a key that is indented"
COLON = 'a value that contains ": "'
LEFTOVER = "text after the end of a value"
LEFTOVER_ITEM = "text behind the quotes of an item"
NO_START = "a character that cannot begin a value"
SECOND = "a second YAML document"
A_LINK = r"\[\[[^\[\]]+\]\]"
SEVERAL_LINKS = re.compile(
    rf"{A_LINK}(?:[\s,;]+{A_LINK})+|\[?{A_LINK}[^,\[\]]*(?:,\s*{A_LINK}[^,\[\]]*)*\]?"
)
LINKED = re.compile(rf"{A_LINK}(?:[^,;\[\]]*[^,;\[\]\s])?")
"""A link with what belongs to it."""
A_PERSON = frozenset({"target", "introducer", "requester", "introduced_by"})
UNEVEN_LINK = re.compile(r"\[{1,2}([^\[\],]+)\]{1,2}")
GRADED = re.compile(r"\s*[0-9]")
"""A closeness, a number or years behind somebody's name."""
QUOTED_ITEM = re.compile(r"\"([^\"]*)\"\s+([^\s,\]\"][^,\]\"]*)")
WHOLE_LIST = re.compile(r"\s*[\w-]+:\s*\[.*\]\s*")
OPEN_LIST = re.compile(r"(\s*([\w-]+):\s*)\[([^\[\]'\"]*)\]?\s*")
COMMENT = re.compile(r"(?<=[\s\[])#[^\s,\]]*")
HASH = "a # begins a comment: write tags without it, put any other value in quotes"

CURES = {
    "close": "type the closing quote at the end of the value",
    "bracket": "type the closing ] at the end of the list",
    "flat": "write one key: value on each line, without braces",
    "key": "write each line as key: value, with a blank after the colon",
    "indent": "begin every key in column 1 and indent list items with two spaces, not with tabs",
    "single": "put the value in 'single quotes', where a backslash is only a backslash",
    "remove it": "delete the line that begins a second document",
    "": 'put the value in "double quotes", or move long text below the second --- line',
}


@rule("invalid-yaml", ERROR, "file")
def check(facts: Facts) -> Findings:
    """Report the first thing in a front matter that cannot be read."""
    for document, fault in facts.faults("invalid-yaml"):
        line = line_at(document, fault.span.line)
        comment = COMMENT.search(line) if fault.cure == "bracket" else None
        if comment is not None:
            yield _commented(document.path, fault, line, comment)
            continue
        found = _found(fault, line)
        message = f'expected front matter of "key: value" lines, found {found}'
        span = _key_span(fault.span, line) if found == INDENTED else fault.span
        yield Finding(document.path, span, message, _cure(fault, found, line))


def _key_span(colon: Span, line: str) -> Span:
    """Return where the indented key stands; YAML saw only its colon."""
    start = len(line) - len(line.lstrip()) + 1
    return Span(colon.line, start, colon.line, line.index(":") + 1)


def _commented(path: str, fault: Fault, line: str, comment: re.Match[str]) -> Finding:
    """Report the # that hides the end of a list from YAML, in the line where the list begins."""
    start, end = comment.span()
    place = Span(fault.span.line, start + 1, fault.span.line, end + 1)
    message = f"expected the end of the list, found a comment: YAML drops {quoted(line[start:])}"
    parts = OPEN_LIST.fullmatch(line)
    if parts is None:
        return Finding(path, place, message, HASH)
    items = [item.strip() for item in parts[3].split(",")]
    if parts[2] == "tags":
        told = [item.lstrip("#") for item in items]
    else:
        told = [f'"{item}"' if "#" in item else item for item in items]
    return Finding(path, place, message, f"type {parts[1]}[{', '.join(filter(None, told))}]")


def _found(fault: Fault, line: str) -> str:
    """Return what is wrong in the words of the file, where the line shows more than YAML saw."""
    parts = LINE.fullmatch(line)
    if parts and parts[2].startswith("[["):
        return LINK
    if fault.cure == "indent" and line[: fault.span.column - 1].strip():
        plain = parts is not None and parts[2][0] not in "'\"[{"
        return COLON if plain and parts and ": " in parts[2] else LEFTOVER
    if fault.cure == "quote" and fault.found.startswith("a value") and INDENTED_KEY.match(line):
        return INDENTED
    if fault.cure == "bracket":
        return _of_a_list(fault, line)
    if "<document start>" in fault.found:
        return SECOND
    return _told(fault)


def _told(fault: Fault) -> str:
    if not fault.cure:
        return f"a fault of YAML: {fault.found}"
    return "text without a key" if fault.found == "no key" else fault.found.replace("`", '"')


def _of_a_list(fault: Fault, line: str) -> str:
    """Return what is wrong where YAML misses the end of a list."""
    if line[fault.span.column - 1 : fault.span.column] != "[":
        return NO_START
    behind = WHOLE_LIST.fullmatch(line) and QUOTED_ITEM.search(line)
    return LEFTOVER_ITEM if behind else fault.found


def _cure(fault: Fault, found: str, line: str) -> str:
    if found == INDENTED:
        return f"begin it in column 1: {line.strip()}"
    if found.endswith("<<"):
        return "write every key out; front matter has no merge keys"
    if found == SECOND:
        return CURES["remove it"]
    if found == LEFTOVER_ITEM:
        return f"type {QUOTED_ITEM.sub(_quoted_item, line).strip()}"
    if fault.cure in {"quote", ""} or found in {LINK, LEFTOVER, COLON, NO_START}:
        parts = LINE.fullmatch(line)
        return f"type {_in_quotes(*parts.groups())}" if parts else CURES[""]
    plain_key = _with_colon(line) if fault.cure == "key" else ""
    return plain_key or CURES[fault.cure if fault.cure in CURES else ""]


def _with_colon(line: str) -> str:
    """Return the line to type where the sign behind the key is not a colon and a blank."""
    told = KEYED.fullmatch(line)
    return f"type {plain(told[1])}: {told[2].strip()}".rstrip() if told else ""


def _quoted_item(found: re.Match[str]) -> str:
    return f'"{found[1]} {found[2].rstrip()}"'


def _in_quotes(start: str, value: str) -> str:
    """Return a line with its value in the kind of quotes that needs no escapes.

    A tab, which would be shown as an escape, becomes a blank.
    """
    start, value = f"{start.strip()} ", value.replace("\t", " ")
    linked = LINKED.findall(value) if SEVERAL_LINKS.fullmatch(value) else []
    if len(linked) > 1 and not start.startswith("-"):
        each = ", ".join(f'"{one}"' for one in linked)
        return f"{start}[{each}]"
    uneven = UNEVEN_LINK.fullmatch(value)
    if uneven and start.strip(" :") in A_PERSON:
        return f'{start}"[[{uneven[1]}]]"'
    bare = _bare(value)
    if '"' in bare or "\\" in bare:
        doubled = bare.replace("'", "''")
        return f"{start}'{doubled}'"
    return f'{start}"{bare}"'


def _bare(value: str) -> str:
    """Return a value without the quotes that were meant for the whole of it, or for its beginning.

    `"[[tara]]" 4` is one text; in `"Bob" Holm` the quotes belong to the name.
    """
    quote = value[0]
    if quote not in "'\"":
        return value
    inner, closed, rest = value[1:].partition(quote)
    if closed and (LINKED.fullmatch(inner) or GRADED.match(rest)):
        return f"{inner} {rest.strip()}"
    whole = value.endswith(quote) and not rest.startswith((" ", ",", ";"))
    return value[1:-1] if whole else value
