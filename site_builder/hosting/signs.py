"""By which signs an answer is known: a page of ours, a feed, a list of files, a vault's source."""

import re

from site_builder.hosting.ask import Answer
from site_builder.pages.host_files import POLICY

OK = 200
REFUSALS = frozenset({401, 403, 404, 407, 410})
PAGES = ("", "index.html", "threads/index.html", "contacts/index.html", "problems.html")
DATA = (
    *("feed.json", "feed.atom", "calendar.ics", "search-index.js"),
    *("_headers", ".doorstep-output"),
)
"""Files beside the pages that hosts which guard `*.html` alone forget."""
FOLDERS = ("contacts/", "threads/", "static/", "static/css/", "attachments/")
SOURCES = {
    ".git/HEAD": re.compile(rb"ref: |[0-9a-f]{40}"),
    ".doorstep/last-build.json": re.compile(rb"\{"),
    "doorstep.toml": re.compile(rb"(?:#.*\n|\s)*(?:\[|\w+ *=)"),
    "contacts/me.md": re.compile(rb"---\n"),
}
"""Files of a vault and how they begin: reachable where it was uploaded in place of its site."""
OURS = re.compile(
    re.escape(POLICY.encode()) + rb'|name="robots" content="noindex, nofollow, noarchive"'
)
SERVERMADE = re.compile(rb"(?i)<title>\s*(?:index of|directory listing|listing)|>\s*index of /")
LISTED = re.compile(rb"""(?i)<a\s[^>]*href=["']?(?:\./)?(?:[\w-]+\.(?:html|css|js|svg)|css/|js/)""")


def is_our_page(answer: Answer) -> bool:
    """Tell whether this is a page of a Doorstep site."""
    return answer.status == OK and bool(OURS.search(answer.body))


def is_text(answer: Answer) -> bool:
    """Tell whether a file came back that is no web page: not a form to sign in, say."""
    begin = answer.body.lstrip()[:15].lower()
    return answer.status == OK and not begin.startswith((b"<!doctype html", b"<html"))


def begins_so(answer: Answer, begins: re.Pattern[bytes]) -> bool:
    """Tell whether a file came back that begins like this."""
    return answer.status == OK and bool(begins.match(answer.body))


def is_refused(answer: Answer) -> bool:
    """Tell whether the reader was turned away or sent elsewhere to sign in."""
    return answer.status in REFUSALS or bool(answer.sent_to)


def is_listing(answer: Answer) -> bool:
    """Tell whether a server made a list of files, as our own pages of these folders are not."""
    if answer.status != OK or is_our_page(answer):
        return False
    return bool(SERVERMADE.search(answer.body) or LISTED.search(answer.body))
