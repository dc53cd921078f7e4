"""Would the ranking have found the right person? Every second introduction, asked again.

For each introduction that joined a thread somebody had been asked in before, the ranking runs on
what was known on the day before the ask. `hit@1` is how often the person who was really asked
stood first, `hit@3` how often among the first three; beside them what chance would give: a blind
pick among everybody suggested. Where I went back to the same introducer there is nothing to find,
as the ranking only names others.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct

from site_builder.insights.candidate import Suggestion
from site_builder.insights.evidence_rate import Rate
from site_builder.insights.evidence_tries import INTRODUCTIONS, Outcome, tries_of
from site_builder.insights.replay_day import Past, ranked_on
from site_builder.insights.thread import Thread, Threads
from site_builder.insights.threads import pursuit_of
from site_builder.model.contact import ContactId
from site_builder.model.intro import IntroId
from site_builder.model.vault import Spoke
from site_builder.tables import FRESH, Tables

PastOn = Callable[[date], Past | None]
"""The vault as it was known at the end of a day; None where nothing is known of it."""
TOP = 3
QuestionKey = tuple[date, str]
"""The day of a question and the path of its introduction."""


class Question(Struct, frozen=True):
    """One past introduction by somebody who was not the first: whom to ask."""

    thread: Thread
    spoke: Spoke
    day: date
    """The day before the ask, whose knowledge counts."""


class Replayed(Struct, frozen=True):
    """The ranking's answer to one question."""

    intro: IntroId
    target: ContactId
    asked: ContactId
    """Who was really asked."""
    day: date
    outcome: Outcome
    """What became of the introduction; `answered`: this person opened the door."""
    rank: int | None
    """Where the ranking had them; none if it would not have named them."""
    of: int
    """How many it would have named."""
    first: ContactId | None
    """Whom it would have named first."""
    missed_because: str = ""


Answer = Replayed | Literal["again", "unknown"]


class Replay(Struct, frozen=True):
    """All questions and how often the ranking was right."""

    cases: tuple[Replayed, ...]
    """Latest first."""
    again: int = 0
    """Introductions by somebody who was already an introducer: nothing to find."""
    unknown: int = 0
    """Introductions of which nothing is known on the day before."""

    def hits(self, top: int, *, opened: bool = False) -> Rate:
        """Return how often the person was within the first `top`; all, or who opened the door."""
        cases = [case for case in self.cases if not opened or case.outcome == "answered"]
        return Rate(sum(case.rank is not None and case.rank <= top for case in cases), len(cases))

    def chance(self, top: int) -> float:
        """Return the share that blind picks among those named would have found."""
        blind = (min(1.0, top / case.of) if case.rank else 0.0 for case in self.cases)
        return sum(blind) / len(self.cases) if self.cases else 0.0


def replay(
    threads: Threads,
    past_on: PastOn,
    today: date,
    *,
    most: int | None = None,
    tables: Tables = FRESH,
) -> Replay:
    """Answer every past question, or the `most` latest, with what was known then."""
    questions = tables.group("questions", threads, lambda thread: _questions(thread, today))
    keys = list(questions)[-most:] if most else list(questions)

    def answer(key: QuestionKey) -> Answer:
        question = questions[key][0]
        past = past_on(question.day)
        known = ranked_on(past, pursuit_of(question.thread), question.day) if past else None
        if past is None or known is None:
            return "unknown"
        if question.spoke.introducer in known[0].introducers:
            return "again"
        return _replayed(question, known[1], past, today=today)

    found = tuple(tables.derive("replayed", keys, answer).values())
    cases = tuple(one for one in reversed(found) if not isinstance(one, str))
    return Replay(cases, found.count("again"), found.count("unknown"))


def _questions(thread: Thread, today: date) -> Iterator[tuple[QuestionKey, Question]]:
    """Yield the introductions that were asked for after the thread had begun."""
    for spoke in thread.spokes[1:]:
        events = spoke.intro.events
        if any(one.word == "introduced" and one.date <= today for one in events):
            day = events[0].date - timedelta(days=1)
            if day >= thread.moments[0].event.date:
                yield (day, spoke.intro.path), Question(thread, spoke, day)


def _outcome(question: Question, today: date) -> Outcome:
    """Return what became of the introduction."""
    return next(
        one.outcome
        for one in tries_of(question.thread, today)
        if one.tactic in INTRODUCTIONS and one.moment.spoke is question.spoke
    )


def _replayed(question: Question, suggestion: Suggestion, past: Past, *, today: date) -> Replayed:
    spoke, named = question.spoke, suggestion.suggested
    rank = next((one.rank for one in named if one.contact == spoke.introducer), None)
    return Replayed(
        intro=spoke.intro.id,
        target=spoke.target,
        asked=spoke.introducer,
        day=question.day,
        outcome=_outcome(question, today),
        rank=rank,
        of=len(named),
        first=named[0].contact if named else None,
        missed_because="" if rank else _missed(spoke, suggestion, past),
    )


def _missed(spoke: Spoke, suggestion: Suggestion, past: Past) -> str:
    """Return why the ranking would not have named the person who was asked."""
    for refused in suggestion.not_suggested:
        if refused.contact == spoke.introducer:
            return refused.because
    if spoke.introducer not in past.vault.people:
        return "there was no file of theirs yet"
    return f"nothing on record said that they know {past.vault.called(spoke.target)}"
