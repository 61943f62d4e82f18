"""Checks of the file that a command is to write, before it runs, so that nothing is lost by a slip."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, cast

import typer

from agendacli.cli.run.origins import event_paths, schedule_file
from agendacli.cli.run.outcome import refuse
from agendacli.files import FileError
from agendacli.files.paths import named_path, real_path

if TYPE_CHECKING:
    from agendacli.cli.run.surroundings import Surroundings

_ARGUMENTS = ("paths", "operands", "file")
_WRITTEN = ("output", "since", "vdir", "schedule")
FORCE = "give another name, or `--force`"


def refuse_losing(values: Mapping[str, object]) -> None:
    """Ends the run if `-o` would overwrite a file that is read, or that is protected; `values` are the options.

    The file of `--since` is meant to be overwritten by its update.
    """
    output = values.get("output")
    if not isinstance(output, str) or values.get("force"):
        return
    from agendacli.files.writing import write_protected

    target = real_path(named_path(output))
    if target.exists() and target in set(_read(values)) and not _is_meant(target, values.get("since")):
        refuse(f"{output} is read by this command, and would be overwritten; {FORCE}")
    if target.is_file() and write_protected(target):
        refuse(f"{output} is write-protected; {FORCE}")


def _is_meant(target: Path, since: object) -> bool:
    return isinstance(since, str) and real_path(named_path(since)) == target


def _read(values: Mapping[str, object]) -> Iterator[Path]:
    """The files that the command reads; one that cannot be found is reported when it is read."""
    for each in _single(values):
        with suppress(FileError):
            yield real_path(named_path(each))
    for each in (*_events(values), *_arguments(values)):
        with suppress(FileError):
            yield from map(real_path, _with_waivers(each))
    if "context" in values:
        yield real_path(schedule_file(_surroundings(values)))


def _single(values: Mapping[str, object]) -> Iterator[str]:
    """Every text of the line except the file to write: an id may be a file, too."""
    return (each for name, value in values.items() if name not in _WRITTEN for each in _texts(value))


def _arguments(values: Mapping[str, object]) -> Iterator[str]:
    """The files and folders that are read beside the events."""
    return (each for name in _ARGUMENTS for each in _texts(values.get(name)))


def _texts(value: object) -> Iterator[str]:
    return (each for each in (value if isinstance(value, list) else (value,)) if isinstance(each, str))


def _events(values: Mapping[str, object]) -> Iterable[str]:
    if "events" not in values:
        return ()
    return event_paths(_surroundings(values), cast("list[str] | None", values["events"]))[0]


def _with_waivers(name: str) -> Iterator[Path]:
    """What is read of a file or a folder, and the waivers that lie beside."""
    from agendacli.load.paths import WAIVERS, sources

    found = tuple(sources([name]))
    yield from found
    yield from dict.fromkeys(each.with_name(WAIVERS) for each in found)


def _surroundings(values: Mapping[str, object]) -> "Surroundings":
    found: Surroundings = cast("typer.Context", values["context"]).find_root().obj
    return found
