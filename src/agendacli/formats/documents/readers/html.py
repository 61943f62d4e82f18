"""A web page as lines and tables, as it is shown: without scripts and comments, and without what is struck.

Cut at its tags by hand: Python's own parser takes minutes for some hostile kilobytes.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import unescape
from itertools import islice

from agendacli.formats.documents.page import Document, Line, PageCell
from agendacli.formats.documents.readers.building import Builder
from agendacli.formats.documents.readers.nesting import Nesting
from agendacli.formats.documents.readers.pinned import PIN, holds_place, is_pin
from agendacli.formats.documents.readers.styles import PageStyles, page_styles
from agendacli.formats.documents.tokens.hours import hours_in
from agendacli.model.frozen import frozen
from agendacli.words.folded import word_set

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:]*)([^<>]*)>")
_ATTRIBUTE = re.compile(r"([\w:-]+)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+)")
_TEMPLATE = re.compile(r"\{%[^%{}]*%\}|\{\{[^{}]*\}\}|\{:[^{}]*\}")
_MOST_PIECES = 200_000  # texts and tags
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_HEADINGS = word_set("h1 h2 h3 h4 h5 h6")
_UNSHOWN = frozenset(["script", "style", "noscript", "template", "svg", "select", "iframe", "head"])
_STRUCK = frozenset(["del", "s", "strike"])
_ENDS_ALIKE = frozenset(["p", "li", "td", "th", "tr", "dd", "dt", "option"])  # at the next of its kind
_PARTED = frozenset(["ul", "ol", "dl", "table"])
_INLINE = frozenset(["span", "a", "em", "i", "small", "font", "u", "b", "strong", "code", "mark"])
_ABOUT = frozenset(["description", "og:title", "og:description", "date", "dcterms.date"])
_HIDDEN = re.compile(r"(?:^|\s)hidden(?:\s|=|/|$)", re.IGNORECASE)
_VOID = frozenset(
    ["br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source", "track", "wbr"]
)


@frozen
class _Piece:
    """A piece of a page: a text, or a tag with its attributes."""

    text: str
    line: int
    tag: str = ""
    is_end: bool = False


def read_html(text: str) -> Document:
    """What a page shows; its title and what it says about itself apart."""
    pieces = [*islice(_pieces(_TEMPLATE.sub(_blank, text)), _MOST_PIECES)]
    page = _Page(page_styles(_inside(pieces, "style"), _inside(pieces, "script")))
    for piece in pieces:
        page.take(piece)
    is_cut = len(pieces) == _MOST_PIECES
    return replace(page.document(), cut=f"only its first {pieces[-1].line:,} lines are read" if is_cut else "")


def _inside(pieces: Sequence[_Piece], tag: str) -> Iterator[str]:
    """The texts in the elements of that name."""
    is_inside = False
    for piece in pieces:
        if piece.tag == tag:
            is_inside = not piece.is_end
        elif is_inside and not piece.tag:
            yield piece.text


def _blank(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")


def _pieces(text: str) -> Iterator[_Piece]:
    """Texts and tags in order; comments and instructions are neither."""
    at, line = 0, 1
    while at < len(text):
        end = _end_of(text, at)
        raw = text[at:end]
        if found := _TAG.fullmatch(raw):
            yield _Piece(found[3], line, found[2].lower(), is_end=bool(found[1]))
        elif not raw.startswith(("<!", "<?")):
            yield _Piece(unescape(raw), line)
        line += raw.count("\n")
        at = end


def _end_of(text: str, at: int) -> int:
    """Where the piece that begins there ends."""
    if text[at] != "<":
        return _found(text, "<", at, 0)
    if text.startswith("<!--", at):
        return _found(text, "-->", at, 3)
    if text.startswith("<?", at):
        return _found(text, "?>", at, 2)
    closed, opened = _found(text, ">", at, 1), _found(text, "<", at + 1, 0)
    return min(closed, opened)


def _found(text: str, sign: str, at: int, more: int) -> int:
    place = text.find(sign, at)
    return len(text) if place < 0 else place + more


class _Page:
    """The page as far as it was read."""

    def __init__(self, styles: PageStyles) -> None:
        self.built = Builder()
        self._styles = styles
        self.title: list[str] = []
        self.about: list[Line] = []
        self.lost: list[Line] = []
        self._away: list[str] = []  # the open tags of what is not shown, the outermost first
        self._struck: list[str] = []  # those of what is struck
        self._in_title = False
        self._is_hidden = False
        self._nesting = Nesting()
        self._place = ""  # the tag of an open element that holds a place
        self._pin = ""  # what stands before the next text

    def document(self) -> Document:
        """What was read."""
        return Document(self.built.end(), " ".join("".join(self.title).split()), tuple(self.about), tuple(self.lost))

    def take(self, piece: _Piece) -> None:
        """The next piece of the page."""
        if not piece.tag:
            self._text(piece)
        elif piece.is_end:
            self._end(piece.tag)
        else:
            self._begin(piece)

    def _text(self, piece: _Piece) -> None:
        if self._in_title:
            self.title.append(piece.text)
        elif self._struck or (self._away and self._is_hidden):
            self._lose(piece)
        elif not self._away:
            lead = len(piece.text) - len(piece.text.lstrip())
            pin = self._pin if lead < len(piece.text) and not hours_in(piece.text) else ""
            self._pin = self._pin if lead == len(piece.text) else ""
            self.built.text(f"{pin}{piece.text}", piece.line + piece.text.count("\n", 0, lead))

    def _lose(self, piece: _Piece) -> None:
        """What is struck, and what is hidden and yet says a time."""
        lead = len(piece.text) - len(piece.text.lstrip())
        if piece.text.strip() and (self._struck or hours_in(piece.text)):
            self.lost.append(Line(" ".join(piece.text.split()), piece.line + piece.text.count("\n", 0, lead)))

    def _begin(self, piece: _Piece) -> None:
        tag = piece.tag
        attributes = {name.lower(): value.strip("\"'") for name, value in _ATTRIBUTE.findall(piece.text)}
        self._in_title = tag == "title"
        if tag == "meta":
            self._meta(attributes, piece.line)
        is_hidden = tag not in {"body", "html"} and self._hides(tag, attributes, piece)
        if self._away or tag in _UNSHOWN or is_hidden:
            self._is_hidden = is_hidden or (bool(self._away) and self._is_hidden)
            if tag not in _VOID and not piece.text.endswith("/"):
                self._away.append(tag)
            return
        self._strike(tag, attributes)
        self._layout(tag, attributes)
        self._find_place(tag, attributes)
        if piece.text.endswith("/") and tag not in _VOID:
            self._end(tag)

    def _find_place(self, tag: str, attributes: dict[str, str]) -> None:
        """Note that a place follows, on a line of its own where the page calls the element so."""
        setting = self.built.setting
        if holds_place(tag, attributes) and not (setting.level or setting.bold):
            self._place, self._pin = tag, PIN
            self.built.end_line()
        elif is_pin(tag, attributes):
            self._pin = PIN

    def _hides(self, tag: str, attributes: dict[str, str], piece: _Piece) -> bool:
        if tag in _VOID or tag in _UNSHOWN:
            return False
        bare = _ATTRIBUTE.sub(" ", piece.text)
        return _HIDDEN.search(bare) is not None or self._styles.is_hidden(tag, attributes)

    def _strike(self, tag: str, attributes: dict[str, str]) -> None:
        """Note whether what begins is struck, or in something that is; some of that ends where its like begins."""
        ended = tag if tag in _ENDS_ALIKE else "p" if tag in _BLOCKS - {"br"} else ""
        if ended in self._struck:
            at = len(self._struck) - 1 - self._struck[::-1].index(ended)
            if _PARTED.isdisjoint(self._struck[at:]):
                del self._struck[at:]
        if tag not in _VOID and (self._struck or tag in _STRUCK or self._styles.is_struck(tag, attributes)):
            self._struck.append(tag)

    def _meta(self, attributes: dict[str, str], line: int) -> None:
        name = attributes.get("name") or attributes.get("property") or ""
        if name.lower() in _ABOUT and attributes.get("content"):
            self.about.append(Line(unescape(attributes["content"]), line))

    def _layout(self, tag: str, attributes: dict[str, str]) -> None:
        built = self.built
        if tag in _BLOCKS:
            built.end_line()
        built.setting.depth = self._nesting.begin(tag, attributes)
        built.setting.is_below_rule |= tag == "hr"
        if tag in _INLINE:
            built.part()
        built.setting.bold += tag in {"b", "strong"}
        if tag in _HEADINGS:
            built.setting.level = int(tag[1:])
        if tag == "li":
            built.setting.is_item = True
        elif tag == "table":
            built.begin_table()
        elif tag == "tr":
            built.begin_row()
        elif tag in {"td", "th"}:
            columns, rows = _number(attributes.get("colspan")), _number(attributes.get("rowspan"))
            built.begin_cell(PageCell((), columns, rows, tag == "th"))

    def _end(self, tag: str) -> None:
        self._in_title = False
        if self._away:
            if tag in self._away:
                del self._away[len(self._away) - 1 - self._away[::-1].index(tag) :]
            return
        if tag in self._struck:
            del self._struck[len(self._struck) - 1 - self._struck[::-1].index(tag) :]
        self._end_text(tag)
        ends = {
            "table": self.built.end_table,
            "tr": self.built.end_row,
            "td": self.built.end_cell,
            "th": self.built.end_cell,
        }
        if tag in ends:
            ends[tag]()

    def _end_text(self, tag: str) -> None:
        built = self.built
        if tag in _INLINE:
            built.part()
        if tag in {"b", "strong"}:
            built.end_bold()
        if tag in _BLOCKS - {"br", "hr"} or tag == self._place:
            self._place, self._pin = "", ""
            built.end_line()
        built.setting.depth = self._nesting.end(tag)
        if tag in _HEADINGS:
            built.setting.level = 0
        if tag == "li":
            built.setting.is_item = False


def _number(text: str | None) -> int:
    return int(text) if text and text.isdigit() and 0 < int(text) <= 100 else 1
