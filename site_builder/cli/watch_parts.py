"""Puts the parts of a watch together, as its options ask."""

import time
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import click

from site_builder.app.run import SettingsError
from site_builder.app.watch import Watching
from site_builder.app.watch_build import Attempt, Builder, Today
from site_builder.app.watch_files import VaultFiles
from site_builder.app.watch_publish import Publisher, keep_in_memory
from site_builder.app.watch_show import built_of
from site_builder.cli.build import output_of
from site_builder.cli.cores import cores
from site_builder.cli.progress import progress_of
from site_builder.cli.start import todays_date
from site_builder.cli.watch_flags import writes
from site_builder.cli.watch_memory import Memory
from site_builder.cli.watch_talk import TerminalTalk
from site_builder.diagnostics import Diagnostic, Severity
from site_builder.model.audience import PRIVATE
from site_builder.model.settings import Settings
from site_builder.preview.edit_link import Editor
from site_builder.preview.live import Live
from site_builder.reading.git_at_work import git_at_work
from site_builder.rendering.codes import Ahead
from site_builder.source import FILE_START
from site_builder.watch.wakes import Wakes


def watching(  # noqa: PLR0913 - all that a watch is made of
    params: Mapping[str, Any],
    root: Path,
    *,
    live: Live,
    editor: Editor,
    codes: Ahead,
    debug: bool,
) -> Watching:
    """Return what is to be watched, and who is told."""
    talk = TerminalTalk(params, debug=debug)
    files = VaultFiles(root, time.time_ns)
    builder = _builder(params, files, codes)
    memory, publish = Memory(), _publish(params, root, builder=builder, talk=talk)
    own = params["audience"] in {None, PRIVATE.name}

    def after(attempt: Attempt) -> None:
        publish(attempt)
        memory.built()

    def rest() -> None:
        if isinstance(publish, Publisher):
            publish.catch_up()
        memory.rest()

    return Watching(
        root=root,
        files=files,
        builder=builder,
        wakes=Wakes(time.monotonic, git_at_work(root, time.time)),
        show=lambda attempt: live.show(built_of(attempt, editor, own=own)),
        publish=after,
        rest=rest,
        talk=talk,
        clock=time.monotonic,
        poll=params["poll"],
    )


def _builder(params: Mapping[str, Any], files: VaultFiles, codes: Ahead) -> Builder:
    return Builder(
        files,
        _today(params["today"]),
        theme=params["theme"],
        audience=params["audience"],
        jobs=params["jobs"] or cores(),
        progress=progress_of(params),
        codes=codes,
    )


def _publish(
    params: Mapping[str, Any], root: Path, *, builder: Builder, talk: TerminalTalk
) -> Callable[[Attempt], None]:
    if not writes(click.get_current_context(), params):
        return keep_in_memory
    return Publisher(
        output=output_of(params, root),
        root=root,
        builder=builder,
        talk=talk,
        audience=params["audience"] or PRIVATE.name,
        drafts=params["drafts"],
        strict=params["strict"],
    )


def _today(given: date | None) -> Today:
    """Return how to tell the day; a time zone that is wrong is a finding like any other."""

    def today(settings: Settings) -> date:
        try:
            return given or todays_date(settings)
        except click.UsageError as error:
            message = error.message.partition(": ")[2]
            found = Diagnostic(
                "invalid-setting", Severity.ERROR, message, "doorstep.toml", FILE_START
            )
            raise SettingsError((found,)) from None

    return today
