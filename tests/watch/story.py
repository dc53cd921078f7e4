"""Random things that happen to a small vault, each with the names that file events would give."""

import random
import shutil
import subprocess
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from tests.support.commands import write
from tests.support.theme_files import THEMES
from tests.watch.watched import DAY, VAULT

NAMES = ("ada", "ben", "cleo", "dan", "eve")
SETTINGS = "doorstep.toml"
BRANCHES = ("few", "many")
DUMP = "{{ page.address }} {{ root }} {{ site }} {{ view }} "
"""A page in this theme is everything its template was given, and costs next to nothing."""
TEMPLATES = tuple(
    f"themes/dump/templates/{path.name}"
    for path in sorted((THEMES / "default" / "templates").iterdir())
)

Named = set[str]
"""Files that events name; of what is below a moved folder they name nothing."""


class Story:
    """A vault that changes; every step is one thing that a user does."""

    def __init__(self, root: Path, seed: int) -> None:
        """Begin with the small vault in a repository with two branches."""
        self.root = root
        self.day = DAY
        self._dice = random.Random(seed)  # noqa: S311 - seeded on purpose
        self._branch = 0
        write(root, {"themes/dump/theme.toml": 'name = "Dump"\n'})
        self.heal()
        self._make_branches()

    def step(self) -> Named:
        """Let something happen."""
        often: tuple[Callable[[], Named], ...] = (
            *(self._edit, self._edit, self._edit, self._log, self._log, self._remove, self._rename),
            *(self._shift, self._shift, self._break, self.heal, self.heal, self.heal),
            *(self._settings, self._template, self._words, self._midnight, self._checkout),
            *(self._edit_below, self._style),
        )
        seldom = (self._part, self._dress)
        return self._dice.choice(often if self._dice.random() < 0.98 else seldom)()

    def _write(self, files: dict[str, str]) -> Named:
        write(self.root, files)
        return set(files)

    def _git(self, *words: str) -> None:
        git = ["git", "-c", "user.name=a", "-c", "user.email=a@b.c", "-C", str(self.root)]
        subprocess.run([*git, *words], check=True, capture_output=True)

    def _make_branches(self) -> None:
        self._git("init", "-q", "-b", BRANCHES[0])
        for branch, people in zip(BRANCHES, (2, 12), strict=True):
            if branch != BRANCHES[0]:
                self._git("checkout", "-q", "-b", branch)
            for number in range(people):
                facts = f"name: Repo {branch} {number}\nknows: [tara {1 + number % 5}]\n"
                write(self.root, {f"contacts/repo/p{number}.md": f"---\n{facts}---\n"})
            self._git("add", "contacts/repo")
            self._git("commit", "-q", "-m", branch)
        self._git("checkout", "-q", BRANCHES[0])

    def _name(self) -> str:
        return self._dice.choice(NAMES)

    def _edit(self) -> Named:
        file, number = self._name(), self._dice.randint(1, 5)
        chance = self._dice.random()
        draft = "draft: true\n" if chance < 0.1 else ""
        tie = f"knows: [tara {number}]" if chance < 0.8 else "strangers: [tara]"
        facts = f"name: {file.title()} {number}\n{draft}{tie}\n"
        return self._write({f"contacts/{file}.md": f"---\n{facts}---\n\nNote {number}.\n"})

    def _log(self) -> Named:
        events = "".join(
            f"- {self.day - timedelta(days=days)} {word}\n"
            for word, days in (("asked", 60), ("introduced", 50), ("wrote", 50), ("nudged", 9))
            if self._dice.random() < 0.7
        )
        introducer = "sam" if self._dice.random() < 0.9 else self._name()
        facts = f"---\ntarget: tara\nintroducer: {introducer}\n---\n"
        name = f"intros/tara-via-{self._name()}.md"
        return self._write({name: f"{facts}\n## Log\n\n{events}"})

    def _remove(self) -> Named:
        path = f"{self._dice.choice(('contacts/', 'intros/tara-via-'))}{self._name()}.md"
        (self.root / path).unlink(missing_ok=True)
        return {path}

    def _rename(self) -> Named:
        old, new = (f"contacts/{self._name()}.md" for _ in range(2))
        if (self.root / old).exists():
            (self.root / old).rename(self.root / new)
        return {old, new}

    def _shift(self) -> Named:
        """Move a folder of people in or out, or make and remove one."""
        here, away = self.root / "contacts" / "friends", self.root / "away"
        if not here.exists() and not away.exists():
            write(here, {"fay.md": "---\nname: Fay\n---\n", "gus.md": "---\nname: Gus\n---\n"})
        elif here.exists() and away.exists():
            shutil.rmtree(away)
        elif here.exists():
            here.rename(away)
        else:
            away.rename(here)
        return set()

    def _edit_below(self) -> Named:
        """Edit where the folder is now, watched or not."""
        for folder in ("contacts/friends", "away"):
            if (self.root / folder).exists():
                number = self._dice.randint(1, 5)
                text = f"---\nname: Fay {number}\ncloseness: {number}\n---\n"
                return self._write({f"{folder}/fay.md": text})
        return set()

    def _part(self) -> Named:
        """Move a whole part of the vault away, or back."""
        here, away = self.root / "intros", self.root / "intros-away"
        if away.exists():
            shutil.rmtree(here, ignore_errors=True)
            away.rename(here)
        elif here.exists():
            here.rename(away)
        return set()

    def _checkout(self) -> Named:
        self._branch = 1 - self._branch
        self._git("checkout", "-q", "-f", BRANCHES[self._branch])
        return {f"contacts/repo/p{number}.md" for number in range(12)}

    def _break(self) -> Named:
        wrong = ("closeness: 77", "knows: [nobody 3]", "name: *x", "tags: [")
        return self._write({"contacts/sam.md": f"---\nname: S\n{self._dice.choice(wrong)}\n---\n"})

    def heal(self) -> Named:
        """Mend what was broken."""
        pages = dict.fromkeys(TEMPLATES, DUMP)
        return self._write({**VAULT, **pages, SETTINGS: 'theme = "dump"\n'})

    def _settings(self) -> Named:
        title = self._dice.choice(['title = "One"\n', 'title = "Two"\n', "", "titel = 3\n"])
        return self._write({SETTINGS: f'{title}theme = "dump"\n'})

    def _template(self) -> Named:
        """Change a template, now and then to one that fails."""
        end = self._dice.choice(("a", "b", "c", "{% if %}"))
        return self._write({self._dice.choice(TEMPLATES): DUMP + end})

    def _style(self) -> Named:
        css = f":root {{ --gap: {self._dice.randint(1, 3)}px; }}\n"
        return self._write({"themes/dump/static/css/tokens.css": css})

    def _dress(self) -> Named:
        """Choose another theme until the settings are written anew."""
        return self._write({SETTINGS: f'theme = "{self._dice.choice(("plain", "none"))}"\n'})

    def _words(self) -> Named:
        subject = f"Subject: {self._name()}\n\nAny news?\n"
        return self._write({"templates/drafts/nudge.md": subject})

    def _midnight(self) -> Named:
        self.day += timedelta(days=1)
        return set()
