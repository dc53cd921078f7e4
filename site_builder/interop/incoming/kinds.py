"""What kind of file this is, where it is not the one that was named."""

import re

from site_builder.interop.incoming.person import WrongFileError
from site_builder.interop.incoming.sheet import columns_of

SAY = "this looks like {}: say `build import {} FILE`"
LOOKS: tuple[tuple[str, str, frozenset[str]], ...] = (
    ("LinkedIn's Connections.csv", "linkedin", frozenset({"first name", "connected on"})),
    ("Google's contacts", "google", frozenset({"e-mail 1 - value"})),
    ("Google's contacts", "google", frozenset({"given name", "family name", "group membership"})),
    ("Google's contacts", "google", frozenset({"first name", "organization name", "labels"})),
    ("a table with the keys of contacts", "csv", frozenset({"name", "email"})),
    ("a table with the keys of contacts", "csv", frozenset({"name", "org"})),
    ("a table of people", "csv", frozenset({"first name", "last name"})),
)
"""What a kind is called, its word in the command, and columns by which it is known."""
MESSAGES = frozenset({"conversation id", "content"})
NEVER = (
    "this is LinkedIn's list of messages, which is never read; "
    "the people are in Connections.csv of the same export"
)

LDIF = re.compile(r"\s*(?:version: 1\n\s*)?dn:", re.IGNORECASE)
NO_LDIF = "this is LDIF, which is not read; the same program exports vCards (.vcf)"


def refuse(text: str, expected: str, named: str) -> WrongFileError:
    """Return the mistake of naming a kind that this file is not; `expected` says what that has."""
    if text.lstrip()[: len("BEGIN:VCARD")].upper() == "BEGIN:VCARD":
        return WrongFileError(SAY.format("vCards", "vcard"))
    if text.startswith(("From ", "Return-Path:", "Delivered-To:", "Received:")):
        return WrongFileError(SAY.format("mails", "mbox"))
    if LDIF.match(text):
        return WrongFileError(NO_LDIF)
    columns = columns_of(text)
    if columns >= MESSAGES:
        return WrongFileError(NEVER)
    for what, kind, signs in LOOKS:
        if columns >= signs and kind != named:
            return WrongFileError(SAY.format(what, kind))
    begins = next((line.strip() for line in text.split("\n") if line.strip()), "")
    return WrongFileError(f'expected {expected}, found a file that begins "{begins[:60]}"')
