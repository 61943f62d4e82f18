"""Longer texts from files, made harmless line by line."""

import re

from agendacli.words.harmless import harmless, one_line

_LINE_ENDS = re.compile("\r\n|[\r\n\x85\u2028\u2029]")


def text_lines(text: str) -> tuple[str, ...]:
    """The lines of the text, each harmless, without blanks at their ends; tabs become spaces."""
    return tuple(harmless(line.replace("\t", "    ").rstrip()) for line in _LINE_ENDS.split(text.strip()))


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of the text, each harmless and on one line: a blank line ends a paragraph, so does a list item."""
    blocks = re.split(r"\n[ \t]*\n|\n(?=[ \t]*[-*•–] )", "\n".join(_LINE_ENDS.split(text.strip())))
    return tuple(one_line(block) for block in blocks if block.strip())
