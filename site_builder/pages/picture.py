"""What a picture of people and ties is made of, ready to be drawn."""

from msgspec import Struct

from site_builder.pages.door_ways import Fate


class Text(Struct, frozen=True):
    """One line of text in a picture."""

    x: int
    y: int
    text: str


class Line(Struct, frozen=True):
    """A tie, drawn; its weight is the tie's strength."""

    path: str
    weight: str
    fate: Fate
    dashes: str = ""


class Box(Struct, frozen=True):
    """One person between me and the target."""

    x: int
    y: int
    width: int
    height: int
    fate: Fate
    first: bool
    name: Text
    reason: tuple[Text, ...]


class Cluster(Struct, frozen=True):
    """A circle that people share with the target, drawn around them."""

    x: int
    y: int
    width: int
    height: int
    name: Text


class Hub(Struct, frozen=True):
    """A circle: me or the target."""

    x: int
    y: int
    radius: int
    lines: tuple[Text, ...]


class Layout(Struct, frozen=True):
    """The picture in one shape."""

    shape: str
    width: int
    height: int
    me: Hub
    target: Hub
    clusters: tuple[Cluster, ...]
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]


class Key(Struct, frozen=True):
    """One kind of line, explained."""

    fate: Fate
    path: str
    dashes: str
    words: str


class Picture(Struct, frozen=True):
    """The same picture twice: beside text, and on a phone."""

    title: str
    description: str
    layouts: tuple[Layout, ...]
    legend: tuple[Key, ...]
    """The kinds of line that occur."""
    frames: str
    """What a frame means; empty where there is none."""
