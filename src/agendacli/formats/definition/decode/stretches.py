"""NodeList that name several stretches of one day: `9.00-12.30, 14.30-18.30: Committee` is two items of one title."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from agendacli.formats.definition.nodes import Mapping, Node, NodeList, Scalar
from agendacli.formats.definition.schema.session import SESSION_ID
from agendacli.formats.definition.session_ids import heading_id
from agendacli.words.times.forms import clock_form

_SIGNS = (",", ";", "&", "/", " and ", " und ", " et ", " y ")


def taken_apart(lists: Sequence[Node]) -> list[Node]:
    """The lists of items, with an item for each stretch of time in the place of one that names several.

    The first keeps the id that the item states, or that its title says where no other title says the same; each
    further one has that with its number behind it.
    """
    if not any(_places(item) for each in lists if isinstance(each, NodeList) for item in each.items):
        return list(lists)
    headings = Counter(heading_id(title) for title in _titles(lists))
    return [
        NodeList(tuple(_each(each.items, headings)), each.span) if isinstance(each, NodeList) else each
        for each in lists
    ]


def _each(items: Iterable[Node], headings: Counter[str]) -> Iterator[Node]:
    for item in items:
        places = _places(item)
        if isinstance(item, Mapping) and places:
            yield from _stretches(item, places, headings)
        else:
            yield item


def _places(item: Node) -> tuple[tuple[int, int], ...]:
    """Where the stretches stand in the time of an item; nothing for one stretch, as most times are."""
    time = item.entries[0][0].text if isinstance(item, Mapping) and item.entries else ""
    if not any(sign in time for sign in _SIGNS) or clock_form(time):
        return ()
    from agendacli.words.times.hours import stretches

    return stretches(time)


def _stretches(item: Mapping, places: Iterable[tuple[int, int]], headings: Counter[str]) -> Iterator[Node]:
    (time, title), *rest = item.entries
    stated = next((value.text for key, value in rest if _is_id(key) and isinstance(value, Scalar)), None)
    said = heading_id(title.text.strip()) if isinstance(title, Scalar) else ""
    name = stated or (said if headings[said] == 1 else None)
    others = tuple((key, value) for key, value in rest if not _is_id(key))
    for number, (start, end) in enumerate(places, start=1):
        part = Scalar(time.text[start:end].strip(), time.part(start, end - start))
        own = _id(name, number, time) if name else ()
        yield Mapping(((part, title), *own, *others), item.span)


def _id(name: str, number: int, time: Scalar) -> tuple[tuple[Scalar, Scalar], ...]:
    text = name if number == 1 else f"{name}-{number}"
    return ((Scalar(SESSION_ID.name, time.span), Scalar(text, time.span)),)


def _is_id(key: Scalar) -> bool:
    return key.text == SESSION_ID.name


def _titles(lists: Iterable[Node]) -> Iterator[str]:
    items = (item for each in lists if isinstance(each, NodeList) for item in each.items)
    pairs = (item.entries[0] for item in items if isinstance(item, Mapping) and item.entries)
    return (title.text.strip() for _, title in pairs if isinstance(title, Scalar))
