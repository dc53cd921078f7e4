"""A place that the system will not let us write to: the place as named, what is wrong, the cure."""

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path

FULL = {errno.ENOSPC, errno.EDQUOT}
FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


@contextlib.contextmanager
def naming(place: Path) -> Iterator[None]:
    """Have a failure of the system name this place and not a file of our own beside it."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, _reason(place, error), str(place)) from error


def _reason(place: Path, error: OSError) -> str:
    here = place.absolute()
    above = next(filter(_exists, (here, *here.parents)), Path(here.anchor))
    if error.errno in FULL:
        return "the disk is full; make room and try again"
    if error.errno in FORBIDDEN:
        folder = above.parent if above == here else above  # what is there is replaced from there
        return f'you may not write in "{folder}"; choose another folder or change its permissions'
    if not above.is_dir():
        return f'"{above}" is a file; choose a folder'
    if error.errno == errno.ENOENT and above == here.parent:
        return f'nothing can be made in "{above}"; choose another folder'
    if error.errno == errno.ENOENT:
        return f'there is no folder "{here.parent}"; make it first or choose another'
    said = (error.strerror or str(error)).lower()
    return f"{said}; choose another place"


def _exists(place: Path) -> bool:
    return os.path.exists(place)  # noqa: PTH110 - `Path.exists` fails where a name is too long
