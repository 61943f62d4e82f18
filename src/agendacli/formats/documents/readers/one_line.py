"""Mails whose HTML stands on one line: each paragraph and row gets one of its own, as an editor would have set it."""

import re

_BEGINS = re.compile(r"(?=<(?:p|div|li|tr|h[1-6]|blockquote|table|ul|ol|dl|dt|section|article|br|hr)\b)", re.IGNORECASE)
_ANY_TAG = re.compile(r"<[^<>]*>")
_SEVERAL, _MOST = 3, 0.75


def in_lines(html: str) -> str:
    """The HTML, broken before what begins a line of text where most of it stands on a single one; else as it is."""
    on_one = max(len(_BEGINS.findall(line)) for line in html.split("\n"))
    if on_one < max(_SEVERAL, _MOST * len(_BEGINS.findall(html))):
        return html
    parts: list[str] = []
    holds_text = False
    for part in _BEGINS.split(html):
        parts += ["\n", part] if holds_text else [part]
        holds_text = bool(_ANY_TAG.sub("", part).strip())
    return "".join(parts)
