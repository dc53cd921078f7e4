"""Who could bring a door back: three plain questions each, every number with its source."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from site_builder.insights.candidate import Candidate, Question, Suggestion
from site_builder.insights.insight import Door, Insights
from site_builder.insights.introducers import explained
from site_builder.model.vault import Vault
from site_builder.pages.door_line import BANDS, Badge
from site_builder.pages.page import Ref
from site_builder.pages.refs import door_ref, person_ref
from site_builder.pages.words import percent, sentence

SHOWN, NAMED = 4, 20
"""So many are shown with every number, as many as in the picture; so many in all are named."""

TERM_WORDS = {
    "my-tie": "your tie",
    "own-door": "your own door",
    "shared-acquaintances": "people in common",
    "inferred": "no tie on record",
    "tie-strength": "how close they are",
    "ingroup": "shared circle",
    "independence": "another corner",
    "load": "asked lately",
}
"""Terms whose own name does not say enough."""


REASONS = (
    "own-door",
    "stated-tie",
    "shared-circle",
    "shared-acquaintances",
    "past-answers",
    "my-tie",
)
"""Terms whose sentences say why somebody is suggested, in this order."""


class Term(Struct, frozen=True):
    """One number, the sentence behind it and where it is written."""

    name: str
    value: str
    because: str
    source: str
    """`path:line`; empty where it rests on no file."""


class Answer(Struct, frozen=True):
    """One of the three questions with its probability."""

    question: str
    chance: str
    width: int
    """Of 100."""
    guessed: bool
    terms: tuple[Term, ...]


class Introducer(Struct, frozen=True):
    """A suggested person."""

    rank: int
    person: Ref
    badge: Badge
    ask_first: bool
    reason: str
    answers: tuple[Answer, ...]
    load: tuple[Term, ...]
    would_change: str
    kept: Ref | None
    """The door that asks them first."""


class Left(Struct, frozen=True):
    """Somebody who should not be asked, and why."""

    person: Ref
    because: str


class Candidates(Struct, frozen=True):
    """Both lists, and how sure the first place is."""

    title: str
    shown: tuple[Introducer, ...]
    named_title: str
    named: tuple[Ref, ...]
    unnamed: int
    nobody: str
    sureness: str
    left: tuple[Left, ...]


def candidates_of(insights: Insights, door: Door) -> Candidates | None:
    """Return who is suggested for a door and who is not; in full only where somebody is needed."""
    suggestion, vault = door.suggestion, insights.vault
    target = vault.called(door.thread.target)
    due, people = suggestion.due, suggestion.suggested
    if not due and not (people and door.open):
        return None
    shown, refused = (SHOWN, suggestion.not_suggested[:NAMED]) if due else (0, ())
    if due:
        suggestion = explained(insights.network, suggestion, door.thread, most=SHOWN)
        people = suggestion.suggested
    return Candidates(
        _title(door),
        tuple(_introducer(insights, door, one) for one in people[:shown]),
        "Also possible:" if due else f"They know {target}, or may:",
        tuple(person_ref(vault, one.contact) for one in people[shown:NAMED]),
        max(0, len(people) - NAMED),
        suggestion.nobody_because if due else "",
        _sureness(vault, suggestion) if len(people) > 1 and due else "",
        tuple(Left(person_ref(vault, one.contact), sentence(one.because)) for one in refused),
    )


def _title(door: Door) -> str:
    if not door.suggestion.due:
        return "Who else could help" + ("" if door.stall.stalled else ", should it go quiet")
    return "Who could bring it back" if door.thread.introduced else "Who else could introduce you"


def _sureness(vault: Vault, suggestion: Suggestion) -> str:
    if suggestion.sureness is None:
        return ""
    first = vault.called(suggestion.suggested[0].contact)
    if suggestion.sureness == 1:
        return f"{first} stays first whichever weight is halved or doubled"
    return f"{first} stays first in {percent(suggestion.sureness)} of trials with one other weight"


def _introducer(insights: Insights, door: Door, candidate: Candidate) -> Introducer:
    names = insights.vault.names
    person, target = names[candidate.contact], names[door.thread.target]
    if not insights.vault.audience.is_private:  # others have no files to look it up in
        terms = tuple(replace(term, path="", line=0) for term in candidate.terms)
        candidate = replace(candidate, terms=terms)
    answers = tuple(_answers(candidate, person.first_name, target.first_name))
    return Introducer(
        candidate.rank,
        person_ref(insights.vault, candidate.contact),
        BANDS[candidate.band],
        candidate.ask_first,
        _reason(candidate),
        answers,
        _terms(candidate, "load"),
        sentence(candidate.would_change),
        _kept(insights, door, candidate),
    )


def _kept(insights: Insights, door: Door, candidate: Candidate) -> Ref | None:
    kept = door.allotment.kept_back(candidate.contact)
    return door_ref(kept.thread, insights.vault.names[kept.target].name) if kept else None


def _reason(candidate: Candidate) -> str:
    """Return what comes before asking, and what the first two numbers rest on."""
    said = {term.name: term.because for term in reversed(candidate.terms)}
    return " ".join(said[name] for name in REASONS if name in said)


def _answers(candidate: Candidate, name: str, target: str) -> Iterator[Answer]:
    asked: tuple[tuple[Question, str, float], ...] = (
        ("ask", f"Will {name} do it?", candidate.p_ask),
        ("know", f"Does {name} know {target}?", candidate.p_know),
        ("move", f"Will {target} move?", candidate.p_move),
    )
    for question, words, chance in asked:
        guessed = question == "know" and candidate.inferred
        terms = _terms(candidate, question)
        yield Answer(words, percent(chance), round(100 * chance), guessed, terms)


def _terms(candidate: Candidate, question: Question) -> tuple[Term, ...]:
    return tuple(
        Term(
            TERM_WORDS.get(term.name, term.name.replace("-", " ")),
            f"{term.value:.2f}",
            term.because,
            f"{term.path}:{term.line}" if term.line else term.path,
        )
        for term in candidate.terms
        if term.question == question
    )
