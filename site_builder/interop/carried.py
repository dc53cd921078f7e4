"""Text that any program can carry: a line ends in one way, and no control character is left.

Addresses, too, that lead somewhere and do nothing else.
"""

import re

LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
"""What some program takes for the end of a line."""
NOT_CARRIED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Control characters, halves of characters and characters that are none."""
SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?!\d)")
"""How an address with a scheme begins; `x.example:8080` has none."""
SCHEMES = frozenset({"http", "https", "mailto", "tel"})


def carried(text: str) -> str:
    r"""Return the text with `\n` for every end of a line and a mark for what cannot be carried.

    Letters that turn or hide others stay: names of some languages need them.
    """
    return NOT_CARRIED.sub("\ufffd", LINE_ENDS.sub("\n", text))


def only_leads(address: str) -> bool:
    """Tell whether an address has a known scheme or none: another one may do something else."""
    scheme = SCHEME.match(address)
    return scheme is None or scheme[1].lower() in SCHEMES
