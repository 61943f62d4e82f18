"""VEVENTs as sessions: what each property says."""

from datetime import date, datetime

import pytest

from agendacli.formats.ics.read.calendar import read_calendar
from agendacli.model.diagnostic import in_order
from agendacli.model.findings import Findings
from agendacli.model.people import Participant, Person
from agendacli.model.places import Coordinates, Place
from agendacli.model.programme import Privacy, Repeat, Session, Status
from agendacli.model.span import Span
from agendacli.model.when import Days, Hours, Timed

START = "DTSTART;TZID=Europe/Vienna:20170904T101500"
WHEN = Timed(datetime.fromisoformat("2017-09-04 10:15"), datetime.fromisoformat("2017-09-04 10:15"), "Europe/Vienna")


def read(*lines: str, head: str = "VERSION:2.0") -> tuple[tuple[Session, ...], list[str]]:
    """The sessions of a calendar with one VEVENT, whose own lines begin with line 4, and what is told."""
    text = "\r\n".join(("BEGIN:VCALENDAR", head, "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR"))
    findings = Findings()
    programme = read_calendar(text.encode(), "x.ics", "Europe/Vienna", findings)
    assert programme
    return tuple(programme.sessions), [str(each).removeprefix("x.ics:") for each in in_order(findings.all)]


def session(*lines: str, head: str = "VERSION:2.0") -> Session:
    """The session of a VEVENT that also has a UID and a start; nothing is told of it."""
    (found,), told = read("UID:a", START, *lines, head=head)
    assert told == []
    return found


def told(*lines: str) -> list[str]:
    return read("UID:a", START, *lines)[1]


def test_session_has_all_that_a_vevent_says() -> None:
    found = session(
        r"SUMMARY:Panel 1\, first\npart", "DESCRIPTION:What it is about", "LOCATION:Plenary Room", "STATUS:TENTATIVE",
        "TRANSP:TRANSPARENT", "CATEGORIES:Panel,Migration", "CATEGORIES:Migration,Vienna", "URL:https://example.org/1",
        "GEO:48.235;16.4167", "COMMENT:Bring a badge",
    )  # fmt: skip
    assert found == Session(
        "a",
        "Panel 1, first part",
        WHEN,
        "panel",
        Status.TENTATIVE,
        transparent=True,
        room="Plenary Room",
        place=Place(coordinates=Coordinates(48.235, 16.4167)),
        description="What it is about",
        url="https://example.org/1",
        notes=("Bring a badge",),
        categories=("Migration", "Vienna"),
    )
    assert found.span == Span("x.ics", 3)


def test_session_of_which_nothing_is_said_has_no_title() -> None:
    assert session("SUMMARY:", "DESCRIPTION:", "LOCATION:", "STATUS:", "CATEGORIES:", "URL:", "GEO:") == Session(
        "a", "(no title)", WHEN
    )


@pytest.mark.parametrize(
    ("uid", "identity"),
    [
        ("040@google.com", "040@google.com"),
        ("http://a/b c", "http:%2F%2Fa%2Fb%20c"),
        (r" a\,b ", "a,b"),
        ("a\u00a0b", "a%C2%A0b"),
        ("100%", "100%"),
    ],
)
def test_id_is_the_uid_with_slashes_and_blanks_encoded(uid: str, identity: str) -> None:
    (found,), _ = read(f"UID:{uid}", START)
    assert found.id == identity


def test_vevent_without_uid_gets_one_of_its_content() -> None:
    (found,), first = read(START, "SUMMARY:b")
    assert first == [
        (
            "3:1: warning[ics-uid]: this VEVENT has no UID; it is known as `no-uid-b5797b47c4b6`, "
            "which is made of its content"
        )
    ]
    assert found.id == "no-uid-b5797b47c4b6"
    assert read("SUMMARY:b", "DTSTAMP:20170101T000000Z", "SEQUENCE:2", START, "UID: ")[0][0].id == found.id
    assert read("SUMMARY:c", START)[0][0].id != found.id


