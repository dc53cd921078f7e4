"""A vault in which every text that a person types is one word without an end."""

from datetime import date
from pathlib import Path

from site_builder.app.build import look_of
from site_builder.app.run import Run, settings_of
from site_builder.compiler import compile_site
from site_builder.tables import FRESH
from tests.browser.demo_site import write_site
from tests.browser.site_faults import Files

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
NAME = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschafers"
SLUG = "donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamten"
CONTACT = f"""---
name: {NAME} %s
org: {LONG}
role: {LONG}
location: {LONG}
email: {SLUG}%s@donaudampfschifffahrtsgesellschaft.example
met: {LONG}
how_to_reach: {LONG}
{LONG}: {LONG}
tags: [{SLUG}]
%s
groups:
  - team/{SLUG} 2010-2012
  - employer/{SLUG}
---

# {LONG}

{LONG} `{LONG}` [{LONG}](https://{SLUG}.example/{LONG}) [[one]]

> {LONG}

- {LONG}

```
{LONG}
```

## Log

- 2026-10-10: {LONG}
"""
INTRO = f"""---
target: %s
introducer: %s
goal: {LONG}
why: {LONG}
tags: [{SLUG}]
---

{LONG}

## Log

- 2026-09-01 asked: {LONG}
- 2026-09-03 agreed: {LONG}
- 2026-09-07 introduced: {LONG}
- 2026-09-08 wrote: {LONG}
- 2026-09-20 nudged: {LONG}
- 2026-10-01 interrupted: {LONG}
"""
SETTINGS = f"""title = "Doors"

[groups."team/{SLUG}"]
name = "{LONG}"
size = 8

[groups."employer/{SLUG}"]
name = "{LONG}"
"""


def long_site(folder: Path, theme: str) -> Files:
    """Return the site of such a vault, whose notes are written into a folder."""
    knows = f"closeness: 4\nlast_contact: 2026-10-10\nknows: [{{}} 4 {LONG}, {{}} 3]"
    files = {
        "doorstep.toml": SETTINGS,
        "contacts/me.md": CONTACT % ("", "", "me: true"),
        "contacts/one.md": CONTACT % ("One", "1", "closeness: 2"),
        "contacts/two.md": CONTACT % ("Two", "2", knows.format("one", "three")),
        f"contacts/{SLUG}.md": CONTACT % ("Three", "3", knows.format("one", "two")),
        "contacts/three.md": CONTACT % ("Four", "4", "closeness: 3"),
        "intros/one-via-two.md": INTRO % ("one", "two"),
        f"intros/{SLUG}.md": INTRO % ("three", SLUG),
    }
    write_site({name: text.encode() for name, text in files.items()}, folder)
    run = Run(root=folder, today=date(2026, 11, 22), settings=settings_of(folder))
    site = compile_site(run.inputs(), look_of(run, theme), FRESH)
    assert site.files
    return site.files
