"""Two papers as one, in which all that differs is marked: accepted it is the newer one, rejected the older one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import chain, groupby
from typing import TypeVar

from agendacli.formats.word.paper import Block, Cell, Grid, Mark, Paper, Paragraph, Run, TableRow

_WORDS = re.compile(r"\S+\s*|\s+")
_END = Run("\n")
"""What stands between two paragraphs of a cell, where its words are compared."""

Keyed = TypeVar("Keyed", Block, TableRow)


def tracked(old: Paper, new: Paper) -> Paper:
    """The newer paper with what the older one had marked as deleted, and what is new as inserted.

    Rows are the same where their keys are; one that stands elsewhere is deleted here and inserted there.
    """
    return Paper(new.title, tuple(_blocks(old.blocks, new.blocks)))


def _blocks(old: Sequence[Block], new: Sequence[Block]) -> Iterator[Block]:
    for before, after in _aligned(old, new):
        if isinstance(before, Grid) and isinstance(after, Grid):
            yield Grid(after.key, tuple(_rows(before.rows, after.rows)))
        elif isinstance(before, Paragraph) and isinstance(after, Paragraph) and before.style == after.style:
            yield from (each._replace(key=after.key) for each in _merged((before,), (after,)))
        else:
            alone: Iterator[tuple[Block, Mark]] = _apart(before, after)
            yield from (_marked_block(each, mark) for each, mark in alone)


def _rows(old: Sequence[TableRow], new: Sequence[TableRow]) -> Iterator[TableRow]:
    for before, after in _aligned(old, new):
        if before and after and _styles(before) == _styles(after):
            cells = (_merged(*each) for each in zip(before.cells, after.cells, strict=True))
            yield TableRow(after.key, tuple(cells))
        else:
            yield from (_marked_row(each, mark) for each, mark in _apart(before, after))


def _aligned(old: Sequence[Keyed], new: Sequence[Keyed]) -> Iterator[tuple[Keyed | None, Keyed | None]]:
    """What both have side by side, in order; what only one has stands alone, first the older."""
    found = SequenceMatcher(None, [each.key for each in old], [each.key for each in new], autojunk=False)
    for what, first, last, begin, end in found.get_opcodes():
        if what == "equal":
            yield from zip(old[first:last], new[begin:end], strict=True)
        else:
            yield from ((each, None) for each in old[first:last])
            yield from ((None, each) for each in new[begin:end])


def _apart(before: Keyed | None, after: Keyed | None) -> Iterator[tuple[Keyed, Mark]]:
    if before is not None:
        yield before, Mark.DELETED
    if after is not None:
        yield after, Mark.INSERTED


def _styles(row: TableRow) -> list[str]:
    return [cell[0].style for cell in row.cells]


def _merged(old: Cell, new: Cell) -> Cell:
    """The paragraphs of a cell with every word that differs marked; the end of the last is common to both."""
    words = _words(old), _words(new)
    found = SequenceMatcher(None, words[0], words[1], autojunk=False).get_opcodes()
    marked = chain.from_iterable(_marked_words(words, change) for change in found)
    return tuple(_paragraphs(marked, new[-1].style))


def _words(cell: Cell) -> list[Run]:
    ended = ((*each.runs, _END) for each in cell)
    return [run._replace(text=word) for run in chain(*ended) for word in _parts(run)][:-1]


def _parts(run: Run) -> list[str]:
    return ["\n"] if run is _END else _WORDS.findall(run.text.replace("\n", " "))


def _marked_words(words: Sequence[Sequence[Run]], change: tuple[str, int, int, int, int]) -> Iterator[Run]:
    what, first, last, begin, end = change
    old, new = words[0][first:last], words[1][begin:end]
    if what == "equal":
        yield from new
        return
    yield from (each._replace(mark=Mark.DELETED) for each in old)
    yield from (each._replace(mark=Mark.INSERTED) for each in new)


def _paragraphs(words: Iterable[Run], style: str) -> Iterator[Paragraph]:
    held: list[Run] = []
    for each in words:
        if each.text == _END.text:
            yield Paragraph(style, _joined(held), mark=each.mark)
            held = []
        else:
            held.append(each)
    yield Paragraph(style, _joined(held))


def _joined(words: Iterable[Run]) -> tuple[Run, ...]:
    """The words as runs, as long as they are alike."""
    alike = groupby(words, key=lambda each: each._replace(text=""))
    return tuple(look._replace(text="".join(each.text for each in found)) for look, found in alike)


def _marked_block(block: Block, mark: Mark) -> Block:
    if isinstance(block, Paragraph):
        return _marked_paragraph(block, mark)
    return Grid(block.key, tuple(_marked_row(each, mark) for each in block.rows))


def _marked_row(row: TableRow, mark: Mark) -> TableRow:
    cells = (tuple(_marked_paragraph(each, mark) for each in cell) for cell in row.cells)
    return TableRow(row.key, tuple(cells), mark)


def _marked_paragraph(paragraph: Paragraph, mark: Mark) -> Paragraph:
    runs = tuple(each._replace(mark=mark) for each in paragraph.runs)
    return paragraph._replace(runs=runs, mark=mark)
