"""Tables to import, beside a vault."""

from tests.support.commands import Commands

TABLE = "name,email,org\n"


def table(vault: Commands, rows: str, header: str = TABLE) -> str:
    """Write a table beside the vault and return its path."""
    place = vault.root.parent / f"{vault.root.name}.csv"
    place.write_text(header + rows, "utf-8")
    return str(place)
