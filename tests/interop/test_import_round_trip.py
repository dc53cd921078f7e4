"""What `build export vcard` and `csv` write, read back by `build import`: the same people."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.app.export_data import csv_form, records_of, vcard_form
from site_builder.app.import_kinds import people_in
from site_builder.app.import_plan import Plan, plan_import
from site_builder.app.run import Run
from site_builder.editing.new_note import note_text
from site_builder.editing.note_prose import with_prose
from site_builder.interop.records import Person, Records
from site_builder.model.reference import fold
from site_builder.model.settings import Settings
from site_builder.parsing.fields import CONTACT_FIELDS
from site_builder.parsing.text_decode import CONTROL
from tests.proof.long_form import LONG

DAY = date(2026, 11, 22)
CARRIED = ("email", "phone", "url", "org", "role", "location", "timezone", "language", "tags")
"""What a card has beside name and aliases."""
PRIVATE = ("closeness", "met_on", "ask", "groups", "channel", "last_contact", "cadence", "more")
"""What the table has beside that."""


def plain(text: str) -> str:
    return " ".join(CONTROL.sub(" ", text).split())


TEXTS = st.text(st.characters(codec="utf-8"), max_size=20).map(plain).filter(bool)
NAMES = st.lists(TEXTS, min_size=1, max_size=4, unique_by=fold)
LINES = st.lists(st.sampled_from(["Likes tea; short mails, ok?", "- 2026-01-02: met", "#x"]))


@st.composite
def vaults(draw: Any) -> dict[str, str]:
    names = draw(NAMES)
    files = {}
    for number, name in enumerate(names):
        others = [other for other in range(len(names)) if other != number]
        known = draw(st.lists(st.sampled_from(others), unique=True)) if others else []
        values: dict[str, Any] = {
            "name": [name],
            "me": ["true"] if number == 0 and draw(st.booleans()) else [],
            "email": draw(st.lists(st.sampled_from([f"p{number}@x.example", f"q{number}@y"]))),
            "phone": draw(st.lists(st.sampled_from(["+47 22", "33;ext=1", "n, 44"]))),
            "url": draw(st.lists(st.sampled_from([f"https://x.example/p{number}?a=b;c"]))),
            "aliases": [f"alias, {number}; {draw(TEXTS)}"] if draw(st.booleans()) else [],
            **{key: draw(st.lists(TEXTS, max_size=1)) for key in ("org", "role", "location")},
            "timezone": draw(st.sampled_from([[], ["Europe/Oslo"]])),
            "language": draw(st.sampled_from([[], ["pt-BR"]])),
            "tags": draw(st.sampled_from([[], ["a/b", "ø-1"]])),
            "closeness": draw(st.sampled_from([[], ["3"]])),
            "met_on": draw(st.sampled_from([[], ["2019-05"]])),
            "ask": draw(st.sampled_from([[], ["sparingly"]])),
            "groups": draw(st.sampled_from([[], ["team/rowing 2009- first eight", "school/k"]])),
            "channel": draw(st.sampled_from([[], ["=phone"]])),
            "last_contact": draw(st.sampled_from([[], ["2026-01-02"]])),
            "cadence": draw(st.sampled_from([[], ["3m"]])),
            "x_own": draw(st.sampled_from([[], ["1", "2"]])),
            "knows": [f"p-{other}" for other in known],
            "introduced_by": [f"p-{known[0]}"] if known and draw(st.booleans()) else [],
        }
        given_ = {key: list(dict.fromkeys(texts)) for key, texts in values.items() if texts}
        note = note_text("---\n---\n", given_, CONTACT_FIELDS)
        assert note is not None
        files[f"contacts/p-{number}.md"] = with_prose(note, "\n".join(draw(LINES)))
    return files


def run_on(folder: str, files: Mapping[str, str | bytes]) -> Run:
    (Path(folder) / "contacts").mkdir()
    for path, text in files.items():
        data = text.encode() if isinstance(text, str) else text
        (Path(folder) / path).write_bytes(data)
    return Run(root=Path(folder), today=DAY, settings=Settings())


def imported(kind: str, data: bytes) -> tuple[Plan, Records]:
    """Import into an empty vault; return the plan and what the vault holds then."""
    with TemporaryDirectory() as empty, TemporaryDirectory() as filled:
        plan = plan_import(run_on(empty, {}), people_in(kind, data, {}))
        notes = {note.path: note.data for note in plan.notes}
        return plan, records_of(run_on(filled, notes).analysis())


def told_of(records: Records, keys: tuple[str, ...]) -> dict[str, Any]:
    names = {one.id: one.name for one in records.contacts}

    def told(one: Person) -> Iterator[Any]:
        yield from (getattr(one, key) for key in keys)
        yield sorted(one.aliases)
        yield one.notes
        yield names.get(one.introduced_by or "")

    return {one.name: [*told(one)] for one in records.contacts}


def ties_of(records: Records) -> set[tuple[str, str]]:
    names = {one.id: one.name for one in records.contacts}
    return {(names[tie.stated_by], names[tie.other]) for tie in records.ties}


@settings(max_examples=500 if LONG else 40, deadline=None)
@given(vaults())
def test_cards_of_an_export_give_the_same_people(files: dict[str, str]) -> None:
    with TemporaryDirectory() as folder:
        run = run_on(folder, files)
        analysis = run.analysis()
        data = vcard_form(notes=True).made(analysis).data
        plan, records = imported("vcard", data)
        assert _rest(plan) == []
        assert told_of(records, CARRIED) == told_of(records_of(analysis), CARRIED)
        assert ties_of(records) == ties_of(records_of(analysis))
        _is_known(run, "vcard", data)


@settings(max_examples=500 if LONG else 40, deadline=None)
@given(vaults())
def test_a_table_of_an_export_gives_the_same_people_and_their_ids(files: dict[str, str]) -> None:
    files = {path: text.replace("; ", ";") for path, text in files.items()}  # parts texts in a cell
    with TemporaryDirectory() as folder:
        run = run_on(folder, files)
        analysis = run.analysis()
        data = csv_form("contacts").made(analysis).data
        plan, records = imported("csv", data)
        assert _rest(plan) == []
        keys = ("id", *CARRIED, *PRIVATE, "me")
        assert told_of(records, keys) == told_of(records_of(analysis), keys)
        _is_known(run, "csv", data)


def _rest(plan: Plan) -> list[object]:
    """Return what an empty vault has no reason for."""
    told = plan.told
    return [*told.known, *told.unclear, *told.skipped, *told.told]


def _is_known(run: Run, kind: str, data: bytes) -> None:
    """Where it comes from, the file has nobody new and nothing to add."""
    told = plan_import(run, people_in(kind, data, {})).told
    assert [*told.new, *told.unclear, *told.skipped] == []
    assert [(one.lines, one.other) for one in told.known if one.lines or one.other] == []
