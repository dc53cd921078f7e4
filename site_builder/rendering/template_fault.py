"""The finding for a template that failed: the line it came through, in our words."""

import jinja2

from site_builder.diagnostics import Diagnostic, Severity
from site_builder.rendering.template_place import Template
from site_builder.rendering.template_words import Case, say
from site_builder.rendering.theme import Theme


def blame(
    theme: Theme, engine: jinja2.Environment, error: Exception, *, template: str
) -> Diagnostic:
    """Find the innermost template line the error came through, and say what is wrong with it."""
    path, line = _line(theme, error, template)
    text = next((theme.templates[name] for name, at in theme.paths.items() if at == path), "")
    here = Template(text, line)
    said = say(error, Case(here, theme, engine))
    span, excerpt = here.span(said.place)
    return Diagnostic("theme-error", Severity.ERROR, said.message, path, span, said.cure, excerpt)


def _line(theme: Theme, error: Exception, template: str) -> tuple[str, int]:
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
