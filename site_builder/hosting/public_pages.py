"""Finds workflows of a repository that publish to GitHub Pages, which is public on ordinary plans.

The site of a private repository is open to the world, too, unless the organisation pays for
Enterprise Cloud and has closed it.
"""

import re
from collections.abc import Iterable, Iterator

from site_builder.diagnostics import Diagnostic, Severity
from site_builder.source import Source, Span

ID = "public-pages"
LEVEL = Severity.WARNING
FOLDER = ".github/workflows"
DEPLOYS = re.compile(
    r"""(?ix)
    actions/(?:deploy-pages|upload-pages-artifact)
    | [\w.-]+/(?:[\w.-]*gh-pages[\w.-]*|github-pages-deploy-action|ghaction-github-pages)
    | \b(?:gh-pages|ghp-import|gh-deploy)\b
    """
)
"""The actions and commands that put files on GitHub Pages."""


def is_workflow(name: str) -> bool:
    """Tell whether GitHub would run a file of this name."""
    return name.endswith((".yml", ".yaml"))


def find_public_pages(
    workflows: Iterable[Source], severity: Severity = LEVEL
) -> Iterator[Diagnostic]:
    """Yield one finding for each workflow that publishes, at its first line that does."""
    for workflow in workflows:
        text = workflow.data.decode("utf-8", "replace")
        for number, line in enumerate(text.splitlines(), 1):
            if not (found := DEPLOYS.search(line.partition(" #")[0])) or line.lstrip()[:1] == "#":
                continue
            yield Diagnostic(
                id=ID,
                severity=severity,
                message=f'"{found[0]}" publishes to GitHub Pages: anybody on the internet can '
                "read it, even from a private repository",
                path=workflow.path,
                span=Span(number, found.start() + 1, number, found.end() + 1),
                help="do not publish your site so; docs/hosting.md has better ways",
                excerpt=line,
            )
            break
