"""The order of names in lists."""

import unicodedata


def alphabetical(name: str) -> str:
    """Return what a name is sorted by: without accents, so that Émile stands among those in E.

    Half and full width are alike. A script follows the other as Unicode has them, as nobody has
    said whose order it should be; the page sorts by the reader's, if asked.
    """
    if name.isascii():
        return name.casefold()
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(sign for sign in plain if not unicodedata.combining(sign))
