"""What `import` does with a letter, a web page and the like: a draft, with a doubt behind whatever may be doubted."""

import shlex
from dataclasses import replace
from pathlib import Path

from agendacli.cli.run.kept_copy import text_kept
from agendacli.cli.run.outcome import deliver, refuse, tell
from agendacli.files.beside import name_beside
from agendacli.files.paths import STDIN, named_path
from agendacli.formats.definition.write.writer import draft_definition
from agendacli.formats.draft import Draft, DraftAsked, with_document
from agendacli.formats.given import Given
from agendacli.formats.table import read_document_draft
from agendacli.load.declarations import directory_beside
from agendacli.model.asked import Refusal
from agendacli.model.frozen import frozen


@frozen
class ToImport:
    """What is asked of an import: the file and where to write, the zone of floating times, the first and last day.

    `columns` and `day_first` are what is said of a sheet.
    `offline` takes of an address what is kept of it.
    `of_document` is what is said besides of a document, of which a draft is made.
    """

    file: str
    output: str | None = None
    zone: str | None = None
    first: str | None = None
    last: str | None = None
    floating: str | None = None
    columns: str | None = None
    day_first: bool | None = None
    of_document: DraftAsked = DraftAsked()
    offline: bool = False


def import_document(given: Given, asked: ToImport, *, quiet: bool) -> None:
    """Print or write the draft of a document."""
    if asked.first or asked.last:
        refuse("--from and --to choose from a calendar; the draft of a document is whole")
    folder = named_path(asked.output).parent if asked.output else Path()
    given = given._replace(directory=lambda: directory_beside(folder))
    draft = read_document_draft(given, asked.of_document, asked.output or asked.file)
    if isinstance(draft, Refusal):
        refuse(f"{given.file}: {draft}")
    name = asked.file if asked.file == STDIN else given.file
    made = draft_definition(replace(draft, programme=with_document(draft.programme, name_beside(name, folder))))
    deliver_definition(made.text, asked, quiet=quiet)
    if not quiet:
        _tell(draft, made.remarks, asked)


def deliver_definition(text: str, asked: ToImport, *, quiet: bool) -> None:
    """Print or write a definition; what stood in the file is kept beside it, and that is told. Raises FileError."""
    with text_kept(asked.output, text) as copy:
        deliver(text, asked.output)
    if copy and not quiet:
        way = f"`agenda import {shlex.quote(asked.file)} --onto {shlex.quote(asked.output or '')}`"
        tell(f"{asked.output} was there already, and is kept as {copy}; what you edited stays with {way}")


def _tell(draft: Draft, remarks: tuple[str, ...], asked: ToImport) -> None:
    for remark in remarks:
        tell(f"{asked.file}: {remark}")
    items, doubts, left = len(draft.programme.sessions), len(draft.doubts), len(draft.left)
    see = f"; see `agenda check {asked.output}`" if asked.output else ""
    counts = f"{_count(items, 'item')}, {_count(doubts, 'doubt')}, {left or 'nothing'} left over"
    tell(f"{asked.output or asked.file}: {counts}{see}")


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"
