"""What is wrong with what was typed, in our words: Click's own speak of parameters and values."""

import re
from collections.abc import Iterable

import click

from site_builder.did_you_mean import guess_behind
from site_builder.reporting.safe_text import shortened, visible_lines

NOT_ONE = re.compile(r"'(.*)' is not one of ", re.DOTALL)
LOST = re.compile(r"(File|Directory|Path) '(.*)' does not exist\.", re.DOTALL)
OTHER = re.compile(r"(?:File|Directory|Path) '(.*)' is a (directory|file)\.", re.DOTALL)
LOCKED = re.compile(r"(?:File|Directory|Path) '(.*)' is not (readable|writable)\.", re.DOTALL)
TOO_MUCH = re.compile(r"Got unexpected extra arguments? \((.*)\)", re.DOTALL)
NO_VALUE = re.compile(r"Option '(.*)' requires (?:an argument|\d+ arguments)\.")
A_VALUE = re.compile(r"Option '(.*)' does not take a value\.")
KINDS = {"File": "file", "Directory": "folder", "Path": "file or folder"}


def usage_words(error: click.ClickException) -> str:
    """Return what to say; what was typed is shortened, and what hides in it is made visible."""
    return shortened(visible_lines(_said(error)))


def _said(error: click.ClickException) -> str:
    ctx = getattr(error, "ctx", None)
    if isinstance(error, click.exceptions.NoSuchCommand) and isinstance(ctx, click.Context):
        return _no_command(error.command_name, ctx)
    if isinstance(error, click.NoSuchOption):
        return _no_option(error.option_name, ctx)
    if isinstance(error, click.MissingParameter):
        return _missing(error.param)
    if isinstance(error, click.BadParameter):
        return _bad(error)
    return _plain(error.format_message(), ctx)


def _plain(message: str, ctx: click.Context | None) -> str:
    """Return our words for a mistake of which Click keeps nothing but the sentence."""
    if ctx and (found := TOO_MUCH.fullmatch(message)):
        takes = any(isinstance(one, click.Argument) for one in ctx.command.params)
        cure = "; put what belongs together between quotes" if takes else ""
        return f'"{found[1]}" is more than "{ctx.command_path}" takes{cure}'
    if found := NO_VALUE.fullmatch(message):
        return f"{found[1]} needs a value behind it"
    if found := A_VALUE.fullmatch(message):
        return f"{found[1]} takes no value"
    return message


def _no_command(name: str, ctx: click.Context) -> str:
    known = ctx.command.list_commands(ctx) if isinstance(ctx.command, click.Group) else []
    said = guess_behind(f'"{ctx.command_path}" knows no "{name}".', name, known)
    return f"{said} {_types(known)}."


def _no_option(name: str, ctx: click.Context | None) -> str:
    params = ctx.command.params if ctx else []
    known = [opt for one in params if isinstance(one, click.Option) for opt in one.opts]
    said = f'"{ctx.command_path if ctx else "build"}" has no option "{name}".'
    said = guess_behind(said, name, known)
    if any(one.nargs < 0 for one in params):
        said += ' Text that begins with "-" stands behind "--".'
    return said


def _missing(param: click.Parameter | None) -> str:
    if param is None:
        return "something is missing"
    if isinstance(param.type, click.Choice):
        return f"something is missing: {_types(param.type.choices).lower()}"
    name = param.opts[-1] if isinstance(param, click.Option) else param.human_readable_name.upper()
    return f"{name.rstrip('.')} is missing"


def _bad(error: click.BadParameter) -> str:
    message, param = error.message, error.param
    if found := LOST.fullmatch(message):
        return f'there is no {KINDS[found[1]]} "{found[2]}"'
    if found := OTHER.fullmatch(message):
        is_file = found[2] == "file"
        kinds = ("a file", "a folder") if is_file else ("a folder", "a file")
        return f'"{found[1]}" is {kinds[0]}; {kinds[1]} is needed'
    if found := LOCKED.fullmatch(message):
        return f'"{found[1]}" may not be {"read" if found[2] == "readable" else "written"}'
    choice = param is not None and isinstance(param.type, click.Choice)
    if param is not None and choice and (found := NOT_ONE.match(message)):
        known = [str(one) for one in param.type.choices]  # type: ignore[attr-defined] # a choice
        said = guess_behind(f'unknown word "{found[1]}".', found[1], known)
        message = f"{said} {_types(known)}."
    if isinstance(param, click.Option):
        return f"{param.opts[-1]}: {message}"
    return message


def _types(known: Iterable[str]) -> str:
    return f"Type one of {', '.join(known)}"
