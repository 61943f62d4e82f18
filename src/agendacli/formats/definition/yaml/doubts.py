"""Comments that doubt a value, `# ? reason`: where they stand in a text."""

import re
from collections.abc import Iterator

from agendacli.formats.definition.yaml.reader import quoted_places

_COMMENT = re.compile(r"(?:(?<=\s)|^)# ?\?")


def doubts_in(text: str) -> Iterator[tuple[int, tuple[int, str]]]:
    """The line of each doubt, the column of its comment, and its reason; a text in quotes holds none."""
    quoted = quoted_places(text)
    for number, line in enumerate(text.split("\n")):
        for match in _COMMENT.finditer(line):
            if not any(start <= (number, match.start()) < end for start, end in quoted):
                yield number + 1, (match.start() + 1, line[match.end() :].strip())
                break
