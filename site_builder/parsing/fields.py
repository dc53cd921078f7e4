"""The field table: every key of the format, once.

Parsing, did-you-mean, the JSON Schema, the manual's tables and new-file templates all read it.
"""

from collections.abc import Mapping

from msgspec import Struct

from site_builder.parsing import value_readers as read
from site_builder.parsing.line_readers import read_membership, read_tie
from site_builder.parsing.value_readers import Reader

TEXT = Reader("text", "one text", read.read_text)
DATE = Reader(
    "date", "a date like 2026-06-03", read.read_date, {"type": "string", "format": "date"}
)
ROUGH_DATE = Reader(
    "rough date",
    "a date like 2026-06-03, 2026-06 or 2026",
    read.read_rough_date,
    {"type": ["string", "integer"], "pattern": "^[0-9]{4}(-[0-9]{2}){0,2}$"},
)
CLOSENESS = Reader(
    "1-5",
    "a closeness from 1 (met once) to 5 (would go far for me)",
    read.read_closeness,
    {"type": "integer", "minimum": 1, "maximum": 5},
)
DURATION = Reader(
    "duration",
    "a length of time like 14d, 6w, 3m or 1y",
    read.read_duration,
    {"type": "string", "pattern": "^(?![0-9]{4}y|[0-9]{5}[wmy])[1-9][0-9]{0,4}[dwmy]$"},
)
YES_NO = Reader("yes or no", "true or false", read.read_yes_no, {"type": "boolean"})
ASK = Reader(
    "ask",
    "yes, sparingly or no",
    read.read_ask,
    {"enum": ["yes", "sparingly", "no", True, False]},
)
EMAIL = Reader("e-mail", "an address like tara@northwind.example", read.read_email)
ZONE = Reader("zone", "an IANA name like Europe/Stockholm", read.read_zone)
TAG = Reader(
    "tag", "letters, digits, _ - / and not digits alone", read.read_tag, {"type": "string"}
)
PERSON = Reader(
    "person", "a person: an id like tara-lindqvist or [[tara-lindqvist]]", read.read_person
)
MEMBERSHIP = Reader("membership", "a circle like team/oslo-rowing 2009-2012", read_membership)
TIE = Reader("tie", "a tie like sam-okafor 4 rowed together", read_tie)
STANDING = Reader(
    "standing", "a person and a number from 0 to 1, like tara-lindqvist 0.8", read.read_standing
)
STEP = Reader("step", "a date and a text, like 2026-12-01 write again", read.read_step)
WAIVER = Reader(
    "waiver", "a check's id and a reason, like no-goal agreed by phone", read.read_waiver
)


class Field(Struct, frozen=True):
    """One key of a file."""

    key: str
    reader: Reader
    meaning: str
    example: str
    many: bool = False
    """A list of values; a single one may be written without a list."""
    required: bool = False


def _table(*fields: Field) -> Mapping[str, Field]:
    return {known.key: known for known in fields}


CONTACT_FIELDS = _table(
    Field("name", TEXT, "display name", "Tara Lindqvist", required=True),
    Field("me", YES_NO, "this file is the vault's owner; at most one", "true"),
    Field("called", TEXT, "the name to greet them by", "Tara"),
    Field("aliases", TEXT, "other names by which links find the person", "[Tara L]", many=True),
    Field("email", EMAIL, "address, or several", "tara@northwind.example", many=True),
    Field("phone", TEXT, "number, or several, as typed", "+46 8 123 456", many=True),
    Field("url", TEXT, "page, or several", "https://northwind.example/tara", many=True),
    Field("org", TEXT, "organisation", "Northwind"),
    Field("role", TEXT, "what they do there", "VP Platform"),
    Field("location", TEXT, "where they are", "Stockholm"),
    Field("timezone", ZONE, "IANA name", "Europe/Stockholm"),
    Field("language", TEXT, "language to write in", "sv"),
    Field("closeness", CLOSENESS, "my tie: 1 met once to 5 would go far for me", "2"),
    Field("last_contact", DATE, "last real exchange with me", "2026-06-03"),
    Field("cadence", DURATION, "stay in touch at least this often", "3m"),
    Field("met_on", ROUGH_DATE, "when we met", "2019-05"),
    Field("introduced_by", PERSON, "who introduced us", "sam-okafor"),
    Field("groups", MEMBERSHIP, "circles, with years", "[team/oslo-rowing 2009-2012]", many=True),
    Field("knows", TIE, "ties to other people", "[sam-okafor 4 rowed together]", many=True),
    Field("strangers", PERSON, "whom they turned out not to know", "[dana-roy]", many=True),
    Field("ask", ASK, "may I ask for introductions", "sparingly"),
    Field("standing", STANDING, "how much others listen", "[ben-ito 0.8]", many=True),
    Field("channel", TEXT, "preferred channel", "email"),
    Field("tags", TAG, "labels", "[platform, nordics]", many=True),
    Field("visibility", TEXT, "private, or audiences that may see it", "private", many=True),
    Field("draft", YES_NO, "left out of the build", "true"),
    Field("ignore", WAIVER, "checks waived for this file", "[unknown-tie met today]", many=True),
)

INTRO_FIELDS = _table(
    Field("target", PERSON, "who I want to reach", "tara-lindqvist", required=True),
    Field("introducer", PERSON, "who introduces", "sam-okafor", required=True),
    Field("requester", PERSON, "who wants it; default me", "ben-ito"),
    Field("goal", TEXT, "the ask, small and concrete", "Thirty minutes on build platforms"),
    Field("why", TEXT, "what is in it for the target", "We measured three of the tools"),
    Field("channel", TEXT, "how it is made", "email"),
    Field("deadline", DATE, "time is of the essence", "2026-12-15"),
    Field("thread", TEXT, "keeps two pursuits of one target apart", "hiring"),
    Field("next", STEP, "a planned step; silences the alarm", "2026-12-01 write after the fair"),
    Field("blind", TEXT, "why the target was not asked first", "they asked for it"),
    Field("tags", TAG, "labels", "[fundraising]", many=True),
    Field("visibility", TEXT, "private, or audiences that may see it", "private", many=True),
    Field("draft", YES_NO, "left out of the build", "true"),
    Field("ignore", WAIVER, "checks waived for this file", "[no-goal by phone]", many=True),
)

FIELDS: Mapping[str, Mapping[str, Field]] = {"contact": CONTACT_FIELDS, "intro": INTRO_FIELDS}
"""The keys of each kind of file."""
