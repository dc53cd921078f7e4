"""A key that nothing reads is told with its table; one of the whole file with its place."""

import pytest

from site_builder.parsing.settings_read import read_settings
from site_builder.source import Source

ABOVE = 'write "{}" above the first [table] of the file'


@pytest.mark.parametrize(
    ("text", "message", "cure"),
    [
        ("titel = 3", 'unknown setting "titel"', 'did you mean "title"?'),
        (
            '[groups."team/x"]\nsise = 3',
            'unknown setting "sise" in [groups."team/x"]',
            'did you mean "size"?',
        ),
        (
            '[groups."team/x"]\ntitle = "Mine"',
            'unknown setting "title" in [groups."team/x"]',
            ABOVE.format("title"),
        ),
        (
            '[stall.waiting]\nnudge = "4w"\ntimezon = "UTC"',
            'unknown setting "timezon" in [stall.waiting]',
            ABOVE.format("timezone"),
        ),
        (
            "[audiences.team]\ncolour = 1",
            'unknown setting "colour" in [audiences.team]',
            "known are: show, fields",
        ),
    ],
)
def test_an_unknown_key_is_told_with_its_table(text: str, message: str, cure: str) -> None:
    (found,) = read_settings(Source("doorstep.toml", f"{text}\n".encode()))[1]
    assert (found.message, found.help) == (message, cure)
    assert found.span.line == text.count("\n") + 1
