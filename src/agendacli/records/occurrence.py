"""The record of an occurrence."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant
from agendacli.model.programme import Privacy
from agendacli.model.when import DAY, Days, DayWindow, Hours, Timed, TimeWindow, days_touched
from agendacli.records.table import (
    ADDRESS,
    CLOCK,
    COUNT,
    DATE,
    DATE_OR_TIME,
    DURATION,
    FLAG,
    PRECISION,
    STATUS,
    TEXT,
    Field,
    LazyRecord,
    RecordTable,
    list_of,
    one_of,
    or_null,
)
from agendacli.records.time import duration_text, end_text, iso_clock, start_text

_SPEAKING = ("speaker", "panellist", "expert", "thematic expert")


@frozen
class ShownOccurrence:
    """An occurrence, and the zone in which the record shows times (None: its own)."""

    occurrence: Occurrence
    zone: str | None = None

    @cached_property
    def start(self) -> str:
        """The day or moment at which it begins, of a window its bound; three fields say something of it."""
        return start_text(self.occurrence.when, self.zone)

    @cached_property
    def end(self) -> str | None:
        """The day after the last or the moment of the end, if it is stated."""
        return end_text(self.occurrence.when, self.zone)

    @property
    def hours(self) -> str | None:
        """For days `unknown` or `all`; None for everything else."""
        when = self.occurrence.when
        return when.hours.value if isinstance(when, Days) else None

    @property
    def is_timed(self) -> bool:
        """Whether its hours are known."""
        return isinstance(self.occurrence.when, Timed)

    @property
    def day(self) -> str | None:
        """The day on which it begins; None of a window of several days."""
        when = self.occurrence.when
        first, after = days_touched(when)
        is_open = isinstance(when, DayWindow | TimeWindow) and after - first > DAY
        return None if is_open else self.start[:10]

    @property
    def speakers(self) -> list[str]:
        """The names of those who speak, in whatever role."""
        people = self.occurrence.session.participants
        return [each.name for each in people if each.person and each.role in _SPEAKING]

    @property
    def hangs_on(self) -> str | None:
        """The address of the session to which its time is relative."""
        other = self.occurrence.session.relative_to
        return f"{self.occurrence.programme.id}/{other}" if other else None


PERSON: RecordTable[Participant] = RecordTable(
    "person",
    "A person in a session, as printed there.",
    (
        Field("id", or_null(TEXT), "null for a seat that has no name yet", lambda seat: seat.person and seat.person.id),
        Field("name", TEXT, "without honorific; the printed words of a seat without a name", lambda seat: seat.name),
        Field("role", TEXT, "panellist, moderator, chair …", lambda seat: seat.role),
        Field("position", or_null(TEXT), "as printed there", lambda seat: seat.position),
        Field("confirmed", FLAG, "false: to be confirmed", lambda seat: seat.confirmed),
    ),
)

TABLE: RecordTable[ShownOccurrence] = RecordTable(
    "occurrence",
    "A session of a programme, and when it takes place.",
    (
        Field("id", ADDRESS, "the address EVENT/SESSION", lambda it: it.occurrence.id),
        Field("event", TEXT, "the id of its event", lambda it: it.occurrence.programme.id),
        Field("title", TEXT, "as printed", lambda it: it.occurrence.session.title),
        Field("kind", TEXT, "panel, plenary, lunch, deadline …", lambda it: it.occurrence.session.kind),
        Field("status", STATUS, "tentative: it is itself to be confirmed", lambda it: it.occurrence.status.value),
        Field(
            "precision",
            PRECISION,
            "what is known of its time: a start on the clock, its days, or a window that it lies in",
            lambda it: it.occurrence.when.precision,
        ),
        Field(
            "start",
            DATE_OR_TIME,
            "a day, or a time with its offset; of a window its bound",
            lambda it: it.start,
        ),
        Field(
            "end",
            or_null(DATE_OR_TIME),
            "exclusive; null when no document states it",
            lambda it: it.end,
        ),
        Field(
            "duration",
            or_null(DURATION),
            "ISO 8601; of a window the length that has to fit inside; null when not known",
            lambda it: duration_text(it.occurrence.when),
        ),
        Field("timezone", or_null(TEXT), "the IANA zone of its own clocks", lambda it: it.occurrence.zone),
        Field("city", or_null(TEXT), "the city", lambda it: it.occurrence.place.city),
        Field("venue", or_null(TEXT), "the building", lambda it: it.occurrence.place.venue),
        Field("room", or_null(TEXT), "the room as printed", lambda it: it.occurrence.room),
        Field("transparent", FLAG, "true: it takes nobody's time", lambda it: it.occurrence.session.transparent),
        Field("description", or_null(TEXT), "more about it", lambda it: it.occurrence.session.description),
        Field("url", or_null(TEXT), "its own page", lambda it: it.occurrence.session.url),
        Field(
            "sources",
            list_of(TEXT),
            "the documents that say so, SOURCE:LINE or SOURCE",
            lambda it: [str(each) for each in it.occurrence.session.citations],
        ),
        Field(
            "people",
            list_of(PERSON.structure),
            "in the printed order",
            lambda it: [PERSON.record(each) for each in it.occurrence.session.participants],
        ),
        Field(
            "hours",
            or_null(one_of([each.value for each in Hours])),
            "of days: all of them, or unknown; null of everything else",
            lambda it: it.hours,
        ),
        Field("when_text", or_null(TEXT), "the printed words of its time", lambda it: it.occurrence.session.when_text),
        Field("relative_to", or_null(ADDRESS), "the session that its time depends on", lambda it: it.hangs_on),
        Field(
            "date", or_null(DATE), "the day on which it begins; null where it may be one of several", lambda it: it.day
        ),
        Field(
            "start_time",
            or_null(CLOCK),
            "the hour at which it begins; null where that is not known",
            lambda it: iso_clock(it.start) if it.is_timed else None,
        ),
        Field(
            "end_time",
            or_null(CLOCK),
            "the hour at which it ends; null where that is not known",
            lambda it: iso_clock(it.end) if it.is_timed else None,
        ),
        Field(
            "speakers",
            list_of(TEXT),
            "the names of speakers, panellists and experts, as printed",
            lambda it: it.speakers,
        ),
        Field(
            "privacy",
            one_of([each.value for each in Privacy]),
            "who may see it",
            lambda it: it.occurrence.session.privacy.value,
        ),
        Field("join", list_of(TEXT), "where it is joined from afar", lambda it: [*it.occurrence.join]),
        Field(
            "categories",
            list_of(TEXT),
            "such as its track",
            lambda it: list(it.occurrence.session.categories),
        ),
        Field("rooms", list_of(TEXT), "each room that it takes, as printed", lambda it: list(it.occurrence.rooms)),
        Field("parent", or_null(ADDRESS), "the block that it is an item of", lambda it: it.occurrence.parent),
        Field(
            "priority",
            COUNT,
            "how much it counts for a delegation, 1 unless its definition says",
            lambda it: it.occurrence.session.priority,
        ),
    ),
)


def occurrence_records(
    occurrences: Iterable[Occurrence], zone: str | None = None
) -> Iterator[LazyRecord[ShownOccurrence]]:
    """The records of many occurrences, as `occurrence_record` returns them."""
    return TABLE.records(ShownOccurrence(each, zone) for each in occurrences)


def occurrence_record(occurrence: Occurrence, zone: str | None = None) -> dict[str, object]:
    """The record of an occurrence; times are in `zone` (None: its own)."""
    return TABLE.record(ShownOccurrence(occurrence, zone))
