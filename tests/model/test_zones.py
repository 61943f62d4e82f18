import os
import re
import subprocess
import sys
import zoneinfo
from datetime import UTC, date, datetime, time, timedelta
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agendacli.model.zones import (
    WallTime,
    existence,
    instant,
    is_zone,
    midnight,
    offsets,
    steady_offset,
    wall,
    zone_data,
    zone_names,
    zone_of,
)

SOURCE = Path(__file__).parents[2] / "src"

# Instants at which the clocks changed, north and south, by an hour, by half an hour, at midnight, a minute later, by a
# whole day.
CHANGES = {
    "Europe/Vienna": ("2017-03-26T01:00", "2017-10-29T01:00"),
    "Europe/Dublin": ("2017-03-26T01:00", "2017-10-29T01:00"),
    "America/New_York": ("2017-03-12T07:00", "2017-11-05T06:00"),
    "America/Havana": ("2017-03-12T05:00", "2017-11-05T05:00"),
    "America/Sao_Paulo": ("2017-10-15T03:00", "2018-02-18T02:00"),
    "Australia/Sydney": ("2017-04-01T16:00", "2017-09-30T16:00"),
    "Australia/Lord_Howe": ("2017-04-01T15:00", "2017-09-30T15:30"),
    "America/St_Johns": ("2010-03-14T03:31", "2010-11-07T02:31"),
    "Pacific/Apia": ("2011-12-30T10:00", "2017-04-01T14:00"),
}
AROUND = [(zone, datetime.fromisoformat(f"{each}+00:00")) for zone, changes in CHANGES.items() for each in changes]

modest = settings(max_examples=60, deadline=None)
near_a_change = st.builds(
    lambda change, seconds: (change[0], change[1] + timedelta(seconds=seconds)),
    st.sampled_from(AROUND),
    st.integers(-30 * 3600, 30 * 3600),
)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def hours(*numbers: float) -> tuple[timedelta, ...]:
    return tuple(timedelta(hours=each) for each in numbers)


@pytest.mark.parametrize(
    ("zone", "before", "after"),
    [
        ("Europe/Vienna", "2017-03-26T01:59:59+01:00", "2017-03-26T03:00:00+02:00"),
        ("America/New_York", "2017-03-12T01:59:59-05:00", "2017-03-12T03:00:00-04:00"),
        ("Australia/Sydney", "2017-04-02T02:59:59+11:00", "2017-04-02T02:00:00+10:00"),
        ("Australia/Lord_Howe", "2017-04-02T01:59:59+11:00", "2017-04-02T01:30:00+10:30"),
        ("America/Sao_Paulo", "2017-10-14T23:59:59-03:00", "2017-10-15T01:00:00-02:00"),
        ("Pacific/Apia", "2011-12-29T23:59:59-10:00", "2011-12-31T00:00:00+14:00"),
    ],
)
def test_wall_shows_the_clocks_on_both_sides_of_a_change(zone: str, before: str, after: str) -> None:
    change = at(f"{CHANGES[zone][0]}+00:00")

    shown = [wall(change - timedelta(seconds=1), zone), wall(change, zone)]

    assert [each.isoformat() for each in shown] == [before, after]


@pytest.mark.parametrize(
    ("text", "zone", "expected"),
    [
        ("2017-09-04T10:15", "Europe/Vienna", "2017-09-04T08:15+00:00"),
        ("2017-12-04T10:15", "Europe/Vienna", "2017-12-04T09:15+00:00"),
        ("2017-09-27T15:00", "America/New_York", "2017-09-27T19:00+00:00"),
        ("2017-09-27T15:00", "Australia/Lord_Howe", "2017-09-27T04:30+00:00"),
        ("2017-10-02T15:00", "Australia/Lord_Howe", "2017-10-02T04:00+00:00"),
        ("2017-09-27T15:00", "UTC", "2017-09-27T15:00+00:00"),
    ],
)
def test_instant_reads_a_wall_time_in_its_zone(text: str, zone: str, expected: str) -> None:
    assert instant(at(text), zone) == at(expected)


def test_instant_is_in_utc() -> None:
    assert instant(at("2017-09-04T10:15"), "Europe/Vienna").tzinfo is UTC


@pytest.mark.parametrize(("fold", "expected"), [(0, "2017-10-29T00:30+00:00"), (1, "2017-10-29T01:30+00:00")])
def test_instant_of_a_time_that_exists_twice_follows_its_fold(fold: int, expected: str) -> None:
    assert instant(at("2017-10-29T02:30").replace(fold=fold), "Europe/Vienna") == at(expected)


