from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from agendacli.formats.ics.uid import uid
from agendacli.formats.ics.update.changes import Scope, updated
from agendacli.formats.ics.write.components import component, event
from agendacli.formats.ics.write.options import CalendarOptions
from agendacli.formats.ics.write.plans import Plan
from agendacli.formats.ics.write.times import timetabled
from agendacli.formats.ics.write.writer import calendar, in_utc, items
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant, Person
from agendacli.model.places import Coordinates, Place
from agendacli.model.programme import Programme, Session, Status
from agendacli.model.source import Citation, Source
from agendacli.model.when import Days, DayWindow, Hours, Timed, TimeWindow, When

VIENNA = "Europe/Vienna"
PLAIN = CalendarOptions()
ALARM = CalendarOptions(alarm=timedelta(minutes=15))


def at(text: str, fold: int = 0) -> datetime:
    return datetime.fromisoformat(text).replace(fold=fold)


def timed(start: str, end: str | None, zone: str = VIENNA) -> Timed:
    return Timed(at(start), at(end) if end else None, zone)


TIMED = timed("2017-09-04 10:15", "2017-09-04 13:00")
DAYS = Days(date(2017, 9, 4), date(2017, 9, 6), VIENNA)
WINDOW = DayWindow(date(2017, 12, 1), date(2018, 1, 1), "America/New_York")
MORNING = TimeWindow(at("2017-09-05"), at("2017-09-05 10:00"), VIENNA)
PANEL = Session("panel-1", "Panel", TIMED, kind="panel")
PROGRAMME = Programme("vienna", "Vienna session", "vienna.yaml", revision=date(2017, 10, 9))

SMALL = Programme(
    "vienna-session",
    "Fifth informal thematic session",
    "vienna-session.yaml",
    short_title="Vienna session",
    revision=date(2017, 10, 9),
    url="https://example.org/vienna",
    place=Place("Vienna", "Austria", "International Centre", Coordinates(48.2345, 16.4169)),
    room="Plenary Room",
    sources=(Source("web", "Programme; as printed"),),
    sessions=(
        Session(
            "panel-1",
            "PANEL 1: Smuggling, trafficking; “modern forms” of slavery, Überlebende und ihr Schutz",
            TIMED,
            kind="panel",
            participants=(
                Participant(
                    "moderator", "X", Person("x", "Ana Ñúñez", "H.E. Ms."), "Deputy Chef de Cabinet", confirmed=False
                ),
            ),
            citations=(Citation("web", 19),),
        ),
        Session("closing", "Closing segment", timed("2017-09-05 18:00", None), kind="closing"),
        Session("meeting", "Follow-up", WINDOW, kind="meeting"),
    ),
)
GOLDEN = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//agendacli//agenda export//EN
CALSCALE:GREGORIAN
DESCRIPTION:Fifth informal thematic session
X-WR-CALDESC:Fifth informal thematic session
NAME:Vienna session
X-WR-CALNAME:Vienna session
REFRESH-INTERVAL;VALUE=DURATION:P1D
URL:https://example.org/vienna
X-PUBLISHED-TTL:P1D
BEGIN:VTIMEZONE
TZID:Europe/Vienna
BEGIN:STANDARD
DTSTART:20151025T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:20150329T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
SUMMARY:PANEL 1: Smuggling\\, trafficking\\; “modern forms” of slavery\\,
  Überlebende und ihr Schutz
DTSTART;TZID=Europe/Vienna:20170904T101500
DTEND;TZID=Europe/Vienna:20170904T130000
DTSTAMP:20171009T000000Z
UID:panel-1.vienna-session@agendacli
SEQUENCE:1
CATEGORIES:panel
COLOR:seagreen
DESCRIPTION:Fifth informal thematic session\\n\\nModerator: H.E. Ms. Ana Ñ
 úñez\\, Deputy Chef de Cabinet (to be confirmed)\\n\\nSources:\\n- Programme
 \\; as printed\\, line 19
GEO:48.234500;16.416900
LAST-MODIFIED:20171009T000000Z
LOCATION:Plenary Room\\, International Centre\\, Vienna
STATUS:CONFIRMED
TRANSP:OPAQUE
URL:https://example.org/vienna
X-MICROSOFT-CDO-BUSYSTATUS:BUSY
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:PANEL 1: Smuggling\\, trafficking\\; “modern forms” of slave
 ry\\, Überlebende und ihr Schutz
