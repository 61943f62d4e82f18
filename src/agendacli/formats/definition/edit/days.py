"""Items put under other days: where all of a day go to one that is not there yet, its key is written anew."""

from collections.abc import Iterator, Mapping, Sequence

from agendacli.formats.definition.edit.apart import outermost
from agendacli.formats.definition.edit.insert import insert_items
from agendacli.formats.definition.edit.layout import BY_HAND, DefinitionText, Patch
from agendacli.formats.definition.edit.moving import item_apart, line_of, remove_items
from agendacli.formats.definition.edit.said import replaced, says_the_same, unplaced
from agendacli.formats.definition.nodes import Mapping as Keys
from agendacli.formats.definition.nodes import Scalar
from agendacli.formats.definition.schema.programme import PROGRAMME_DAYS
from agendacli.formats.definition.yaml.text import scalar
from agendacli.model.asked import Refusal
from agendacli.words.times.grammar import parse_days


def rearranged(data: bytes, gone: Sequence[int], moved: Mapping[int, str]) -> bytes | Refusal:
    """The definition without the items that begin on some lines, and with others under the days that they are given."""
    layout = DefinitionText.of(data)
    if isinstance(layout, Refusal):
        return layout
    found = _Renamed(layout, gone, moved)
    made = found.written() if found.keys else data
    if isinstance(made, Refusal):
        return made
    days = {line: day for line, day in moved.items() if line not in found.settled}
    return _moved(made, {*gone}, days)


def _moved(data: bytes, gone: set[int], days: Mapping[int, str]) -> bytes | Refusal:
    """The definition with items taken out, and with some of them put in again under other days."""
    layout = DefinitionText.of(data)
    if isinstance(layout, Refusal):
        return layout
    places = [each for each in layout.places() if line_of(each) in days]
    items = [item for each in places if (item := item_apart(layout, each, days[line_of(each)]))]
    if len(items) < len(places):
        return Refusal(BY_HAND)
    without = remove_items(data, gone | days.keys())
    if isinstance(without, Refusal) or not items:
        return without
    made = insert_items(without, items)
    return made if isinstance(made, Refusal) else made.data


class _Renamed:
    """The days of which all items go to one other day: their keys by the new ones, and the lines of these items."""

    def __init__(self, layout: DefinitionText, gone: Sequence[int], moved: Mapping[int, str]) -> None:
        self._layout = layout
        self.keys: dict[int, tuple[Scalar, str]] = {}
        self.settled: set[int] = set()
        days = self._days()
        whole = [(key, lines, self._goal(lines, gone, moved)) for key, lines in days]
        stay = {parse_days(key.text) for key, _, goal in whole if goal is None}
        for key, lines, goal in whole:
            if goal is not None and parse_days(goal) not in stay:
                stay.add(parse_days(goal))
                self.keys[id(key)] = key, goal
                self.settled.update(lines)

    def _days(self) -> list[tuple[Scalar, list[int]]]:
        """The keys of days with the lines of their items."""
        found: dict[int, tuple[Scalar, list[int]]] = {}
        for place in outermost(self._layout):
            found.setdefault(id(place.key), (place.key, []))[1].append(line_of(place))
        return [*found.values()]

    def _goal(self, lines: Sequence[int], gone: Sequence[int], moved: Mapping[int, str]) -> str | None:
        """The day to which all of those items go that are not taken out."""
        days = {moved.get(line) for line in lines if line not in gone}
        return next(iter(days)) if len(days) == 1 else None

    def written(self) -> bytes | Refusal:
        """The definition with the new keys."""
        node = next((node for key, node in self._layout.root.entries if key.text == PROGRAMME_DAYS.name), None)
        if not isinstance(node, Keys):
            return Refusal(BY_HAND)
        entries = tuple((self._new(key), value) for key, value in node.entries)
        wanted = replaced(self._layout.root, node, Keys(entries, node.span))
        made = self._layout.patched(self._patches())
        return made if wanted is not None and says_the_same(made, wanted) else Refusal(BY_HAND)

    def _new(self, key: Scalar) -> Scalar:
        return unplaced(self.keys[id(key)][1]) if id(key) in self.keys else key

    def _patches(self) -> Iterator[Patch]:
        for key, goal in self.keys.values():
            start = self._layout.offset(key.span.line, key.span.column)
            yield Patch(start, start + key.span.length, scalar(goal))