def test_instant_of_an_evening_that_comes_again_after_midnight_follows_its_fold() -> None:
    times = [instant(at("2010-11-06T23:30").replace(fold=fold), "America/St_Johns") for fold in (0, 1)]

    assert times == [at("2010-11-07T02:00+00:00"), at("2010-11-07T03:00+00:00")]


def test_instant_is_found_on_the_first_and_last_days_of_the_calendar() -> None:
    ends = ("0001-01-01T00:00", "9999-12-31T23:59")

    assert [instant(at(each), "UTC") for each in ends] == [at(f"{each}+00:00") for each in ends]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2017-09-04", timedelta(hours=2)),
        ("2017-10-29", None),
        ("2017-10-30", timedelta(hours=1)),
        ("9999-12-31", None),
    ],
)
def test_steady_offset_is_there_unless_the_clocks_change(day: str, expected: timedelta | None) -> None:
    assert steady_offset(date.fromisoformat(day).toordinal(), "Europe/Vienna") == expected


def test_instant_of_a_skipped_time_lies_after_the_change() -> None:
    assert instant(at("2017-03-26T02:30"), "Europe/Vienna") == at("2017-03-26T01:30+00:00")


@pytest.mark.parametrize(
    ("text", "zone", "expected", "found"),
    [
        ("2017-09-04T10:15", "Europe/Vienna", WallTime.ONCE, hours(2)),
        ("2017-03-26T01:59:59", "Europe/Vienna", WallTime.ONCE, hours(1)),
        ("2017-03-26T02:00", "Europe/Vienna", WallTime.SKIPPED, ()),
        ("2017-03-26T02:59:59", "Europe/Vienna", WallTime.SKIPPED, ()),
        ("2017-03-26T03:00", "Europe/Vienna", WallTime.ONCE, hours(2)),
        ("2017-10-29T01:59:59", "Europe/Vienna", WallTime.ONCE, hours(2)),
        ("2017-10-29T02:00", "Europe/Vienna", WallTime.TWICE, hours(2, 1)),
        ("2017-10-29T02:59:59", "Europe/Vienna", WallTime.TWICE, hours(2, 1)),
        ("2017-10-29T03:00", "Europe/Vienna", WallTime.ONCE, hours(1)),
        ("2017-03-12T02:30", "America/New_York", WallTime.SKIPPED, ()),
        ("2017-11-05T01:30", "America/New_York", WallTime.TWICE, hours(-4, -5)),
        ("2017-10-01T02:15", "Australia/Lord_Howe", WallTime.SKIPPED, ()),
        ("2017-10-01T02:30", "Australia/Lord_Howe", WallTime.ONCE, hours(11)),
        ("2017-04-02T01:29:59", "Australia/Lord_Howe", WallTime.ONCE, hours(11)),
        ("2017-04-02T01:45", "Australia/Lord_Howe", WallTime.TWICE, hours(11, 10.5)),
        ("2017-10-01T02:30", "Australia/Sydney", WallTime.SKIPPED, ()),
        ("2017-04-02T02:30", "Australia/Sydney", WallTime.TWICE, hours(11, 10)),
        ("2017-10-15T00:00", "America/Sao_Paulo", WallTime.SKIPPED, ()),
        ("2018-02-17T23:30", "America/Sao_Paulo", WallTime.TWICE, hours(-2, -3)),
        ("2011-12-30T12:00", "Pacific/Apia", WallTime.SKIPPED, ()),
        ("2017-02-28T00:00", "UTC", WallTime.ONCE, hours(0)),
    ],
)
def test_existence_and_offsets_at_the_edges_of_gaps_and_folds(
    text: str, zone: str, expected: WallTime, found: tuple[timedelta, ...]
) -> None:
    assert (existence(at(text), zone), offsets(at(text), zone)) == (expected, found)


@pytest.mark.parametrize("fold", [0, 1])
def test_existence_does_not_depend_on_the_fold(fold: int) -> None:
    assert existence(at("2017-10-29T02:30").replace(fold=fold), "Europe/Vienna") is WallTime.TWICE


@pytest.mark.parametrize(
    ("day", "zone", "expected"),
    [
        ("2017-09-04", "Europe/Vienna", "2017-09-03T22:00+00:00"),
        ("2017-09-27", "America/New_York", "2017-09-27T04:00+00:00"),
        ("2017-10-15", "America/Sao_Paulo", "2017-10-15T03:00+00:00"),
        ("2017-11-05", "America/Havana", "2017-11-05T04:00+00:00"),
        ("2011-12-30", "Pacific/Apia", "2011-12-30T10:00+00:00"),
        ("2011-12-31", "Pacific/Apia", "2011-12-30T10:00+00:00"),
    ],
)
def test_midnight_is_the_first_instant_of_the_day_there(day: str, zone: str, expected: str) -> None:
    assert midnight(date.fromisoformat(day), zone) == at(expected)


