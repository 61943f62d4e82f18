"""Text from files made harmless: what could drive a terminal or turn the reading order is shown, not obeyed."""

import re

_CONTROL_PICTURES = 0x2400
_FIRST_PRINTABLE = 0x20
_DELETE = 0x7F
# Embeddings, overrides and isolates reorder what follows them; single left-to-right marks, which names need, do not.
_OBEYED = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]")
_BLANKS = re.compile("[ \t\r\n\u2028\u2029]+")
_LINE_ENDS = re.compile("\r\n|[\r\n\u2028\u2029]")


def harmless(text: str) -> str:
    """The text with every control character and bidi override shown: ESC as `␛`, U+202E as `⟨U+202E⟩`.

    A line end counts as a control character (`␊`): see `one_line` and `lines`.
    """
    return _OBEYED.sub(_shown, text)


def one_line(text: str) -> str:
    """The text on one line: each run of blanks and line ends as one space, the rest harmless."""
    return harmless(_BLANKS.sub(" ", text).strip())


def lines(text: str) -> tuple[str, ...]:
    """The lines of the text, each harmless, without blanks at their ends; tabs become spaces."""
    return tuple(harmless(line.replace("\t", "    ").rstrip()) for line in _LINE_ENDS.split(text.strip()))


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of the text, each harmless and on one line: a blank line ends a paragraph, so does a list item."""
    blocks = re.split(r"\n[ \t]*\n|\n(?=[ \t]*[-*•–] )", "\n".join(_LINE_ENDS.split(text.strip())))
    return tuple(one_line(block) for block in blocks if block.strip())


def _shown(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < _FIRST_PRINTABLE:
        return chr(_CONTROL_PICTURES + code)
    return "␡" if code == _DELETE else f"⟨U+{code:04X}⟩"
