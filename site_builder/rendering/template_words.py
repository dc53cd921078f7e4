"""The finding for a template that failed, in words for whoever writes it: Jinja's are not."""

import re
from collections.abc import Iterable, Sequence

import jinja2
from jinja2.utils import missing
from msgspec import Struct

from site_builder.diagnostics import Diagnostic, Severity
from site_builder.did_you_mean import NEAR, guess
from site_builder.pages.long_list import Some
from site_builder.rendering.missing import MissingError
from site_builder.rendering.template_blocks import UnknownBlock, UnknownBlockError
from site_builder.rendering.template_place import Template
from site_builder.rendering.template_syntax import Said, say_syntax
from site_builder.rendering.theme import Theme
from site_builder.rendering.turns import MOST, EndlessError

PAGES, NAV, DRAFTS = ("page", "root", "site", "view"), ("key", "root", "site"), ("fact",)
"""The names that each kind of template is given."""
INSIDE = {
    "loop": "it is known between {% for %} and {% endfor %}",
    "super": "it is known in a block that the template above has, too",
}
"""Names that Jinja gives where there is something to name."""
MADE = re.compile(r"\b(?:set|for|macro|import|as)\s+(\w+)")
"""How a template makes a name of its own."""
MACRO = re.compile(r"\{%[-+]?\s*macro\s+(\w+)")
IMPORTED = re.compile(r"the template '([^']*)' \(imported on")
NONE_SUCH = re.compile(r"No (filter|test) named '([^']*)'")
NO_LIST = re.compile(r"'(\w+)' object is not iterable")
NO_FIELD = re.compile(r"'\w+' object has no attribute '(\w+)'")
SHOWN = {
    "href": "the filter link shows a reference, found something else",
    "template": "the filter letter shows a draft, found something else",
}
"""What our filters ask for first of what they are given."""
KINDS = {str: "a text", int: "a number", float: "a number", bool: "yes or no", tuple: "a list"}
"""What the values of views are called."""

ENDLESS = f"expected at most {MOST:,} turns of loops and calls in one page, found more"


class Case(Struct, frozen=True):
    """A template that failed, and what it could have asked for."""

    here: Template
    theme: Theme
    engine: jinja2.Environment


def say(error: Exception, case: Case) -> Said:
    """Return what to say of an error, and where in the template to point."""
    if found := NONE_SUCH.match(str(error)):
        return _no_such(found[1], found[2], case)
    if isinstance(error, UnknownBlockError):
        return _no_block(error.block)
    if isinstance(error, jinja2.TemplateSyntaxError):
        return say_syntax(error.message or "the template cannot be read", case.here)
    if isinstance(error, jinja2.TemplateNotFound):
        return _no_template(str(error.name), case)
    if isinstance(error, MissingError):
        return _missing(error, case)
    return _python(error, case.here)


def _python(error: Exception, here: Template) -> Said:
    """Return what to say of an error that is not Jinja's."""
    if isinstance(error, RecursionError):
        asks = here.only(r"\b(extends|include|import|from)\b")
        cure = "the file of that name of the theme above is asked for as PARENT/NAME.html"
        return Said("this line leads back to itself without end", cure if asks else "")
    if isinstance(error, EndlessError):
        return Said(ENDLESS, "a loop in a loop multiplies; go through less")
    if isinstance(error, MemoryError):
        return Said("this line asks for more memory than there is", "show less at once")
    if found := NO_LIST.fullmatch(str(error)):
        cure = (
            f"go through what it has: {_and(Some.__struct_fields__)}" if found[1] == "Some" else ""
        )
        kind = "nothing" if found[1] == "NoneType" else found[1]
        return Said(f"expected a list to go through, found {kind}", cure)
    if (found := NO_FIELD.fullmatch(str(error))) and found[1] in SHOWN:
        return Said(SHOWN[found[1]])
    return Said(str(error) or type(error).__name__)


def _missing(error: MissingError, case: Case) -> Said:
    if error.hint:
        return _no_macro(error, case)
    return _no_name(error, case) if error.of is missing else _no_field(error, case.here)


def _no_name(error: MissingError, case: Case) -> Said:
    here, engine = case.here, case.engine
    name, draft = error.name, not engine.autoescape
    known = DRAFTS if draft else PAGES
    message, place = f'unknown name "{name}"', here.only(_word(name))
    if name in PAGES and not draft:
        cure = "what is imported sees what it is given as an argument, and nothing else"
        return Said(message, f"{cure}; nav.html has {_and(NAV)}", place)
    if name in INSIDE:
        return Said(message, INSIDE[name], place)
    meant = guess(name, {*known, *engine.globals, *MADE.findall(here.text)})
    given = f"{meant} given {'is' if draft else 'are'} {_and(known)}"
    return Said(message, given.lstrip(), place)


