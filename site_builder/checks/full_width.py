"""Signs of double width, as keyboards for Chinese, Japanese and Korean type them, made plain."""

from collections.abc import Callable

BAR, BRACKETS = "｜", "［］"
PLAIN = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5E)}
PLAIN |= {0x3000: ord(" "), 0x301C: ord("-"), 0xFF5E: ord("-")}
"""What Unicode has of ASCII in double width, the blank, and the waves that stand between years."""


def plain(text: str) -> str:
    """Return the text with plain signs; itself where it has them."""
    return text.translate(PLAIN)


def plain_link(name: str, known: Callable[[str], str | None]) -> str:
    """Return the link that was meant by a name with its bar or its brackets in double width.

    Empty where it is the name of nothing `known`.
    """
    who, bar, words = name.strip(BRACKETS).replace("|", BAR).partition(BAR)
    meant = known(plain(who).strip()) if bar or is_wide(name) else None
    return f"[[{meant}{bar and '|'}{words}]]" if meant else ""


def is_wide(name: str) -> bool:
    """Tell whether a link has brackets of double width."""
    return name.startswith("［［")
