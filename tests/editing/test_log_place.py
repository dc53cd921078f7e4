"""A new line stands beside the others, as they are written, and nothing else changes."""

from pathlib import Path

import pytest

from site_builder.editing.edit_errors import EditRefusedError, Refusal
from tests.editing.notes import HEAD, LOG, NUDGED, PATH, ROW, log, vault

PLAIN = f"{HEAD}\n## Log\n\n"
LAYOUTS = {
    "below the last row": (LOG, f"{LOG}- {ROW}\n"),
    "no end of the last line": (LOG[:-1], f"{LOG}- {ROW}"),
    "windows": (LOG.replace("\n", "\r\n"), f"{LOG}- {ROW}\n".replace("\n", "\r\n")),
    "windows, no end of the last line": (
        LOG[:-1].replace("\n", "\r\n"),
        f"{LOG}- {ROW}".replace("\n", "\r\n"),
    ),
    "mixed ends: as the line above": (
        f"{LOG}- 2026-09-03 opted-in\r\n\nEnd.\n",
        f"{LOG}- 2026-09-03 opted-in\r\n- {ROW}\r\n\nEnd.\n",
    ),
    "the file's own bullet and indentation": (
        f"{PLAIN}  *\t2026-09-01 asked\n",
        f"{PLAIN}  *\t2026-09-01 asked\n  *\t{ROW}\n",
    ),
    "more text indented below a row": (
        f"{PLAIN}- 2026-09-01 asked\n  over lunch,\n\n  at length\n\nNotes.\n",
        f"{PLAIN}- 2026-09-01 asked\n  over lunch,\n\n  at length\n- {ROW}\n\nNotes.\n",
    ),
    "a list below a row": (
        f"{PLAIN}- 2026-09-01 asked\n  - once\n\t- twice\n\n\n- milk\n",
        f"{PLAIN}- 2026-09-01 asked\n  - once\n\t- twice\n- {ROW}\n\n\n- milk\n",
    ),
    "text right below a row, which Markdown takes for its own": (
        f"{PLAIN}- 2026-09-01 asked\nover lunch\nby the sea\n\nNotes.\n",
        f"{PLAIN}- 2026-09-01 asked\nover lunch\nby the sea\n- {ROW}\n\nNotes.\n",
    ),
    "prose and comments among rows": (
        (
            f"{PLAIN}Begun in autumn.\n\n- 2026-09-01 asked\n\nLater.\n<!-- - DATE EVENT -->\n"
            "- 2026-09-09 agreed\n%% - 2026-09-10 %%\n\nMore.\n"
        ),
        (
            f"{PLAIN}Begun in autumn.\n\n- 2026-09-01 asked\n\nLater.\n<!-- - DATE EVENT -->\n"
            f"- 2026-09-09 agreed\n- {ROW}\n%% - 2026-09-10 %%\n\nMore.\n"
        ),
    ),
    "a log in the middle of the file": (
        f"{LOG}\n## Plans\n\n- call her\n\n# Other\n",
        f"{LOG}- {ROW}\n\n## Plans\n\n- call her\n\n# Other\n",
    ),
    "rows in two sections": (
        f"{LOG}\n## Other\n\n## Log\n\n* 2026-09-04 introduced\n",
        f"{LOG}\n## Other\n\n## Log\n\n* 2026-09-04 introduced\n* {ROW}\n",
    ),
    "code that shows a log": (
        f"{HEAD}\n```md\n## Log\n\n- 2026-01-01 asked\n```\n\n## Log\n\n- 2026-09-01 asked\n",
        (
            f"{HEAD}\n```md\n## Log\n\n- 2026-01-01 asked\n```\n\n## Log\n\n- 2026-09-01 asked\n"
            f"- {ROW}\n"
        ),
    ),
    "code that shows a log, and no log": (
        f"{HEAD}\n```md\n## Log\n\n- 2026-01-01 asked\n```\n",
        f"{HEAD}\n```md\n## Log\n\n- 2026-01-01 asked\n```\n\n## Log\n\n- {ROW}\n",
    ),
    "newest first": (
        f"{PLAIN}- 2026-09-09 agreed\n  at once\n- 2026-09-01 asked\n",
        f"{PLAIN}- {ROW}\n- 2026-09-09 agreed\n  at once\n- 2026-09-01 asked\n",
    ),
    "newest first, and the same day again: later in the file is later in the day": (
        f"{PLAIN}- 2026-11-22 replied\n  at last\n- 2026-09-01 asked\n",
        f"{PLAIN}- 2026-11-22 replied\n  at last\n- {ROW}\n- 2026-09-01 asked\n",
    ),
    "all on one day is not newest first": (
        f"{PLAIN}- 2026-09-01 asked\n- 2026-09-01 agreed\n",
        f"{PLAIN}- 2026-09-01 asked\n- 2026-09-01 agreed\n- {ROW}\n",
    ),
    "newest first, a day between": (
        f"{PLAIN}- 2026-12-01 replied\n- 2026-11-24 wrote\n  soon\n- 2026-09-01 asked\n",
        f"{PLAIN}- 2026-12-01 replied\n- 2026-11-24 wrote\n  soon\n- {ROW}\n- 2026-09-01 asked\n",
    ),
    "oldest first, and a day between": (
        f"{PLAIN}- 2026-09-01 asked\n  at last\n- 2026-11-24 agreed\n",
        f"{PLAIN}- 2026-09-01 asked\n  at last\n- {ROW}\n- 2026-11-24 agreed\n",
    ),
    "oldest first, and a day before": (
        f"{PLAIN}+ 2026-11-24 agreed\n",
        f"{PLAIN}+ {ROW}\n+ 2026-11-24 agreed\n",
    ),
    "no order at all": (
        f"{PLAIN}- 2026-09-09 agreed\n- 2026-09-01 asked\n- 2026-09-05 reminded\n",
        f"{PLAIN}- 2026-09-09 agreed\n- 2026-09-01 asked\n- 2026-09-05 reminded\n- {ROW}\n",
    ),
    "a row with a mistake": (
        f"{PLAIN}- 2026-09-01 askd\n",
        f"{PLAIN}- 2026-09-01 askd\n- {ROW}\n",
    ),
    "no log": (HEAD, f"{HEAD}\n## Log\n\n- {ROW}\n"),
    "no log, and notes": (f"{HEAD}\nNotes.\n", f"{HEAD}\nNotes.\n\n## Log\n\n- {ROW}\n"),
    "no log, an empty last line": (f"{HEAD}\nA.\n\n", f"{HEAD}\nA.\n\n## Log\n\n- {ROW}\n"),
    "no log, no end of the last line": (HEAD[:-1], f"{HEAD}\n## Log\n\n- {ROW}"),
    "no log, windows": (
        HEAD.replace("\n", "\r\n"),
        f"{HEAD}\n## Log\n\n- {ROW}\n".replace("\n", "\r\n"),
    ),
    "an empty log": (f"{HEAD}\n## Log\n", f"{HEAD}\n## Log\n\n- {ROW}\n"),
    "an empty log, no end of its line": (f"{HEAD}\n## Log", f"{HEAD}\n## Log\n\n- {ROW}"),
    "an empty log with an empty line": (PLAIN, f"{PLAIN}- {ROW}\n"),
    "an empty log before another section": (
        f"{HEAD}\n## Log ##\n## Plans\n",
        f"{HEAD}\n## Log ##\n\n- {ROW}\n\n## Plans\n",
    ),
    "a log of prose": (f"{PLAIN}Soon.\n", f"{PLAIN}- {ROW}\n\nSoon.\n"),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_line_goes_where_its_author_would_write_it(tmp_path: Path, name: str) -> None:
    before, after = LAYOUTS[name]
    place = vault(tmp_path, before)
    done = log(tmp_path)
    assert place.read_bytes().decode() == after
    assert after.split("\n")[done.line - 1].strip() == done.text
    assert done.text.endswith(ROW)


REFUSED: dict[str, tuple[str | bytes, Refusal]] = {
    "code without an end": (f"{HEAD}\n```\nx\n", Refusal.UNPROVED),
    "a comment without an end": (f"{HEAD}\n<!-- x\n", Refusal.UNPROVED),
    "a comment that begins in the last row": (
        f"{PLAIN}- 2026-09-01 asked <!--\n\nx -->\n",
        Refusal.UNPROVED,
    ),
    "a heading that is almost the log's": (
        f"{HEAD}\n# Log\n\n- 2026-09-01 asked\n",
        Refusal.STRAY_HEADING,
    ),
    "a byte order mark": (f"\ufeff{LOG}", Refusal.UNREADABLE),
    "a conflict": (f"{LOG}<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n", Refusal.CONFLICT),
    "front matter that cannot be read": ("---\na: [\n---\n", Refusal.UNREADABLE),
    "no front matter": ("Notes.\n", Refusal.UNREADABLE),
    "nothing": ("", Refusal.UNREADABLE),
    "latin-1": (LOG.encode() + b"caf\xe9\n", Refusal.NOT_UTF8),
    "utf-16": (LOG.encode("utf-16"), Refusal.NOT_UTF8),
    "a control character": (f"{LOG}\x07\n", Refusal.UNREADABLE),
    "more than a note may hold": (LOG + "x" * 1024 * 1024, Refusal.TOO_LARGE),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_shown_to_come_out_right_is_refused(tmp_path: Path, name: str) -> None:
    before, refusal = REFUSED[name]
    place = vault(tmp_path, before)
    stood = place.read_bytes()
    with pytest.raises(EditRefusedError, match="to add it by hand, put this line") as refused:
        log(tmp_path)
    assert refused.value.refusal is refusal
    assert f"{PATH} was left as it is: {refusal}" in str(refused.value)
    assert str(refused.value).endswith(f"- {NUDGED.row}")
    assert place.read_bytes() == stood
    assert list((tmp_path / ".doorstep" / "replaced").iterdir()) == []
