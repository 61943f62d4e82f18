"""Lines of a text that head a part of its programme, as headings do: `Session A. Ecology     Chair: R. Okonkwo`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from agendacli.formats.documents.page import Block, Line
from agendacli.formats.documents.slots.headings import day_heading, is_numbered_part
from agendacli.formats.documents.slots.part_rooms import room_beside_part, room_of_part
from agendacli.formats.documents.slots.whole_room import room_behind_house
from agendacli.formats.documents.tokens.hours import hours_in, leading_hours
from agendacli.formats.documents.tokens.roles import role_inside, role_label

_LONGEST = 140


def with_part_heads(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, lines that head a part as bold ones."""
    for n, block in enumerate(blocks):
        above, below = blocks[n - 1 : n] if n else [], blocks[n + 1 : n + 3]
        yield replace(block, is_bold=True) if isinstance(block, Line) and _heads_part(block, above, below) else block


def rooms_apart(blocks: Sequence[Block]) -> set[int]:
    """Which lines of a text are rooms that head a part: each below an empty line, with a time next to it."""
    return {n for n, block in enumerate(blocks) if isinstance(block, Line) and n and _is_room_apart(n, block, blocks)}


def _is_room_apart(n: int, line: Line, blocks: Sequence[Block]) -> bool:
    above = blocks[n - 1]
    if line.page or line.is_bullet or not isinstance(above, Line) or line.line <= above.ends + 1:
        return False
    if above.level and _is_at_time(above):  # each session has a heading of its own
        return False
    below = takewhile(lambda block: not (isinstance(block, Line) and day_heading(block)), blocks[n + 1 : n + 3])
    is_over_times = any(map(_is_at_time, below))  # above a day it is none of a part
    room = room_of_part(replace(line, is_bold=True))
    is_alone = room is not None and len(room.text) == len(line.text) and "(" not in line.text
    is_whole = is_alone or room_beside_part(line) is not None
    is_of_all = room_behind_house(line.text) is not None and not any(map(_is_at_time, blocks[:n]))
    return is_over_times and is_whole and not is_of_all and not hours_in(line.text)


def _is_at_time(block: Block) -> bool:
    return isinstance(block, Line) and bool(leading_hours(block.text)[0])


def _heads_part(line: Line, above: Sequence[Block], below: Sequence[Block]) -> bool:
    """Whether a line names a part, stands below an empty one or says who leads it, and a time is below it."""
    if line.page or line.is_bullet or len(line.text) > _LONGEST or hours_in(line.text):
        return False
    before = next((each for each in above if isinstance(each, Line)), None)
    is_apart = before is not None and line.line > before.ends + 1
    is_led = len(below) > 1 and isinstance(below[0], Line) and role_label(below[0].text) is not None
    is_over_times = any(map(_is_at_time, below if is_led else below[:1]))
    is_part = is_numbered_part(line.text)
    return is_part and is_over_times and (is_apart or role_inside(line.text) is not None)
