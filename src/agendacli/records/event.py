"""The record of a programme, which the command line calls an event."""

from agendacli.analysis.event_dates import endless, endless_rule, event_dates
from agendacli.model.frozen import frozen
from agendacli.model.programme import Programme, Session
from agendacli.model.when import When, days_touched
from agendacli.records.table import (
    COUNT,
    DATE,
    DATE_OR_TIME,
    PRECISION,
    STATUS,
    TEXT,
    Field,
    RecordTable,
    list_of,
    or_null,
)
from agendacli.records.time import end_text, iso_day, start_text


@frozen
class ShownProgramme:
    """A programme, when it takes place, and the zone in which the record shows times (None: its own)."""

    programme: Programme
    when: When | None
    zone: str | None = None

    @property
    def start(self) -> str | None:
        """The first day or moment, if known."""
        return start_text(self.when, self.zone) if self.when else None

    @property
    def end(self) -> str | None:
        """The day after the last, or the moment of the end; None if unknown or if it never ends."""
        return end_text(self.when, self.zone) if self.when and not endless(self.programme) else None

    @property
    def repeats(self) -> str | None:
        """How often a session without end repeats; None if all sessions end."""
        found = endless(self.programme)
        return "; ".join(dict.fromkeys(_repeats(each) for each in found)) if found else None

    @property
    def timezone(self) -> str | None:
        """The zone of the programme, else that of its dates."""
        return self.programme.zone or (self.when.zone if self.when else None)

    @property
    def revision(self) -> str | None:
        """The day of this version, if it states one."""
        return iso_day(self.programme.revision) if self.programme.revision else None


def shown_programme(programme: Programme, zone: str | None) -> ShownProgramme:
    """The programme with its own dates, else with those that its sessions span."""
    return ShownProgramme(programme, event_dates(programme), zone)


def _repeats(session: Session) -> str:
    from agendacli.words.times.written_repeats import repeat_words  # for what few programmes have

    rule = endless_rule(session)
    return repeat_words(rule, days_touched(session.when)[0]) if rule else ""


TABLE: RecordTable[ShownProgramme] = RecordTable(
    "event",
    "A programme: one definition or one calendar file.",
    (
        Field("id", TEXT, "the address EVENT", lambda it: it.programme.id),
        Field("title", TEXT, "as printed", lambda it: it.programme.title),
        Field("short_title", or_null(TEXT), "a few words", lambda it: it.programme.short_title),
        Field("kind", TEXT, "meeting, conference, working group …", lambda it: it.programme.kind),
        Field("status", STATUS, "tentative: it is itself to be confirmed", lambda it: it.programme.status.value),
        Field(
            "precision",
            or_null(PRECISION),
            "what is known of its time; null when nothing is",
            lambda it: it.when.precision if it.when else None,
        ),
        Field(
            "start",
            or_null(DATE_OR_TIME),
            "as stated, else of the sessions that take time: a day, or a time with its offset",
            lambda it: it.start,
        ),
        Field("end", or_null(DATE_OR_TIME), "exclusive; null when not known, or without end", lambda it: it.end),
        Field("timezone", or_null(TEXT), "the IANA zone of its own clocks", lambda it: it.timezone),
        Field("city", or_null(TEXT), "the city", lambda it: it.programme.place.city),
        Field("country", or_null(TEXT), "the country", lambda it: it.programme.place.country),
        Field("venue", or_null(TEXT), "the building", lambda it: it.programme.place.venue),
        Field("sessions", COUNT, "how many sessions it has", lambda it: len(it.programme.sessions)),
        Field("revision", or_null(DATE), "the day of this version", lambda it: it.revision),
        Field("url", or_null(TEXT), "its page", lambda it: it.programme.url),
        Field("file", TEXT, "the file that it was read from", lambda it: it.programme.file),
        Field(
            "repeats", or_null(TEXT), "how often what never ends takes place: `every Tuesday`", lambda it: it.repeats
        ),
        Field(
            "categories",
            list_of(TEXT),
            "such as its track",
            lambda it: list(it.programme.categories),
        ),
    ),
)


def event_record(programme: Programme, zone: str | None = None) -> dict[str, object]:
    """The record of a programme; times are in `zone` (None: its own)."""
    return TABLE.record(shown_programme(programme, zone))
