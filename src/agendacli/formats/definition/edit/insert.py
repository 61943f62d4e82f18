"""Inserts an item into a definition; every other byte, and its meaning, stays as it is."""

import re
from collections.abc import Sequence

from agendacli.formats.definition.edit.said import LINE, NOWHERE, line_end, read_back, said_of, says_the_same, unplaced
from agendacli.formats.definition.schema.programme import PROGRAMME_DAYS
from agendacli.formats.definition.yaml.nodes import Mapping, Node, NodeList, Scalar
from agendacli.formats.definition.yaml.text import scalar
from agendacli.model.asked import Refusal
from agendacli.model.frozen import frozen
from agendacli.words.times.forms import ClockTime, EachDay, FromTo, PartOfDay, SomeDay
from agendacli.words.times.grammar import parse_clock, parse_days

_END_OF_DOCUMENT = re.compile(r"(?:---|\.\.\.)(?:\s|\Z)")
_DAYS = PROGRAMME_DAYS.name
_BY_HAND = "its days are laid out in a way that nothing can be added to; write the item by hand"
_Order = tuple[int, int]
_Spot = tuple[int, list[str]]  # after so many lines, these lines


@frozen
class NewItem:
    """An item to write: day and time in the words of the format, the title, then its other keys in their order.

    A tuple of texts is written as a list. `rest` is an item that stands elsewhere: what follows the time on its first
    line, and its other lines as far as they are indented below the item; then title and fields are those of it.
    """

    day: str
    time: str
    title: str
    fields: tuple[tuple[str, str | tuple[str, ...]], ...] = ()
    rest: tuple[str, ...] = ()


@frozen
class Inserted:
    """A definition with an item in it, and the line (from 1) on which the item begins."""

    data: bytes
    line: int


@frozen
class _Style:
    """How far a list stands inside its key, and the keys of an item inside its hyphen, in columns."""

    step: int = 2
    offset: int = 2


@frozen
class _Block:
    """The members of a list or mapping that is written line by line.

    `head` is the line above them, `starts` the line of each, `limit` the first line that is no more theirs, and
    `column` (from 0) where they begin.
    """

    head: int
    starts: tuple[int, ...]
    limit: int
    column: int


def insert_item(data: bytes, item: NewItem) -> Inserted | Refusal:
    """The definition with the item under its day, in order of time, in the file's own indentation and line ends.

    A day that is not there yet comes in order of date. A refusal where the layout leaves no place for it.
    """
    root = read_back(data)
    if not isinstance(root, Mapping) or not _is_block(root):
        return Refusal(_BY_HAND)
    text = data.decode()
    lines = LINE.findall(text)
    spot = _spot(root, item, lines)
    if spot is None:
        return Refusal(_BY_HAND)
    written = _written(lines, spot, line_end(text)).encode()
    # Whatever was overlooked here: what the file says comes first.
    if not says_the_same(written, _with_item(root, item)):
        return Refusal(_BY_HAND)
    after, new = spot
    return Inserted(written, after + 1 + next(n for n, line in enumerate(new) if line.lstrip().startswith("-")))


def _written(lines: Sequence[str], spot: _Spot, end: str) -> str:
    """The lines with the new ones in their spot; a last line without an end gets one."""
    after, new = spot
    before = "".join(lines[:after])
    open_end = "" if before.endswith(("\n", "\r")) else end
    return before + open_end + "".join(line + end for line in new) + "".join(lines[after:])


def _spot(root: Mapping, item: NewItem, lines: Sequence[str]) -> _Spot | None:
    """Where the item goes and what it looks like there; None where it is not seen."""
    end = _end_of_document(lines, root.span.line)
    column = root.span.column - 1
    names = [key.text for key, _ in root.entries]
    if _DAYS not in names:
        new = ["", f"{' ' * column}{_DAYS}:", *_day_lines(item, column + 2, _Style())]
        return max(n for n in range(1, end) if lines[n - 1].strip()), new
    number = names.index(_DAYS)
    limit = root.entries[number + 1][0].span.line if number + 1 < len(names) else end
    key, days = root.entries[number]
    if _is_nothing(days):
        return key.span.line, _day_lines(item, column + 2, _Style())
    if not isinstance(days, Mapping) or not _is_block(days):
        return None
    starts = tuple(each.span.line for each, _ in days.entries)
    return _spot_in_days(days, item, _Block(key.span.line, starts, limit, days.span.column - 1), lines)


def _spot_in_days(days: Mapping, item: NewItem, block: _Block, lines: Sequence[str]) -> _Spot | None:
    number, is_there = _day_place(days, item.day)
    style = next(filter(None, (_style(*each) for each in days.entries)), _Style())
    if not is_there:
        return _beside(block, number, _day_lines(item, block.column, style), lines)
    key, items = days.entries[number]
    limit = (*block.starts, block.limit)[number + 1]
    if _is_nothing(items):
        return key.span.line, _item_lines(item, block.column + style.step, style)
    if not isinstance(items, NodeList) or lines[items.span.line - 1][items.span.column - 1] != "-":
        return None
    starts = tuple(each.span.line for each in items.items)
    own = _Block(key.span.line, starts, limit, items.span.column - 1)
    new = _item_lines(item, own.column, _style(key, items) or style)
    return _beside(own, _item_place(items, item.time), new, lines)


def _end_of_document(lines: Sequence[str], first: int) -> int:
    """The line (from 1) that ends the document which begins on `first`, or the one after the last."""
    ends = (n for n in range(first + 1, len(lines) + 1) if _END_OF_DOCUMENT.match(lines[n - 1]))
    return next(ends, len(lines) + 1)


