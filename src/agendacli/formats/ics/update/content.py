"""What a VEVENT says of its session, and whether another says something else: how a program writes it does not matter.

Nor does what the programme does not speak of: reminders, privacy, an address, words after the text may be anybody's.
"""

from collections.abc import Callable, Collection, Hashable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from agendacli.formats.ics.content_line import cut, name_of, outside_quotes, parameter
from agendacli.formats.ics.items import Entry
from agendacli.formats.ics.provenance import MARKS, added_to, without_paragraphs, without_provenance
from agendacli.formats.ics.states import unmarked
from agendacli.formats.ics.text import read_escaped, read_escaped_list
from agendacli.formats.ics.values import read_coordinates, read_date_time, read_duration
from agendacli.model.frozen import frozen
from agendacli.model.programme import KINDS, Status
from agendacli.model.zones import instant
from agendacli.words.zones import zone_named

_DAY = timedelta(days=1)
_STATUSES = {each.value.upper(): each for each in Status}
_NEAR = 1e-5
_DECIMALS = 6
_REPEATS = frozenset({"RRULE", "RDATE", "EXDATE"})
_PLAIN_KIND = "session"

Moment = date | str
"""A day, an instant, or a time that cannot be read, as it is written."""


@frozen
class Pair:
    """An entry as it is to be (`now`) and as somebody has it (`then`), and all categories of the programme."""

    now: Entry
    then: Entry
    categories: frozenset[str] = frozenset()


class Fact(NamedTuple):
    """A fact of an entry: its word, the properties that hold it, and whether two entries differ in it."""

    word: str
    names: frozenset[str]
    differs: Callable[[Pair], bool]


def differences(pair: Pair) -> tuple[str, ...]:
    """The words for the facts in which two entries differ, in the order in which they are reported."""
    changed = {name_of(each) for each in {*pair.now.lines} ^ {*pair.then.lines}}
    return facts_in_order({each.word for each in _FACTS if not each.names.isdisjoint(changed) and each.differs(pair)})


def original(entry: Entry) -> Hashable:
    """The start of the occurrence that an entry stands for; empty for a series or a single one."""
    return next(moments(entry, "RECURRENCE-ID"), "")


def category_words(entry: Entry) -> frozenset[str]:
    """The words of its CATEGORIES; one with a comma is several, as some programs make of it."""
    values = (line.partition(":")[2] for line in entry.lines if name_of(line) == "CATEGORIES")
    texts = (each for value in values for text in read_escaped_list(value) for each in text.split(","))
    return frozenset(filter(None, map(str.strip, texts)))


def extra_categories(pair: Pair) -> frozenset[str]:
    """The words that somebody added to the categories: neither a kind, nor a category of any session there is now."""
    return category_words(pair.then) - category_words(pair.now) - pair.categories - {*KINDS}


def facts_in_order(words: Collection[str]) -> tuple[str, ...]:
    """The words for facts in the order in which they are reported."""
    return tuple(dict.fromkeys(each.word for each in _FACTS if each.word in words))


def status_of(entry: Entry) -> Status | None:
    """The status of an entry; None for one that it does not have."""
    return _STATUSES.get(_status(entry))


def is_private(entry: Entry) -> bool:
    """Whether CLASS is not PUBLIC."""
    return entry.value("CLASS").strip().upper() not in {"", "PUBLIC"}


def start_of(entry: Entry) -> Moment | None:
    """When it begins."""
    return next(moments(entry, "DTSTART"), None)


def duration_of_entry(entry: Entry) -> timedelta | None:
    """How long it takes, None where that is not known."""
    start, end = start_of(entry), _end(entry)
    return end - start if isinstance(start, date) and isinstance(end, date) and type(start) is type(end) else None


def moments(entry: Entry, name: str) -> Iterator[Moment]:
    """The times of the properties of that name."""
    return (each for line in entry.lines if name_of(line) == name for each in _when(line))


def _when(line: str) -> Iterator[Moment]:
    """The times of a property."""
    head, value = cut(line)
    parameters = dict(parameter(each) for each in outside_quotes(head, ";")[1:])
    for text in (value or "").split(","):
        yield _moment(text.strip(), parameters)


def _moment(text: str, parameters: dict[str, str]) -> Moment:
    moment = read_date_time(text)
    tzid = parameters.get("TZID", "")
    zone = zone_named(tzid) if tzid else None
    if not isinstance(moment, datetime):
        return moment or f"{tzid}:{text}"
    if moment.tzinfo:
        return moment.astimezone(UTC)
    return instant(moment, zone) if zone else f"{tzid}:{text}"


def _start(entry: Entry) -> tuple[Moment | None, str]:
    """When it begins; of what repeats with the zone, whose clocks it follows."""
    zone = next(_zones(entry), "") if _repeats(entry) else ""
    return start_of(entry), zone


