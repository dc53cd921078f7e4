"""The strict template engine: everything is escaped, nothing undefined passes unseen."""

import re
from collections.abc import Callable, MutableMapping
from typing import Any, NoReturn

import jinja2
from jinja2 import nodes
from jinja2.runtime import Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment, safe_range
from msgspec import Struct, field

from site_builder.diagnostics import Diagnostic
from site_builder.pages.drafts import Draft
from site_builder.rendering.codes import Codes
from site_builder.rendering.draft_compose import Letter, compose_letter
from site_builder.rendering.filters import FILTERS
from site_builder.rendering.missing import Missing
from site_builder.rendering.rows import Rows
from site_builder.rendering.template_blocks import UnknownBlockError, unknown_block
from site_builder.rendering.template_cache import TemplateCache
from site_builder.rendering.template_code import (
    DirectCode,
    call_macro,
    escaped,
    show_text,
)
from site_builder.rendering.theme import Theme
from site_builder.rendering.turns import THROUGH, Turns, count_loops

TOO_DEEP = "expected less in one another, found too many tags, brackets, signs or digits to follow"
UNESCAPED = re.compile(r"\{%[-+]?\s*autoescape\b")
"""A tag of Jinja's by which a template could stop escaping."""


class Engines(Struct, frozen=True):
    """A theme's templates: pages escaped as HTML, drafts as plain text."""

    pages: jinja2.Environment
    drafts: jinja2.Environment
    turns: Turns
    """What a page may still take of both."""


class Environment(Struct, frozen=True):
    """A theme made ready to render."""

    theme: Theme
    quick: Engines
    """With code of our own, for what nearly every page is."""
    exact: Engines
    """With Jinja's code, which has the last word."""
    endless: dict[str, Diagnostic] = field(default_factory=dict)
    """Templates that would never have ended, in this build; they are tried once."""


class _Exact(ImmutableSandboxedEnvironment):
    """A sandbox, as a vault may come from elsewhere with a theme in it."""

    def __init__(self, turns: Turns, **options: Any) -> None:  # noqa: ANN401 - Jinja's own
        super().__init__(**options)
        self.turns = turns
        self._failed: dict[str, jinja2.TemplateError] = {}

    def get_template(self, name: Any, *rest: Any, **names: Any) -> jinja2.Template:  # noqa: ANN401 - as above
        """Return a template; one that cannot be read is not read again for every page."""
        if name in self._failed:
            raise self._failed[name].with_traceback(None)
        try:
            return super().get_template(name, *rest, **names)
        except jinja2.TemplateError as error:
            self._failed[name] = error
            raise

    def compile(self, source: Any, name: Any = None, filename: Any = None, *rest: Any) -> Any:  # noqa: ANN401 - as above
        """Compile a template; one that Python cannot follow is a mistake like any other."""
        try:
            return super().compile(source, name, filename, *rest)
        except (RecursionError, MemoryError, SyntaxError, ValueError) as error:
            raise jinja2.TemplateSyntaxError(TOO_DEEP, 1, name, filename) from error

    def call(self, context: Context, what: Any, /, *args: object, **names: object) -> object:  # noqa: ANN401 - as above
        """Count a call."""
        self.turns.take()
        return super().call(context, what, *args, **names)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        return count_loops(super()._parse(source, name, filename))


class _Quick(_Exact):
    """The same with short code for what templates do most."""

    code_generator_class = DirectCode
    escaped = staticmethod(escaped)
    show_text = staticmethod(show_text)

    def __init__(self, turns: Turns, **options: Any) -> None:  # noqa: ANN401 - as above
        super().__init__(turns, **options)
        self._found: dict[str, jinja2.Template] = {}

    def handle_exception(self, source: str | None = None) -> NoReturn:
        """Let an error pass as it is; nobody reads it, as the exact engine is asked then."""
        del source
        raise  # noqa: PLE0704 - Jinja calls this where it has caught one

    def get_template(self, name: Any, *rest: Any, **names: Any) -> jinja2.Template:  # noqa: ANN401 - as above
        """Return a template; one that was found stays what it is."""
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = super().get_template(name, *rest, **names)
        return found

    def call(self, context: Context, what: object, /, *args: object, **names: object) -> object:
        """Call a macro directly, anything else by way of the sandbox."""
        if type(what) is not Macro:
            return super().call(context, what, *args, **names)
        self.turns.take()
        names.pop("_block_vars", None)
        names.pop("_loop_vars", None)
        return what(*args, **names) if names else call_macro(what, *args)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return the names that every template knows, as they are: comparing them is quick."""
        return super().make_globals(d) if d else self.globals


class _Templates(jinja2.BaseLoader):
    """Templates from memory that know which file they were written in."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme

    def get_source(
        self, environment: jinja2.Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """Return text and path of a template; it never changes within one run."""
        del environment
        if template not in self.theme.templates:
            raise jinja2.TemplateNotFound(template)
        text, path = self.theme.templates[template], self.theme.paths[template]
        if found := UNESCAPED.search(text):
            line = text.count("\n", 0, found.start()) + 1
            message = "expected text that is escaped, found {% autoescape %}"
            raise jinja2.TemplateSyntaxError(message, line, template, path)
        if unknown := unknown_block(template, self.theme):
            line = text.count("\n", 0, unknown.at) + 1
            raise UnknownBlockError(unknown, line, template, path)
        return text, path, lambda: True


def make_environment(
    theme: Theme, *, keep: bool = False, codes: Codes | None = None
) -> Environment:
    """Return the engines for a theme; templates are compiled when first used.

    With `keep` the rows of long lists are remembered. What `codes` has need not be compiled, what
    it has not is put there.
    """
    quick = _engines(_Quick, theme, keep=keep)
    if codes is not None:
        quick.pages.bytecode_cache = TemplateCache(codes.pages)
        quick.drafts.bytecode_cache = TemplateCache(codes.drafts)
    return Environment(theme, quick, _engines(_Exact, theme))


def _engines(kind: type[_Exact], theme: Theme, *, keep: bool = False) -> Engines:
    turns = Turns()
    pages, drafts = (_engine(kind, theme, turns, escapes=escapes) for escapes in (True, False))
    engines = Engines(pages, drafts, turns)

    def letter(draft: Draft) -> Letter:
        """Return the words of a draft, composed from its template and facts."""
        return compose_letter(engines.drafts, draft)

    each = Rows(turns, keep=keep).each
    engines.pages.filters |= FILTERS | {"each": each, "letter": letter}
    return engines


def _engine(kind: type[_Exact], theme: Theme, turns: Turns, *, escapes: bool) -> jinja2.Environment:
    engine = kind(
        turns,
        autoescape=escapes,
        undefined=Missing,
        trim_blocks=escapes,  # in plain text a line's end is meant, even after a tag
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
        loader=_Templates(theme),
    )
    del engine.globals["lipsum"]  # another text for each build
    del engine.filters["safe"]  # only `html` shows what is not escaped, and only what we made
    engine.filters[THROUGH] = jinja2.pass_context(lambda _, listed: turns.through(listed))
    engine.globals["range"] = lambda *ends: turns.through(safe_range(*ends))
    return engine
