"""`build doctor --url` names what is wrong with a hosted site, and nothing else."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from site_builder.hosting.ask import Answer, Credentials, asker
from site_builder.hosting.examine import examine_site
from site_builder.hosting.verdict import Outcome, Verdict
from site_builder.pages.host_files import HEADERS, POLICY

from .hosts import caddy, nginx
from .wrong_server import PASSWORD, USER, Manner, serving

pytestmark = pytest.mark.proves("hosting")

READER = Credentials(USER, PASSWORD)
RIGHT = Manner()
WITHOUT_POLICY = {name: value for name, value in HEADERS.items() if "Policy" not in name}
GUARDED_PAGES = r"(?!.*\.html$|.*/$).*"


def faults(verdicts: tuple[Verdict, ...]) -> dict[str, str]:
    """Return what was found wrong, by question."""
    return {each.question: each.found for each in verdicts if each.outcome is Outcome.FAULT}


def looked_at(folder: Path, manner: Manner, reader: Credentials | None = READER) -> dict[str, str]:
    """Serve a folder in this manner and return the faults found."""
    with serving(folder, manner) as url:
        return faults(examine_site(url, asker(url), reader))


def test_a_site_as_it_should_be_has_no_fault(demo_site: Path) -> None:
    assert looked_at(demo_site, RIGHT) == {}
    with serving(demo_site, RIGHT) as url:
        verdicts = examine_site(url, asker(url), READER)
    assert [each.outcome for each in verdicts] == [Outcome.GOOD] * 7
    assert verdicts[1].found == "a stranger is refused (401)"


@pytest.mark.parametrize("serve", [nginx, caddy])
def test_our_own_kits_have_no_fault(
    serve: Callable[..., object], tmp_path: Path, demo_site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "fullchain.pem"))
    with serve(tmp_path, demo_site) as host:  # type: ignore[attr-defined] # a context manager
        verdicts = examine_site(host.url, asker(host.url), READER)
    assert faults(verdicts) == {}
    assert verdicts[0].found == "TLS, with a certificate that is trusted"


@pytest.mark.control
@pytest.mark.parametrize(
    ("manner", "expected"),
    [
        pytest.param(replace(RIGHT, open=".*"), {"password", "data"}, id="no password"),
        pytest.param(replace(RIGHT, open="/index.html"), {"password"}, id="one open page"),
        pytest.param(replace(RIGHT, open=GUARDED_PAGES), {"data"}, id="only pages guarded"),
        pytest.param(replace(RIGHT, any_password=True), {"password"}, id="any password"),
        pytest.param(replace(RIGHT, lists=True), {"listing"}, id="lists folders"),
        pytest.param(replace(RIGHT, headers={}), {"headers"}, id="no headers"),
        pytest.param(replace(RIGHT, headers=WITHOUT_POLICY), {"headers"}, id="some headers"),
        pytest.param(
            replace(RIGHT, headers={**HEADERS, "Referrer-Policy": "unsafe-url"}),
            {"headers"},
            id="a weaker header",
        ),
        pytest.param(
            replace(RIGHT, headers={**HEADERS, "Access-Control-Allow-Origin": "*"}),
            {"sharing"},
            id="shared with every site",
        ),
    ],
)
def test_a_wrong_server_is_found_out(demo_site: Path, manner: Manner, expected: set[str]) -> None:
    assert set(looked_at(demo_site, manner)) == expected


def test_the_open_pages_and_files_are_named(demo_site: Path) -> None:
    found = looked_at(demo_site, replace(RIGHT, open=".*"))
    assert found["password"].startswith("anybody can read /, index.html, threads/index.html")
    assert "_headers, .doorstep-output" in found["data"]


def test_missing_and_other_headers_are_named(demo_site: Path) -> None:
    headers = {**WITHOUT_POLICY, "Referrer-Policy": "unsafe-url"}
    found = looked_at(demo_site, replace(RIGHT, headers=headers))["headers"]
    assert "missing: Content-Security-Policy" in found
    assert 'Referrer-Policy is "unsafe-url"' in found


def test_a_vault_served_in_place_of_its_site_is_found_out(demo_site: Path) -> None:
    found = looked_at(demo_site.parent, replace(RIGHT, open=".*", lists=True))
    assert "doorstep.toml" in found["source"]
    assert {"listing", "reader"} <= set(found)


@pytest.mark.control
@pytest.mark.parametrize(
    ("change", "question"),
    [
        (("autoindex off", "autoindex on"), "listing"),
        (('auth_basic "Doorstep"', "auth_basic off"), "password"),
        (('    add_header Referrer-Policy "no-referrer" always;\n', ""), "headers"),
        (("location ~ /\\.", "location ~ /x\\."), "data"),
    ],
)
def test_a_kit_that_was_changed_for_the_worse_is_found_out(
    tmp_path: Path,
    demo_site: Path,
    monkeypatch: pytest.MonkeyPatch,
    change: tuple[str, str],
    question: str,
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "fullchain.pem"))
    opened = ('auth_basic "Doorstep"', "auth_basic off")
    changes = {change, opened} if question == "data" else {change}
    with nginx(tmp_path, demo_site, *changes) as host:
        assert question in faults(examine_site(host.url, asker(host.url), READER))


def test_a_stranger_sent_elsewhere_to_sign_in_is_kept_out(demo_site: Path) -> None:
    with serving(demo_site, replace(RIGHT, sign_in="https://login.example/x")) as url:
        verdicts = examine_site(url, asker(url))
    assert faults(verdicts) == {}
    assert verdicts[1].found == "a stranger is sent to login.example (302)"
    assert verdicts[5].outcome is Outcome.UNSEEN
    assert "--user" in verdicts[5].cure


def test_a_wrong_name_or_password_is_said(demo_site: Path) -> None:
    found = looked_at(demo_site, RIGHT, Credentials(USER, "wrong"))
    assert found == {"reader": "no page for mo (401)"}


def test_a_page_of_somebody_else_is_not_judged(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<!doctype html><p>Welcome to nginx!")
    with serving(tmp_path, replace(RIGHT, open=".*")) as url:
        verdicts = examine_site(url, asker(url))
    assert verdicts[1].outcome is Outcome.UNSEEN
    assert faults(verdicts) == {}


def told(answers: dict[str, Answer]) -> Callable[[str, Credentials | None], Answer]:
    """Answer from a table; everything else is refused."""
    return lambda address, _: answers.get(address, Answer(401, secure=True))


OURS = Answer(200, dict.fromkeys(HEADERS, ""), POLICY.encode(), secure=True)


def test_plain_http_beyond_this_machine_is_a_fault() -> None:
    found = faults(examine_site("http://doors.example/", told({})))
    assert found == {"encrypted": "plain http"}


@pytest.mark.parametrize(
    ("plain", "fault"),
    [
        (Answer(200, body=POLICY.encode()), True),
        (Answer(401), True),
        (Answer(401, secure=True), False),
        (Answer(301, sent_to="login.example"), False),
        (Answer(failure="refused"), False),
    ],
)
def test_a_plain_port_that_answers_itself_is_a_fault(plain: Answer, *, fault: bool) -> None:
    verdicts = examine_site("https://doors.example/", told({"http://doors.example/": plain}))
    assert ("encrypted" in faults(verdicts)) is fault


def test_an_open_site_on_a_public_host_is_to_be_taken_down() -> None:
    verdicts = examine_site("https://me.github.io/", told({"": OURS}))
    assert "take it down now: github.io shows a site to the whole world" in verdicts[1].cure


def test_a_site_that_does_not_answer_has_no_further_verdicts() -> None:
    verdicts = examine_site("https://doors.example/", told({"": Answer(failure="refused")}))
    assert [(each.question, each.found) for each in verdicts] == [("reachable", "refused")]
