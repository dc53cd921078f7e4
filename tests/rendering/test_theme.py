"""How a theme is put together, and what is said when that fails."""

import pytest

from site_builder.diagnostics import Diagnostic
from site_builder.rendering.theme import build_theme
from tests.support.theme_files import built, files

COPY = "static/js/copy.js"
BASE = {"theme.toml": f'name = "Base"\nscripts = ["{COPY}"]\n', COPY: ""}
CHILD = {"theme.toml": 'name = "Child"\nextends = "base"\n'}


def fault_of(name: str, themes: dict[str, dict[str, str]]) -> Diagnostic:
    found = build_theme(name, files(**themes))
    assert isinstance(found, tuple)
    assert [one.id for one in found] == ["invalid-setting" if name not in themes else "theme-error"]
    return found[0]


def test_the_child_wins_and_the_parent_fills_the_gaps() -> None:
    theme = built(
        "child",
        files(
            base={**BASE, "templates/door.html": "parent", "templates/today.html": "parent"},
            child={**CHILD, "templates/door.html": "child"},
        ),
    )
    assert theme.chain == ("child", "base")
    assert (theme.templates["door.html"], theme.templates["today.html"]) == ("child", "parent")


def test_a_prefix_reaches_the_parents_file_of_the_same_name() -> None:
    theme = built(
        "child",
        files(
            base={**BASE, "templates/door.html": "parent"},
            child={**CHILD, "templates/door.html": "child"},
        ),
    )
    assert theme.templates["base/door.html"] == "parent"
    assert theme.paths["base/door.html"] == "themes/base/templates/door.html"
    assert theme.paths["door.html"] == "themes/child/templates/door.html"


def test_a_vaults_own_draft_wins_over_the_themes() -> None:
    theme = built("base", files(base={**BASE, "drafts/nudge.md": "theirs"}), nudge="mine")
    assert theme.templates["drafts/nudge.md"] == "mine"
    assert theme.templates["base/drafts/nudge.md"] == "theirs"
    assert theme.paths["drafts/nudge.md"] == "templates/drafts/nudge.md"


def test_static_files_keep_their_address_and_the_child_wins() -> None:
    theme = built(
        "child",
        files(
            base={**BASE, "static/css/a.css": "parent", "static/b.svg": "parent"},
            child={**CHILD, "static/css/a.css": "child"},
        ),
    )
    assert theme.static == {
        "static/b.svg": b"parent",
        "static/css/a.css": b"child",
        COPY: b"",
    }


def test_scripts_are_inherited_and_an_empty_list_switches_them_off() -> None:
    off = {"theme.toml": 'name = "Off"\nextends = "base"\nscripts = []\n'}
    themes = files(base=BASE, child=CHILD, off=off)
    assert built("child", themes).scripts == ("static/js/copy.js",)
    assert built("off", themes).scripts == ()
    assert built("bare", files(bare={"theme.toml": ""})).scripts == ()


def test_a_theme_without_scripts_takes_over_none_of_its_parents() -> None:
    off = {"theme.toml": 'extends = "base"\nscripts = []\n', "static/js/own.js": ""}
    again = {"theme.toml": f'extends = "off"\nscripts = ["{COPY}"]\n'}
    themes = files(base={**BASE, "static/a.css": ""}, off=off, again=again)
    assert [*built("off", themes).static] == ["static/a.css", "static/js/own.js"]
    assert COPY in built("again", themes).static


def test_equal_templates_have_an_equal_fingerprint() -> None:
    one = built("base", files(base={**BASE, "templates/a.html": "x"}))
    same = built("base", files(base={**BASE, "templates/a.html": "x", "static/a.css": "y"}))
    other = built("base", files(base={**BASE, "templates/a.html": "z"}))
    assert one.fingerprint == same.fingerprint != other.fingerprint


def test_a_missing_theme_lists_what_there_is() -> None:
    found = fault_of("papre", {"default": BASE, "paper": BASE})
    assert (found.path, found.message) == ("doorstep.toml", 'there is no theme "papre"')
    assert found.help == 'did you mean "paper"? themes here: default, paper'


def test_no_theme_at_all_is_said() -> None:
    assert fault_of("default", {}).help == "no theme is here"


def test_a_missing_parent_is_blamed_on_the_line_that_names_it() -> None:
    found = fault_of("child", {"child": CHILD})
    assert (found.path, found.span.line) == ("themes/child/theme.toml", 2)
    assert found.help == "themes here: child"


def test_a_theme_that_extends_itself_is_refused() -> None:
    found = fault_of("child", {"child": {"theme.toml": 'extends = "child"\n'}})
    assert (found.message, found.span.line) == ('theme "child" extends itself', 1)


def test_a_theme_needs_a_theme_toml() -> None:
    found = fault_of("bare", {"bare": {"templates/a.html": ""}})
    assert found.path == "themes/bare/theme.toml"
    assert "no theme.toml" in found.message


def test_a_script_that_is_not_there_is_told_with_the_one_that_was_meant() -> None:
    child = {"theme.toml": 'extends = "base"\nscripts = ["static/js/cpoy.js", "search-index.js"]'}
    found = fault_of("child", {"base": BASE, "child": child})
    assert (found.path, found.span.line) == ("themes/child/theme.toml", 2)
    assert found.message == 'this theme has no file "static/js/cpoy.js"'
    assert found.help == f'did you mean "{COPY}"?'


def test_a_fault_in_toml_has_its_column_and_an_unknown_key_what_was_meant() -> None:
    found = fault_of("a", {"a": {"theme.toml": 'name = "x\n'}})
    assert (found.span.line, found.span.column) == (1, 10)
    assert "line" not in found.message
    found = fault_of("a", {"a": {"theme.toml": 'extend = "b"\n'}})
    assert found.help.startswith('did you mean "extends"? keys of a theme: name,')


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('name = "A"\nextends = \n', 2, "Invalid value"),
        ('name = "A"\nextend = "b"\n', 2, 'unknown key "extend"'),
        ('name = "A"\nscripts = "a.js"\n', 2, "`scripts` should be a list of texts"),
        ("name = 1\n", 1, "`name` should be a text"),
        ("[more]\na = 1\n", 1, 'unknown key "more"'),
        ('"a.b" = 1\n', 1, 'unknown key "a.b"'),
        ("name =", 1, "Invalid value"),
    ],
)
def test_a_faulty_theme_toml_is_blamed_on_its_line(text: str, line: int, message: str) -> None:
    found = fault_of("a", {"a": {"theme.toml": text}})
    assert found.path == "themes/a/theme.toml"
    assert found.span.line == line
    assert message in found.message


def test_every_template_that_is_not_utf8_is_reported() -> None:
    themes = {
        "base": {
            "theme.toml": b"",
            "templates/a.html": b"one\ntwo \xff\n",
            "drafts/b.md": b"\xfe",
        }
    }
    found = build_theme("base", themes)
    assert isinstance(found, tuple)
    assert [(one.path, one.span.line) for one in found] == [
        ("themes/base/drafts/b.md", 1),
        ("themes/base/templates/a.html", 2),
    ]


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm() -> None:
    themes = {
        "base": {"theme.toml": b"\xef\xbb\xbfname='B'", "templates/a.html": b"\xef\xbb\xbfa\r\nb"}
    }
    assert built("base", themes).templates["a.html"] == "a\nb"
