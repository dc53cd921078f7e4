"""Two doors that went quiet, and few people who could open either."""

from site_builder.insights.insight import Insights
from tests.support.vaults import insights_of, intro, people, settings_of

TODAY = "2026-11-20"
QUIET = """
2026-10-06 introduced
2026-10-06 wrote
2026-10-13 nudged
2026-10-21 nudged
2026-11-01 thanked
"""
BEN = {"ben": "closeness: 4\nknows: [tara 4, omar 2]"}
KATYA = {"katya": "closeness: 1\nknows: [omar 2]"}


def insights(log: str = QUIET, settings: str = "", *, deadline: str = "", **facts: str) -> Insights:
    cast_ = people(
        "me tara omar ana lena ben katya", me="me: true", tara="ask: no", omar="ask: no", **facts
    )
    doors = {
        "intros/tara.md": intro(QUIET),
        "intros/omar.md": intro(log, target="omar", introducer="lena", deadline=deadline),
    }
    return insights_of(cast_ | doors, TODAY, settings_of(settings) if settings else None)
