"""The values of properties in the form of iCalendar (RFC 5545 3.3); the library makes components and lines of them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import quote

from icalendar import Component
from icalendar.parser import Contentline, Parameters
from icalendar.prop import vDuration

from agendacli.formats.ics.content_line import name_of, parameters_of, value_of
from agendacli.formats.ics.items import BREAK
from agendacli.formats.ics.text import escaped, summary_line
from agendacli.formats.ics.values import basic
from agendacli.formats.ics.write.times import WrittenTime
from agendacli.model.places import Coordinates

# A programme has few rooms, kinds and stamps, and its sessions many that are alike.
_SHARED = 4096
_CONFERENCE = "CONFERENCE"
_ABSOLUTE = r"[A-Za-z][A-Za-z0-9+.-]*:\S"
# What RFC 3986 lets stand in an address as it is, with the percent sign of what is encoded already.
_ADDRESS = "!#$%&'()*+,/:;=?@[]~"
_PLAIN = Parameters()
_FOLD = BREAK + b" "
_PIECE = re.compile(rb".{1,74}\Z|.{1,73}[^\\^](?![\x80-\xbf])|.{1,74}(?![\x80-\xbf])", re.DOTALL)
"""What a line of a file takes of a content line: up to 74 octets, whole letters, no escape without what it escapes."""


class Value:
    """A value as it stands in its content line, and the parameters before it. It is shared, and never changed."""

    __slots__ = ("params", "written")

    def __init__(self, written: str, params: Parameters = _PLAIN) -> None:
        self.written = written
        self.params = params

    def to_ical(self) -> str:
        """What the library asks a value for."""
        return self.written


def text_value(text: str) -> Value:
    r"""TEXT with its escapes (RFC 5545 3.3.11); the library would take a backslash before an N for a line break."""
    return Value(escaped(text))


class WrittenLine(NamedTuple):
    """A content line as it stands in a file, with its break, and unfolded."""

    data: bytes
    text: str


@lru_cache(maxsize=_SHARED)
def content_line(name: str, value: object) -> WrittenLine:
    """The content line of a property, made once for all entries that share the value, folded (RFC 5545 3.1).

    The library folds letter by letter, a conference's descriptions in 0.1 s: a fifth of what publishing it takes.
    """
    parameters: Any = getattr(value, "params", _PLAIN)
    line = Contentline.from_parts(name, parameters, value)
    return WrittenLine(_FOLD.join(_PIECE.findall(line.encode())) + BREAK, str(line))


def put_texts(component: Component, texts: Mapping[str, str]) -> None:
    """Set every text that is not empty, as one that many entries have."""
    for name, text in texts.items():
        if text:
            component[name] = _common_text(text)


def put_address(component: Component, name: str, address: str | None, value: str = "") -> None:
    """Set an absolute address (RFC 3986), with its VALUE where that is to be said; anything else is left out."""
    plain = _encoded(address) if address else ""
    if plain:
        component[name] = Value(plain, _parameters(VALUE=value) if value else _PLAIN)


def put_kept(component: Component, lines: Iterable[str], join: Iterable[str]) -> None:
    """Set what an item of a calendar keeps as it stood there, and a CONFERENCE for each address (RFC 7986 5.11)."""
    found: dict[str, list[Value]] = {}
    for line in lines:
        found.setdefault(name_of(line), []).append(_value_of(line))
    for name, values in found.items():
        component[name] = values
    said = {each.written for each in found.get(_CONFERENCE, ())}
    more = [each for each in _conferences(join) if each.written not in said]
    if more:
        component[_CONFERENCE] = [*found.get(_CONFERENCE, ()), *more]


def put_times(component: Component, times: Iterable[WrittenTime], range_: str | None = None) -> None:
    """Set times under the names of their properties; `range_` is that of a RECURRENCE-ID."""
    found: dict[str, list[Value]] = {}
    for name, start, zone in times:
        found.setdefault(name, []).append(_time(start, zone, range_ if name == "RECURRENCE-ID" else None))
    for name, values in found.items():
        component[name] = values


@lru_cache(maxsize=_SHARED)
def moment_of(moment: datetime) -> Value:
    """A moment given in UTC."""
    return Value(basic(moment))


@lru_cache(maxsize=_SHARED)
def number_of(number: int) -> Value:
    """An INTEGER."""
    return Value(str(number))


@lru_cache(maxsize=_SHARED)
def texts_of(texts: Sequence[str]) -> Value:
    """A list of TEXT."""
    return Value(",".join(map(escaped, texts)))


@lru_cache(maxsize=_SHARED)
def geo_of(where: Coordinates) -> Value:
    """GEO with six decimals (RFC 5545 3.8.1.6): Python writes small numbers with an exponent."""
    return Value(f"{where.latitude:.6f};{where.longitude:.6f}")


@lru_cache(maxsize=_SHARED)
def duration_of(length: timedelta, value: str = "") -> vDuration:
    """A DURATION, negative before a start, with its VALUE parameter."""
    return vDuration(length, params={"VALUE": value} if value else None)


_common_text = lru_cache(maxsize=_SHARED)(text_value)


@lru_cache(maxsize=_SHARED)
def _time(start: date, zone: str | None, range_: str | None) -> Value:
    form = "" if isinstance(start, datetime) else "DATE"
    return Value(basic(start), _parameters(TZID=zone or "", VALUE=form, RANGE=range_ or ""))


@lru_cache(maxsize=_SHARED)
def _encoded(address: str) -> str:
    """An absolute address, what it cannot hold percent-encoded; empty for anything else."""
    plain = summary_line(address)
    return quote(plain, safe=_ADDRESS) if re.match(_ABSOLUTE, plain) else ""


@lru_cache(maxsize=_SHARED)
def _parameters(**parameters: str) -> Parameters:
    """Those parameters that are not empty."""
    return Parameters({name: value for name, value in parameters.items() if value})


def _value_of(line: str) -> Value:
    parameters = {name: summary_line(value) for name, value in parameters_of(line).items()}
    if name_of(line) == _CONFERENCE:
        parameters.setdefault("VALUE", "URI")
    return Value(summary_line(value_of(line)), Parameters(parameters))


def _conferences(join: Iterable[str]) -> Iterator[Value]:
    addresses = filter(None, map(_encoded, join))
    return (Value(each, _parameters(VALUE="URI")) for each in dict.fromkeys(addresses))
