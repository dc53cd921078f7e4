"""Sixty mistakes, each with its place: the sign ‸ stands before the character that is wrong."""

from dataclasses import dataclass, field

from .clean_vault import LOG

HERE = "‸"

A, B, C, E = "contact 0", "contact 1", "contact 2", "contact 4"
AB, CD, EF = "intro 0", "intro 1", "intro 2"
"""Files of a mistake's block; in `AB`, A introduces B."""

GOAL = "goal: Thirty minutes on build platforms\n"
MADE, MADE_HERE = "- 2026-06-07 introduced", "- ‸2026-06-07 introduced"
ANSWERED = LOG[LOG.index("- 2026-06-07 wrote") :]
KNOWS = "worked together"


@dataclass(frozen=True, slots=True)
class Mistake:
    """What to change in which files of a block, `@0` being the first person's id."""

    id: str
    edits: tuple[tuple[str, str, str], ...] = ()
    """File, old text, new text."""
    files: dict[str, str] = field(default_factory=dict)
    """New files by path."""
    unreadable: str = ""
    """The file that the operating system refuses to read; the finding stands at its start."""


def _in(file: str, check: str, old: str, new: str) -> Mistake:
    return Mistake(check, ((file, old, new),))


READING = (
    Mistake("unreadable-file", unreadable=A),
    _in(A, "not-utf8", "had coffee", "had caf‸\udce9"),
    _in(A, "too-large", "---\nname", "‸---\nname: Pat\nrole: " + "long " * 15_000 + "\nx"),
    _in(B, "too-large", "---\nname: Pat", "‸---\nname: " + "Pat " * 300_000),
    _in(A, "control-character", "had coffee", "had‸\x00coffee"),
    _in(A, "merge-conflict", "closeness: 3", "‸<<<<<<< HEAD\ncloseness: 3\n=======\n>>>>>>> b"),
    _in(A, "front-matter-missing", "---\nname", "‸name"),
    Mistake(
        "front-matter-missing",
        ((AB, "---\ntarget", "‸---\ntarget"), (AB, "platforms\n---", "platforms\n----")),
    ),
    _in(AB, "invalid-yaml", "goal: Thirty", "goal: Ask‸: thirty"),
    _in(A, "invalid-yaml", "name: Pat", 'name: ‸"Pat'),
    _in(A, "invalid-yaml", "- @1 3 worked", "- [[@1]] ‸3 worked"),
    _in(A, "duplicate-key", "closeness: 3", "closeness: 3\n‸closeness: 4"),
    _in(A, "nested-value", "- @1 3 worked together", "- ‸person: @1"),
    _in(A, "unknown-key", "closeness: 3", "‸closness: 3"),
    _in(A, "missing-field", "---\nname: Pat", "‸---\norg: Pat"),
    _in(AB, "missing-field", "target: @1", "‸tagret: @1"),
    _in(A, "invalid-value", "closeness: 3", "closeness: ‸7"),
    _in(A, "invalid-value", "last_contact: 2026-06-03", "last_contact: ‸2026-02-30"),
    _in(A, "invalid-value", "@1 3 worked", "@1 ‸9 worked"),
    _in(A, "unquoted-hash", "tags: [platform]", "tags: ‸#platform"),
    _in(A, "curly-quotes", "closeness: 3", "role: ‸“Host”"),
    _in(AB, "second-note", LOG, "‸---\ntarget: @3\n---\n" + LOG),
    _in(A, "unquoted-link", "closeness: 3", "introduced_by: ‸[[@2]]"),
    _in(AB, "unknown-event", "03 agreed", "03 ‸agred"),
    _in(AB, "stray-log-line", "- 2026-06-12 replied: sw", "‸2026-06-12 replied: sw"),
    _in(AB, "invalid-log-line", "- 2026-06-01 asked: over", "- ‸2026-06-01 asked over"),
    _in(A, "invalid-log-line", "2026-06-03: had", "‸3.6.2026: had"),
)

