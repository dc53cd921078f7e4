"""Whatever lies in a vault is named in the report: no hang, and nothing read outside its root."""

import json
import os
import socket
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from tests.support.figures import Count

pytestmark = pytest.mark.proves("outside")

ROOT = Path(__file__).parents[2]
HIDDEN = "what-lies-outside-the-vault"
PERSON = "---\nname: {}\n---\n"
EVERYWHERE = ("contacts", "intros", "themes/mine/templates", "templates/drafts", "attachments")
NFC, NFD = (unicodedata.normalize(form, "josé") for form in ("NFC", "NFD"))


def build(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the program on its own, and not for long."""
    command = [sys.executable, str(ROOT / "build.py"), "-C", str(root), *words]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def findings(root: Path) -> dict[str, set[str]]:
    """Return the ids of what `check` finds, by path."""
    printed = json.loads(build(root, "check", "--format", "json").stdout)
    found: dict[str, set[str]] = {}
    for each in printed["diagnostics"]:
        found.setdefault(each["path"], set()).add(each["id"])
    return found


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """Return a vault with one person, beside a folder with a secret."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.md").write_text(PERSON.format(HIDDEN))
    root = tmp_path / "vault"
    for folder in EVERYWHERE:
        (root / folder).mkdir(parents=True)
    (root / "contacts" / "me.md").write_text("---\nname: Mo\nme: true\n---\n")
    (root / "themes/mine/theme.toml").write_text('extends = "default"\n')
    return root


def fill(folder: Path, outside: Path) -> set[str]:
    """Put one of everything odd into a folder and return the names."""
    (folder / "loop.md").symlink_to("loop.md")
    (folder / "ring-a.md").symlink_to("ring-b.md")
    (folder / "ring-b.md").symlink_to("ring-a.md")
    (folder / "out.md").symlink_to(outside / "secret.md")
    (folder / "up.md").symlink_to("../../outside/secret.md")
    (folder / "nowhere.md").symlink_to("gone.md")
    (folder / "root.md").symlink_to("/")
    (folder / "proc.md").symlink_to("/proc/self/environ")
    (folder / "folder.md").symlink_to(outside)
    os.mkfifo(folder / "pipe.md")
    with socket.socket(socket.AF_UNIX) as listener:
        before = Path.cwd()
        os.chdir(folder)  # the path of a socket may not be long
        listener.bind("socket.md")
        os.chdir(before)
    return {path.name for path in folder.iterdir() if path.name not in {"me.md", "theme.toml"}}


def shows(root: Path, text: str) -> bool:
    """Tell whether a text stands anywhere in the built site."""
    files = [path for path in (root / "site").rglob("*") if path.is_file()]
    return any(text.encode() in path.read_bytes() for path in files)


@pytest.mark.parametrize("folder", ["contacts", "intros"])
def test_everything_odd_beside_the_files_is_named(vault: Path, folder: str, count: Count) -> None:
    names = fill(vault / folder, vault.parent / "outside")
    found = findings(vault)
    assert len(names) == 11
    for name in names:
        assert found.pop(f"{folder}/{name}") == {"unreadable-file"}, name
    assert found == {}
    count(len(names))


@pytest.mark.parametrize("folder", ["themes/mine/templates", "templates/drafts"])
def test_everything_odd_beside_templates_is_named(vault: Path, folder: str, count: Count) -> None:
    names = fill(vault / folder, vault.parent / "outside")
    printed = build(vault, "--theme", "mine", "--format", "concise")
    assert printed.returncode == 1
    for name in names:
        assert f"{folder}/{name}:1:1: error[theme-error]" in printed.stdout, name
    assert HIDDEN not in printed.stdout + printed.stderr
    count(len(names))


@pytest.mark.parametrize("kind", ["pipe", "link", "loop", "folder"])
def test_settings_that_are_no_file_are_named(vault: Path, kind: str) -> None:
    place = vault / "doorstep.toml"
    match kind:
        case "pipe":
            os.mkfifo(place)
        case "link":
            place.symlink_to(vault.parent / "outside" / "secret.md")
        case "loop":
            place.symlink_to("doorstep.toml")
        case _:
            place.mkdir()
    printed = build(vault, "check")
    assert printed.returncode == 2
    assert "doorstep.toml" in printed.stdout
    assert HIDDEN not in printed.stdout + printed.stderr


