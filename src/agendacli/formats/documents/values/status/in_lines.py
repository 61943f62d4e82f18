"""The lines of a document without the words that say that a session does not take place, which are kept beside them."""

from collections.abc import Iterator
from dataclasses import replace

from agendacli.formats.documents.page import Block, Document, Line, PageCell, PageRow, lines_of_block
from agendacli.formats.documents.tokens.hours import hours_in
from agendacli.formats.documents.tokens.statuses import (
    is_only_status,
    is_sentence,
    status_before_time,
    without_status,
)
from agendacli.formats.documents.values.room_parts import NEXT_SENTENCE


def with_status_apart(document: Document) -> Document:
    """The document, the words for a status apart from the text of the lines with hours, where titles and rooms stand.

    A line that says several hours says several things, and stays as it is.
    """
    parted: dict[Line, Line] = {}
    for line in document.lines:
        text, words = status_apart(line) if hours_in(line.text) else (line.text, "")
        if words and len(hours_in(text)) == 1:
            parted[line] = replace(line, text=text, pieces=tuple(_pieces(line, text)), said_status=words)
    if not parted:
        return document
    return replace(document, blocks=tuple(_block(each, parted) for each in document.blocks))


def status_apart(line: Line) -> tuple[str, str]:
    """The text of a line and the words for a status: a part that is set apart in it, else what reads like it."""
    if is_only_status(line.text):
        return line.text, ""
    if before := status_before_time(line.text):
        return before
    said = next((piece for piece in line.pieces if is_only_status(piece)), None)
    if said:
        return line.text.replace(said, "", 1).strip(), said
    text, words = without_status(line.text)
    is_kept = words[:1].isalnum() and is_sentence(NEXT_SENTENCE.split(line.text)[-1])
    return (line.text, "") if is_kept else (text, words)


def _pieces(line: Line, text: str) -> Iterator[str]:
    """The parts of a line that are set apart, as far as they are in a text that is shorter."""
    for piece in line.pieces:
        said = without_status(piece)[0].strip()
        if said in text:
            yield said


def _block(block: Block, parted: dict[Line, Line]) -> Block:
    if isinstance(block, Line):
        return parted.get(block, block)
    return block if not any(line in parted for line in lines_of_block(block)) else _row(block, parted)


def _row(row: PageRow, parted: dict[Line, Line]) -> PageRow:
    return replace(row, cells=tuple(_cell(each, parted) for each in row.cells))


def _cell(cell: PageCell, parted: dict[Line, Line]) -> PageCell:
    return replace(cell, lines=tuple(parted.get(each, each) for each in cell.lines))
