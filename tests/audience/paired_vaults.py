"""Random vaults in pairs: the same to an audience, different in everything that is hidden from it.

A vault is told by two dice. `seen` decides what the audience may see, `hidden` everything else:
other people and introductions, withheld keys of visible files, ties and links to hidden people,
folders, the order of keys, comments, other settings. Two vaults with the same `seen` and any two
`hidden` must give the same site.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

from site_builder.checks import CHECKS
from site_builder.model.audience import PARTS, Audience
from tests.oracle.random_edges import campaign
from tests.oracle.random_logs import Line, history, write_log

from .paired_words import (
    CONTACT_KEYS,
    HIDDEN_IDS,
    INTRO_KEYS,
    KINDS,
    LISTED,
    LOST,
    LOST_PATHS,
    NAMES,
    SEEN_IDS,
    SENSITIVE,
    TODAY,
    TWO_NAMES,
    TWO_WORDS,
    WORDS,
)


@dataclass
class Cast:
    """Who is in a vault."""

    seen: list[str]
    hidden: list[str] = field(default_factory=list)
    me: str = ""
    """The owner, where the audience sees them."""


def paired_vault(seen: int, hidden: int) -> tuple[Audience, dict[str, bytes]]:
    """Return the audience and the files of the vault that the two dice tell."""
    audience = random_audience(Random(seen))  # noqa: S311 - dice, no secrets
    dice = Random(seen), Random(hidden)  # noqa: S311 - as above
    return audience, _Vault(audience, *dice).files()


def random_audience(dice: Random) -> Audience:
    """Return an audience that sees some parts and some keys."""
    parts = [part for part in PARTS if part == "contacts" or dice.random() < 0.85]
    keys = [*CONTACT_KEYS, *INTRO_KEYS, *LISTED]
    share = dice.choice((0.2, 0.6, 0.95, 0.95))
    return Audience("team", tuple(parts), tuple(key for key in keys if dice.random() < share))


class _Vault:
    """One vault in the making."""

    def __init__(self, audience: Audience, seen: Random, hidden: Random) -> None:
        self.audience, self.dice, self.dark = audience, seen, hidden
        people = list(SEEN_IDS[: seen.choice((2, 4, 6, 6))])
        self.cast = Cast(people, hidden.sample(HIDDEN_IDS, hidden.randint(0, len(HIDDEN_IDS))))
        self.cast.me = seen.choice(("", people[0]))

    def sees(self, key_or_part: str) -> bool:
        """Tell what the audience sees, without asking the program."""
        return key_or_part in (*self.audience.fields, *self.audience.show)

    def files(self) -> dict[str, bytes]:
        """Return every file."""
        files = {"doorstep.toml": self.settings()}
        for person in self.cast.seen:
            files[self.place("contacts", person)] = self.contact(person)
        pairs = [(a, b) for a in self.cast.seen for b in self.cast.seen if a != b]
        for number in range(self.dice.randint(1, 5)):
            target, introducer = self.dice.choice(pairs)
            people = [target, introducer, self.dice.choice([*[""] * 15, *self.cast.seen])]
            files[self.place("intros", f"i{number}-{target}")] = self.intro(people)
        dark = _Vault.__new__(_Vault)
        dark.__dict__ |= {**self.__dict__, "dice": self.dark}
        files |= dark.unseen()
        return {path: text.encode() for path, text in files.items()}

    def unseen(self) -> dict[str, str]:
        """Return files of which the audience sees nothing; both dice are the hidden one here."""
        files = {}
        owner = self.dice.choice(["", *self.cast.hidden]) if not self.cast.me else ""
        for person in self.cast.hidden:
            text = self.contact(person, shown=False)
            own = text.replace("---\n", "---\nme: true\n", 1)
            files[self.place("contacts", person)] = own if person == owner else text
        everybody = [*self.cast.seen, *self.cast.hidden]
        for number in range(self.dice.randint(0, 4)):
            people = self.dice.sample(everybody, 2)
            shown = bool({*people} & {*self.cast.hidden}) and self.dice.random() < 0.5
            people += [self.dice.choice(["", *everybody])]
            files[self.place("intros", f"h{number}-{people[0]}")] = self.intro(people, shown=shown)
        if self.dice.random() < 0.3:
            twin = self.contact(self.dice.choice(self.cast.seen), shown=False)
            files[f"contacts/zz/{self.dice.choice(self.cast.seen)}.md"] = twin
        if self.dice.random() < 0.3:
            files["contacts/broken.md"] = "---\nname: [\n"
        return files

    def place(self, kind: str, name: str) -> str:
        """Return where a file lies: which folder is nobody else's business."""
        folder = self.dark.choice(("", "", "friends/", "a/b/", "Zürich/"))
        return f"{kind}/{folder}{name}.md"

    def contact(self, person: str, *, shown: bool = True) -> str:
        """Return a contact's file."""
        keys = self.scalars(CONTACT_KEYS)
        keys.setdefault("name", f"name: {self.dice.choice(NAMES)}")
        if not (shown and self.sees("name")):
            keys["name"] = f"name: {self.dark.choice((*NAMES, *TWO_NAMES))}"
        others = [one for one in self.cast.seen if one != person]
        keys["knows"] = self.people("knows", others, " 3 ")
        keys["standing"] = self.people("standing", others, " 0.8")
        keys["strangers"] = self.people("strangers", others, "")
        keys["groups"] = self.groups()
        by = [*self.dice.sample(others, min(1, len(others)))] or [""]
        from_others = not self.sees("introduced_by") or self.dice.random() < 0.5
        by = [self.dark.choice(["", *self.cast.hidden, "nobody"])] if from_others else by
        keys["introduced_by"] = f"introduced_by: {by[0]}" if by[0] else ""
        if person == self.cast.me and shown:
            keys["me"] = "me: true"
        return self.text(keys, self.contact_log(), shown=shown)

    def intro(self, people: list[str], *, shown: bool = True) -> str:
        """Return an introduction's file."""
        keys = self.scalars(INTRO_KEYS)
        named = zip(("target", "introducer", "requester"), people, strict=True)
        keys |= {key: f"{key}: {person}" for key, person in named if person}
        dice = self.dice if self.sees("log") else self.dark
        return self.text(keys, write_log(dice, _story(dice)), shown=shown)

    def scalars(self, known: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
        """Return some keys, each told by the dice it belongs to."""
        keys = {}
        for key, values in known.items():
            dice = self.dice if self.sees(key) else self.dark
            if dice.random() < 0.5:
                keys[key] = f"{key}: {dice.choice(values)}{self.slot(key, dice)}"
        return keys

    def slot(self, key: str, dice: Random) -> str:
        """Sometimes let a text go on with a link that the audience cannot follow."""
        if key not in {"goal", "why", "role", "hobby"} or dice.random() < 0.7:
            return ""
        return " with" + self.lost_link()

    def lost_link(self, forms: tuple[str, ...] = LOST) -> str:
        """Return a link in a sentence that leads to nothing visible, whatever it is."""
        who = self.dark.choice([*self.cast.hidden, "nobody", "h0-tara"])
        return " " + self.dark.choice(forms).format(who, self.dark.choice(NAMES))

    def said(self, dice: Random) -> str:
        """Return what a dated line says, sometimes of somebody the audience cannot follow to."""
        words = dice.choice(WORDS)
        return words + self.lost_link() if dice.random() < 0.3 else words

    def people(self, key: str, others: list[str], tail: str) -> str:
        """Return a list of people: visible ones first to last, hidden ones in between."""
        dice = self.dice if self.sees(key) else self.dark
        lines = [one + tail.rstrip() for one in others if dice.random() < 0.6]
        if key == "knows" and dice.random() < 0.3:
            lines.append(dice.choice(TWO_WORDS))
        for one in [*self.cast.hidden, "nobody"]:
            if self.dark.random() < 0.3:
                lines.insert(self.dark.randint(0, len(lines)), one + tail.rstrip())
        return f"{key}: [{', '.join(lines)}]" if lines else ""

    def groups(self) -> str:
        """Return memberships, those of sensitive kinds told by the hidden dice."""
        dice = self.dice if self.sees("groups") else self.dark
        lines = [
            f"{kind}/{dice.choice('ab')} {dice.choice(('2009-2012', '2019-', ''))}"
            for kind in KINDS
            if dice.random() < 0.4
        ]
        for kind in SENSITIVE:
            if self.dark.random() < 0.3:
                lines.insert(self.dark.randint(0, len(lines)), f"{kind}/x 2001-")
        return f"groups: [{', '.join(lines)}]" if lines else ""

    def contact_log(self) -> list[str]:
        """Return a contact's log."""
        dice = self.dice if self.sees("log") else self.dark
        days = [
            TODAY - timedelta(days=dice.choice((1, 20, 90, 400)))
            for _ in range(dice.choice((0, 2)))
        ]
        return ["## Log", "", *(f"- {day} call: {self.said(dice)}" for day in days)]

    def text(self, keys: dict[str, str], log: list[str], *, shown: bool) -> str:
        """Put a file together; where the withheld keys stand is told by the hidden dice."""
        lines = [line for key, line in keys.items() if line and self.sees(key)]
        for key, line in keys.items():
            if line and not self.sees(key):
                lines.insert(self.dark.randint(0, len(lines)), line)
        names = [*self.dark.sample(("board", "private"), self.dark.randint(0, 2))]
        draft = False
        if shown:
            names.insert(self.dark.randint(0, len(names)), "team")
        elif self.dark.random() < 0.2:
            names, draft = ["team"], True
        lines.insert(0, f"visibility: [{', '.join(names)}]" if names else "visibility: private")
        lines += ["draft: true"] if draft else []
        dice = self.dice if self.sees("body") else self.dark
        lost = self.lost_link(LOST + LOST_PATHS)
        body = [f"%% {self.dark.choice(NAMES)} %%", dice.choice(WORDS) + lost]
        return "\n".join(["---", *lines, "---", "", *body, "", *log, ""])

    def settings(self) -> str:
        """Return settings: the audience, another one, and what shows only to the owner."""
        dark, audience = self.dark, self.audience
        tables = [
            f'title = "{self.dice.choice(("My doors", "Doors"))}"',
            f'timezone = "{dark.choice(("Europe/Oslo", "Asia/Tokyo"))}"',
            *(
                "[audiences.team]",
                f"show = {list(audience.show)}",
                f"fields = {list(audience.fields)}",
            ),
            *("[audiences.board]", f"show = {dark.choice(([], ['contacts']))}"),
            *("[kinds.recovery]", "knows = 1", "sensitive = true"),
            *("[kinds.club]", f"knows = {dark.choice((1, 2))}"),
            *('[groups."faith/x"]', f'name = "{dark.choice(NAMES)}"'),
            "[checks]",
            *(f'{check.id} = "off"' for check in CHECKS),
        ]
        score = self.dice if self.sees("suggestions") else dark
        stall = self.dice if self.sees("log") else dark
        tables += ["[score]", f"base_reopen = {score.choice((0.25, 0.4))}"]
        tables += ["[stall.waiting]", f'stalled = "{stall.choice((7, 14, 30))}d"']
        tables += ["[calendar]", f"holidays = [{stall.choice(('', '2026-11-02, 2026-11-20'))}]"]
        tables += ["[ask]", f"open = {score.choice((1, 2))}"]
        tables += ["[feeds]", f"calendar = {dark.choice(('true', 'false'))}"]
        return "\n".join(tables) + "\n"


def _story(dice: Random) -> list[Line]:
    """Return what happened on an introduction: anything, or one that went quiet."""
    return history(dice, TODAY) if dice.random() < 0.4 else campaign(dice, TODAY)[-1]
