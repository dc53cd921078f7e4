"""From options to a run: find the vault, read its settings, decide which day is today."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from pathlib import Path
from shlex import quote
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import click

from site_builder.app.known_documents import KnownDocuments
from site_builder.app.run import Run, SettingsError, settings_of, unknown_audience
from site_builder.cli.cores import cores
from site_builder.cli.options import is_folder
from site_builder.cli.progress import progress_of
from site_builder.diagnostics import Diagnostic
from site_builder.model.audience import PRIVATE, Audience
from site_builder.model.settings import Settings
from site_builder.model.today import MAY_BE_TODAY, may_be_today
from site_builder.reading.near_folders import near_folders
from site_builder.reading.vault_root import find_root, is_site, is_vault

Answer = TypeVar("Answer")

NO_SIGNS = "neither this folder nor one above has contacts/ or intros/"
A_SITE = "this is a site built from one, says its .doorstep-output"


def start(params: Mapping[str, Any], *, lists: bool = False, findings: bool = False) -> Run:
    """Return the run that the options ask for.

    The answer `lists` something or is an object; or `findings` are all that is printed.
    """
    root = vault_root(params.get("root"))
    try:
        settings = settings_of(root)
    except SettingsError as error:
        error.format = params.get("format", "text")
        error.lists, error.findings, error.quiet = lists, findings, bool(params.get("quiet"))
        error.today = params.get("today") or todays_date(error.settings or Settings())
        raise
    return _run(root, settings, params)


def start_anyhow(params: Mapping[str, Any]) -> tuple[Run, tuple[Diagnostic, ...]]:
    """Return a run also where settings are wrong, and what is wrong with them.

    Good for looking at the other files, as no mistake may hide another one.
    """
    try:
        return start(params), ()
    except SettingsError as error:
        if error.settings is None or error.settings.audience(_asked_for(params)) is None:
            raise
        root = vault_root(params.get("root"))
        return _run(root, error.settings, {**params, "today": error.today}), error.diagnostics


def _run(root: Path, settings: Settings, params: Mapping[str, Any]) -> Run:
    return Run(
        root=root,
        today=params.get("today") or todays_date(settings),
        settings=settings,
        drafts=bool(params.get("drafts")),
        strict=bool(params.get("strict")),
        jobs=params.get("jobs") or cores(),
        audience=audience_of(settings, _asked_for(params)),
        progress=progress_of(params),
        known=None if params.get("no_cache") else KnownDocuments(root),
    )


def start_in_vault(params: Mapping[str, Any], *, lists: bool = False) -> Run | None:
    """Return the run that the options ask for; None where no vault is, and none was asked for."""
    if params.get("root") is None and find_root(Path.cwd()) is None:
        return None
    return start(params, lists=lists)


def day_anyhow(params: Mapping[str, Any]) -> date:
    """Return the day also where no vault is, or the settings of one are wrong."""
    try:
        run = start_in_vault(params)
    except SettingsError as error:
        return error.today or todays_date(Settings())
    return run.today if run else params.get("today") or todays_date(Settings())


def _asked_for(params: Mapping[str, Any]) -> str:
    return params.get("audience") or PRIVATE.name


def answered(answer: Answer | str) -> Answer:
    """Return the answer, or refuse with the sentence that stands in its place."""
    if isinstance(answer, str):
        raise click.UsageError(answer)
    return answer


@contextmanager
def as_asked(params: Mapping[str, Any], today: date, *, findings: bool = False) -> Iterator[None]:
    """Have mistakes of the settings that are found later, a theme's name, told as asked for."""
    try:
        yield
    except SettingsError as error:
        error.format, error.today = params["format"], today
        error.findings, error.quiet = findings, bool(params.get("quiet"))
        raise


def audience_of(settings: Settings, name: str) -> Audience:
    """Return the audience of this name, or refuse one that the settings do not know."""
    if (found := settings.audience(name)) is not None:
        return found
    raise click.UsageError(unknown_audience(settings, name))


def vault_root(given: Path | None) -> Path:
    """Return the vault: the folder given, or the nearest one upwards from here."""
    if given is None:
        here = Path.cwd()
        found = find_root(here)
        if found is None:
            why = A_SITE if any(map(is_site, (here, *here.parents))) else NO_SIGNS
            why = "; ".join((why, *near_folders(here)))
            raise click.UsageError(f"no vault here: {why}. `build init DIR` makes a new one.")
        return found
    if not is_folder(given):
        raise click.UsageError(f'there is no folder "{given}"')
    if is_site(given):
        vault = find_root(given)
        meant = f'; did you mean "{vault}"?' if vault else ""
        raise click.UsageError(f'"{given}" is no vault: {A_SITE}{meant}')
    if not is_vault(given):
        why = "; ".join(("it has no contacts/ and no intros/", *near_folders(given)))
        new = quote(str(given))
        raise click.UsageError(f'"{given}" is no vault: {why}. `build init {new}` makes one there.')
    return given.resolve()


def todays_date(settings: Settings) -> date:
    """Return the day: `SOURCE_DATE_EPOCH`, the day fixed by the settings, or the real one."""
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        if not (epoch.isascii() and epoch.isdecimal()):
            raise click.UsageError(f'SOURCE_DATE_EPOCH must be seconds since 1970, found "{epoch}"')
        with suppress(ValueError, OverflowError, OSError):
            day = datetime.fromtimestamp(int(epoch), UTC).date()
            if may_be_today(day):
                return day
        raise click.UsageError(f'SOURCE_DATE_EPOCH must be {MAY_BE_TODAY}, found "{epoch}"')
    if settings.today is not None:
        return settings.today
    zone = ZoneInfo(settings.timezone) if settings.timezone else None
    return datetime.now(zone).date()
