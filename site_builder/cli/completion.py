"""`build completion SHELL`: the script that lets a shell complete this program's words."""

from typing import Any

import click
from click.shell_completion import get_completion_class

from site_builder.cli.options import DEBUG, Subcommand, with_options
from site_builder.cli.started import NAMES
from site_builder.cli.streams import put

VARIABLE = "_BUILD_COMPLETE"
"""By this the script tells the program to complete; both of its names listen to the same one."""

CUT, CUT_ONCE = 'string split "," $', 'string split --max 1 "," $'
"""Click's script for fish parts kind and word at each comma, and so cuts descriptions short."""


@click.command("completion", cls=Subcommand)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@with_options(DEBUG)
@click.pass_context
def command(ctx: click.Context, /, shell: str) -> None:
    """Print what lets a shell complete commands, options, files and contacts, for both names.

    \b
    Examples:
      eval "$(build completion bash)"           in ~/.bashrc
      eval "$(build completion zsh)"            in ~/.zshrc, after compinit
      build completion fish > ~/.config/fish/conf.d/build.fish
    """
    script: Any = get_completion_class(shell)
    program = ctx.find_root().command
    source = "\n".join(script(program, {}, name, VARIABLE).source() for name in NAMES)
    put(source.replace(CUT, CUT_ONCE))
