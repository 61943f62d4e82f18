"""What several files are not written over: those that this tool did not write, and those that are protected."""

from collections.abc import Iterable
from pathlib import Path

from agendacli.cli.run.outcome import refuse_all
from agendacli.files.reading import read_if_there
from agendacli.files.writing import write_protected
from agendacli.formats.ics.component import OWN_PRODUCT
from agendacli.formats.schedule import HEAD
from agendacli.model.identity import GENERATOR

_HEAD = 2_000
_OWN = f"PRODID:{OWN_PRODUCT}".encode(), HEAD.encode(), GENERATOR.encode(), b'<generator name="agendacli"'
"""What the files of this tool have near their beginning: calendars, schedules, published pages."""

_ADVICE = "give another folder, or `--force`"


def refuse_foreign(folder: Path, names: Iterable[str]) -> None:
    """End the run, naming each, if files of those names are there that this tool did not write."""
    refusals = [f"{each} {fault}; {_ADVICE}" for each in map(folder.joinpath, names) if (fault := _fault(each))]
    if refusals:
        refuse_all(refusals)


def _fault(path: Path) -> str | None:
    if write_protected(path) and path.is_file():
        return "is protected against writing"
    data = read_if_there(path) if path.is_file() else None
    if data is None or any(each in data[:_HEAD] for each in _OWN):
        return None
    return "is there already, and this tool did not write it"
