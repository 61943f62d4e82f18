"""The one list of the formats of files: how each is called, recognised by its content, read and written.

Readers are named in `table`, writers in `writers`; importing this weighs nothing.
"""

import re
from collections.abc import Callable
from enum import Enum
from functools import cache
from typing import NamedTuple

from agendacli.formats import CALENDAR_ENDING, DEFINITION_ENDINGS

STDIN = "stdin"
"""What standard input is called where a file has its name."""

_BEGINNING = 4096
_ARCHIVE = b"PK\x03\x04"
_BY_CONTENT = ("docx", "pdf", "html", "eml", "xlsx", "odt", "ods", "rtf")
_BLANKS = b"\xef\xbb\xbf\xff\xfe \t\r\n"
# Nothing is tried twice: `++` and `(?>` keep a page of unfinished comments from taking for ever.
_BEFORE_ROOT = rb"<\?(?>.*?\?>)|<!--(?>.*?-->)|<!DOCTYPE[^>\[]*+(?:\[(?>.*?\]\s*+))?>"


class ReadBy(Enum):
    """Where a format is read: wherever events come from, by `import` alone, which makes a draft of it, or nowhere."""

    ALWAYS = "`-e` and `agenda import`"
    AS_DRAFT = "`agenda import`"
    NEVER = ""


class FileFormat(NamedTuple):
    """A format: its name as `export -f` has it, what people call it, how its files end, and how its bytes are known.

    `by_name`: a file whose name ends so is one, whatever it holds. `way` says what to do with one that is not read.
    """

    name: str
    title: str
    endings: tuple[str, ...]
    holds: Callable[[bytes], bool]
    reading: ReadBy = ReadBy.NEVER
    is_written: bool = False
    by_name: bool = False
    way: str = ""


def recognised_format(data: bytes, file: str) -> FileFormat | None:
    """The format of a file by its content; None for a definition, and for what is none of these."""
    if file.lower().endswith(DEFINITION_ENDINGS):
        return None
    named = (each for each in FORMATS if each.by_name and file.lower().endswith(each.endings))
    found = next((each for each in FORMATS if each.holds(data)), None) or next(named, None)
    is_nameless = file == STDIN or "." not in re.split(r"[/\\]", file)[-1]
    is_text = file.lower().endswith(TEXT.endings) or (is_nameless and _is_letter(data))
    return found or (TEXT if is_text and not _is_definition(data) else None)


def misnamed(data: bytes, file: str) -> str:
    """Why a file that is of no format, or an archive of anything, is not what its name says; nothing if it may be.

    An empty one is none of any name.
    """
    if not data.strip(_BLANKS):
        return "it is empty"
    named = next((each for each in FORMATS if each.name in _BY_CONTENT and file.lower().endswith(each.endings)), None)
    if named is None:
        return ""
    what = f"by its name it is {named.title}, and by what it holds it is none"
    is_text = b"\0" not in data and not data.startswith(_ARCHIVE)
    return f"{what}; call it `.txt` if it is a text" if is_text else f"{what}; save it again, as `{named.endings[0]}`"


def markup_of(data: bytes) -> str | None:
    """What a text that is none of these begins as, JSON or XML; None for any other."""
    beginning = data.replace(b"\0", b"").lstrip(_BLANKS)[:1]
    return {b"{": "JSON", b"[": "JSON", b"<": "XML"}.get(beginning)


def format_named(name: str) -> FileFormat:
    """The format of that name. Raises KeyError."""
    return {each.name: each for each in FORMATS}[name]


def written_by_name(file: str) -> FileFormat | None:
    """The format that is written into a file of that name, if its ending is that of one."""
    return next((each for each in FORMATS if each.is_written and file.lower().endswith(each.endings)), None)


def read_titles() -> tuple[str, ...]:
    """What people call the formats that `import` reads."""
    return tuple(each.title for each in FORMATS if each.reading is not ReadBy.NEVER)


def written_names() -> tuple[str, ...]:
    """The names of the formats that `export` writes."""
    return tuple(each.name for each in FORMATS if each.is_written)


