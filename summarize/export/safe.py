"""Article text that cannot act on the terminal or page that shows it."""

from __future__ import annotations

import re

_SPACE = re.compile(r"[\s\x1c-\x1f\x85\u2028\u2029]+")
_INVISIBLE = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\U000e0000-\U000e007f]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufff9-\ufffb]")
_ELLIPSIS = "…"


def _visible(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:  # noqa: PLR2004
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"  # noqa: PLR2004


def one_line(text: str, limit: int | None = None) -> str:
    """The text on one line, with nothing in it that a terminal obeys.

    White space becomes single spaces; control characters become their Unicode pictures ("␛" for
    ESC); marks that reorder or hide text (bidirectional controls, tags) are left out.

    Args:
        text: Any text.
        limit: Longest result in characters; cut at a word with "…".
    """
    shown = _CONTROL.sub(_visible, _INVISIBLE.sub("", _SPACE.sub(" ", text))).strip()
    if limit is None or len(shown) <= limit:
        return shown
    cut = shown[: limit - 1]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;:–—-") + _ELLIPSIS
