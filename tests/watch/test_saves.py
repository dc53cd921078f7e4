"""However a file is saved, moved or checked out: one rebuild, the bytes of a clean build."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.editing.log_event import log_event
from site_builder.editing.new_file import make_file
from site_builder.editing.proof import NewEvent
from tests.support.commands import write
from tests.watch.watched import DAY, Watched

TARA, INTRO = "contacts/tara.md", "intros/tara-via-sam.md"
NEW = "---\nname: Tara Lindqvist\norg: Brightwork\n---\n\nA longer note.\n"

Save = Callable[[Path], None]


def in_place(root: Path) -> None:
    (root / TARA).write_text(NEW)


def appended(root: Path) -> None:
    with (root / TARA).open("a") as file:
        file.write("One more line.\n")


def in_two_writes(root: Path) -> None:
    with (root / TARA).open("w") as file:
        file.write(NEW[:20])
        file.flush()
        file.write(NEW[20:])


def atomically(root: Path) -> None:
    fresh = root / "contacts" / "tara.md.tmp.1234"
    fresh.write_text(NEW)
    fresh.replace(root / TARA)


def atomically_from_outside(root: Path) -> None:
    fresh = root.parent / "draft-of-tara"
    fresh.write_text(NEW)
    fresh.replace(root / TARA)


def vim(root: Path) -> None:
    """`backupcopy=no`: probe, swap file, the old one moved away, a new one in its place."""
    folder, file = root / "contacts", root / TARA
    swap = folder / ".tara.md.swp"
    swap.write_bytes(b"b0VIM")
    (folder / "4913").touch()
    (folder / "4913").unlink()
    file.rename(folder / "tara.md~")
    file.write_text(NEW)
    file.chmod(0o644)
    (folder / "tara.md~").unlink()
    swap.unlink()


def emacs(root: Path) -> None:
    """Lock with a link to nothing, keep an auto-save file and a backup, write a new file."""
    folder, file = root / "contacts", root / TARA
    lock = folder / ".#tara.md"
    lock.symlink_to("me@host.4711:1760000000")
    (folder / "#tara.md#").write_text(NEW)
    file.rename(folder / "tara.md~")
    file.write_text(NEW)
    (folder / "#tara.md#").unlink()
    lock.unlink()


def vs_code(root: Path) -> None:
    """Empty the file, write it in place, and see that the disk has it."""
    with (root / TARA).open("r+") as file:
        file.truncate()
        file.flush()
        file.write(NEW)
        file.flush()
        os.fsync(file.fileno())


def gnome(root: Path) -> None:
    """Write a hidden file, keep a backup by another name, rename."""
    fresh = root / "contacts" / ".goutputstream-X1Y2Z3"
    fresh.write_text(NEW)
    (root / "contacts" / "tara.md~").hardlink_to(root / TARA)
    fresh.rename(root / TARA)


def sed(root: Path) -> None:
    subprocess.run(["sed", "-i", "s/A note/Another note/", root / TARA], check=True)


def another_process(root: Path) -> None:
    code = "import sys; open(sys.argv[1], 'w').write(sys.argv[2])"
    subprocess.run([sys.executable, "-c", code, root / TARA, NEW], check=True)


def new_file(root: Path) -> None:
    (root / "contacts" / "ben.md").write_text("---\nname: Ben Ito\n---\n")


def removed(root: Path) -> None:
    (root / "intros" / "tara-via-sam.md").unlink()


def renamed(root: Path) -> None:
    intros = root / "intros"
    (intros / "tara-via-sam.md").rename(intros / "tara-and-sam.md")


def in_a_new_folder(root: Path) -> None:
    write(root, {"contacts/friends/team/ben.md": "---\nname: Ben Ito\n---\n"})


def folder_moved_in(root: Path) -> None:
    write(root.parent, {"away/ben.md": "---\nname: Ben Ito\n---\n", "away/b/ada.md": NEW})
    (root.parent / "away").rename(root / "contacts" / "away")


def settings(root: Path) -> None:
    (root / "doorstep.toml").write_text('title = "Mine"\n')


def template(root: Path) -> None:
    write(root, {"templates/drafts/nudge.md": "Subject: Hello\n\nAny news?\n"})


def theme(root: Path) -> None:
    write(
        root,
        {
            "themes/mine/theme.toml": 'name = "Mine"\nextends = "default"\n',
            "themes/mine/static/css/tokens.css": ":root { --gap: 20px; }\n",
            "doorstep.toml": 'theme = "mine"\n',
        },
    )


def logged(root: Path) -> None:
    log_event(root, INTRO, NewEvent(DAY, "replied"), now=0, tell=str)


def made(root: Path) -> None:
    make_file(root, "contacts/ben.md", b"---\nname: Ben\n---\n", now=0, tell=str)


SAVES = (
    *(in_place, appended, in_two_writes, atomically, atomically_from_outside, vim, emacs),
    *(vs_code, gnome, sed, another_process, new_file, removed, renamed),
    *(in_a_new_folder, folder_moved_in, settings, template, theme, logged, made),
)


@pytest.mark.parametrize("save", SAVES, ids=lambda save: save.__name__)
def test_a_save_is_one_rebuild(save: Save, watched: Watched) -> None:
    before = watched.attempts[-1]
    assert watched.once(lambda: save(watched.root))
    after = watched.attempts[-1]
    assert after.inputs != before.inputs or after.look != before.look
    assert watched.is_clean()


def test_a_folder_that_leaves_takes_its_people_along(watched: Watched) -> None:
    watched.after(lambda: folder_moved_in(watched.root))
    away = watched.root / "contacts" / "away"
    assert watched.once(lambda: away.rename(watched.root.parent / "gone"))
    assert watched.is_clean()
    (watched.root.parent / "gone" / "ben.md").write_text("---\nname: Nobody Here\n---\n")
    built = watched.builds
    assert watched.calm() == built


def test_an_edit_below_a_renamed_folder_is_seen(watched: Watched) -> None:
    watched.after(lambda: folder_moved_in(watched.root))
    away, here = watched.root / "contacts" / "away", watched.root / "contacts" / "here"
    watched.after(lambda: away.rename(here))
    assert watched.once(lambda: (here / "ben.md").write_text("---\nname: Ben Two\n---\n"))
    assert watched.is_clean()


def test_a_whole_part_of_the_vault_may_go_and_come_back(watched: Watched) -> None:
    intros, away = watched.root / "intros", watched.root.parent / "intros"
    watched.after(lambda: intros.rename(away))
    assert watched.is_clean()
    watched.after(lambda: away.rename(intros))
    assert watched.is_clean()
    assert watched.once(lambda: removed(watched.root))
    assert watched.is_clean()


def quiet_touch(root: Path) -> None:
    os.utime(root / TARA)


def quiet_chmod(root: Path) -> None:
    (root / TARA).chmod(0o600)


def quiet_same_bytes(root: Path) -> None:
    data = (root / TARA).read_bytes()
    with (root / TARA).open("r+b") as file:  # never half of them
        file.write(data)


def quiet_backup(root: Path) -> None:
    shutil.copy(root / TARA, root / "contacts" / "tara.md~")


def quiet_swap_file(root: Path) -> None:
    (root / "contacts" / ".tara.md.swp").write_bytes(b"b0VIM")


def quiet_emacs_lock(root: Path) -> None:
    (root / "contacts" / ".#tara.md").symlink_to("me@host.4711:1760000000")


def quiet_output(root: Path) -> None:
    write(root, {"site/contacts/tara.md": NEW, ".doorstep/memo": "x", ".obsidian/a.md": NEW})


def quiet_other_file(root: Path) -> None:
    write(root, {"README.md": "Mine", "contacts/picture.png": "x"})


def quiet_reading(root: Path) -> None:
    for path in root.rglob("*.md"):
        path.exists() and path.read_bytes()


QUIET = (
    *(quiet_touch, quiet_chmod, quiet_same_bytes, quiet_backup, quiet_swap_file),
    *(quiet_emacs_lock, quiet_output, quiet_other_file, quiet_reading),
)


def test_what_changes_no_content_is_no_rebuild(watched: Watched) -> None:
    for action in QUIET:
        action(watched.root)
        assert watched.calm() == 1, action.__name__
    assert watched.is_clean()
    in_place(watched.root)  # the control: the watch is awake
    watched.wait_for(lambda: watched.builds == 2)
