"""What of a card has no place in a note: it is told, but for what only programs read."""

import re
from collections.abc import Iterable, Iterator

from site_builder.interop.incoming.card_lines import CardLine
from site_builder.interop.incoming.tidy import machine, shown

TAKEN = frozenset(
    {"FN", "N", "NICKNAME", "EMAIL", "TEL", "URL", "ORG", "TITLE", "ROLE", "ADR", "TZ", "LANG"}
    | {"CATEGORIES", "BDAY", "NOTE", "X-SOCIALPROFILE", "SOCIALPROFILE", "X-INTRODUCED-BY"}
    | {"RELATED", "RELATIONSHIP", "X-ABRELATEDNAMES", "KIND", "X-KIND", "UID"}
)
"""What `cards` reads."""
OF_PROGRAMS = re.compile(
    r"VERSION|PRODID|REV|CREATED|CLASS|MAILER|SOURCE|PROFILE|NAME|SORT-STRING|LANGUAGE|LABEL|GEO"
    r"|CLIENTPIDMAP|XML|X-AB(?:ADR|LABEL|SHOWAS|UID)|X-ADDRESSBOOKSERVER-.+|X-IMAGE.+|X-SHARED-.+"
    r"|X-MS-OL-.+|X-MS-CARDPICTURE|X-MS-TEXT|X-MOZILLA-HTML|X-(?:EVOLUTION-)?FILE-AS|.*REVISION|X-(?:LAST_)?TIMES?_CONTACTED"
    r"|X-PM-.+|VND-63-.+|X-ADDRESSING-GRAMMAR|X-APPLE-SUB.+|X-SAMSUNGADR|X-MS-SIGNATURE"
)
"""Properties for programs; `LABEL` and `GEO` are streets, which stay where they are."""
ANDROID_NICKNAME = "vnd.android.cursor.item/nickname"
CALLED = re.compile(
    r"(?:X-)?(?:EVOLUTION-|MS-|KADDRESSBOOK-X-|ANDROID-)?"
    r"(SPOUSE|PARTNER|MANAGER|ASSISTANT|CHILD)(?:REN)?S?-?(?:NAME)?"
)
"""Properties that name somebody and say in their own name how they are related."""


def kind_of(line: CardLine) -> str:
    """Return how somebody is related whom a property like `X-SPOUSE` names; empty for others."""
    found = CALLED.fullmatch(line.name)
    return found[1].lower() if found else ""


def android_nickname(line: CardLine) -> str:
    """Return the nickname as Android writes it in cards of version 2.1; empty for others."""
    kind, *texts = line.parts(";") if line.name == "X-ANDROID-CUSTOM" else ("",)
    return texts[0] if texts and kind == ANDROID_NICKNAME else ""


def machine_of(line: CardLine, label: str) -> str:
    """Return what answers a number instead of somebody; empty where a voice may answer, too."""
    types = "" if line.is_of("voice") else " ".join(line.parameters.get("TYPE", ()))
    return machine(label) or machine(types) if line.name == "TEL" else ""


def rest_of(lines: Iterable[CardLine]) -> Iterator[str]:
    """Yield for each property that no note has a place for what it says, with its label."""
    lines = tuple(lines)
    labels = labels_of(lines)
    for line in lines:
        label = labels.get(line.group, "")
        if (kind := machine_of(line, label)) and line.value.strip():
            yield f'{kind} "{shown(line.text.removeprefix("tel:"))}"'
        if line.name in TAKEN or OF_PROGRAMS.fullmatch(line.name):
            continue
        if kind_of(line) or android_nickname(line):
            continue
        if line.name == "AGENT":
            yield "AGENT, a card within this one"
        elif text := shown(line.text.rstrip(";")):
            yield f'{line.name} "{text}"' + (f" ({label})" if label else "")


def labels_of(lines: Iterable[CardLine]) -> dict[str, str]:
    """Return by group the labels that Apple and Google give other properties of it."""
    return {
        line.group: line.text.removeprefix("_$!<").removesuffix(">!$_")
        for line in lines
        if line.name == "X-ABLABEL" and line.group
    }
