"""What `make proof` found, as the text of docs/proof.md: a pure function of its tests' lines."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tests.proof.rows import Row
from tests.support.figures import Figure

HEAD = """# Proof

Written by `make proof` on {day}, on {machine}. The tests counted; nobody typed a figure.
All rows were tried with the very same files.

A row is one threat. *Seen* is how often the fault showed. The control is the same harness on
something broken on purpose: there it must show, or the harness is blind. A fault that was not seen
in n tries has a rate of at most 3/n, with 95 % confidence, for tries like these.

| threat | how it is tried | seen | at most | control: seen | again |
|---|---|---|---|---|---|
"""


@dataclass(frozen=True, slots=True)
class Sum:
    """The figures of a row, or of one sentence of it."""

    tried: int
    seen: int

    @property
    def told(self) -> str:
        """As text: `0 of 1,204`."""
        return f"{self.seen:,} of {self.tried:,}"

    @property
    def bound(self) -> str:
        """The rate that the tries leave possible, where nothing was seen."""
        if self.seen or self.tried < 3:
            return "–"
        return f"{300 / self.tried:.2g} %"


def sum_of(figures: Iterable[Figure], *, control: bool) -> Sum:
    """Add up the proofs or the controls."""
    chosen = [figure for figure in figures if figure.control is control]
    return Sum(sum(each.tried for each in chosen), sum(each.seen for each in chosen))


def page(
    rows: Sequence[Row], figures: Mapping[str, Sequence[Figure]], *, day: str, machine: str
) -> str:
    """Return the document: one line a row, then what each row tried, sentence by sentence."""
    table = "".join(f"{_line(row, figures[row.id])}\n" for row in rows)
    sections = "".join(_section(row, figures[row.id]) for row in rows)
    return HEAD.format(day=day, machine=machine) + table + sections


def _line(row: Row, figures: Sequence[Figure]) -> str:
    proof, control = sum_of(figures, control=False), sum_of(figures, control=True)
    again = f"`make proof ROW={row.id}`"
    cells = (f"[{row.threat}](#{row.id})", row.method, proof.told, proof.bound, control.told, again)
    return f"| {' | '.join(cells)} |"


def _section(row: Row, figures: Sequence[Figure]) -> str:
    lines = [f"\n## {row.id}\n\n{row.promise}\n\n| what was tried | seen |\n|---|---|\n"]
    for control in (False, True):
        for says in dict.fromkeys(one.says for one in figures if one.control is control):
            told = sum_of((one for one in figures if one.says == says), control=control).told
            lines.append(f"| {'control: ' if control else ''}{says} | {told} |\n")
    return "".join(lines)