def test_two_vevents_alike_without_uid_are_two_sessions() -> None:
    found, _ = read(START, "SUMMARY:b", "END:VEVENT", "BEGIN:VEVENT", START, "SUMMARY:b")
    assert [each.id for each in found] == ["no-uid-b5797b47c4b6", "no-uid-b5797b47c4b6-2"]


@pytest.mark.parametrize(
    ("written", "status"),
    [("confirmed", Status.CONFIRMED), ("Tentative", Status.TENTATIVE), ("CANCELLED ", Status.CANCELLED)],
)
def test_status_is_read_in_any_case(written: str, status: Status) -> None:
    assert session(f"STATUS:{written}").status is status


def test_unknown_status_is_told() -> None:
    assert told("STATUS:MAYBE") == [
        "6:1: warning[ics-value]: STATUS `MAYBE` is none of those that a VEVENT has; taken as confirmed"
    ]


def test_place_that_is_not_on_earth_is_told() -> None:
    assert told("GEO:north") == ["6:1: warning[ics-value]: GEO `north` is not a place on earth; it was left out"]


@pytest.mark.parametrize(
    ("first", "kind", "categories"),
    [("Lunch", "lunch", ("b",)), ("WORK", "session", ("WORK", "b")), ("side event", "side event", ("b",))],
)
def test_kind_is_the_first_category_if_it_is_a_known_kind(first: str, kind: str, categories: tuple[str, ...]) -> None:
    found = session(f"CATEGORIES:{first},b")
    assert (found.kind, found.categories) == (kind, categories)


def test_kind_is_the_first_category_of_what_this_tool_wrote() -> None:
    head = "PRODID:-//agendacli//agenda export//EN"
    found = session("CATEGORIES:Masterclass,b", "SUMMARY:a (TBC)", "STATUS:TENTATIVE", head=head)
    assert (found.kind, found.categories, found.title) == ("Masterclass", ("b",), "a")


def test_mark_in_the_titles_of_others_stays() -> None:
    assert session("SUMMARY:a (TBC)", "STATUS:TENTATIVE").title == "a (TBC)"


def test_conference_is_where_it_is_joined() -> None:
    found = session(
        "CONFERENCE;VALUE=URI;LABEL=Dial-in:tel:+1-412-555-0123,,,654321", "CONFERENCE;VALUE=URI:https://example.org/c"
    )
    assert (found.url, found.notes, found.join, found.lines) == (
        None,
        (),
        ("tel:+1-412-555-0123,,,654321", "https://example.org/c"),
        ("CONFERENCE;VALUE=URI;LABEL=Dial-in:tel:+1-412-555-0123,,,654321",),
    )


@pytest.mark.parametrize(
    ("location", "room", "join", "notes"),
    [
        pytest.param("https://zoom.us/j/1?pwd=abc", None, ("https://zoom.us/j/1?pwd=abc",), (), id="link"),
        pytest.param("Room 5 (https://x.org/a)", "Room 5", ("https://x.org/a",), (), id="room and link"),
        pytest.param("us02web.zoom.us/j/1", None, ("https://us02web.zoom.us/j/1",), (), id="no scheme"),
        pytest.param(
            "https://zoom.us/j/1 Passcode: 77", None, ("https://zoom.us/j/1",), ("Passcode: 77",), id="passcode"
        ),
        pytest.param("Building 4/5\\, hall", "Building 4/5, hall", (), (), id="slash"),
    ],
)
def test_link_is_no_room(location: str, room: str | None, join: tuple[str, ...], notes: tuple[str, ...]) -> None:
    found = session(f"LOCATION:{location}")
    assert (found.room, found.join, found.notes) == (room, join, notes)


