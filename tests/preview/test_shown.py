"""What is served after good and bad builds, without keeping or joining more than is needed."""

import gc
import weakref
from collections.abc import Iterator, Mapping

from site_builder.preview.live import Live
from site_builder.preview.shown import Built, Shown, next_shown
from site_builder.rendering.site_files import SiteFiles, rendered, shelf_of

ASIDE = {"problems.html": b"broken", "new.html": b"new"}


def site(pages: Mapping[str, bytes]) -> SiteFiles:
    """Return a site of these pages."""
    made = {("x", address): rendered(address, html) for address, html in pages.items()}
    return SiteFiles({}, made, shelf_of((at, one.label) for at, one in made.items()), {})


def builds() -> Iterator[Built]:
    """Yield good and bad builds in turn."""
    good = site({"a.html": b"1", "problems.html": b"none"})
    better = site({"a.html": b"2", "problems.html": b"none", "new.html": b"new"})
    for files, aside in ((good, {}), (None, ASIDE), (None, {}), (None, ASIDE), (better, {})):
        yield Built(files=files, aside=aside, problems=b"{}")


def test_a_bad_build_lies_over_the_last_good_site() -> None:
    shown, good = Shown(), dict[str, bytes]()
    for built in builds():
        before = dict(shown.files or {})
        shown = next_shown(shown, built)
        good = good if built.files is None else dict(built.files)
        now = {**good, **built.aside}
        assert shown.files is not None
        assert dict(shown.files) == now
        assert len(shown.files) == len(now)
        others = {key for key in {*before, *now} if before.get(key) != now.get(key)}
        assert shown.changed == tuple(sorted(others))


def test_what_earlier_builds_made_is_let_go() -> None:
    live, made = Live("x"), list[weakref.ref[SiteFiles]]()
    for number in range(10):
        files = site({"a.html": str(number).encode()})
        made.append(weakref.ref(files))
        live.show(Built(files=files, problems=b"{}"))
        live.show(Built(files=None, aside=ASIDE, problems=b"{}"))
    del files
    gc.collect()
    assert [one() is not None for one in made] == [False] * 9 + [True]
