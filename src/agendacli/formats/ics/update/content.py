"""What a VEVENT says, however a program writes it: order, folds, quotation marks and escapes make no difference."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from agendacli.formats.ics.content_line import name_of
from agendacli.formats.ics.items import Entry

Content = frozenset[tuple[str, str]]
"""Names of properties and what each says."""

ALARM = "VALARM"
"""The name under which all that an entry's reminders say stands."""

# The properties that say what an item is, in the words for people, in the order in which changes are told. What an app
# adds of its own to a file, and what tells versions apart, does not make an item another one.
FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "DTSTART": "start",
        "DTEND": "end",
        "DURATION": "end",
        "RRULE": "repeats",
        "RDATE": "repeats",
        "EXDATE": "repeats",
        "RECURRENCE-ID": "repeats",
        "STATUS": "status",
        "SUMMARY": "title",
        "LOCATION": "place",
        "GEO": "place",
        "DESCRIPTION": "text",
        "CATEGORIES": "categories",
        "URL": "address",
        "TRANSP": "whose time it takes",
        "X-MICROSOFT-CDO-BUSYSTATUS": "whose time it takes",
        "COLOR": "colour",
        ALARM: "reminder",
    }
)
_ALARM_PROPERTIES = frozenset({"BEGIN", "END", "ACTION", "DESCRIPTION", "TRIGGER", "DURATION", "REPEAT"})
_LINE = re.compile(r'([^;:]*)((?:"[^"]*"|[^":])*):(.*)', re.DOTALL)
_PARAMETER = re.compile(r';\s*(TZID|VALUE|RANGE)=("[^"]*"|[^";:]*)')
_QUOTE = '"'
_USUAL = frozenset({"VALUE=DATE-TIME", "VALUE=DURATION", "VALUE=TEXT", "VALUE=URI"})
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_BETWEEN = re.compile(r"((?:\\.|[^\\,])*)(?:,|$)", re.DOTALL)


def as_written(entry: Entry) -> Content:
    """The lines that say what the item is, as they stand: equal ones say the same."""
    own = ((name_of(line), line) for line in entry.lines)
    return frozenset((*(each for each in own if each[0] in FIELDS), *((ALARM, line) for line in _of_alarms(entry))))


def content(entry: Entry) -> Content:
    """What the lines say that say what the item is: two programs that say the same give the same."""
    own = (each for line in entry.lines if name_of(line) in FIELDS for each in _said(line))
    alarms = sorted(f"{name}:{value}" for line in _of_alarms(entry) for name, value in _said(line))
    return frozenset((*own, *([(ALARM, "\n".join(alarms))] if alarms else [])))


def _of_alarms(entry: Entry) -> Iterable[str]:
    return (line for line in entry.parts if name_of(line) in _ALARM_PROPERTIES)


def _said(line: str) -> Iterator[tuple[str, str]]:
    found = _LINE.fullmatch(line)
    if found is None:
        yield name_of(line), line
        return
    name = name_of(line)
    given = (f"{key}={value.strip(_QUOTE)}" for key, value in _PARAMETER.findall(found[2].upper()))
    parameters = ";".join(sorted(each for each in given if each not in _USUAL))
    for value in _VALUES.get(name, _plain)(found[3]):
        yield name, f"{parameters}:{value}"


def _plain(value: str) -> Iterable[str]:
    return (value.strip(),)


def _word(value: str) -> Iterable[str]:
    return (value.strip().upper(),)


def _text(value: str) -> Iterable[str]:
    return (_ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value).strip(),)


def _texts(value: str) -> Iterable[str]:
    return (text for each in _BETWEEN.findall(value) if each for text in _text(each))


def _times(value: str) -> Iterable[str]:
    return (each.strip() for each in value.split(","))


def _rule(value: str) -> Iterable[str]:
    return (";".join(sorted(each.strip() for each in value.upper().split(";") if each.strip())),)


def _degrees(value: str) -> Iterable[str]:
    try:
        return (";".join(f"{float(each):.6f}" for each in value.split(";")),)
    except ValueError:
        return _plain(value)


_VALUES: Mapping[str, Callable[[str], Iterable[str]]] = MappingProxyType(
    {
        "SUMMARY": _text,
        "DESCRIPTION": _text,
        "LOCATION": _text,
        "CATEGORIES": _texts,
        "RDATE": _times,
        "EXDATE": _times,
        "RRULE": _rule,
        "GEO": _degrees,
        "STATUS": _word,
        "TRANSP": _word,
        "X-MICROSOFT-CDO-BUSYSTATUS": _word,
        "COLOR": _word,
        "BEGIN": _word,
        "END": _word,
        "ACTION": _word,
    }
)
