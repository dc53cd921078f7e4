"""The Markdown parser and what we add to it: raw HTML off, slots where links to other files go."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from html import escape

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from mdit_py_plugins.gfm import gfm_plugin

from site_builder.markup.callouts import callout_rule
from site_builder.markup.comments import strip_comments
from site_builder.markup.heard import aligned_rule, corner_rule, heading_rule, wordless_link_rule
from site_builder.markup.link_places import links_of
from site_builder.markup.links import add_rules, is_allowed, protect_pipes, vault_link_rule
from site_builder.markup.spare import spare_rule
from site_builder.model.prose import Prose

SLOT = re.compile("\x00")


def render_markdown(text: str, first_line: int = 1) -> Prose:
    """Return the prose of a Markdown text whose first line is line `first_line` of its file."""
    source = strip_comments(text)
    tokens = _parser().parse(protect_pipes(source.text))
    html = str(_parser().renderer.render(tokens, _parser().options, {}))
    return Prose(
        pieces=tuple(SLOT.split(html)),
        links=tuple(links_of(tokens, source, first_line)),
        tags=tuple(dict.fromkeys(c.content for c in _children(tokens) if c.type == "tag")),
    )


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("js-default", {"html": False, "typographer": False})
    parser.use(gfm_plugin)
    parser.options["alerts"] = False
    parser.validateLink = is_allowed  # type: ignore[method-assign] # the library's own extension point
    add_rules(parser)
    parser.core.ruler.before("inline", "callout", callout_rule)
    parser.core.ruler.before("inline", "spare", spare_rule)
    parser.core.ruler.push("vault_link", vault_link_rule)
    for rule in (heading_rule, corner_rule, aligned_rule, wordless_link_rule):
        parser.core.ruler.push(rule.__name__, rule)
    parser.core.ruler.push("linked_tags", _find_linked_tags)
    for name in ("slot", "tag", "callout_open", "link_open", "list_item_open"):
        parser.add_render_rule(name, globals()[f"_{name}"])
    return parser


def _children(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield from token.children or ()


def _slot(*_: object) -> str:
    return "\x00"


def _find_linked_tags(state: StateCore) -> None:
    """Tell the tags inside a link, where no second link may stand, in one walk over all."""
    inside = 0
    for token in _children(state.tokens):
        if token.type.startswith("link_"):
            inside += token.nesting
        elif token.type == "tag":
            token.meta["linked"] = inside > 0


def _tag(_: RendererHTML, tokens: Sequence[Token], index: int, *__: object) -> str:
    tag = f"#{escape(tokens[index].content)}"
    return tag if tokens[index].meta["linked"] else f'<span class="tag">{tag}</span>'


def _callout_open(renderer: RendererHTML, tokens: Sequence[Token], index: int, *_: object) -> str:
    token = tokens[index]
    title = escape(token.meta["title"])
    opening = f"<{token.tag}{renderer.renderAttrs(token)}>"
    if token.tag == "details":
        return f"{opening}<summary>{title}</summary>\n"
    return f'{opening}<p class="callout-title">{title}</p>\n'


def _link_open(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    tokens[index].attrSet("rel", "noreferrer noopener")
    return renderer.renderToken(tokens, index, options, env)


def _list_item_open(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    """Give the box of a task a name, for those who hear the page."""
    opening = RendererHTML.list_item_open(renderer, tokens, index, options, env)
    name = "done" if tokens[index].meta.get("checked") else "to do"
    return opening.replace("<input", f'<input aria-label="{name}"', 1)
