"""Reading of whatever a file holds, and of what lies beside definitions. Importing this weighs nothing."""

from dataclasses import astuple
from typing import TYPE_CHECKING

from agendacli.formats import CALENDAR_ENDING
from agendacli.model.diagnostic import Diagnostic
from agendacli.model.findings import Findings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from agendacli.formats.definition.nodes import Node
    from agendacli.formats.draft import Draft, DraftAsked
    from agendacli.formats.file_formats import FileFormat
    from agendacli.formats.given import Given
    from agendacli.formats.ics.read.large.index import CalendarIndex
    from agendacli.formats.schedule import Schedule
    from agendacli.model.asked import Refusal
    from agendacli.model.config import Config
    from agendacli.model.people import Person
    from agendacli.model.places import Gazetteer
    from agendacli.model.programme import Programme, Session
    from agendacli.model.said import Layout, Said
    from agendacli.model.waiver import Waiver
    from agendacli.words.directory import Directory, OnDemand

_ARCHIVE = b"PK\x03\x04"

Diagnostics = tuple[Diagnostic, ...]

_HEAD = 16  # bytes, among which one is zero in UTF-16
_BEFORE = b"\xef\xbb\xbf\xff\xfe \t\r\n"  # byte order marks and blanks


def is_calendar(data: bytes, file: str) -> bool:
    """Whether that is an `.ics`, in UTF-8 or UTF-16: by its name, by how it begins, or where a calendar begins in it.

    What stands before that, such as the head of a mail, makes no definition of it: none has such a line.
    """
    text = data.replace(b"\0", b"") if b"\0" in data[:_HEAD] else data
    is_begun = text.lstrip(_BEFORE)[:7].upper() == b"BEGIN:V"
    return file.lower().endswith(CALENDAR_ENDING) or is_begun or b"\nBEGIN:VCALENDAR" in text


def read_any_calendar(data: bytes, file: str, zone: str, directory: "OnDemand", *, insist: bool) -> "Said":
    """What the bytes of an `.ics` say; `zone` is that of times without one, with `insist` whatever the file says."""
    from agendacli.formats.ics.read.calendar import read_indexed
    from agendacli.model.said import Said

    findings = Findings()
    found = read_indexed(data, file, zone, findings, insist=insist, directory=directory)
    return Said(found.programme, findings.all, _layout(found.index, found.naming) if found.index else None)


def read_any(given: "Given", *, as_draft: bool = False) -> "Said | Refusal":
    """What a file says that is not a calendar: of a format that is recognised, else a definition.

    Refused is what is recognised and not read, or only `as_draft`, with what to do.
    """
    from agendacli.formats.file_formats import ReadBy, recognised_format

    found = recognised_format(given.data, given.file)
    if found is None:
        return read_definition(given.data, given.file, given.known)
    from agendacli.formats.readers import READERS

    if found.name in READERS and (found.reading is ReadBy.ALWAYS or (as_draft and found.reading is ReadBy.AS_DRAFT)):
        return READERS[found.name](given)
    return _unread(found, given.file)


def is_document(data: bytes, file: str) -> bool:
    """Whether a file is one of which `import` makes a draft."""
    from agendacli.formats.file_formats import ReadBy, recognised_format

    found = recognised_format(data, file)
    return found is not None and found.reading is ReadBy.AS_DRAFT


def read_document_draft(given: "Given", asked: "DraftAsked", output: str) -> "Draft | Refusal":
    """The draft of a letter, a page or another document, as the definition that `output` names."""
    from agendacli.formats.documents.door import read_draft

    return read_draft(given, asked, output)


def document_lines(data: bytes, file: str) -> "dict[tuple[int, int], str]":
    """The lines of a document by page (0 where there are none) and line, as citations count them."""
    from agendacli.formats.documents.readers.any import read_document

    found: dict[tuple[int, int], str] = {}
    for each in read_document(data, file).lines:
        place = each.page, each.line
        found[place] = f"{found[place]} {each.text}" if place in found else each.text
    return found


def _unread(found: "FileFormat", file: str) -> "Refusal":
    from agendacli.formats.file_formats import STDIN
    from agendacli.model.asked import Refusal

    draft = f"`agenda import {'-' if file == STDIN else file}` makes a definition of it"
    return Refusal(f"{found.title}, which is not read here; {found.way or draft}")


def calendars_in(data: bytes, file: str) -> tuple[tuple[bytes, ...], Diagnostics]:
    """The bytes of each calendar in a file that may hold several, and what is odd in the bytes of one that does."""
    if not is_calendar(data, file):
        return (data,), ()
    from agendacli.formats.ics.read.streams import calendars_apart

    findings = Findings()
    return calendars_apart(data, file, findings), findings.all


def is_vdir_item(data: bytes, name: str) -> bool | None:
    """Whether a file of that name is one of a vdir by itself; None where it holds no item."""
    from agendacli.formats.ics.read.vdir import is_item

    return is_item(data, name)