def test_is_zone_holds_for_every_name_there_is() -> None:
    assert {each for each in zone_names() if is_zone(each)} == zoneinfo.available_timezones()


@pytest.mark.parametrize(
    "name",
    [
        *("", "/", ".", "..", "Europe", "Europe/", "/Europe/Vienna", "Europe//Vienna", "Europe/Vienna/", "./UTC"),
        *("Europe/../Europe/Vienna", "../zoneinfo/UTC", "Europe/Vienna/x", "Europe\\Vienna", "UTC\0", "\udcff", " UTC"),
        *(
            "Europe/Vienne",
            "europe/vienna",
            "EUROPE/VIENNA",
            "Europe/vienna",
            "utc",
            "zone.tab",
            "tzdata.zi",
            "leapseconds",
        ),
        *("posixrules", "posix/Europe/Vienna", "right/UTC", "localtime", "Factory", "W. Europe Standard Time", "UTC+2"),
    ],
)
def test_is_zone_holds_for_exact_names_only(name: str) -> None:
    assert is_zone(name) is (name in zone_names())


ZONES_THERE = """
import sys, zoneinfo
from agendacli.model.zones import is_zone
known = zoneinfo.available_timezones()
print(*(each for each in sys.argv[1:] if is_zone(each) != (each in known)), sep="\\n")
print(*(each for each in sys.argv[1:] if is_zone(each)))
"""


def test_is_zone_reads_the_folders_of_zones_as_python_does(tmp_path: Path) -> None:
    names = (
        "A/B",
        "A/b",
        "a/B",
        "A/Text",
        "C/B",
        "posix/A/B",
        "right/A/B",
        "X/posix/B",
        "posixrules",
        "localtime",
        "Own",
    )
    for each in ("A/B", "A/b", "posix/A/B", "right/A/B", "X/posix/B", "posixrules", "localtime", "Own"):
        (tmp_path / each).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / each).write_bytes(b"TZif")
    (tmp_path / "A" / "Text").write_text("no zone")
    (tmp_path / "C").symlink_to("A")
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(SOURCE), "PYTHONTZPATH": str(tmp_path)}
    command = [sys.executable, "-c", ZONES_THERE, *names, "Europe/Vienna"]
    found = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    assert found.stdout == "\nA/B A/b X/posix/B localtime Own Europe/Vienna\n"


def test_is_zone_does_without_the_list_of_all_zones() -> None:
    code = (
        "import sys; from agendacli.model.zones import *; wall(instant(datetime(2017, 9, 4), 'Europe/Vienna'), 'UTC')"
    )
    command = [sys.executable, "-c", f"{code}; print('importlib.resources' in sys.modules)"]
    found = subprocess.run(command, capture_output=True, text=True, env={"PYTHONPATH": str(SOURCE)}, check=True)
    assert found.stdout == "False\n"


def test_zone_of_gives_the_zone_of_that_name() -> None:
    assert zone_of("Europe/Vienna").key == "Europe/Vienna"


@pytest.mark.parametrize("name", ["Europe/Vienne", "../../etc/passwd", "UTC+2"])
def test_zone_of_refuses_what_is_no_zone(name: str) -> None:
    with pytest.raises(KeyError, match=re.escape(name)):
        zone_of(name)


@modest
@given(near_a_change)
def test_an_instant_is_found_again_from_what_the_clocks_show(near: tuple[str, datetime]) -> None:
    zone, moment = near

    assert instant(wall(moment, zone).replace(tzinfo=None), zone) == moment


@modest
@given(near_a_change, st.integers(0, 1))
def test_instant_is_what_the_zone_makes_of_a_wall_time(near: tuple[str, datetime], fold: int) -> None:
    zone, moment = near
    wall_time = moment.replace(tzinfo=None, fold=fold)

    assert instant(wall_time, zone) == wall_time.replace(tzinfo=zone_of(zone)).astimezone(UTC)


@modest
@given(near_a_change)
def test_a_wall_time_is_shown_again_at_each_of_its_offsets(near: tuple[str, datetime]) -> None:
    zone, moment = near
    wall_time = moment.replace(tzinfo=None)

    shown = [wall((moment - offset), zone).replace(tzinfo=None, fold=0) for offset in offsets(wall_time, zone)]

    assert shown == [wall_time] * len(shown)


