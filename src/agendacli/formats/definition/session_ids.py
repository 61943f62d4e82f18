"""The ids of the items of a programme: stated, or made of their titles, so that no two are the same."""

from collections.abc import Collection, Iterable, Iterator
from itertools import count

from agendacli.formats.definition.nodes import Mapping, Node, NodeList, Scalar
from agendacli.formats.definition.schema.session import ITEMS, SESSION, SESSION_ID
from agendacli.model.frozen import frozen
from agendacli.words.ids import read_id, slug


@frozen
class Name:
    """The id of an item, empty for one without a title.

    `taken` is the id that its title says, where an item before it or a stated id has that one.
    """

    id: str
    taken: str | None = None


Names = tuple[Name, ...]


def item_names(lists: Iterable[Node]) -> list[Names]:
    """The name of each item of each list, in the order of the file, those in blocks too; what is not a list has none.

    An `id` is as stated, and what is stated twice is left to be told. Else it is the slug of the title up to its first
    colon, or if that is taken the slug of the whole title, at last with a number: so what is stated never gives way.
    """
    said = [[_said(item) for item, _ in with_held(each)] for each in lists]
    ids = _Ids([each for items in said for each in items])
    return [tuple(ids.name(*each) for each in items) for items in said]


def with_held(items: Node) -> list[tuple[Node, bool]]:
    """The items of a list, behind each block those that it holds, and whether a block holds it; of no list none."""
    found: list[tuple[Node, bool]] = []
    for each in items.items if isinstance(items, NodeList) else ():
        held = _held(each)
        found += [(each, False), *((one, True) for one in held)]
    return found


def heading_id(title: str) -> str:
    """The id derived from a title: its slug up to the first colon."""
    return slug(title.partition(":")[0])


def id_to_state(title: str, others: Collection[str]) -> str | None:
    """The id that a new item has to state so that every other keeps its own; None where its title says it."""
    said = heading_id(title)
    if said not in others:
        return None
    return next(found for n in count(2) if (found := f"{said}-{n}") not in others)


class _Ids:
    """The ids that are given so far, and those that are to be given as they are said."""

    def __init__(self, said: Collection[tuple[str, str]]) -> None:
        self._given = {stated for stated, _ in said if stated}
        self._reserved = self._given | {heading_id(title) for _, title in said if title}
        self._numbers: dict[str, Iterator[int]] = {}

    def name(self, stated: str, title: str) -> Name:
        if stated or not title:
            return Name(stated)
        said = heading_id(title)
        found = said if said not in self._given else self._another(slug(title), said)
        self._given.add(found)
        return Name(found, None if found == said else said)

    def _another(self, whole: str, said: str) -> str:
        if whole != said and self._is_free(whole):
            return whole
        numbers = self._numbers.setdefault(whole, count(2))
        return next(found for n in numbers if self._is_free(found := f"{whole}-{n}"))

    def _is_free(self, name: str) -> bool:
        return name not in self._given and name not in self._reserved


def _held(item: Node) -> tuple[Node, ...]:
    if not isinstance(item, Mapping):
        return ()
    values = (value for key, value in item.entries[1:] if key.text == ITEMS.name)
    return next((value.items for value in values if isinstance(value, NodeList)), ())


def _said(item: Node) -> tuple[str, str]:
    """The id that an item states and its title, each empty where it does not; one with an id needs no title."""
    if not isinstance(item, Mapping) or not item.entries:
        return "", ""
    (time, title), *rest = item.entries
    stated = next((_stated(value) for key, value in rest if key.text == SESSION_ID.name), "")
    if stated or not isinstance(title, Scalar) or time.text in SESSION.by_name:
        return stated, ""
    return stated, title.text.strip()


def _stated(value: Node) -> str:
    return (read_id(value.text) or "") if isinstance(value, Scalar) else ""
