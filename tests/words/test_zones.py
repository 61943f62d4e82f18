"""TZIDs as IANA zones, by name."""

from datetime import UTC, datetime, timedelta

import pytest

from agendacli.model.zones import is_zone, wall
from agendacli.words.zones import stated_offset, windows_zones, zone_at, zone_named


@pytest.mark.parametrize(
    ("tzid", "zone"),
    [
        ("Europe/Vienna", "Europe/Vienna"),
        (' "Europe/Vienna" ', "Europe/Vienna"),
        ("europe/vienna", "Europe/Vienna"),
        ("America/New York", "America/New_York"),
        ("US-Eastern", "US/Eastern"),
        ("UTC", "UTC"),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("pacific standard time", "America/Los_Angeles"),
        ("/mozilla.org/20070129_1/America/New_York", "America/New_York"),
        ("/freeassociation.sourceforge.net/Tzfile/America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"),
        ("/example.org/UTC", "UTC"),
        ("tzone://Microsoft/Utc", "UTC"),
        ("Eastern Standard Time 1", "America/New_York"),
        ("W. Europe", "Europe/Berlin"),
        ("W. Europe Daylight Time", "Europe/Berlin"),
        ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Amsterdam"),
        ("(UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien", "Europe/Amsterdam"),
        ("(GMT+01.00) Sarajevo/Warsaw/Zagreb", "Europe/Sarajevo"),
        ("(UTC) Dublin, Edinburgh, Lisbon, London", "Europe/Dublin"),
        ("(GMT-08:00) Pacific Time (US & Canada); Tijuana", "America/Los_Angeles"),
        ("(UTC-07:00) Chihuahua, La Paz, Mazatlan", "America/Mazatlan"),
        ("(UTC-04:00) Georgetown, La Paz, Manaus, San Juan", "America/La_Paz"),
        ("(UTC-03:00) City of Buenos Aires", "America/Argentina/Buenos_Aires"),
        ("(UTC+11:00) Solomon Is., New Caledonia", "Pacific/Guadalcanal"),
        ("(UTC+00:00) Casablanca", "Africa/Casablanca"),
    ],
)
def test_zone_is_known_by_name(tzid: str, zone: str) -> None:
    assert zone_named(tzid) == zone


@pytest.mark.parametrize(
    "tzid",
    [
        "",
        "/",
        "Customized Time Zone",
        "tzone://Microsoft/Custom",
        "custom_America/New_York",
        "My/Japan",
        "UTC+11",
        "../../x",
    ],
)
def test_name_that_says_nothing_takes_a_definition(tzid: str) -> None:
    assert zone_named(tzid) is None


def test_zones_of_windows_are_known_here() -> None:
    assert all(map(is_zone, windows_zones()))
    assert "Europe/Berlin" in windows_zones()


@pytest.mark.parametrize("hours", range(-12, 15))
@pytest.mark.parametrize("form", ["UTC{:+03}:00", "GMT{:+03}00", "{:+03}:00", "UTC{:+}", "(UTC{:+03}:00) Nowhere"])
def test_name_that_states_its_offset_means_it(hours: int, form: str) -> None:
    offset = stated_offset(form.format(hours))
    assert offset == timedelta(hours=hours)
    zone = zone_at(offset)
    assert zone
    assert {wall(datetime(2024, month, 1, tzinfo=UTC), zone).utcoffset() for month in range(1, 13)} == {offset}


@pytest.mark.parametrize("name", ["", "UTC", "GMT", "Etc/GMT+5", "+5x", "UTC+15:00", "UTC+02:75", "(UTC) Dublin", "+"])
def test_name_that_states_no_offset_means_none(name: str) -> None:
    assert stated_offset(name) is None


@pytest.mark.parametrize("minutes", [270, 330, 345, 390, 570, -570])
def test_zone_at_a_part_of_an_hour_has_never_been_set(minutes: int) -> None:
    offset = timedelta(minutes=minutes)
    zone = zone_at(offset)
    assert zone
    days = (datetime(1990, 1, 1, tzinfo=UTC) + timedelta(days=20 * n) for n in range(900))
    assert {wall(each, zone).utcoffset() for each in days} == {offset}


def test_part_of_an_hour_that_no_zone_always_has_is_none() -> None:
    assert zone_at(timedelta(hours=-3, minutes=-30)) is None