@modest
@given(near_a_change)
def test_what_the_clocks_show_exists(near: tuple[str, datetime]) -> None:
    zone, moment = near
    shown = wall(moment, zone)

    assert shown.utcoffset() in offsets(shown.replace(tzinfo=None), zone)


@modest
@given(near_a_change, st.integers(0, 7200))
def test_later_instants_are_never_shown_before_earlier_ones_when_compared_as_instants(
    near: tuple[str, datetime], seconds: int
) -> None:
    zone, moment = near
    later = moment + timedelta(seconds=seconds)
    shown = [instant(wall(each, zone).replace(tzinfo=None), zone) for each in (moment, later)]

    assert shown[1] - shown[0] == timedelta(seconds=seconds)


@modest
@given(near_a_change)
def test_midnight_begins_the_day_that_it_names(near: tuple[str, datetime]) -> None:
    zone, moment = near
    day = wall(moment, zone).date()
    begins = midnight(day, zone)

    assert wall(begins, zone).date() == day
    assert wall(begins - timedelta.resolution, zone).date() < day


@pytest.mark.parametrize(
    ("on", "zone", "steady"),
    [
        ("2017-09-04", "Europe/Vienna", True),
        ("2017-03-26", "Europe/Vienna", False),
        ("2017-10-29", "Europe/Vienna", False),
        ("2017-10-14", "America/Sao_Paulo", False),
        ("2017-10-15", "America/Sao_Paulo", False),
        ("2017-10-16", "America/Sao_Paulo", True),
        ("2011-12-30", "Pacific/Apia", False),
        ("2010-11-06", "America/St_Johns", False),
    ],
)
def test_day_is_steady_if_the_clocks_do_not_change_on_it_nor_at_its_ends(on: str, zone: str, *, steady: bool) -> None:
    assert (steady_offset(date.fromisoformat(on).toordinal(), zone) is not None) is steady


@given(st.sampled_from([(zone, at(each).date()) for zone, times in CHANGES.items() for each in times]), st.data())
def test_every_time_of_a_steady_day_exists_once(near: tuple[str, date], data: st.DataObject) -> None:
    zone, change = near
    moment = datetime.combine(change, time()) + timedelta(minutes=data.draw(st.integers(-2 * 24 * 60, 2 * 24 * 60)))
    assert steady_offset(moment.toordinal(), zone) is None or existence(moment, zone) is WallTime.ONCE


TOKYO_FOR_VIENNA = """
from datetime import datetime
from agendacli.model.zones import instant, zone_data, zone_names
print(instant(datetime(2024, 1, 1, 12), "Europe/Vienna").hour, zone_data().version, "Europe/Vienna" in zone_names())
"""


@pytest.mark.parametrize(("version", "hour"), [("1999a", 11), ("2099z", 3), (None, 3)])
def test_newer_zone_data_counts(version: str | None, hour: int, tmp_path: Path) -> None:
    """Old data of the system stands behind the package; newer data, or such as says no version, before it."""
    (tmp_path / "Europe").mkdir()
    (tmp_path / "Europe" / "Vienna").write_bytes(resources.files("tzdata").joinpath("zoneinfo/Asia/Tokyo").read_bytes())
    if version:
        (tmp_path / "tzdata.zi").write_text(f"# version {version}\n# more\n")
    environment = os.environ | {"PYTHONTZPATH": str(tmp_path)}
    command = [sys.executable, "-c", TOKYO_FOR_VIENNA]
    printed = subprocess.run(command, capture_output=True, text=True, env=environment, check=True).stdout.split()
    assert (printed[0], printed[2]) == (str(hour), "True")
    assert (printed[1] == version) is (version == "2099z")


def test_zone_data_says_its_version_and_how_old_it_is_at_least() -> None:
    data = zone_data()
    assert data
    assert data.made_by <= date(int(data.version[:4]), 12, 31)


def test_machine_without_zones_and_without_the_package_of_them_has_none() -> None:
    alone = "import sys; sys.path[:] = [each for each in sys.path if not each.endswith('-packages')]"
    code = f"{alone}; from agendacli.model.zones import is_zone; print(is_zone('Asia/Tokyo'))"
    environment = {**os.environ, "PYTHONPATH": str(SOURCE), "PYTHONTZPATH": ""}
    command = [sys.executable, "-c", code]
    found = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    assert found.stdout == "False\n"
