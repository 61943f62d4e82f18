"""The values of the model as JSON and back: a tuple is a list, any other value an object that names its kind.

Only the kinds listed here are ever created, so that reading a foreign file cannot run code.
"""

from collections.abc import Callable, Sequence
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta
from functools import cache
from operator import attrgetter
from typing import Any, cast

from agendacli.model.diagnostic import Code, Diagnostic, Note
from agendacli.model.people import Absence, Participant, Person
from agendacli.model.places import City, Coordinates, DeclaredRoom, Gazetteer, Place, Transfer, Venue
from agendacli.model.programme import Change, Privacy, Programme, Repeat, Session, Status
from agendacli.model.said import Names
from agendacli.model.source import Citation, Source, Variant
from agendacli.model.span import Span
from agendacli.model.when import Days, DayWindow, Hours, Timed, TimeWindow

Json = Any
"""The types that `json` writes and reads."""

_KIND, _VALUE = "k", "v"
_SPAN = "@"
_SHARED = "#"

_PLAIN = frozenset({str, int, float, bool, type(None)})
_CLASSES: tuple[type[Any], ...] = (
    Absence, Change, Citation, City, Coordinates, Days, DayWindow, DeclaredRoom, Diagnostic, Gazetteer, Names, Note,
    Participant, Person, Place, Programme, Repeat, Session, Source, Timed, TimeWindow, Transfer, Variant, Venue,
)  # fmt: skip
_PACKED = frozenset(_CLASSES)


class Packer:
    """Turns values into JSON. `files` and `shared` are stored with it: values used many times are stored once."""

    def __init__(self) -> None:
        self.files: dict[str, int] = {}
        self.shared: list[Json] = []
        self._places: dict[int, tuple[object, int]] = {}

    def pack(self, value: object) -> Json:
        """The value as JSON. Raises KeyError for a value that is not of the model."""
        kind = type(value)
        if kind in _PLAIN:
            return value
        if kind is tuple:
            return [self.pack(each) for each in cast("tuple[object, ...]", value)]
        if isinstance(value, Span):
            file = self.files.setdefault(value.file, len(self.files))
            sheet = () if value.sheet is None else (value.sheet,)
            return {_KIND: _SPAN, _VALUE: [file, value.line, value.column, value.length, *sheet]}
        if isinstance(value, Person):
            return {_KIND: _SHARED, _VALUE: self._share(value)}
        if kind in _PACKED:
            return self._fields(value)
        name = kind.__name__
        return {_KIND: name, _VALUE: self._set(value) if isinstance(value, frozenset) else _SIMPLE[name][0](value)}

    def _share(self, value: object) -> int:
        """The index of a shared value, found by identity: an equal value may lie elsewhere."""
        _, place = self._places.get(id(value), (None, None))
        if place is None:
            place = len(self.shared)
            self.shared.append(self._fields(value))
            self._places[id(value)] = value, place
        return place

    def _fields(self, value: object) -> Json:
        kind: Any = type(value)
        packed = {_KIND: kind.__name__}
        for name, default in _defaults(kind):
            found = getattr(value, name)
            if found is not default:  # which never holds without a default
                packed[name] = found if type(found) is str else self.pack(found)
        return packed

    def _set(self, values: frozenset[object]) -> Json:
        return [self.pack(each) for each in sorted(values, key=str)]


class Unpacker:
    """Turns JSON of a Packer back into values. Otherwise raises ValueError, TypeError, LookupError, AttributeError."""

    def __init__(self, files: Sequence[str], shared: Sequence[Json]) -> None:
        self._files = files
        self._readers: dict[str, Callable[[Json], object]] = {
            _SPAN: self._span,
            _SHARED: lambda place: self._shared[place],
            frozenset.__name__: lambda values: frozenset(map(self.unpack, values)),
            **{name: read for name, (_, read) in _SIMPLE.items()},
        }
        self._shared = [self.unpack(each) for each in shared]

    def unpack(self, packed: Json) -> Json:
        """The value of that JSON."""
        # Most values are plain: a call for each of them would be a third of the time.
        if type(packed) is list:
            return tuple([each if type(each) in _PLAIN else self.unpack(each) for each in packed])
        if type(packed) is not dict:
            return packed
        name = packed[_KIND]
        if name not in _NAMED:
            return self._readers[name](packed[_VALUE])
        given = {field: each if type(each) in _PLAIN else self.unpack(each) for field, each in packed.items()}
        del given[_KIND]
        return _NAMED[name](**given)

    def _span(self, packed: Sequence[Any]) -> Span:
        file, line, column, length, *sheet = packed
        return Span(self._files[file], line, column, length, sheet=sheet[0] if sheet else None)


@cache
def _defaults(kind: type[Any]) -> tuple[tuple[str, object], ...]:
    """The fields of a kind with their defaults, which only a run that packs looks at."""
    return tuple((each.name, each.default) for each in fields(kind))


def _moment(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    return found.replace(tzinfo=UTC) if found.tzinfo else found


def _code(name: str) -> Code:
    from agendacli.model.codes import CODES  # only diagnostics need them
    from agendacli.model.exchange_codes import EXCHANGE_CODES
    from agendacli.model.version_codes import VERSION_CODES

    return next(each for each in (*CODES, *EXCHANGE_CODES, *VERSION_CODES) if each.name == name)


_NAMED = {each.__name__: each for each in _CLASSES}
_SIMPLE: dict[str, tuple[Callable[[Any], Json], Callable[[Json], object]]] = {
    "date": (date.isoformat, date.fromisoformat),
    "datetime": (lambda it: [it.isoformat(), it.fold], lambda it: _moment(it[0]).replace(fold=it[1])),
    "timedelta": (timedelta.total_seconds, lambda it: timedelta(seconds=it)),
    "Status": (str, Status),
    "Privacy": (str, Privacy),
    "Hours": (str, Hours),
    "Code": (attrgetter("name"), _code),
}
