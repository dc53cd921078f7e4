"""A small vault with something for every way of being found, as a site on disk."""

from datetime import date
from pathlib import Path

from site_builder.app.build import build_site
from site_builder.app.run import Run, settings_of

HOSTILE = (
    "</script><script>alert(1)</script> ${alert(2)} `alert(3)` \\u0041 <img src=x onerror=alert(4)>"
)
FILES = {
    "contacts/me.md": "---\nname: Robin Vale\nme: true\n---\n",
    "contacts/tara-lindqvist.md": """---
name: Tara Lindqvist
called: Titti
aliases: [Mira Berg]
email: tara@northwind.example
phone: "+46 555 0123"
org: Northwind
role: VP Platform
location: Stockholm
groups: [team/oslo-rowing 2009-2012, employer/northwind 2019-]
tags: [platform, nordics]
hobby: glassblowing
---

Likes **short** mails. We once repaired a broken projector together, in the rain, while the others
waited in the hut and told each other stories that nobody believed afterwards. Knows [[soren]].

## Log

- 2026-06-03: met at the harbour
""",
    "contacts/soren.md": "---\nname: Søren Ærø Müller\norg: Havn\n---\n\nKauft Gemälde.\n",
    "contacts/sam-okafor.md": "---\nname: Sam Okafor\ntags: [nordics]\n---\n\nNorthwind, once.\n",
    "contacts/wang.md": "---\nname: 王小明\norg: 星河字体工作室\n---\n",
    "contacts/kim.md": "---\nname: 김민수\n---\n",
    "contacts/park.md": "---\nname: 박 서연\n---\n",
    "contacts/hanako.md": "---\nname: ﾔﾏﾀﾞ ﾊﾅｺ\n---\n",
    "contacts/neha.md": "---\nname: नेहा\n---\n",
    "contacts/nuha.md": "---\nname: नुहा\norg: Ｈａｖｅｌ\n---\n",
    "contacts/shira.md": "---\nname: שִׁירָה\n---\n",
    "contacts/hostile.md": f"---\nname: Hostile & Sons\norg: '{HOSTILE}'\n---\n\n{HOSTILE}\n",
    "intros/2026-09-28-tara-via-sam.md": """---
target: tara-lindqvist
introducer: sam-okafor
goal: Thirty minutes over coffee
why: We measured three tools
---

## Log

- 2026-09-20 asked: over lunch
- 2026-09-28 introduced
""",
} | {
    f"contacts/guild-{number:02}.md": f"---\nname: Guild Member {number:02}\n---\n"
    for number in range(40)
}


def build(root: Path) -> Path:
    """Build the vault and return the folder of its site."""
    run = Run(root, date(2026, 11, 22), settings_of(root))
    built = build_site(run, root / "site")
    assert built.published, built.diagnostics
    return root / "site"
