"""Nobody but its user reads the preview: 0 bytes of a page out, the server alive afterwards."""

import pytest

from site_builder.pages.host_files import HEADERS
from site_builder.preview.listen import Listening
from site_builder.preview.response import ALWAYS
from tests.preview.asking import CANARY, SITE, PythonsOwn, alive, ask, ask_raw, connect
from tests.support.figures import Count

pytestmark = pytest.mark.proves("preview")

FOREIGN_HOSTS = (
    *("evil.example", "evil.example:{port}", "127.0.0.1.evil.example:{port}", "127.0.0.1:1"),
    *(
        "127.0.0.1",
        "localhost",
        "",
        ":{port}",
        "0.0.0.0:{port}",
        "127.1:{port}",
        "127.0.0.2:{port}",
    ),
    *("localhost.:{port}", "localhost:{port}.evil.example", "evil.example@127.0.0.1:{port}"),
    *("127.0.0.1:{port}, evil.example", "[::]:{port}", "[::ffff:127.0.0.1]:{port}"),
    *("2130706433:{port}", "127.0.0.1:{port}/", "127.0.0.1:0{port}", "192.168.1.5:{port}"),
    *("127.0.0.1.:{port}", "127.0.0.1:{port}:80", "[::1%25lo]:{port}", "0x7f000001:{port}"),
)
FOREIGN_ORIGINS = (
    *("null", "http://evil.example", "https://127.0.0.1:{port}", "http://127.0.0.1"),
    *("http://127.0.0.1:1", "http://localhost:{port}", "http://127.0.0.1:{port}.evil.example"),
    *("http://127.0.0.1:{port}/", "", "file://", "http://evil.example http://127.0.0.1:{port}"),
    *("moz-extension://abc", "chrome-extension://abc", "http://10.0.0.1:{port}"),
)
METHODS = ("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "CONNECT", "TRACE", "PROPFIND", "get", "X")
EVERYWHERE = (
    *("/", "/static/js/copy.js", "/calendar.ics", "/nothing"),
    *("/__live", "/__live.js", "/__problems.json", "/__edit/index.html"),
)


@pytest.mark.parametrize("target", EVERYWHERE)
def test_a_foreign_host_gets_nothing(target: str, preview: Listening, count: Count) -> None:
    for host in FOREIGN_HOSTS:
        answer = ask(preview.port, target, host=host.format(port=preview.port))
        assert answer.status == 403, host
        assert CANARY not in answer.raw
        assert len(answer.body) < 300
    count(len(FOREIGN_HOSTS))


def test_no_host_or_two_get_nothing(preview: Listening) -> None:
    ours = f"Host: 127.0.0.1:{preview.port}\r\n"
    for lines in ("", "Host: evil.example\r\n" + ours, ours + "Host: evil.example\r\n", ours * 2):
        answer = ask_raw(preview.port, f"GET / HTTP/1.1\r\n{lines}\r\n".encode())
        assert answer.status == 403
        assert CANARY not in answer.raw
    assert alive(preview)


@pytest.mark.control
def test_a_foreign_host_gets_the_page_of_pythons_own_server(
    control: PythonsOwn, count: Count
) -> None:
    for host in FOREIGN_HOSTS:
        assert CANARY in ask(control.port, host=host.format(port=control.port)).body
    for origin in FOREIGN_ORIGINS:
        assert CANARY in ask(control.port, origin=origin.format(port=control.port)).body
    tried = len(FOREIGN_HOSTS) + len(FOREIGN_ORIGINS)
    count(tried, tried)


def test_its_own_names_get_the_page(preview: Listening) -> None:
    for name in ("127.0.0.1", "localhost", "LOCALHOST", "[::1]"):
        host = f"{name}:{preview.port}"
        assert CANARY in ask(preview.port, host=host).body
        assert CANARY in ask(preview.port, host=host, origin=f"http://{host}").body


@pytest.mark.parametrize("target", EVERYWHERE)
def test_a_foreign_origin_gets_nothing(target: str, preview: Listening, count: Count) -> None:
    for origin in FOREIGN_ORIGINS:
        answer = ask(preview.port, target, origin=origin.format(port=preview.port))
        assert answer.status == 403, origin
        assert CANARY not in answer.raw
    count(len(FOREIGN_ORIGINS))


def test_another_sites_page_can_embed_nothing(preview: Listening) -> None:
    uses = [("no-cors", "script"), ("cors", "empty"), ("navigate", "iframe"), ("no-cors", "image")]
    for site in ("cross-site", "same-site", "", "x"):
        for mode, dest in uses:
            sent = {"sec_fetch_site": site, "sec_fetch_mode": mode, "sec_fetch_dest": dest}
            assert ask(preview.port, "/static/js/copy.js", **sent).status == 403, sent


def test_a_link_elsewhere_may_lead_here(preview: Listening) -> None:
    answer = ask(
        preview.port,
        sec_fetch_site="cross-site",
        sec_fetch_mode="navigate",
        sec_fetch_dest="document",
    )
    assert CANARY in answer.body


def test_only_reading_is_answered(preview: Listening) -> None:
    for method in METHODS:
        answer = ask(preview.port, method=method)
        assert answer.status in {400, 405}, method
        assert CANARY not in answer.raw
    assert alive(preview)


def test_no_answer_opens_the_preview_to_other_sites(preview: Listening) -> None:
    for target in (one for one in EVERYWHERE if one != "/__live"):
        headers = ask(preview.port, target, origin=f"http://127.0.0.1:{preview.port}").headers
        assert not [name for name in headers if name.startswith("access-control-")]
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert headers["cross-origin-opener-policy"] == "same-origin"
        assert headers["x-content-type-options"] == "nosniff"
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert "default-src 'none'" in headers["content-security-policy"]
        assert headers["x-robots-tag"] == "noindex, nofollow, noarchive"
        assert "no-store" in headers["cache-control"]
        assert headers["referrer-policy"] == "no-referrer"
        assert "permissions-policy" in headers


def test_what_a_page_may_use_is_what_a_host_allows() -> None:
    own = dict(ALWAYS)
    for name in HEADERS.keys() - {"Cache-Control"}:
        assert own[name] == HEADERS[name]


def test_there_is_no_web_socket(preview: Listening) -> None:
    answer = ask(
        preview.port,
        "/__live",
        method="HEAD",
        connection="Upgrade",
        upgrade="websocket",
        sec_websocket_key="dGhlIHNhbXBsZSBub25jZQ==",
        sec_websocket_version="13",
    )
    assert answer.status == 200
    assert "upgrade" not in answer.headers


def test_loopback_needs_no_token(preview: Listening) -> None:
    assert preview.url == f"http://127.0.0.1:{preview.port}/"
    assert len(SITE) > 5
    with connect(preview.port) as client:
        assert client.getpeername()[0] == "127.0.0.1"
