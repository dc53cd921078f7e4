"""`build stalled` for people: my own debts first, then what went quiet, then what may wait."""

from collections.abc import Iterator, Sequence

from rich.padding import Padding
from rich.text import Text

from site_builder.insights.analyse import suggestion_for
from site_builder.insights.insight import Door, Insights
from site_builder.insights.stall import IDLE_MOVES
from site_builder.insights.words import day, days, listing
from site_builder.model.contact import ContactId
from site_builder.pages.one_ask import kept_for, kept_note
from site_builder.pages.words import NO_BREAK
from site_builder.reporting.safe_text import visible

LABELS = {
    "answer": "answer",
    "thank": "say thanks",
    "confirm": "did it happen?",
    "ask": "ask",
    "remind-introducer": "remind, once",
    "nudge": "nudge",
    "interrupt": "try another way",
    "close-loop": "close the loop",
    "second-intro": "second introduction",
    "next-introducer": "ask somebody else",
    "park": "let it rest",
    "wait": "wait",
    "none": "nothing to do",
}
INDENT = (0, 0, 0, 4)
HEADINGS = ("Yours to do", "Gone quiet", "Waiting or planned", "A day is set, or left in peace")


def stalled_text(insights: Insights, doors: Sequence[Door]) -> Iterator[Text | Padding]:
    """Yield the lines to print, advice of a considerate colleague."""
    if not doors:
        yield Text(f"Nothing needs a move on {day(insights.today)}.", style="green")
        return
    heading = ""
    for door in sorted(doors, key=lambda door: HEADINGS.index(_heading(door))):
        if (title := _heading(door)) != heading:
            yield Text(f"\n{title}" if heading else title, style="bold")
            heading = title
        yield _head(insights, door)
        yield Padding(Text(visible(door.move.because)), INDENT)
        if (rule := _rule(door)) is not None:
            yield Padding(rule, INDENT)
        if (more := _who(insights, door)) is not None:
            yield Padding(more, INDENT)
        if note := kept_note(insights, door):
            yield Padding(Text(visible(note.replace(NO_BREAK, " "))), INDENT)


def _heading(door: Door) -> str:
    """Return the part of the list in which a door stands."""
    if door.move.name in IDLE_MOVES:
        return HEADINGS[2 if door.move.name == "wait" else 3]
    return HEADINGS[0 if door.thread.turn == "me" else 1]


def _head(insights: Insights, door: Door) -> Text:
    stalled, target = door.stall.stalled, door.thread.target
    line = Text("  ")
    line.append("■ " if stalled else "· ", style="yellow" if stalled else "dim")
    line.append(visible(insights.vault.people[target].name), style="bold")
    if door.thread.id != target:
        line.append(f" ({visible(door.thread.id.removeprefix(f'{target}--'))})", style="dim")
    line.append(f"  {LABELS[door.move.name]}", style="cyan")
    if door.stall.silent_days is not None:
        silent = f"  {days(door.stall.silent_days)} silent"
        line.append(silent, style="yellow" if stalled else "dim")
    return line


def _rule(door: Door) -> Text | None:
    """Say which rule decided."""
    stall = door.stall
    if not stall.limit_because or stall.silent_days is None:
        return None
    verdict = "stalled" if stall.stalled else "not stalled"
    rule = f"{verdict}: {days(stall.silent_days)} silent, {visible(stall.limit_because)}"
    return Text(rule, style="dim")


def _who(insights: Insights, door: Door) -> Text | None:
    suggestion = door.suggestion
    if not suggestion.due or door.allotment.chosen is not None:
        return None
    if not suggestion.suggested:
        return Text(visible(suggestion.nobody_because), style="dim")
    first = [one for one in suggestion.suggested if one.contact not in door.allotment.peace][:3]
    if not first:
        return None
    names = [visible(_named(insights, door, who.contact)) for who in first]
    line = Text(f"Who could: {listing(names, 'or')}", style="")
    target = door.thread.target
    same = suggestion_for(insights, target).thread == door.thread.id
    named = target if same else door.thread.id
    line.append(f"   build suggest {visible(named)}", style="dim")
    return line


def _named(insights: Insights, door: Door, who: ContactId) -> str:
    """Return a name, and whom they are to be asked for before."""
    name, other = insights.vault.people[who].name, kept_for(insights, door, who)
    return f"{name} (to be asked for {other} first)" if other else name
