"""The fields of a record as cells: the value of a field, and a nested value as one text."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from operator import methodcaller

Record = Mapping[str, object]


def field_value(record: Record, name: str) -> object:
    """The value of a field, None if it has none; `sessions.0` or `people.0.name` reach inside (counted from 0).

    A name reaches into each object of a list: `people.name` is all names.
    """
    value: object = record
    for part in name.split("."):
        value = _inside(value, part)
    return value


def pickers(names: Iterable[str]) -> tuple[Callable[[Record], object], ...]:
    """For each name a function that returns the field of a record, as `picked` does: built once for many records."""
    return tuple(partial(field_value, name=name) if "." in name else methodcaller("get", name) for name in names)


def cell_text(value: object) -> str:
    """The value as one text: empty if unknown, `true` and `false`, the items of a list joined by `; `.

    A person becomes `Name (role)` or `Name (role, to be confirmed)`, without the position; a stretch of time
    `start/end` (ISO 8601); another mapping `key: value, key: value`.
    """
    if isinstance(value, str):
        return str(value)
    if value is None:
        return ""
    if isinstance(value, Mapping):
        return _mapping_text(value)
    if isinstance(value, Sequence):
        return "; ".join(cell_text(each) for each in value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def _inside(value: object, part: str) -> object:
    if isinstance(value, Mapping):
        return value.get(part)
    if not isinstance(value, Sequence) or isinstance(value, str):
        return None
    if not part.isdecimal():
        inside = [each for each in value if isinstance(each, Mapping)]
        return [each.get(part) for each in inside] if inside else None
    return value[int(part)] if int(part) < len(value) else None


def _mapping_text(value: Mapping[str, object]) -> str:
    if "role" in value and "name" in value:
        role = value["role"] if value.get("confirmed", True) else f"{value['role']}, to be confirmed"
        return f"{value['name']} ({role})"
    if value.keys() == {"start", "end"}:
        return f"{value['start']}/{value['end']}"
    return ", ".join(f"{key}: {cell_text(each)}" for key, each in value.items() if each is not None)
