"""Spellings of ways out of the site, and what is no request at all: nothing out, server alive."""

import random
from collections.abc import Iterator

import pytest

from site_builder.preview.listen import Listening
from tests.preview.asking import CANARY, alive, ask, ask_raw
from tests.support.figures import Count

pytestmark = pytest.mark.proves("preview")


def traversals() -> Iterator[str]:
    """Yield spellings of ways out of the site's folder."""
    dots = ("..", "%2e%2e", "%2E.", ".%2e", "%252e%252e", "..;", "%c0%ae%c0%ae", "%uff0e%uff0e")
    slashes = ("/", "%2f", "%5c", "\\", "%252f", "//", "/./", "%c0%af")
    for dot in dots:
        for slash in slashes:
            yield "/" + (dot + slash) * 8 + "etc/passwd"
            yield "/static/" + (dot + slash) * 9 + "etc/passwd"
            yield "/" + (dot + slash) * 8 + "etc/passwd%00.html"
    yield from ("//etc/passwd", "/file:///etc/passwd", "/?/../../etc/passwd", "/%2fetc/passwd")
    yield from ("/static/css/base.css/../../../etc/passwd", "/__edit/../../etc/passwd", "/%00")
    yield from ("/@fs/etc/passwd", "/index.html?raw??", "/.git/config", "/doorstep.toml")


def test_no_spelling_leads_out_of_the_site(preview: Listening, count: Count) -> None:
    spellings = list(traversals())
    leaks = [one for one in spellings if b"root:" in ask(preview.port, one).raw]
    assert leaks == []
    assert len(spellings) > 190
    count(len(spellings))
    assert alive(preview)


def test_random_targets_find_what_is_listed_and_nothing_else(
    preview: Listening, count: Count
) -> None:
    dice = random.Random(4)  # noqa: S311 - seeded on purpose
    parts = [
        *"./%\\~?&;:@",
        "..",
        "%2e",
        "%2f",
        "contacts",
        "index.html",
        "static",
        "etc",
        "__live",
    ]
    for _ in range(300):
        target = "/" + "".join(dice.choices(parts, k=dice.randint(1, 8)))
        if target.startswith("/__live"):
            continue
        answer = ask(preview.port, target)
        assert answer.status in {200, 302, 400, 404}
    count(300)
    assert alive(preview)


MALFORMED = (
    *(b"", b"\r\n\r\n", b"GET\r\n\r\n", b"GET /\r\n\r\n", b"GET / HTTP/2.0\r\n\r\n"),
    *(b"GET http://127.0.0.1/ HTTP/1.1\r\n\r\n", b"GET * HTTP/1.1\r\n\r\n", b"\0" * 4000),
    *(b"GET / HTTP/1.1\nHost: 127.0.0.1\n\n", b"GET  / HTTP/1.1\r\n\r\n", b"\xff\xfe\r\n\r\n"),
    *(b"GET /\x00 HTTP/1.1\r\n\r\n", b"GET / HTTP/1.1\r\nHost\r\n\r\n", b"PRI * HTTP/2.0\r\n\r\n"),
    *(b"GET / HTTP/1.1\r\nHost: a\r\n b\r\n\r\n", b"GET / HTTP/1.1\r\n: x\r\n\r\n"),
    *(b"GET /" + b"a" * 5000 + b" HTTP/1.1\r\n\r\n", b"GET / HTTP/1.1\r\nX: " + b"a" * 40000),
    *(b"\x16\x03\x01\x02\x00\x01\x00", b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 9000 + b"\r\n"),
)


def test_what_is_no_request_is_refused_in_our_own_words(preview: Listening) -> None:
    for request in MALFORMED:
        answer = ask_raw(preview.port, request)
        assert answer.status in {0, 400}, request[:40]
        assert CANARY not in answer.raw
    assert alive(preview)


def test_what_follows_a_request_is_not_answered(preview: Listening) -> None:
    ours = f"Host: 127.0.0.1:{preview.port}\r\n"
    first = f"GET /static/css/base.css HTTP/1.1\r\n{ours}"
    second = f"GET / HTTP/1.1\r\n{ours}\r\n"
    for more in (
        "",
        "Content-Length: 5\r\n",
        "Transfer-Encoding: chunked\r\n",
        "Expect: 100-continue\r\n",
    ):
        answer = ask_raw(preview.port, f"{first}{more}\r\n{second}".encode())
        assert answer.raw.count(b"HTTP/1.1 ") == 1, more
        assert b"<main>" not in answer.raw
    assert alive(preview)


def test_a_part_of_a_page_is_the_whole_page(preview: Listening) -> None:
    for part in ("bytes=0-1", "bytes=0-0,5-9", "bytes=-1", "bytes=" + "0-," * 999):
        answer = ask(preview.port, range=part)
        assert (answer.status, answer.body) == (200, ask(preview.port).body)
        assert "content-range" not in answer.headers


def test_no_answer_repeats_the_request_or_names_the_program(preview: Listening) -> None:
    for target in ("/<script>alert(1)</script>", "/%3Cscript%3E", "/nothing?<b>"):
        answer = ask(preview.port, target)
        assert b"<script>alert" not in answer.body
        assert b"%3Cscript" not in answer.body
        assert "server" not in answer.headers


def test_noise_leaves_the_server_alive(preview: Listening, count: Count) -> None:
    dice = random.Random(7)  # noqa: S311 - seeded on purpose
    for _ in range(150):
        ask_raw(preview.port, dice.randbytes(dice.randint(1, 400)))
    count(150)
    assert alive(preview)


def test_an_answer_that_fails_tells_nothing(
    preview: Listening, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("secret path")

    with monkeypatch.context() as patch:
        patch.setattr("site_builder.preview.connection.respond", fail)
        answer = ask(preview.port)
    assert answer.status == 500
    assert b"secret" not in answer.raw
    assert alive(preview)
