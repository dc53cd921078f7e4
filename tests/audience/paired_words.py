"""What random vaults are made of: names, keys with some values, circles."""

from collections.abc import Mapping
from datetime import date

TODAY = date(2026, 11, 22)
SEEN_IDS = ("ana-ito", "ben-roy", "cleo-ito", "dev-rao", "eva-lind", "tara")
HIDDEN_IDS = ("ana-zimt", "aa-first", "dana-roy", "mo", "tara-b", "zz-last")
NAMES = ("Ana Ito", "Ana Zimt", "Ben Roy", "Cleo Ito", "Tara", "Tara Lind", "Dev Rao")
TWO_NAMES = ("Tara Berg", "tara zimt", "Tara Berg Zimt", "Tara van den Berg")
TWO_WORDS = (
    *("Tara Berg 3", "tara zimt 2", "Tara Berg Zimt", "Tara Berg 9 once"),
    *("Tara van den Berg", "Tara van den Berg 3", "tara zimt"),
)
"""Ties that name Tara, or somebody hidden whose name begins like hers."""
KINDS = ("team", "employer", "school", "practice", "community")
SENSITIVE = ("faith", "heritage", "recovery")
WORDS = ("rowed together", "met once", "in Oslo", "likes short mails", "from #work", "")
CONTACT_KEYS: Mapping[str, tuple[str, ...]] = {
    "name": NAMES,
    "called": ("Nana", "Tari"),
    "aliases": ("[tt]", "[Ana, the-boss]"),
    "email": ("a@x.example", "[b@x.example, c@y.example]"),
    "phone": ("+47 1", "+46 222 33"),
    "url": ("https://x.example/a", "https://y.example"),
    "org": ("Northwind", "Tallwater"),
    "role": ("VP", "pilot"),
    "location": ("Oslo", "Bergen"),
    "timezone": ("Europe/Oslo", "Asia/Tokyo"),
    "language": ("nb", "sv"),
    "closeness": ("1", "3", "5"),
    "last_contact": ("2026-01-02", "2026-11-01", "2025-05-05"),
    "cadence": ("14d", "3m", "1y"),
    "met_on": ("2019", "2020-05"),
    "ask": ("yes", "sparingly", "no"),
    "channel": ("email", "phone"),
    "tags": ("[nordic]", "[build, oslo]"),
    "x_birthday": ("3 May", "in June"),
    "hobby": ("rowing", "chess"),
}
INTRO_KEYS: Mapping[str, tuple[str, ...]] = {
    "goal": ("Thirty minutes", "A coffee"),
    "why": ("We measured it", "They asked"),
    "channel": ("email", "phone"),
    "deadline": ("2026-12-01", "2026-11-25"),
    "thread": ("hiring", "Sales"),
    "next": ("2026-12-24 write again", "2026-11-01 call"),
    "blind": ("no time", "they asked"),
    "tags": ("[fund]", "[nordic, build]"),
    "x_mood": ("sunny", "grey"),
}
LISTED = ("groups", "knows", "standing", "strangers", "introduced_by")
LOST = ("[[{0}]]", "[[{0}|D. R.]]", "[[intros/{0}]]", "![[{0}.png]]")
"""Links to somebody, by id and name."""
LOST_PATHS = (
    "[{1}](../contacts/{0}.md)",
    "[{1}]({0}.md#x)",
    "![{1}]({0}.png)",
    "[{1}](intros/{0}.md)",
)
"""The same in Markdown."""
