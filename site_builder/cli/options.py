"""Every option once: its flags, its environment variable, its help."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click
from click.core import ParameterSource

Function = TypeVar("Function", bound=Callable[..., Any])
Decorator = Callable[[Function], Function]

FORMATS = ("text", "concise", "json", "github", "gitlab", "sarif")
YES = frozenset({"1", "true", "t", "yes", "y", "on"})
"""What Click takes for a yes in a variable."""
EMPTY = "it is empty; leave it out, or say what is meant"


class Day(click.ParamType[Any]):
    """A `YYYY-MM-DD` day."""

    name = "DATE"

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        """Return the date, or refuse the text."""
        from datetime import date  # noqa: PLC0415 - keeps `--help` instant

        from site_builder.model.today import MAY_BE_TODAY, may_be_today  # noqa: PLC0415 - as above

        if isinstance(value, date):
            return value
        wanted = "a date like 2026-11-22"
        try:
            if len(value) == len("2026-11-22"):
                day = date.fromisoformat(value)
                if may_be_today(day) or param.name != "today":
                    return day
                wanted = MAY_BE_TODAY
        except ValueError:
            pass
        return self.fail(f'expected {wanted}, found "{value}"', param, ctx)


class Number(click.IntRange):
    """A whole number between two, which the message names."""

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        """Return the number, or refuse the text."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            wanted = f"expected a whole number from {self.min} to {self.max}"
            return self.fail(f'{wanted}, found "{value}"', param, ctx)


class Folder(click.Path):
    """A folder; an empty text, as from a variable that is not set, is a mistake."""

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        """Return the path, or refuse to take nothing for the current folder."""
        if not str(value):
            self.fail(EMPTY, param, ctx)
        return super().convert(value, param, ctx)


def is_folder(path: Path) -> bool:
    """Tell whether it is a folder; what cannot be the name of one is none."""
    try:
        return path.is_dir()
    except OSError:  # it is too long
        return False


class Name(click.ParamType[Any]):
    """A name or address; an empty text would stand for another one, which may show more."""

    name = "NAME"

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        """Return the name, or refuse to take nothing for it."""
        if value.strip():
            return value
        if isinstance(param, click.Option):
            return self.fail(EMPTY, param, ctx)
        name = param.human_readable_name.strip("[.]")
        return self.fail(f"{name} is empty; say what is meant", param, ctx)


class Subcommand(click.Command):
    """A command that also takes the options that were typed before its name."""

    def invoke(self, ctx: click.Context) -> Any:
        """Take over what the group was given, unless it was given here, too."""
        typed_before = (ctx.parent.obj if ctx.parent else None) or {}
        for name, value in typed_before.items():
            if ctx.get_parameter_source(name) is not ParameterSource.COMMANDLINE:
                own = next(param for param in self.params if param.name == name)
                ctx.params[name] = own.type_cast_value(ctx, value)
        return super().invoke(ctx)


class Setting(click.Option):
    """An option with an environment variable: a default, which is blamed by its own name.

    A format that other commands know and this one does not is passed over. While a shell completes
    words, nothing is wrong yet.
    """

    def consume_value(self, ctx: Any, opts: Any) -> Any:
        """Return the value and where it comes from."""
        value, source = super().consume_value(ctx, opts)
        if source is not ParameterSource.ENVIRONMENT or ctx.resilient_parsing:
            return value, source
        if self.name == "format" and value in FORMATS and value not in self.type.choices:  # type: ignore[attr-defined]
            return self.get_default(ctx), ParameterSource.DEFAULT
        try:
            self.type_cast_value(ctx, value)
        except click.BadParameter as error:
            said = f'expected 1 or 0, found "{value}"' if self.is_flag else error.message
            raise click.UsageError(f"{self.envvar}: {said}", ctx) from None
        return value, source


