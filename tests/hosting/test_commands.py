"""`build hosting` and `build doctor --url` on the command line."""

from pathlib import Path
from shlex import quote

import pytest

from site_builder.hosting.kits import KITS
from site_builder.pages.host_files import HEADERS
from tests.support.commands import Commands

from .wrong_server import PASSWORD, USER, Manner, serving


@pytest.fixture
def build(build: Commands) -> Commands:
    """Return commands in a vault with nobody in it."""
    (build.root / "contacts").mkdir()
    return build


@pytest.mark.parametrize("kind", KITS)
def test_every_kit_names_the_site_and_leaves_nothing_open(build: Commands, kind: str) -> None:
    printed = build("hosting", kind, "--domain", "my.example", "--user", "mo")
    assert printed.code == 0
    assert "@" not in printed.out.replace("@v", "").replace("@hidden", "").replace("@missing", "")
    assert "build doctor --url https://" in printed.out
    assert str(build.root / "site") in printed.out or kind == "gitlab"


@pytest.mark.parametrize("kind", ["nginx", "caddy"])
def test_hosts_that_read_no_headers_file_get_every_header(build: Commands, kind: str) -> None:
    printed = build("hosting", kind).out
    assert all(f'{name} "{value}"' in printed for name, value in HEADERS.items())


def test_no_header_has_a_character_that_a_kit_would_have_to_quote() -> None:
    assert not any(set('"\\$`{}\n') & set(value) for value in HEADERS.values())


def test_a_path_is_quoted_as_the_file_needs_it(build: Commands) -> None:
    odd = str(build.root / "my site's")
    assert f"serve --bg {quote(odd)}\n" in build("hosting", "tailscale", "-o", odd).out
    assert f'directory = "{odd}"\n' in build("hosting", "cloudflare", "-o", odd).out


@pytest.mark.parametrize(
    "words",
    [
        ("--domain", "a.example; rm -rf"),
        ("--domain", "localhost\n}"),
        ("--domain", "-a.example"),
        ("--user", "mo:x"),
        ("--user", "mo\nroot"),
        ("-o", "a\nb"),
    ],
)
def test_a_name_that_would_break_the_file_is_refused(
    build: Commands, words: tuple[str, str]
) -> None:
    assert build("hosting", "nginx", *words).code == 2


@pytest.mark.parametrize("kind", KITS)
@pytest.mark.parametrize(
    "output", ["", ".", "..", "contacts", "contacts/sub", "themes", "/", "odd"]
)
def test_the_vault_and_what_is_not_ours_is_never_served(
    build: Commands, kind: str, output: str
) -> None:
    build.write({"odd/notes.txt": "mine", "contacts/sub/me.md": ""})
    result = build("hosting", kind, "-o", output)
    assert (result.code, result.out) == (2, "")
    assert "it is empty" in result.err if output == "" else "must not be served" in result.err


@pytest.mark.parametrize("kind", KITS)
def test_a_site_that_was_built_can_be_served(build: Commands, kind: str) -> None:
    before = build("hosting", kind).out
    (build.root / "intros").mkdir()
    assert build("-q").code == 0
    for words in (("hosting", kind), ("-C", str(build.root), "hosting", kind, "-o", "site")):
        result = build(*words)
        assert (result.code, result.out) == (0, before)


def test_a_marker_makes_no_site_of_a_vault_and_no_vault_is_served(
    build: Commands, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert build("-q").code == 0
    marker = (build.root / "site" / ".doorstep-output").read_text("utf-8")
    build.write({"contacts/me.md": "", ".doorstep-output": marker})
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    result = build("hosting", "caddy", "-o", str(build.root))
    assert (result.code, result.out) == (2, "")
    assert "must not be served: Doorstep did not write this" in result.err


def test_a_vault_named_from_elsewhere_is_not_served_either(
    build: Commands, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert build("-q").code == 0
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    for output in (build.root, build.root / "contacts", build.root.parent):
        assert build("hosting", "caddy", "-o", str(output)).code == 2
    assert build("hosting", "caddy", "-o", str(build.root / "site")).code == 0


def test_without_a_vault_no_folder_of_this_place_is_named(
    build: Commands, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    result = build("hosting", "caddy")
    assert (result.code, result.out) == (2, "")
    assert "no vault here" in result.err
    named = build("-C", str(build.root), "hosting", "caddy").out
    assert f"{build.root / 'site'}/ /srv/doorstep/" in named


def test_a_site_is_looked_at_as_stranger_and_reader(build: Commands, demo_site: Path) -> None:
    build.write({"secret": f"{PASSWORD}\n"})
    with serving(demo_site, Manner()) as url:
        result = build("doctor", "--url", url[:-1], "--user", USER, "--password-file", "secret")
        document = build("doctor", "--url", url, "--format", "json").json
    assert result.code == 0
    assert "ok      password   a stranger is refused (401)" in result.out
    assert result.out.endswith("\n0 faults\n")
    assert {each["outcome"] for each in document["data"]} == {"good", "unseen"}


def test_faults_end_with_1_and_say_what_to_do(build: Commands, demo_site: Path) -> None:
    with serving(demo_site, Manner(open=".*")) as url:
        result = build("doctor", "--url", url)
    assert result.code == 1
    assert "FAULT   password   anybody can read /" in result.out
    assert "`build hosting` prints a file that does" in result.out
    assert result.out.endswith("\n2 faults\n")


def test_what_a_server_says_cannot_move_the_cursor(build: Commands, demo_site: Path) -> None:
    headers = {"Access-Control-Allow-Origin": "\x1b[2J\x9b1m"}
    with serving(demo_site, Manner(open=".*", headers=headers)) as url:
        printed = build("doctor", "--url", url).out
    assert "\\u001b[2J\\u009b1m" in printed
    assert "\x1b" not in printed


@pytest.mark.parametrize(
    "words",
    [
        ("--url", "doors.example"),
        ("--url", "ftp://doors.example/"),
        ("--url", "https://"),
        ("--url", "https://[x/"),
        ("--url", "https://a.example:x/"),
        ("--url", "https://mo:x@a.example/"),
        ("--url", "https://a.example/?q"),
        ("--url", "http://127.0.0.1/", "--user", "mo"),
        ("--url", "http://127.0.0.1/", "--password-file", "secret"),
        ("--url", "http://127.0.0.1/", "--user", "mo", "--password-file", "nowhere"),
        ("--user", "mo"),
    ],
)
def test_wrong_words_are_a_usage_error(build: Commands, words: tuple[str, ...]) -> None:
    build.write({"secret": "x"})
    assert build("doctor", *words).code == 2


@pytest.mark.parametrize("text", ["", "\n", "two\nlines\n", "x" * 5000])
def test_a_secret_is_one_line(build: Commands, text: str) -> None:
    build.write({"secret": text})
    words = ("doctor", "--url", "http://127.0.0.1:1/", "--user", "mo", "--password-file", "secret")
    assert build(*words).code == 2


def test_a_secret_may_come_from_the_standard_input(
    build: Commands, demo_site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build.write({"secret": PASSWORD})
    with (build.root / "secret").open() as stdin, serving(demo_site, Manner()) as url:
        monkeypatch.setattr("sys.stdin", stdin)
        result = build("doctor", "--url", url, "--user", USER, "--password-file", "-")
    assert "all 8 as they should be" in result.out


def test_bytes_that_are_no_text_are_no_secret(build: Commands) -> None:
    (build.root / "secret").write_bytes(b"\xff\n")
    words = ("doctor", "--url", "http://127.0.0.1:1/", "--user", "mo", "--password-file", "secret")
    assert build(*words).code == 2
