"""Options of `import` that say something of one kind of file, and files of another kind."""

from collections.abc import Iterator

from agendacli.cli.run.outcome import refuse
from agendacli.formats.draft import DraftAsked
from agendacli.formats.file_formats import recognised_format
from agendacli.formats.given import Given
from agendacli.formats.table import is_calendar, is_document

_SHEETS = "csv", "markdown", "xlsx"


def check_fitting(given: Given, of_document: DraftAsked) -> None:
    """Refuse options that would not count: those of sheets for any other file, those of documents for what is none."""
    kind = _kind(given)
    for option in _of_sheet(given):
        if kind != "a sheet":
            refuse(f"{option} says how a sheet is read, and {given.file} is {kind}; leave it out")
    for option in _of_document(of_document):
        if kind != "a document":
            refuse(f"{option} says what a document leaves out, and {given.file} is {kind}; leave it out")


def _of_sheet(given: Given) -> Iterator[str]:
    if given.columns:
        yield "--columns"
    if given.day_first is not None:
        yield "--day-first" if given.day_first else "--month-first"


def _of_document(asked: DraftAsked) -> Iterator[str]:
    values = {"--year": asked.year, "--date": asked.first, "--lang": asked.language}
    yield from (option for option, value in values.items() if value is not None)


def _kind(given: Given) -> str:
    """What people call such a file."""
    found = recognised_format(given.data, given.file)
    if is_calendar(given.data, given.file):
        return "a calendar"
    if is_document(given.data, given.file):
        return "a document"
    if found is None:
        return "a definition"
    return "a sheet" if found.name in _SHEETS else found.title
