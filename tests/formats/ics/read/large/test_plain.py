"""Which VEVENTs are plain, and what is known of them without reading them."""

from collections.abc import Iterator
from datetime import datetime

import pytest

from agendacli.formats.ics.read.large.plain import Plain, find_plain

HOME = ("Europe/Vienna",)
START = "DTSTART;TZID=Europe/Vienna:20170904T101500"
END = "DTEND;TZID=Europe/Vienna:20170904T130000"
DAY = 86400


def entry(*lines: str, uid: str = "UID:a") -> str:
    return "\r\n".join(("BEGIN:VEVENT", uid, *lines, "END:VEVENT", ""))


def calendar(*entries: str) -> bytes:
    return "".join(("BEGIN:VCALENDAR\r\n", *entries, "END:VCALENDAR\r\n")).encode()


def found(*lines: str, likely: tuple[str, ...] = HOME) -> Plain:
    return find_plain(calendar(entry(*lines)), likely)


def is_plain(*lines: str, likely: tuple[str, ...] = HOME) -> bool:
    return len(found(*lines, likely=likely).uids) == 1


def second(text: str) -> int:
    return int(datetime.fromisoformat(f"{text}+00:00").timestamp())


def bounds(plain: Plain) -> Iterator[tuple[int, int, str | None]]:
    for first, last, kind in zip(plain.firsts, plain.lasts, plain.kinds, strict=True):
        yield first, last, plain.zones[kind]


@pytest.mark.parametrize(
    "lines",
    [
        (
            "SUMMARY:Panel",
            "DESCRIPTION:Long\r\n , folded\r\n\t: twice",
            "X-ANY-THING;A=b:c",
            "CREATED:20170101T000000Z",
        ),
        ('ATTENDEE;CN="A: B";ROLE=CHAIR:mailto:a@example.org', 'ATTENDEE;CN="fold\r\n ed";X=1\r\n 2:mailto:b'),
        ("STATUS:TENTATIVE", "STATUS:CONFIRMED", "GEO:-48.2;-179.9", "GEO:89;16", "TRANSP:OPAQUE"),
        ("BEGIN:VALARM", "TRIGGER:-PT15M", "UID:b", "DESCRIPTION:Soon\r\n er", "END:VALARM", "CLASS:PRIVATE"),
        ("ORGANIZER;CN=Ana:mailto:ana\r\n @example.org",),
        ("X-MICROSOFT-CDO-ALLDAYEVENT:FALSE",),
    ],
)
def test_vevent_of_which_nothing_has_to_be_told_is_plain(lines: tuple[str, ...]) -> None:
    assert is_plain(START, *lines)


@pytest.mark.parametrize(
    "lines",
    [
        ("RRULE:FREQ=DAILY",),
        ("RDATE:20170905T101500",),
        ("EXDATE:20170905T101500",),
        ("RECURRENCE-ID:20170905T101500",),
        ("UID:b",),
        ("DTSTART:20170904",),
        (END, END),
        (END, "DURATION:PT1H"),
        ("DURATION:PT1H", "DURATION:PT2H"),
        ("ORGANIZER:a", "ORGANIZER:b"),
        ("STATUS:MAYBE",),
        ("SUMMARY:[rescheduled] Tea",),
        ("SUMMARY:Tea [\r\n reschedu\r\n led]",),
        ("GEO:90.1;16",),
        ("GEO:48;180",),
        ("X-MICROSOFT-CDO-ALLDAYEVENT:TRUE",),
        ("summary:small",),
        ("a line that is none",),
        ("",),
        ("\rSUMMARY:b",),
        ('SUMMARY;X="a:b',),
        ("BEGIN:VLOCATION", "END:VLOCATION"),
        ("BEGIN:VALARM", "BEGIN:VALARM", "END:VALARM", "END:VALARM"),
        ("BEGIN:VALARM",),
        ("SUMM\r\n ARY:folded name",),
    ],
)
def test_vevent_that_may_need_telling_is_not_plain(lines: tuple[str, ...]) -> None:
    assert not is_plain(START, *lines)


@pytest.mark.parametrize("uid", ["SUMMARY:none", "UID:", "UID: a", "UID:a b", "UID:ü", r"UID:a\,b", "UID;X=y:a"])
def test_vevent_without_a_simple_uid_is_not_plain(uid: str) -> None:
    assert find_plain(calendar(entry(START, uid=uid)), HOME).uids == []


