"""The plan of a day as a printed programme has it: a line for what runs alone, boxes where there is a choice."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, zip_longest

from agendacli.analysis.blocks import held_by
from agendacli.analysis.room_names import Room
from agendacli.analysis.timetable.boxes import BoxGrid, boxed, clusters, crowded, lanes_needed, with_guest
from agendacli.analysis.timetable.columns import Column, RoomOrder, columns_in_order, natural
from agendacli.analysis.timetable.sections import Day, clock, takes_hours
from agendacli.model.frozen import frozen
from agendacli.model.interval import Interval
from agendacli.model.occurrence import Occurrence
from agendacli.model.when import Timed

_AT_ONCE = 4  # sessions of one room that stand side by side; more are a crowd, as posters are, and a line each


@frozen
class DayEntry:
    """What is a line: an occurrence with the items inside of it.

    `is_followed`: what stands below begins when it ends, so that its end need not be told. `goes_on`: it began on a day
    before.
    """

    occurrence: Occurrence
    items: tuple[Occurrence, ...] = ()
    is_followed: bool = False
    goes_on: bool = False

    @property
    def time(self) -> Interval:
        """The UTC interval that is known to be taken; of an end that is nowhere stated, the first minute."""
        return clock(self.occurrence)


@frozen
class DayChoice:
    """What is boxes: sessions side by side, and those that follow them without a line between."""

    grid: BoxGrid
    is_followed: bool = False

    @property
    def time(self) -> Interval:
        """From the first hour to the last."""
        return self.grid.time


Part = DayEntry | DayChoice


@frozen
class DayPlan:
    """What stands first on a day, since it goes on or has no hours; then its parts from morning to night."""

    first: tuple[DayEntry, ...]
    parts: tuple[Part, ...]
    columns: tuple[Column, ...]


def plan_of(
    day: Day,
    order: RoomOrder,
    before: Iterable[Occurrence] = (),
    counts: Callable[[Occurrence], bool] = takes_hours,
) -> DayPlan:
    """The day as it is to be drawn, after what goes on from the days `before`.

    The items of a block stand inside of it. Columns are those of rooms that are part of a choice, and are the same all
    day. What takes nobody's time, and what is cancelled, is not a choice; if it begins meanwhile it has a box where
    there is room for one, else a line above the others. `counts` says what can be part of a choice.
    """
    inside = _Inside.of(day.occurrences, order)
    outside = tuple(each for each in day.occurrences if each.id not in inside.held)
    timed = sorted((each for each in outside if isinstance(each.when, Timed)), key=_in_order)
    first = tuple(DayEntry(each, goes_on=True) for each in before)
    untimed = tuple(DayEntry(each) for each in outside if not isinstance(each.when, Timed))
    columns, parts = _Parts(timed, inside.items, order, counts).all()
    return DayPlan((*first, *untimed), tuple(_followed(parts)), columns)


@frozen
class _Inside:
    """What stands inside of blocks: the ids of these items, and the items of each block by its id."""

    held: frozenset[str]
    items: Mapping[str, tuple[Occurrence, ...]]

    @classmethod
    def of(cls, occurrences: Sequence[Occurrence], order: RoomOrder) -> "_Inside":
        """The items that are in the rooms of their block; one that is elsewhere stands by itself."""
        held = {id_: block for id_, block in held_by(occurrences).items() if _has_length(block)}
        items: dict[str, tuple[Occurrence, ...]] = {}
        there = [each for each in occurrences if each.id in held and order.is_inside(each, held[each.id])]
        for each in there:
            block = held[each.id].id
            items[block] = (*items.get(block, ()), each)
        return cls(frozenset(each.id for each in there), items)


class _Parts:
    """The parts of a day, from what has a start on the clock."""

    def __init__(
        self,
        timed: Sequence[Occurrence],
        items: Mapping[str, tuple[Occurrence, ...]],
        order: RoomOrder,
        counts: Callable[[Occurrence], bool],
    ) -> None:
        self.items = items
        self.order = order
        busy = [each for each in timed if counts(each) and _has_length(each)]
        crowd = crowded(busy, order, _AT_ONCE)
        groups = clusters((each for each in busy if each.id not in crowd), clock)
        self.choices = [tuple(group) for group in groups if len(group) > 1]
        self.spans = [Interval(group[0].bounds.start, max(clock(each).end for each in group)) for group in self.choices]
        chosen = {each.id for group in self.choices for each in group}
        self.singles = [each for each in timed if each.id not in chosen]
        self.meanwhile = [each for each in self.singles if self.around(each) is not None]

    def all(self) -> tuple[tuple[Column, ...], list[Part]]:
        """The columns, and the parts in order."""
        columns = self.columns()
        found: list[Part] = []
        for numbers, single in self.in_order():
            found += [self.entry(single)] if single else self.stretch(numbers, columns)
        return tuple(columns.values()), found

    def in_order(self) -> Iterator[tuple[Sequence[int], Occurrence | None]]:
        """What is a line, and the numbers of choices between which is none, from the earliest on."""
        within = {each.id for each in self.meanwhile}
        singles = [(each.bounds.start, 0, each) for each in self.singles if each.id not in within]
        choices = [(span.start, 1, n) for n, span in enumerate(self.spans)]
        merged = sorted([*singles, *choices], key=lambda each: each[:2])
        for _, group in groupby(merged, key=lambda each: each[1]):
            found = [each for _, _, each in group]
            numbers = [each for each in found if isinstance(each, int)]
            if numbers:
                yield numbers, None
            yield from (((), each) for each in found if isinstance(each, Occurrence))

    def around(self, single: Occurrence) -> int | None:
        """The number of the choice in whose midst something begins."""
        start = single.bounds.start
        n = bisect_left(self.spans, start, key=lambda span: span.start) - 1
        return n if n >= 0 and start < self.spans[n].end else None

    def columns(self) -> dict[Room | None, Column]:
        """The columns of all choices, each as wide as the one that needs most."""
        needed = [lanes_needed(group, self.order) for group in self.choices]
        chosen = (each for group in self.choices for each in group)
        return columns_in_order(chosen, self.order, lambda key: max(each.get(key, 1) for each in needed))

    def stretch(self, numbers: Sequence[int], columns: Mapping[Room | None, Column]) -> Iterator[Part]:
        """Choices that follow each other as one, below what begins meanwhile and has no room in it."""
        members = [each for n in numbers for each in self.choices[n]]
        grid = boxed(members, columns, self.order, self.items)
        for each in self.meanwhile:
            if self.around(each) in numbers:
                wider = None if _is_line(each) else with_guest(grid, each, columns, self.order)
                if wider is None:
                    yield self.entry(each)
                grid = wider or grid
        yield DayChoice(grid)

    def entry(self, occurrence: Occurrence) -> DayEntry:
        """The line of an occurrence."""
        return DayEntry(occurrence, self.items.get(occurrence.id, ()))


def _followed(parts: Sequence[Part]) -> Iterator[Part]:
    """The parts, each with whether the end of it need not be told: the next one begins then, or is as long."""
    for part, after in zip_longest(parts, parts[1:]):
        is_alike = isinstance(after, DayEntry) and after.time == part.time
        yield replace(part, is_followed=after is not None and (after.time.start == part.time.end or is_alike))


def _in_order(occurrence: Occurrence) -> tuple[object, ...]:
    """The earlier start first, then the later end, then the title, `Poster 2` before `Poster 10`."""
    time = occurrence.bounds
    return time.start, -time.end.timestamp(), natural(occurrence.session.title), occurrence.id


def _has_length(occurrence: Occurrence) -> bool:
    return isinstance(occurrence.when, Timed) and not occurrence.when.is_moment


def _is_line(single: Occurrence) -> bool:
    """Whether it never has a box: a moment, and what takes its hours among too many."""
    return takes_hours(single) or not _has_length(single)
