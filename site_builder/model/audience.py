"""Who a site is made for, and what it may show them: an allow-list."""

from typing import Literal

from msgspec import Struct

Part = Literal["contacts", "intros", "body", "log", "suggestions", "drafts"]

PARTS: dict[Part, str] = {
    "contacts": "people",
    "intros": "introductions",
    "body": "the notes of a file",
    "log": "the dated lines of a file, and what follows from them: states, doors, last contact",
    "suggestions": "who could be asked for another introduction",
    "drafts": "words to send",
}
"""What `show` may name."""


class Audience(Struct, frozen=True):
    """Readers of one output folder; what is not named here is not shown to them."""

    name: str
    show: tuple[str, ...] = ()
    """Parts, as in `PARTS`."""
    fields: tuple[str, ...] = ()
    """Keys of the front matter, unknown ones included."""

    @property
    def is_private(self) -> bool:
        """Tell whether this is the owner, who sees everything."""
        return self.name == "private"

    def shows(self, part: Part) -> bool:
        """Tell whether this audience sees a part."""
        return self.is_private or part in self.show

    def has(self, key: str) -> bool:
        """Tell whether this audience sees a key of the front matter."""
        return self.is_private or key in self.fields


PRIVATE = Audience("private")
"""The owner: built in, and the default."""
