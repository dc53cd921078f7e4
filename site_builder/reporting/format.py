"""The output formats by the name that `--format` gives them."""

from collections.abc import Callable, Mapping

from site_builder.reporting.concise import concise
from site_builder.reporting.envelope import envelope
from site_builder.reporting.github import github
from site_builder.reporting.gitlab import gitlab
from site_builder.reporting.report import Report
from site_builder.reporting.sarif import sarif
from site_builder.reporting.text import text

FORMATS: Mapping[str, Callable[[Report], str]] = {
    "text": text,
    "concise": concise,
    "json": envelope,
    "github": github,
    "gitlab": gitlab,
    "sarif": sarif,
}
