"""Looks at a hosted site from outside, as a stranger and as a reader, and names every fault."""

from collections.abc import Callable, Iterator
from ipaddress import ip_address
from urllib.parse import urlsplit

from msgspec import Struct

from site_builder.hosting import signs
from site_builder.hosting.ask import Answer, Ask, Credentials
from site_builder.hosting.verdict import Verdict, fault, good, unseen
from site_builder.pages.host_files import HEADERS

PUBLIC_HOSTS = (".github.io", ".pages.dev", ".workers.dev", ".netlify.app", ".vercel.app")
WRONG = Credentials("doorstep-doctor", "this is not the password")
ASK_AS_READER = "give --user and --password-file to look as a reader"


class Look(Struct, frozen=True):
    """Where to look, how to ask, and as whom."""

    url: str
    """The site's root, which ends in a slash."""
    ask: Ask
    reader: Credentials | None
    first: Answer
    """What a stranger gets at the root."""

    def seen(self) -> Answer:
        """Return the first page as a reader gets it."""
        return self.ask("", self.reader) if self.reader else self.first


def examine_site(url: str, ask: Ask, reader: Credentials | None = None) -> tuple[Verdict, ...]:
    """Return a verdict for each question; nothing but GET requests is sent."""
    first = ask("", None)
    if first.failure:
        cure = "is the address right, and does the server run?"
        return (fault("reachable", first.failure, cure),)
    look = Look(url, ask, reader, first)
    return tuple(verdict for question in QUESTIONS for verdict in question(look))


def _encrypted(look: Look) -> Iterator[Verdict]:
    url = urlsplit(look.url)
    if url.scheme == "https":
        plain = look.ask(f"http://{url.hostname}{url.path}", None) if url.port is None else None
        if plain and plain.status and not (plain.secure or plain.sent_to):
            cure = "redirect port 80 to https, before anything is asked or shown"
            yield fault("encrypted", "the same address also answers without TLS", cure)
        else:
            yield good("encrypted", "TLS, with a certificate that is trusted")
    elif _is_loopback(url.hostname or ""):
        yield good("encrypted", "not needed on this machine itself")
    else:
        cure = "serve it over https: pages and password can be read on the way"
        yield fault("encrypted", "plain http", cure)


def _password(look: Look) -> Iterator[Verdict]:
    opened = [page for page in signs.PAGES if signs.is_our_page(look.ask(page, None))]
    if opened:
        names = ", ".join(page or "/" for page in opened)
        yield fault("password", f"anybody can read {names}", _lock(look.url))
    elif signs.is_refused(look.first):
        challenge = look.first.headers.get("www-authenticate", "").lower()
        if "basic" in challenge and signs.is_our_page(look.ask("", WRONG)):
            yield fault("password", "any password will do", "compare names and passwords")
        else:
            where = f"sent to {look.first.sent_to}" if look.first.sent_to else "refused"
            yield good("password", f"a stranger is {where} ({look.first.status})")
    else:
        found = f"a stranger gets a page that is not Doorstep's ({look.first.status})"
        yield unseen("password", found, "is this the address of the site itself?")
    if look.reader and not signs.is_our_page(look.seen()):
        found = f"no page for {look.reader.user} ({look.seen().status})"
        yield fault("reader", found, "are name, password and address right?")


def _lock(url: str) -> str:
    host = urlsplit(url).hostname or ""
    if host.endswith(PUBLIC_HOSTS):
        name = host.split(".", 1)[1]
        return f"take it down now: {name} shows a site to the whole world; see docs/hosting.md"
    return "ask for a password at every address; `build hosting` prints a file that does"


def _data(look: Look) -> Iterator[Verdict]:
    opened = [name for name in signs.DATA if signs.is_text(look.ask(name, None))]
    if opened:
        cure = "guard every address, not only pages; `build hosting` prints a file that does"
        yield fault("data", f"anybody can read {', '.join(opened)}", cure)
    else:
        yield good("data", "no feed, index or manifest without signing in")


def _listing(look: Look) -> Iterator[Verdict]:
    listed = [name for name in signs.FOLDERS if any(map(signs.is_listing, _both(look, name)))]
    if listed:
        cure = "switch lists of files off (nginx: autoindex off; Caddy: file_server, no browse)"
        yield fault("listing", f"the server lists the files of {', '.join(listed)}", cure)
    else:
        yield good("listing", "no folder is listed")


def _source(look: Look) -> Iterator[Verdict]:
    opened = [
        name
        for name, begins in signs.SOURCES.items()
        if any(signs.begins_so(answer, begins) for answer in _both(look, name))
    ]
    if opened:
        cure = "serve the folder that `build` made, site/, and never the vault around it"
        yield fault("source", f"the vault itself is served: {', '.join(opened)}", cure)
    else:
        yield good("source", "nothing of the vault beside the site")


def _both(look: Look, name: str) -> Iterator[Answer]:
    yield look.ask(name, None)
    if look.reader:
        yield look.ask(name, look.reader)


def _headers(look: Look) -> Iterator[Verdict]:
    seen = look.seen()
    if not signs.is_our_page(seen):
        yield unseen("headers", "no page was seen, so its headers were not", ASK_AS_READER)
        return
    missing = [name for name in HEADERS if name.lower() not in seen.headers]
    other = [
        f'{name} is "{seen.headers[name.lower()]}"'
        for name, value in HEADERS.items()
        if name.lower() in seen.headers and _spaced(seen.headers[name.lower()]) != _spaced(value)
    ]
    found = ([f"missing: {', '.join(missing)}"] if missing else []) + other
    if found:
        cure = "send those of the site's own file _headers; `build hosting` writes them for hosts"
        yield fault("headers", "; ".join(found), cure)
    else:
        yield good("headers", f"all {len(HEADERS)} as they should be")


def _spaced(value: str) -> str:
    return "".join(value.lower().split()).rstrip(";")


def _sharing(look: Look) -> Iterator[Verdict]:
    allowed = look.seen().headers.get("access-control-allow-origin", "")
    if allowed:
        found = f'pages of other sites may read it: Access-Control-Allow-Origin is "{allowed}"'
        yield fault("sharing", found, "do not send this header")
    else:
        yield good("sharing", "no other site may read it")


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


QUESTIONS: tuple[Callable[[Look], Iterator[Verdict]], ...] = (
    _encrypted,
    _password,
    _data,
    _listing,
    _source,
    _headers,
    _sharing,
)
