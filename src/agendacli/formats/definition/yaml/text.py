"""Texts as YAML takes them: as they are where that says the same, else in double quotes or as a block of lines."""

import json
import re
from textwrap import wrap

_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_NO_BLOCK = re.compile("[\x00-\x08\x0b-\x1f]")
_SPECIAL = re.compile(
    r"\A\Z"  # nothing
    r"|\A[-?:,\[\]{}#&*!|>'\"%@`=~\s]|\A\.\.\."  # what begins something else
    r"|:(?=\s|\Z)|\s#|\s\Z"  # the end of a key, a comment, blanks that nobody sees
    r"|[\x00-\x1f]"
)


def scalar(text: str) -> str:
    """The text as a key or value of a block mapping, or as an item of a block list."""
    return double_quoted(text) if _SPECIAL.search(text) or _UNPRINTABLE.search(text) else text


def double_quoted(text: str) -> str:
    """The text in double quotes; line ends and what cannot be printed are written as escapes."""
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def prose(text: str, width: int) -> tuple[str, ...]:
    """The text as a value over as many lines as it needs: the first stands behind the key, others are indented by it.

    Paragraphs become a block of their lines, a text of one line that is longer than `width` one of folded lines. Blanks
    at its ends are left out.
    """
    text = text.strip()
    if not text or _NO_BLOCK.search(text) or _UNPRINTABLE.search(text):
        return (scalar(text),)
    if "\n" in text:
        return ("|-", *text.split("\n"))
    if len(text) > width and "\t" not in text and "  " not in text:
        return (">-", *wrap(text, width, break_long_words=False, break_on_hyphens=False))
    return (scalar(text),)
