"""A Word document as lines and tables, as it stands once all changes are accepted; a line is a paragraph."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree as ET

from agendacli.formats.documents.page import Document, Line, PageCell
from agendacli.formats.documents.readers.building import Builder

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, ET.ParseError, KeyError, ValueError, NotImplementedError, RuntimeError, EOFError,
)  # fmt: skip
_MOST_BYTES = 60_000_000
_DEEPEST = 12
_HEADING = re.compile(r"(?:heading|überschrift|titre|título|titolo)\s*(\d)", re.IGNORECASE)
_GONE = frozenset(f"{_WORD}{each}" for each in ("del", "moveFrom"))
_THROUGH = frozenset(f"{_WORD}{each}" for each in ("ins", "moveTo", "smartTag", "customXml", "hyperlink", "sdtContent"))


def read_docx(data: bytes) -> Document:
    """What a Word document says; why not, where it is none or does not let itself be read."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as parts:
            body, styles = _part(parts, "word/document.xml"), _WordStyles(_styles(parts))
    except _DAMAGED:
        return Document((), unread="the file is not a Word document, or it is damaged or encrypted")
    walk = _Walk(styles)
    for each in body:
        walk.blocks(each)
    return Document(walk.built.end(), lost=tuple(walk.lost))


def _part(parts: zipfile.ZipFile, name: str) -> ET.Element:
    if parts.getinfo(name).file_size > _MOST_BYTES:
        raise ValueError(name)
    return ET.fromstring(parts.read(name))  # noqa: S314 (expat itself bounds what entities may grow to)


def _styles(parts: zipfile.ZipFile) -> dict[str, ET.Element]:
    """Each style by its id."""
    if "word/styles.xml" not in parts.namelist():
        return {}
    found = _part(parts, "word/styles.xml").iter(f"{_WORD}style")
    return {each.get(f"{_WORD}styleId", ""): each for each in found}


class _WordStyles:
    """The styles of a document, which rest on each other."""

    def __init__(self, styles: dict[str, ET.Element]) -> None:
        self._styles = styles

    def name(self, style: str) -> str:
        """Its name; the id of one that is not described."""
        found = self._styles.get(style)
        return style if found is None else _value(found.find(f"{_WORD}name"))

    def strikes(self, style: str) -> bool | None:
        """Whether a style strikes its text; None where it leaves that open."""
        for _ in range(_DEEPEST):
            found = self._styles.get(style)
            if found is None:
                break
            said = _strikes(found.find(f"{_WORD}rPr"))
            if said is not None:
                return said
            style = _value(found.find(f"{_WORD}basedOn"))
        return None


def _value(element: ET.Element | None) -> str:
    return "" if element is None else element.get(f"{_WORD}val", "")


_Look = tuple[bool, bool, str, str]
_PLAIN: _Look = (False, False, "", "")


def _look(style: ET.Element | None) -> _Look:
    """How a text looks: bold, slanted, of what colour, and by which style."""
    if style is None:
        return _PLAIN
    colour, name = (_value(style.find(f"{_WORD}{each}")) for each in ("color", "rStyle"))
    return _is_on(style, "b"), _is_on(style, "i"), colour, name


