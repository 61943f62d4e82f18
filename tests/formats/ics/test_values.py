"""Values of iCalendar, from text to what it says."""

from datetime import UTC, date, datetime, timedelta

import pytest

from agendacli.formats.ics.text import read_escaped, read_escaped_list
from agendacli.formats.ics.values import Length, read_coordinates, read_date_time, read_duration, read_offset
from agendacli.model.places import Coordinates


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("plain", "plain"),
        (r"a\, b\; c", "a, b; c"),
        (r"a\nb\Nc", "a\nb\nc"),
        (r"a\\nb\\\nc", "a\\nb\\\nc"),
        (r"a\:b\"c" + "\\", r"a\:b\"c" + "\\"),
    ],
)
def test_text_is_read_without_escapes(value: str, expected: str) -> None:
    assert read_escaped(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [("a, b,,c", ("a", "b", "c")), (r"a\,b,c\\,d", ("a,b", "c\\", "d")), ("", ()), (r"a\;,", ("a;",)), ("\\", ("\\",))],
)
def test_list_of_texts_is_cut_at_its_commas(value: str, expected: tuple[str, ...]) -> None:
    assert read_escaped_list(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("20170904", date(2017, 9, 4)),
        ("20170904T101500", wall("2017-09-04 10:15")),
        ("20170904T101500Z", datetime(2017, 9, 4, 10, 15, tzinfo=UTC)),
        ("20170904t101500z", datetime(2017, 9, 4, 10, 15, tzinfo=UTC)),
        ("20170904Z", date(2017, 9, 4)),
        ("2017-09-04", date(2017, 9, 4)),
        ("2017-09-04T10:15:00", wall("2017-09-04 10:15")),
        ("20170904T1015Z", datetime(2017, 9, 4, 10, 15, tzinfo=UTC)),
        ("20161231T235960Z", datetime(2016, 12, 31, 23, 59, 59, tzinfo=UTC)),
        ("00030101", date(3, 1, 1)),
        ("99981231T235959", wall("9998-12-31 23:59:59")),
    ],
)
def test_moment_is_a_day_a_wall_time_or_an_instant(value: str, expected: date) -> None:
    assert read_date_time(value) == expected
    assert type(read_date_time(value)) is type(expected)


@pytest.mark.parametrize(
    "value",
    [
        "", "20171301", "20170231T101500", "2017090", "ABCDEFGH", "20170904T10", "20170904T250000", "00020101",
        "99990101", "00020101T000000Z", "2017W361T101500", "٢٠١٧٠٩٠٤", "20170904T1015+100", "-0011130T100000",
        "2017-02-30",
    ],
)  # fmt: skip
def test_what_is_no_time_is_none(value: str) -> None:
    assert read_date_time(value) is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("PT1H30M", Length(0, timedelta(minutes=90))),
        ("P0DT0H15M", Length(0, timedelta(minutes=15))),
        ("P1DT12H", Length(1, timedelta(hours=12))),
        ("P2W", Length(14, timedelta())),
        ("-PT15M", Length(0, timedelta(minutes=-15))),
        ("+p1d", Length(1, timedelta())),
        ("PT45S", Length(0, timedelta(seconds=45))),
    ],
)
def test_duration_has_days_and_a_rest(value: str, expected: Length) -> None:
    assert read_duration(value) == expected


@pytest.mark.parametrize("value", ["", "P", "PT", "1H", "P1H", "-PT1W1D2H", "PT" + "9" * 20 + "H"])
def test_what_is_no_duration_is_none(value: str) -> None:
    assert read_duration(value) is None


@pytest.mark.parametrize(
    ("value", "seconds"), [("+0100", 3600), ("-0330", -12600), ("+115544", 42944), ("-000001", -1), ("+5744", None)]
)
def test_offset_is_less_than_a_day(value: str, seconds: int | None) -> None:
    assert read_offset(value) == (None if seconds is None else timedelta(seconds=seconds))


@pytest.mark.parametrize("value", ["0100", "+1", "+01:00", ""])
def test_what_is_no_offset_is_none(value: str) -> None:
    assert read_offset(value) is None


def test_coordinates_are_north_and_east() -> None:
    assert read_coordinates("48.2350;16.4167") == Coordinates(48.235, 16.4167)
    assert read_coordinates("-33.9, 151.2") == Coordinates(-33.9, 151.2)


@pytest.mark.parametrize("value", ["", "1", "1;2;3", "a;b", "91;0", "0;181", "nan;nan", "inf;0"])
def test_what_is_no_place_on_earth_is_none(value: str) -> None:
    assert read_coordinates(value) is None
