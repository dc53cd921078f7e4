"""Shared circles: rarity, overlap of the years, and which kinds count (document 2.5 and 2.8)."""

from math import exp, log, log2

import pytest

from site_builder.model.settings import Settings
from tests.support.vaults import candidate_of, people, settings_of, suggestion_of

TODAY = "2026-11-20"
OPEN = settings_of("[score]\nleast_know = 0.01\n")
"""Lets even weak evidence through, so that a test can look at it."""


def evidence(ben: str, tara: str, *, me: str = "", settings: Settings = OPEN) -> float:
    """Return the sum in the logit of P_know beyond its base."""
    p = candidate_of(vault(ben, tara, me), "ben", TODAY, settings).p_know
    return log(p / (1 - p)) + 2.5


def ingroup(ben: str, tara: str, *, me: str = "", settings: Settings = OPEN) -> float:
    """Return I, taken back out of P_move."""
    p = candidate_of(vault(ben, tara, me), "ben", TODAY, settings).p_move
    rest = log(0.25 / 0.75) + 1.2 * (0.35 - 0.4) + 0.3
    return (log(p / (1 - p)) - rest) / 0.6


def vault(ben: str, tara: str, me: str = "") -> dict[str, str]:
    """Write three people with these circles."""
    lists = {"ben": ben, "tara": tara, "me": me}
    facts = {who: f"groups: [{circles}]" for who, circles in lists.items()}
    facts["me"] += "\nme: true"
    return people("me tara ben", **facts)


@pytest.mark.parametrize(
    ("ben", "tara", "overlap"),
    [
        ("2009-2012", "2009-2012", 1),
        ("2009-2012", "2010-2011", 0.5),
        ("2009-2012", "2011-2020", 0.5),
        ("2009-2012", "2012-2015", 0.25),
        ("2009-2012", "2013-2015", 0),
        ("2010", "2010", 0.25),
        ("2009-2012", "2010", 0.25),
        ("2009-2012", "", 0.5),
        ("", "", 0.5),
        ("", "2009-", 0.5),
        ("2019-", "2019-", 1),
        ("2025-", "2025-", 0.5),
        ("2026-", "2019-", 0.25),
        ("2009-2012 crew", "2009-2010 cox", 0.5),
        ("2012-2009", "2009-2012", 0),
        ("2030-", "2019-", 0),
    ],
)
def test_the_overlap_is_half_the_shared_years_at_most_one(
    ben: str, tara: str, overlap: float
) -> None:
    found = evidence(f"team/x {ben}".strip(), f"team/x {tara}".strip())
    assert found == pytest.approx(1.6 * overlap)


@pytest.mark.parametrize("size", [2, 3, 8, 40, 1000])
def test_a_circle_tells_less_the_larger_it_is(size: int) -> None:
    settings = settings_of(f'[score]\nleast_know = 0.01\n[groups."team/x"]\nsize = {size}\n')
    found = evidence("team/x 2009-2012", "team/x 2009-2012", settings=settings)
    assert found == pytest.approx(1.6 * min(1, 2 / log2(2 + size)))


def test_members_in_the_vault_are_counted_with_me() -> None:
    found = evidence("team/x 2009-2012", "team/x 2009-2012", me="team/x")
    assert found == pytest.approx(1.6 * 2 / log2(5))


@pytest.mark.parametrize(
    ("kind", "beta", "salience"),
    [
        ("team", 1.6, 0.8),
        ("unit", 0.9, 0.6),
        ("practice", 0.8, 0.5),
        ("employer", 0.4, 0.4),
        ("school", 0.3, 0.4),
        ("community", 0.1, 0.3),
        ("place", 0.1, 0.3),
        ("heritage", 0, 0),
        ("faith", 0, 0),
        ("unheard", 0, 0),
    ],
)
def test_each_kind_has_its_weights(kind: str, beta: float, salience: float) -> None:
    other, felt = ("unit/y", 0.3) if kind == "team" else ("team/y", 0.4)
    both = f"{kind}/x 2009-2012, {other}"
    assert evidence(both, both) - evidence(other, other) == pytest.approx(beta)
    assert ingroup(both, both) == pytest.approx(1 - (1 - felt) * (1 - salience))


@pytest.mark.parametrize(("years", "beta"), [("", 0.1 * 0.5), ("2009-2012", 0.3)])
def test_school_counts_a_third_where_the_years_are_not_known_on_both_sides(
    years: str, beta: float
) -> None:
    ben, tara = f"school/kth {years}".strip(), "school/kth 2009-2012"
    assert evidence(ben, tara) == pytest.approx(beta)


def test_of_several_circles_of_a_kind_the_strongest_counts_once_for_knowing() -> None:
    circles = "team/x 2009-2012, team/y 2009-2010, unit/z 2009-2012"
    assert evidence(circles, circles) == pytest.approx(1.6 + 0.9)


