"""Questions worth asking, in words, each with the line to write down and where it goes."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from site_builder.insights.insight import Door, Insights
from site_builder.insights.worth_asking import Asked, added_up, unknowns_of
from site_builder.model.contact import CLOSENESS_WORDS
from site_builder.pages.paste_lines import PLAIN_ITEM, PasteLine, closeness_line, quoted, tie_line
from site_builder.pages.words import plural
from site_builder.tables import FRESH, Tables

DOOR_SHOWN, TODAY_SHOWN = 3, 5
SCALE = "Put the true number: " + " · ".join(f"{k} {how}" for k, how in CLOSENESS_WORDS.items())


class WorthLine(Struct, frozen=True):
    """One question: whom it is about, why it matters, what to write down where."""

    question: str
    why: str
    write: PasteLine


class Worth(Struct, frozen=True):
    """The questions of a page, and the scale to answer them on."""

    lines: tuple[WorthLine, ...]
    apart: str = ""
    """What to write where two turn out not to know each other; empty where none is asked about."""
    scale: str = SCALE

    def __bool__(self) -> bool:
        return bool(self.lines)


def door_worth(insights: Insights, door: Door) -> Worth:
    """Return what is worth finding out for one door; it names files, which are the owner's."""
    if not insights.vault.audience.is_private:
        return Worth(())
    asked = added_up(unknowns_of(insights.network, door))
    return _worth(insights, asked[:DOOR_SHOWN])


def all_worth(insights: Insights, tables: Tables = FRESH) -> Callable[[], Worth]:
    """Return how to read what is worth finding out first for all doors together."""
    if not insights.vault.audience.is_private:
        return lambda: Worth(())
    network, doors = insights.network, insights.by_thread
    found = tables.each("unknowns", doors, lambda door: unknowns_of(network, door))

    def worth() -> Worth:
        asked = added_up(unknown for row in found.values() for unknown in row)
        return _worth(insights, asked[:TODAY_SHOWN])

    return tables.single("worth", worth)


def _worth(insights: Insights, asked: Sequence[Asked]) -> Worth:
    about = (one.unknowns[0] for one in asked)
    target = next((one.target for one in about if one.about == "their tie"), "")
    apart = f"strangers: [{quoted(target, PLAIN_ITEM)}]" if target else ""
    return Worth(tuple(_line(insights, one) for one in asked), apart)


def _line(insights: Insights, asked: Asked) -> WorthLine:
    people, unknown = insights.vault.people, asked.unknowns[0]
    person, target = people[unknown.contact], people[unknown.target]
    theirs = unknown.about == "their tie"
    question = f"does {person.first_name} know {target.first_name}"
    return WorthLine(
        f"How well {question if theirs else f'do you know {person.first_name}'}?",
        _why(insights, asked),
        tie_line(insights.vault, person, target) if theirs else closeness_line(person),
    )


def _why(insights: Insights, asked: Asked) -> str:
    """Return what the answer would change, for the door where it changes most."""
    called, unknown = insights.vault.called, asked.unknowns[0]
    name, target = called(unknown.contact), called(unknown.target)
    rival = called(unknown.rival) if unknown.rival else ""
    if unknown.first_from is not None:
        said = f"From {_level(unknown.first_from)} on, {name} comes before {rival} for {target}."
    elif unknown.about == "their tie" and rival:
        said = f"{name} is the first to ask for {target}; if they are strangers, it is {rival}."
    elif rival:
        said = f"{name} is ahead of {rival} for {target}; this tells how far."
    else:
        said = f"Only {name} could be asked for {target}; this tells how good the chances are."
    more = len(asked.unknowns) - 1
    return f"{said} It matters for {plural(more, 'other door')} too." if more else said


def _level(closeness: int) -> str:
    return f"{closeness} ({CLOSENESS_WORDS[closeness]})"
