"""`build suggest` for people: three plain questions per person, each with its source."""

from collections.abc import Iterator

from rich.padding import Padding
from rich.text import Text

from site_builder.insights.candidate import Candidate, Suggestion, Term
from site_builder.insights.insight import Door, Insights
from site_builder.pages.one_ask import asked_first, kept_note
from site_builder.pages.words import NO_BREAK
from site_builder.reporting.safe_text import visible

QUESTIONS = (
    ("ask", "will do it"),
    ("know", "knows them"),
    ("move", "moves them"),
)
BAND_STYLES = {"strong": "green", "likely": "green", "long shot": "dim"}
LABEL_WIDTH = 11


def suggest_text(insights: Insights, suggestion: Suggestion) -> Iterator[Text | Padding]:
    """Yield the lines to print."""
    name = visible(insights.vault.people[suggestion.target].name)
    yield Text(f"Who could introduce you to {name}", style="bold")
    yield Text(visible(suggestion.due_because), style="" if suggestion.due else "dim")
    if suggestion.nobody_because:
        yield Text(visible(suggestion.nobody_because), style="yellow")
    door = insights.by_thread.get(suggestion.thread) if suggestion.thread else None
    if door is not None and (note := kept_note(insights, door)):
        yield Text(visible(note.replace(NO_BREAK, " ")), style="yellow")
    for candidate in suggestion.suggested:
        yield Text()
        yield from _candidate(insights, candidate, door)
    if suggestion.sureness is not None and len(suggestion.suggested) > 1:
        share = round(100 * suggestion.sureness)
        yield Text()
        trials = "trials with one weight halved or doubled"
        yield Text(f"Rank 1 stays first in {share} % of {trials}.", style="dim")
    if suggestion.not_suggested:
        yield Text()
        yield Text("Not suggested", style="bold")
    for refused in suggestion.not_suggested:
        who = visible(insights.vault.people[refused.contact].name)
        yield Padding(Text(f"{who}: {visible(refused.because)}"), (0, 0, 0, 2))


def _candidate(
    insights: Insights, candidate: Candidate, door: Door | None
) -> Iterator[Text | Padding]:
    head = Text(f"{candidate.rank}  ", style="bold")
    head.append(visible(insights.vault.people[candidate.contact].name), style="bold")
    head.append(f"  {candidate.band}", style=BAND_STYLES[candidate.band])
    if candidate.ask_first:
        head.append(", ask first how well they know each other", style="yellow")
    yield head
    if door is not None and (kept := asked_first(insights, door, candidate.contact)):
        yield Padding(Text(visible(kept), style="yellow"), (0, 0, 0, 3))
    values = {"ask": candidate.p_ask, "know": candidate.p_know, "move": candidate.p_move}
    for question, label in QUESTIONS:
        yield Padding(Text(f"{label:<{LABEL_WIDTH}}{values[question]:4.0%}"), (0, 0, 0, 3))
        for term in candidate.terms:
            if term.question == question:
                yield _term(term)
    for term in candidate.terms:
        if term.question == "load":
            yield Padding(Text(f"{'load':<{LABEL_WIDTH}}{candidate.load:4.0%}"), (0, 0, 0, 3))
            yield _term(term)
    if candidate.would_change:
        yield Padding(Text(visible(candidate.would_change), style="italic"), (0, 0, 0, 3))


def _term(term: Term) -> Padding:
    line = Text(visible(term.because))
    if term.path:
        line.append(f"  {visible(term.path)}:{term.line}", style="dim")
    return Padding(line, (0, 0, 0, 6))
