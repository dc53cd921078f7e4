"""`build`: the group that builds when no subcommand is given, and the exit codes of everything."""

import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from shlex import quote
from typing import Any, NoReturn

import click
from click.core import ParameterSource
from click.shell_completion import CompletionItem

from site_builder import __version__
from site_builder.cli.exit_codes import INTERRUPTED, IO_ERROR, USAGE
from site_builder.cli.loading import loading
from site_builder.cli.options import (
    BUILD_OPTIONS,
    WATCH_OPTIONS,
    debugging,
    is_folder,
    with_options,
)
from site_builder.cli.streams import open_missing
from site_builder.did_you_mean import guess_behind

COMMANDS = {
    "check": "validate only, write nothing",
    "stalled": "the threads that need a move, my own debts first",
    "suggest": "who could introduce me to somebody, ranked, with reasons",
    "explain": "why a thread stalls, a person is ranked, a check complains",
    "new": "make a contact or an introduction",
    "log": "write down what happened in an introduction",
    "mv": "give a note another id, and change every name of it",
    "stats": "did it work: rates by move, with n and interval",
    "replay": "would the ranking have found the right person",
    "init": "make a new vault",
    "theme": "the themes there are; a file of one, to change it",
    "schema": "JSON Schema of the front matter",
    "import": "people from vCards, Google, LinkedIn, a table; dates from mails",
    "export": "the site as one encrypted file; the data for other programs",
    "hosting": "a ready file for a host: password, TLS, headers",
    "completion": "let a shell complete commands, options and contacts",
    "doctor": "what this program found on this machine, or at a site's address",
}
"""The subcommands with their one-line help; each is loaded when it is used."""

FILES = {"import": "import_file"}
"""The modules of commands whose names are words of Python."""

NEXT = f"{__name__}.next"
"""Under this name a context keeps the words after the subcommand's."""

EPILOG = """\b
Examples:
  build                        build the vault of this folder into site/
  build --watch --open         look at it live while you write
  build -C ~/doors stalled     who waits for what in another vault
  build suggest tara-lindqvist --draft
  build log tara-lindqvist nudged sent the benchmark
"""


class Commands(click.Group):
    """A group that loads a subcommand when it is asked for, and never drops a flag."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in reading order."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one subcommand."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module = FILES.get(cmd_name, cmd_name)
        with loading():
            command: click.Command = import_module(f"site_builder.cli.{module}").command
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[Any]]:
        """Complete the names of subcommands without loading them, and the options."""
        names = [name for name in COMMANDS if name.startswith(incomplete)]
        items = [CompletionItem(name, help=COMMANDS[name]) for name in names]
        return items + click.Command.shell_complete(self, ctx, incomplete)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the subcommand; of a word that is none, say which was probably meant."""
        ctx.meta[NEXT] = args[1:]
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand as error:
            name = error.command_name
            if is_folder(Path(name)):
                message = f'"{name}" is a folder; a vault is named with -C: build -C {quote(name)}'
            else:
                message = guess_behind(f'no command is called "{name}".', name, COMMANDS)
            raise click.UsageError(message, ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the subcommands without loading them."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    "build",
    cls=Commands,
    invoke_without_command=True,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, "-V", "--version", prog_name="doorstep")
@with_options(*BUILD_OPTIONS, *WATCH_OPTIONS)
@click.pass_context
def group(ctx: click.Context, /, **params: Any) -> None:
    """Know when a warm introduction went cold, and who else could open the door.

    Without a command, validate the vault of this folder and render its private site.
    """
    if ctx.invoked_subcommand is not None:
        _hand_down(ctx, ctx.invoked_subcommand, params)
        return
    from site_builder.cli.watch_flags import refuse_idle_options  # noqa: PLC0415 - as below

    refuse_idle_options(ctx, params)
    with loading():
        from site_builder.cli.ahead import compiling, reading  # noqa: PLC0415 - no command needs it

    with reading(params) as read, compiling(params) as codes:
        if params["watch"]:
            with loading():
                from site_builder.cli.watch import watch  # noqa: PLC0415 - loaded only to watch

            ctx.exit(watch(params, codes))
        with loading():
            from site_builder.cli.build import build  # noqa: PLC0415 - loaded only to build

        ctx.exit(build(params, read, codes))


def _hand_down(ctx: click.Context, name: str, params: dict[str, Any]) -> None:
    """Give options typed before the subcommand to it, or refuse them."""
    command = group.get_command(ctx, name)
    if command is None:
        return
    taken = set.intersection(*({one.name for one in end.params} for end in _ends(ctx, command)))
    given = {
        key: value
        for key, value in params.items()
        if ctx.get_parameter_source(key) is ParameterSource.COMMANDLINE
    }
    for key in given:
        if key not in taken:
            flag = next(p.opts[-1] for p in group.params if p.name == key)
            words = " ".join((name, *_named(ctx, command)))
            raise click.UsageError(f'"{flag}" cannot be used with "{words}"', ctx)
    ctx.obj = given


def _ends(ctx: click.Context, command: click.Command) -> tuple[click.Command, ...]:
    """Return what may run: the command, or of a group the one that is named next, else any."""
    if not isinstance(command, click.Group):
        return (command,)
    named = tuple(command.commands[word] for word in _named(ctx, command))
    return named or tuple(command.commands.values())


def _named(ctx: click.Context, command: click.Command) -> tuple[str, ...]:
    """Return the next word that names a command of a group."""
    known = command.commands if isinstance(command, click.Group) else {}
    return tuple(word for word in ctx.meta[NEXT] if word in known)[:1]


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line; a user's mistake never prints a traceback."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    open_missing()
    try:
        sys.exit(_code(words))
    except OSError:  # nobody is left to be told
        if debugging(words):
            raise
        sys.exit(IO_ERROR)


def _code(words: list[str]) -> int:
    """Run the command and return its exit code; what went wrong is told in words."""
    try:
        code = group.main(words, prog_name="build", standalone_mode=False)
    except click.Abort:
        return INTERRUPTED
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return USAGE
    except click.ClickException as error:
        from site_builder.cli.usage_words import usage_words  # noqa: PLC0415 - on failure

        text = usage_words(error)
        click.UsageError(text, getattr(error, "ctx", None)).show()
        return USAGE
    except SystemExit as end:  # Click's own: 0 after completion, 1 where who read it has left
        return IO_ERROR if end.code else 0
    except Exception as error:
        if debugging(words):
            raise
        from site_builder.cli.mistakes import user_mistake  # noqa: PLC0415 - loaded on failure

        return user_mistake(error)
    return code if isinstance(code, int) else 0
