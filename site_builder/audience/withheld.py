"""How much of a vault an audience does not see: for its owner's eyes, never for a page."""

from msgspec import Struct

from site_builder.audience.allowed_keys import Record, withheld_keys
from site_builder.model.vault import Vault


class Withheld(Struct, frozen=True):
    """What was left out."""

    contacts: int = 0
    intros: int = 0
    fields: int = 0
    """Keys, bodies and logs of the files that are shown."""


def withheld_from(whole: Vault, seen: Vault) -> Withheld:
    """Compare the vault with what an audience sees of it; nothing is withheld from its owner."""
    if seen is whole:
        return Withheld()
    intros = {spoke.intro.id for spoke in seen.spokes}
    records: list[Record] = [whole.records[one] for one in seen.records if one in whole.records]
    records += [spoke.intro for spoke in whole.spokes if spoke.intro.id in intros]
    return Withheld(
        len(whole.records) - len(seen.records),
        len(whole.spokes) - len(seen.spokes),
        sum(len([*withheld_keys(record, seen.audience)]) for record in records),
    )