def test_folded_uid_is_put_together() -> None:
    assert find_plain(calendar(entry(START, uid="UID:a/\r\n b\r\n\t@c")), HOME).uids == [b"a/b@c"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((START, END), ("2017-09-04T10:15", "2017-09-04T13:00", "Europe/Vienna")),
        ((START,), ("2017-09-04T10:15", "2017-09-05T10:15", "Europe/Vienna")),
        ((START, "DURATION:P1DT1H"), ("2017-09-04T10:15", "2017-09-05T11:15", "Europe/Vienna")),
        ((START, "DURATION:P1W"), ("2017-09-04T10:15", "2017-09-11T10:15", "Europe/Vienna")),
        (("DTSTART:20170904T101500Z", "DTEND:20170904T130000Z"), ("2017-09-04T10:15", "2017-09-04T13:00", "UTC")),
        (("DTSTART:20170904T101500", "DTEND:20170904T130000"), ("2017-09-04T10:15", "2017-09-04T13:00", "")),
        (
            ("DTSTART;TZID=Europe/Vienna:20170904T101500Z", "DTEND:20170904T130000Z"),
            ("2017-09-04T10:15", "2017-09-04T13:00", "UTC"),
        ),
        (
            ("DTSTART;TZID=W. Europe Standard Time:20170904T101500", 'DTEND;X=y;TZID="Europe/Berlin":20170904T130000'),
            ("2017-09-04T10:15", "2017-09-04T13:00", "Europe/Berlin"),
        ),
        (("DTSTART;VALUE=DATE:20170904",), ("2017-09-04T00:00", "2017-09-05T00:00", None)),
        (("DTSTART:20170904", "DTEND:20170904"), ("2017-09-04T00:00", "2017-09-05T00:00", None)),
        (("DTSTART;VALUE=DATE:20170904", "DTEND:20170906"), ("2017-09-04T00:00", "2017-09-06T00:00", None)),
        (("DTSTART:20170904", "DURATION:PT1H"), ("2017-09-04T00:00", "2017-09-05T00:00", None)),
        (("DTSTART:20170904", "DURATION:P1DT1H"), ("2017-09-04T00:00", "2017-09-06T00:00", None)),
        (
            ("DTSTART:20170904", "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"),
            ("2017-09-04T00:00", "2017-09-05T00:00", None),
        ),
        (
            ("DTSTART;TZID=Europe/Vienna:20170901T101500", "DTEND;TZID=Europe/Vienna:20171101T130000"),
            ("2017-09-01T10:15", "2017-11-01T13:00", "Europe/Vienna"),
        ),
        (
            ("DTSTART;TZID=Europe/Vienna:20170904T220000", "DTEND;TZID=Europe/Vienna:20170905T020000"),
            ("2017-09-04T22:00", "2017-09-05T02:00", "Europe/Vienna"),
        ),
    ],
)
def test_time_is_known_with_its_zone(lines: tuple[str, ...], expected: tuple[str, str, str | None]) -> None:
    first, last, zone = expected
    assert list(bounds(found(*lines))) == [(second(first), second(last), zone)]


@pytest.mark.parametrize(
    "lines",
    [
        ("SUMMARY:no start",),
        ("DTSTART:20170904T1015",),
        ("DTSTART:20170904T240000",),
        ("DTSTART:20170904T106000",),
        ("DTSTART:20170904T101560",),
        ("DTSTART:20170931",),
        ("DTSTART:18991231",),
        ("DTSTART;VALUE=DATE:20170904T101500",),
        ("DTSTART;TZID=Nowhere:20170904T101500",),
        ("DTSTART;TZID=Nowhere:20170904",),
        ("DTSTART;TZID=Nowhere:20170904T101500Z",),
        ('DTSTART;X="y:20170904T101500',),
        ("DTSTART;TZID=Europe/\rVienna:20170904T101500",),
        (START, "DTEND;TZID=Europe/Vienna:20170904T101500"),
        (START, "DTEND;TZID=Europe/Vienna:20170904T100000"),
        (START, "DTEND;TZID=Europe/Vienna:20170931T100000"),
        (START, "DTEND:20170904T130000"),
        (START, "DTEND:20170904T130000Z"),
        (START, "DTEND:20170905"),
        (START, "DURATION:PT0S"),
        (START, "DURATION:P"),
        (START, "DURATION:P9999D"),
        (START, "DURATION:PT99999999H"),
        ("DTSTART:20170904", "DTEND:20170903"),
        ("DTSTART:20170904", "DURATION:PT0S"),
        ("DTSTART;TZID=Europe/Vienna:20170326T013000", "DTEND;TZID=Europe/Vienna:20170326T031500"),
        ("DTSTART;TZID=Europe/Vienna:20170325T230000", "DTEND;TZID=Europe/Vienna:20170326T043000"),
        ("DTSTART:20170326T013000", "DTEND:20170326T031500"),
    ],
)
def test_time_that_may_be_odd_is_not_plain(lines: tuple[str, ...]) -> None:
    assert not is_plain(*lines)


