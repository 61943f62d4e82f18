"""Texts as YAML takes them: as they are where that says the same, else in double quotes."""

import json
import re

_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
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