def _is_block(node: Mapping) -> bool:
    """Whether a mapping is written line by line: then it begins where its first key does."""
    starts = [(key.span.line, key.span.column) for key, _ in node.entries]
    return starts[:1] == [(node.span.line, node.span.column)]


def _is_nothing(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.text


def _style(key: Scalar, items: Node) -> _Style | None:
    """How the items under a day are indented; None where that is not to be seen."""
    if not isinstance(items, NodeList) or not items.items or not isinstance(items.items[0], Mapping):
        return None
    dash = items.span.column
    return _Style(dash - key.span.column, items.items[0].span.column - dash)


def _beside(block: _Block, number: int, new: list[str], lines: Sequence[str]) -> _Spot:
    """The spot of a new member before the one of that number, with a blank line where all the others have one."""
    after = _last_line(block, number - 1, lines) if number else block.head
    if not _is_spaced(block, lines):
        return after, new
    return after, ["", *new] if number or not lines[after].strip() else [*new, ""]


def _last_line(block: _Block, number: int, lines: Sequence[str]) -> int:
    """The last line of a member: comments that stand deeper than it belong to it, blank lines do not."""
    start, stop = block.starts[number], (*block.starts, block.limit)[number + 1]
    own = (n for n in range(stop - 1, start, -1) if _belongs(lines[n - 1], block.column))
    return next(own, start)


def _belongs(line: str, column: int) -> bool:
    words = line.strip()
    is_comment = words.startswith("#")
    return bool(words) and (not is_comment or len(line) - len(line.lstrip()) > column)


def _is_spaced(block: _Block, lines: Sequence[str]) -> bool:
    """Whether a blank line stands between all members."""
    gaps = [(_last_line(block, n, lines), start) for n, start in enumerate(block.starts[1:])]
    return bool(gaps) and all(any(not line.strip() for line in lines[last : start - 1]) for last, start in gaps)


def _day_lines(item: NewItem, column: int, style: _Style) -> list[str]:
    return [f"{' ' * column}{scalar(item.day)}:", *_item_lines(item, column + style.step, style)]


def _item_lines(item: NewItem, column: int, style: _Style) -> list[str]:
    inside = " " * (column + style.offset)
    if item.rest:
        first, *others = item.rest
        head = f"{' ' * column}{'-'.ljust(style.offset)}{scalar(item.time)}{first}"
        return [head, *(f"{inside}{each}" if each else "" for each in others)]
    lines = [f"{' ' * column}{'-'.ljust(style.offset)}{scalar(item.time)}: {scalar(item.title)}"]
    for name, value in item.fields:
        if isinstance(value, str):
            lines.append(f"{inside}{name}: {scalar(value)}")
        else:
            lines += [f"{inside}{name}:", *(f"{inside}{' ' * style.step}- {scalar(each)}" for each in value)]
    return lines


def _with_item(root: Mapping, item: NewItem) -> Mapping:
    """The definition with the item in it, as nodes."""
    days = next((node for key, node in root.entries if key.text == _DAYS), None)
    grown = _days_with(days if isinstance(days, Mapping) else Mapping((), NOWHERE), item)
    entries = {key.text: (key, node) for key, node in root.entries} | {_DAYS: (unplaced(_DAYS), grown)}
    return Mapping(tuple(entries.values()), root.span)


def _days_with(days: Mapping, item: NewItem) -> Mapping:
    number, is_there = _day_place(days, item.day)
    key, node = days.entries[number] if is_there else (unplaced(item.day), unplaced(""))
    old = node.items if isinstance(node, NodeList) else ()
    place = _item_place(NodeList(old, NOWHERE), item.time)
    grown = NodeList((*old[:place], _item_node(item), *old[place:]), NOWHERE)
    rest = days.entries[number + is_there :]
    return Mapping((*days.entries[:number], (key, grown), *rest), days.span)


def _item_node(item: NewItem) -> Node:
    if item.rest:
        return read_back("\n".join((f"{scalar(item.time)}{item.rest[0]}", *item.rest[1:])).encode()) or unplaced("")
    fields = ((name, value) for name, value in ((item.time, item.title), *item.fields))
    return Mapping(tuple((unplaced(name), said_of(value)) for name, value in fields), NOWHERE)


def _day_place(days: Mapping, day: str) -> tuple[int, bool]:
    """The number of the entry that is that day, and True; else that of the first that comes later, and False."""
    wanted = parse_days(day)
    keys = [parse_days(key.text) for key, _ in days.entries]
    if wanted in keys:
        return keys.index(wanted), True
    return _first_later([_day_order(each) for each in keys], _day_order(wanted)), False


def _item_place(items: NodeList, time: str) -> int:
    """The number of the first item that begins later; items whose beginning is not known stay behind those before."""
    keys = [each.entries[0][0].text if isinstance(each, Mapping) and each.entries else "" for each in items.items]
    return _first_later([_time_order(each) for each in keys], _time_order(time))


def _first_later(orders: Sequence[_Order | None], order: _Order | None) -> int:
    later = (n for n, each in enumerate(orders) if each and order and each > order)
    return next(later, len(orders))


def _day_order(days: object) -> _Order | None:
    return (days.start.toordinal(), days.end.toordinal()) if isinstance(days, EachDay | SomeDay) else None


def _time_order(text: str) -> _Order | None:
    match parse_clock(text):
        case FromTo(start=ClockTime() as start) | PartOfDay(start=ClockTime() as start):
            return start.minutes, start.fold or 0
    return None
