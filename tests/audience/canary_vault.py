"""A vault with a word of its own in every place, and an audience that sees a few of them."""

from collections.abc import Iterator

VISIBLE = ("visible-anna", "visible-bert")
SHOWN_KEYS = ("name", "org", "groups", "knows", "goal")

SETTINGS = """\
title = "Doors"

[audiences.team]
show = ["contacts", "intros", "log", "suggestions", "drafts"]
fields = ["name", "org", "groups", "knows", "goal"]

[audiences.{other}]
show = ["contacts"]

[kinds.{kind}]
knows = 1.0
sensitive = true

[groups."team/{group}"]
name = "{group_name}"

[checks]
unknown-kind = "off"
hidden-reference = "off"
"""

CONTACT = """\
---
name: {name}
called: {called}
aliases: [{aliases}]
email: {email}@x.example
phone: "{phone}"
url: https://{url}.example
org: {org}
role: {role}
location: {location}
language: {language}
channel: {channel}
introduced_by: {introduced_by}
groups:
  - {kind}/{sensitive} 2009-2012 {sensitive_text}
  - {shown_group}
knows:
  - {tie}
standing: [{tie} 0.5]
strangers: [{tie}]
tags: [{tag}]
{key}: {value}
visibility: [{visibility}]
ignore: [no-goal {reason}]
---

%% {comment} %%
{body} #{body_tag} [[{link}|{link_text}]] ![[{picture}.png]] [{path_text}]({path}.md)

## Log

- 2026-06-03: {log}
"""

INTRO = """\
---
target: {target}
introducer: {introducer}
goal: {goal}
why: {why}
channel: {channel}
blind: {blind}
next: 2027-01-01 {next}
thread: {thread}
tags: [{tag}]
{key}: {value}
visibility: [{visibility}]
---

{body}

## Log

- 2026-09-01 asked: {log}
- 2026-09-04 introduced: {log_too}
"""


class Canaries:
    """Gives out words that stand nowhere else, and knows which of them may be seen."""

    def __init__(self) -> None:
        """Begin with the first word."""
        self.hidden: list[str] = []
        self.shown: list[str] = []

    def word(self, place: str, *, shown: bool = False) -> str:
        """Return a new word for a place."""
        number = len(self.hidden) + len(self.shown)
        letters = "".join(chr(ord("a") + int(digit)) for digit in f"{number:03}")
        word = f"zqx{letters}zé" if place in {"body", "role", "why"} else f"zqx{letters}zqe"
        (self.shown if shown else self.hidden).append(word)
        return word

    def fill(self, text: str, shown: dict[str, str], seen: set[str]) -> bytes:
        """Fill the places of a text: as given, else with a new word each."""
        places = {
            place: shown.get(place) or self.word(place, shown=place in seen)
            for place in _places(text)
        }
        return text.format(**places).encode()


def canary_vault() -> tuple[dict[str, bytes], Canaries]:
    """Return the files of the vault and its words."""
    words = Canaries()
    people = [words.word("id") for _ in range(2)]
    secret_intro = words.word("id")
    files = {"doorstep.toml": b""}
    for number, person in enumerate((*VISIBLE, *people)):
        visible = person in VISIBLE
        given = {
            "kind": "faith",
            "tie": people[number % 2] if visible else VISIBLE[0],
            "introduced_by": people[0] if visible else VISIBLE[1],
            "link": people[1],
            "path": f"../{people[0]}",
            "visibility": "team" if visible else "private",
            "shown_group": "team/rowing 2009-2012 together",
        }
        seen = {"name", "org", "log"} if visible else set()
        folder = words.word("folder")
        files[f"contacts/{folder}/{person}.md"] = words.fill(CONTACT, given, seen)
    pairs = ((VISIBLE[0], VISIBLE[1]), (VISIBLE[0], people[0]), (people[0], people[1]))
    for (target, introducer), name in zip(
        pairs, ("one", secret_intro, secret_intro + "b"), strict=True
    ):
        visible = name == "one"
        given = {
            "target": target,
            "introducer": introducer,
            "visibility": "team" if introducer != people[1] else "private",
        }
        seen = {"goal", "log", "log_too"} if visible else set()
        files[f"intros/{words.word('folder')}/{name}.md"] = words.fill(INTRO, given, seen)
    files["doorstep.toml"] = words.fill(SETTINGS, {}, set())
    return files, words


def _places(text: str) -> Iterator[str]:
    found = (part.partition("}")[0] for part in text.split("{")[1:])
    yield from dict.fromkeys(found)