def _no_field(error: MissingError, here: Template) -> Said:
    name, of = error.name, error.of
    place = here.only(rf"\.\s*({re.escape(name)})(?!\w)") or here.only(_word(name))
    owner = here.owner(place)
    who = f'"{owner}"' if owner else "what was asked"
    if of is None:
        cure = f"ask before: {{% if {owner} %}}" if owner else ""
        return Said(f'expected a field "{name}" of {who}, which is empty here', cure, place)
    if kind := next((words for one, words in KINDS.items() if isinstance(of, one)), ""):
        cure = f"go through it: {{% for one in {owner or '…'} %}}" if kind == "a list" else ""
        return Said(f'expected a field "{name}" of {who}, which is {kind}', cure, place)
    return Said(f'{who} has no field "{name}"', _it_has(name, fields_of(of)), place)


def fields_of(value: object) -> tuple[str, ...]:
    """Return what a template may ask a value for, in the order in which it was written down."""
    kind = type(value)
    own = value.__struct_fields__ if isinstance(value, Struct) else ()
    made = [name for name in dir(kind) if isinstance(getattr(kind, name, None), property)]
    return tuple(name for name in (*own, *made) if not name.startswith("_"))


def _no_such(kind: str, name: str, case: Case) -> Said:
    known = case.engine.filters if kind == "filter" else case.engine.tests
    before = r"\|" if kind == "filter" else r"\bis\b(?:\s+not\b)?"
    place = case.here.only(rf"{before}\s*({re.escape(name)})(?!\w)")
    if name == "safe":
        cure = "everything is escaped; html shows what the program made from Markdown"
        return Said('there is no filter "safe"', cure, place)
    cure = guess(name, known) or "docs/theming.md has ours, besides Jinja's own"
    return Said(f'unknown {kind} "{name}"', cure, place)


def _no_template(name: str, case: Case) -> Said:
    message = f'there is no template "{name}" in this theme'
    place = case.here.only(rf"([\"']{re.escape(name)}[\"'])")
    return Said(message, guess(name, case.theme.templates, most=NEAR), place)


def _no_macro(error: MissingError, case: Case) -> Said:
    found = IMPORTED.match(error.hint)
    if not found:
        return Said("super() is asked for, and the template above has no such block")
    known = MACRO.findall(case.theme.templates.get(found[1], ""))
    message = f'"{found[1]}" has no macro "{error.name}"'
    return Said(message, _it_has(error.name, known), case.here.only(_word(error.name)))


def _no_block(block: UnknownBlock) -> Said:
    known = f"{guess(block.name, block.known)} there are {_and(sorted(block.known))}"
    place = (block.at, block.at + len(block.name))
    return Said(f'no template above has a block "{block.name}"', known.lstrip(), place)


def _it_has(name: str, known: Sequence[str]) -> str:
    return f"{guess(name, known)} it has {_and(known)}".lstrip() if known else ""


def _word(name: str) -> str:
    return rf"(?<![\w.])({re.escape(name)})(?!\w)"


def _and(names: Iterable[str]) -> str:
    return ", ".join(names)


def blame(
    theme: Theme, engine: jinja2.Environment, error: Exception, *, template: str
) -> Diagnostic:
    """Find the innermost template line the error came through, and say what is wrong with it."""
    path, line = _line_of(theme, error, template)
    text = next((theme.templates[name] for name, at in theme.paths.items() if at == path), "")
    here = Template(text, line)
    said = say(error, Case(here, theme, engine))
    span, excerpt = here.span(said.place)
    return Diagnostic("theme-error", Severity.ERROR, said.message, path, span, said.cure, excerpt)


def _line_of(theme: Theme, error: Exception, template: str) -> tuple[str, int]:
    path, line = theme.paths.get(template, f"templates/{template}"), 1
    if isinstance(error, jinja2.TemplateSyntaxError):
        return error.filename or path, error.lineno
    known, trace = set(theme.paths.values()), error.__traceback__
    seen: set[tuple[str, int]] = set()
    while trace is not None:
        at = (trace.tb_frame.f_code.co_filename, trace.tb_lineno)
        if at[0] in known:
            if isinstance(error, RecursionError) and at in seen:
                break  # the line before leads back; where it ended is mere chance
            path, line = at
            seen.add(at)
        trace = trace.tb_next
    return path, line
