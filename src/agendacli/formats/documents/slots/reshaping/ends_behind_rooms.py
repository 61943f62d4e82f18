"""Lines whose room stands between a start and its end, with the end before it: `2 pm, Main Hall, to 3 pm: Quiz`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from agendacli.formats.documents.page import Block, Line

_TIME = r"\d{1,2}(?:[.:h]\d\d)? ?(?:[ap]\.?m\.?|uhr|h)?"
_BETWEEN = re.compile(
    rf"(?P<start>(?:(?:from|at|von|ab|um|de|à|a las) )?{_TIME}), (?P<place>[^\W\d][^:,]{{2,40}}),? "
    rf"(?:to|until|till|bis|jusqu['’]à|à|a|hasta)(?: las?)? (?P<end>{_TIME}) ?: (?P<title>\S.*)",
    re.IGNORECASE,
)


def with_ends_beside(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks; in lines whose room stands between two hours these stand together."""
    for block in blocks:
        found = _BETWEEN.fullmatch(block.text) if isinstance(block, Line) else None
        if found and isinstance(block, Line):
            text = f"{found['start']} – {found['end']}, {found['place']}: {found['title']}"
            yield replace(block, text=text, pieces=())
        else:
            yield block
