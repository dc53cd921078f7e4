"""`build stalled` in words: what needs a move stands apart from what may wait."""

from site_builder.app.answers import needing_a_move
from site_builder.reporting.stalled_text import stalled_text
from tests.support.insights_sample import insights_in

SAM = "== contacts/s.md\nname: Sam\n"
DOOR = "== contacts/{0}.md\nname: {0}\n== intros/{0}.md\ntarget: {0}\nintroducer: s\n{1}\n"
LOGS = {
    "planned": "next: 2026-12-02 call\n- 2026-11-01 introduced",
    "quiet": "- 2026-10-01 introduced\n- 2026-10-02 wrote",
    "paused": "- 2026-10-01 introduced\n- 2026-10-02 paused 2027-01-11",
    "mine": "- 2026-11-20 introduced",
    "meeting": "- 2026-10-01 replied\n- 2026-10-02 scheduled 2026-12-01",
    "waiting": "- 2026-11-20 asked",
}


def parts() -> dict[str, list[str]]:
    """Return the names under each heading, in the order printed."""
    insights = insights_in(SAM + "".join(DOOR.format(*one) for one in LOGS.items()))
    found: dict[str, list[str]] = {}
    for line in stalled_text(insights, needing_a_move(insights, everything=True)):
        words = str(getattr(line, "renderable", line)).strip()
        if words.startswith(("■", "·")):
            found[list(found)[-1]].append(words.split()[1])
        elif not hasattr(line, "renderable"):
            found[words] = []
    return found


def test_only_what_went_quiet_stands_under_gone_quiet() -> None:
    assert list(parts().items()) == [
        ("Yours to do", ["mine"]),
        ("Gone quiet", ["quiet"]),
        ("Waiting or planned", ["planned", "waiting"]),
        ("A day is set, or left in peace", ["meeting", "paused"]),
    ]
