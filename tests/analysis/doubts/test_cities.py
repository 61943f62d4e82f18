"""A city that nobody can place is told once, at its line, where somebody may have to get to another one in a day."""

from collections.abc import Callable
from pathlib import Path

import pytest

from agendacli.analysis.conflicts import find_conflicts
from agendacli.analysis.doubts.search import find_doubts
from agendacli.load.programmes import load
from agendacli.model.occurrence import Occurrence

Write = Callable[[str, str], Path]


def definition(*items: str) -> str:
    """Sessions `DAY HOUR PLACE` in the order given, all of one speaker."""
    days: dict[str, str] = {}
    for day, hour, place in (each.split(" ", 2) for each in items):
        item = f"    - {hour}:00-{int(hour) + 1:02}:00: At {hour}\n      place: {place}\n      speaker: Jo Doe\n"
        days[day] = days.get(day, f"  {day}:\n") + item
    return f"title: Tour\nzone: Europe/Vienna\ndays:\n{''.join(days.values())}"


def doubts(path: Path) -> list[str]:
    loaded = load([str(path)])
    assert loaded.is_sound
    occurrences = [Occurrence(each, session, session.when) for each in loaded.programmes for session in each.sessions]
    found = find_doubts(occurrences, loaded.people, loaded.gazetteer)
    conflicts = find_conflicts(occurrences, loaded.gazetteer)
    assert not any("is not known" in phrase for each in conflicts for phrase in each.depends_on) or found.diagnostics
    return [f"{each.span.line} {each.message.partition(';')[0]}" for each in found.diagnostics]


def test_of_many_cities_in_one_day_the_last_ones_are_compared(write: Write) -> None:
    """More than fifty are no journey that anybody can make: the first of them is forgotten."""
    towns = (f"{a}{b}ville" for a in ("Bar", "Cor", "Dun", "Fen", "Gol", "Hus", "Kin") for b in "abcdefgh")
    items = "".join(
        f"    - {n // 4:02}:{n % 4 * 15:02} for 5 min: In {town}\n      place: {town}\n" for n, town in enumerate(towns)
    )
    found = doubts(write("tour.yaml", f"title: Tour\nzone: Europe/Vienna\ndays:\n  2026-03-10:\n{items}"))
    assert len(found) == 56


@pytest.mark.parametrize(
    ("items", "found"),
    [
        (
            ("2026-03-10 10 Gmunden", "2026-03-11 09 Vienna", "2026-03-12 11 Gmunden"),
            ["6 nobody knows how far “Gmunden” is from “Vienna”"],
        ),
        (
            ("2026-03-10 10 Gmunden", "2026-03-10 18 Steyr"),
            [
                "6 nobody knows how far “Gmunden” is from “Steyr”",
                "9 nobody knows how far “Steyr” is from “Gmunden”",
            ],
        ),
        (("2026-03-10 10 Gmunden", "2026-03-10 18 gmunden"), []),
        (("2026-03-10 10 Gmunden", "2026-03-12 10 Vienna"), []),
        (("2026-03-10 10 Vienna", "2026-03-10 18 Sydney"), []),
    ],
)
def test_city_that_nobody_can_place_is_told_once(write: Write, items: tuple[str, ...], found: list[str]) -> None:
    assert doubts(write("tour.yaml", definition(*items))) == found


@pytest.mark.parametrize(
    "places",
    [
        "cities: {gmunden: {name: Gmunden, coordinates: [47.92, 13.80]}}",
        "cities: {vienna: {name: Vienna, aliases: [Gmunden], coordinates: [48.2, 16.4]}}",
        "transfers: [{between: [Gmunden, Vienna], time: 3 h}]",
    ],
)
def test_what_places_say_settles_it(write: Write, places: str) -> None:
    write("places.yaml", f"{places}\n")
    assert doubts(write("tour.yaml", definition("2026-03-10 10 Gmunden", "2026-03-10 18 Vienna"))) == []


def test_city_that_is_declared_without_coordinates_is_told_under_its_id(write: Write) -> None:
    write("places.yaml", "cities: {g: {name: Gmunden}}\n")
    path = write("tour.yaml", definition("2026-03-10 10 Gmunden", "2026-03-10 18 Vienna"))
    loaded = load([str(path)])
    occurrences = [Occurrence(each, session, session.when) for each in loaded.programmes for session in each.sessions]
    [found] = find_doubts(occurrences, loaded.people, loaded.gazetteer).diagnostics
    assert "in places.yaml write `coordinates: [NORTH, EAST]` under `g`, or `transfers: " in found.message


def test_other_name_of_a_declared_city_is_told_with_the_line_that_says_so(write: Write) -> None:
    write("places.yaml", "cities: {vienna: {name: Vienna, aliases: [Vienne], coordinates: [48.2, 16.4]}}\n")
    path = write("tour.yaml", definition("2026-03-10 10 Wien", "2026-03-10 18 Vienna"))
    loaded = load([str(path)])
    occurrences = [Occurrence(each, session, session.when) for each in loaded.programmes for session in each.sessions]
    [found] = find_doubts(occurrences, loaded.people, loaded.gazetteer).diagnostics
    assert found.message.endswith("or if they are one, `aliases: [Vienne, Wien]` under `vienna`")


def test_city_of_a_repeat_is_near_whatever_follows(write: Write) -> None:
    every = "  every Monday from 2026-01-05:\n    - 10:00-11:00: Class\n      place: Gmunden\n"
    text = definition("2026-03-10 10 Vienna")
    assert doubts(write("tour.yaml", text + every)) == ["10 nobody knows how far “Gmunden” is from “Vienna”"]
