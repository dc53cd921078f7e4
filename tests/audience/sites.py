"""Sites of whole vaults in memory, as an audience gets them."""

from collections.abc import Mapping
from datetime import date
from hashlib import sha256

from site_builder.compiler import Inputs, Look, compile_site
from site_builder.parsing.settings_read import read_settings
from site_builder.rendering.codes import Codes
from site_builder.source import Source
from site_builder.tables.memo import Memo
from site_builder.writing.marker import marker_bytes
from site_builder.writing.output_names import MARKER
from tests.support.press import Kept
from tests.support.theme_files import KEPT, packaged

TODAY = date(2026, 11, 22)
SETTINGS = "doorstep.toml"
TOLD = Codes()
"""The code of the theme below."""
DEFAULT = Look("default", packaged(), codes=lambda: KEPT)


def site_of(
    files: Mapping[str, bytes],
    audience: str = "team",
    *,
    memo: Memo | None = None,
    look: Look = DEFAULT,
) -> dict[str, bytes]:
    """Return everything that a build writes into its folder, the marker included."""
    settings, problems = read_settings(Source(SETTINGS, files[SETTINGS]))
    readers = settings.audience(audience)
    assert not problems, problems
    assert readers is not None
    sources = tuple(Source(path, files[path]) for path in sorted(files) if path != SETTINGS)
    inputs = Inputs(sources, settings, TODAY, audience=readers)
    site = compile_site(inputs, look, memo or Memo(), press=Kept())
    assert site.files, site.diagnostics
    digests = {name: sha256(data).hexdigest() for name, data in site.files.items()}
    return {**site.files, MARKER: marker_bytes(digests, audience)}


def telling() -> Look:
    """Return a theme that shows everything that any theme could."""
    files = packaged()["default"]
    pages = {name for name in files if name.startswith("templates/") and name.endswith(".html")}
    everything = b"{{ view }} {{ site }} {{ page }}"
    templates = dict.fromkeys(pages, everything)
    templates["templates/nav.html"] = b"{{ site }} {{ root }} {{ key }}"
    return Look("telling", {"telling": {**files, **templates}}, codes=lambda: TOLD)


def differences(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    """Return the names of files that are in one site alone or differ."""
    return sorted(name for name in {*one, *other} if one.get(name) != other.get(name))
