"""Which names in a vault are no part of it: hidden ones and what editors leave behind."""

EDITOR_ENDS = ("~", ".swp", ".tmp")
VIM_PROBE = "4913"
"""Vim makes and removes a file of this name to learn whether it may write in a folder."""


def is_skipped(name: str) -> bool:
    """Tell whether a file or folder is hidden (`.git`, `.#x.md`) or an editor's temporary one."""
    return (
        name.startswith(".")
        or name.endswith(EDITOR_ENDS)
        or name == VIM_PROBE
        or (name.startswith("#") and name.endswith("#"))
    )


def is_utf8(name: str) -> bool:
    """Tell whether the name is UTF-8; others carry lone surrogates in Python."""
    return name.isascii() or printable(name) == name


def printable(name: str) -> str:
    r"""Return the name with every byte that is not UTF-8 written as `\xe9`."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
