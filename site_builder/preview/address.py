"""From the target of a request to the address of a page; a look-up, never a path."""

from collections.abc import Container
from urllib.parse import quote, unquote_to_bytes

INDEX = "index.html"


def address_of(target: str) -> str | None:
    """Return the address that a request means, or None if it can be none."""
    try:
        path = unquote_to_bytes(target.partition("?")[0]).decode("utf-8")
    except UnicodeDecodeError:
        return None
    address = path.removeprefix("/")
    return address + INDEX if not address or address.endswith("/") else address


def folder_of(address: str, known: Container[str]) -> str | None:
    """Return where `/contacts` should have gone, if there is a page at `/contacts/`."""
    return f"/{quote(address)}/" if f"{address}/{INDEX}" in known else None


def query_value(target: str, name: str) -> str:
    """Return a plain value of the query, or an empty text."""
    for pair in target.partition("?")[2].split("&"):
        key, _, value = pair.partition("=")
        if key == name:
            return value
    return ""
