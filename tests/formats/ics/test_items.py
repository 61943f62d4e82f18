import pytest

from agendacli.formats.ics.content_line import name_of
from agendacli.formats.ics.items import Entry, Item, Items, read_items, zones_in_use
from agendacli.model.asked import Refusal

ENTRY = b"""\
BEGIN:VEVENT\r
UID:a.p@agendacli\r
DTSTART;TZID=Europe/Vienna:20170904T101500\r
DTEND;TZID="Europe/Vienna":20190904T130000\r
SUMMARY:A long\r
  title\r
BEGIN:VALARM\r
ACTION:DISPLAY\r
END:VALARM\r
SEQUENCE:2\r
STATUS:CANCELLED\r
END:VEVENT\r
"""


def file_of(*entries: bytes, before: bytes = b"") -> bytes:
    return b"".join((b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", before, *entries, b"END:VCALENDAR\r\n"))


def vevent(*lines: str) -> bytes:
    return "\r\n".join(("BEGIN:VEVENT", *lines, "END:VEVENT", "")).encode()


def read(data: bytes) -> Items:
    found = read_items(data)
    assert isinstance(found, Items)
    return found


def test_entry_unfolds_its_lines_and_tells_those_of_components_apart() -> None:
    entry = Entry.of(ENTRY)
    assert entry == Entry(
        ENTRY,
        (
            "UID:a.p@agendacli",
            "DTSTART;TZID=Europe/Vienna:20170904T101500",
            'DTEND;TZID="Europe/Vienna":20190904T130000',
            "SUMMARY:A long title",
            "SEQUENCE:2",
            "STATUS:CANCELLED",
        ),
        ("BEGIN:VALARM", "ACTION:DISPLAY", "END:VALARM"),
    )


def test_entry_folded_inside_a_character_is_read() -> None:
    folded = "SUMMARY:é".encode()
    entry = Entry.of(b"BEGIN:VEVENT\r\n" + folded[:-1] + b"\r\n " + folded[-1:] + b"\r\nEND:VEVENT\r\n")
    assert entry.lines == ("SUMMARY:é",)


def test_entry_value_follows_the_first_colon_outside_quotes() -> None:
    entry = Entry.of(vevent('RECURRENCE-ID;TZID="(UTC+01:00) Bern, Rome":20170904T101500'))
    assert entry.original == "20170904T101500"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SEQUENCE:7", 7),
        ("SEQUENCE: 7 ", 7),
        ("SEQUENCE:-1", 0),
        ("SEQUENCE:x", 0),
        (f"SEQUENCE:{'9' * 11}", 0),
        ("X:1", 0),
    ],
)
def test_entry_sequence_is_a_number_or_none(text: str, expected: int) -> None:
    assert Entry.of(vevent(text)).sequence == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(("DTSTART:20170904T101500Z",), {}, id="UTC"),
        pytest.param(("DTSTART;VALUE=DATE:20170904",), {}, id="day"),
        pytest.param(
            ("DTSTART;TZID=A/B:20170904T101500", "DTEND;TZID=C:20180101T000000"),
            {"A/B": (2017, 2017), "C": (2018, 2018)},
            id="two zones",
        ),
        pytest.param(("EXDATE;TZID=A:20170904T101500,20200904T101500",), {"A": (2017, 2020)}, id="list"),
        pytest.param(("DTSTART;TZID=A:20170904T101500", "RRULE:FREQ=DAILY"), {"A": (2017, 2027)}, id="no end"),
        pytest.param(
            ("DTSTART;TZID=A:20170904T101500", "RRULE:FREQ=DAILY;UNTIL=20190101T000000Z"),
            {"A": (2017, 2019)},
            id="until",
        ),
        pytest.param(
            ("DTSTART;TZID=A:20170904T101500", "RRULE:FREQ=DAILY;UNTIL=20150101T000000Z"),
            {"A": (2017, 2017)},
            id="until before",
        ),
        pytest.param(("DTSTART;TZID=A:soon",), {}, id="no time"),
        pytest.param(
            (r'DTSTART;X=1;TZID="(UTC+01:00) Bern\, Rome":20170904T101500',),
            {"(UTC+01:00) Bern, Rome": (2017, 2017)},
            id="colon in quotes",
        ),
    ],
)
def test_zones_in_use_are_those_named_with_their_years(
    lines: tuple[str, ...], expected: dict[str, tuple[int, int]]
) -> None:
    found = zones_in_use([Item("x", (Entry.of(vevent(*lines)),))])
    assert {zone: use.years for zone, use in found.items()} == expected


