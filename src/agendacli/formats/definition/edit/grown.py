"""New items among the nodes of a definition: under which day and where in it each of them stands."""

from collections.abc import Iterable, Sequence

from agendacli.formats.definition.edit.said import NOWHERE, read_back, said_of, unplaced
from agendacli.formats.definition.nodes import Mapping, Node, NodeList
from agendacli.formats.definition.schema.programme import PROGRAMME_DAYS
from agendacli.formats.definition.yaml.text import scalar
from agendacli.model.frozen import frozen
from agendacli.words.times.forms import ClockTime, EachDay, FromTo, PartOfDay, SomeDay
from agendacli.words.times.grammar import parse_clock, parse_days

_DAYS = PROGRAMME_DAYS.name
_Order = tuple[int, int]
_LAST: _Order = (2**31, 0)


@frozen
class NewItem:
    """An item to write: day and time in the words of the format, the title, then its other keys in their order.

    A tuple of texts is written as a list. `rest` is an item that stands elsewhere: what follows the time on its first
    line, and its other lines as far as they are indented below the item; then title and fields are those of it.
    `opening` is what stands before its time: the brace of an item in braces.
    """

    day: str
    time: str
    title: str
    fields: tuple[tuple[str, str | tuple[str, ...]], ...] = ()
    rest: tuple[str, ...] = ()
    opening: str = ""

    @property
    def first_line(self) -> str:
        """The first line of an item that stands elsewhere."""
        return f"{self.opening}{scalar(self.time)}{self.rest[0]}"


def in_order_of_day(items: Iterable[NewItem]) -> list[NewItem]:
    """The items by day and time; those of which neither is known last, in their order."""
    return sorted(items, key=lambda each: (_day_order(parse_days(each.day)) or _LAST, _time_order(each.time) or _LAST))


def with_items(root: Mapping, items: Iterable[NewItem]) -> Mapping:
    """The definition with the items in it, as nodes."""
    grown = next((node for key, node in root.entries if key.text == _DAYS), None)
    for each in items:
        grown = _days_with(grown if isinstance(grown, Mapping) else Mapping((), NOWHERE), each)
    entries = {key.text: (key, node) for key, node in root.entries} | {_DAYS: (unplaced(_DAYS), grown or unplaced(""))}
    return Mapping(tuple(entries.values()), root.span)


def _days_with(days: Mapping, item: NewItem) -> Mapping:
    number, is_there = day_place(days, item.day)
    key, node = days.entries[number] if is_there else (unplaced(item.day), unplaced(""))
    old = node.items if isinstance(node, NodeList) else ()
    place = item_place(NodeList(old, NOWHERE), item.time)
    grown = NodeList((*old[:place], _item_node(item), *old[place:]), NOWHERE)
    rest = days.entries[number + is_there :]
    return Mapping((*days.entries[:number], (key, grown), *rest), days.span)


def _item_node(item: NewItem) -> Node:
    if item.rest:
        return read_back("\n".join((item.first_line, *item.rest[1:])).encode()) or unplaced("")
    fields = ((name, value) for name, value in ((item.time, item.title), *item.fields))
    return Mapping(tuple((unplaced(name), said_of(value)) for name, value in fields), NOWHERE)


def day_place(days: Mapping, day: str) -> tuple[int, bool]:
    """The number of the entry that is that day, and True; else that of the first that comes later, and False."""
    wanted = parse_days(day)
    keys = [parse_days(key.text) for key, _ in days.entries]
    if wanted in keys:
        return keys.index(wanted), True
    return _first_later([_day_order(each) for each in keys], _day_order(wanted)), False


def item_place(items: NodeList, time: str) -> int:
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