def test_nothing_odd_reaches_the_site(vault: Path) -> None:
    for folder in ("attachments", ".github/workflows"):
        (vault / folder).mkdir(parents=True, exist_ok=True)
        fill(vault / folder, vault.parent / "outside")
    os.mkfifo(vault / ".github" / "workflows" / "pipe.yml")
    (vault / "contacts" / "ana.md").write_text(
        PERSON.format("Ana") + "\n![[out.md]] ![[pipe.md]]\n"
    )
    printed = build(vault, "--no-cache")
    assert printed.returncode == 0, printed.stdout
    assert len(list((vault / "site").rglob("*.html"))) > 10
    assert not shows(vault, HIDDEN)
    assert not any(path.is_symlink() for path in (vault / "site").rglob("*"))


@pytest.mark.proves("names")
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("contacts/Ana.md", "contacts/ana.md"),
        (f"contacts/{NFC}.md", f"contacts/{NFD}.md"),
        ("contacts/straße.md", "contacts/STRASSE.md"),
        ("contacts/a/x.md", "contacts/b/x.md"),
        ("contacts/ﬁn.md", "contacts/FIN.md"),
    ],
)
def test_twins_are_named_and_nothing_is_published(vault: Path, one: str, other: str) -> None:
    for path in (one, other):
        (vault / path).parent.mkdir(exist_ok=True)
        (vault / path).write_text(PERSON.format("Ana"))
    first, second = sorted((one, other))
    assert "duplicate-id" in findings(vault)[second]
    assert "duplicate-id" not in findings(vault).get(first, set())
    assert build(vault).returncode == 1
    assert not (vault / "site").exists()


ODD_NAMES = [
    *("con", "aux", "nul", "com1", "LPT9", "con.x", "index", "~index", "~con", "-rf", "--help"),
    *("a b", "a%2fb", "a?b", "a#b", "a&b", "a;b", "a\\b", "a:b", "<b>", "'", '"', "`id`", "$HOME"),
    *("\u202etxt", "\u200b", "ą" * 120, "x" * 252, "..md", "...", "*", "👩‍👩‍👧", "a\tb", "404"),
]


@pytest.mark.proves("names")
def test_every_legal_name_has_a_page_of_its_own(vault: Path, count: Count) -> None:
    made = people_of_odd_names(vault)
    printed = build(vault, "--no-cache")
    assert printed.returncode == 0, printed.stdout + printed.stderr
    count(made, made - titled(vault, made))
    assert len(list((vault / "site" / "contacts").glob("*.html"))) == made + 2


@pytest.mark.proves("names")
@pytest.mark.control
def test_short_addresses_lose_pages(vault: Path, count: Count) -> None:
    made = people_of_odd_names(vault)
    subprocess.run([sys.executable, "-c", SHORT, "-C", vault, "--no-cache"], cwd=ROOT, check=False)
    count(made, made - titled(vault, made))


SHORT = """
from site_builder.pages import page
page._file_name = lambda name: name[:1]
from site_builder.cli import main
main()
"""


def people_of_odd_names(vault: Path) -> int:
    """Write a contact for each name that may be a page's, and return how many there are."""
    names = [name for name in ODD_NAMES if not name.startswith(".")]
    for number, name in enumerate(names):
        (vault / "contacts" / f"{name}.md").write_text(PERSON.format(f"Person {number:03d}"))
    return len(names)


def titled(vault: Path, people: int) -> int:
    """Return how many of these people have a page that bears their name, each its own."""
    pages = [path.read_text("utf-8") for path in (vault / "site" / "contacts").glob("*.html")]
    names = [f"<title>Person {number:03d}" for number in range(people)]
    return sum(sum(name in page for page in pages) == 1 for name in names)


@pytest.mark.control
def test_a_program_that_follows_links_is_seen_to_show_what_lies_outside(vault: Path) -> None:
    (vault / "contacts" / "out.md").symlink_to(vault.parent / "outside" / "secret.md")
    assert build(vault).returncode == 1
    subprocess.run([sys.executable, "-c", FOLLOWING, "-C", vault], cwd=ROOT, check=True)
    assert shows(vault, HIDDEN)


FOLLOWING = """
from os.path import realpath
from site_builder.reading import folder_walk
folder_walk.follow = lambda root, path, place: folder_walk.Found(path, realpath(place))
from site_builder.cli import main
main()
"""


@pytest.mark.control
def test_the_harness_sees_what_is_inside(vault: Path) -> None:
    (vault / "kept.md").write_text(PERSON.format(HIDDEN))
    (vault / "contacts" / "in.md").symlink_to("../kept.md")
    assert build(vault).returncode == 0
    assert shows(vault, HIDDEN)
