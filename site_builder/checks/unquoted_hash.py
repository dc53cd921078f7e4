"""Text after a blank and # is not read, because YAML takes it as a comment."""

from site_builder.checks.places import line_at
from site_builder.checks.rule import WARNING, Words, fault_rule
from site_builder.checks.wording import quoted
from site_builder.model.document import Document, Fault


@fault_rule("unquoted-hash", WARNING)
def check(document: Document, fault: Fault) -> Words:
    """Report each value that ends before a `#` without a blank after it."""
    ends = "is empty" if fault.wanted.startswith("empty") else "ends here"
    return (
        f'the value of "{fault.key}" {ends}: YAML takes {quoted(fault.found)} as a comment',
        _cure(document, fault),
    )


def _cure(document: Document, fault: Fault) -> str:
    lead = "-" if fault.wanted.endswith("item") else f"{fault.key}:"
    if fault.key == "tags":
        tags = [tag for tag in fault.found.replace("#", " ").replace(",", " ").split() if tag]
        alone = len(tags) == 1 and lead == "-"
        if fault.wanted.startswith("empty"):
            return f"type {lead} {tags[0]}" if alone else f"type tags: [{', '.join(tags)}]"
        return "type each tag without its #, as in tags: [platform, nordics]"
    line = line_at(document, fault.span.line)
    value = line.partition(lead)[2].strip()
    if not value or '"' in value or "\\" in value:
        return "put the whole value in quotes, or a blank after the # of a comment"
    return f'type {lead} "{value}", or a blank after the # of a comment'
