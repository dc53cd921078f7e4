r"""Makes text from files harmless to show: what a reader cannot see is written as `\u202e`."""

import re

HIDDEN = (
    "\x7f-\x9f\xad\u034f\u061c\u070f\u08e2\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufeff\uffa0\ufff0-\ufffb"
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""C1 controls, bidi and other format characters, zero-width ones, blank letters, tag characters."""
JOINING = (
    "\u0620-\u065f\u066e-\u06d3\u0750-\u077f\u0900-\u0963\u0980-\u0dff\u1000-\u109f\u1780-\u17b3"
    "\u17b6-\u17d3\u2600-\u27bf\u2640\u2642\ufe0f\U0001f300-\U0001faff"
)
"""Persian, scripts of India, Burma and Cambodia, pictures: a joiner between two is spelling."""
UNSAFE = re.compile(rf"(?!(?<=[{JOINING}])[\u200c\u200d](?=[{JOINING}]))[\x00-\x1f{HIDDEN}]")
UNSAFE_IN_JSON = re.compile(f"[{HIDDEN}]")
"""JSON escapes C0 controls by itself."""

ENDLESS = re.compile(r'"[^"\n]{300,}"|\S{300,}')
"""What nobody types on purpose, between quotes or without a blank."""
HEAD, TAIL = 80, 20


def visible(text: str) -> str:
    r"""Return the text with control, bidi and zero-width characters as `\u202e`, on one line."""
    return text if text.isascii() and text.isprintable() else UNSAFE.sub(_escaped, text)


def visible_lines(text: str) -> str:
    """Return the text made visible line by line; its line ends stay."""
    return "\n".join(map(visible, text.split("\n")))


def shortened(text: str) -> str:
    """Return the text with the middle left out of whatever in it is endless."""
    return ENDLESS.sub(lambda found: f"{found[0][:HEAD]}…{found[0][-TAIL:]}", text)


def visible_json(document: str) -> str:
    """Return a JSON document with the same characters escaped, which changes no value in it."""
    return document if document.isascii() else UNSAFE_IN_JSON.sub(_escaped_json, document)


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"  # noqa: PLR2004 - the BMP's end


def _escaped_json(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
