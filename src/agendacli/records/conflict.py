"""The record of a conflict."""

from collections.abc import Iterable, Iterator

from agendacli.analysis.conflicts.values import Certainty, Conflict, Kind
from agendacli.analysis.conflicts.wording import sentence
from agendacli.model.frozen import frozen
from agendacli.records.table import (
    ADDRESS,
    COUNT,
    DATE,
    TEXT,
    TIME,
    Field,
    LazyRecord,
    RecordTable,
    list_of,
    one_of,
    one_or_two,
    or_null,
)
from agendacli.records.time import instant_text, iso_day


@frozen
class ShownConflict:
    """A conflict, and the zone in which the record shows times (None: that of the first session that has one)."""

    conflict: Conflict
    zone: str | None = None

    @property
    def clock(self) -> str:
        """The zone of the times; UTC where both sessions are days without a zone."""
        return self.zone or self.conflict.first.zone or self.conflict.second.zone or "UTC"

    @property
    def start(self) -> str:
        """The start of the common time or of its outer bounds."""
        return instant_text(self.conflict.start, self.clock)

    @property
    def end(self) -> str:
        """The end of the common time or of its outer bounds, exclusive."""
        return instant_text(self.conflict.end, self.clock)

    @property
    def days(self) -> list[str] | None:
        """The days on which the two clash, if that depends on days."""
        days = self.conflict.days
        return None if days is None else [iso_day(each) for each in days]

    @property
    def categories(self) -> list[str]:
        """The categories of both sessions, without duplicates."""
        sessions = self.conflict.sessions
        return list(dict.fromkeys(each for session in sessions for each in session.session.categories))


TABLE: RecordTable[ShownConflict] = RecordTable(
    "conflict",
    "Two sessions that cannot both be kept, or one in which somebody is absent.",
    (
        Field(
            "kind",
            one_of([each.value for each in Kind]),
            "one attendee, room, person or category in both, too little time for a way or a pause between them; "
            "or a person’s absence",
            lambda it: it.conflict.kind.value,
        ),
        Field(
            "certainty",
            one_of([each.value for each in Certainty]),
            "possible: it depends on what is not known yet",
            lambda it: it.conflict.certainty.value,
        ),
        Field(
            "sessions",
            one_or_two(ADDRESS),
            "the earlier start first, then the later end, then the id; one of an absence",
            lambda it: [each.id for each in it.conflict.sessions],
        ),
        Field("start", TIME, "the time that both take, with its offset; else its outer bound", lambda it: it.start),
        Field("end", TIME, "exclusive", lambda it: it.end),
        Field(
            "minutes",
            or_null(COUNT),
            "how long that is; null when only its bounds are known",
            lambda it: it.conflict.minutes,
        ),
        Field(
            "subject",
            or_null(TEXT),
            "the room, person, category; null for an attendee",
            lambda it: it.conflict.subject,
        ),
        Field(
            "days",
            or_null(list_of(DATE)),
            "of what depends on days: those on which the two clash",
            lambda it: it.days,
        ),
        Field("free", or_null(COUNT), "how many of the candidates do not clash", lambda it: it.conflict.free),
        Field(
            "candidates",
            or_null(COUNT),
            "on how many days, or pairs of days, the window lets it begin",
            lambda it: it.conflict.candidates,
        ),
        Field(
            "depends_on",
            list_of(TEXT),
            "what is not known yet; empty for what is certain",
            lambda it: list(it.conflict.depends_on),
        ),
        Field("message", TEXT, "one sentence that says all this", lambda it: sentence(it.conflict, it.zone)),
        Field(
            "categories",
            list_of(TEXT),
            "those of the two sessions, such as tracks",
            lambda it: it.categories,
        ),
    ),
)


def conflict_records(conflicts: Iterable[Conflict], zone: str | None = None) -> Iterator[LazyRecord[ShownConflict]]:
    """The records of many conflicts, as `conflict_record` returns them."""
    return TABLE.records(ShownConflict(each, zone) for each in conflicts)


def conflict_record(conflict: Conflict, zone: str | None = None) -> dict[str, object]:
    """The record of a conflict; times are in `zone` (None: that of the earlier session)."""
    return TABLE.record(ShownConflict(conflict, zone))
