"""Lines that hold right-to-left text keep their columns on terminals that reorder what is drawn.

A left-to-right mark (U+200E) on both sides of every border and gap keeps what is on one side of it there (UAX #9).
"""

import re

_MARK = "\N{LEFT-TO-RIGHT MARK}"
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_BETWEEN = " *[\u2500-\u257f·▶]+ *|  +"  # compiled where a line needs it


def with_marks(line: str) -> str:
    """The line with marks around borders and gaps, and at its start, if any of it is read from right to left."""
    if not _RIGHT_TO_LEFT.search(line):
        return line
    return _MARK + re.sub(_BETWEEN, lambda match: f"{_MARK}{match.group()}{_MARK}", line)