def test_address_of_a_person_is_no_link() -> None:
    found = session(
        "CONFERENCE;VALUE=URI:mailto:jo@x.org", "LINK;LINKREL=author;VALUE=URI:mailto:jo@x.org", "COLOR:red"
    )
    assert (found.join, found.lines) == ((), ("COLOR:red",))


@pytest.mark.parametrize(
    ("said", "privacy"),
    [
        ("CLASS:PUBLIC", Privacy.PUBLIC),
        ("CLASS:private", Privacy.PRIVATE),
        ("CLASS:CONFIDENTIAL", Privacy.CONFIDENTIAL),
        ("CLASS:X-SECRET", Privacy.PRIVATE),
        ("CLASS:", Privacy.PUBLIC),
    ],
)
def test_class_says_who_may_see_it(said: str, privacy: Privacy) -> None:
    assert session(said).privacy is privacy


def test_text_that_is_only_there_with_a_style_is_read() -> None:
    html = "<html><head><title>x</title></head><body><p>Now in <b>M3</b></p><ul><li>a &amp; b<li>c</ul></body></html>"
    assert session(f"X-ALT-DESC;FMTTYPE=text/html:{html}").description == "Now in M3\n\n- a & b\n- c"
    assert session("DESCRIPTION:Plain", f"X-ALT-DESC;FMTTYPE=text/html:{html}").description == "Plain"


def test_lines_that_no_key_has_are_kept() -> None:
    lines = ("COLOR:red", "CREATED:20240101T000000Z", 'LINK;LINKREL="a,b";VALUE=URI:https://x.org')
    assert session(*lines).lines == lines


def test_room_may_be_a_location_of_its_own_or_an_invited_one() -> None:
    place = ("BEGIN:VLOCATION", "NAME:Room M2", "GEO:48.235;16.4167", "END:VLOCATION")
    assert session(*place).room == "Room M2"
    assert session(*place).place == Place(coordinates=Coordinates(48.235, 16.4167))
    assert session("LOCATION:Plenary Room", *place).room == "Plenary Room"
    assert session("ATTENDEE;CUTYPE=ROOM;CN=Room M3:mailto:m3@example.org").room == "Room M3"


def person(role: str, name: str, identity: str, *, confirmed: bool = True) -> Participant:
    return Participant(role, name, Person(identity, name), confirmed=confirmed)


def test_attendees_take_part() -> None:
    found = session(
        'ATTENDEE;ROLE=CHAIR;CN="García, Ana":mailto:ana@example.org', "ATTENDEE;CN=Bo  Ek:mailto:bo@example.org",
        "ATTENDEE;PARTSTAT=ACCEPTED:MAILTO:cy@example.org", "ATTENDEE;PARTSTAT=TENTATIVE;CN=Di:urn:uuid:1",
        "ATTENDEE;PARTSTAT=DECLINED;CN=No:mailto:x", "ATTENDEE;ROLE=NON-PARTICIPANT;CN=No:mailto:x",
        "ATTENDEE;CUTYPE=RESOURCE;CN=No:mailto:x", "ATTENDEE:mailto:", "ATTENDEE;CN=Bo Ek:mailto:bo@example.org",
    )  # fmt: skip
    assert found.participants == (
        person("chair", "García, Ana", "garcía-ana"),
        person("participant", "Bo Ek", "bo-ek"),
        person("participant", "cy@example.org", "cy-example.org"),
        person("participant", "Di", "di", confirmed=False),
    )


def test_organizer_takes_part_where_others_do() -> None:
    host = person("host", "Ana", "ana")
    guest = person("participant", "Bo", "bo")
    organizer = "ORGANIZER;CN=Ana:mailto:ana@example.org"
    assert session(organizer, "ATTENDEE;CN=Bo:mailto:bo").participants == (host, guest)
    assert session(organizer, "ATTENDEE;CN=Ana:mailto:ana").participants == (person("participant", "Ana", "ana"),)
    assert session("ORGANIZER:mailto:", "ATTENDEE;CN=Bo:mailto:bo").participants == (guest,)
    assert session(organizer).participants == ()