def test_floating_time_has_to_be_sure_in_all_likely_zones() -> None:
    lines = ("DTSTART:20170312T013000", "DTEND:20170312T031500")
    assert is_plain(*lines)
    assert not is_plain(*lines, likely=("Europe/Vienna", "America/New_York"))


def test_plain_ones_are_known_by_their_place_in_the_file() -> None:
    first, odd, second_, third = (
        entry(START, "SUMMARY:folded\r\n twice\r\n over"),
        entry(START, "RRULE:FREQ=DAILY", uid="UID:b"),
        entry("DTSTART:20170904", uid="UID:c"),
        entry(START, uid="UID:d"),
    )
    data = calendar(first, odd, second_, third)
    plain = find_plain(data, HOME)
    assert plain.uids == [b"a", b"c", b"d"]
    pairs = zip(plain.starts, plain.ends, strict=True)
    assert [data[start:end].decode() for start, end in pairs] == [first, second_, third]
    assert [data[:start].count(b"\n") + 1 for start in plain.starts] == list(plain.lines)
    assert list(plain.runs()) == [range(1), range(1, 3)]


def test_line_that_goes_on_with_the_end_is_no_end() -> None:
    data = calendar(entry(START))
    assert find_plain(data.replace(b"END:VCALENDAR", b" :x"), HOME).uids == []
    assert find_plain(data.replace(b"END:VCALENDAR", b"\r :x"), HOME).uids == []
    assert find_plain(data.replace(b"END:VCALENDAR", b"\r\n :x"), HOME).uids == [b"a"]


def test_those_that_share_a_uid_are_not_plain() -> None:
    data = calendar(entry(START), entry(START, uid="UID:b"), entry("DTSTART:20170904"))
    assert find_plain(data, HOME).uids == [b"b"]


def test_organizers_are_known_with_what_stands_after_the_name() -> None:
    one = entry(START, "ORGANIZER;CN=Ana:mailto:ana")
    assert find_plain(calendar(one), HOME).organizers == {b";CN=Ana:mailto:ana\r\n"}
    other = entry(START, uid="UID:b")
    assert find_plain(calendar(one, other), HOME).organizers == {b";CN=Ana:mailto:ana\r\n", None}


def test_only_what_is_utf_8_is_plain() -> None:
    data = calendar(entry(START, "SUMMARY:für"), entry(START, "SUMMARY:ab", uid="UID:b"))
    assert find_plain(data, HOME).uids == [b"a", b"b"]
    assert find_plain(data.replace(b"ab", b"\xfcb"), HOME).uids == [b"a"]
    assert find_plain(data.replace(b"ab", b"\xfc"), HOME).uids == [b"a"]
    assert find_plain(data.replace(b"\xc3\xbc", b"\xc3\r\n \xbc"), HOME).uids == [b"a", b"b"]


@pytest.mark.parametrize("odd", [b"\0", b"\xff\xfe", b"\xfe\xff"])
def test_nothing_is_plain_in_a_file_whose_bytes_are_changed_first(odd: bytes) -> None:
    assert find_plain(odd + calendar(entry(START)), HOME).uids == []


def test_nothing_is_plain_where_there_is_nothing() -> None:
    plain = find_plain(b"", HOME)
    assert (plain.uids, list(plain.runs())) == ([], [])
