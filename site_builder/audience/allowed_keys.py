"""From a whole record to a new one that holds only what an audience may see of it.

Records are built up from the allowed keys, never cut down: a key that is added to the format is
hidden from everybody else until somebody names it.
"""

from collections.abc import Container, Iterator

from site_builder.model.audience import Audience
from site_builder.model.contact import Contact
from site_builder.model.document import Document
from site_builder.model.intro import Intro
from site_builder.model.prose import Prose
from site_builder.parsing.fields import CONTACT_FIELDS, INTRO_FIELDS

Record = Contact | Intro

OWN = frozenset({"visibility", "ignore"})
"""Keys that no other audience ever sees."""
BARE_CONTACT = frozenset({"name", "me", "draft"})
"""What a contact is, besides its id: shown with the file, `name` only where it is allowed."""
BARE_INTRO = frozenset({"target", "introducer", "requester", "draft"})
"""What an introduction is: one whose people are not all visible does not exist."""
CONTACT_KEYS = CONTACT_FIELDS.keys() - OWN - BARE_CONTACT
INTRO_KEYS = INTRO_FIELDS.keys() - OWN - BARE_INTRO


def is_shown(document: Document, audience: Audience, *, drafts: bool) -> bool:
    """Tell whether the audience sees anything of a file: its kind and the file must name it."""
    record = document.record
    if record is None or (record.draft and not drafts):
        return False
    kind = audience.shows("contacts" if document.kind == "contact" else "intros")
    return kind and audience.name in record.visibility


def allowed(record: Record, audience: Audience, kinds: Container[str]) -> Record:
    """Return the record with the allowed keys alone; memberships only of these kinds.

    The path is one that says nothing of the owner's folders. Places in the file are still there.
    """
    keys = CONTACT_KEYS if isinstance(record, Contact) else INTRO_KEYS
    values = {key: getattr(record, key) for key in keys if audience.has(key)}
    values["more"] = tuple(pair for pair in record.more if audience.has(pair[0]))
    values["notes"] = record.notes if audience.shows("body") else Prose()
    if isinstance(record, Intro):
        return Intro(
            id=record.id,
            path=f"intros/{record.id}.md",
            target=record.target,
            introducer=record.introducer,
            requester=record.requester,
            draft=record.draft,
            visibility=(),
            events=record.events if audience.shows("log") else (),
            **values,
        )
    groups = values.get("groups", ())
    values["groups"] = tuple(line for line in groups if line.kind in kinds)
    return Contact(
        id=record.id,
        path=f"contacts/{record.id}.md",
        name=record.name if audience.has("name") else record.id,
        me=record.me,
        draft=record.draft,
        visibility=(),
        log=record.log if audience.shows("log") else (),
        **values,
    )


def withheld_keys(record: Record, audience: Audience) -> Iterator[str]:
    """Yield what a visible file says and the audience does not see: keys, body, log."""
    bare = {"me", "draft"} if isinstance(record, Contact) else BARE_INTRO
    for key in record.spans:
        if key not in OWN and key not in bare and not audience.has(key):
            yield key
    if record.notes and not audience.shows("body"):
        yield "body"
    if (record.log if isinstance(record, Contact) else record.events) and not audience.shows("log"):
        yield "log"
