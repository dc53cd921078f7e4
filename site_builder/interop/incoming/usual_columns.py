"""Columns as other programs call them, and the keys that they hold: to be said, never assumed."""

from collections.abc import Collection, Iterable

from site_builder.parsing.fields import CONTACT_FIELDS

WHOLE_NAME = ("name", "full name|fullname|display name|contact name|nom complet")
NAME_PARTS = (
    ("name", "first name|firstname|given name|vorname|prénom"),
    ("name", "last name|lastname|surname|family name|nachname|nom"),
)
"""The first name first, wherever it stands in the file."""
OTHERS = (
    ("org", "company|company name|organization|organisation|organization name|employer"),
    ("org", "associated company|primary company|account name|firma|entreprise|société"),
    ("role", "job title|position|current position|fonction"),
    ("email", "e-mail address|e-mail|email address|emails|mail|primary email|work email"),
    ("email", "personal email|e-mail 2 address|e-mail 3 address|e-mail-adresse|adresse e-mail"),
    ("phone", "phone number|mobile phone|mobile phone number|mobile|business phone|work phone"),
    ("phone", "home phone|phones|telephone|telefon|mobiltelefon|téléphone"),
    ("url", "website|web page|website url|linkedin|linkedin url|linkedin profile"),
    ("location", "city|business city|home city|ort|ville"),
    ("location", "country|country/region|business country/region|home country/region|land|pays"),
    ("tags", "categories|labels|kategorien"),
    ("notes", "note|description|comments|notizen"),
    ("aliases", "nickname|spitzname|surnom"),
)
PARTED = frozenset({"name", "location"})
"""Keys of which each row here gives a part; of any other that holds one text, one column serves."""


def usual_keys(columns: Iterable[str], taken: Collection[str] = ()) -> dict[str, str]:
    """Return the keys of those columns of which they are usual, in the order of a command's maps.

    `taken` are the keys that other columns hold.
    """
    typed = {column.casefold(): column for column in columns}
    whole = any(name in typed for name in WHOLE_NAME[1].split("|"))
    keys: dict[str, str] = {}
    for key, names in (WHOLE_NAME, *OTHERS) if whole else (*NAME_PARTS, *OTHERS):
        there = [typed[name] for name in names.split("|") if name in typed]
        if not (key in CONTACT_FIELDS and CONTACT_FIELDS[key].many):
            full = key in taken or (key in keys.values() and key not in PARTED)
            there = [] if full else there[:1]
        keys |= dict.fromkeys(there, key)
    return keys
