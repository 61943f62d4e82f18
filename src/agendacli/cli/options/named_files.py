"""Checks of the file that a command is to write, before it runs, so that nothing is lost by a slip."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import cast

import typer

from agendacli.cli.run.outcome import refuse
from agendacli.files.faults import FileError
from agendacli.files.paths import named_path, real_path

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
    if target in set(_read(values)) and not _is_meant(target, values.get("since")):
        refuse(f"{output} is read itself, and would be lost; {FORCE}")
    if target.is_file() and write_protected(target):
        refuse(f"{output} is protected against writing; {FORCE}")


def _is_meant(target: Path, since: object) -> bool:
    return isinstance(since, str) and real_path(named_path(since)) == target


def _read(values: Mapping[str, object]) -> Iterator[Path]:
    """The files that the command reads; one that cannot be found is reported when it is read."""
    for each in _single(values):
        with suppress(FileError):
            yield real_path(named_path(each))
    if "events" in values:
        yield from _of_events(values)


def _single(values: Mapping[str, object]) -> Iterator[str]:
    """Every text of the line except the file to write: an id may be a file, too."""
    for name, value in values.items():
        if name not in _WRITTEN:
            yield from (each for each in (value if isinstance(value, list) else (value,)) if isinstance(each, str))


def _of_events(values: Mapping[str, object]) -> Iterator[Path]:
    from agendacli.cli.run.origins import event_paths
    from agendacli.load.paths import sources

    context = cast("typer.Context", values["context"])
    paths, _ = event_paths(context.find_root().obj, cast("list[str] | None", values["events"]))
    for each in paths:
        with suppress(FileError):
            yield from map(real_path, sources([each]))
