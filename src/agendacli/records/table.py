"""The table behind each kind of record: its fields with their values, order and JSON Schema; and fields as cells."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from operator import methodcaller
from typing import Generic, TypeVar

from agendacli.model.frozen import frozen

Schema = dict[str, object]
Record = Mapping[str, object]
T = TypeVar("T")
Whole = TypeVar("Whole")

DRAFT = "https://json-schema.org/draft/2020-12/schema"


@frozen
class Field(Generic[T]):
    """A field of a record: its name, its JSON Schema, its meaning, and the function that returns its value."""

    name: str
    schema: Schema
    meaning: str
    get: Callable[[T], object]

    def within(self, part: Callable[[Whole], T]) -> "Field[Whole]":
        """The same field of a value that has such a part."""
        return Field(self.name, self.schema, self.meaning, lambda whole: self.get(part(whole)))


class LazyRecord(Mapping[str, object], Generic[T]):
    """The record of a value; each field is computed on access, every time anew."""

    __slots__ = ("_getters", "_value")

    def __init__(self, value: T, getters: Mapping[str, Callable[[T], object]]) -> None:
        self._value = value
        self._getters = getters

    def __getitem__(self, name: str) -> object:
        return self._getters[name](self._value)

    def __iter__(self) -> Iterator[str]:
        return iter(self._getters)

    def __len__(self) -> int:
        return len(self._getters)


@frozen
class RecordTable(Generic[T]):
    """A kind of record: its name, what it describes, its fields in order.

    A field that is added stands at the end. Only with a higher `version` may one go, move or mean something else.
    """

    name: str
    meaning: str
    fields: tuple[Field[T], ...]
    version: int = 1

    @property
    def field_names(self) -> tuple[str, ...]:
        """The names of the fields in order."""
        return tuple(each.name for each in self.fields)

    def field(self, name: str) -> Field[T]:
        """The field of that name."""
        return next(each for each in self.fields if each.name == name)

    def record(self, value: T) -> dict[str, object]:
        """The record of a value, its fields in the order of the table."""
        return {each.name: each.get(value) for each in self.fields}

    def records(self, values: Iterable[T]) -> Iterator[LazyRecord[T]]:
        """The records of many values, of which perhaps only some fields are used."""
        getters = {each.name: each.get for each in self.fields}
        return (LazyRecord(each, getters) for each in values)

    @property
    def structure(self) -> Schema:
        """The schema of an object with exactly these fields."""
        return {
            "type": "object",
            "properties": {each.name: {"description": each.meaning, **each.schema} for each in self.fields},
            "required": list(self.field_names),
            "additionalProperties": False,
        }

    @property
    def schema(self) -> Schema:
        """The JSON Schema of the record (draft 2020-12), as a document."""
        about = {"title": self.name, "description": self.meaning, "version": self.version}
        return {"$schema": DRAFT, **about, **self.structure}


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


def list_of(items: Schema) -> Schema:
    """The schema of a list."""
    return {"type": "array", "items": items}


def pair_of(items: Schema) -> Schema:
    """The schema of a list of exactly two."""
    return {**list_of(items), "minItems": 2, "maxItems": 2}


def one_or_two(items: Schema) -> Schema:
    """The schema of a list of one or two."""
    return {**list_of(items), "minItems": 1, "maxItems": 2}


def one_of(values: Sequence[str]) -> Schema:
    """The schema of a text that is one of these values."""
    return {"type": "string", "enum": list(values)}


def or_null(schema: Schema) -> Schema:
    """The schema of a value that may be unknown."""
    return {"anyOf": [schema, {"type": "null"}]}


_DAY = r"\d{4}-\d{2}-\d{2}"
_CLOCK = r"T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}(:\d{2})?"

TEXT: Schema = {"type": "string"}
FLAG: Schema = {"type": "boolean"}
COUNT: Schema = {"type": "integer", "minimum": 0}
NUMBER: Schema = {"type": "integer", "minimum": 1}
ADDRESS: Schema = {"type": "string", "pattern": r"^[^/\s]+/[^/\s]+(/[^/\s]+)?$"}
CLOCK: Schema = {"type": "string", "pattern": r"^\d{2}:\d{2}$"}
DATE: Schema = {"type": "string", "pattern": rf"^{_DAY}$"}
TIME: Schema = {"type": "string", "pattern": rf"^{_DAY}{_CLOCK}$"}
DATE_OR_TIME: Schema = {"type": "string", "pattern": rf"^{_DAY}({_CLOCK})?$"}
DURATION: Schema = {"type": "string", "pattern": r"^P(\d+D|T(?=\d)(\d+H)?(\d+M)?(\d+S)?)$"}
STATUS: Schema = one_of(("confirmed", "tentative", "cancelled"))
PRECISION: Schema = one_of(("timed", "days", "window"))
