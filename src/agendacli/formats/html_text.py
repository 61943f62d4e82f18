"""The text of HTML, as people see it.

Cut at its tags by one pattern: Python's own parser takes minutes for some hostile kilobytes.
"""

import re
from functools import lru_cache
from html import unescape

_TAG = re.compile(r"(<[^<>]*>)")
_NAME = re.compile(r"<(/?)([a-z][a-z0-9]*)", re.IGNORECASE)
_BLOCKS = frozenset({"address", "blockquote", "br", "div", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "ol", "p", "pre"})
_LINES = _BLOCKS | {"table", "tr", "ul", "li"}
_UNSHOWN = frozenset({"head", "script", "style", "title"})
_COMMENT, _COMMENT_END = "<!--", "-->"
_MANY = re.compile(r"\n{3,}")


def text_of_html(html: str) -> str:
    """What people see of it: a line for each paragraph, row or item of a list, a blank one between paragraphs."""
    parts: list[str] = []
    until = ""
    for piece in _TAG.split(html):
        if not until and "<" not in piece:
            parts.append(_text(piece))
            continue
        shown = _behind(piece, until) if until else piece
        if shown is not None:
            text, until = _seen(shown)
            parts.append(text)
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return _MANY.sub("\n\n", "\n".join(lines)).strip()


def _behind(piece: str, until: str) -> str | None:
    """What of a piece stands behind the end of what is not seen; None where that does not end in it."""
    at = piece.lower().find(until)
    return None if at < 0 else piece[at + len(until) :] if until == _COMMENT_END else ""


def _text(piece: str) -> str:
    return (unescape(piece) if "&" in piece else piece).replace("\n", " ")


@lru_cache(maxsize=256)  # a page has few tags, many times
def _seen(piece: str) -> tuple[str, str]:
    """What is seen of a tag or of the text between two, and the end of what is not seen behind it, if anything."""
    shown, comment, rest = piece.partition(_COMMENT)
    if comment:
        return unescape(shown), "" if _COMMENT_END in rest else _COMMENT_END
    tag = _NAME.match(piece) if piece.startswith("<") else None
    if tag is None:
        return ("" if piece.startswith("<") else _text(piece)), ""
    name = tag[2].lower()
    return (_end if tag[1] else _start)(name), "" if tag[1] or name not in _UNSHOWN else f"</{name}"


def _start(name: str) -> str:
    return "\n- " if name == "li" else "\n" if name in _LINES else ""


def _end(name: str) -> str:
    return "\n\n" if name == "p" else "\n" if name in _LINES - {"br", "li"} else ""
