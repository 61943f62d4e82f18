"""Reads the user's settings: a config file in TOML to a value, with a diagnostic for every fault in it."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from typing import Any

from agendacli.formats.config.toml_spans import KeySpans, toml_places
from agendacli.formats.encoding import position
from agendacli.model.asked import Refusal
from agendacli.model.codes import BAD_TIME, NOT_A_CHOICE, TOML_SYNTAX, TOO_DEEP, UNKNOWN_KEY, UNKNOWN_ZONE, WRONG_TYPE
from agendacli.model.config import CONFLICTS, Config
from agendacli.model.dial import Dial
from agendacli.model.fault import Fault
from agendacli.model.findings import Findings
from agendacli.model.frozen import frozen
from agendacli.model.span import Span
from agendacli.words.prose import WEEKDAYS

LEVELS = ("error", "warning", "ignore")
FORMATS = ("table", "plain", "json", "jsonl", "csv", "tsv", "markdown")
LAYOUTS = ("auto", "list", "grid", "week", "month")
ZONE_WORDS = ("event", "local")
_DAYS = tuple(each.lower() for each in WEEKDAYS)
_SEVERITY = "severity"


@frozen
class Setting:
    """A key of the config file: its dotted name, what it means, an example of a value, and the reader of a value."""

    name: str
    summary: str
    example: str
    read: Callable[[object], object]


def read_config(text: str, file: str, findings: Findings) -> Config:
    """The settings that a text in TOML states; faults are reported, and what is wrong counts as not said."""
    table = _table(text, file, findings)
    places = toml_places(text, file) if table else {}
    values = dict(_values(table))
    found: dict[str, Any] = {}
    for name, value in values.items():
        place = places.get(name) or places.get(name.split(".")[0]) or KeySpans(Span(file), Span(file))
        setting = _BY_NAME.get(name)
        if setting is None:
            _report_unknown(name, value, place, findings)
        elif isinstance(read := setting.read(value), Fault):
            findings.report(read.code, place.value, f"`{name}`: {read.message}")
        else:
            found[name] = (read, place.key)
    return _config(found)


def _config(found: Mapping[str, tuple[Any, Span]]) -> Config:
    read = {name: value for name, (value, _) in found.items()}
    spans = {name: span for name, (_, span) in found.items()}
    default = Config()
    severities = {each: read.get(f"{_SEVERITY}.{each}", level) for each, level in default.severities.items()}
    return Config(
        read.get("events", default.events),
        tz=read.get("tz", default.tz),
        week_start=read.get("week-start", default.week_start),
        clock=read.get("clock", default.clock),
        format=read.get("format", default.format),
        severities=severities,
        buffer=read.get("buffer", default.buffer),
        spans=spans,
        working_days=read.get("working-days", default.working_days),
        layout=read.get("layout", default.layout),
        ascii=read.get("ascii", default.ascii),
    )


def _values(table: Mapping[str, object]) -> Iterable[tuple[str, object]]:
    """The values by dotted name; only of the severities does a table hold settings."""
    for name, value in table.items():
        if name == _SEVERITY and isinstance(value, dict):
            yield from ((f"{name}.{inner}", each) for inner, each in value.items())
        else:
            yield name, value


_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def _table(text: str, file: str, findings: Findings) -> Mapping[str, object]:
    import tomllib  # only who has a config file pays for it

    try:
        return tomllib.loads(text)
    except RecursionError:
        findings.report(TOO_DEEP, Span(file), "nested deeper than any config needs")
    except ValueError as fault:
        _report_syntax(str(fault), text, file, findings)
    return {}


def _report_syntax(problem: str, text: str, file: str, findings: Findings) -> None:
    """Reports an error of `tomllib` at the place that ends its message."""
    match = _PLACE.search(problem)
    line, column = (int(match[1]), int(match[2])) if match and match[1] else position(text, len(text.rstrip()))
    words = _PLACE.sub("", problem)
    hint = "; a text goes in quotes" if words == "Invalid value" else ""
    findings.report(
        TOML_SYNTAX, Span(file, line, column), f"no TOML from here on: {words[:1].lower()}{words[1:]}{hint}"
    )


def _report_unknown(name: str, value: object, place: KeySpans, findings: Findings) -> None:
    if name == _SEVERITY:
        message = (
            f'expected a table with {_listed(CONFLICTS)}, not {_described(value)}; write `severity.room = "error"`'
        )
        findings.report(WRONG_TYPE, place.value, f"`{name}`: {message}")
        return
    hint = _suggestion(name, _BY_NAME) or f"; there are {_listed(_BY_NAME)}"
    findings.report(UNKNOWN_KEY, place.key, f"`{name}` is not a setting{hint}")


def _paths(value: object) -> tuple[str, ...] | Fault:
    if isinstance(value, list) and all(isinstance(each, str) and each.strip() for each in value):
        return tuple(value)
    return Fault(WRONG_TYPE, f'expected a list of paths, not {_described(value)}; write `["my-events", "bundled"]`')


def _zone(value: object) -> str | Fault:
    if not isinstance(value, str):
        return _no_text(value, "Europe/Vienna")
    from agendacli.words.typed_zones import read_zone

    zone = value if value in ZONE_WORDS else read_zone(value)
    if isinstance(zone, str):
        return zone
    words = "" if str(zone).endswith("?") else ", `local` or `event`"
    return Fault(UNKNOWN_ZONE, f"{zone}{words}")


def _truth(value: object) -> bool | Fault:
    return (
        value if isinstance(value, bool) else Fault(WRONG_TYPE, f"expected `true` or `false`, not {_described(value)}")
    )


def _weekday(value: object) -> int | Fault:
    chosen = _choice(_DAYS)(value.lower() if isinstance(value, str) else value)
    return chosen if isinstance(chosen, Fault) else _DAYS.index(chosen)


def _weekdays(value: object) -> tuple[int, ...] | Fault:
    """Weekdays as a range, `sunday-thursday`, or as a list of names; a range may go over the end of the week."""
    if isinstance(value, str) and "-" in value:
        first, last = (_weekday(each.strip()) for each in value.split("-", 1))
        if isinstance(first, Fault) or isinstance(last, Fault):
            return next(each for each in (first, last) if isinstance(each, Fault))
        return tuple(sorted((first + n) % 7 for n in range((last - first) % 7 + 1)))
    read = [_weekday(each) for each in (value if isinstance(value, list) else [value])]
    fault = next((each for each in read if isinstance(each, Fault)), None)
    return fault or tuple(sorted({each for each in read if isinstance(each, int)}))


def _dial(value: object) -> Dial | Fault:
    chosen = _choice(tuple(Dial))(f"{value}h" if isinstance(value, int) and value in (12, 24) else value)
    return chosen if isinstance(chosen, Fault) else Dial(chosen)


def _length(value: object) -> timedelta | Fault:
    if not isinstance(value, str):
        return _no_text(value, "15m")
    from agendacli.words.times.lengths import read_length

    read = read_length(value)
    return Fault(BAD_TIME, str(read)) if isinstance(read, Refusal) else read


def _choice(choices: tuple[str, ...]) -> Callable[[object], str | Fault]:
    def read(value: object) -> str | Fault:
        if not isinstance(value, str):
            return _no_text(value, choices[0])
        if value in choices:
            return value
        hint = _suggestion(value, choices) or f"; write {_listed(choices)}"
        return Fault(NOT_A_CHOICE, f"`{value}` is none of its values{hint}")

    return read


def _no_text(value: object, example: str) -> Fault:
    return Fault(WRONG_TYPE, f'expected a text in quotes, not {_described(value)}; write one like `"{example}"`')


def _described(value: object) -> str:
    match value:
        case bool():
            return f"`{str(value).lower()}`"
        case str():
            return "a text" if value.strip() else "an empty text"
        case list():
            return "a list" if value else "an empty list"
        case dict():
            return "a table"
    return f"`{value}`"


def _listed(words: Iterable[str]) -> str:
    *most, last = (f"`{each}`" for each in words)
    return f"{', '.join(most)} or {last}"


SETTINGS: tuple[Setting, ...] = (
    Setting("events", "where events come from, from the folder of this file on", '["my-events", "bundled"]', _paths),
    Setting("tz", "the zone that times are shown in: an IANA zone, `local` or `event`", '"Europe/Vienna"', _zone),
    Setting("week-start", "the day on which `this week` begins", '"sunday"', _weekday),
    Setting("clock", "the clock in tables and messages: `24h` or `12h`, with `9:00 am`", '"12h"', _dial),
    Setting("format", "the format on a terminal", '"plain"', _choice(FORMATS)),
    *(
        Setting(f"{_SEVERITY}.{each}", f"how much a conflict of the kind {each} weighs", '"warning"', _choice(LEVELS))
        for each in CONFLICTS
    ),
    Setting("working-days", "the days that `free` asks about", '"sunday-thursday"', _weekdays),
    Setting("layout", "how `timetable` lays out a day on a terminal", '"list"', _choice(LAYOUTS)),
    Setting("ascii", "whether drawings are made of plain signs, `+--+`; letters stay", "true", _truth),
    Setting("buffer", "the least time to change rooms", '"15m"', _length),
)
_BY_NAME = {each.name: each for each in SETTINGS}


def _suggestion(word: str, known: Iterable[str]) -> str:
    from agendacli.words.near import suggestion  # what is spelt right needs none

    return suggestion(word, known)
