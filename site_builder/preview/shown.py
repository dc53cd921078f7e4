"""What is served at one moment, and which addresses changed from one to the next."""

from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct, field

from site_builder.rendering.site_files import SiteFiles

Files = Mapping[str, bytes]


def no_source(_address: str) -> str:
    """Know of no file behind a page."""
    return ""


class Built(Struct, frozen=True, kw_only=True):
    """What a build gave."""

    files: Files | None
    """None where an error forbids a new site: the last good one stays."""
    problems: bytes
    """The document for the overlay."""
    aside: Files = field(default_factory=dict)
    """What is true of the vault even so: the Problems page, and what it needs."""
    errors: int = 0
    warnings: int = 0
    edit_link: Callable[[str], str] = no_source
    """From a page's address to the link that opens its file in an editor."""


class Shown(Struct, frozen=True):
    """What is served after a number of builds."""

    number: int = 0
    files: Files | None = None
    """None until there is anything to show."""
    good: bool = False
    """There was a good build; else there is no more than its Problems page."""
    last: Built | None = None
    """The latest build, good or bad; None before the first."""
    changed: tuple[str, ...] = ()
    """Addresses that this build added, changed or removed."""


class WithAside(Mapping[str, bytes]):
    """The last good site, whose pages are not joined for it, with something aside."""

    def __init__(self, site: Files, aside: Files) -> None:
        """Hold both; what lies aside comes first."""
        self.site = site
        self.aside = aside

    def __getitem__(self, address: str) -> bytes:
        return self.aside[address] if address in self.aside else self.site[address]

    def __contains__(self, address: object) -> bool:
        return address in self.aside or address in self.site

    def __iter__(self) -> Iterator[str]:
        yield from self.site
        yield from (address for address in self.aside if address not in self.site)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def next_shown(shown: Shown, built: Built) -> Shown:
    """Return what is served after a build."""
    number, old = shown.number + 1, shown.files or {}
    files = WithAside(_site(old), built.aside) if built.files is None else built.files
    return Shown(
        number,
        files or None,
        good=shown.good or built.files is not None,
        last=built,
        changed=changed_addresses(old, files),
    )


def changed_addresses(old: Files, new: Files) -> tuple[str, ...]:
    """Return every address whose bytes are not what they were, in order."""
    was, now = _site(old), _site(new)
    if isinstance(was, SiteFiles) and isinstance(now, SiteFiles):
        aside = {*_aside(old), *_aside(new)}
        seen = {one for one in aside if old.get(one) != new.get(one)}
        return tuple(sorted(seen.union(now.changed_since(was).difference(aside))))
    changed = {address for address, data in new.items() if old.get(address) != data}
    if len(new) - len(changed) < len(old):
        changed |= old.keys() - new.keys()
    return tuple(sorted(changed))


def _site(files: Files) -> Files:
    return files.site if isinstance(files, WithAside) else files


def _aside(files: Files) -> Files:
    return files.aside if isinstance(files, WithAside) else {}
