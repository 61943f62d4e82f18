"""What two parsers that are not icalendar, and dateutil's reader of VTIMEZONE, make of the files that are written."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from io import StringIO
from typing import Any

import vobject
from hypothesis import example, given, settings
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream

from agendacli.formats.ics.uid import uid
from agendacli.formats.ics.write.description import description, ics_status, location, summary
from agendacli.formats.ics.write.options import CalendarOptions
from agendacli.formats.ics.write.writer import calendar
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant, Person
from agendacli.model.places import Place
from agendacli.model.programme import Programme, Session, Status
from agendacli.model.when import Days, DayWindow, Hours, Timed, TimeWindow, When
from agendacli.model.zones import WallTime, existence, instant, offsets, wall

ZONES = (
    "Africa/Casablanca",
    "America/Mexico_City",
    "America/New_York",
    "America/Santiago",
    "Asia/Amman",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "Australia/Sydney",
    "Europe/Dublin",
    "Europe/Istanbul",
    "Europe/Vienna",
    "Pacific/Apia",
    "UTC",
)
PLAIN = CalendarOptions()
TIMED = Timed(datetime.fromisoformat("2017-09-04 10:15"), datetime.fromisoformat("2017-09-04 13:00"), "Europe/Vienna")
# What a reader takes for something else: escapes, folds, what begins a component, what breaks a line somewhere.
HARD = "a\\b;c,d:e\"f\n\r\t\\n\\N\\;\\,\x00\x0b\x1c\x85\u2028\u2029\u202e\ud800\ufeff\u00a0ü€😀日 ^'=BEGIN:VEVENT"
TEXTS = st.text(st.one_of(st.sampled_from(HARD), st.characters()), max_size=120)


@dataclass(frozen=True)
class Entry:
    """A VEVENT as a reader understands it; a time is a UTC instant or a day."""

    uid: str
    start: date | None
    end: date | None
    title: str
    text: str
    place: str
    status: str


def entry(occurrence: Occurrence) -> Entry:
    """What a reader should understand."""
    start, end = expected(occurrence.when)
    status = ics_status(occurrence).upper()
    place = location(occurrence)
    return Entry(uid(occurrence), start, end, summary(occurrence), description(occurrence), place, status)


def expected(when: When) -> tuple[date, date | None]:
    if isinstance(when, Days | DayWindow):
        return when.start, when.end
    return instant(when.start, when.zone), instant(when.end, when.zone) if when.end else None


def moment(read: date | None) -> date | None:
    return read.astimezone(UTC) if isinstance(read, datetime) else read


def vtimezones(data: bytes) -> dict[str, tzinfo | None]:
    """The zones as dateutil reads their VTIMEZONE."""
    from dateutil.tz import tzical

    if b"BEGIN:VTIMEZONE" not in data:
        return {}
    read = tzical(StringIO(data.decode()))
    return {str(tzid): read.get(tzid) for tzid in read.keys()}  # noqa: SIM118 (it is not a mapping)


def read_by_vobject(data: bytes) -> tuple[Entry, ...]:
    whole = vobject.readOne(data.decode(), transform=False)
    for tzid, zone in vtimezones(data).items():
        # It would prefer what pytz says of a zone to what the file says.
        vobject.icalendar.registerTzid(tzid, zone)
    whole.transformChildrenToNative()
    return tuple(vobject_entry(each) for each in whole.components() if each.name == "VEVENT")


def vobject_entry(read: vobject.base.Component) -> Entry:
    found: dict[str, Any] = {each.name.lower(): each.value for each in read.lines()}
    return Entry(
        found["uid"],
        moment(found["dtstart"]),
        moment(found.get("dtend")),
        found.get("summary", ""),
        found.get("description", ""),
        found.get("location", ""),
        found["status"],
    )


def read_by_ical(data: bytes) -> tuple[Entry, ...]:
    events = IcsCalendarStream.calendar_from_ics(data.decode()).events
    return tuple(
        Entry(
            each.uid,
            moment(each.dtstart),
            moment(each.dtend),
            each.summary or "",
            each.description or "",
            each.location or "",
            each.status.value if each.status else "",
        )
        for each in events
    )


def occurrences(*sessions: Session) -> tuple[Occurrence, ...]:
    programme = Programme("vienna", "Vienna session", "vienna.yaml", place=Place("Vienna"), sessions=sessions)
    return tuple(Occurrence(programme, each, each.when) for each in sessions)


days = st.dates(date(1990, 1, 1), date(2037, 12, 20))
clocks = st.builds(datetime.combine, days, st.builds(time, st.integers(0, 23), st.sampled_from((0, 15, 30, 59))))
lengths = st.integers(1, 40).map(lambda quarters: quarters * timedelta(minutes=15))


@st.composite
def times_on_the_clock(draw: st.DrawFn) -> Timed | TimeWindow:
    zone = draw(st.sampled_from(ZONES))
    start = draw(clocks).replace(fold=draw(st.integers(0, 1)))
    end = wall(instant(start, zone) + draw(lengths), zone).replace(tzinfo=None)
    shapes: tuple[Timed | TimeWindow, ...] = (
        Timed(start, end, zone),
        Timed(start, None, zone),
        TimeWindow(start, end, zone),
    )
    return draw(st.sampled_from(shapes))


@st.composite
def times_in_days(draw: st.DrawFn) -> Days | DayWindow:
    start, length = draw(days), timedelta(days=draw(st.integers(1, 60)))
    zone = draw(st.sampled_from((None, "Europe/Vienna")))
    end = start + length
    shapes: tuple[Days | DayWindow, ...] = (Days(start, end, zone, Hours.ALL), DayWindow(start, end, zone))
    return draw(st.sampled_from(shapes))


times = st.one_of(times_on_the_clock(), times_in_days())


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(times, st.sampled_from(Status)), min_size=1, max_size=4))
def test_calendar_is_read_back_to_the_same_times_and_status(drawn: list[tuple[When, Status]]) -> None:
    sessions = [Session(f"s{n}", "Panel", when, status=status) for n, (when, status) in enumerate(drawn)]
    written = occurrences(*sessions)
    data = calendar(written, CalendarOptions(alarm=timedelta(minutes=15)))
    assert read_by_vobject(data) == tuple(map(entry, written))
    assert read_by_ical(data) == tuple(map(entry, written))


@settings(max_examples=50, deadline=None)
@given(title=TEXTS, name=TEXTS, text=TEXTS, room=TEXTS, ids=TEXTS)
@example(HARD, HARD, HARD, HARD, HARD)
def test_calendar_is_read_back_to_the_same_texts(title: str, name: str, text: str, room: str, ids: str) -> None:
    person = Participant(name, name, Person("x", name, name), position=name)
    session = Session(f"s{ids}", title, TIMED, room=room, description=text, participants=(person,))
    written = occurrences(session)
    data = calendar(written, PLAIN)
    assert read_by_vobject(data) == tuple(map(entry, written))
    assert read_by_ical(data) == tuple(map(entry, written))


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([zone for zone in ZONES if zone != "UTC"]), clocks, st.integers(0, 700))
@example("America/Mexico_City", datetime.fromisoformat("2022-07-01 12:00"), 365)
@example("Africa/Casablanca", datetime.fromisoformat("2017-06-01 12:00"), 0)
@example("Asia/Amman", datetime.fromisoformat("2022-12-01 12:00"), 0)
@example("Europe/Istanbul", datetime.fromisoformat("2016-11-20 12:00"), 300)
def test_vtimezone_is_read_by_dateutil_as_the_clocks_of_the_zone(zone: str, start: datetime, more: int) -> None:
    moments = [start + timedelta(days=more * n / 7, hours=n) for n in range(8)]
    walls = [each for each in moments if existence(each, zone) is WallTime.ONCE]
    sessions = [Session(f"s{n}", "Panel", Timed(each, None, zone)) for n, each in enumerate(walls)]
    data = calendar(occurrences(*sessions), PLAIN)
    read = vtimezones(data).get(zone)
    if read is None:  # no pair of changes is right for all of them
        assert b"TZID" not in data
        return
    assert [each.replace(tzinfo=read).utcoffset() for each in walls] == [offsets(each, zone)[0] for each in walls]