TRIGGER:-PT15M
END:VALARM
END:VEVENT
BEGIN:VEVENT
SUMMARY:Closing segment
DTSTART;TZID=Europe/Vienna:20170905T180000
DTSTAMP:20171009T000000Z
UID:closing.vienna-session@agendacli
SEQUENCE:1
CATEGORIES:closing
COLOR:goldenrod
DESCRIPTION:Fifth informal thematic session\\n\\nNo document states when it\x20
 ends.
GEO:48.234500;16.416900
LAST-MODIFIED:20171009T000000Z
LOCATION:Plenary Room\\, International Centre\\, Vienna
STATUS:CONFIRMED
TRANSP:OPAQUE
URL:https://example.org/vienna
X-AGENDA-TEXT:2f908d5d e889bb18
X-MICROSOFT-CDO-BUSYSTATUS:BUSY
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:Closing segment
TRIGGER:-PT15M
END:VALARM
END:VEVENT
BEGIN:VEVENT
SUMMARY:Follow-up (TBC)
DTSTART;VALUE=DATE:20171201
DTEND;VALUE=DATE:20180101
DTSTAMP:20171009T000000Z
UID:meeting.vienna-session@agendacli
SEQUENCE:1
CATEGORIES:meeting
COLOR:steelblue
DESCRIPTION:Fifth informal thematic session\\n\\nDate to be confirmed: some\x20
 day in December 2017. This entry spans every day it may fall on.
