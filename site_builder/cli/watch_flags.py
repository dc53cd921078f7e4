"""Refuses options that would have no effect, with `--watch` or without it."""

from collections.abc import Mapping
from typing import Any

import click
from click.core import ParameterSource

SERVING = frozenset({"open", "port", "host"})
ONLY_WATCH = frozenset({"poll", "no_serve", "publish"}) | SERVING
WATCH_FORMATS = frozenset({"text", "concise"})


def refuse_idle_options(ctx: click.Context, params: Mapping[str, Any]) -> None:
    """Refuse an option that was typed and would be without effect."""
    typed = [
        parameter
        for parameter in ctx.command.params
        if ctx.get_parameter_source(parameter.name or "") is ParameterSource.COMMANDLINE
    ]
    for parameter in typed:
        if (fault := _fault(parameter.name or "", params)) is not None:
            raise click.UsageError(f'"{parameter.opts[-1]}" {fault}', ctx)


def writes(ctx: click.Context, params: Mapping[str, Any]) -> bool:
    """Tell whether a watch writes the site: because it is asked to, or told where to."""
    where = ctx.get_parameter_source("output") is ParameterSource.COMMANDLINE
    return params["publish"] or where


def _fault(name: str, params: Mapping[str, Any]) -> str | None:
    if not params["watch"]:
        return 'can only be used with "--watch"' if name in ONLY_WATCH else None
    if params["no_serve"] and name in SERVING:
        return 'cannot be used with "--no-serve"'
    if name == "format" and params["format"] not in WATCH_FORMATS:
        return 'must be text or concise where "--watch" is given'
    return None
