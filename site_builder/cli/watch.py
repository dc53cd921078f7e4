"""`build --watch`: build at every change and show the site on this machine."""

import os
import secrets
import sys
import time
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import click
from click.core import ParameterSource

from site_builder.cli.exit_codes import CLEAN
from site_builder.cli.start import todays_date, vault_root
from site_builder.cli.streams import put
from site_builder.model.settings import Settings
from site_builder.preview.edit_link import Editor, EditorUrlError
from site_builder.preview.listen import DEFAULT_HOST, Listening, PortTakenError, listen
from site_builder.preview.live import Live

OUTPUT = "site"
GIT_AT_WORK = Path(".git") / "index.lock"
"""Git has this file for as long as it changes the files of a checkout."""


def watch(params: Mapping[str, Any]) -> int:
    """Open the port, then watch until interrupted."""
    root = vault_root(params["root"])
    todays_date(Settings())  # a day that is given wrongly is refused now
    live = Live(secrets.token_hex(4))
    editor = _editor(root)
    listening = None if params["no_serve"] else _listen(params, live)
    try:
        if listening is not None:
            listening.server.start()
            put(f"Serving {listening.url}", sys.stderr)
            if params["open"]:
                click.launch(listening.url)
        _watch(params, root, live=live, editor=editor)
    except KeyboardInterrupt:
        put("Stopped.", sys.stderr)
        return CLEAN
    finally:
        if listening is not None:
            listening.server.stop()


def _watch(params: Mapping[str, Any], root: Path, *, live: Live, editor: Editor) -> NoReturn:
    """Put the parts together; they are loaded when the port is open already."""
    from site_builder.app.watch import Watching, watch_vault  # noqa: PLC0415 - as above
    from site_builder.app.watch_build import Builder  # noqa: PLC0415 - as above
    from site_builder.app.watch_files import VaultFiles  # noqa: PLC0415 - as above
    from site_builder.app.watch_publish import Publisher, keep_in_memory  # noqa: PLC0415 - as above
    from site_builder.app.watch_show import built_of  # noqa: PLC0415 - as above
    from site_builder.cli.watch_talk import TerminalTalk  # noqa: PLC0415 - as above
    from site_builder.watch.wakes import Wakes  # noqa: PLC0415 - as above

    talk = TerminalTalk(params, debug=_debug())
    files = VaultFiles(root, time.time_ns)
    today = _today(params["today"])
    jobs = params["jobs"] or len(os.sched_getaffinity(0))
    builder = Builder(files, today, theme=params["theme"], jobs=jobs)
    publisher = Publisher(
        output=params["output"] or root / OUTPUT,
        root=root,
        builder=builder,
        talk=talk,
        drafts=params["drafts"],
        strict=params["strict"],
    )
    watch_vault(
        Watching(
            root=root,
            files=files,
            builder=builder,
            wakes=Wakes(time.monotonic, (root / GIT_AT_WORK).exists),
            show=lambda attempt: live.show(built_of(attempt, editor)),
            publish=publisher if params["publish"] else keep_in_memory,
            talk=talk,
            clock=time.monotonic,
            poll=params["poll"],
        )
    )


def _listen(params: Mapping[str, Any], live: Live) -> Listening:
    host = DEFAULT_HOST if params["host"] is None else params["host"]
    token = secrets.token_urlsafe(24)
    try:
        return listen(live, host=host, port=params["port"], token=token, clock=time.monotonic)
    except PortTakenError as error:
        raise click.UsageError(str(error)) from None


def _editor(root: Path) -> Editor:
    try:
        return Editor(root, os.environ.get("DOORSTEP_EDITOR_URL", ""))
    except EditorUrlError as error:
        raise click.UsageError(str(error)) from None


def _today(given: date | None) -> Callable[[Settings], date]:
    """Return how to tell the day; a time zone that is wrong is a finding like any other."""
    from site_builder.app.run import SettingsError  # noqa: PLC0415 - needs the compiler
    from site_builder.diagnostics import Diagnostic, Severity  # noqa: PLC0415 - as above
    from site_builder.source import FILE_START  # noqa: PLC0415 - as above

    def today(settings: Settings) -> date:
        try:
            return given or todays_date(settings)
        except click.UsageError as error:
            what = ("invalid-setting", Severity.ERROR, error.message.partition(": ")[2])
            found = Diagnostic(*what, "doorstep.toml", FILE_START)
            raise SettingsError((found,)) from None

    return today


def _debug() -> bool:
    context = click.get_current_context()
    return context.get_parameter_source("debug") is ParameterSource.COMMANDLINE
