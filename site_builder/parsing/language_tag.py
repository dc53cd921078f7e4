"""Language tags (BCP 47), as browsers and screen readers take them: `en`, `pt-BR`, `zh-Hant-TW`."""

import re

TWO_LETTERS = (
    "a[abefkmnrsvyz]|b[aegimnors]|c[aehorsuvy]|d[aevz]|e[elnostu]|f[afijory]|g[adlnuv]"
    "|h[aeiortuyz]|i[adegikostu]|j[av]|k[agijklmnorsuvwy]|l[abginotuv]|m[ghiklnrsty]"
    "|n[abdeglnorvy]|o[cjmrs]|p[ailst]|qu|r[mnouw]|s[acdeghiklmnoqrstuvw]|t[aeghiklnorstwy]"
    "|u[gkrz]|v[eio]|w[ao]|xh|y[io]|z[ahu]"
)
"""ISO 639-1. The codes of three letters are thousands, and taken as they are."""
TAG = re.compile(
    rf"({TWO_LETTERS}|[a-z]{{3}})(-[a-z]{{4}})?(-([a-z]{{2}}|[0-9]{{3}}))?"
    r"(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(-x(-[a-z0-9]{1,8})+)?",
    re.IGNORECASE | re.ASCII,
)


def is_language(tag: str) -> bool:
    """Tell whether this names a language, as far as can be known without the whole registry."""
    return TAG.fullmatch(tag) is not None
