"""Any programme, written: it obeys RFC 5545 line by line, and our own reader makes the same sessions of it."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from agendacli.analysis.occurrences import expand
from agendacli.formats.ics.items import Items, read_items
from agendacli.formats.ics.read.calendar import read_calendar
from agendacli.formats.ics.states import unmarked
from agendacli.formats.ics.uid import own_uid, programme_part, uid
from agendacli.formats.ics.update.changes import Scope, updated
from agendacli.formats.ics.write.description import categories, description, ics_status, location, summary
from agendacli.formats.ics.write.options import CalendarOptions
from agendacli.formats.ics.write.plans import has_rule_form, uids
from agendacli.formats.ics.write.stamps import stamp_of
from agendacli.formats.ics.write.writer import calendar, items, resource, whole_file
from agendacli.model.findings import Findings
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant, Person
from agendacli.model.places import Coordinates, Place
from agendacli.model.programme import KINDS, Change, Programme, Repeat, Session, Status
from agendacli.model.when import Days, DayWindow, Hours, Timed, TimeWindow, When, bounds
from agendacli.model.zones import instant, wall

ZONES = (
    "Africa/Casablanca",
    "America/New_York",
    "America/Santiago",
    "Asia/Amman",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "Europe/Dublin",
    "Europe/Vienna",
    "UTC",
)
DAY = timedelta(days=1)
# What has to be escaped, folded or left out, and what looks like the beginning of something else.
CHARACTERS = st.sampled_from("abcXYZ 0123456789\\;,:\"'\n\r\t\x00\x0b\x1b\u2028=^&ü€😀日BEGIN:VEVENTEND")
TEXTS = st.text(CHARACTERS, max_size=90).map(str.strip)
IDS = st.text(st.sampled_from("abcdeABC-_./%~@ üß€;:\n"), min_size=1, max_size=12)
DATES = st.dates(date(1990, 1, 1), date(2036, 12, 20))
CLOCKS = st.builds(datetime.combine, DATES, st.builds(time, st.integers(0, 23), st.sampled_from((0, 15, 30, 59))))


@st.composite
def timed(draw: st.DrawFn, *, window: bool = True) -> Timed | TimeWindow:
    zone = draw(st.sampled_from(ZONES))
    start = draw(CLOCKS).replace(fold=draw(st.integers(0, 1)))
    end = wall(instant(start, zone) + draw(st.integers(1, 140)) * timedelta(minutes=15), zone).replace(tzinfo=None)
    shapes: list[Timed | TimeWindow] = [Timed(start, end, zone), Timed(start, None, zone)]
    return draw(st.sampled_from([*shapes, TimeWindow(start, end, zone)] if window else shapes))


@st.composite
def in_days(draw: st.DrawFn) -> Days | DayWindow:
    start, zone = draw(DATES), draw(st.sampled_from((None, "Europe/Vienna")))
    end = start + draw(st.integers(1, 30)) * DAY
    shapes: tuple[Days | DayWindow, ...] = (
        Days(start, end, zone, Hours.ALL),
        Days(start, end, zone),
        DayWindow(start, end, zone, 1),
    )
    return draw(st.sampled_from(shapes))


PLACES = st.builds(
    Place, st.one_of(st.none(), TEXTS), st.none(), st.one_of(st.none(), TEXTS), st.just(Coordinates(48.25, -16.5))
)
PEOPLE = st.builds(
    Participant,
    st.sampled_from(("chair", "panellist", "timekeeper;\n")),
    TEXTS,
    st.one_of(st.none(), st.builds(Person, st.just("x"), TEXTS, st.just("H.E."))),
)


@st.composite
def sessions(draw: st.DrawFn, id_: str) -> Session:
    return Session(
        id_,
        draw(TEXTS),
        draw(st.one_of(timed(), in_days())),
        draw(st.sampled_from((*KINDS, "Working  party,\n", ""))),
        draw(st.sampled_from(Status)),
        transparent=draw(st.booleans()),
        when_text=draw(TEXTS),
        room=draw(st.one_of(st.none(), TEXTS)),
        place=draw(st.one_of(st.none(), PLACES)),
        participants=tuple(draw(st.lists(PEOPLE, max_size=2))),
        description=draw(st.one_of(st.none(), TEXTS)),
        url=draw(st.sampled_from((None, "https://example.org/é ü?a=b,c;d", "no address", "urn:x:\ny"))),
        notes=tuple(draw(st.lists(TEXTS, max_size=1))),
        categories=tuple(draw(st.lists(TEXTS, max_size=2))),
    )


RULES = ("FREQ=DAILY;COUNT=9", "FREQ=WEEKLY;COUNT=6;BYDAY=MO,TH", "FREQ=MONTHLY;COUNT=5", "freq=weekly", "FREQ=NEVER")


@st.composite
def repeated(draw: st.DrawFn, session: Session) -> Session:
    """The session, repeated; some of its times are removed, moved, cancelled or added."""
    start = bounds(session.when).start
    until = draw(
        st.sampled_from((f"{start + 40 * DAY:%Y%m%dT%H%M%SZ}", f"{start + 40 * DAY:%Y%m%d}", f"{start:%Y%m%dT235959}"))
    )
    rule = draw(st.sampled_from((*RULES, f"FREQ=DAILY;INTERVAL=3;UNTIL={until}")))
    whole = replace(session, repeat=Repeat((rule,), exact=draw(st.booleans())))
    found = expand((Programme("p", "P", "p.yaml", sessions=(whole,)),))[:12]
    kept = [each for each in found if each.original is not None]
    moved = draw(st.lists(st.sampled_from(kept), max_size=2, unique_by=lambda each: each.id))
    removed = draw(st.lists(st.sampled_from(kept), max_size=2, unique_by=lambda each: each.id))
    changes = tuple(draw(changed(session, each)) for each in moved)
    starts = frozenset(draw(st.sampled_from((each.original, _day(each)))) for each in removed)
    added = tuple(later(session.when, n * DAY + timedelta(hours=n)) for n in draw(st.sets(st.integers(401, 409))))
    assert whole.repeat
    repeat = replace(whole.repeat, removed=frozenset(each for each in starts if each is not None), changes=changes)
    return replace(session, repeat=replace(repeat, added=added if isinstance(session.when, Timed) else ()))


def _day(occurrence: Occurrence) -> date | None:
    return occurrence.when.start.date() if isinstance(occurrence.when, Timed) else None


def later(when: When, by: timedelta) -> When:
    if isinstance(when, Timed):
        return Timed(when.start + by, when.end and when.end + 2 * by, when.zone)
    return when


@st.composite
def changed(draw: st.DrawFn, session: Session, occurrence: Occurrence) -> Change:
    assert occurrence.original is not None
    when = draw(st.sampled_from((occurrence.when, later(occurrence.when, timedelta(minutes=45)))))
    other = replace(session, when=when, status=draw(st.sampled_from(Status)), title=draw(TEXTS))
    return Change(occurrence.original, other, onwards=draw(st.booleans()))


@st.composite
def programmes(draw: st.DrawFn) -> Programme:
    ids = draw(st.lists(IDS, min_size=1, max_size=3, unique=True))
    plain = [draw(sessions(each)) for each in ids]
    found = [draw(repeated(each)) if draw(st.booleans()) else each for each in plain]
    return Programme(
        draw(IDS),
        draw(TEXTS),
        "p.yaml",
        status=draw(st.sampled_from((Status.CONFIRMED, Status.TENTATIVE))),
        zone="Europe/Vienna",
        place=draw(PLACES),
        url=draw(st.sampled_from((None, "https://example.org/"))),
        revision=draw(st.one_of(st.none(), DATES)),
        description=draw(st.one_of(st.none(), TEXTS)),
        categories=tuple(draw(st.lists(TEXTS, max_size=1))),
        sessions=tuple(found),
    )


OPTIONS = st.builds(
    CalendarOptions,
    alarm=st.sampled_from((None, timedelta(minutes=15), timedelta(days=1, hours=2))),
    windows=st.booleans(),
    stamp=st.sampled_from((None, datetime(2017, 11, 1, 12, 30, tzinfo=UTC))),
    name=st.sampled_from((None, "My\nweek")),
    source=st.sampled_from((None, "webcal://example.org/my.ics")),
    expanded=st.booleans(),
)


@dataclass
class Read:
    """A component as the lint reads it: content lines as (name, parameters, value), and the components inside it."""

    name: str
    lines: list[tuple[str, dict[str, str], str]] = field(default_factory=list)
    parts: list["Read"] = field(default_factory=list)

    def all(self, name: str) -> list[tuple[dict[str, str], str]]:
        return [(parameters, value) for found, parameters, value in self.lines if found == name]

    def one(self, name: str) -> tuple[dict[str, str], str]:
        found = self.all(name)
        assert len(found) == 1, f"{self.name} has {len(found)} {name}"
        return found[0]


LINE = re.compile(r'([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"\x00-\x1f]*"|[^";:,\x00-\x1f]*))*):(.*)', re.DOTALL)
TEXT = re.compile(r"(?:\\[\\;,n]|[^\\;,\x00-\x08\x0a-\x1f\x7f])*")
UTC_TIME = re.compile(r"\d{8}T\d{6}Z")
LOCAL_TIME = re.compile(r"\d{8}T\d{6}")
ONCE = (
    *("CLASS", "CREATED", "COLOR", "DESCRIPTION", "DTEND", "DTSTART", "DURATION", "GEO", "LAST-MODIFIED", "LOCATION"),
    *("RECURRENCE-ID", "RRULE", "SEQUENCE", "STATUS", "SUMMARY", "TRANSP", "URL"),
)
CALENDAR_ONCE = (
    *("CALSCALE", "NAME", "X-WR-CALNAME", "X-WR-CALDESC", "X-WR-TIMEZONE", "URL", "SOURCE", "REFRESH-INTERVAL"),
    *("X-PUBLISHED-TTL", "DESCRIPTION"),
)


def lint(data: bytes) -> Read:
    """The calendar; fails at the first rule that it breaks."""
    whole = parsed(data)
    assert whole.name == "VCALENDAR"
    assert whole.one("VERSION") == ({}, "2.0")
    whole.one("PRODID")
    assert [name for name in CALENDAR_ONCE if len(whole.all(name)) > 1] == []
    assert whole.all("METHOD") == []
    assert [parameters for parameters, _ in whole.all("SOURCE")] in ([], [{"VALUE": "URI"}])
    assert [parameters for parameters, _ in whole.all("REFRESH-INTERVAL")] in ([], [{"VALUE": "DURATION"}])
    events = [each for each in whole.parts if each.name == "VEVENT"]
    zones = [each for each in whole.parts if each.name == "VTIMEZONE"]
    assert len(events) + len(zones) == len(whole.parts)
    defined = [each.one("TZID")[1] for each in zones]
    used = {parameters["TZID"] for each in events for _, parameters, _ in each.lines if "TZID" in parameters}
    assert sorted(defined) == sorted(used)
    for each in zones:
        lint_zone(each)
    starts = {each.one("UID")[1]: each.one("DTSTART") for each in events if not each.all("RECURRENCE-ID")}
    for each in events:
        lint_event(each, starts.get(each.one("UID")[1]))
    keys = Counter((each.one("UID")[1], str(each.all("RECURRENCE-ID"))) for each in events)
    assert set(keys.values()) <= {1}
    return whole


def parsed(data: bytes) -> Read:
    assert data.endswith(b"\r\n")
    physical = data.removesuffix(b"\r\n").split(b"\r\n")
    assert max(map(len, physical)) <= 75
    assert all(physical), "an empty line"
    for line in physical:
        assert not set(line.decode()) & {chr(n) for n in (*range(9), *range(10, 32), 127)}, line
    top = Read("")
    stack = [top]
    for unfolded in data.decode().removesuffix("\r\n").replace("\r\n ", "").split("\r\n"):
        match = LINE.fullmatch(unfolded)
        assert match, unfolded
        name, value = match[1], match[3]
        if name == "BEGIN":
            stack[-1].parts.append(Read(value))
            stack.append(stack[-1].parts[-1])
        elif name == "END":
            assert stack.pop().name == value
        else:
            found = (each.partition("=") for each in re.findall(r';([^=]+=(?:"[^"]*"|[^";]*))', match[2]))
            stack[-1].lines.append((name, {key: text.strip('"') for key, _, text in found}, value))
    assert stack == [top]
    assert len(top.parts) == 1
    return top.parts[0]


def lint_zone(zone: Read) -> None:
    assert zone.parts
    for part in zone.parts:
        assert part.name in {"STANDARD", "DAYLIGHT"}
        parameters, onset = part.one("DTSTART")
        assert (parameters, bool(LOCAL_TIME.fullmatch(onset))) == ({}, True)
        for name in ("TZOFFSETFROM", "TZOFFSETTO"):
            assert re.fullmatch(r"[+-]\d{4}(\d\d)?", part.one(name)[1])
            assert part.one(name)[1] != "-0000"
        assert len(part.all("RRULE")) <= 1
        assert part.all("RDATE") == []


def lint_event(event: Read, start_of_series: tuple[dict[str, str], str] | None) -> None:
    assert [name for name in ONCE if len(event.all(name)) > 1] == []
    assert event.all("ATTENDEE") == event.all("ORGANIZER") == []
    assert TEXT.fullmatch(event.one("UID")[1])
    for name in ("DTSTAMP", "LAST-MODIFIED"):
        assert all(UTC_TIME.fullmatch(value) and not parameters for parameters, value in event.all(name))
    event.one("DTSTAMP")
    assert int(event.one("SEQUENCE")[1]) >= 0
    assert event.one("STATUS")[1] in {"CONFIRMED", "TENTATIVE", "CANCELLED"}
    assert event.one("TRANSP")[1] in {"OPAQUE", "TRANSPARENT"}
    for name in ("SUMMARY", "DESCRIPTION", "LOCATION"):
        assert all(TEXT.fullmatch(value) and not parameters for parameters, value in event.all(name))
    assert all(r"\n" not in value.replace("\\\\", "") for _, value in event.all("SUMMARY"))
    for _, value in event.all("CATEGORIES"):
        assert all(TEXT.fullmatch(each) for each in re.findall(r"(?:\\.|[^,\\])+", value))
    for _, value in event.all("GEO"):
        assert re.fullmatch(r"-?\d{1,2}\.\d{6};-?\d{1,3}\.\d{6}", value)
    for _, value in event.all("URL"):
        assert re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[!-~]+", value)
    for _, value in event.all("COLOR"):
        assert re.fullmatch(r"[a-z]+", value)
    lint_times(event, start_of_series)
    for part in event.parts:
        lint_alarm(part, event)


def lint_times(event: Read, start_of_series: tuple[dict[str, str], str] | None) -> None:
    start = event.one("DTSTART")
    assert event.all("DURATION") == []
    for _, value in event.all("DTEND"):
        assert kind_of(event.one("DTEND")).partition(" ")[0] == kind_of(start).partition(" ")[0]
        assert moment_of(event.one("DTEND")) > moment_of(start)
        assert value
    for _, rule in event.all("RRULE"):
        parts = dict(each.split("=") for each in rule.split(";"))
        assert not {"UNTIL", "COUNT"} <= parts.keys()
        if "UNTIL" in parts:
            form = r"\d{8}" if kind_of(start) == "day" else UTC_TIME.pattern
            assert re.fullmatch(form, parts["UNTIL"])
    for name in ("RDATE", "EXDATE"):
        for each in event.all(name):
            assert kind_of(each) in {kind_of(start), "clock UTC" if kind_of(start) != "day" else "day"}
    for each in event.all("RECURRENCE-ID"):
        series = start_of_series
        assert series is not None
        assert each[0].get("RANGE", "THISANDFUTURE") == "THISANDFUTURE"
        assert kind_of(each) in {kind_of(series), "clock UTC" if kind_of(series) != "day" else "day"}
        assert event.all("RRULE") == event.all("RDATE") == event.all("EXDATE") == []


def kind_of(found: tuple[dict[str, str], str]) -> str:
    """`day`, or `clock` and the zone; fails if the value does not fit its parameters."""
    parameters, value = found
    if parameters.get("VALUE") == "DATE":
        assert "TZID" not in parameters
        assert re.fullmatch(r"\d{8}", value)
        return "day"
    assert "VALUE" not in parameters
    assert (LOCAL_TIME if "TZID" in parameters else UTC_TIME).fullmatch(value), "floating, or UTC with a TZID"
    return f"clock {parameters.get('TZID', 'UTC')}"


def moment_of(found: tuple[dict[str, str], str]) -> datetime:
    parameters, value = found
    moment = datetime.fromisoformat(value.removesuffix("Z"))
    return instant(moment, parameters.get("TZID", "UTC"))


def lint_alarm(alarm: Read, event: Read) -> None:
    assert alarm.name == "VALARM"
    assert alarm.one("ACTION")[1] == "DISPLAY"
    assert TEXT.fullmatch(alarm.one("DESCRIPTION")[1])
    assert re.fullmatch(r"-?P.*", alarm.one("TRIGGER")[1])
    assert event.one("STATUS")[1] != "CANCELLED"


@settings(max_examples=60, deadline=None)
@given(programmes(), OPTIONS)
def test_calendar_of_any_programme_obeys_rfc_5545(programme: Programme, options: CalendarOptions) -> None:
    data = calendar(expand((programme,)), options)
    lint(data)
    assert data == calendar(expand((programme,)), options)
    for each in items(expand((programme,)), options):
        lint(resource(each))


@dataclass(frozen=True)
class Seen:
    """What is left of an occurrence for somebody who reads the calendar."""

    session: str
    start: date
    end: date | None
    title: str
    kind: str
    categories: tuple[str, ...]
    status: Status
    transparent: bool
    room: str | None
    coordinates: Coordinates | None
    text: str


def master_of(occurrence: Occurrence) -> Session:
    return next(each for each in occurrence.programme.sessions if each.id == occurrence.session.id)


def seen_written(occurrence: Occurrence, *, expanded: bool) -> Seen:
    """What should be left of an occurrence that is written: what it says in the words of the export."""
    alone = expanded or not has_rule_form(master_of(occurrence))
    named = own_uid(occurrence) if alone and occurrence.original is not None else uid(occurrence)
    kind, *others = categories(occurrence) or ("session",)
    status, window = ics_status(occurrence), isinstance(occurrence.when, DayWindow | TimeWindow)
    takes_time = not (status is Status.CANCELLED or occurrence.session.transparent or window)
    title = summary(occurrence)
    return Seen(
        named,
        *times(occurrence.when),
        unmarked(title, status) or "(no title)",
        kind,
        tuple(others),
        status,
        not takes_time,
        location(occurrence) or None,
        occurrence.place.coordinates,
        undated(description(occurrence)),
    )


def seen_read(occurrence: Occurrence) -> Seen:
    session = occurrence.session
    return Seen(
        session.id,
        *times(occurrence.when),
        session.title,
        session.kind,
        session.categories,
        session.status,
        session.transparent,
        occurrence.room,
        session.place.coordinates if session.place else None,
        undated(session.description or ""),
    )


def undated(text: str) -> str:
    """The text without the day of a window, which that of a series does not have."""
    return re.sub(r"to be confirmed: .*\. This entry", "to be confirmed. This entry", text)


def times(when: When) -> tuple[date, date | None]:
    if isinstance(when, Days | DayWindow):
        return when.start, when.end
    start, end = instant(when.start, when.zone), instant(when.end, when.zone) if when.end else None
    return start, end if end and end > start else None


def known_by(each: Seen) -> tuple[str, str, str]:
    return each.session, str(each.start), repr(each)


def seen(occurrences: Iterator[Seen]) -> list[Seen]:
    return sorted(occurrences, key=known_by)


@settings(max_examples=60, deadline=None)
@given(programmes(), st.booleans())
def test_calendar_of_any_programme_is_read_back_to_the_same_sessions(programme: Programme, expanded: bool) -> None:  # noqa: FBT001
    written = expand((programme,))
    findings = Findings()
    read = read_calendar(calendar(written, CalendarOptions(expanded=expanded)), "p.ics", "Asia/Tokyo", findings)
    assert findings.all == ()
    assert read
    expected = seen(seen_written(each, expanded=expanded) for each in written)
    assert seen(map(seen_read, expand((read,)))) == expected


@settings(max_examples=50, deadline=None)
@given(programmes(), OPTIONS)
def test_calendar_of_any_programme_is_the_file_of_its_items(programme: Programme, options: CalendarOptions) -> None:
    found = expand((programme,))
    assert calendar(found, options) == whole_file(found, items(found, options), options)


@settings(max_examples=50, deadline=None)
@given(programmes())
def test_calendar_of_any_programme_read_and_written_again_keeps_what_its_items_are(programme: Programme) -> None:
    first = calendar(expand((programme,)), CalendarOptions())
    read = read_calendar(first, "p.ics", "Asia/Tokyo", Findings())
    assert read
    assert identities(calendar(expand((read,)), CalendarOptions())) == identities(first)


def identities(data: bytes) -> dict[str, int]:
    """The SEQUENCE of each UID."""
    found = read_items(data)
    assert isinstance(found, Items)
    return {uid_: item.sequence for uid_, item in found.by_uid.items()}


@st.composite
def revised(draw: st.DrawFn, programme: Programme) -> Programme:
    """A later version: some sessions are gone, some have another title."""
    kept = [each for each in programme.sessions if draw(st.booleans())]
    sessions = tuple(replace(each, title=draw(st.sampled_from((each.title, "Other")))) for each in kept)
    return replace(programme, sessions=sessions, revision=draw(st.one_of(st.none(), DATES)))


def update(data: bytes, programme: Programme, options: CalendarOptions) -> bytes:
    """The calendar of the programme for somebody who has the old one."""
    old = read_items(data)
    assert isinstance(old, Items)
    stamps = {programme_part(programme): stamp_of(programme, options)}
    scope = Scope(stamps, uids((programme,), old.by_uid, expanded=options.expanded))
    written = expand((programme,))
    found = updated(items(written, options), old.by_uid, scope)
    return whole_file(written, found.items, options, old.timezones)


@settings(max_examples=50, deadline=None)
@given(st.data(), programmes(), OPTIONS)
def test_update_of_any_programme_is_a_calendar_and_changes_nothing_twice(
    data: st.DataObject, programme: Programme, options: CalendarOptions
) -> None:
    old, later = calendar(expand((programme,)), options), data.draw(revised(programme))
    new = update(old, later, options)
    lint(new)
    assert update(new, later, options) == new
    before, after = read_items(old), read_items(new)
    assert isinstance(before, Items)
    assert isinstance(after, Items)
    shown = {each.uid for each in items(expand((programme,)), options)}
    for uid_, item in before.by_uid.items():
        now = after.by_uid.get(uid_)
        assert now == item or (now and now.sequence > item.sequence) or (now is None and not options.windows)
    assert shown == before.by_uid.keys()
