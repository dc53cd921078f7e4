"""Laws of the ranking that hold for every vault, whatever its people and ties."""

from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from site_builder.insights.analyse import suggestion_for
from site_builder.insights.candidate import Candidate
from site_builder.model.contact import ContactId
from tests.support.vaults import Files, insights_of, intro, listed, suggestion_of

TODAY = "2026-11-20"
OTHERS = ["ana", "ben", "noor", "zoe"]
EVERYBODY = ["tara", *OTHERS]
Person = dict[str, Any]
Cast = dict[str, Person]

GRADES = st.sampled_from(["", "1", "2", "3", "4", "5", "1?", "3?", "?"])
DAYS = st.sampled_from(["2026-11-20", "2026-11-01", "2026-05-01", "2025-11-20", "2020-01-01"])
YEARS = st.sampled_from(["", "", " 2009-2012", " 2011-2020", " 2012", " 2019-", " 1990-1991"])
CIRCLES = st.sampled_from(
    ["team/a", "team/b", "unit/c", "practice/d", "employer/e", "school/f", "place/g"]
)
SENSITIVE = st.sampled_from(["faith/h", "heritage/i"])
GROUPS = st.lists(st.tuples(CIRCLES, YEARS).map("".join), max_size=4)
LOGS = st.sampled_from(
    [
        "",
        "2026-10-01 asked",
        "2026-11-10 asked",
        "2026-08-01 asked\n2026-08-02 agreed",
        "2026-10-06 introduced\n2026-10-06 wrote\n2026-10-13 nudged\n2026-10-21 nudged",
        "2025-01-01 asked\n2025-01-05 passed",
        "2026-02-01 introduced\n2026-02-02 replied",
    ]
)


def person(name: str) -> st.SearchStrategy[Person]:
    """Draw one person's facts."""
    ties = st.dictionaries(st.sampled_from([n for n in EVERYBODY if n != name]), GRADES, max_size=3)
    return st.fixed_dictionaries(
        {
            "closeness": st.sampled_from([None, 1, 2, 3, 4, 5]),
            "last_contact": st.none() | DAYS,
            "ask": st.sampled_from([None, None, None, "sparingly", "no"]),
            "groups": GROUPS,
            "knows": ties,
        }
    )


CASTS: st.SearchStrategy[Cast] = st.fixed_dictionaries(
    {name: person(name) for name in ["me", *EVERYBODY]}
)
INTROS = st.lists(
    st.tuples(st.sampled_from(EVERYBODY), st.sampled_from(EVERYBODY), LOGS).filter(
        lambda row: row[0] != row[1]
    ),
    max_size=4,
)


def vault(cast: Cast, intros: list[tuple[str, str, str]] | None = None) -> dict[str, str]:
    """Write the files of a cast."""
    files = {}
    for name, facts in cast.items():
        knows = [f"{other} {grade}".strip() for other, grade in facts["knows"].items()]
        lines = [f"name: {name.title()}", "me: true"] if name == "me" else [f"name: {name.title()}"]
        lines += [
            f"{key}: {facts[key]}" for key in ("closeness", "last_contact", "ask") if facts[key]
        ]
        lines += [f"groups: [{', '.join(facts['groups'])}]", f"knows: [{', '.join(knows)}]"]
        files[f"contacts/{name}.md"] = "\n".join(["---", *lines, "---", ""])
    for number, (target, introducer, log) in enumerate(intros or []):
        files[f"intros/{number}.md"] = intro(log, target=target, introducer=introducer)
    return files


def changed(cast: Cast, name: str, **facts: Any) -> Cast:
    """Return the cast with other facts about one person."""
    return {**cast, name: {**cast[name], **facts}}


def candidates(files: Files) -> dict[str, Candidate]:
    """Return the suggested towards tara."""
    return {str(one.contact): one for one in suggestion_of(files, TODAY).suggested}


def assert_no_worse(before: Candidate, after: Candidate) -> None:
    """Hold each of the four figures to not falling."""
    for name in ("p_ask", "p_know", "p_move", "value"):
        assert getattr(after, name) >= getattr(before, name) - 1e-12, name


