"""Text from files made harmless: what could drive a terminal or turn the reading order is shown, not obeyed."""

import re

_CONTROL_PICTURES = 0x2400
_FIRST_PRINTABLE = 0x20
_DELETE = 0x7F
# Embeddings, overrides and isolates reorder what follows them; single left-to-right marks, which names need, do not.
# A surrogate stands for a byte of a file name that is not UTF-8, and cannot be written.
OBEYED = "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
_BLANKS = "[ \t\r\n\x85\u2028\u2029]+"


def harmless(text: str) -> str:
    """The text with every control character and bidi override shown: ESC as `␛`, U+202E as `⟨U+202E⟩`.

    A line end counts as a control character (`␊`): see `one_line`.
    """
    return text if text.isprintable() else re.sub(OBEYED, _shown, text)


def one_line(text: str) -> str:
    """The text on one line: each run of blanks and line ends as one space, the rest harmless."""
    if text.isprintable() and "  " not in text:  # nearly every text, and seen much faster than anything is replaced
        return text.strip()
    return harmless(re.sub(_BLANKS, " ", text).strip())


def _shown(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < _FIRST_PRINTABLE:
        return chr(_CONTROL_PICTURES + code)
    return "␡" if code == _DELETE else f"⟨U+{code:04X}⟩"
