"""Asks a web server for one address: the only place of the program that opens a connection."""

import base64
import http.client
import socket
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from urllib.parse import SplitResult, urljoin, urlsplit

SECONDS = 10.0
"""For each step of one answer."""
MOST_BYTES = 256 * 1024
MOST_READS = 1024
"""A server that sends its answer in crumbs is not waited for."""
MOST_TURNS = 5
TURNS = frozenset({301, 302, 303, 307, 308})
AGENT = "doorstep-doctor"
ELSEWHERE = "https://elsewhere.example"
"""Whose page the server is told is asking: it must not be allowed to read the answer."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """A name and a password for Basic authentication."""

    user: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back for one address."""

    status: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)
    """By name in small letters; several of one name joined by commas."""
    body: bytes = b""
    """The first 256 KiB."""
    secure: bool = False
    """Whether it came over TLS."""
    sent_to: str = ""
    """Another server to which the reader is sent, usually to sign in; it is not asked."""
    failure: str = ""
    """Why nothing came back."""


REASONS: Mapping[type[Exception], str] = {
    ssl.SSLError: "it does not speak TLS as it should",
    TimeoutError: f"no answer within {SECONDS:.0f} seconds",
    socket.gaierror: "there is no such host",
    http.client.RemoteDisconnected: "it hangs up without an answer",
    http.client.HTTPException: "its answer is no HTTP",
}

Ask = Callable[[str, Credentials | None], Answer]
"""Asks for an address below the site's root, as `contacts/index.html`; or for a whole URL."""


def asker(site: str) -> Ask:
    """Return what asks for addresses of this site, which ends in a slash, each of them once."""

    @cache
    def ask(address: str, credentials: Credentials | None) -> Answer:
        url = urlsplit(urljoin(site, address))
        for _ in range(MOST_TURNS):
            answer = _once(url, credentials)
            target = answer.headers.get("location", "")
            if answer.status not in TURNS or not target:
                return replace(answer, secure=url.scheme == "https")
            before, url = url, urlsplit(urljoin(url.geturl(), target))
            if not _stays(before, url):
                return Answer(answer.status, answer.headers, sent_to=url.netloc or target)
        return Answer(failure="it sends the reader in circles")

    return ask


def _stays(here: SplitResult, there: SplitResult) -> bool:
    """Tell whether a turn leads to the same server, or to its secure port."""
    if here.hostname != there.hostname:
        return False
    upgrade = (here.scheme, there.scheme) == ("http", "https")
    return upgrade or (here.scheme, here.netloc) == (there.scheme, there.netloc)


def _once(url: SplitResult, credentials: Credentials | None) -> Answer:
    secure = url.scheme == "https"
    kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
    headers = {"User-Agent": AGENT, "Origin": ELSEWHERE}
    if credentials:
        pair = f"{credentials.user}:{credentials.password}".encode()
        headers["Authorization"] = f"Basic {base64.b64encode(pair).decode()}"
    target = (url.path or "/") + (f"?{url.query}" if url.query else "")
    try:
        connection = kind(url.hostname or "", url.port, timeout=SECONDS)
        try:
            connection.request("GET", target, headers=headers)
            return _read(connection.getresponse())
        finally:
            connection.close()
    except (OSError, http.client.HTTPException, ValueError) as error:
        return Answer(failure=_reason(error))


def _read(response: http.client.HTTPResponse) -> Answer:
    headers: dict[str, str] = {}
    for name, value in response.getheaders():
        key = name.lower()
        headers[key] = f"{headers[key]}, {value}" if key in headers else value
    body = bytearray()
    for _ in range(MOST_READS):
        part = response.read1(MOST_BYTES - len(body)) if len(body) < MOST_BYTES else b""
        if not part:
            break
        body += part
    return Answer(response.status, headers, bytes(body))


def _reason(error: Exception) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not trusted: {error.verify_message}"
    for kind, reason in REASONS.items():
        if isinstance(error, kind):
            return reason
    return (getattr(error, "strerror", None) or str(error)).lower()
