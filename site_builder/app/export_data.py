"""Exporting data: analyse what an audience may see, gather it, put it into a form."""

from collections.abc import Callable

from msgspec import Struct, to_builtins

from site_builder.app.run import Run
from site_builder.compiler import Analysis
from site_builder.diagnostics import Diagnostic
from site_builder.insights.words import number_of
from site_builder.interop.csv_tables import TABLES, csv_table
from site_builder.interop.gather import gather
from site_builder.interop.graphml import edges_of, graphml
from site_builder.interop.records import Records
from site_builder.interop.vcard import vcards
from site_builder.rendering.feeds import calendar_of
from site_builder.reporting.answers_json import stalled_data
from site_builder.reporting.envelope import envelope
from site_builder.reporting.report import Report
from site_builder.tables import FRESH


class Export(Struct, frozen=True):
    """The bytes of a form, and in words how much is in it."""

    data: bytes
    words: str


class Form(Struct, frozen=True):
    """How an analysed vault becomes the bytes of a kind."""

    made: Callable[[Analysis], Export]
    doors: bool = False
    """It tells of moves and of people to ask, so that these are computed, over processes."""


class Exported(Struct, frozen=True):
    """What came of an export."""

    diagnostics: tuple[Diagnostic, ...]
    """For the owner: they speak of files that the audience may not see."""
    export: Export | None
    """None where a finding forbids it."""


def export_data(run: Run, form: Form) -> Exported:
    """Put what the run's audience may see into a form; nothing touches the disk."""
    analysis = run.analysis(late=not form.doors)
    if run.exit_code(analysis.diagnostics):
        return Exported(analysis.diagnostics, None)
    return Exported(analysis.diagnostics, form.made(analysis))


def as_json(analysis: Analysis) -> Export:
    """Return everything, in the envelope of all JSON; findings are the owner's alone."""
    insights, records = analysis.insights, records_of(analysis, doors=True)
    private = insights.vault.audience.is_private
    report = Report(
        diagnostics=analysis.diagnostics if private else (),
        as_of=insights.today,
        data=to_builtins(records),
    )
    people, intros = len(records.contacts), len(records.intros)
    words = f"{number_of(people, 'contact')}, {number_of(intros, 'introduction')}"
    return Export(envelope(report).encode(), words)


def as_ics(analysis: Analysis) -> Export:
    """Return the calendar of the site, whether or not the site has one."""
    data = calendar_of(analysis.insights, FRESH)
    return Export(data, number_of(data.count(b"\nBEGIN:VEVENT\r\n"), "day"))


def as_graphml(analysis: Analysis) -> Export:
    """Return people and what connects them as a graph."""
    threads, records = analysis.insights.threads, records_of(analysis)
    states = {name: thread.standing.state for name, thread in threads.items()}
    people, edges = len(records.contacts), sum(1 for _ in edges_of(records, states))
    words = f"{number_of(people, 'node')}, {number_of(edges, 'edge')}"
    return Export(graphml(records, states), words)


JSON = Form(as_json, doors=True)
ICS = Form(as_ics, doors=True)
GRAPHML = Form(as_graphml)


def csv_form(what: str) -> Form:
    """Return the form that is one of the tables."""
    doors = what == "threads"

    def made(analysis: Analysis) -> Export:
        data, rows = csv_table(TABLES[what], records_of(analysis, doors=doors))
        return Export(data, number_of(rows, "row"))

    return Form(made, doors=doors)


def vcard_form(*, notes: bool) -> Form:
    """Return the form that is a card for every contact."""

    def made(analysis: Analysis) -> Export:
        records = records_of(analysis)
        return Export(vcards(records, notes=notes), number_of(len(records.contacts), "card"))

    return Form(made)


def records_of(analysis: Analysis, *, doors: bool = False) -> Records:
    """Return what the vault holds as plain records; threads only with `doors`."""
    told = stalled_data(analysis.insights.by_thread.values()) if doors else ()
    return gather(analysis.insights, told)
