"""No command prints a character that moves the cursor, hides text or turns its direction."""

import re
import unicodedata

import pytest

from site_builder.reporting import safe_text
from tests.support.commands import Commands

pytestmark = pytest.mark.proves("terminal")

HIDDEN = "\x1b[2J\x1b]0;x\x07\x9b31m\x08\r\u202e\u2066\u200b\u00ad\U000e0041\x7f"
SEEN = "\u202e\u2066\u200b\u00ad\U000e0041"
"""Those that a file may hold: they stay in the data and are shown in output."""
FILES = {
    "contacts/me.md": "---\nname: Mo\nme: true\n---\n",
    f"contacts/ta{SEEN}ra.md": f"---\nname: Ta{SEEN}ra\norg: {SEEN}\nclosness: 1\n---\n",
    "contacts/sam.md": f'---\nname: Sam\nknows: ["ta{SEEN}ra 4 {SEEN}"]\ncloseness: 4\n---\n',
    "contacts/ben.md": f'---\nname: B{SEEN}en\nknows: ["ta{SEEN}ra 4 {SEEN}"]\ncloseness: 4\n---\n',
    f"intros/ta{SEEN}ra.md": f"---\ntarget: ta{SEEN}ra\nintroducer: sam\ngoal: G{SEEN}\n---\n"
    f"[[no{SEEN}body]]\n\n## Log\n\n- 2026-09-01 asked: {SEEN}\n- 2026-09-04 introduced: {SEEN}\n"
    "- 2026-09-04 wrote\n- 2026-09-14 nudged\n- 2026-09-24 nudged\n- 2026-09-30 thanked\n",
}
BROKEN = {
    f"contacts/x{HIDDEN.replace(chr(0), '')}y.md": "no front matter",
    "contacts/zed.md": f"---\nname: A{HIDDEN}B\n{HIDDEN}: x\nknows: [{HIDDEN}]\n---\n",
    "contacts/zoe.md": f"---\nname: Zoe\ncloseness: {SEEN}\nlast_contact: {SEEN}\n---\n",
    "intros/zed.md": f"---\ntarget: n{SEEN}\nintroducer: sam\n---\n\n"
    f"## Log\n\n- 2026-01-01 {SEEN}\n",
}
COMMANDS = [
    (),
    *(("check", "--format", f) for f in ("text", "concise", "json", "github", "gitlab", "sarif")),
    ("stalled", "--all"),
    ("stalled", "--all", "--format", "json"),
    ("suggest", "sam"),
    ("suggest", f"ta{SEEN}ra", "--draft"),
    ("suggest", f"ta{SEEN}ra", "--format", "json"),
    ("suggest", f"nobody{HIDDEN}"),
    ("explain", f"ta{SEEN}ra"),
    ("explain", f"nobody{HIDDEN}"),
    ("new", "contact", f"N{SEEN}ew", "--set", f"org={SEEN}x"),
    ("new", "contact", f"N{HIDDEN}ew", "--set", f"org={HIDDEN}x"),
    ("new", "contact", "New", "--set", f"{SEEN}=x"),
    ("new", "contact", "New", "--set", f"knows={SEEN}x"),
    ("new", "contact", "New", "--id", f"ta{SEEN}ra"),
    ("new", "intro", f"ta{SEEN}ra", "sam", "--goal", f"{SEEN}x"),
    ("new", "intro", f"ta{HIDDEN}ra", "sam"),
    ("import", "csv", "in.csv"),
    ("import", "csv", "in.csv", "--write"),
    ("import", "csv", "in.csv", "--format", "json"),
    ("import", "csv", "in.csv", "--map", f"{SEEN}=x_y"),
    ("import", "vcard", "in.csv"),
    ("mv", f"ta{SEEN}ra", f"e{SEEN}va", "--dry-run"),
    ("mv", f"ta{SEEN}ra", "eva", "--dry-run"),
    ("mv", f"ta{HIDDEN}ra", f"e{HIDDEN}va"),
    ("log", f"ta{SEEN}ra", "wrote", f"{SEEN}x"),
    ("log", f"ta{SEEN}ra", "wrote", f"{SEEN}x", "--format", "json"),
    ("log", f"ta{SEEN}ra", "wrote", f"x{HIDDEN}"),
    ("log", f"ta{SEEN}ra", f"x{HIDDEN}"),
    ("log", f"nobody{HIDDEN}", "wrote"),
    ("doctor",),
    ("check", f"contacts/{HIDDEN}"),
    ("--theme", f"x{HIDDEN}", "--no-cache"),
    ("-C", f"no{HIDDEN}where", "check"),
    ("--today", f"2026{HIDDEN}", "check"),
    (f"sta{HIDDEN}lled",),
    ("doctor", "--url", f"http://{HIDDEN}/"),
    ("hosting", "nginx", "--domain", f"a{HIDDEN}.example"),
    ("export", "bundle", "--passphrase-file", f"{HIDDEN}"),
    ("export", "json"),
    ("export", "graphml"),
    ("export", f"js{HIDDEN}on"),
]


def hidden_in(text: str) -> set[str]:
    """Return the characters of a text that nobody can see."""
    kinds = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    return {one for one in text if unicodedata.category(one) in kinds and one != "\n"}


@pytest.fixture
def vault(build: Commands, monkeypatch: pytest.MonkeyPatch) -> Commands:
    """Return commands in a vault full of characters that nobody sees."""
    monkeypatch.setenv("DOORSTEP_TODAY", "2026-11-04")
    build.write({**FILES, "in.csv": f"name,org,{SEEN}\nN{HIDDEN}ew,{HIDDEN},x\nS{SEEN}am,x,\n"})
    return build


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: ascii(" ".join(words))[:40])
@pytest.mark.parametrize("broken", [False, True], ids=["sound", "broken"])
def test_what_is_printed_can_be_seen(
    vault: Commands, words: tuple[str, ...], *, broken: bool
) -> None:
    if broken:
        vault.write(BROKEN)
    result = vault(*words)
    assert hidden_in(result.out) == set()
    assert hidden_in(result.err) == set()
    assert result.out or result.err


@pytest.mark.control
def test_the_harness_sees_what_is_hidden() -> None:
    assert hidden_in(HIDDEN) == set(HIDDEN) - set("[2J]0;x31m")
    assert hidden_in("Łódź ❤️ 田中\n") == set()


@pytest.mark.control
@pytest.mark.parametrize("words", [("check",), ("stalled", "--all"), ("explain", f"ta{SEEN}ra")])
def test_a_program_that_prints_text_as_it_is_is_caught(
    vault: Commands, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(safe_text, "UNSAFE", re.compile("(?!)"))
    result = vault(*words)
    assert hidden_in(result.out + result.err)


def test_the_data_itself_is_kept(vault: Commands) -> None:
    names = vault("suggest", f"ta{SEEN}ra", "--format", "json").json["data"]
    assert names["target"] == f"ta{SEEN}ra"
