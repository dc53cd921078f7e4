"""`theme list`, `theme eject`, and a theme that does not exist."""

from datetime import date

import pytest

from site_builder.app.themes import look_with
from site_builder.compiler import Inputs, compile_site
from site_builder.parsing.settings_read import read_settings
from site_builder.reading.settings_read import read_settings_source
from site_builder.reading.theme_files import read_themes
from site_builder.reading.vault_read import read_vault
from site_builder.reporting.excerpt import columns
from site_builder.tables import FRESH
from tests.support.commands import Commands
from tests.support.theme_files import KEPT

MINE = 'name = "Mine"\ndescription = "Ours."\nextends = "default"\n'


def test_the_themes_are_listed_with_the_one_in_use(vault: Commands) -> None:
    lines = vault("theme", "list").out.splitlines()
    assert lines[0].startswith("* default  ")
    assert [line[2:].split()[0] for line in lines] == ["default", "paper", "plain"]


def test_what_a_theme_brings_in_vain_stands_on_the_problems_page(vault: Commands) -> None:
    theme = {"themes/mine/theme.toml": MINE, "themes/mine/templates/dor.html": "ours"}
    vault.write(theme | {"doorstep.toml": 'theme = "mine"\n'})
    assert "1 warning" in vault().err
    page = (vault.root / "site" / "problems.html").read_text()
    assert "<h1>1 warning</h1>" in page
    assert "themes/mine/templates/dor.html:1:1 · theme-unused" in page
    vault.write({"doorstep.toml": 'theme = "mine"\n[checks]\ntheme-unused = "off"\n'})
    vault()
    assert "theme-unused" not in (vault.root / "site" / "problems.html").read_text()


def test_a_theme_of_the_vault_is_marked_as_such(vault: Commands) -> None:
    vault.write({"themes/mine/theme.toml": MINE, "doorstep.toml": 'theme = "mine"\n'})
    out = vault("theme", "list").out
    assert "* mine     Ours. (in this vault, extends default)\n" in out


def test_the_list_for_programs_is_json(vault: Commands) -> None:
    vault.write({"themes/mine/theme.toml": "name = 3\n"})
    data = vault("theme", "list", "--format", "json").json["data"]
    found = {line["name"]: line for line in data}
    assert found["plain"]["extends"] == "default"
    assert found["mine"]["description"] == "themes/mine/theme.toml:1: `name` should be a text"
    assert (found["mine"]["own"], found["mine"]["used"]) == (True, False)


def test_a_file_is_copied_into_a_theme_of_the_vaults_own(vault: Commands) -> None:
    result = vault("theme", "eject", "tokens.css")
    assert result.out.splitlines() == [
        'made themes/mine/theme.toml, a child of "default"',
        'made themes/mine/static/css/tokens.css, copied from "default"',
        "",
        'Next: theme = "mine" in doorstep.toml, or build --theme mine',
    ]
    tokens = vault.root / "themes/mine/static/css/tokens.css"
    tokens.write_text("/* our own */")
    assert vault("--theme", "mine").code == 0
    assert (vault.root / "site/static/css/tokens.css").read_text() == "/* our own */"
    assert (vault.root / "site/static/css/base.css").exists()


def test_what_could_be_copied_is_listed_without_a_vault(build: Commands) -> None:
    result = build("theme", "eject")
    assert result.code == 0
    assert "static/css/tokens.css" in result.out.splitlines()
    assert build("theme", "eject", "--theme", "paper").code == 0
    assert 'there is no theme "nope"' in build("theme", "eject", "--theme", "nope").err
    assert "no vault here" in build("theme", "eject", "tokens.css").err


def test_the_next_file_goes_beside_the_first(vault: Commands) -> None:
    vault("theme", "eject", "tokens.css")
    assert vault("theme", "eject", "door.html").out.startswith("made themes/mine/templates/door")
    assert vault("--theme", "mine").code == 0


def test_a_theme_in_use_gets_the_file_itself(vault: Commands) -> None:
    vault.write({"themes/ours/theme.toml": MINE, "doorstep.toml": 'theme = "ours"\n'})
    result = vault("theme", "eject", "door.html")
    assert result.out == 'made themes/ours/templates/door.html, copied from "default"\n'


def test_nothing_is_ever_replaced(vault: Commands) -> None:
    vault.write({"themes/mine/theme.toml": MINE, "themes/mine/templates/door.html": "ours"})
    result = vault("theme", "eject", "door.html", "--theme", "default")
    assert result.code == 2
    assert '"themes/mine/templates/door.html" is already there; nothing was changed' in result.err
    assert (vault.root / "themes/mine/templates/door.html").read_text() == "ours"


