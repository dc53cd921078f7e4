"""`build stats` and `build replay` for people: the sentences of the evidence page."""

from collections.abc import Iterator

from rich.padding import Padding
from rich.text import Text

from site_builder.pages.evidence import ConnectorLine, EvidenceView
from site_builder.pages.interval import Interval
from site_builder.pages.replay_lines import ReplayView
from site_builder.pages.words import NO_BREAK
from site_builder.reporting.safe_text import visible

INDENT = (0, 0, 0, 2)
HANGING = (0, 0, 0, 6)


def stats_text(view: EvidenceView) -> Iterator[Text | Padding]:
    """Yield what brought an answer, the base rate, days to an answer and connectors."""
    yield _line(view.verdict, "bold")
    yield Text()
    yield Text("What brought an answer within 30 days", style="bold")
    for line in view.tactics:
        yield Padding(Text(f"{line.name}, {line.hint}"), INDENT)
        yield _rate(line.interval, _more(line.wait, line.pending))
    yield Text()
    yield Text("How likely a second introduction works", style="bold")
    base = view.base
    yield Padding(_line(f"First guess {base.prior}, worth 8 introductions of your own."), INDENT)
    yield Padding(_line(f"Your own: {base.own.words}."), INDENT)
    together = f"Both together {base.posterior}; the ranking reckons with {base.used}."
    yield Padding(_line(f"{together} {base.advice}"), INDENT)
    if base.line:
        yield Padding(Text(base.line.rstrip(), style="cyan"), HANGING)
    yield Text()
    yield Text("Days to an answer", style="bold")
    yield Padding(_line(view.waits), INDENT)
    if view.connectors:
        yield Text()
        yield Text("Connectors", style="bold")
        for one in (view.everybody, *view.connectors.shown):
            yield Padding(_connector(one), INDENT)
        if view.others:
            yield Padding(Text(view.others), INDENT)


def replay_text(view: ReplayView) -> Iterator[Text | Padding]:
    """Yield how often the ranking was right, then case by case."""
    yield Text("Would the ranking have found them?", style="bold")
    yield Padding(_line(view.verdict), INDENT)
    for line in view.hits:
        yield Padding(Text(line.label), INDENT)
        yield _rate(line.interval, f"; a blind pick: {line.chance}" if line.chance else "")
    for note in view.notes:
        yield Padding(_line(note, "dim"), INDENT)
    if view.cases:
        yield Text()
    for case in view.cases.shown:
        head = Text(f"{visible(case.asked.replace(NO_BREAK, ' '))}  ", style="dim")
        head.append(visible(case.intro.text), style="default")
        yield Padding(head, INDENT)
        yield Padding(_line(f"{case.answer}; {case.outcome}"), HANGING)
    if view.cases.more:
        yield Padding(Text(f"{view.cases.more} earlier ones are counted above."), INDENT)


def _line(text: str, style: str = "") -> Text:
    return Text(visible(text.replace(NO_BREAK, " ")), style=style)


def _rate(interval: Interval, more: str) -> Padding:
    return Padding(
        _line(f"{interval.words}{more}", "dim" if interval.point is None else ""), HANGING
    )


def _more(wait: str, pending: int) -> str:
    half = f"; half within {wait}" if wait else ""
    return f"{half}; {pending} undecided" if pending else half


def _connector(one: ConnectorLine) -> Text:
    asked = {1: "once", 2: "twice"}.get(one.asked, f"{one.asked:,} times")
    parts = [f"{one.person.text}: asked {asked}"]
    parts += [f"{one.agreed} said yes"] if one.agreed else []
    parts += [f"target answered {one.answered}"] if one.answered else []
    return _line("; ".join(parts))
