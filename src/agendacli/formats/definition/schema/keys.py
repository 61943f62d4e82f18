"""What a key and a table of the definition format are."""

from collections.abc import Mapping
from dataclasses import field
from typing import Generic

from agendacli.formats.definition.shapes.plain import ID_PATTERN
from agendacli.formats.definition.shapes.shape import JsonSchema, Shape, T, keyed, refer
from agendacli.model.frozen import frozen


@frozen
class Key(Generic[T]):
    """A key: its name (and another name that means the same), the shape of its value, and what it says.

    `was` is its name in the release before: such a key is read, with a warning, and goes with the next release.
    `attribute` is the field of the model that keeps the value just as its shape reads it: such a key is decoded and
    written by the table alone. `prose` is a text that may take several lines.
    """

    name: str
    shape: Shape[T]
    summary: str
    example: str = ""
    required: bool = False
    also: str | None = None
    attribute: str | None = None
    prose: bool = False
    was: str | None = None


@frozen
class Table:
    """The keys that one mapping may have. `first_key` says what stands before them, where a key is data.

    `by_name` holds them by every name that means them, `required` those that have to be there.
    """

    name: str
    summary: str
    fields: tuple[Key[object], ...]
    first_key: str | None = None
    by_name: Mapping[str, Key[object]] = field(default_factory=dict, compare=False, repr=False)
    required: tuple[Key[object], ...] = ()


def table_of(name: str, summary: str, *keys: object, first_key: str | None = None) -> Table:
    """A table with its keys looked up beforehand. (`Key` is invariant: keys of several types are objects here.)"""
    fields = tuple(each for each in keys if isinstance(each, Key))
    by_name = {word: each for each in fields for word in (each.name, each.also, each.was) if word}
    return Table(
        name,
        summary=summary,
        fields=fields,
        first_key=first_key,
        by_name=by_name,
        required=tuple(each for each in fields if each.required),
    )


def entries_by_id(name: str) -> JsonSchema:
    """The schema of a mapping from ids to entries of another table."""
    return keyed(ID_PATTERN, refer(name))


def entry_list(name: str) -> JsonSchema:
    """The schema of a list of entries of another table."""
    return {"type": "array", "items": refer(name)}