def _option(name: str, *flags: str, **settings: Any) -> Any:
    return click.option(name, *flags, cls=Setting, envvar=f"DOORSTEP_{name.upper()}", **settings)


def debugging(words: Sequence[str] = ()) -> bool:
    """Say whether tracebacks are wanted; what failed may be what reads options."""
    return "--debug" in words or os.environ.get("DOORSTEP_DEBUG", "").strip().lower() in YES


FOLDER = Folder(file_okay=False, path_type=Path)
FILE = Folder(path_type=Path)
NAME = Name()

ROOT = _option("root", "-C", "--root", type=FOLDER, help="The vault [default: found upwards].")
TODAY = _option("today", "--today", type=Day(), help="Compute for this day.")
DRAFTS = _option("drafts", "--drafts", is_flag=True, help="Take in files marked `draft: true`.")
STRICT = _option("strict", "--strict", is_flag=True, help="Fail on warnings, too.")
JOBS = _option(
    "jobs",
    "-j",
    "--jobs",
    type=Number(1, 64),
    metavar="N",
    help="Spread over N processes [default: one a core].",
)
NO_CACHE = _option("no_cache", "--no-cache", is_flag=True, help="Build anew, remember nothing.")
QUIET = _option("quiet", "-q", "--quiet", is_flag=True, help="Say only what is wrong.")
VERBOSE = _option(
    "verbose", "-v", "--verbose", is_flag=True, help="Say each step, its count and its time."
)
COLOR = _option(
    "color",
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Colour the output.",
)
DEBUG = _option("debug", "--debug", is_flag=True, expose_value=False, help="Show tracebacks.")
OUTPUT = _option("output", "-o", "--output", type=FOLDER, help="Write here [default: site/].")
AUDIENCE = _option(
    "audience",
    "--audience",
    type=NAME,
    metavar="NAME",
    help="Show only what this audience may see [default: private, everything].",
)
THEME = _option(
    "theme", "--theme", type=NAME, metavar="NAME", help="Use this theme [default: as set]."
)
REPORT_FORMAT = _option(
    "format",
    "--format",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How findings are printed.",
)
ANSWER_FORMAT = _option(
    "format",
    "--format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people or for programs.",
)

BUILD_OPTIONS = (
    ROOT,
    OUTPUT,
    AUDIENCE,
    THEME,
    TODAY,
    STRICT,
    DRAFTS,
    JOBS,
    NO_CACHE,
    REPORT_FORMAT,
    QUIET,
    VERBOSE,
    COLOR,
    DEBUG,
)
WATCH_OPTIONS = (
    _option("watch", "--watch", is_flag=True, help="Build at every change; a live preview."),
    _option("open", "-O", "--open", is_flag=True, help="Watch: open the preview in a browser."),
    _option(
        "port",
        "--port",
        type=Number(0, 65_535),
        metavar="N",
        help="Watch: serve on this port [default: 8000 or the next free one].",
    ),
    _option(
        "host",
        "--host",
        type=NAME,
        metavar="ADDRESS",
        help="Watch: serve on this address [default: 127.0.0.1]; others need the token shown.",
    ),
    _option("poll", "--poll", is_flag=True, help="Watch: look every half second, for odd disks."),
    _option("no_serve", "--no-serve", is_flag=True, help="Watch: build without a preview."),
    _option("publish", "--publish", is_flag=True, help="Watch: write the site, too, as -o does."),
)
CHECK_OPTIONS = (ROOT, AUDIENCE, TODAY, STRICT, DRAFTS, REPORT_FORMAT, QUIET, VERBOSE, COLOR, DEBUG)
ANSWER_OPTIONS = (ROOT, TODAY, DRAFTS, ANSWER_FORMAT, COLOR, DEBUG)


def with_options(*options: Any) -> Decorator[Any]:
    """Add options to a command in reading order."""

    def decorate(function: Any) -> Any:
        for option in reversed(options):
            function = option(function)
        return function

    return decorate
