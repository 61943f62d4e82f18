from collections.abc import Callable
from datetime import date, timedelta

import pytest

from agendacli.formats.definition.decode.declared import decode_people, decode_places
from agendacli.formats.definition.nodes import Node
from agendacli.model.diagnostic import in_order
from agendacli.model.findings import Findings
from agendacli.model.people import Person
from agendacli.model.places import City, Coordinates, DeclaredRoom, Gazetteer, Transfer, Venue
from agendacli.model.span import Span

Nodes = Callable[[str], tuple[Node | None, list[str]]]


COLON = "a text that contains a colon has to be quoted"


def people(nodes: Nodes, text: str) -> tuple[tuple[Person, ...], list[str]]:
    root, _ = nodes(text)
    assert root
    findings = Findings()
    return decode_people(root, findings), [str(each).removeprefix("x.yaml:") for each in in_order(findings.all)]


def places(nodes: Nodes, text: str) -> tuple[Gazetteer, list[str]]:
    root, _ = nodes(text)
    assert root
    findings = Findings()
    return decode_places(root, findings), [str(each).removeprefix("x.yaml:") for each in in_order(findings.all)]


def test_decode_people_reads_every_key(nodes: Nodes) -> None:
    doe = "doe: {name: Jo Doe, honorific: Ms., aliases: [J. Doe], from: web:3, notes: A note.}\n"
    text = f"{doe}roe: {{name: Max Roe}}\n"
    assert people(nodes, text) == ((Person("doe", "Jo Doe", "Ms.", ("J. Doe",)), Person("roe", "Max Roe")), [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[doe]", ["1:1: error[wrong-type]: expected persons by id, not a list"]),
        ("doe: Jo Doe", ["1:6: error[wrong-type]: expected the keys of `doe`, not a text"]),
        ("doe: {honorific: Ms.}", ["1:6: error[missing-key]: `name` is missing; add `name: …`"]),
        (
            "Jo Doe: {name: Jo Doe}",
            ["1:1: error[bad-id]: `Jo Doe` is not an id; use small letters, digits and hyphens"],
        ),
        (
            "Jo Doe: Jo Doe",
            [
                "1:1: error[bad-id]: `Jo Doe` is not an id; use small letters, digits and hyphens",
                "1:9: error[wrong-type]: expected the keys of `Jo Doe`, not a text",
            ],
        ),
        (
            "doe: {name: Jo Doe, from: Web}",
            ["1:27: error[bad-citation]: `Web` is not a citation; write `SOURCE` or `SOURCE:LINE`"],
        ),
        (
            "doe: {name: Jo Doe, notes: {}}",
            [f"1:28: error[wrong-type]: expected a text, not keys with values; {COLON}"],
        ),
        (
            "a: {name: Jo Doe}\nb: {name: JO  DOE}",
            ["2:1: error[shared-name]: `b` and `a` share the name “JO  DOE”; keep it with one of them"],
        ),
        (
            "a: {name: A a, aliases: [a A]}\nb: {name: B, aliases: [A A]}",
            ["2:1: error[shared-name]: `b` and `a` share the name “A A”; keep it with one of them"],
        ),
    ],
)
def test_decode_people_tells_what_is_wrong(nodes: Nodes, text: str, told: list[str]) -> None:
    assert people(nodes, text)[1] == told


def test_shared_name_notes_who_has_it(nodes: Nodes) -> None:
    root, _ = nodes("a: {name: Jo Doe}\nb: {name: Jo Doe}\n")
    findings = Findings()
    assert root
    decode_people(root, findings)
    assert [(note.message, note.span) for note in findings.all[0].notes] == [
        ("`a` has it already", Span("x.yaml", 1, 1, 1))
    ]


AB = DeclaredRoom("AB", ("All",), ("A", "B"), many=True, others=("A B",))


def test_decode_places_reads_every_key(nodes: Nodes) -> None:
    text = """\
cities:
  graz: {name: Graz, country: Austria, zone: Europe/Vienna, coordinates: [47.07, 15.44], aliases: Gratz, notes: x}
venues:
  hall: {name: Town Hall, city: graz, coordinates: [47.08, 15.45], rooms: [A, *AB], aliases: [City Hall], notes: [x]}
transfers:
  - {between: [Graz, Vienna], time: 2 h 35 min}
rooms: Foyer
""".replace("*AB", "{name: AB, aliases: [All], parts: [A, B], many: yes, not: [A B]}")
    graz = City("graz", "Graz", "Austria", "Europe/Vienna", Coordinates(47.07, 15.44), ("Gratz",))
    hall = Venue("hall", "Town Hall", "graz", Coordinates(47.08, 15.45), (DeclaredRoom("A"), AB), ("City Hall",))
    way = Transfer(("Graz", "Vienna"), timedelta(hours=2, minutes=35))
    assert places(nodes, text) == (Gazetteer((graz,), (hall,), (way,), (DeclaredRoom("Foyer"),)), [])


