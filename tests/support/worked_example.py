"""The vault of the worked example of document 2.5, and the figures that are printed there.

One figure of the document is off by one in its last digit: with AA = 1.1 Chloe's P_know is 0.367,
not 0.366 (−2.5 + 1.6·0.602 + 0.9·1.1 = −0.547, and 1/(1 + e^0.547) = 0.3666).
"""

from tests.support.vaults import intro, people

TODAY = "2026-11-04"
CREW = "groups: [team/oslo-rowing 2009-2012]"
VAULT = {
    **people(
        "me tara ana ben chloe dev eve zoe yan r1 r2 r3 r4 r5 f1 f2 f3 f4 f5 f6",
        me=f"me: true\n{CREW}",
        tara=CREW,
        ana="closeness: 4\ngroups: [employer/northwind 2015-]",
        ben="closeness: 4\nlast_contact: 2026-10-05\ngroups: [employer/northwind 2018-]\n"
        "knows: [tara 3]",
        chloe=f"closeness: 3\nlast_contact: 2026-04-18\n{CREW}",
        dev="closeness: 2\nlast_contact: 2026-10-15\nknows: [tara 2]",
        zoe="ask: no\nknows: [tara 3, chloe 3, f1, f2, f3]",
        yan="ask: no\nknows: [tara 3, chloe 3, f1, f2, f3, f4, f5, f6]",
        **{f"r{n}": CREW for n in range(1, 6)},
    ),
    "intros/tara-via-ana.md": intro(
        """
        2026-10-06 introduced
        2026-10-06 wrote
        2026-10-13 nudged
        2026-10-21 nudged
        """
    ),
    "intros/eve-via-ben.md": intro(
        "2026-01-10 asked\n2026-01-12 introduced\n2026-01-12 wrote", target="eve", introducer="ben"
    ),
    "intros/eve-via-dev.md": intro("2026-02-10 asked", target="eve", introducer="dev"),
}

FIGURES = [
    ("ben", (0.753, 0.95, 0.330, 0.236), "likely"),
    ("chloe", (0.467, 0.367, 0.378, 0.065), "long shot"),
    ("dev", (0.372, 0.80, 0.298, 0.089), "long shot"),
]
"""Of each candidate P_ask, P_know, P_move and their product, and the band."""
