"""The code of the program's own templates, kept where Python keeps that of its modules.

Who can write in `__pycache__` can write the modules beside it: code that lies there is as good as
the program itself. It goes where and whether Python's own goes (`PYTHONDONTWRITEBYTECODE`,
`PYTHONPYCACHEPREFIX`), and counts only for this very program. What a vault brings never comes here.
"""

import marshal  # as Python does with its modules, in the same place
import sys
from hashlib import sha256
from importlib.util import cache_from_source, find_spec
from pathlib import Path
from urllib.parse import quote

from site_builder.app.half_written import clear_half_written
from site_builder.app.memory import PACKAGE, program, read_mine, stamp, write_at_once
from site_builder.rendering.codes import Codes

ENGINE = "jinja2"
"""Whose code it is, as much as ours."""
HEAD = sha256().digest_size


def recall(theme: str) -> Codes | None:
    """Return the code of a packaged theme's templates, None where none is kept."""
    try:
        data = read_mine(place_of(theme)) or b""
    except OSError:
        return None
    head, body = data[:HEAD], data[HEAD:]
    return Codes(*marshal.loads(body)) if head == _head(theme, body) else None  # noqa: S302 - proved


def keep(theme: str, codes: Codes) -> None:
    """Keep the code of a packaged theme's templates; where nothing can be written, nothing is."""
    if sys.dont_write_bytecode:
        return
    place, body = place_of(theme), marshal.dumps((codes.pages, codes.drafts))
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        return
    clear_half_written(place.parent)
    write_at_once(place, _head(theme, body) + body)


def place_of(theme: str) -> Path:
    """Return where the code of a theme's templates is kept."""
    module = PACKAGE / f"templates-{quote(theme, safe='', errors='replace')}.py"
    return Path(cache_from_source(str(module))).with_suffix(".codes")


def _head(theme: str, body: bytes) -> bytes:
    """Return what tells that this program wrote the body, all of it."""
    found = find_spec(ENGINE)
    engine = (found and found.submodule_search_locations) or ()
    parts = (theme, program(), sys.version, *(stamp(Path(folder)) for folder in engine))
    return sha256("\n".join(parts).encode("utf-8", "surrogatepass") + body).digest()
