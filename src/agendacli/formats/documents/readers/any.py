"""The bytes of a document of any format that is read, as lines and tables."""

from dataclasses import replace
from itertools import accumulate
from pathlib import PurePath

from agendacli.formats.documents.page import Document, Line, lines_of_block
from agendacli.formats.documents.readers.building import LONGEST_LINE
from agendacli.formats.documents.readers.decoding import decoded
from agendacli.formats.documents.readers.html import read_html
from agendacli.formats.documents.readers.markdown import html_of_markdown
from agendacli.formats.documents.readers.one_line import in_lines
from agendacli.formats.documents.readers.plain import read_plain

_ZIP, _PDF = b"PK\x03\x04", b"%PDF-"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"RIFF")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_MOST_LINES = 10_000
"""A document that is longer than some two hundred pages takes seconds, and is hardly a programme."""


def read_document(data: bytes, name: str) -> Document:
    """The lines and tables of a document; the first bytes say what it is, for a text the ending of its name."""
    try:
        return _as_far_as_read(_read(data, name))
    except RecursionError:
        return Document((), unread="the file contains parts in parts, deeper than can be read")


def _as_far_as_read(document: Document) -> Document:
    """The document without the blocks behind the last line that is read; it says how much that leaves out."""
    total = len(document.lines)
    read = accumulate(len(lines_of_block(block)) for block in document.blocks)
    blocks = tuple(block for block, lines in zip(document.blocks, read, strict=True) if lines <= _MOST_LINES)
    whole = f"of its {total:,} lines only the first {_MOST_LINES:,} are read" if total > _MOST_LINES else ""
    is_long = any(len(line.text) >= LONGEST_LINE - 1 for line in document.lines)  # there may be a blank at the end
    of_line = f"of a line only the first {LONGEST_LINE:,} letters are read" if is_long else ""
    return replace(document, blocks=blocks, cut="; ".join(filter(None, (document.cut, whole, of_line))))


def _read(data: bytes, name: str) -> Document:
    if data.startswith(_ZIP):
        from agendacli.formats.documents.readers.docx import read_docx

        return read_docx(data)
    if _PDF in data[:1024]:
        from agendacli.formats.documents.readers.pdf.reading import read_pdf

        return read_pdf(data)
    if data.startswith(_PICTURES) or data.startswith(_OLD_OFFICE):
        kind = "a picture" if data.startswith(_PICTURES) else "in a format of Office before 2007"
        return Document((), unread=f"the file is {kind}; save it as PDF or docx with its text")
    text = decoded(data)
    if text is None:
        return Document((), unread="the file is not text, and in no format that is read")
    return _of_text(data, text, PurePath(name).suffix.lower())


def _of_text(data: bytes, text: str, ending: str) -> Document:
    if ending == ".eml":
        return _of_mail(data)
    if ending in {".html", ".htm", ".xhtml", ".php"} or text.lstrip()[:15].lower().startswith(("<!doctype", "<html")):
        return read_html(text)
    if ending in {".md", ".markdown", ".qmd", ".rmd"}:
        html, front = html_of_markdown(text)
        page = read_html(html)
        return replace(page, title=front.title or page.title, about=front.about)
    return read_plain(text)


def _of_mail(data: bytes) -> Document:
    from agendacli.formats.documents.readers.mail import read_mail
    from agendacli.formats.documents.readers.quoted import parted_quote

    mail = read_mail(data)
    if mail is None:
        return Document((), unread="the message contains no text")
    text = mail.text.replace("\r\n", "\n")
    own, quoted = parted_quote("\n" * mail.above + (in_lines(text) if mail.is_html else text))
    page, earlier = (read_html(each) if mail.is_html else read_plain(each) for each in (own, quoted))
    about = (*page.about, *(Line(str(year)) for year in mail.years))
    return replace(page, title=mail.subject or page.title, about=about, quoted=earlier.lines)
