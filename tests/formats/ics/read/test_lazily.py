"""Plain VEVENTs are read when they are looked at, and nobody can tell: not by what comes out, not by what is told."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from agendacli.formats.ics.read.calendar import read_indexed
from agendacli.formats.ics.read.large.index import NOWHERE, CalendarContext, sessions_from
from agendacli.formats.ics.read.reading import Indexed
from agendacli.model.diagnostic import Diagnostic
from agendacli.model.findings import Findings
from agendacli.model.lazy import LazySessions
from agendacli.model.people import Person
from agendacli.model.programme import Session
from agendacli.model.when import bounds
from agendacli.words.directory import Directory

CORPUS = sorted((Path(__file__).parents[4].parent / "shared" / "corpus").rglob("*.ics"))
HOUR = 3600
ZONE = "Europe/Vienna"
HEAD = "BEGIN:VCALENDAR\nPRODID:-//Example//EN\n"
FOOT = "END:VCALENDAR\n"
START = "DTSTART:20170904T101500Z"
LOCAL = "DTSTART:20170904T101500"


def entry(uid: str, start: str = START, *more: str) -> str:
    return "\n".join(("BEGIN:VEVENT", f"UID:{uid}", f"SUMMARY:title of {uid}", start, *more, "END:VEVENT", ""))


def read(data: bytes, *, many: int, insist: bool = False) -> tuple[Indexed, tuple[Diagnostic, ...]]:
    findings = Findings()
    return read_indexed(data, "x.ics", ZONE, findings, insist=insist, many=many), findings.all


def everything(session: Session) -> tuple[object, ...]:
    """The session, with what does not count for equality."""
    return session, session.span, session.uid, session.sequence, session.stamp


def read_both_ways(text: str | bytes, *, insist: bool = False) -> Indexed:
    """What is read, having seen that it is the same when nothing is put off."""
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    lazy, told = read(data, many=0, insist=insist)
    whole, all_told = read(data, many=sys.maxsize, insist=insist)
    assert told == all_told
    assert whole.index is None
    assert lazy.programme == whole.programme
    if lazy.programme and whole.programme:
        assert list(map(everything, lazy.programme.sessions)) == list(map(everything, whole.programme.sessions))
        check_times(lazy)
    return lazy


def check_times(found: Indexed) -> None:
    """The index knows of each session at least when it takes place, give or take what zones differ."""
    sessions = found.programme.sessions if found.programme else ()
    if isinstance(sessions, LazySessions):
        for session, first, last in zip(sessions, sessions.firsts, sessions.lasts, strict=True):
            span = bounds(session.when)
            assert first - 26 * HOUR <= span.start.timestamp()
            assert span.end.timestamp() <= last + 26 * HOUR


def put_off(found: Indexed) -> list[str]:
    """The ids of the sessions that are read when they are looked at."""
    if found.index is None or found.programme is None:
        return []
    read_at_once = found.index.others()
    return [each.id for n, each in enumerate(found.programme.sessions) if n not in read_at_once]


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_foreign_calendar_is_the_same_when_its_vevents_are_put_off(path: Path) -> None:
    read_both_ways(path.read_bytes())


LINES = (
    "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VALARM", "END:VALARM", "BEGIN:VTODO",
    "END:VTODO", "BEGIN:VTIMEZONE", "END:VTIMEZONE", "BEGIN:VLOCATION", "END:VLOCATION", "UID:a", "UID:b", "UID:c d",
    START, LOCAL, "DTSTART;TZID=Europe/Vienna:20170326T023000", "DTSTART;VALUE=DATE:20170904",
    "DTSTART;TZID=x:20170904",
    "DTEND:20170904T111500Z", "DTEND:20170904T111500", "DTEND;TZID=Europe/Vienna:20170326T031500", "DTEND:20170904",
    "DURATION:PT1H", "DURATION:P1D", "DURATION:PT0S", "RRULE:FREQ=DAILY;COUNT=3", "RECURRENCE-ID:20170904T101500Z",
    "RDATE:20170905T101500Z", "EXDATE:20170904", "STATUS:MAYBE", "STATUS:TENTATIVE", "GEO:1;2", "GEO:91;2",
    "SUMMARY:c (TBC)", "SUMMARY:[rescheduled] c", "SUMMARY:c (re", " scheduled)",
    "CATEGORIES:Panel,x", "ORGANIZER;CN=Ana:mailto:a", "ORGANIZER:mailto:b", "METHOD:CANCEL",
    "PRODID:-//agendacli//x", "PRODID:x", "X-WR-TIMEZONE:Asia/Tokyo", "x-wr-timezone:America/Lima", "X-WR-TIMEZONE:x",
    "TZID:x", "SEQUENCE:2", "DTSTAMP:20170101T000000Z", "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE", "ATTENDEE;CN=Jo:mailto:j",
    "foo:bar", "https://example.org", "a line that is none", " folded", "\tfolded", "", "\r", 'SUMMARY;X="a:b',
    "DESCRIPTION:ü", "DESCRIPTION:\\n", "UID", "SUMMARY",
)  # fmt: skip
ENTRIES = st.builds(
    entry,
    st.sampled_from(["a", "b", "c", "d", "e/f", "g h"]),
    st.sampled_from([START, LOCAL, "DTSTART;VALUE=DATE:20170904", "DTSTART;TZID=Europe/Vienna:20171029T023000"]),
    st.sampled_from(LINES),
)
FILES = st.lists(
    st.one_of(ENTRIES, ENTRIES, st.sampled_from(LINES).map(lambda line: f"{line}\n"), st.sampled_from([HEAD, FOOT])),
    max_size=12,
)


@given(parts=FILES, insist=st.booleans())
@example(parts=[HEAD, entry("a", LOCAL), "X-WR-TIMEZONE:Asia/Tokyo\n", FOOT], insist=False)
@settings(max_examples=150, deadline=None)
def test_any_file_is_the_same_when_its_vevents_are_put_off(parts: list[str], *, insist: bool) -> None:
    read_both_ways("".join((HEAD, *parts)), insist=insist)
    read_both_ways("\ufeff" + "".join((HEAD, *parts, FOOT)).replace("\n", "\r\n"))


@given(st.data())
@settings(max_examples=80, deadline=None)
def test_foreign_calendar_with_faults_is_the_same_when_its_vevents_are_put_off(data: st.DataObject) -> None:
    texts = [path.read_bytes() for path in CORPUS if path.stat().st_size < 1 << 14] or [(HEAD + FOOT).encode()]
    lines = data.draw(st.sampled_from(texts)).split(b"\n")
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(lines)))
        upto = data.draw(st.integers(at, min(at + 30, len(lines))))
        other = [data.draw(st.sampled_from(LINES)).encode(), data.draw(st.binary(max_size=3))]
        lines[at:upto] = data.draw(st.sampled_from([[], other[:1], other[1:], lines[at:upto] * 2]))
    read_both_ways(b"\n".join(lines))


def test_plain_vevents_are_put_off() -> None:
    text = HEAD + entry("a") + entry("b", START, "RRULE:FREQ=DAILY") + entry("c", LOCAL) + FOOT
    found = read_both_ways(text)
    assert put_off(found) == ["a", "c"]
    assert found.index
    assert found.index.others() == (1,)
    assert found.index.contexts == (CalendarContext(3, ZONE, is_own=False, is_cancelled=False),)


def test_small_file_is_read_at_once() -> None:
    data = (HEAD + entry("a") + FOOT).encode()
    assert read_indexed(data, "x.ics", ZONE, Findings()).index is None


def test_large_file_is_put_off() -> None:
    data = (HEAD + "".join(entry(f"uid-{n}") for n in range(1000)) + FOOT).encode()
    found = read_indexed(data, "x.ics", ZONE, Findings())
    assert len(put_off(found)) == 1000


@pytest.mark.parametrize(
    "other", [entry("a", START, "RRULE:FREQ=DAILY"), entry("a", START, "RECURRENCE-ID:20170904T101500Z"), entry("a")]
)
def test_vevent_that_shares_its_uid_is_read_at_once(other: str) -> None:
    assert put_off(read_both_ways(HEAD + entry("a") + entry("b") + other + FOOT)) == ["b"]


@pytest.mark.parametrize("late", ["PRODID:-//agendacli//x\n", "x-wr-timezone:Asia/Tokyo\n"])
def test_everything_is_read_at_once_where_the_file_says_too_late_what_it_is(late: str) -> None:
    assert put_off(read_both_ways("BEGIN:VCALENDAR\n" + entry("a", LOCAL) + late + FOOT)) == []


def test_zone_of_the_calendar_may_come_last() -> None:
    found = read_both_ways(HEAD + entry("a", LOCAL) + "X-WR-TIMEZONE:Asia/Tokyo\n" + FOOT)
    assert found.programme
    assert put_off(found) == ["a"]
    assert found.programme.sessions[0].when.zone == "Asia/Tokyo"


def test_several_calendars_each_say_what_holds_for_their_own() -> None:
    own = "BEGIN:VCALENDAR\nPRODID:-//agendacli//EN\nX-WR-TIMEZONE:Asia/Tokyo\n"
    cancelled = "BEGIN:VCALENDAR\nPRODID:x\nMETHOD:CANCEL\n"
    parts = (HEAD, entry("a"), FOOT, HEAD, entry("b"), FOOT, own, entry("c"), FOOT, cancelled, entry("d"), FOOT)
    found = read_both_ways("".join(parts))
    assert found.index
    assert found.index.contexts == (
        CalendarContext(2, ZONE, is_own=False, is_cancelled=False),
        CalendarContext(3, "Asia/Tokyo", is_own=True, is_cancelled=False, clocks="Asia/Tokyo"),
        CalendarContext(4, ZONE, is_own=False, is_cancelled=True),
    )


def test_vevent_outside_of_a_calendar_is_read_at_once() -> None:
    assert put_off(read_both_ways("\n" + entry("a") + entry("b"))) == []


def test_vevent_after_one_that_is_not_closed_is_read_at_once() -> None:
    unclosed = entry("a").replace("END:VEVENT\n", "")
    assert put_off(read_both_ways(HEAD + unclosed + entry("b") + entry("c") + FOOT)) == ["c"]


def test_end_of_the_file_may_be_a_plain_vevent() -> None:
    assert put_off(read_both_ways(HEAD + entry("a"))) == ["a"]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((entry("a", LOCAL), entry("b", "DTSTART;VALUE=DATE:20170904")), ZONE),
        ((entry("a"), entry("b", START, "RRULE:FREQ=DAILY")), "UTC"),
        ((entry("a"), entry("b", LOCAL)), None),
        ((entry("a"), entry("b", LOCAL, "RRULE:FREQ=DAILY")), None),
        (("X-WR-TIMEZONE:Asia/Tokyo\n", entry("a")), "Asia/Tokyo"),
    ],
)
def test_zone_of_the_programme_is_the_only_one(parts: tuple[str, ...], expected: str | None) -> None:
    found = read_both_ways(HEAD + "".join(parts) + FOOT)
    assert found.programme
    assert found.programme.zone == expected


@pytest.mark.parametrize(
    ("organizers", "expected"),
    [
        (("ORGANIZER;CN=Ana:a", "ORGANIZER;CN=Ana:b"), "Ana"),
        (("ORGANIZER;CN=Ana:a", "ORGANIZER;CN=Jo:b"), None),
        (("ORGANIZER;CN=Ana:a", "ORGANIZER;CN=Jo:b", "ORGANIZER;CN=Al:b"), None),
        (("ORGANIZER;CN=Ana:a", "CLASS:PUBLIC"), None),
        (("ORGANIZER:a",), None),
    ],
)
def test_organizer_of_the_programme_is_the_only_one(organizers: tuple[str, ...], expected: str | None) -> None:
    entries = (entry(f"uid{n}", START, each) for n, each in enumerate(organizers))
    found = read_both_ways(HEAD + "".join(entries) + FOOT)
    assert found.programme
    assert found.programme.organizer == expected


def test_stretch_is_found_without_reading_the_rest() -> None:
    days = (f"DTSTART;VALUE=DATE:201709{day:02}" for day in range(1, 31))
    text = HEAD + "".join(entry(f"uid-{n}", day) for n, day in enumerate(days, 1)) + FOOT
    sessions = sessions_of(text)
    assert isinstance(sessions, LazySessions)
    found = sessions.touching(datetime(2017, 9, 10, tzinfo=UTC), datetime(2017, 9, 11, tzinfo=UTC))
    assert [each.id for each in found] == ["uid-9", "uid-10", "uid-11"]


def sessions_of(text: str) -> object:
    programme = read(text.encode(), many=0)[0].programme
    assert programme
    return programme.sessions


def test_sessions_come_back_from_an_index() -> None:
    data = (HEAD + entry("a") + entry("b", START, "RRULE:FREQ=DAILY") + entry("c", LOCAL) + FOOT).encode()
    found, _ = read(data, many=0)
    assert found.programme
    assert found.index
    others = {number: found.programme.sessions[number] for number in found.index.others()}
    again = sessions_from(found.index, lambda offset, length: data[offset : offset + length], others, "x.ics")
    assert list(map(everything, again)) == list(map(everything, found.programme.sessions))
    assert [offset == NOWHERE for offset in found.index.offsets] == [False, True, False]


@pytest.mark.parametrize(
    "other", [b"", b"BEGIN:VEVENT\nDTSTART:20170904\n", b"BEGIN:VEVENT\nEND:VEVENT\n", b"\xff", b"END:VCALENDAR\n"]
)
def test_file_that_is_another_by_now_is_no_session(other: bytes) -> None:
    data = (HEAD + entry("a") + entry("b") + FOOT).encode()
    found, _ = read(data, many=0)
    assert found.index
    first = found.index.offsets[0]

    def changed(offset: int, length: int) -> bytes:
        return other if offset == first else data[offset : offset + length]

    sessions = sessions_from(found.index, changed, {}, "x.ics")
    with pytest.raises(ValueError, match=f"^the file has changed: no VEVENT begins at byte {first}$"):
        _ = sessions[0]
    assert sessions[1].id == "b"


def test_people_of_the_directory_are_known_in_what_is_put_off() -> None:
    ana = Person("lauber", "Ana Lauber", aliases=("A. Lauber",))
    data = (HEAD + entry("a", START, "ATTENDEE;CN=A. Lauber:mailto:a@example.org") + FOOT).encode()
    programme = read_indexed(data, "x.ics", ZONE, Findings(), directory=lambda: Directory([ana]), many=0).programme
    assert programme
    assert [each.person for each in programme.sessions[0].participants] == [ana]
