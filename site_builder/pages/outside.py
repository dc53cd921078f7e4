"""Links that leave the site: only web, mail and telephone, all else stays text."""

import re
from urllib.parse import quote

SAFE_URL = re.compile(r"(?:https?://|mailto:|tel:)[^\s\x00-\x20\x7f]+", re.IGNORECASE)
MAIL = re.compile(r"[^\s@<>,;\"]+@[^\s@<>,;\"]+")
PHONE = re.compile(r"\+?[\d\s().\-/]{3,}")


def url_link(url: str) -> str:
    """Return the address a URL may lead to, or nothing where its scheme is not a safe one."""
    return url if SAFE_URL.fullmatch(url) else ""


def mail_link(mail: str) -> str:
    """Return the `mailto:` address of an e-mail address, or nothing where it is none."""
    return f"mailto:{quote(mail, safe='@+')}" if MAIL.fullmatch(mail) else ""


def phone_link(phone: str) -> str:
    """Return the `tel:` address of a phone number, or nothing where it is none."""
    dialled = re.sub(r"[^\d+]", "", phone)
    return f"tel:{dialled}" if PHONE.fullmatch(phone) and len(dialled) >= len("112") else ""