def test_definitions_of_zones_are_by_the_name_that_items_have_for_them() -> None:
    zone = b"BEGIN:VTIMEZONE\r\nTZID:(UTC+01:00) Bern\\, Rome\r\nEND:VTIMEZONE\r\n"
    assert read(file_of(before=zone)).timezones == {"(UTC+01:00) Bern, Rome": zone}


def test_items_are_by_uid_in_order_and_keep_their_bytes() -> None:
    other = vevent("UID:b.p@agendacli", "RECURRENCE-ID:20170904T080000Z")
    master = vevent("UID:b.p@agendacli")
    found = read(file_of(master, ENTRY, other, vevent("SUMMARY:nobody's")))
    assert {uid: each.data for uid, each in found.by_uid.items()} == {
        "b.p@agendacli": master + other,
        "a.p@agendacli": ENTRY,
    }


def test_items_get_crlf_and_lose_a_byte_order_mark() -> None:
    data = b"\xef\xbb\xbf" + file_of(ENTRY).replace(b"\r\n", b"\n")
    assert read(data).by_uid["a.p@agendacli"].data == ENTRY


def test_items_of_two_copies_have_the_newer_one() -> None:
    versions = [
        vevent("UID:a", f"SEQUENCE:{sequence}", f"DTSTAMP:{stamp}")
        for sequence, stamp in (
            (1, "20170101T000000Z"),
            (2, "20170101T000000Z"),
            (2, "20170102T000000Z"),
            (0, "20180101T000000Z"),
        )
    ]
    assert read(file_of(*versions)).by_uid["a"].data == versions[2]


def test_items_keep_the_definitions_of_zones() -> None:
    zone = b"BEGIN:VTIMEZONE\r\nTZID:Own\r\nBEGIN:STANDARD\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    assert read(file_of(ENTRY, before=zone)).timezones == {"Own": zone}


def test_items_of_an_empty_calendar_are_none() -> None:
    assert read(file_of()) == Items({}, {})


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(b"", "no iCalendar file: it has no VCALENDAR", id="empty"),
        pytest.param(b"title: Tea\n", "no iCalendar file: it has no VCALENDAR", id="something else"),
        pytest.param(ENTRY, "no iCalendar file: it has no VCALENDAR", id="no calendar"),
        pytest.param(b"BEGIN:VCALENDAR\nX:\xe9\n", "not UTF-8 from byte 19 on", id="Latin-1"),
        pytest.param(file_of(ENTRY)[:-27], "line 3: VEVENT is not closed", id="cut off inside"),
        pytest.param(b"BEGIN:VCALENDAR\r\n", "line 1: VCALENDAR is not closed", id="cut off"),
        pytest.param(
            b"BEGIN:VCALENDAR\r\nEND:VEVENT\r\n", "line 2: END:VEVENT closes nothing that is open", id="crossed"
        ),
        pytest.param(b"END:VCALENDAR\r\n", "line 1: END:VCALENDAR closes nothing that is open", id="not begun"),
    ],
)
def test_items_of_what_is_no_whole_calendar_are_refused(data: bytes, expected: str) -> None:
    assert read_items(data) == Refusal(expected)


def test_item_is_cancelled_when_all_of_it_is() -> None:
    confirmed = Entry.of(vevent("UID:a", "STATUS:CONFIRMED"))
    assert (Item("a", (Entry.of(ENTRY),)).is_cancelled, Item("a", (Entry.of(ENTRY), confirmed)).is_cancelled) == (
        True,
        False,
    )


def test_name_of_a_line_is_in_capitals() -> None:
    assert (name_of("Dtstart;X=y:z"), name_of(": nothing")) == ("DTSTART", "")