def _begins(*signatures: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(signatures)


def _root(*names: bytes) -> Callable[[bytes], bool]:
    """Whether it is XML or HTML whose first element has one of those names; in UTF-16, too."""

    def holds(data: bytes) -> bool:
        found = _root_element().match(_plain_beginning(data))
        return found is not None and found[1].lower() in names

    return holds


@cache
def _root_element() -> re.Pattern[bytes]:
    """Compiled on first use: every run imports this module, and few look into a file."""
    return re.compile(rb"(?:\s*+(?:%b))*+\s*+<([\w:-]++)" % _BEFORE_ROOT, re.DOTALL | re.IGNORECASE)


def _json_with(*keys: bytes) -> Callable[[bytes], bool]:
    """Whether it is JSON in which all of those keys stand."""
    quoted = [b'"%s"' % each for each in keys]

    def holds(data: bytes) -> bool:
        return _plain_beginning(data)[:1] in (b"{", b"[") and all(each in data for each in quoted)

    return holds


def _any_of(*ways: Callable[[bytes], bool]) -> Callable[[bytes], bool]:
    return lambda data: any(holds(data) for holds in ways)


def _zip_with(part: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(_ARCHIVE) and part in data


def _is_mail(data: bytes) -> bool:
    """Whether it begins with the header of a mail, whose fields stand in any order (RFC 5322, 3.6)."""
    if re.match(rb"(?:(?:From|To|Date|Received|Return-Path|MIME-Version|Message-ID): .*\r?\n)", data):
        return True
    header = re.match(rb"(?:From [^\n]*+\n)?+(?:[!-9;-~]++:[^\n]*+\n(?:[ \t][^\n]*+\n)*+)++", data[:_LONGEST_HEADER])
    fields = re.findall(rb"^([!-9;-~]++):", header[0], re.MULTILINE) if header else []
    return len(_OF_MAILS.intersection(each.lower() for each in fields)) >= _SEVERAL


def _is_org(data: bytes) -> bool:
    return _plain_beginning(data)[: len(_ORG_TITLE)].upper() == _ORG_TITLE


def _is_definition(data: bytes) -> bool:
    """Whether a text begins like a definition, whatever its file is called."""
    return (
        re.match(rb"(?:\s*#[^\n]*+\n)*\s*(?:format|title|id|days|short|kind|place|zone|people|cities|venues):", data)
        is not None
    )


def _is_letter(data: bytes) -> bool:
    """Whether a text without a name says several times, and begins neither with a key nor as markup."""
    is_plain = b"\0" not in data and markup_of(data) is None and _KEY.match(data) is None
    return is_plain and len(_TIME.findall(data[:_LONGEST_LETTER])) >= _SEVERAL


def _is_csv(data: bytes) -> bool:
    if not any(each in data[:_BEGINNING].partition(b"\n")[0] for each in (b",", b";", b"\t", b"|")):
        return False
    from agendacli.formats.sheet.read.csv import is_csv

    return is_csv(data)


def _is_markdown(data: bytes) -> bool:
    if b"|" not in data:
        return False
    from agendacli.formats.sheet.read.markdown import is_markdown_table

    return is_markdown_table(data)


def _is_markdown_page(data: bytes) -> bool:
    if b"|" not in data or _is_definition(data):
        return False
    from agendacli.formats.sheet.read.markdown import is_markdown_page

    return is_markdown_page(data)


def _plain_beginning(data: bytes) -> bytes:
    return data[:_BEGINNING].replace(b"\0", b"").lstrip(_BLANKS)


def _is_calendar(data: bytes) -> bool:
    return _plain_beginning(data).upper().startswith(b"BEGIN:V")


# What a page begins with: `html`, `head` and `body` may be left out (HTML, 13.1.2.4), and often only a part is saved.
_OF_PAGES = (
    b"html head body title meta link style script base h1 h2 h3 h4 h5 h6 p div span table ul ol dl section article main"
    b" header nav pre blockquote center font figure details b strong em i a br hr img"
).split()
_SHEET = "convert it and give that: `soffice --convert-to xlsx FILE`"
_PRINTED = "convert it and give that: `soffice --convert-to docx FILE`"
_OLD = "convert it and give that: `soffice --convert-to xlsx FILE`, a text `--convert-to docx`"
_KEY = re.compile(rb"\s*(?:#|---|%YAML|-\s|[\w-]+:\s)")
_TIME = re.compile(rb"(?<![\d.:])(?:[01]?\d|2[0-3])[.:h][0-5]\d(?![\d.:])")
_SEVERAL, _LONGEST_LETTER = 2, 100_000
_LONGEST_HEADER = 32_768
_OF_MAILS = frozenset(
    b"from to cc date subject received return-path mime-version message-id delivered-to reply-to content-type".split()
)
_ORG_TITLE = b"#+TITLE:"
_ORG = "export it as Markdown (`C-c C-e m m`) and give that"
_TEXT = "copy its programme into a sheet, or into a definition: `agenda new`"

TEXT = FileFormat("txt", "a text or Markdown", (".txt", ".md", ".markdown"), _is_markdown_page, reading=ReadBy.AS_DRAFT)
"""Known by a table that does not say its days, else by its name alone: a text may be anything."""

FORMATS: tuple[FileFormat, ...] = (
    FileFormat("ics", "iCalendar", (CALENDAR_ENDING,), _is_calendar, reading=ReadBy.ALWAYS, is_written=True),
    FileFormat("xml", "schedule.xml", (".xml",), _root(b"schedule"), reading=ReadBy.ALWAYS, is_written=True),
    FileFormat(
        "json",
        "schedule.json",
        (".json",),
        _json_with(b"schedule", b"conference"),
        reading=ReadBy.ALWAYS,
        is_written=True,
    ),
    FileFormat(
        "sessionize",
        "Sessionize JSON",
        (".json",),
        _any_of(_json_with(b"startsAt", b"title"), _json_with(b"sessions", b"questions", b"rooms")),
        reading=ReadBy.ALWAYS,
    ),
    FileFormat(
        "indico",
        "Indico JSON",
        (".json",),
        _any_of(_json_with(b"HTTPAPIResult"), _json_with(b"_type", b"startDate")),
        reading=ReadBy.ALWAYS,
    ),
    FileFormat(
        "pretalx",
        "pretalx JSON",
        (".json",),
        _any_of(
            _json_with(b"submission_type"),
            _json_with(b"slots", b"breaks"),
            _json_with(b"submission", b"start"),
            _json_with(b"talks", b"rooms", b"speakers"),
        ),
        reading=ReadBy.ALWAYS,
    ),
    FileFormat("csv", "CSV and TSV", (".csv", ".tsv"), _is_csv, reading=ReadBy.ALWAYS, is_written=True, by_name=True),
    FileFormat(
        "markdown", "a Markdown table", (".md", ".markdown"), _is_markdown, reading=ReadBy.ALWAYS, is_written=True
    ),
    FileFormat(
        "xlsx", "an Excel workbook", (".xlsx",), _zip_with(b"xl/workbook"), reading=ReadBy.ALWAYS, is_written=True
    ),
    FileFormat("ods", "an OpenDocument sheet", (".ods",), _zip_with(b"opendocument.spreadsheet"), way=_SHEET),
    FileFormat("xls", "an old Excel or Word file", (".xls", ".doc"), _begins(b"\xd0\xcf\x11\xe0"), way=_OLD),
    FileFormat(
        "docx", "a Word document", (".docx",), _zip_with(b"word/document"), reading=ReadBy.AS_DRAFT, is_written=True
    ),
    FileFormat("org", "an Org file", (".org",), _is_org, way=_ORG, is_written=True, by_name=True),
    FileFormat("odt", "an OpenDocument text", (".odt",), _zip_with(b"opendocument.text"), way=_PRINTED),
    FileFormat("rtf", "an RTF text", (".rtf",), _begins(b"{\\rtf"), way=_PRINTED),
    FileFormat("pdf", "a PDF", (".pdf",), _begins(b"%PDF-"), reading=ReadBy.AS_DRAFT),
    FileFormat("html", "a web page", (".html", ".htm"), _root(*_OF_PAGES), reading=ReadBy.AS_DRAFT),
    FileFormat("eml", "a mail", (".eml",), _is_mail, reading=ReadBy.AS_DRAFT),
    FileFormat(
        "picture", "a picture", (".png", ".jpg", ".gif"), _begins(b"\x89PNG", b"\xff\xd8\xff", b"GIF8"), way=_TEXT
    ),
    TEXT,
    FileFormat("zip", "a ZIP archive", (".zip",), _begins(_ARCHIVE), way="unpack it and give one of its files"),
    FileFormat("gz", "a gzip archive", (".gz",), _begins(b"\x1f\x8b"), way="unpack it: `gunzip -c FILE | agenda -e -`"),
)
"""Every format but the definition; the first that holds counts."""

OTHER_ENDINGS = tuple(end for each in FORMATS[1:] if each.reading is ReadBy.ALWAYS for end in each.endings)
"""How files end that events come from, and that are neither definitions nor calendars."""

READ_ENDINGS = (*DEFINITION_ENDINGS, *OTHER_ENDINGS)
"""How files end that events come from."""

DRAFT_ENDINGS = tuple(end for each in FORMATS if each.reading is ReadBy.AS_DRAFT for end in each.endings)
"""How documents end of which drafts are made."""
