"""What several files are not written over: those that are protected, and those that this tool did not write."""

from collections.abc import Callable, Iterable, Mapping
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


def refuse_protected(folder: Path, names: Iterable[str]) -> None:
    """End the run, naming each, if files of those names are protected against writing."""
    _refuse(folder, names, lambda _: None)


def refuse_foreign(folder: Path, names: Iterable[str]) -> None:
    """End the run, naming each, if files of those names are protected, or this tool did not write them."""
    _refuse(folder, names, _of_foreign)


def refuse_other_text(folder: Path, texts: Mapping[str, bytes]) -> None:
    """End the run, naming each, if files of those names are protected, or hold another text than they would get."""
    _refuse(folder, texts, lambda path: _of_other_text(path, texts[path.name]))


def _refuse(folder: Path, names: Iterable[str], fault: Callable[[Path], str | None]) -> None:
    there = (path for path in map(folder.joinpath, names) if path.is_file())
    found = {path: "is write-protected" if write_protected(path) else fault(path) for path in there}
    if any(found.values()):
        refuse_all(f"{path} {told}; {_ADVICE}" for path, told in found.items() if told)


def _of_foreign(path: Path) -> str | None:
    head = (read_if_there(path) or b"")[:_HEAD]
    return None if any(each in head for each in _OWN) else "is there already, and this tool did not write it"


def _of_other_text(path: Path, text: bytes) -> str | None:
    return None if read_if_there(path) == text else "is there already, and says something else"