@settings(max_examples=150, deadline=None)
@given(CASTS, INTROS, st.integers(1, 4))
def test_more_closeness_of_mine_never_lowers_a_figure(
    cast: Cast, intros: list[tuple[str, str, str]], closeness: int
) -> None:
    before, after = (
        candidates(vault(changed(cast, "ben", closeness=c), intros))
        for c in (closeness, closeness + 1)
    )
    assume("ben" in before)
    assert_no_worse(before["ben"], after["ben"])


@settings(max_examples=150, deadline=None)
@given(CASTS, INTROS, st.integers(1, 4), st.sampled_from(["", "?"]))
def test_more_closeness_of_theirs_never_lowers_a_figure(
    cast: Cast, intros: list[tuple[str, str, str]], closeness: int, mark: str
) -> None:
    ties = [{**cast["ben"]["knows"], "tara": f"{c}{mark}"} for c in (closeness, closeness + 1)]
    before, after = (candidates(vault(changed(cast, "ben", knows=k), intros)) for k in ties)
    assume("ben" in before)
    assert_no_worse(before["ben"], after["ben"])


@settings(max_examples=100, deadline=None)
@given(CASTS, GRADES)
def test_a_tie_gives_the_same_whichever_file_states_it(cast: Cast, grade: str) -> None:
    ben = {other: g for other, g in cast["ben"]["knows"].items() if other != "tara"}
    tara = {other: g for other, g in cast["tara"]["knows"].items() if other != "ben"}
    bare = changed(changed(cast, "ben", knows=ben), "tara", knows=tara)
    one = candidates(vault(changed(bare, "ben", knows={**ben, "tara": grade})))
    two = candidates(vault(changed(bare, "tara", knows={**tara, "ben": grade})))
    assert {who: c.value for who, c in one.items()} == {who: c.value for who, c in two.items()}
    assert list(one) == list(two)


@settings(max_examples=100, deadline=None)
@given(CASTS, INTROS, st.randoms(use_true_random=False))
def test_nothing_depends_on_the_order_of_the_files(
    cast: Cast, intros: list[tuple[str, str, str]], random: Any
) -> None:
    files = list(vault(cast, intros).items())
    shuffled = files.copy()
    random.shuffle(shuffled)
    one, two = (insights_of(dict(order), TODAY) for order in (files, shuffled))
    assert one.doors == two.doors
    assert one.connectors == two.connectors
    assert one.openings == two.openings
    for target in map(ContactId, EVERYBODY):
        assert suggestion_for(one, target) == suggestion_for(two, target)


@settings(max_examples=100, deadline=None)
@given(CASTS, INTROS, st.lists(SENSITIVE, min_size=1, max_size=2))
def test_sensitive_circles_change_no_figure(
    cast: Cast, intros: list[tuple[str, str, str]], shared: list[str]
) -> None:
    told = cast
    for name in ("me", "tara", "ben", "ana"):
        told = changed(told, name, groups=[*cast[name]["groups"], *shared])
    one, two = (candidates(vault(known, intros)) for known in (cast, told))
    assert {who: c.value for who, c in one.items()} == {who: c.value for who, c in two.items()}
    assert not any(circle.split("/")[0] in str(two) for circle in shared)


@settings(max_examples=150, deadline=None)
@given(CASTS, INTROS)
def test_everybody_is_in_at_most_one_list_in_order_and_every_figure_keeps_its_bounds(
    cast: Cast, intros: list[tuple[str, str, str]]
) -> None:
    found = suggestion_of(vault(cast, intros), TODAY)
    everybody = listed(found)
    assert len(set(everybody)) == len(everybody)
    assert not {"me", "tara"} & set(everybody)
    assert [one.rank for one in found.suggested] == list(range(1, len(found.suggested) + 1))
    values = [one.value for one in found.suggested]
    assert values == sorted(values, reverse=True)
    assert bool(found.nobody_because) == (not found.suggested)
    for one in found.suggested:
        assert all(0 < p < 1 for p in (one.p_ask, one.p_know, one.p_move))
        assert 0 <= one.load <= 0.8
        assert 0 < one.value <= one.p
        assert not one.inferred or 0.15 <= one.p_know <= 0.70
        assert not (one.inferred and one.band == "strong")
        assert all(0 <= t.value <= 1 for t in one.terms if t.name in {"ingroup", "independence"})
