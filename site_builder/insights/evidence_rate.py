"""A rate with honest bounds, and how much may be claimed from how many tries.

The Wilson score interval of `k` hits in `n` tries, with `p = k/n` and `z = 1.959964`:

    (p + z²/2n ± z·√(p(1 − p)/n + z²/4n²)) / (1 + z²/n)

It stays within 0 and 1 and is never empty, also at `k = 0`. (E. B. Wilson, JASA 22, 1927.)
"""

from collections.abc import Sequence
from math import sqrt
from statistics import NormalDist, median
from typing import Literal

from msgspec import Struct

Claim = Literal["none", "early", "shown"]
"""What may be said: nothing, something early, or the rate as it is."""

FEWEST = 5
"""Below this a rate is not shown."""
FIRM = 20
"""Below this a rate is called early."""
CONFIDENCE = 0.95
Z = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)


def claim(n: int) -> Claim:
    """Return what may be claimed from `n` observations."""
    if n < FEWEST:
        return "none"
    return "early" if n < FIRM else "shown"


def wilson(hits: int, n: int) -> tuple[float, float]:
    """Return the bounds between which the true rate lies with 95 % confidence."""
    if n == 0:
        return 0.0, 1.0
    share, spread = hits / n, Z * Z / n
    centre = share + spread / 2
    reach = sqrt(spread * (share * (1 - share) + spread / 4))
    low, high = ((centre + side * reach) / (1 + spread) for side in (-1, 1))
    return max(0.0, min(share, low)), min(1.0, max(share, high))


class Rate(Struct, frozen=True):
    """How often something happened of how many times it could have."""

    hits: int
    n: int

    @property
    def share(self) -> float:
        """The rate, 0 to 1; nothing tried is 0."""
        return self.hits / self.n if self.n else 0.0

    @property
    def bounds(self) -> tuple[float, float]:
        """The Wilson interval."""
        return wilson(self.hits, self.n)

    @property
    def claim(self) -> Claim:
        """What may be said."""
        return claim(self.n)


class Waits(Struct, frozen=True):
    """Days until an answer, over `n` answers."""

    n: int
    median: float
    """0 where there is no answer."""

    @property
    def claim(self) -> Claim:
        """What may be said."""
        return claim(self.n)


def waits_of(days: Sequence[int]) -> Waits:
    """Return how long these answers took."""
    return Waits(len(days), float(median(days)) if days else 0.0)
