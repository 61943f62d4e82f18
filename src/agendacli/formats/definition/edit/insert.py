"""Inserts an item into a definition; every other byte, and its meaning, stays as it is."""

import re
from collections.abc import Iterable, Iterator, Sequence

from agendacli.formats.definition.edit.grown import NewItem, day_place, in_order_of_day, item_place, with_items
from agendacli.formats.definition.edit.said import LINE, line_end, read_back, says_the_same
from agendacli.formats.definition.nodes import Mapping, Node, NodeList, Scalar
from agendacli.formats.definition.schema.programme import PROGRAMME_DAYS
from agendacli.formats.definition.yaml.text import scalar
from agendacli.model.asked import Refusal
from agendacli.model.frozen import frozen

_END_OF_DOCUMENT = re.compile(r"(?:---|\.\.\.)(?:\s|\Z)")
_DAYS = PROGRAMME_DAYS.name
_BY_HAND = "its days are laid out in a way that nothing can be added to; write the item by hand"
_Spot = tuple[int, list[str]]  # after so many lines, these lines


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
    return insert_items(data, (item,))


def insert_items(data: bytes, items: Iterable[NewItem]) -> Inserted | Refusal:
    """The definition with all of the items, each where `insert_item` puts it; the line is that of the first of them."""
    root = read_back(data)
    if not isinstance(root, Mapping) or not _is_block(root):
        return Refusal(_BY_HAND)
    groups = _together(root, in_order_of_day(items))
    text = data.decode()
    lines = LINE.findall(text)
    now, later = (groups, []) if _has_days(root) else (groups[:1], groups[1:])
    spots = [spot for group in now if (spot := _spot(root, group, lines))]
    written = _written(lines, spots, line_end(text)).encode()
    # Whatever was overlooked here: what the file says comes first.
    wanted = with_items(root, (item for group in now for item in group))
    if len(spots) < len(now) or not says_the_same(written, wanted):
        return Refusal(_BY_HAND)
    after, new = spots[0]
    first = Inserted(written, after + 1 + next(n for n, line in enumerate(new) if line.lstrip().startswith("-")))
    rest = insert_items(written, (item for group in later for item in group)) if later else first
    return rest if isinstance(rest, Refusal) else Inserted(rest.data, first.line)


def _has_days(root: Mapping) -> bool:
    return any(key.text == _DAYS and not _is_nothing(node) for key, node in root.entries)


def _together(root: Mapping, items: Iterable[NewItem]) -> list[tuple[NewItem, ...]]:
    """The items, those of one day that is not there yet together."""
    days = next((node for key, node in root.entries if key.text == _DAYS), None)
    known = days if isinstance(days, Mapping) else Mapping((), root.span)
    found: dict[object, tuple[NewItem, ...]] = {}
    for number, each in enumerate(items):
        is_there = day_place(known, each.day)[1]
        key = number if is_there else each.day
        found[key] = (*found.get(key, ()), each)
    return [*found.values()]


def _written(lines: Sequence[str], spots: Sequence[_Spot], end: str) -> str:
    """The lines with the new ones in their spots; a last line without an end gets one."""
    found: dict[int, list[str]] = {}
    for after, new in spots:
        found.setdefault(after, []).extend(new)
    below = ((line, *_ended(line, found.get(n, ()), end)) for n, line in enumerate(lines, 1))
    return "".join(text for part in (_ended(end, found.get(0, ()), end), *below) for text in part)


def _ended(line: str, new: Iterable[str], end: str) -> Iterator[str]:
    """New lines below one that may have no end."""
    open_end = "" if line.endswith(("\n", "\r")) else end
    for each in new:
        yield f"{open_end}{each}{end}"
        open_end = ""


def _spot(root: Mapping, items: Sequence[NewItem], lines: Sequence[str]) -> _Spot | None:
    """Where items of one day go and what they look like there; None where it is not seen."""
    end = _end_of_document(lines, root.span.line)
    column = root.span.column - 1
    names = [key.text for key, _ in root.entries]
    if _DAYS not in names:
        new = ["", f"{' ' * column}{_DAYS}:", *_day_lines(items, column + 2, _Style())]
        return max(n for n in range(1, end) if lines[n - 1].strip()), new
    number = names.index(_DAYS)
    limit = root.entries[number + 1][0].span.line if number + 1 < len(names) else end
    key, days = root.entries[number]
    if _is_nothing(days):
        return key.span.line, _day_lines(items, column + 2, _Style())
    if not isinstance(days, Mapping) or not _is_block(days):
        return None
    starts = tuple(each.span.line for each, _ in days.entries)
    return _spot_in_days(days, items, _Block(key.span.line, starts, limit, days.span.column - 1), lines)


def _spot_in_days(days: Mapping, added: Sequence[NewItem], block: _Block, lines: Sequence[str]) -> _Spot | None:
    item = added[0]
    number, is_there = day_place(days, item.day)
    style = next(filter(None, (_style(*each) for each in days.entries)), _Style())
    if not is_there:
        return _beside(block, number, _day_lines(added, block.column, style), lines)
    key, items = days.entries[number]
    limit = (*block.starts, block.limit)[number + 1]
    if _is_nothing(items):
        return key.span.line, _item_lines(item, block.column + style.step, style)
    if not isinstance(items, NodeList) or lines[items.span.line - 1][items.span.column - 1] != "-":
        return None
    starts = tuple(each.span.line for each in items.items)
    own = _Block(key.span.line, starts, limit, items.span.column - 1)
    new = _item_lines(item, own.column, _style(key, items) or style)
    return _beside(own, item_place(items, item.time), new, lines)


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


def _day_lines(items: Sequence[NewItem], column: int, style: _Style) -> list[str]:
    own = (line for each in items for line in _item_lines(each, column + style.step, style))
    return [f"{' ' * column}{scalar(items[0].day)}:", *own]


def _item_lines(item: NewItem, column: int, style: _Style) -> list[str]:
    inside = " " * (column + style.offset)
    if item.rest:
        head = f"{' ' * column}{'-'.ljust(style.offset)}{item.first_line}"
        return [head, *(f"{inside}{each}" if each else "" for each in item.rest[1:])]
    lines = [f"{' ' * column}{'-'.ljust(style.offset)}{scalar(item.time)}: {scalar(item.title)}"]
    for name, value in item.fields:
        if isinstance(value, str):
            lines.append(f"{inside}{name}: {scalar(value)}")
        else:
            lines += [f"{inside}{name}:", *(f"{inside}{' ' * style.step}- {scalar(each)}" for each in value)]
    return lines