def test_participants_of_rfc_9073_take_part() -> None:
    def part(*lines: str) -> tuple[str, ...]:
        return ("BEGIN:PARTICIPANT", *lines, "END:PARTICIPANT")

    found = session(
        *part("PARTICIPANT-TYPE:SPEAKER", r"SUMMARY:Ana\, Dr."), *part("PARTICIPANT-TYPE:SPONSOR", "SUMMARY:No"),
        *part("PARTICIPANT-TYPE:speaker"), *part("PARTICIPANT-TYPE:SPEAKER", "SUMMARY: "), *part("SUMMARY:No"),
    )  # fmt: skip
    assert found.participants == (person("speaker", "Ana, Dr.", "ana-dr."),)


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (
            ("UID:b", "DTSTART:soon", "SUMMARY:c"),
            "5:1: error[ics-lost]: DTSTART `soon` is not a time; this VEVENT was left out (UID b)",
        ),
        (
            ("DTSTART:20171301",),
            "4:1: error[ics-lost]: DTSTART `20171301` is not a time; this VEVENT was left out (UID none)",
        ),
        (("UID:b", "SUMMARY:c"), "3:1: error[ics-lost]: this VEVENT has no DTSTART, so it was left out (UID b)"),
        (
            ("UID:b",),
            "3:1: warning[ics-value]: this VEVENT says neither when nor what, so nothing is left to show of it",
        ),
    ],
)
def test_vevent_without_a_start_is_lost_and_told(lines: tuple[str, ...], message: str) -> None:
    assert read(*lines) == ((), [message])


def repeat(*lines: str) -> Repeat | None:
    return session(*lines).repeat


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        (["STATUS:CANCELED"], Status.CANCELLED),
        (["SUMMARY:[cancelled] Tea"], Status.CANCELLED),
        (["SUMMARY:Tea [CANCELED]", "STATUS:CONFIRMED"], Status.CANCELLED),
        (["SUMMARY: (Cancelled) Tea"], Status.CANCELLED),
        (["SUMMARY:A [cancelled] stamp"], Status.CONFIRMED),
        (["SUMMARY:Cancelled: a history"], Status.CONFIRMED),
    ],
)
def test_what_is_called_off_is_cancelled_however_it_is_spelt(lines: list[str], status: Status) -> None:
    (found,), told = read("UID:a", START, *lines)
    assert (found.status, told) == (status, [])


def test_title_of_our_own_says_nothing_of_the_status() -> None:
    text = f"BEGIN:VEVENT\nUID:a\n{START}\nSUMMARY:[cancelled] Tea\nSTATUS:CONFIRMED\nEND:VEVENT"
    whole = f"BEGIN:VCALENDAR\nPRODID:-//agendacli//EN\n{text}\nEND:VCALENDAR"
    programme = read_calendar(whole.encode(), "x.ics", "UTC", Findings())
    assert programme
    assert programme.sessions[0].status is Status.CONFIRMED


def test_rescheduled_may_be_at_either_time_which_is_told() -> None:
    (found,), told = read("UID:a", START, "STATUS:RESCHEDULED")
    open_ = "STATUS `RESCHEDULED` leaves open whether this is its old time or the new one; taken as confirmed"
    assert (found.status, told) == (Status.CONFIRMED, [f"6:1: warning[ics-value]: {open_}"])


@pytest.mark.parametrize(
    ("lines", "mark", "status"),
    [
        (["SUMMARY:[Rescheduled] Tea"], "[Rescheduled]", Status.CONFIRMED),
        (["SUMMARY:Tea (RESCHEDULED) "], "(RESCHEDULED)", Status.CONFIRMED),
        (["SUMMARY:[postponed] Tea", "STATUS:TENTATIVE"], "[postponed]", Status.TENTATIVE),
    ],
)
def test_title_of_what_is_rescheduled_is_told(lines: list[str], mark: str, status: Status) -> None:
    (found,), told = read("UID:a", START, *lines)
    open_ = f"a title with `{mark}` leaves open whether this is its old time or the new one; taken as {status}"
    assert (found.status, told) == (status, [f"6:1: warning[ics-value]: {open_}"])


