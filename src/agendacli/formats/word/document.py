"""A paper as the main part of a Word document (ECMA-376, part 1, chapter 17)."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import count
from xml.etree.ElementTree import Element, SubElement, tostring

from agendacli.formats.encoding import xml_text
from agendacli.formats.word.direction import directed, reads_leftwards
from agendacli.formats.word.names import NAMESPACES
from agendacli.formats.word.paper import Block, Cell, Grid, Mark, Paper, Paragraph, Run, TableRow
from agendacli.words.harmless import one_line

AUTHOR = "agenda"
"""Whom a word processor names for tracked changes."""
TABLE = "Agenda Table"
"""The style of tables."""

_WIDE = 5000  # fiftieths of a percent
_WIDTHS = {2: (900, 4100), 3: (900, 3200, 900)}
_DECLARATION = b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def document_part(paper: Paper, styles: Mapping[str, str], section: Element | None, changed: date | None) -> bytes:
    """The XML of the main part.

    `styles` has the id of each style by its name, `section` is the set-up of the page (`w:sectPr`), and `changed` the
    day of tracked changes, None where it is not known.
    """
    root = Element("w:document", {f"xmlns:{prefix}": name for name, prefix in NAMESPACES.items()})
    body = SubElement(root, "w:body")
    writer = _Writer(styles, changed, is_leftward=reads_leftwards(paper.title))
    writer.blocks(body, paper.blocks)
    if section is not None:
        body.append(section)
    return b"".join((_DECLARATION, tostring(root, encoding="utf-8")))


class _Writer:
    """Writes blocks into elements, and numbers the changes in them."""

    def __init__(self, styles: Mapping[str, str], changed: date | None, *, is_leftward: bool) -> None:
        self._styles = styles
        self._day = {"w:date": f"{changed}T00:00:00Z"} if changed else {}
        self._is_leftward = is_leftward
        self._numbers = count(1)

    def blocks(self, parent: Element, blocks: Iterable[Block]) -> None:
        for each in blocks:
            if isinstance(each, Grid):
                self._table(SubElement(parent, "w:tbl"), each)
            else:
                self._paragraph(SubElement(parent, "w:p"), each)

    def _paragraph(self, element: Element, paragraph: Paragraph) -> None:
        settings = SubElement(element, "w:pPr")
        _value(settings, "w:pStyle", self._styles[paragraph.style])
        if reads_leftwards(paragraph.text):
            SubElement(settings, "w:bidi")
        if paragraph.mark:
            self._change(SubElement(settings, "w:rPr"), paragraph.mark)
        for each in paragraph.runs:
            self._run(self._change(element, each.mark) if each.mark else element, each)

    def _run(self, parent: Element, run: Run) -> None:
        for text, is_leftward in directed(_shown(run.text)):
            element = SubElement(parent, "w:r")
            settings = SubElement(element, "w:rPr")
            if run.style:
                _value(settings, "w:rStyle", self._styles[run.style])
            if run.struck:
                SubElement(settings, "w:strike")
            if is_leftward:
                SubElement(settings, "w:rtl")
            name = "w:delText" if run.mark is Mark.DELETED else "w:t"
            SubElement(element, name, {_XML_SPACE: "preserve"}).text = text

    def _table(self, element: Element, grid: Grid) -> None:
        settings = SubElement(element, "w:tblPr")
        _value(settings, "w:tblStyle", self._styles[TABLE])
        if self._is_leftward:
            SubElement(settings, "w:bidiVisual")
        SubElement(settings, "w:tblW", {"w:w": str(_WIDE), "w:type": "pct"})
        SubElement(settings, "w:tblLayout", {"w:type": "fixed"})
        SubElement(settings, "w:tblLook", {"w:firstRow": "1", "w:noVBand": "1"})
        widths = _WIDTHS[len(grid.rows[0].cells)]
        columns = SubElement(element, "w:tblGrid")
        for each in widths:
            SubElement(columns, "w:gridCol", {"w:w": str(each)})
        for n, row in enumerate(grid.rows):
            self._row(SubElement(element, "w:tr"), row, widths, is_head=n == 0)

    def _row(self, element: Element, row: TableRow, widths: Iterable[int], *, is_head: bool) -> None:
        settings = SubElement(element, "w:trPr")
        SubElement(settings, "w:cantSplit")
        if is_head:
            SubElement(settings, "w:tblHeader")
        if row.mark:
            self._change(settings, row.mark)
        for cell, width in zip(row.cells, widths, strict=True):
            self._cell(SubElement(element, "w:tc"), cell, width)

    def _cell(self, element: Element, cell: Cell, width: int) -> None:
        SubElement(SubElement(element, "w:tcPr"), "w:tcW", {"w:w": str(width), "w:type": "pct"})
        self.blocks(element, cell)

    def _change(self, parent: Element, mark: Mark) -> Element:
        about = {"w:id": str(next(self._numbers)), "w:author": AUTHOR, **self._day}
        return SubElement(parent, f"w:{mark.value}", about)


def _value(parent: Element, name: str, value: str) -> None:
    SubElement(parent, name, {"w:val": value})


def _shown(text: str) -> str:
    """The text on one line, with blanks at its ends as they are."""
    inner = xml_text(one_line(text))
    before, after = (" " if each else "" for each in (text[:1].isspace(), text[-1:].isspace() and bool(inner)))
    return f"{before}{inner}{after}"
