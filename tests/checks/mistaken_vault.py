"""A vault into which mistakes are made, each in a block of its own."""

from .clean_vault import BLOCK, clean_vault, contact_path, intro_path, person
from .mistakes import HERE, Mistake

Place = tuple[str, str, int, int]
"""Check, path, line, column."""


def small_vault() -> dict[str, str]:
    """Return the first block and the owner."""
    names = {contact_path(number) for number in range(BLOCK)}
    names |= {intro_path(number) for number in range(BLOCK // 2)} | {"contacts/ana-silva.md"}
    return {path: text for path, text in clean_vault().items() if path in names}


def made(vault: dict[str, str], mistake: Mistake, block: int) -> Place:
    """Make the mistake in its block and return where it must be found."""
    touched = [path_of(mistake.unreadable, block)] if mistake.unreadable else []
    for file, old, new in mistake.edits:
        path, typed = path_of(file, block), _named(old, block)
        assert vault[path].count(typed) == 1, (mistake.id, path, typed)
        vault[path] = vault[path].replace(typed, _named(new, block))
        touched.append(path)
    for path, text in mistake.files.items():
        vault[_named(path, block)] = _named(text, block)
        touched.append(_named(path, block))
    for path in touched:
        before, sign, after = vault[path].partition(HERE)
        if sign or mistake.unreadable:
            vault[path] = before + after if sign else before
            lines = before.split("\n") if sign else [""]
            return mistake.id, path, len(lines), len(lines[-1]) + 1
    raise AssertionError(mistake)


def path_of(file: str, block: int) -> str:
    """Return the path of a file of a block; `contact 3` is its fourth person."""
    kind, _, number = file.partition(" ")
    if not kind:
        return ""
    if kind == "contact":
        return contact_path(block * BLOCK + int(number))
    return intro_path(block * BLOCK // 2 + int(number))


def _named(text: str, block: int) -> str:
    """Put the block's ids in the place of `@0` to `@9` and its numbers in that of `#0` to `#9`."""
    for place in range(BLOCK):
        number = block * BLOCK + place
        text = text.replace(f"@{place}", person(number)).replace(f"#{place}", f"{number:04}")
    return text
