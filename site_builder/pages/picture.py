"""What a picture of people and ties is made of, ready to be drawn."""

from dataclasses import dataclass

from site_builder.pages.door_ways import Fate


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text in a picture."""

    x: int
    y: int
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A tie, drawn; its weight is the tie's strength."""

    path: str
    weight: str
    fate: Fate
    dashes: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """One person between me and the target."""

    x: int
    y: int
    width: int
    height: int
    fate: Fate
    first: bool
    name: Text
    reason: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Cluster:
    """A circle that people share with the target, drawn around them."""

    x: int
    y: int
    width: int
    height: int
    name: Text


@dataclass(frozen=True, slots=True)
class Hub:
    """A circle: me or the target."""

    x: int
    y: int
    radius: int
    lines: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The picture in one shape."""

    shape: str
    width: int
    height: int
    me: Hub
    target: Hub
    clusters: tuple[Cluster, ...]
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """One kind of line, explained."""

    fate: Fate
    path: str
    dashes: str
    words: str


@dataclass(frozen=True, slots=True)
class Picture:
    """The same picture twice: beside text, and on a phone."""

    title: str
    description: str
    layouts: tuple[Layout, ...]
    legend: tuple[Key, ...]
    """The kinds of line that occur."""
    frames: str
    """What a frame means; empty where there is none."""