def test_two_people_may_have_one_name_if_one_is_not_the_other(nodes: Nodes) -> None:
    found, told = people(nodes, "a: {name: Jo Doe, not: [b]}\nb: {name: Jo Doe}\n")
    assert ([each.id for each in found], told) == (["a", "b"], [])


def test_decode_places_needs_none_of_its_keys(nodes: Nodes) -> None:
    assert places(nodes, "cities: {}\n") == (Gazetteer(), [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[graz]", ["1:1: error[wrong-type]: expected `cities:` and `venues:`, not a list"]),
        ("towns: {}", ["1:1: error[unknown-key]: `towns` is not a key here; did you mean `cities`?"]),
        (
            "moons: {}",
            ["1:1: error[unknown-key]: `moons` is not a key here; there are `cities`, `venues`, `transfers`, `rooms`"],
        ),
        ("rooms: [[x]]", ["1:9: error[wrong-type]: expected a room, not a list"]),
        ("rooms: [{parts: [A]}]", ["1:9: error[missing-key]: `name` is missing; add `name: …`"]),
        (
            "rooms: [{name: A, parts: [B]}, {name: B, parts: [C, a]}, {name: D, parts: [D]}]",
            [
                "1:16: error[contradiction]: “A” is part of itself; correct its `parts`",
                "1:39: error[contradiction]: “B” is part of itself; correct its `parts`",
                "1:65: error[contradiction]: “D” is part of itself; correct its `parts`",
            ],
        ),
        (
            "rooms: [{name: A, aliases: [B], not: [C, b]}]",
            ["1:16: error[contradiction]: “B” is a name of “A” and, under `not`, of another; keep one of them"],
        ),
        ("cities: [graz]", ["1:9: error[wrong-type]: expected cities by id, not a list"]),
        ("venues: hall", ["1:9: error[wrong-type]: expected venues by id, not a text"]),
        ("cities: {graz: {}}", ["1:16: error[missing-key]: `name` is missing; add `name: …`"]),
        ("venues: {hall: {name: Hall}}", ["1:16: error[missing-key]: `city` is missing; add `city: …`"]),
        (
            "venues: {hall: {name: Hall, city: graz}}",
            ["1:35: error[unknown-city]: `graz` is not a city here; declare it under `cities`"],
        ),
        (
            "cities: {graz: {name: Graz}}\nvenues: {hall: {city: gratz}}",
            [
                "2:16: error[missing-key]: `name` is missing; add `name: …`",
                "2:23: error[unknown-city]: `gratz` is not a city here; did you mean `graz`?",
            ],
        ),
        ("transfers: {}", ["1:12: error[wrong-type]: expected a list of transfers, not keys with values"]),
        ("transfers: [x]", ["1:13: error[wrong-type]: expected `between:` and `time:`, not a text"]),
        ("transfers: [{time: 1 h}]", ["1:13: error[missing-key]: `between` is missing; add `between: …`"]),
        ("transfers: [{between: [a, b]}]", ["1:13: error[missing-key]: `time` is missing; add `time: …`"]),
        (
            "transfers: [{between: [a], time: 1 h}]",
            ["1:23: error[wrong-type]: expected two names: `[Vienna, New York]`"],
        ),
        ("transfers: [{between: a, time: 1 h}]", ["1:23: error[wrong-type]: expected two names: `[Vienna, New York]`"]),
        (
            "transfers: [{between: {}, time: 1 h}]",
            ["1:23: error[wrong-type]: expected two names: `[Vienna, New York]`"],
        ),
        (
            "transfers: [{between: [a, ''], time: 1 h}]",
            ["1:27: error[wrong-type]: expected a text, not nothing; write it, or delete the key"],
        ),
        (
            "transfers: [{between: [a, b], time: soon}]",
            ["1:37: error[bad-time]: `soon` is not a length; write `45 min` or `1 h 30 min`"],
        ),
        (
            "cities: {a: {name: A}, b: {name: B, aliases: [a]}}",
            ["1:24: error[shared-name]: `b` and `a` share the name “a”; keep it with one of them"],
        ),
    ],
)
def test_decode_places_tells_what_is_wrong(nodes: Nodes, text: str, told: list[str]) -> None:
    assert places(nodes, text)[1] == told


def test_holiday_that_is_no_text_is_told_and_left_out(nodes: Nodes) -> None:
    found, told = places(nodes, "cities: {lisbon: {name: Lisbon, holidays: [2026-06-10, {day: 2026-06-13}]}}\n")
    assert found.cities[0].holidays == (date(2026, 6, 10),)
    assert len(told) == 1
