"""A press that keeps what it takes, so that a test can look at it."""

from collections.abc import Collection


class Kept:
    """Gives back the bytes that it gets."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.told: list[str] = []

    def begin(self, addresses: Collection[str]) -> None:
        """Hear of all files, once and before any of them comes."""
        assert not self.told
        self.told += addresses

    def put(self, address: str, data: bytes) -> bytes:
        """Take a file that was told of."""
        assert address in self.told
        return data