GEO:48.234500;16.416900
LAST-MODIFIED:20171009T000000Z
LOCATION:Plenary Room\\, International Centre\\, Vienna
STATUS:TENTATIVE
TRANSP:TRANSPARENT
URL:https://example.org/vienna
X-AGENDA-TEXT:2f908d5d ad96512c
X-MICROSOFT-CDO-BUSYSTATUS:FREE
END:VEVENT
END:VCALENDAR
"""


def occurrences(programme: Programme) -> tuple[Occurrence, ...]:
    return tuple(Occurrence(programme, each, each.when) for each in programme.sessions)


def written(
    session: Session, programme: Programme = PROGRAMME, options: CalendarOptions = PLAIN, *names: str
) -> tuple[str, ...]:
    """The content lines of a calendar with that session, unfolded; of these names only, if any are given."""
    whole = replace(programme, sessions=(session, *programme.sessions))
    text = calendar([Occurrence(whole, session, session.when)], options).decode().replace("\r\n ", "")
    lines = text.removesuffix("\r\n").split("\r\n")
    return tuple(line for line in lines if not names or line.replace(";", ":").split(":")[0] in names)


def beside(times: Iterable[When]) -> tuple[Occurrence, ...]:
    """One occurrence at each of these times."""
    return tuple(Occurrence(PROGRAMME, replace(PANEL, id=str(n), when=when), when) for n, when in enumerate(times))


def times(when: When) -> tuple[str, ...]:
    return written(replace(PANEL, when=when), PROGRAMME, PLAIN, "DTSTART", "DTEND", "DURATION", "TZID")


def test_calendar_of_small_programme_is_this_file() -> None:
    assert calendar(occurrences(SMALL), ALARM, {"vienna-session": 1}).decode() == GOLDEN.replace("\n", "\r\n")


@pytest.mark.parametrize("options", [PLAIN, ALARM])
def test_entry_is_what_the_library_writes_of_it(options: CalendarOptions) -> None:
    found = [timetabled(Plan(uid(each), each)) for each in occurrences(SMALL)]
    assert [event(each, options, 1) for each in found] == [component(each, options, 1).to_ical() for each in found]


def test_calendar_without_occurrences_has_no_component() -> None:
    assert calendar([], PLAIN) == (
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//agendacli//agenda export//EN\r\nCALSCALE:GREGORIAN\r\n"
        b"NAME:Agenda\r\nX-WR-CALNAME:Agenda\r\nREFRESH-INTERVAL;VALUE=DURATION:P1D\r\nX-PUBLISHED-TTL:P1D\r\n"
        b"END:VCALENDAR\r\n"
    )


def test_calendar_of_same_input_is_same_bytes() -> None:
    assert calendar(occurrences(SMALL), ALARM) == calendar(occurrences(SMALL), ALARM)


def test_calendar_keeps_the_given_order() -> None:
    backwards = calendar(occurrences(SMALL)[::-1], PLAIN).decode()
    assert [line for line in backwards.split("\r\n") if line.startswith("UID")] == [
        "UID:meeting.vienna-session@agendacli",
        "UID:closing.vienna-session@agendacli",
        "UID:panel-1.vienna-session@agendacli",
    ]


@pytest.mark.parametrize(
    ("session", "programme", "expected"),
    [
        ("panel-1", "vienna-session", "panel-1.vienna-session@agendacli"),
        ("a.b", "c", "a%2Eb.c@agendacli"),
        ("a", "b.c", "a.b.c@agendacli"),
        ("über, uns;\n\ud800", "p/q", "%C3%BCber%2C%20uns%3B%0A%EF%BF%BD.p%2Fq@agendacli"),
    ],
)
def test_uid_is_made_of_both_ids(session: str, programme: str, expected: str) -> None:
    occurrence = Occurrence(replace(PROGRAMME, id=programme), replace(PANEL, id=session), TIMED)
    assert uid(occurrence) == expected


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        pytest.param(
            TIMED,
            (
                "TZID:Europe/Vienna",
                "DTSTART:20151025T030000",
                "DTSTART:20150329T020000",
                "DTSTART;TZID=Europe/Vienna:20170904T101500",
                "DTEND;TZID=Europe/Vienna:20170904T130000",
            ),
            id="in a zone",
        ),
        pytest.param(
            timed("2017-09-04 10:15", "2017-09-04 13:00", "UTC"),
            ("DTSTART:20170904T101500Z", "DTEND:20170904T130000Z"),
            id="in UTC",
        ),
        pytest.param(timed("2017-09-05 18:00", None, "UTC"), ("DTSTART:20170905T180000Z",), id="end unknown"),
        pytest.param(
            timed("2017-09-05 18:00", "2017-09-05 18:00", "UTC"), ("DTSTART:20170905T180000Z",), id="ends at once"
        ),
        pytest.param(DAYS, ("DTSTART;VALUE=DATE:20170904", "DTEND;VALUE=DATE:20170906"), id="days"),
        pytest.param(WINDOW, ("DTSTART;VALUE=DATE:20171201", "DTEND;VALUE=DATE:20180101"), id="window of days"),
        pytest.param(
            replace(MORNING, zone="UTC"), ("DTSTART:20170905T000000Z", "DTEND:20170905T100000Z"), id="part of a day"
        ),
        pytest.param(
            Timed(at("2017-10-29 02:30"), at("2017-10-29 02:30", fold=1), VIENNA),
            ("DTSTART:20171029T003000Z", "DTEND:20171029T013000Z"),
            id="on clocks that show it twice",
        ),
        pytest.param(timed("2017-03-26 02:30", None), ("DTSTART:20170326T013000Z",), id="on clocks that skip it"),
    ],
)
def test_calendar_writes_what_is_known_of_the_time(when: When, expected: tuple[str, ...]) -> None:
    assert times(when) == expected


def test_calendar_has_one_vtimezone_for_each_zone_in_use() -> None:
    zones = ("Europe/Vienna", "America/New_York", "Europe/Vienna", "UTC")
    text = calendar(beside([replace(TIMED, zone=zone) for zone in zones]), PLAIN).decode()
    assert [line for line in text.split("\r\n") if line.startswith("TZID")] == [
        "TZID:America/New_York",
        "TZID:Europe/Vienna",
    ]


def test_calendar_vtimezone_is_the_pair_in_force_for_the_items() -> None:
    years = (
        timed("2023-01-02 09:00", None, "America/Mexico_City"),
        timed("2022-07-01 09:00", None, "America/Mexico_City"),
    )
    text = calendar(beside(years), PLAIN).decode()
    assert [line for line in text.split("\r\n") if line.startswith("DTSTART:")] == [
        "DTSTART:20201025T020000",
        "DTSTART:20200405T020000",
    ]


CASABLANCA = (
    timed("2015-07-15 09:00", "2015-07-15 10:00", "Africa/Casablanca"),
    timed("2023-12-15 09:00", "2023-12-15 10:00", "Africa/Casablanca"),
)


def test_calendar_writes_single_items_in_utc_where_no_pair_of_changes_is_right() -> None:
    written = beside(CASABLANCA)
    text = calendar(written, PLAIN).decode()
    assert "VTIMEZONE" not in text
    assert [line for line in text.split("\r\n") if line.startswith("DTSTART")] == [
        "DTSTART:20150715T090000Z",
        "DTSTART:20231215T080000Z",
    ]
    assert in_utc(written, PLAIN) == {"Africa/Casablanca": 2}
    assert in_utc(beside([TIMED]), PLAIN) == {}


def test_items_apart_have_zones_of_their_own() -> None:
    written = beside(CASABLANCA)
    assert ["TZID" in each.data.decode() for each in items(written, PLAIN)] == [False, False]
    apart = items(written, PLAIN, apart=True)
    assert ["TZID" in each.data.decode() for each in apart] == [True, True]
    assert updated(apart, {each.uid: each for each in items(written, PLAIN)}, Scope({}, frozenset())).changes == ()


@pytest.mark.parametrize(
    ("session", "expected"),
    [
        pytest.param(PANEL, ("CONFIRMED", "OPAQUE", "BUSY"), id="confirmed"),
        pytest.param(replace(PANEL, when=DAYS), ("CONFIRMED", "OPAQUE", "BUSY"), id="days"),
        pytest.param(
            replace(PANEL, when=replace(DAYS, hours=Hours.ALL)), ("CONFIRMED", "OPAQUE", "BUSY"), id="all day"
        ),
        pytest.param(replace(PANEL, transparent=True), ("CONFIRMED", "TRANSPARENT", "FREE"), id="transparent"),
        pytest.param(
            replace(PANEL, when=DAYS, transparent=True), ("CONFIRMED", "TRANSPARENT", "FREE"), id="transparent days"
        ),
        pytest.param(replace(PANEL, status=Status.TENTATIVE), ("TENTATIVE", "OPAQUE", "TENTATIVE"), id="tentative"),
        pytest.param(replace(PANEL, status=Status.CANCELLED), ("CANCELLED", "TRANSPARENT", "FREE"), id="cancelled"),
        pytest.param(replace(PANEL, when=WINDOW), ("TENTATIVE", "TRANSPARENT", "FREE"), id="window of days"),
        pytest.param(replace(PANEL, when=MORNING), ("TENTATIVE", "TRANSPARENT", "FREE"), id="part of a day"),
    ],
)
def test_calendar_says_status_and_whose_time_it_takes(session: Session, expected: tuple[str, ...]) -> None:
    status, transparency, busy = expected
    assert written(session, PROGRAMME, PLAIN, "STATUS", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS") == (
        f"STATUS:{status}",
        f"TRANSP:{transparency}",
        f"X-MICROSOFT-CDO-BUSYSTATUS:{busy}",
    )


@pytest.mark.parametrize(
    ("alarm", "expected"),
    [
        (timedelta(minutes=15), "TRIGGER:-PT15M"),
        (timedelta(hours=1, minutes=30), "TRIGGER:-PT1H30M"),
        (timedelta(days=1), "TRIGGER:-P1D"),
        (timedelta(), "TRIGGER:P0D"),
    ],
)
def test_calendar_alarm_comes_before_the_start(alarm: timedelta, expected: str) -> None:
    assert written(PANEL, PROGRAMME, CalendarOptions(alarm=alarm), "ACTION", "TRIGGER") == ("ACTION:DISPLAY", expected)


@pytest.mark.parametrize(
    "session",
    [
        pytest.param(replace(PANEL, when=DAYS), id="no hours"),
        pytest.param(replace(PANEL, when=WINDOW), id="window of days"),
        pytest.param(replace(PANEL, when=MORNING), id="part of a day"),
        pytest.param(replace(PANEL, status=Status.CANCELLED), id="cancelled"),
        pytest.param(replace(PANEL, transparent=True), id="transparent"),
    ],
)
def test_calendar_has_no_alarm_without_start_to_keep(session: Session) -> None:
    assert written(session, PROGRAMME, ALARM, "BEGIN") == written(session, PROGRAMME, PLAIN, "BEGIN")


def test_calendar_alarm_of_untitled_session_has_a_text() -> None:
    assert written(replace(PANEL, title=""), PROGRAMME, ALARM, "DESCRIPTION")[-1] == "DESCRIPTION:Reminder"


def test_calendar_without_windows_leaves_them_out() -> None:
    sessions = beside((WINDOW, DAYS, MORNING))
    text = calendar(sessions, CalendarOptions(windows=False))
    assert [line for line in text.decode().split("\r\n") if line.startswith("UID")] == ["UID:1.vienna@agendacli"]


@pytest.mark.parametrize(
    ("revision", "stamp", "expected"),
    [
        pytest.param(
            date(2017, 10, 9), None, ("DTSTAMP:20171009T000000Z", "LAST-MODIFIED:20171009T000000Z"), id="revision"
        ),
        pytest.param(None, None, ("DTSTAMP:19700101T000000Z",), id="undated"),
        pytest.param(
            date(2017, 10, 9),
            datetime(2017, 11, 1, 12, 30, tzinfo=UTC),
            ("DTSTAMP:20171101T123000Z", "LAST-MODIFIED:20171101T123000Z"),
            id="stamp",
        ),
    ],
)
def test_calendar_is_dated_by_revision_or_stamp(
    revision: date | None, stamp: datetime | None, expected: tuple[str, ...]
) -> None:
    programme = replace(PROGRAMME, revision=revision)
    assert written(PANEL, programme, CalendarOptions(stamp=stamp), "DTSTAMP", "LAST-MODIFIED") == expected


def test_calendar_sequence_is_the_number_of_earlier_revisions() -> None:
    other = replace(PROGRAMME, id="other")
    both = [Occurrence(each, PANEL, TIMED) for each in (PROGRAMME, other)]
    text = calendar(both, PLAIN, {"vienna": 3}).decode()
    assert [line for line in text.split("\r\n") if line.startswith("SEQUENCE")] == ["SEQUENCE:3", "SEQUENCE:0"]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.org/a?b=c,d;e#f", ("URL:https://example.org/a?b=c,d;e#f",)),
        ("https://example.org/é ü%20", ("URL:https://example.org/%C3%A9%20%C3%BC%20",)),
        ("https://example.org/\r\nATTENDEE:x", ("URL:https://example.org/%20ATTENDEE:x",)),
        ("https://example.org/\ud800", ("URL:https://example.org/%EF%BF%BD",)),
        ("www.example.org", ()),
        ("", ()),
    ],
)
def test_calendar_url_is_an_absolute_address(address: str, expected: tuple[str, ...]) -> None:
    beside = replace(PROGRAMME, url="no address")
    assert written(replace(PANEL, url=address), beside, PLAIN, "URL") == expected


def test_calendar_url_falls_back_on_the_programme() -> None:
    assert written(PANEL, replace(PROGRAMME, url="https://example.org/"), PLAIN, "URL") == (
        "URL:https://example.org/",
        "URL:https://example.org/",
    )


def test_calendar_text_is_escaped_once() -> None:
    assert written(replace(PANEL, title=r"a\Nb\n;c,d:e"), PROGRAMME, PLAIN, "SUMMARY") == (r"SUMMARY:a\\Nb\\n\;c\,d:e",)


def test_calendar_categories_are_escaped_each() -> None:
    session = replace(PANEL, categories=("a,b", r"c\N"))
    assert written(session, PROGRAMME, PLAIN, "CATEGORIES") == (r"CATEGORIES:panel,a\,b,c\\N",)


def test_calendar_without_kind_has_no_categories() -> None:
    assert written(replace(PANEL, kind=""), PROGRAMME, PLAIN, "CATEGORIES", "COLOR") == ()


def test_calendar_geo_has_no_exponent() -> None:
    session = replace(PANEL, place=Place("Null Island", coordinates=Coordinates(0.00001, -0.5)))
    assert written(session, PROGRAMME, PLAIN, "GEO") == ("GEO:0.000010;-0.500000",)


def test_calendar_of_several_programmes_has_a_common_name() -> None:
    both = [
        Occurrence(replace(PROGRAMME, id=each, title=each, url="https://example.org/"), PANEL, TIMED) for each in "ab"
    ]
    head = calendar(both, PLAIN).decode().partition("BEGIN:VTIMEZONE")[0]
    assert head.split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//agendacli//agenda export//EN",
        "CALSCALE:GREGORIAN",
        r"DESCRIPTION:a\nb",
        r"X-WR-CALDESC:a\nb",
        "NAME:Agenda",
        "X-WR-CALNAME:Agenda",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        "X-PUBLISHED-TTL:P1D",
        "X-WR-TIMEZONE:Europe/Vienna",
        "",
    ]


def test_calendar_name_and_source_are_as_asked() -> None:
    options = CalendarOptions(name="My\nweek", source="webcal://example.org/my.ics")
    assert written(PANEL, PROGRAMME, options, "NAME", "X-WR-CALNAME", "SOURCE") == (
        "NAME:My week",
        "X-WR-CALNAME:My week",
        "SOURCE;VALUE=URI:webcal://example.org/my.ics",
    )


def test_calendar_names_the_zone_only_if_there_is_one() -> None:
    found = calendar(beside((TIMED, WINDOW)), PLAIN)
    assert b"X-WR-TIMEZONE" not in found


def test_calendar_invites_nobody() -> None:
    names = ("METHOD", "ATTENDEE", "ORGANIZER")
    session = replace(PANEL, participants=(Participant("chair", "X"),))
    assert written(session, replace(PROGRAMME, organizer="Office"), ALARM, *names) == ()


def test_calendar_lines_have_at_most_75_octets_and_whole_characters() -> None:
    session = replace(PANEL, title="ü€😀\\;," * 60, description="日本\n" * 90)
    lines = calendar([Occurrence(PROGRAMME, session, TIMED)], ALARM).split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert [line for line in lines if line.decode(errors="replace") != line.decode(errors="ignore")] == []