VAULT = (
    _in(AB, "unknown-contact", "introducer: @0", "introducer: ‸persn-0"),
    _in(A, "unknown-contact", "- @1 3 worked", "- ‸persn-1 3 worked"),
    Mistake(
        "ambiguous-contact",
        (
            (A, "closeness: 3", "aliases: [Twin @0]"),
            (B, "closeness: 3", "aliases: [Twin @0]"),
            (C, "closeness: 3", "introduced_by: ‸Twin @0"),
        ),
    ),
    Mistake("duplicate-id", files={"contacts/zurich/@0.md": "‸---\nname: Pat Again\n---\n"}),
    _in(
        B,
        "duplicate-person",
        "email: ",
        "email: [p@home.example, ‸pat-#0@northwind.example]\nx_old: ",
    ),
    _in(A, "duplicate-tie", "worked together", "worked together\n  - ‸'[[Pat N#1]] 4 rowed'"),
    _in(A, "self-reference", "closeness: 3", "introduced_by: ‸@0"),
    _in(AB, "self-reference", "introducer: @0", "introducer: ‸@1"),
    _in(A, "several-owners", "closeness: 3", "me: ‸true"),
    _in(A, "unknown-kind", "team/crew", "‸teem/crew"),
    _in(C, "unclear-circle", "groups:", "groups:\n  - practice/remote ‸sensing"),
    _in(A, "impossible-years", "2009-2012", "‸2012-2009"),
    _in(A, "broken-link", "Works with", "Works with ‸[[persn-1]] and"),
    _in(A, "broken-link", "had coffee", "had coffee with ‸[[persn-1]]"),
    _in(B, "contradictory-ties", "- @2 3", "- ‸@0 5 rowed together\n  - @2 3"),
    _in(A, "unknown-audience", "closeness: 3", "visibility: [private, ‸teem]"),
    _in(AB, "event-order", "- 2026-06-03 agreed", "- ‸2026-05-03 agreed"),
    _in(AB, "early-reply", "- 2026-06-03 agreed", "- ‸2026-06-03 replied"),
    _in(AB, "future-event", "2026-06-12 replied", "‸2027-06-12 replied"),
    Mistake(
        "draft-contact",
        ((A, "closeness: 3", "draft: true"), (AB, "introducer: @0", "introducer: ‸@0")),
    ),
    _in(AB, "unlikely-date", GOAL, GOAL + "deadline: ‸2062-06-12\n"),
    _in(AB, "waiver-without-reason", GOAL, "ignore: [‸no-goal]\n"),
    _in(AB, "unused-waiver", "goal:", "ignore: [‸no-goal by phone]\ngoal:"),
)

ETIQUETTE = (
    Mistake("no-goal", ((AB, "---\ntarget", "‸---\ntarget"), (AB, GOAL, ""))),
    Mistake("no-double-opt-in", ((AB, "- 2026-06-05 opted-in\n", ""), (AB, MADE, MADE_HERE))),
    Mistake(
        "target-declined",
        (
            (AB, LOG, "- 2026-06-01 asked\n- 2026-06-03 opted-out\n"),
            (CD, "target: @3", "target: @1"),
            (CD, LOG, "- ‸2026-09-01 asked\n"),
            (C, KNOWS, f"{KNOWS}\n  - @1 3 rowed"),
        ),
    ),
    Mistake("slow-pickup", ((AB, ANSWERED, ""), (AB, MADE, MADE_HERE))),
    Mistake(
        "loop-open",
        ((AB, ANSWERED, f"{ANSWERED}- 2026-06-20 closed: lost\n"), (AB, MADE, MADE_HERE)),
    ),
    Mistake(
        "connector-overasked",
        (
            (A, KNOWS, f"{KNOWS}\n  - @3 3 rowed"),
            (CD, "introducer: @2", "introducer: @0"),
            (CD, "- 2026-06-01 asked", "- ‸2026-06-01 asked"),
        ),
    ),
    Mistake(
        "third-spoke",
        (
            (C, KNOWS, f"{KNOWS}\n  - @1 3 rowed"),
            (CD, "target: @3", "target: @1"),
            (E, KNOWS, f"{KNOWS}\n  - @1 3 rowed"),
            (EF, "target: @5", "target: @1"),
            (EF, "- 2026-06-01 asked", "- ‸2026-06-01 asked"),
        ),
    ),
    Mistake("ask-says-no", ((A, "closeness: 3", "ask: no"), (AB, LOG, "- ‸2026-06-01 asked\n"))),
    Mistake(
        "unknown-tie",
        (
            (A, "knows:\n  - @1 3 worked together\n", ""),
            (AB, "introducer: @0", "introducer: ‸@0"),
        ),
    ),
    _in(AB, "several-targets", "asked: over", "asked: for @1 and ‸@2, over"),
)

MISTAKES = (*READING, *VAULT, *ETIQUETTE)
