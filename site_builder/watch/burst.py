"""Decides when a burst of file events is over: a pure calculation about times and names."""

from dataclasses import dataclass, field

QUICK = 0.01
"""Seconds of quiet after one known file was closed or moved into place: a save, and a whole one."""
QUIET = 0.05
"""Seconds of quiet after anything else: more of it may come."""
LONGEST = 1.0
"""Seconds after which an unending burst is looked at all the same."""


@dataclass(slots=True)
class Burst:
    """What happened since the vault was last looked at."""

    first: float = 0.0
    last: float = 0.0
    begun: bool = False
    everywhere: bool = False
    """Something happened whose extent only a full look can tell."""
    paths: set[str] = field(default_factory=set)
    """Files that were named."""
    whole: bool = False
    """The latest event left a named file complete."""

    def note(self, path: str, now: float, *, whole: bool = False) -> None:
        """Take in an event; an empty path is one of no file that matters by itself."""
        if not self.begun:
            self.begun, self.first = True, now
        self.last = now
        self.whole = whole and bool(path)
        if path:
            self.paths.add(path)

    def note_everywhere(self, now: float) -> None:
        """Take in an event about a folder, whose files are not named."""
        self.note("", now)
        self.everywhere = True

    def due(self, *, hold: bool = False) -> float:
        """Return when to look; `hold` waits for a program that is known to go on."""
        if hold:
            return self.first + LONGEST
        one_save = self.whole and len(self.paths) == 1 and not self.everywhere
        return min(self.first + LONGEST, self.last + (QUICK if one_save else QUIET))

    @property
    def named(self) -> frozenset[str] | None:
        """The files to look at first; None where only a full look will do."""
        return None if self.everywhere or not self.paths else frozenset(self.paths)