@pytest.mark.parametrize("lines", [["SUMMARY:[rescheduled] Tea", "STATUS:CANCELLED"], ["SUMMARY:A rescheduled tea"]])
def test_title_of_what_is_cancelled_or_only_speaks_of_it_is_not_told(lines: list[str]) -> None:
    assert read("UID:a", START, *lines)[1] == []


def test_session_without_rule_does_not_repeat() -> None:
    assert repeat("EXDATE;TZID=Europe/Vienna:20170911T101500") is None


def test_rules_are_kept_in_order() -> None:
    assert repeat("RRULE:FREQ=WEEKLY;COUNT=3", "RRULE:", "RRULE:freq=monthly") == Repeat(
        ("FREQ=WEEKLY;COUNT=3", "FREQ=MONTHLY")
    )


@pytest.mark.parametrize(
    ("line", "exact", "days"),
    [
        ("DTEND:20170904T130000Z", True, 0),
        ("DURATION:PT2H", True, 0),
        ("DURATION:P1D", True, 1),
        ("DURATION:P1WT2H", True, 7),
        ("DTEND:soon", False, 0),
    ],
)
def test_length_is_exact_but_for_its_days(line: str, exact: bool, days: int) -> None:  # noqa: FBT001 (a case)
    (found,), _ = read("UID:a", START, line, "RRULE:FREQ=DAILY")
    assert found.repeat == Repeat(("FREQ=DAILY",), exact=exact, days=days)


def test_days_of_the_length_of_an_added_time_follow_the_calendar() -> None:
    start = "DTSTART;TZID=Europe/Vienna:20170320T220000"
    (found,), _ = read("UID:a", start, "DURATION:P1DT2H", "RDATE;TZID=Europe/Vienna:20170325T210000,20170325T235900")
    assert found.repeat
    ends = [each.end for each in found.repeat.added if isinstance(each, Timed)]
    assert [f"{each:%d %H:%M}" for each in ends if each] == ["26 23:00", "27 01:59"]


def test_length_of_days_is_not_exact() -> None:
    (found,), _ = read("UID:a", "DTSTART:20170904", "DTEND:20170905", "RRULE:FREQ=DAILY")
    assert found.repeat == Repeat(("FREQ=DAILY",))


def test_removed_starts_are_in_the_zone_of_the_session() -> None:
    found = repeat(
        "RRULE:FREQ=DAILY", "EXDATE;TZID=Europe/Vienna:20170905T101500,20170906T101500", "EXDATE:20170907T081500Z",
        "EXDATE;TZID=Asia/Tokyo:20170908T171500", "EXDATE;VALUE=DATE:20170909", "EXDATE:",
    )  # fmt: skip
    assert found
    starts = [wall(f"2017-09-0{day} 10:15") for day in (5, 6, 7, 8)]
    assert found.removed == {*starts, date(2017, 9, 9)}


def test_removed_starts_of_days_are_days() -> None:
    (found,), _ = read("UID:a", "DTSTART:20170904", "RRULE:FREQ=DAILY", "EXDATE:20170905,20170906T000000Z")
    assert found.repeat == Repeat(("FREQ=DAILY",), removed=frozenset({date(2017, 9, 5), date(2017, 9, 6)}))


