"""Hands over the files of a site as soon as they are made, so that nobody has to hold them all.

Every process hands over what it made, and only what was said in return travels; nothing is
remembered. Where pages are to be remembered, `site_render` has them.
"""

from collections.abc import Callable, Collection, Mapping
from functools import cache
from typing import Any, Protocol

from site_builder.diagnostics import Diagnostic
from site_builder.pages.site import SitePlan
from site_builder.rendering.codes import Ahead
from site_builder.rendering.environment import make_environment
from site_builder.rendering.render import render_nav, render_page
from site_builder.rendering.site_files import FILES, Place, joined, nav_of
from site_builder.rendering.site_render import frame_of_pages, places_of
from site_builder.rendering.theme import Theme
from site_builder.tables.spread import Spread


class Press(Protocol):
    """Takes the files of one site, each in the process that made it."""

    def begin(self, addresses: Collection[str], /) -> None:
        """Hear the address of every file there will be, before the first is made."""

    def put(self, address: str, data: bytes, /) -> object:
        """Take a file; return what the builder is to know of it, as something that can travel."""


def press_site(
    plan: SitePlan, theme: Theme, press: Press, *, spread: Spread, codes: Ahead
) -> tuple[Mapping[str, Any], tuple[Diagnostic, ...]]:
    """Hand over all files; return what was said of each by address, and the theme's faults."""
    places = {_address(plan, place): place for place in places_of(plan)}
    press.begin((*theme.static, *places))
    make = _maker(plan, theme, codes)

    def pressed(address: str) -> object:
        made = make(places[address])
        return made if isinstance(made, Diagnostic) else press.put(address, made)

    put = dict(zip(places, spread(pressed, tuple(places), phase="pages"), strict=True))
    faults = (said for said in put.values() if isinstance(said, Diagnostic))
    fixed = {address: press.put(address, data) for address, data in theme.static.items()}
    return fixed | put, tuple(dict.fromkeys(faults))


def _address(plan: SitePlan, place: Place) -> str:
    sheaf, key = place
    return str(key) if sheaf == FILES else plan.sheaves[sheaf].address(key)


def _maker(plan: SitePlan, theme: Theme, codes: Ahead) -> Callable[[Place], bytes | Diagnostic]:
    """Return what makes a file; a process renders the navigation once for each way to show it."""
    environment, frame = make_environment(theme, codes=codes()), frame_of_pages(plan, theme)

    @cache
    def nav(mark: bytes) -> bytes | Diagnostic:
        key, root = nav_of(mark)
        return render_nav(environment, plan.frame, key=key, root=root)

    def make(place: Place) -> bytes | Diagnostic:
        sheaf, key = place
        if sheaf == FILES:
            return plan.files[key]
        html = render_page(environment, plan.sheaves[sheaf].plan(key), frame)
        return html if isinstance(html, Diagnostic) else joined(html, nav)

    return make
