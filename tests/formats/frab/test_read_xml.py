"""schedule.xml as a programme."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from agendacli.formats.given import Given
from agendacli.formats.readers import READERS
from agendacli.model.people import Person
from agendacli.model.places import City, Gazetteer, Place
from agendacli.model.programme import Session, Status
from agendacli.model.said import Said
from agendacli.model.when import Timed
from agendacli.words.directory import Directory

Read = Callable[..., Said]

TEA = """\
      <event guid='5F049BA4-500a-5aa1-b04d-000000000001' id='11'>
        <date>2026-03-14T10:00:00+01:00</date><start>10:00</start><duration>00:45</duration><room>Saal 1</room>
        <slug>tides26-11-tea</slug><title>Tea</title><subtitle>and cake</subtitle><track>Food</track><type>Talk</type>
        <language>en</language><abstract>&lt;p&gt;Hot.&lt;/p&gt;</abstract><description>Green &amp; black</description>
        <persons><person id='1'>Dr. Ira Sand</person><person id='2'>N.N.</person></persons>
        <links><link href='https://example.org'>one</link><link href='https://example.org/2'>two</link></links>
      </event>"""


def lasting(start: str, end: str) -> Timed:
    return Timed(datetime.fromisoformat(start), datetime.fromisoformat(end), "Europe/Berlin")


def event(**said: str) -> str:
    parts = {"title": "Tea", "start": "10:00", "duration": "00:45", **said}
    return f"<event id='7'>{''.join(f'<{name}>{text}</{name}>' for name, text in parts.items())}</event>"


def sessions(said: Said) -> list[Session]:
    return list(said.programme.sessions) if said.programme else []


def told(said: Said) -> list[str]:
    return [str(each).partition("tides.xml:")[2] for each in said.diagnostics]


def test_event_as_a_session(read_events: Read) -> None:
    said = read_events(TEA)
    (tea,) = sessions(said)
    assert (tea.id, tea.uid, tea.title, tea.kind) == ("11", "5f049ba4-500a-5aa1-b04d-000000000001", "Tea", "talk")
    assert tea.when == lasting("2026-03-14T10:00", "2026-03-14T10:45")
    assert (tea.room, tea.notes, tea.categories) == ("Saal 1", ("and cake",), ("Food",))
    assert tea.description == "Hot.\n\nGreen & black"
    assert [(each.role, each.person, each.confirmed) for each in tea.participants] == [
        ("speaker", Person("ira-sand", "Ira Sand", "Dr."), True),
        ("speaker", None, False),
    ]
    assert tea.span
    assert (tea.span.line, tea.span.column) == (10, 7)
    assert (said.left_out, told(said)) == (("1 language", "2 links"), [])


def test_programme_of_a_schedule(read_events: Read) -> None:
    conference = (
        "<acronym>Tides26</acronym><city>Bremen</city><venue>Pier</venue><start>2026-03-14</start><end>2026-03-15</end>"
    )
    found = read_events(TEA, conference).programme
    assert found
    assert (found.id, found.title, found.kind, found.place.city, found.place.venue) == (
        "tides26", "Tides 2026", "conference", "Bremen", "Pier",
    )  # fmt: skip
    assert found.dates
    assert (found.dates.start, found.dates.end) == (date(2026, 3, 14), date(2026, 3, 16))


def test_times_without_a_zone_are_asked_for(read_events: Read) -> None:
    said = read_events(event(), "<city>Brussels</city>")
    assert (said.programme, told(said)) == (
        None,
        ["10:1: error[no-zone]: the times have no time zone; name it, for Brussels `--zone Europe/Brussels`"],
    )
    (tea,) = sessions(read_events(event(), "<city>Brussels</city>", zone="Europe/Brussels"))
    assert tea.when == replace(lasting("2026-03-14T10:00", "2026-03-14T10:45"), zone="Europe/Brussels")


def test_offset_counts_more_than_the_name_of_a_zone(read_events: Read) -> None:
    said = read_events(TEA, "<time_zone_name>UTC</time_zone_name>")
    assert sessions(said)[0].when.zone == "Etc/GMT-1"
    assert told(said) == [
        (
            "1:1: warning[schedule-zone]: `UTC` is named, but the times say +01:00, which counts; "
            "name the zone with `--zone`"
        )
    ]


@pytest.mark.parametrize(
    ("change", "start", "day"),
    [
        ("09:00:00", "00:30", 15),
        ("09:00:00", "09:00", 14),
        ("2026-03-14T04:00:00+01:00", "3:59", 15),
        ("", "00:30", 14),
    ],
)
def test_day_goes_on_until_it_changes(read_events: Read, change: str, start: str, day: int) -> None:
    said = read_events(event(start=start), f"<day_change>{change}</day_change>", zone="Europe/Berlin")
    assert [each.when.start.day for each in sessions(said) if isinstance(each.when, Timed)] == [day]


@pytest.mark.parametrize(
    ("written", "minutes"), [("00:45", 45), ("1:30", 90), ("01:30:00", 90), ("45", 45), ("1:00:00:00", 1440)]
)
def test_durations(read_events: Read, written: str, minutes: int) -> None:
    (found,) = sessions(read_events(event(duration=written)))
    assert isinstance(found.when, Timed)
    assert found.when.end
    assert (found.when.end - found.when.start).total_seconds() == minutes * 60


def test_end_over_the_change_of_clocks_is_counted_in_real_time(read_events: Read) -> None:
    (found,) = sessions(read_events(event(date="2026-03-29T01:30:00+01:00", duration="01:00")))
    assert found.when == lasting("2026-03-29T01:30", "2026-03-29T03:30")


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"start": "25:00"}, "“Tea” is left out: `2026-03-14 25:00` is not a date and time"),
        ({"date": "soon", "start": ""}, "“Tea” is left out: `soon` is not a date and time"),
        ({"duration": "long"}, "“Tea” has no end: `long` is not a duration; write `00:45`"),
    ],
)
def test_events_without_a_time_are_told(read_events: Read, said: dict[str, str], message: str) -> None:
    assert told(read_events(event(**said))) == [f"10:1: error[schedule-lost]: {message}"]


def test_persons_are_one_by_id_and_else_by_name(read_events: Read) -> None:
    people = "<person id='1'>Ann Poe</person><person id='2'>Ann Poe</person><person id='1'>A. Poe</person>"
    found = sessions(read_events(event(persons=people) + event(persons="<person>Bea Roe</person>").replace("7", "8")))
    persons = [seat.person.id for each in found for seat in each.participants if seat.person]
    assert persons == ["ann-poe", "ann-poe-2", "ann-poe", "bea-roe"]


def test_cancelled_in_the_title_is_the_status(read_events: Read) -> None:
    titles = ["CANCELLED Tea", "[Abgesagt] Tea", "Cancelled flights", "Tea (cancelled)"]
    found = sessions(read_events("".join(event(title=each) for each in titles)))
    assert [(each.title, each.status) for each in found] == [
        ("Tea", Status.CANCELLED),
        ("Tea", Status.CANCELLED),
        ("Cancelled flights", Status.CONFIRMED),
        ("Tea", Status.CANCELLED),
    ]
    assert [each.id for each in found] == ["7", "7-2", "7-3", "7-4"]


NO_XML = "error[schedule-syntax]: the file is not XML from here on"
BOMB = b"""<?xml version="1.0"?>
<!DOCTYPE schedule [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<schedule><conference><title>&b;</title></conference></schedule>"""


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (BOMB, "2:21: error[schedule-syntax]: the file declares entities, which are not read; write the texts out"),
        (b"<schedule><day", f"1:11: {NO_XML}: unclosed token"),
        (b"<schedule/>", "1:1: error[empty]: the schedule contains no events"),
        (b"<schedule>" + b"<day>" * 200_000, f"1:1000011: {NO_XML}: no element found"),
    ],
    ids=["bomb", "cut off", "no days", "deep"],
)  # fmt: skip
def test_hostile_files_are_told_at_once(data: bytes, message: str) -> None:
    said = READERS["xml"](Given(data, "tides.xml"))
    assert (said.programme, told(said)) == (None, [message])


def test_no_external_entity_is_read(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    data = f'<!DOCTYPE schedule [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]><schedule>&x;</schedule>'
    assert READERS["xml"](Given(data.encode(), "tides.xml")).programme is None


def test_city_of_a_schedule_is_the_declared_one() -> None:
    city = City("york", "York", country="GB", zone="Europe/London")
    text = (
        "<schedule><conference><title>Tides</title><city>york</city></conference>"
        f"<day index='1' date='2026-03-14'><room name='Saal 1'>{TEA}</room></day></schedule>"
    )
    known = Directory(gazetteer=Gazetteer((city,)))
    said = READERS["xml"](Given(text.encode(), "tides.xml", directory=lambda: known))
    assert said.programme
    assert said.programme.place == Place("York", country="GB", zone="Europe/London")


def test_event_outside_of_rooms_is_a_session_without_one() -> None:
    event = '<event id="{0}"><start>0{0}:00</start><duration>01:00</duration><title>Tea {0}</title></event>'
    rooms = f'<room name="Hall">{event.format(1)}</room>{event.format(2)}<room name="Attic">{event.format(3)}</room>'
    text = f'<schedule><conference><title>T</title></conference><day date="2026-03-14">{rooms}</day></schedule>'
    said = READERS["xml"](Given(text.encode(), "t.xml", "Europe/Berlin"))
    assert (said.diagnostics, bool(said.programme)) == ((), True)
    found = [(each.title, each.room) for each in said.programme.sessions]  # type: ignore[union-attr]
    assert found == [("Tea 1", "Hall"), ("Tea 2", None), ("Tea 3", "Attic")]


def test_what_is_neither_a_room_nor_an_event_of_a_day_is_passed_over(read_events: Read) -> None:
    said = read_events(f"{TEA}</room><remark>closed at noon</remark><room name='Saal 2'>{event(title='Cake')}")
    assert [(each.title, each.room) for each in sessions(said)] == [("Tea", "Saal 1"), ("Cake", "Saal 2")]
