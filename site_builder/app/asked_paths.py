"""The files and folders that a check is asked about."""

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path, PurePosixPath

from site_builder.diagnostics import Diagnostic
from site_builder.reading.folder_read import is_markdown


def places_of(paths: Sequence[str], root: Path) -> tuple[PurePosixPath, ...] | str:
    """Return the paths as the vault counts them, or say which one is not in it.

    A path is looked for from this folder, then from the vault's root.
    """
    places = []
    for path in paths:
        there = [way for way in (Path.cwd(), root) if _is_there(way / path)]
        found = [(way / path).resolve() for way in there]
        inside = [place for place in found if place.is_relative_to(root)]
        if not inside:
            fault = "is outside the vault" if found else "does not exist"
            return f'"{path}" {fault}; name a file or folder of {root}'
        places.append(PurePosixPath(inside[0].relative_to(root).as_posix()))
    return tuple(places)


def under(
    diagnostics: Iterable[Diagnostic], places: Sequence[PurePosixPath]
) -> tuple[Diagnostic, ...]:
    """Return the findings in these files and folders, all where none is named."""
    return tuple(
        found
        for found in diagnostics
        if not places or any(PurePosixPath(found.path).is_relative_to(place) for place in places)
    )


def not_read(places: Iterable[PurePosixPath], read: Collection[str]) -> tuple[str, ...]:
    """Return a sentence for each note that nobody reads where it lies, and so found nothing in."""
    return tuple(
        f"{place} was not checked: contacts lie in contacts/, introductions in intros/"
        for place in places
        if is_markdown(place.name) and str(place) not in read
    )


def _is_there(path: Path) -> bool:
    """Tell whether there is such a file or folder; what cannot be a name is none."""
    try:
        return path.exists()
    except OSError:  # it is too long
        return False
