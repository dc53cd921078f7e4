"""The command line: one short file a command, and the only reader of clock and environment."""

from site_builder.cli.main import main

__all__ = ["main"]