def _zones(entry: Entry) -> Iterator[str]:
    for line in entry.lines:
        if name_of(line) == "DTSTART":
            parameters = dict(parameter(each) for each in outside_quotes(cut(line)[0], ";")[1:])
            tzid = parameters.get("TZID", "")
            yield zone_named(tzid) or tzid


def _repeats(entry: Entry) -> bool:
    return any(name_of(line) in _REPEATS for line in entry.lines)


def _end(entry: Entry) -> Moment | None:
    """When it ends: a day later, for a day; None where it is not known, or is the start."""
    start = start_of(entry)
    usual = start + _DAY if isinstance(start, date) and not isinstance(start, datetime) else start
    end = next(moments(entry, "DTEND"), None) or _after(start, entry.value("DURATION")) or usual
    return None if end == start else end


def _after(start: Moment | None, text: str) -> Moment | None:
    length = read_duration(text) if text else None
    if length is None or not isinstance(start, date):
        return text or None
    return start + length.days * _DAY + length.rest


def _series(entry: Entry) -> tuple[frozenset[str], frozenset[Moment], frozenset[Moment]]:
    rules = (line.partition(":")[2].upper() for line in entry.lines if name_of(line) == "RRULE")
    parts = frozenset(";".join(sorted(filter(None, map(str.strip, each.split(";"))))) for each in rules)
    return parts, frozenset(moments(entry, "RDATE")), frozenset(moments(entry, "EXDATE"))


def _status(entry: Entry) -> str:
    return entry.value("STATUS").strip().upper() or "CONFIRMED"


def _title(entry: Entry) -> str:
    title = read_escaped(entry.value("SUMMARY")).strip()
    return unmarked(title, status_of(entry) or Status.CONFIRMED)


def _place(entry: Entry) -> str:
    return read_escaped(entry.value("LOCATION")).strip()


def _transparency(entry: Entry) -> str:
    return entry.value("TRANSP").strip().upper() or "OPAQUE"


def _is_elsewhere(pair: Pair) -> bool:
    """Whether the coordinates differ by more than what a program loses that holds them in few bits."""
    now, then = (read_coordinates(each.value("GEO")) for each in (pair.now, pair.then))
    if now is None or then is None:
        return now is not None
    apart = (now.latitude - then.latitude, now.longitude - then.longitude)
    return any(round(abs(each), _DECIMALS) >= _NEAR for each in apart)


def _has_other_categories(pair: Pair) -> bool:
    """Whether it lacks a category, or has one that another session of the programme has, or a kind: those are ours."""
    now, then = category_words(pair.now), category_words(pair.then)
    return bool((now ^ then) - extra_categories(pair) - {_PLAIN_KIND})


def _unlike(read: Callable[[Entry], object]) -> Callable[[Pair], bool]:
    return lambda pair: read(pair.now) != read(pair.then)


def _said_otherwise(read: Callable[[Entry], object]) -> Callable[[Pair], bool]:
    """Whether the programme says this at all, and otherwise than it stands there."""
    return lambda pair: bool(read(pair.now)) and read(pair.now) != read(pair.then)


def added_words(pair: Pair) -> str:
    """What somebody wrote into the text of an entry."""
    now, then = (read_escaped(each.value("DESCRIPTION")) for each in (pair.now, pair.then))
    return added_to(then, pair.then.value(MARKS), now)


def _has_other_text(pair: Pair) -> bool:
    """Whether the programme says something else in words than it did, whatever others wrote beside that."""
    now, then = (read_escaped(each.value("DESCRIPTION")) for each in (pair.now, pair.then))
    text = without_provenance(now)
    return bool(text) and text != without_provenance(without_paragraphs(then, added_words(pair)))


_FACTS = (
    Fact("start", frozenset({"DTSTART", *_REPEATS}), _unlike(_start)),
    Fact("end", frozenset({"DTSTART", "DTEND", "DURATION"}), _unlike(_end)),
    Fact("repeats", _REPEATS, _unlike(_series)),
    Fact("status", frozenset({"STATUS"}), _unlike(_status)),
    Fact("title", frozenset({"SUMMARY"}), _unlike(_title)),
    Fact("place", frozenset({"LOCATION"}), _unlike(_place)),
    Fact("place", frozenset({"GEO"}), _is_elsewhere),
    Fact("text", frozenset({"DESCRIPTION"}), _has_other_text),
    Fact("categories", frozenset({"CATEGORIES"}), _has_other_categories),
    Fact("address", frozenset({"URL"}), _said_otherwise(lambda entry: entry.value("URL").strip())),
    Fact("whose time it takes", frozenset({"TRANSP"}), _unlike(_transparency)),
    Fact("privacy", frozenset({"CLASS"}), _said_otherwise(lambda entry: entry.value("CLASS").strip().upper())),
)
