"""A group of commands that work on kinds of things: `export json`, `new contact`."""

import click


class Kinds(click.Group):
    """A group whose commands take the options that stand between its name and theirs."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read `export --today DATE json` as `export json --today DATE`."""
        options = args[:1] and args[0].startswith("-")
        named = (place for place, word in enumerate(args) if word in self.commands)
        at = next(named, 0) if options else 0
        return super().parse_args(ctx, [*args[at : at + 1], *args[:at], *args[at + 1 :]])
