"""`build --watch`: build at every change and show the site on this machine."""

import os
import secrets
import signal
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource
from msgspec.structs import replace

from site_builder.app.run import SettingsError, settings_of
from site_builder.app.themes import require_theme
from site_builder.cli.ended import ended_as_by_ctrl_c
from site_builder.cli.exit_codes import CLEAN
from site_builder.cli.options import debugging
from site_builder.cli.start import audience_of, todays_date, vault_root
from site_builder.cli.streams import put
from site_builder.cli.watch_flags import WATCH_FORMATS
from site_builder.model.settings import Settings
from site_builder.preview.edit_link import Editor, EditorUrlError
from site_builder.preview.listen import DEFAULT_HOST, Listening, PortTakenError, listen
from site_builder.preview.live import Live
from site_builder.reading.theme_files import read_themes
from site_builder.rendering.codes import Ahead


def watch(params: Mapping[str, Any], codes: Ahead) -> int:
    """Open the port, then watch until interrupted."""
    root = vault_root(params["root"])
    if params["format"] not in WATCH_FORMATS:  # the environment's; typed, it was refused
        params = {**params, "format": "text"}
    if params["today"] is None:
        todays_date(Settings())  # a day that the environment gives wrongly is refused now
    if params["theme"] is not None:
        require_theme(params["theme"], Settings(), read_themes(root))
    if params["audience"] is not None:
        _refuse_unknown(params["audience"], root)
    live = Live(secrets.token_hex(4))
    editor = _editor(root)
    listening = None if params["no_serve"] else _listen(params, live)
    try:
        with ended_as_by_ctrl_c(signal.SIGTERM):
            if listening is not None:
                put(f"Serving {listening.url}", sys.stderr)
                if params["open"]:
                    click.launch(listening.url)
            from site_builder.app.watch import watch_vault  # noqa: PLC0415 - the port is open first
            from site_builder.cli.watch_parts import watching  # noqa: PLC0415 - as above

            job = watching(params, root, live=live, editor=editor, codes=codes, debug=_debug())
            if listening is not None:
                job = replace(job, begin=listening.server.start)
            watch_vault(job)
    except KeyboardInterrupt:
        put("Stopped.", sys.stderr)
        return CLEAN
    finally:
        if listening is not None:
            listening.server.stop()


def _refuse_unknown(audience: str, root: Path) -> None:
    """Refuse an audience that is mistyped; with settings that are wrong it may be there yet."""
    with suppress(SettingsError):
        audience_of(settings_of(root), audience)


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


def _debug() -> bool:
    context = click.get_current_context()
    typed = context.get_parameter_source("debug") is ParameterSource.COMMANDLINE
    return typed or debugging()
