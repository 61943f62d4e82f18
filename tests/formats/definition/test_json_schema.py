from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from agendacli.files.paths import bundled_folder
from agendacli.formats.definition.json_schema import definition_schema, people_schema, places_schema
from agendacli.formats.definition.shapes.shape import JsonSchema

MAKERS: Mapping[str, Callable[[], JsonSchema]] = {"people.yaml": people_schema, "places.yaml": places_schema}
FILES = sorted(bundled_folder().glob("*.yaml"))
BAD = Path(__file__).parents[2] / "errors"
# Faults that only reading can find: of the text itself, of the calendar and clocks, and between two places of a file.
BEYOND_A_SCHEMA = {
    *("alias", "binary", "byte-order-mark", "control-character", "duplicate-key", "empty", "not-utf8"),
    *("several-documents", "tab", "too-deep", "unquoted-colon", "yaml-syntax"),
    *(
        "bad-date",
        "bad-time",
        "duplicate-id",
        "end-before-start",
        "long-span",
        "no-zone",
        "nobody-absent",
        "nobody-in-role",
        "rooms-together",
        "unplaced-city",
        "unsure",
        "long-span",
        "outside-block",
        "outside-dates",
        "shared-name",
    ),
    *("time-skipped", "time-twice", "unknown-city", "unknown-person", "unknown-session", "unknown-source"),
    *(
        "contradiction",
        "derived-id",
        "lost-waiver",
        "near-person",
        "near-place",
        "near-role",
        "near-room",
        "rooms-together",
        "unplaced-city",
        "unsure",
        "person-or-position",
        "repeat-days",
        "surname-first",
        "two-institutions",
        "unknown-kind",
        "unknown-zone",
    ),
}


@cache
def validator_of(make: Callable[[], JsonSchema]) -> Any:  # noqa: ANN401 (the library is imported when it is used)
    """The validator of a schema, which is checked itself, once."""
    validator, schema = import_module("jsonschema").Draft202012Validator, make()
    validator.check_schema(schema)
    return validator(schema)


def faults(value: object, make: Callable[[], JsonSchema]) -> list[str]:
    return [f"{each.json_path}: {each.message}" for each in validator_of(make).iter_errors(value)]


def as_text(text: str) -> object:
    """What a YAML text says when every scalar stays a text."""
    import yaml

    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 (it makes nothing but texts, lists and mappings)