def one_calendar_of(items: "Sequence[Said]", file: str, name: str, title: str) -> "Said":
    """What a folder of that name says whose files are the items of one calendar."""
    from agendacli.formats.ics.read.vdir import one_calendar
    from agendacli.model.said import Said

    findings = Findings()
    for each in items:
        findings.extend(each.diagnostics)
    programmes = [each.programme for each in items if each.programme]
    return Said(one_calendar(programmes, file, name=name, title=title, findings=findings), findings.all)


def _layout(index: "CalendarIndex", naming: "Mapping[str, str]") -> "Layout":
    from agendacli.model.said import Layout

    columns = index.offsets, index.lengths, index.lines, index.firsts, index.lasts
    return Layout(columns, [astuple(each) for each in index.contexts], naming=naming)


def read_definition(data: bytes, file: str, directory: "Directory") -> "Said":
    """What the bytes of a definition say."""
    from agendacli.formats.definition.decode.programme import decode_programme
    from agendacli.model.codes import EMPTY
    from agendacli.model.large.gc_paused import undisturbed
    from agendacli.model.said import Said
    from agendacli.model.span import Span

    findings = Findings()
    with undisturbed():
        node = _nodes(data, file, findings)
        if node is None and not findings.all:
            findings.report(EMPTY, Span(file), "the file contains comments only; add `title:` and `days:`")
        programme = decode_programme(node, file, directory, findings) if node is not None else None
        if programme and node is not None and b"# ?" in data:
            programme = _with_doubts(programme, node, data, findings)
    return Said(programme, findings.all)


def _with_doubts(programme: "Programme", node: "Node", data: bytes, findings: Findings) -> "Programme":
    from agendacli.formats.definition.decode.unsure import with_unsure_times
    from agendacli.formats.encoding import read_text

    return with_unsure_times(programme, node, read_text(data, programme.file, Findings()) or "", findings)


def read_people(data: bytes, file: str) -> "tuple[tuple[Person, ...], Diagnostics]":
    """The persons that a people.yaml declares."""
    from agendacli.formats.definition.decode.declared import decode_people

    findings = Findings()
    node = _nodes(data, file, findings) if data.strip() else None
    return decode_people(node, findings) if node else (), findings.all


def read_places(data: bytes, file: str) -> "tuple[Gazetteer, Diagnostics]":
    """The cities, venues and ways that a places.yaml declares."""
    from agendacli.formats.definition.decode.declared import decode_places
    from agendacli.model.places import Gazetteer

    findings = Findings()
    node = _nodes(data, file, findings) if data.strip() else None
    return decode_places(node, findings) if node else Gazetteer(), findings.all


def read_waivers(data: bytes, file: str) -> "tuple[tuple[Waiver, ...], Diagnostics]":
    """The waivers of a waivers.yaml."""
    from agendacli.formats.definition.decode.waivers import decode_waivers

    findings = Findings()
    node = _nodes(data, file, findings) if data.strip() else None
    return decode_waivers(node, findings) if node else (), findings.all


def read_settings(data: bytes, file: str) -> "tuple[Config, Diagnostics]":
    """The settings of a config.toml."""
    from agendacli.formats.config.reader import read_config
    from agendacli.formats.encoding import read_text
    from agendacli.model.config import Config

    findings = Findings()
    text = read_text(data, file, findings) if data.strip() else ""
    return read_config(text, file, findings) if text else Config(), findings.all


def read_picks(data: bytes, file: str) -> "tuple[Schedule, Diagnostics]":
    """The schedule that the bytes of a file hold; nothing is read from what is not text."""
    from agendacli.formats.encoding import read_text
    from agendacli.formats.schedule import read_schedule

    findings = Findings()
    text = read_text(data, file, findings) if data.strip() else ""
    return read_schedule("" if text is None else data.decode(), file), findings.all


def sessions_in(
    layout: "Layout", read: "Callable[[int, int], bytes]", file: str, directory: "OnDemand"
) -> "Sequence[Session]":
    """The sessions of a large calendar, each read from its place when it is looked at: `read` takes offset and length.

    Raises ValueError where that does not hold what stood there.
    """
    from agendacli.formats.ics.read.addresses import with_names
    from agendacli.formats.ics.read.large.index import CalendarContext, CalendarIndex, sessions_from

    offsets, lengths, lines, firsts, lasts = layout.columns
    contexts = tuple(CalendarContext(*each) for each in layout.contexts)
    index = CalendarIndex(offsets, lengths=lengths, lines=lines, firsts=firsts, lasts=lasts, contexts=contexts)
    return sessions_from(index, read, others={}, file=file, directory=with_names(directory, layout.naming))


def shown_file(data: bytes, file: str) -> str:
    """The bytes as the text whose lines and columns diagnostics count."""
    if is_calendar(data, file):
        from agendacli.formats.ics import bytes as ics_text

        return ics_text.shown_calendar(data)
    from agendacli.formats.encoding import read_text, shown_text

    if data.startswith(_ARCHIVE):
        return ""
    text = read_text(data, file, Findings())
    return shown_text(data) if text is None else text


def _nodes(data: bytes, file: str, findings: Findings) -> "Node | None":
    from agendacli.formats.definition.yaml.reader import read_nodes
    from agendacli.formats.encoding import read_text

    text = read_text(data, file, findings)
    return read_nodes(text, file, findings) if text is not None else None