def test_all_circles_count_together_for_moving() -> None:
    circles = "team/x 2009-2012, unit/z 2009-2010"
    assert ingroup(circles, circles) == pytest.approx(1 - (1 - 0.8) * (1 - 0.6 * 0.5))


def test_of_several_stays_in_one_circle_the_best_pair_counts_once() -> None:
    ben = "team/x 1990-1995, team/x 2009-2010"
    assert evidence(ben, "team/x 2009-2012") == pytest.approx(1.6 * 0.5)
    assert ingroup(ben, "team/x 2009-2012") == pytest.approx(0.8 * 0.5)


def test_a_circle_that_is_mine_too_counts_a_quarter_more() -> None:
    rare = 2 / log2(5)
    found = ingroup("team/x 2009-2012", "team/x 2009-2012", me="team/x 1980-1981")
    assert found == pytest.approx(min(1, 1.25 * 0.8 * rare))


def test_sharing_another_circle_with_me_changes_nothing() -> None:
    found = ingroup("unit/x 2009-2012, team/y", "unit/x 2009-2012", me="team/y")
    assert found == pytest.approx(0.6)


def test_i_count_in_any_shared_circle_whatever_the_years() -> None:
    ben, tara = "unit/x 2009-2012, team/y 1990-1991", "unit/x 2009-2012, team/y 2009-2012"
    assert ingroup(ben, tara, me="team/y") == pytest.approx(1.25 * 0.6)


@pytest.mark.parametrize(
    ("ben", "tara", "me", "sentence"),
    [
        ("2013-2015", "2009-2015", "2009-2010", "in X 2013-2015; it is a circle of yours, too."),
        ("2013-2015", "2009-2015", "2015-", "in X 2013-2015; so were you."),
        ("2013-2015", "2009-2015", "", "in X 2013-2015; it is a circle of yours, too."),
        ("2013-2015", "2009-2015", "2016-", "in X 2013-2015; it is a circle of yours, too."),
        ("", "2009-2015", "1990-1991", "in X; so were you."),
        ("2013-", "2009-", "2020-", "in X since 2013; so have you."),
        ("2013-", "2009-", "2010-2020", "in X since 2013; it is a circle of yours, too."),
    ],
)
def test_only_the_years_they_shared_are_said_of_me(
    ben: str, tara: str, me: str, sentence: str
) -> None:
    who, whom, mine = (f"team/x {years}".strip() for years in (ben, tara, me))
    (term,) = (
        term
        for term in candidate_of(vault(who, whom, mine), "ben", TODAY, OPEN).terms
        if term.name == "ingroup"
    )
    assert term.because.endswith(sentence)


def test_all_of_it_together_is_at_most_one() -> None:
    circles = ", ".join(f"team/{name} 2000-2010" for name in "abcdefgh")
    assert ingroup(circles, circles, me="team/a") == pytest.approx(1)


@pytest.mark.parametrize("kind", ["heritage", "faith", "clinic"])
def test_a_sensitive_kind_counts_only_when_switched_on(kind: str) -> None:
    base = "[score]\nleast_know = 0.01\n"
    declared = settings_of(f"{base}[kinds.{kind}]\nknows = 0\nsalience = 0\nsensitive = true\n")
    circle = f"{kind}/x 2009-2012"
    assert suggestion_of(vault(circle, circle), TODAY, declared).suggested == ()
    switched = settings_of(f"{base}[kinds.{kind}]\nknows = 1\nsalience = 0.5\n")
    assert evidence(circle, circle, settings=switched) == pytest.approx(1)
    assert ingroup(circle, circle, settings=switched) == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("degrees", "aa"),
    [([2], 1 / log(2)), ([3], 1 / log(3)), ([5, 8], 1 / log(5) + 1 / log(8)), ([2, 2, 2], 2)],
)
def test_common_acquaintances_count_by_how_few_people_they_know(
    degrees: list[int], aa: float
) -> None:
    names = [f"z{number}" for number in range(len(degrees))]
    others = [f"o{number}" for number in range(9)]
    facts = {
        name: f"knows: [{', '.join(['tara', 'ben', *others[: degree - 2]])}]"
        for name, degree in zip(names, degrees, strict=True)
    }
    files = people(" ".join(["me tara ben", *names, *others]), me="me: true", **facts)
    p = candidate_of(files, "ben", TODAY, OPEN).p_know
    assert p == pytest.approx(min(0.7, 1 / (1 + exp(2.5 - 0.9 * min(aa, 2)))))


def test_i_am_no_common_acquaintance() -> None:
    files = people("me tara ben", me="me: true\nknows: [tara 3, ben 3]")
    assert suggestion_of(files, TODAY, OPEN).suggested == ()