def test_added_times_have_the_length_of_the_session() -> None:
    (found,), _ = read(
        "UID:a", START, "DTEND;TZID=Europe/Vienna:20170904T130000", "RDATE;TZID=Europe/Vienna:20171029T003000",
        "RDATE:20170905T081500Z,20170905T081500Z", "RDATE;VALUE=DATE:20170906",
    )  # fmt: skip
    assert found.repeat
    assert found.repeat.added == (
        Timed(wall("2017-10-29 00:30"), wall("2017-10-29 02:15").replace(fold=1), "Europe/Vienna"),
        Timed(wall("2017-09-05 10:15"), wall("2017-09-05 13:00"), "Europe/Vienna"),
        Timed(wall("2017-09-06 10:15"), wall("2017-09-06 13:00"), "Europe/Vienna"),
    )


def test_added_periods_have_their_own() -> None:
    (found,), told = read(
        "UID:a", START, "RDATE;VALUE=PERIOD:20170905T080000Z/PT2H,20170906T080000Z/20170906T090000Z",
        "RDATE;VALUE=PERIOD:20170907T080000Z/soon",
    )  # fmt: skip
    assert found.repeat
    assert found.repeat.added == (
        Timed(wall("2017-09-05 10:00"), wall("2017-09-05 12:00"), "Europe/Vienna"),
        Timed(wall("2017-09-06 10:00"), wall("2017-09-06 11:00"), "Europe/Vienna"),
        Timed(wall("2017-09-07 10:00"), None, "Europe/Vienna"),
    )
    assert told == ["7:1: warning[ics-value]: RDATE `soon` is not a time; the end was taken as not known"]


def test_added_days_have_the_length_of_the_session() -> None:
    (found,), _ = read(
        "UID:a", "DTSTART:20170904", "DTEND:20170906", "RDATE;VALUE=DATE:20170911", "RDATE:20170918T100000"
    )
    assert found.repeat
    assert found.repeat.added == tuple(
        Days(date.fromisoformat(start), date.fromisoformat(end), None, Hours.ALL)
        for start, end in (("2017-09-11", "2017-09-13"), ("2017-09-18", "2017-09-20"))
    )


def test_added_time_that_would_end_beyond_all_calendars_has_no_end() -> None:
    (found,), _ = read("UID:a", "DTSTART:00040101T000000Z", "DTEND:99970101T000000Z", "RDATE:20170904T000000Z")
    assert found.repeat
    assert found.repeat.added == (Timed(wall("2017-09-04"), None, "UTC"),)
    (found,), _ = read("UID:a", "DTSTART:00040101", "DTEND:99970101", "RDATE:20170904")
    assert found.repeat
    assert found.repeat.added == (Days(date(2017, 9, 4), date(2017, 9, 5), None, Hours.ALL),)


def test_dates_that_are_none_are_left_out_and_told() -> None:
    assert told("RRULE:FREQ=DAILY", "RDATE;VALUE=TIME:083000", "EXDATE:soon", "EXRULE:FREQ=DAILY") == [
        "7:1: warning[ics-value]: RDATE `083000` is not a time; it was left out",
        "8:1: warning[ics-value]: EXDATE `soon` is not a time; it was left out",
        "9:1: warning[ics-value]: EXRULE is not a part of RFC 5545 any more; it was left out",
    ]


def test_rule_that_cannot_be_read_is_an_error() -> None:
    (found,), told = read("UID:a", START, "RRULE:FREQ=DAILY;UNTL=20171231")
    assert (found.when, found.repeat) == (WHEN, Repeat())
    assert told == [
        (
            "6:1: error[ics-rule]: RRULE cannot be read: `UNTL=20171231` is not a part of a rule such as "
            "`FREQ=WEEKLY;BYDAY=TU`; only its first occurrence is known (UID a)"
        )
    ]
    assert read(START, "RRULE:x")[1][1].endswith("(UID none)")


def test_rule_of_another_calendar_is_told() -> None:
    assert told("RRULE:RSCALE=HEBREW;FREQ=YEARLY") == [
        "6:1: warning[ics-value]: RRULE: it repeats by the hebrew calendar, of which only the first day is known"
    ]
