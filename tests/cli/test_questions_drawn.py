"""The answers to questions as terminals show them and as records have them."""

import json
import re
from collections.abc import Callable
from importlib import import_module

import pytest
from syrupy.assertion import SnapshotAssertion
from typer.testing import Result

from agendacli.records.registry import record_schema

Agenda = Callable[..., Result]

WIDTHS = (60, 80, 120)
LUNCH = "2017-09-05T13:30"
AFTERNOON = "2017-09-27T14:45"


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("occurrence", ["now", "--at", LUNCH]),
        ("occurrence", ["next", "-n", "9", "--at", LUNCH]),
        ("person", ["people"]),
        ("room", ["rooms", "--hours", "9-18"]),
        ("room", ["rooms", "--by", "room"]),
        ("free", ["free"]),
        ("free", ["free", "--by", "hour", "--on", "2017-12"]),
    ],
)
@pytest.mark.parametrize("of_odd", [False, True])
def test_records_are_what_their_schema_says(
    agenda: Agenda, odd: str, name: str, arguments: list[str], *, of_odd: bool
) -> None:
    dated = ["2026-03-03" if each == LUNCH else "2026-03" if each == "2017-12" else each for each in arguments]
    result = agenda(*(dated if of_odd else arguments), *(["-e", odd] if of_odd else []), "--json")
    validator = import_module("jsonschema").Draft202012Validator(record_schema(name))
    faults = [list(validator.iter_errors(each)) for each in json.loads(result.stdout)]
    assert faults
    assert not any(faults)


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize(
    "arguments",
    [
        ("now", "--at", LUNCH),
        ("now", "--at", "2017-12-05T10:00Z"),
        ("now", "--at", "2020-01-01T00:00Z", "--tz", "Asia/Tokyo"),
        ("next", "-n", "4", "--at", AFTERNOON),
        ("next", "--at", "2020-01-01T00:00", "--tz", "UTC"),
        ("people", "ezeilo"),
        ("people", "--role", "chair", "--role", "co-facilitator"),
        ("people", "--role", "panellist", "--tz", "UTC"),
        ("rooms",),
        ("rooms", "high", "--hours", "8-20"),
        ("rooms", "--by", "room"),
        ("rooms", "documents-and-deadlines"),
        ("rooms", "documents-and-deadlines", "--by", "room"),
        ("free", "--on", "2017-09"),
        ("free", "--from", "2017-11-28", "--to", "2017-12-12", "--all-days"),
        ("free", "--from", "2017-09-04", "--to", "2017-09-06", "--min", "30m", "--hours", "8-20"),
        ("free", "--on", "2017-09-05"),
    ],
    ids=" ".join,
)
def test_drawn(agenda: Agenda, snapshot: SnapshotAssertion, arguments: tuple[str, ...], columns: int) -> None:
    result = agenda(*arguments, "-f", "table", columns=columns)
    assert result.exit_code in (0, 1)
    assert widest(result.stdout) <= columns
    assert result.stdout == snapshot


@pytest.mark.parametrize(
    "arguments",
    [
        ("now", "--at", "2026-03-02T11:30"),
        ("now", "--at", "2026-03-05T01:00"),
        ("next", "-n", "9", "--at", "2026-03-01T12:00"),
        ("people",),
        ("people", "doe"),
        ("people", "nobody"),
        ("rooms",),
        ("free", "--all-days"),
        ("free", "--on", "2026-03-02", "--by", "hour"),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("columns", [24, 80])
def test_every_precision_drawn(
    agenda: Agenda, odd: str, snapshot: SnapshotAssertion, arguments: tuple[str, ...], columns: int
) -> None:
    result = agenda(*arguments, "-e", odd, "-f", "table", columns=columns)
    assert widest(result.stdout) <= columns
    assert "\x1b" not in result.stdout
    assert result.stdout == snapshot


def test_colour_says_nothing_that_words_do_not(agenda: Agenda) -> None:
    for arguments in (["now", "--at", LUNCH], ["people"], ["rooms", "--hours", "8-20"], ["free"]):
        plain = agenda(*arguments, "-f", "table").stdout
        coloured = agenda(*arguments, "-f", "table", "--color", "always").stdout
        assert "\x1b[" in coloured
        assert uncoloured(coloured) == plain


def uncoloured(text: str) -> str:
    return re.sub("\x1b\\[[0-9;]*m", "", text)


def widest(text: str) -> int:
    return max(int(import_module("rich.cells").cell_len(line)) for line in text.splitlines())
