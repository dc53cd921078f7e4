"""What an audience can follow a name to; every other name is taken out of what it reads.

A name that leads nowhere and one that leads to somebody hidden are the same here: which of the
two it is would already say that there is somebody.
"""

import re
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from site_builder.model.contact import Contact
from site_builder.model.directory import Directory
from site_builder.model.intro import Intro
from site_builder.model.prose import Link
from site_builder.model.reference import Reference, fold
from site_builder.source import FILE_START, Span

LEFT_OUT = "…"
"""What stands for a link that this audience cannot follow, whatever it says."""
WIKILINK = re.compile(r"!?\[\[([^\[\]]*)\]\]")


class Findable(Struct, frozen=True):
    """The people and introductions that an audience sees."""

    people: Directory
    intros: AbstractSet[str]
    """Folded ids."""

    def person(self, name: str) -> bool:
        """Tell whether a name in a front matter finds one visible person."""
        return self.people.one(name) is not None

    def link(self, link: Link) -> bool:
        """Tell whether a link of a text leads to a page, as `pages/prose.py` will find it."""
        name = link.note
        person = "intros/" not in link.target and self.person(name)
        return bool(name) and (person or fold(link.intro) in self.intros)


def cleaned(record: Contact | Intro, findable: Findable) -> Contact | Intro:
    """Return the record without names that cannot be followed and without places in its file.

    A tie to somebody who cannot be found is gone; in texts, `…` stands for the link.
    """
    changed = _cleaned_fields(record, findable)
    return replace(record, **{**changed, "id": record.id, "path": record.path, "spans": {}})


def _cleaned_fields(record: Any, findable: Findable) -> dict[str, Any]:  # noqa: ANN401 - any of ours
    return {name: _clean(getattr(record, name), findable) for name in record.__struct_fields__}


def _clean(value: Any, findable: Findable) -> Any:  # noqa: ANN401, PLR0911 - a return a type
    if isinstance(value, str):
        return WIKILINK.sub(_link_cleaner(findable), value) if "[[" in value else value
    if isinstance(value, Span):
        return FILE_START
    if isinstance(value, tuple):
        return tuple(kept for one in value if (kept := _clean(one, findable)) is not None)
    if isinstance(value, Reference):
        return Reference(value.name, FILE_START) if findable.person(value.name) else None
    if isinstance(value, Link):
        shown = value if findable.link(value) else Link("", LEFT_OUT, "wiki", FILE_START)
        return replace(shown, span=FILE_START)
    if not isinstance(value, Struct):
        return value
    changed = _cleaned_fields(value, findable)
    if any(new is None and getattr(value, name) is not None for name, new in changed.items()):
        return None  # it is about somebody who cannot be found
    return replace(value, **changed)


def _link_cleaner(findable: Findable) -> Callable[[re.Match[str]], str]:
    def clean(found: re.Match[str]) -> str:
        target = found[1].partition("|")[0].removesuffix("\\")
        link = Link(target, target, "embed" if found[0][0] == "!" else "wiki", FILE_START)
        return found[0] if findable.link(link) else LEFT_OUT

    return clean