def as_typed(text: str) -> object:
    """What an editor makes of a YAML text: numbers, booleans and nothing have types of their own (YAML 1.2)."""
    import yaml

    class Editor(yaml.SafeLoader):
        pass

    Editor.yaml_implicit_resolvers = {
        letter: [(tag, regexp) for tag, regexp in found if tag != "tag:yaml.org,2002:timestamp"]
        for letter, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    return yaml.load(text, Loader=Editor)  # noqa: S506 (a safe loader without dates)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
@pytest.mark.parametrize("read", [as_text, as_typed])
def test_bundled_file_is_valid(path: Path, read: Callable[[str], object]) -> None:
    schema = MAKERS.get(path.name, definition_schema)
    assert faults(read(path.read_text(encoding="utf-8")), schema) == []


TYPED = """\
title: 2017
short: yes
room: 12
notes: [1, 2.5, true]
dates: 2026-03-10
sources: {letter: {title: 1}}
from: letter
elsewhere: {letter: {room: 3}}
speaker: {seat: 7, tbc: true}
place: {city: 1, coordinates: ["48.2", 16]}
"""


def test_values_that_editors_type_are_valid_and_decode(decode: Callable[..., tuple[object, list[str]]]) -> None:
    assert faults(as_typed(TYPED), definition_schema) == []
    assert faults(as_text(TYPED), definition_schema) == []
    assert decode(TYPED)[1] == []


@pytest.mark.parametrize(
    "code",
    sorted(
        path.name
        for path in BAD.iterdir()
        if path.is_dir() and path.name not in BEYOND_A_SCHEMA and not path.name.startswith("_")
    ),
)
def test_input_with_a_fault_of_shape_is_not_valid(code: str) -> None:
    text = (BAD / code / "meeting.yaml").read_text(encoding="utf-8")
    assert len(faults(as_typed(text), definition_schema)) == 1


HEAD = "title: Bees\n"


@pytest.mark.parametrize(
    "text",
    [
        "title: Bees\n",
        "dates: 2026-03-10\n",
        f"{HEAD}dates: tomorrow\n",
        f"{HEAD}dates: 2026-03-10\nweather: fine\n",
        f"{HEAD}dates: 2026-03-10\ntitle2: x\n",
        f"{HEAD}dates: 2026-03-10\nnotes: {{a: b}}\n",
        f"{HEAD}dates: 2026-03-10\nnotes:\n",
        f"{HEAD}dates: 2026-03-10\nplace: [Graz]\n",
        f"{HEAD}dates: 2026-03-10\nplace: {{town: Graz}}\n",
        f"{HEAD}dates: 2026-03-10\nplace: {{coordinates: [91, 0]}}\n",
        f"{HEAD}dates: 2026-03-10\nplace: {{coordinates: [1]}}\n",
        f"{HEAD}dates: 2026-03-10\nfrom: letter line 3\n",
        f"{HEAD}dates: 2026-03-10\nelsewhere: {{letter line 3: x}}\n",
        f"{HEAD}dates: 2026-03-10\nelsewhere: letter\n",
        f"{HEAD}dates: 2026-03-10\nsources: {{Letter: {{title: x}}}}\n",
        f"{HEAD}dates: 2026-03-10\nsources: {{letter: x}}\n",
        f"{HEAD}dates: 2026-03-10\nchair: {{called: Jo Doe}}\n",
        f"{HEAD}dates: 2026-03-10\nchair: [[Jo Doe]]\n",
        f"{HEAD}days: 2026-03-10\n",
        f"{HEAD}days: {{tomorrow: []}}\n",
        f"{HEAD}days: {{2026-03-10: x}}\n",
        f"{HEAD}days: {{2026-03-10: [x]}}\n",
        f"{HEAD}days: {{2026-03-10: [{{}}]}}\n",
        f"{HEAD}days: {{2026-03-10: [{{soon: x}}]}}\n",
        f"{HEAD}days: {{2026-03-10: [{{'10:00-11:00': [x]}}]}}\n",
        f"{HEAD}days: {{2026-03-10: [{{'10:00-11:00': x, transparent: maybe}}]}}\n",
    ],
)
def test_text_of_another_shape_is_not_valid(text: str) -> None:
    assert faults(as_typed(text), definition_schema) != []


@pytest.mark.parametrize(
    ("maker", "text"),
    [
        (people_schema, "[Jo Doe]"),
        (people_schema, "Jo Doe: {name: Jo Doe}"),
        (people_schema, "doe: {honorific: Ms.}"),
        (people_schema, "doe: {name: Jo Doe, role: chair}"),
        (places_schema, "towns: {}"),
        (places_schema, "cities: {graz: {zone: Europe/Vienna}}"),
        (places_schema, "venues: {hall: {name: Hall}}"),
        (places_schema, "transfers: [{between: [Graz], time: 2 h}]"),
        (places_schema, "transfers: [{between: [Graz, Vienna], time: soon}]"),
    ],
)
def test_declarations_of_another_shape_are_not_valid(maker: Callable[[], JsonSchema], text: str) -> None:
    assert faults(as_typed(text), maker) != []


TIMES = [
    "10:15-13:00",
    "18:00-",
    "9.05 – 10.00",
    "22:00-02:00 +1",
    "02:30 first-02:15 second",
    "hours unknown",
    "all day",
]
PARTS = ["before 10:00", "morning", "morning, before 10:00", "after 18:00 for 2 h", "evening, for 45 min"]
DAYS = ["2026-03", "2026-03-10 to 2026-03-11", "some day in 2026-03", "some 2 days in 2026-03-01 to 2026-03-15"]


@pytest.mark.parametrize("time", [*TIMES, *PARTS])
def test_every_form_of_time_is_valid(time: str) -> None:
    assert faults({"title": "Bees", "days": {"2026-03-10": [{time: "Bees"}]}}, definition_schema) == []


@pytest.mark.parametrize("days", [*DAYS, "2 weeks before bees", "1 day after bees"])
def test_every_form_of_days_is_valid(days: str) -> None:
    assert faults({"title": "Bees", "days": {days: [{"all day": "Bees"}]}}, definition_schema) == []
