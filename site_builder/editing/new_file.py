"""Makes a new file in the vault, whole or not at all, and never in the place of another."""

import os
import secrets
from collections.abc import Callable
from pathlib import Path

from site_builder.editing.commit import sync, write_new
from site_builder.editing.edit_errors import EditFailedError, EditRefusedError, Refusal
from site_builder.editing.edit_folder import edit_lock
from site_builder.editing.log_event import Tidied, tidy
from site_builder.editing.replaced import TEXT

AS_THE_USER_SETS = 0o666
"""The mode before the umask, which says who else may read what the user makes."""


def make_file(
    root: Path, path: str, data: bytes, *, now: float, tell: Callable[[Tidied], object]
) -> None:
    """Make the file `FOLDER/NAME` of the vault; `now` and `tell` as for `log_event`.

    Raises `EditRefusedError` if it is there already or its folder is a link, `EditLockedError`,
    `EditFailedError` or `OSError`.
    """
    place = root / path
    with edit_lock(root) as folder:
        tell(tidy(folder, now))
        place.parent.mkdir(exist_ok=True)
        if place.parent.is_symlink():
            raise EditRefusedError(path, Refusal.LINKED_FOLDER)
        fresh = folder / f"{secrets.token_hex(8)}{TEXT}"
        made = False
        try:
            write_new(fresh, data, mode=AS_THE_USER_SETS)
            _name(fresh, place, data)
            made = True
            sync(place.parent)
        except FileExistsError:
            raise EditRefusedError(path, Refusal.EXISTS) from None
        except OSError as error:
            raise EditFailedError(path, error, written=made) from error
        finally:
            fresh.unlink(missing_ok=True)


def _name(fresh: Path, place: Path, data: bytes) -> None:
    """Give the file its name, in one step where the disk can."""
    try:
        os.link(fresh, place)
    except FileExistsError:
        raise
    except OSError:  # no hard links here, or another disk
        if os.path.lexists(place):
            raise FileExistsError from None
        try:
            write_new(place, data, mode=AS_THE_USER_SETS)
        except FileExistsError:
            raise
        except BaseException:
            place.unlink(missing_ok=True)
            raise
