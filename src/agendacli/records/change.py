"""The record of a change between two versions of a programme."""

from collections.abc import Iterable, Iterator

from agendacli.analysis.changes.values import ChangeKind, Difference, Matched, Subject, Value
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.when import DayWindow, Timed, TimeWindow, When
from agendacli.records.table import (
    COUNT,
    TEXT,
    TIME,
    Field,
    LazyRecord,
    RecordTable,
    Schema,
    one_of,
    or_null,
    pair_of,
)
from agendacli.records.time import end_text, start_text
from agendacli.words.times.written import hours, words_of

_EVENT_OR_SESSION: Schema = {"type": "string", "pattern": r"^[^/\s]+(/[^/\s]+){0,2}$"}
_STRETCH = {**pair_of(TIME), "title": "start and end"}
_VALUE: Schema = {"anyOf": [_STRETCH, TEXT, {"type": "null"}]}
_MINUTES: Schema = {"type": "integer"}


@frozen
class ShownDifference:
    """A difference, and the zone in which the record shows times (None: the zone of each time)."""

    difference: Difference
    zone: str | None = None

    @property
    def address(self) -> str:
        """The address of the session or event, as the newer version has it."""
        return _address(self.difference.subject)

    @property
    def old_address(self) -> str | None:
        """The older address, where it differs."""
        old = self.difference.old
        found = _address(old) if old is not None else None
        return None if found == self.address else found

    @property
    def title(self) -> str:
        """The title of the session or event."""
        subject = self.difference.subject
        return subject.session.title if isinstance(subject, Occurrence) else subject.title

    @property
    def values(self) -> tuple[object, object]:
        """The old and the new value: `[start, end]` if both times are known exactly, else in words."""
        was, now = self.difference.was, self.difference.now
        if all(value is None or _is_exact(value) for value in (was, now)):
            return self._stretch(was), self._stretch(now)
        if isinstance(was, Timed) and isinstance(now, Timed) and was.start.date() == now.start.date():
            return hours(was), hours(now)
        return _in_words(was, self.difference.old), _in_words(now, self.difference.new)

    def _stretch(self, value: Value) -> object:
        return [start_text(value, self.zone), end_text(value, self.zone)] if isinstance(value, Timed) else None


TABLE: RecordTable[ShownDifference] = RecordTable(
    "change",
    "One fact that two versions of a programme do not share.",
    (
        Field(
            "change", one_of([each.value for each in ChangeKind]), "what happened", lambda it: it.difference.kind.value
        ),
        Field("id", _EVENT_OR_SESSION, "the session or event; of what is removed as it was", lambda it: it.address),
        Field("old_id", or_null(_EVENT_OR_SESSION), "null where it is the same", lambda it: it.old_address),
        Field(
            "matched",
            or_null(one_of([each.value for each in Matched])),
            "what shows that it is one session; null where the ids do",
            lambda it: it.difference.matched and it.difference.matched.value,
        ),
        Field("event", TEXT, "the id of its event", lambda it: it.difference.programme.id),
        Field("title", TEXT, "as printed now; of what is removed as it was", lambda it: it.title),
        Field(
            "old",
            _VALUE,
            "what was: start and end where both versions know them, else in words; null where there was nothing",
            lambda it: it.values[0],
        ),
        Field("new", _VALUE, "what is, in the same way", lambda it: it.values[1]),
        Field(
            "minutes",
            or_null(_MINUTES),
            "how much later, or longer; negative for earlier and shorter; null where that is not known",
            lambda it: it.difference.minutes,
        ),
        Field(
            "person",
            or_null(TEXT),
            "whose seat it is, without honorific",
            lambda it: it.difference.seat and it.difference.seat.name,
        ),
        Field("role", or_null(TEXT), "that person's role", lambda it: it.difference.seat and it.difference.seat.role),
        Field(
            "occurrences",
            or_null(COUNT),
            "of a repeated session: how many changed alike",
            lambda it: it.difference.occurrences,
        ),
        Field(
            "field", or_null(TEXT), "of a text: the key of a definition it stands under", lambda it: it.difference.field
        ),
    ),
)


def change_records(differences: Iterable[Difference], zone: str | None = None) -> Iterator[LazyRecord[ShownDifference]]:
    """The records of differences; times are in `zone` (None: the zone of each time)."""
    return TABLE.records(ShownDifference(each, zone) for each in differences)


def _address(subject: Subject) -> str:
    return subject.id


def _is_exact(value: Value) -> bool:
    return isinstance(value, Timed) and value.end is not None


def _in_words(value: Value, subject: Subject | None) -> str | None:
    return value if value is None or isinstance(value, str) else _words_of(value, subject)


def _words_of(when: When, subject: Subject | None) -> str:
    """The time as a definition writes it; for a part of a day, in the words of the definition."""
    said = subject.session.when_text if isinstance(subject, Occurrence) else None
    if isinstance(when, TimeWindow) and said and said.startswith(f"{when.start.date()}, "):
        return said
    found = words_of(when)
    if found is None:
        return f"{start_text(when)}/{end_text(when) or ''}"
    return found.day if isinstance(when, DayWindow) else f"{found.day}, {found.hours}"
