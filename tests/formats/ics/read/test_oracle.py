"""The reader against the icalendar library, against the tool's own writer, and against nonsense."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st

from agendacli.analysis.occurrences import expand
from agendacli.formats.ics.read.calendar import read_calendar
from agendacli.formats.ics.states import unmarked
from agendacli.formats.ics.text import summary_line
from agendacli.formats.ics.uid import uid
from agendacli.formats.ics.write.description import description, location, summary
from agendacli.formats.ics.write.options import CalendarOptions
from agendacli.formats.ics.write.writer import calendar
from agendacli.model.diagnostic import Diagnostic
from agendacli.model.findings import Findings
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme, Session, Status
from agendacli.model.when import Days, Hours, Timed

ZONE = "Europe/Vienna"
# What has a meaning in a content line, what folds, what begins a component, what breaks a line somewhere.
HARD = "a;b,c:d\"e\n\x0b\x85\u2028^'=ü€😀日 BEGIN:VEVENT"
# No backslashes: the library takes those that stand for themselves for escapes.
PLAIN = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\\")
TEXTS = st.text(st.one_of(st.sampled_from(HARD), PLAIN), max_size=120)
NAMES = st.text(PLAIN.filter(lambda each: not each.isspace()), min_size=1, max_size=60)
WALLS = st.datetimes(datetime.fromisoformat("1970-01-02"), datetime.fromisoformat("2100-01-01")).map(
    lambda moment: moment.replace(microsecond=0)
)


def read(data: bytes) -> tuple[Programme | None, tuple[Diagnostic, ...]]:
    findings = Findings()
    return read_calendar(data, "x.ics", ZONE, findings), findings.all


@given(TEXTS, TEXTS, TEXTS, st.lists(NAMES, max_size=3), NAMES)
@settings(max_examples=60, deadline=None)
def test_texts_are_those_that_icalendar_reads(
    title: str, text: str, room: str, categories: list[str], name: str
) -> None:
    from icalendar import Calendar, Event, vCalAddress

    entry = Event()
    entry.add("UID", "a")
    entry.add("DTSTART", datetime(2017, 9, 4, 10, 15, tzinfo=UTC))
    for key, value in (("SUMMARY", title), ("DESCRIPTION", text), ("LOCATION", room)):
        entry.add(key, value)
    entry.add("CATEGORIES", ["WORK", *categories])
    entry.add("ATTENDEE", vCalAddress("mailto:a@example.org", params={"CN": name}))
    whole = Calendar()
    whole.add_component(entry)
    data = whole.to_ical()
    other = Calendar.from_ical(data).walk("VEVENT")[0]
    programme, told = read(data)
    assert programme
    assert told == ()
    (session,) = programme.sessions
    assert session.title == (str(other["SUMMARY"]).replace("\n", " ").strip(" \t") or "(no title)")
    assert session.description == (str(other["DESCRIPTION"]) or None)
    assert session.room == (str(other["LOCATION"]).strip(" \t\n") or None)
    listed = [str(each).strip() for each in getattr(other["CATEGORIES"], "cats", ())]
    assert session.categories == tuple(dict.fromkeys(each for each in listed if each))
    assert [each.printed for each in session.participants] == [" ".join(other["ATTENDEE"].params["CN"].split())]


def timed(start: datetime, minutes: int | None) -> Timed:
    return Timed(start, start + timedelta(minutes=minutes) if minutes else None, "Asia/Tokyo")


WHEN = timed(datetime.fromisoformat("2017-09-04"), None)
WHENS = st.one_of(
    st.builds(timed, WALLS, st.one_of(st.none(), st.integers(1, 5000))),
    st.builds(
        lambda start, count: Days(start, start + timedelta(count), None, Hours.ALL),
        st.dates(date(1970, 1, 2), date(2100, 1, 1)),
        st.integers(1, 400),
    ),
)


SESSIONS = st.builds(
    Session,
    st.just("s"),
    st.text(max_size=80).filter(lambda title: summary_line(title).strip()),
    WHENS,
    st.just("masterclass"),
    st.sampled_from(Status),
    transparent=st.booleans(),
    room=st.text(max_size=40),
    description=st.text(max_size=200),
)


@given(SESSIONS)
@example(Session("s", "a\\nb\\,c", WHEN, "masterclass", room="e\\;", description="d\\\\n\\"))
@settings(max_examples=60, deadline=None)
def test_what_this_tool_writes_is_read_back(session: Session) -> None:
    programme = Programme("p", "Programme", "p.yaml", sessions=(session,))
    occurrence = Occurrence(programme, session, session.when)
    found, told = read(calendar([occurrence], CalendarOptions()))
    assert found
    assert told == ()
    title = summary(occurrence)
    assert found.sessions == (
        Session(
            uid(occurrence),
            unmarked(title, session.status) or "(no title)",
            session.when,
            "masterclass",
            session.status,
            transparent=session.transparent or session.status is Status.CANCELLED,
            room=location(occurrence) or None,
            description=description(occurrence),
        ),
    )


NAMED = (
    "BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VTIMEZONE", "END:VTIMEZONE", "TZID:own",
    "BEGIN:STANDARD", "END:STANDARD", "BEGIN:VALARM", "END:VALARM", "UID:a", "UID:b", "SUMMARY:c", "DTSTART", "DTEND",
    "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "RECURRENCE-ID;RANGE=THISANDFUTURE", "TZOFFSETFROM",
    "TZOFFSETTO", "SEQUENCE", "GEO", "STATUS", "ATTENDEE", "X-WR-TIMEZONE", "METHOD", 'DTSTART;TZID="', "",
)  # fmt: skip
PARAMETERS = ("", ";TZID=own", ";TZID=Europe/Vienna", ";TZID=nowhere", ";VALUE=DATE", ';X="a:b', ";VALUE=PERIOD")
VALUES = (
    "", "20170904", "20170904T101500", "20170904T101500Z", "00030101", "00030101T000000", "99981231T235959Z",
    "99981231", "20170326T023000", "P1D", "PT1H", "-P9999999D", "P9999999DT99999999H", "+0100", "-2359", "+5744", "own",
    "FREQ=DAILY", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "FREQ=WEEKLY;UNTIL=99981231", "FREQ=MONTHLY;COUNT=3", "CANCELLED",
    "20170904T101500/PT1H,20170905,soon", "1e400;nan", "CANCEL", "Asia/Tokyo",
)  # fmt: skip
LINES = st.one_of(
    st.sampled_from(NAMED[:16]),
    st.builds(
        lambda name, parameters, value: f"{name}{parameters}:{value}",
        st.sampled_from(NAMED),
        st.sampled_from(PARAMETERS),
        st.sampled_from(VALUES),
    ),
    st.text(max_size=20),
)


def check(data: bytes) -> None:
    programme, told = read(data)
    lines = data.count(b"\n") + data.count(b"\r") + 1
    assert all(1 <= each.span.line <= lines for each in told)
    assert programme or told
    ids = [each.id for each in programme.sessions] if programme else []
    assert len(ids) == len(set(ids))


@given(st.binary(max_size=300))
@example("\ufeffBEGIN:VCALENDAR\nBEGIN:VEVENT\n".encode("utf-16-le") + b"\xd8")
@settings(max_examples=60, deadline=None)
def test_any_bytes_are_read_or_told(data: bytes) -> None:
    check(data)
    check(b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20170904\nSUMMARY:" + data + b"\nEND:VEVENT\nEND:VCALENDAR\n")


@given(st.lists(LINES, max_size=30))
@settings(max_examples=150, deadline=None)
def test_any_lines_are_read_or_told(lines: list[str]) -> None:
    check("\n".join(lines).encode("utf-8", "replace"))
    check("\n".join(("BEGIN:VCALENDAR", "BEGIN:VEVENT", "DTSTART:20170904T101500", *lines)).encode("utf-8", "replace"))


@given(st.lists(LINES, max_size=20))
@settings(max_examples=80, deadline=None)
def test_whatever_is_read_can_be_expanded(lines: list[str]) -> None:
    data = "\n".join(("BEGIN:VCALENDAR", "BEGIN:VEVENT", "DTSTART:20170904T101500", *lines)).encode("utf-8", "replace")
    programme, _ = read(data)
    assert programme
    start = datetime(2017, 9, 1, tzinfo=UTC)
    assert len(expand([programme], start, start + timedelta(31))) <= 31 * (len(programme.sessions) + len(lines))