def test_a_draft_goes_where_it_holds_for_every_theme(vault: Commands) -> None:
    result = vault("theme", "eject", "nudge.md")
    assert result.out == 'made templates/drafts/nudge.md, copied from "default"\n'
    assert not (vault.root / "themes").exists()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("door.htm",), 'has a file "door.htm"; did you mean "templates/door.html"?'),
        (("dor.html",), 'has a file "dor.html"; did you mean "templates/door.html"?'),
        (("nope.html",), 'no theme in the chain has a file "nope.html"\n'),
        (("nothing-like-it",), 'no theme in the chain has a file "nothing-like-it"'),
        (("x.css",), '"x.css" may be static/a/x.css or static/b/x.css: write more of it'),
        (("door.html", "--into", "plain"), '"plain" is a theme of the program'),
        (("door.html", "--into", "../out"), 'called by a plain name, not "../out"'),
        (("door.html", "--into", ".."), 'called by a plain name, not ".."'),
        (("door.html", "--theme", "plian"), 'there is no theme "plian"; did you mean "plain"?'),
        (("door.html", "--theme", "bad"), 'themes/bad/theme.toml:1: unknown key "nme"'),
    ],
)
def test_what_cannot_be_ejected_is_refused_with_a_cure(
    vault: Commands, words: tuple[str, ...], message: str
) -> None:
    vault.write(
        {
            "doorstep.toml": 'theme = "two"\n',
            "themes/two/theme.toml": MINE,
            "themes/two/static/a/x.css": "",
            "themes/two/static/b/x.css": "",
            "themes/bad/theme.toml": 'nme = "Bad"\n',
        }
    )
    result = vault("theme", "eject", *words)
    assert result.code == 2
    assert message in result.err


def test_without_a_file_the_files_are_listed(vault: Commands) -> None:
    lines = vault("theme", "eject", "--theme", "plain").out.splitlines()
    assert "static/css/plain.css" in lines
    assert "templates/door.html" in lines
    assert "theme.toml" not in lines


def test_options_may_stand_before_the_command(vault: Commands) -> None:
    root = str(vault.root)
    assert vault("-C", root, "--theme", "plain", "theme", "list").out.count("* plain") == 1
    assert vault("--strict", "theme", "list").code == 2


@pytest.mark.parametrize("words", [(), ("--watch", "--no-serve")])
def test_a_theme_that_does_not_exist_is_a_usage_error(
    vault: Commands, words: tuple[str, ...]
) -> None:
    result = vault("--theme", "papre", *words)
    assert result.code == 2
    assert result.err == (
        'build: there is no theme "papre"; did you mean "paper"? '
        "themes here: default, paper, plain\n"
    )
    assert not (vault.root / "site").exists()


def test_a_theme_that_is_set_and_does_not_exist_is_blamed_on_its_line(vault: Commands) -> None:
    vault.write({"doorstep.toml": 'title = "x"\ntheme = "papre"\n'})
    result = vault()
    assert result.code == 2
    assert 'doorstep.toml:2:1: error[invalid-setting]: there is no theme "papre"' in result.out
    assert result.err == "\n1 error, 0 warnings\n"
    assert vault("--format", "json").json["diagnostics"][0]["line"] == 2


def test_check_refuses_a_theme_that_build_refuses(vault: Commands) -> None:
    vault.write({"doorstep.toml": 'title = "x"\ntheme = "nopp"\n', "contacts/a.md": "no"})
    result = vault("check")
    assert result.code == vault().code == 2
    assert 'doorstep.toml:2:1: error[invalid-setting]: there is no theme "nopp"' in result.out
    assert "front-matter-missing" in result.out
    assert vault("check", "intros", "--format", "json").json["diagnostics"][0]["line"] == 2


def test_a_wrong_theme_is_told_beside_other_mistakes_of_the_settings(vault: Commands) -> None:
    vault.write({"doorstep.toml": 'theme = "nopp"\nzone = 1\n'})
    for words in ((), ("check",)):
        result = vault(*words)
        assert result.code == 2
        assert (
            'toml:1:1: error[invalid-setting]: there is no theme "nopp"' in result.out + result.err
        )
        assert 'toml:2:1: error[invalid-setting]: unknown setting "zone"' in result.out + result.err


def test_what_compiles_says_the_same_of_a_theme_that_does_not_exist(vault: Commands) -> None:
    """The watch does not look for the theme before it builds."""
    vault.write({"doorstep.toml": 'title = "x"\ntheme = "nopp"\n'})
    (told,) = vault("check", "--format", "json").json["diagnostics"]
    settings, _ = read_settings(read_settings_source(vault.root))
    look = look_with(settings.theme, read_themes(vault.root), lambda: KEPT)
    inputs = Inputs(read_vault(vault.root), settings, date(2026, 11, 4))
    first = compile_site(inputs, look, FRESH).diagnostics[0]
    same = ("id", "message", "path", "help")
    assert {key: told[key] for key in same} == {key: getattr(first, key) for key in same}
    assert (told["line"], told["column"]) == (first.span.line, first.span.column)
    assert "doorstep.toml:2: " in vault("suggest", "tara", "--draft").err


def test_a_theme_with_a_wide_name_keeps_the_columns(vault: Commands) -> None:
    vault.write({"themes/和紙/theme.toml": MINE})
    lines = vault("theme", "list").out.splitlines()
    words = {"default": "A dense", "paper": "For ", "plain": "A page", "和紙": "Ours."}
    assert {columns(line[: line.index(words[line[2:].split()[0]])]) for line in lines} == {11}