class _Walk:
    """The document as far as it was read."""

    def __init__(self, styles: _WordStyles) -> None:
        self.built = Builder()
        self.lost: list[Line] = []
        self._styles = styles
        self._count = 0
        self._is_struck = False  # the paragraph at hand, by its style
        self._look, self._is_blank = _PLAIN, False  # of the last text, and how it ends

    def blocks(self, parent: ET.Element) -> None:
        """The paragraphs and tables in an element."""
        for each in parent:
            if each.tag == f"{_WORD}p":
                self._paragraph(each)
            elif each.tag == f"{_WORD}tbl":
                self._table(each)
            elif each.tag == f"{_WORD}sdt" or each.tag in _THROUGH:
                self.blocks(each)

    def _paragraph(self, paragraph: ET.Element) -> None:
        self._count += 1
        settings = paragraph.find(f"{_WORD}pPr")
        style = _value(settings.find(f"{_WORD}pStyle")) if settings is not None else ""
        name, self._is_struck = self._styles.name(style), self._styles.strikes(style) or False
        found = _HEADING.match(name)
        self.built.setting.level = int(found[1]) if found else int(name.lower() in {"title", "titel", "titre"})
        is_numbered = settings is not None and settings.find(f"{_WORD}numPr") is not None
        self.built.setting.is_item = is_numbered or "list" in name.lower()
        boxes = [*self._runs(paragraph)]
        if not _ends_deleted(settings):  # what follows is one paragraph with it
            self.built.end_line()
        for box in boxes:
            self.blocks(box)
        self.built.setting.level, self.built.setting.is_item = 0, False

    def _runs(self, parent: ET.Element) -> Iterator[ET.Element]:
        """Takes the text in an element; the text boxes that depend on it come back, to be read behind it."""
        for each in parent:
            if each.tag == f"{_WORD}r":
                self._run(each)
                yield from _boxes(each)
            elif each.tag in _GONE:
                self._lose(each)
            elif each.tag in _THROUGH or each.tag == f"{_WORD}sdt":
                yield from self._runs(each)

    def _run(self, run: ET.Element) -> None:
        style = run.find(f"{_WORD}rPr")
        if _is_on(style, "vanish"):
            return
        own = None if style is None else self._styles.strikes(_value(style.find(f"{_WORD}rStyle")))
        if next((each for each in (_strikes(style), own) if each is not None), self._is_struck):
            self._lose(run)
            return
        self.built.setting.bold = int(_is_on(style, "b"))
        self._part(_look(style), "".join(each.text or "" for each in run if each.tag == f"{_WORD}t"))
        for each in run:
            self._sign(each)
        self.built.setting.bold = 0

    def _part(self, look: _Look, text: str) -> None:
        """Sets what looks otherwise than the text before it apart from that, if it begins another word."""
        if look != self._look and (self._is_blank or text[:1].isspace()):
            self.built.part()
        if text:
            self._look, self._is_blank = look, text[-1].isspace()

    def _sign(self, sign: ET.Element) -> None:
        kind = sign.tag.removeprefix(_WORD)
        if kind == "t":
            self.built.text(sign.text or "", self._count)
        elif kind == "tab":
            self.built.part()
            self.built.text("\t", self._count)
            self.built.part()
        elif kind == "noBreakHyphen":
            self.built.text("-", self._count)
        elif kind in {"br", "cr"}:
            self.built.end_line()

    def _lose(self, element: ET.Element) -> None:
        texts = (each.text or "" for each in element.iter() if each.tag in {f"{_WORD}t", f"{_WORD}delText"})
        if text := " ".join("".join(texts).split()):
            self.lost.append(Line(text, self._count))

    def _table(self, table: ET.Element) -> None:
        self.built.begin_table()
        rows = [each for each in _through(table) if each.tag == f"{_WORD}tr"]
        places = [_places(row) for row in rows]
        for n, row in enumerate(rows):
            if row.find(f"{_WORD}trPr/{_WORD}del") is not None:
                self._lose(row)
                continue
            self.built.begin_row(is_head=row.find(f"{_WORD}trPr/{_WORD}tblHeader") is not None)
            for column, (cell, columns, merge) in places[n].items():
                if merge != "continue":
                    self.built.begin_cell(PageCell((), columns, 1 + _hangs_down(places[n + 1 :], column)))
                    self.blocks(cell)
                    self.built.end_cell()
            self.built.end_row()
        self.built.end_table()


_Place = tuple[ET.Element, int, str]


def _through(parent: ET.Element) -> Iterator[ET.Element]:
    """The elements in one, and those in wrappers around them."""
    for each in parent:
        if each.tag in _THROUGH or each.tag == f"{_WORD}sdt":
            yield from _through(each)
        else:
            yield each


def _places(row: ET.Element) -> dict[int, _Place]:
    """The cells of a row by the column at which they begin: the cell, over how many columns, how merged downwards."""
    column, found = 0, {}
    for cell in _through(row):
        if cell.tag == f"{_WORD}tc":
            span = _value(cell.find(f"{_WORD}tcPr/{_WORD}gridSpan"))
            merge = cell.find(f"{_WORD}tcPr/{_WORD}vMerge")
            columns = int(span) if span.isdigit() and 0 < int(span) < 100 else 1
            found[column] = cell, columns, "" if merge is None else _value(merge) or "continue"
            column += columns
    return found


def _hangs_down(rows: list[dict[int, _Place]], column: int) -> int:
    """Over how many of the rows below a cell of that column goes on."""
    count = 0
    for row in rows:
        if column not in row or row[column][2] != "continue":
            break
        count += 1
    return count


def _boxes(run: ET.Element) -> Iterator[ET.Element]:
    """The text boxes in a run; of two versions of one the first."""
    for each in run:
        if each.tag == f"{_WORD}txbxContent":
            yield each
        elif each.tag != _FALLBACK:
            yield from _boxes(each)


def _ends_deleted(settings: ET.Element | None) -> bool:
    """Whether the end of a paragraph with these settings is deleted, or was moved away."""
    ends = None if settings is None else settings.find(f"{_WORD}rPr")
    return ends is not None and any(each.tag in _GONE for each in ends)


def _strikes(style: ET.Element | None) -> bool | None:
    """Whether settings of text strike it; None where they leave that open."""
    found = [] if style is None else [style.find(f"{_WORD}{each}") for each in ("strike", "dstrike")]
    said = [_value(each) not in {"0", "false"} for each in found if each is not None]
    return any(said) if said else None


def _is_on(style: ET.Element | None, name: str) -> bool:
    found = None if style is None else style.find(f"{_WORD}{name}")
    return found is not None and _value(found) not in {"0", "false"}
