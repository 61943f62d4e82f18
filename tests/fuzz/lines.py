"""Lines for every command: its own options, as often with rubbish as with what they ask for."""

from collections.abc import Iterator, Sequence
from random import Random
from typing import Any, Protocol

from agendacli.cli.menu import COMMANDS, built

_DAYS = ("2026-03-10", "today", "next week", "sep 4", "2017-09", "2017-09-27", "0001-01-01", "9999-12-31", "soon", "")
_VALUES: dict[str, Sequence[str]] = {
    "DATE": _DAYS,
    "TIME": ("2026-03-10T10:30", "2017-09-27T15:30", "noon", "9999-12-31T23:59", "x", ""),
    "ZONE": ("Europe/Vienna", "local", "event", "Asia/Tokyo", "Nowhere", ""),
    "LENGTH": ("15m", "2h", "0m", "1d", "999999999h", "-1h", "x", ""),
    "HOURS": ("09:00-18:00", "9am-6pm", "22:00-02:00", "00:00-00:00", "x", ""),
    "COLUMNS": ("10", "40", "9999999", "-1", "x"),
    "NUMBER": ("1", "9", "999999999999", "0", "x"),
    "KIND=LEVEL": ("overlap=ignore", "room=error", "x=y", ""),
    "KIND": ("panel", "overlap", "travel", "x"),
    "STATUS": ("confirmed", "cancelled", "x"),
    "ROLE": ("speaker", "moderator", "x"),
    "NAMES": ("id", "id,title,start", "id,,x", "", "title"),
    "URL": ("https://example.org/a.ics", "x", ""),
}
_WORDS = (
    "tea0",
    "tea0/a",
    "a0",
    "tea0/",
    "nobody",
    "Jo Doe",
    "hall",
    "x",
    "",
    "é",
    "-",
    "漢字",
    "tea0@2026-01-01",
    "*",
)
_FILES = (
    "out.txt",
    "out.ics",
    "people.yaml",
    "waivers.yaml",
    "mine.txt",
    "none/out",
    ".",
    "/dev/null",
    "/dev/full",
    "",
)
_USUAL = 0.15


class _Parameter(Protocol):
    """What Typer makes of a parameter of a command, as far as it is looked at here."""

    opts: list[str]
    nargs: int
    metavar: str | None
    type: Any


def line(chance: Random, events: Sequence[str]) -> list[str]:
    """One line, for one of all commands or none, that reads one of those files or the folder in which they are."""
    files = (*events, *events, ".", *_FILES)
    name = chance.choice((*COMMANDS, None))
    source = ["-e", chance.choice((*events, *events, "."))] if chance.random() < 1 - _USUAL else []
    return [*source, *((name, *_parameters(name, chance, files)) if name else ())]


def _parameters(name: str, chance: Random, files: Sequence[str]) -> Iterator[str]:
    for each in built(COMMANDS[name]).params:
        is_argument = each.param_type_name == "argument"
        if is_argument or each.required or chance.random() < _USUAL:
            if not is_argument:
                yield chance.choice(each.opts)
            yield from _values(each, chance, files)


def _values(parameter: _Parameter, chance: Random, files: Sequence[str]) -> Iterator[str]:
    if getattr(parameter, "is_flag", False):
        return
    for _ in range(chance.randint(1, 2) if parameter.nargs == -1 else 1):
        yield chance.choice(_known(parameter, files))


def _known(parameter: _Parameter, files: Sequence[str]) -> Sequence[str]:
    choices = getattr(parameter.type, "choices", None)
    if choices:
        return [*(str(getattr(each, "value", each)) for each in choices), "x"]
    kind = str(parameter.metavar or "TEXT").strip("[].")
    if kind in ("PATH", "FILE", "FOLDER", "EVENT"):
        return files
    return _VALUES.get(kind, (*_WORDS, *files))
