"""The config file as a value, and what is wrong in it with its place."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agendacli.analysis.conflicts.values import Kind
from agendacli.cli.options.groups import USUAL
from agendacli.formats.config.reader import FORMATS, LEVELS, SETTINGS, read_config
from agendacli.formats.config.toml_spans import toml_places
from agendacli.model.config import CONFLICTS, Config
from agendacli.model.diagnostic import Severity
from agendacli.model.dial import Dial
from agendacli.model.findings import Findings
from agendacli.model.span import Span

WHOLE = """\
# mine
events = [
  "bundled",
  "~/agendas", # others
]
tz = "Europe/Vienna"
"week-start" = 'Sunday'
clock = "12h"
format = "markdown" # on a terminal
buffer = "15m"

[severity]
overlap = "warning"
room = "ignore"
"""


def told(text: str) -> list[str]:
    findings = Findings()
    read_config(text, "config.toml", findings)
    return [str(each).removeprefix("config.toml:") for each in findings.all]


def read(text: str) -> Config:
    findings = Findings()
    config = read_config(text, "config.toml", findings)
    assert findings.all == ()
    return config


def span(line: int, column: int, length: int) -> Span:
    return Span("config.toml", line, column, length)


def test_config_without_a_word_is_the_default() -> None:
    assert read("# nothing yet\n") == Config()


def test_config_with_every_kind_of_setting() -> None:
    assert read(WHOLE) == Config(
        ("bundled", "~/agendas"),
        "Europe/Vienna",
        6,
        Dial.TWELVE,
        "markdown",
        {**Config().severities, "overlap": "warning", "room": "ignore"},
        timedelta(minutes=15),
        {
            "events": span(2, 1, 6),
            "tz": span(6, 1, 2),
            "week-start": span(7, 1, 12),
            "clock": span(8, 1, 5),
            "format": span(9, 1, 6),
            "buffer": span(10, 1, 6),
            "severity.overlap": span(13, 1, 7),
            "severity.room": span(14, 1, 4),
        },
    )


@pytest.mark.parametrize(
    "text",
    ['severity.room = "warning"', '[severity]\nroom = "warning"', 'severity = { room = "warning" }'],
)
def test_severity_in_each_way_of_writing_a_table(text: str) -> None:
    assert read(text).severities["room"] == "warning"


@pytest.mark.parametrize("zone", ["event", "local", "America/New_York"])
def test_zone_of_a_word_or_a_name(zone: str) -> None:
    assert read(f'tz = "{zone}"').tz == zone


@pytest.mark.parametrize(
    ("value", "dial"),
    [('"24h"', Dial.TWENTY_FOUR), ('"12h"', Dial.TWELVE), ("24", Dial.TWENTY_FOUR), ("12", Dial.TWELVE)],
)
def test_clock_by_its_name_or_its_hours(value: str, dial: Dial) -> None:
    assert read(f"clock = {value}").clock is dial


NAMES = (
    "`events`, `tz`, `week-start`, `clock`, `format`, `severity.overlap`, `severity.room`, `severity.person`, "
    "`severity.travel`, `severity.turnover`, `severity.rest`, `severity.category`, "
    "`severity.absence`, `working-days`, `layout`, `ascii` or `buffer`"
)
KINDS = "`overlap`, `room`, `person`, `travel`, `turnover`, `rest`, `category` or `absence`"
TABLE = f'expected a table with {KINDS}, not `3`; write `severity.room = "error"`'
NO_PATHS = 'write `["my-events", "bundled"]`'
NO_LENGTH = "`soon` is not a length of time; write one like `15m`, `2h` or `1h30m`"
NO_ZONE = "is not an IANA time zone; write one like `Europe/Vienna`, `local` or `event`"


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ('timezone = "UTC"', "1:1", f"`timezone` is not a setting; there are {NAMES}"),
        ("\nweekstart = 1", "2:1", "`weekstart` is not a setting; did you mean `week-start`?"),
        ("[severity]\n rom = 1", "2:2", "`severity.rom` is not a setting; did you mean `severity.room`?"),
        ("severity = { rom = 1 }", "1:14", "`severity.rom` is not a setting; did you mean `severity.room`?"),
    ],
)
def test_unknown_key(text: str, place: str, message: str) -> None:
    assert told(text) == [f"{place}: error[unknown-key]: {message}"]


@pytest.mark.parametrize(
    ("text", "place", "code", "message"),
    [
        ("severity = 3", "1:12", "wrong-type", TABLE),
        ('severity.room = "eror"', "1:17", "not-a-choice", "`eror` is none of its values; did you mean `error`?"),
        (
            'severity.room = "x"',
            "1:17",
            "not-a-choice",
            "`x` is none of its values; write `error`, `warning` or `ignore`",
        ),
        ('events = "mine"', "1:10", "wrong-type", f"expected a list of paths, not a text; {NO_PATHS}"),
        ('events = ""', "1:10", "wrong-type", f"expected a list of paths, not an empty text; {NO_PATHS}"),
        ("events = [1]", "1:10", "wrong-type", f"expected a list of paths, not a list; {NO_PATHS}"),
        (
            'tz = "Europe/Vien"',
            "1:6",
            "unknown-zone",
            "`Europe/Vien` is not an IANA time zone; did you mean `Europe/Vienna`?",
        ),
        ('tz = "?"', "1:6", "unknown-zone", f"`?` {NO_ZONE}"),
        ("tz = 2", "1:6", "wrong-type", 'expected a text in quotes, not `2`; write one like `"Europe/Vienna"`'),
        ("format = true", "1:10", "wrong-type", 'expected a text in quotes, not `true`; write one like `"table"`'),
        ("week-start = {}", "1:14", "wrong-type", 'expected a text in quotes, not a table; write one like `"monday"`'),
        ('clock = "12"', "1:9", "not-a-choice", "`12` is none of its values; did you mean `12h`?"),
        ('clock = "ampm"', "1:9", "not-a-choice", "`ampm` is none of its values; write `24h` or `12h`"),
        ("clock = 13", "1:9", "wrong-type", 'expected a text in quotes, not `13`; write one like `"24h"`'),
        ("clock = 12.0", "1:9", "wrong-type", 'expected a text in quotes, not `12.0`; write one like `"24h"`'),
        ("buffer = []", "1:10", "wrong-type", 'expected a text in quotes, not an empty list; write one like `"15m"`'),
        ('buffer = "soon"', "1:10", "bad-time", NO_LENGTH),
    ],
)
def test_wrong_value(text: str, place: str, code: str, message: str) -> None:
    name = text.split(" = ", maxsplit=1)[0]
    assert told(text) == [f"{place}: error[{code}]: `{name}`: {message}"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("tz = UTC", "1:6: error[toml-syntax]: no TOML from here on: invalid value; a text goes in quotes"),
        ('tz = "UTC"\ntz = "UTC"', "2:11: error[toml-syntax]: no TOML from here on: cannot overwrite a value"),
        ("a = '''", "1:8: error[toml-syntax]: no TOML from here on: expected \"'''\""),
        ("a = " + "[" * 5000, "1:1: error[too-deep]: nested deeper than any config needs"),
    ],
)
def test_fault_of_the_syntax(text: str, message: str) -> None:
    assert told(text) == [message]


def test_faulty_setting_leaves_the_others() -> None:
    assert read_config('format = "tabel"\ntz = "UTC"', "c.toml", Findings()) == Config(
        tz="UTC", spans={"tz": Span("c.toml", 2, 1, 2)}
    )


def test_place_of_a_key_that_is_hard_to_find_is_the_beginning_of_the_file() -> None:
    assert told('x."a\\u0062" = 1\ny = 2')[0].startswith("1:1: error[unknown-key]: `x` is not a setting")


def test_places_are_those_of_the_first_key_of_a_name() -> None:
    assert toml_places("a = '''\na = 1\n'''\n[[b]]\nc=2 # a", "f") == toml_places("a = '''\n\n'''\n[[b]]\nc=2", "f")


def test_choices_are_those_of_the_command_line() -> None:
    assert set(CONFLICTS) == {each.value for each in Kind}
    assert set(FORMATS) == {each.value for each in USUAL}
    assert [*Severity, "ignore"] == list(LEVELS)


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda each: each.name)
def test_example_of_a_setting_is_taken(setting: object) -> None:
    name, example = getattr(setting, "name", ""), getattr(setting, "example", "")
    assert list(read(f"{name} = {example}").spans) == [name]


@settings(max_examples=60, deadline=None)
@given(st.text() | st.lists(st.sampled_from(WHOLE.split()), max_size=12).map(" ".join))
def test_any_text_gives_diagnostics_and_never_an_exception(text: str) -> None:
    findings = Findings()
    config = read_config(text, "c.toml", findings)
    lines = text.split("\n")
    assert all(1 <= each.span.line <= len(lines) for each in findings.all)
    assert config == Config() or config.spans


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ('"monday-friday"', (0, 1, 2, 3, 4)),
        ('"Sunday - Thursday"', (0, 1, 2, 3, 6)),
        ('["monday", "tuesday", "friday"]', (0, 1, 4)),
        ('"saturday"', (5,)),
    ],
)
def test_working_days(value: str, days: tuple[int, ...]) -> None:
    assert read(f"working-days = {value}").working_days == days


def test_working_days_of_no_week_are_told() -> None:
    assert told('working-days = "monday-fryday"') == [
        "1:16: error[not-a-choice]: `working-days`: `fryday` is none of its values; did you mean `friday`?"
    ]
