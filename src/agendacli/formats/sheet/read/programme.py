"""A sheet as a programme, read by the rules of the definition format."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePath

from agendacli.formats.definition.decode.programme import decode_programme
from agendacli.formats.definition.nodes import Mapping, Node, Scalar
from agendacli.formats.given import Given
from agendacli.formats.sheet.cells import Cell, Sheet
from agendacli.formats.sheet.headings import meaning_of
from agendacli.formats.sheet.read.columns import SheetColumns, find_columns
from agendacli.formats.sheet.read.dates import DayOrder, day_order
from agendacli.formats.sheet.read.items import SheetItem, SheetItems, by_day
from agendacli.formats.sheet.read.standing_day import day_alone
from agendacli.model.codes import EMPTY, NO_ZONE
from agendacli.model.findings import Findings
from agendacli.model.large.gc_paused import undisturbed
from agendacli.model.said import Said
from agendacli.model.span import Span
from agendacli.words.lists import listed

_DATES = ("date", "end date", "start", "end", "time")


def programme_of_sheet(sheet: Sheet, given: Given, findings: Findings) -> Said:
    """The programme that a sheet says, called after the text above its headings, else after its file."""
    with undisturbed():
        columns = find_columns(sheet, given, findings)
        if columns is None:
            return Said(None, findings.all)
        zone = given.zone or _zone(sheet, columns)
        order = _order(sheet, columns, given)
        reader = SheetItems(sheet, columns, order=order, given=given._replace(zone=zone), findings=findings)
        items = tuple(reader.read())
        if not items or (zone is None and _ask(items, findings)):
            _tell_empty(items, given, findings)
            return Said(None, findings.all)
        root = _root(_title(sheet.rows[: columns.row], given), _zone_entry(zone, given), items, Span(given.file))
        programme = decode_programme(root, given.file, given.known, findings)
    found = programme and replace(programme, format=sheet.format)
    return Said(found, findings.all, left_out=tuple(_left_out(columns, reader.notes)))


def _order(sheet: Sheet, columns: SheetColumns, given: Given) -> DayOrder:
    headings = (cell.line for cell in sheet.rows[columns.row])
    below = sheet.rows[columns.row + 1 :]
    said = (columns.said(row, _DATES) for row in below)
    cells = (cell for each in said for meaning in _DATES for _, cell in each.get(meaning, ()))
    return day_order(cells, headings, given)


def _zone(sheet: Sheet, columns: SheetColumns) -> str | None:
    """The zone that most rows name."""
    cells = (columns.cell(row, "zone") for row in sheet.rows[columns.row + 1 :])
    zones = Counter(cell.line for cell in cells if cell)
    return max(zones, key=lambda each: zones[each], default=None)


def _ask(items: Iterable[SheetItem], findings: Findings) -> bool:
    """Whether a clock time stands where no zone is known: that is told."""
    timed = next(
        (hours for each in items for hours, _ in each.node.entries[:1] if any(c.isdigit() for c in hours.text)), None
    )
    if timed:
        findings.report(NO_ZONE, timed.span, "the times have no time zone; name it, as with `--zone Europe/Vienna`")
    return timed is not None


def _tell_empty(items: Iterable[SheetItem], given: Given, findings: Findings) -> None:
    if not items and not findings.all:
        findings.report(EMPTY, Span(given.file), "the sheet contains no sessions below its headings")


def _zone_entry(zone: str | None, given: Given) -> tuple[tuple[Scalar, Node], ...]:
    place = Span(given.file)
    return ((Scalar("zone", place), Scalar(zone, place)),) if zone else ()


def _root(title: Scalar, zone: tuple[tuple[Scalar, Node], ...], items: Iterable[SheetItem], place: Span) -> Mapping:
    days = Mapping(tuple(by_day(items)), place)
    return Mapping(((Scalar("title", place), title), *zone, (Scalar("days", place), days)), place)


def _title(above: Iterable[tuple[Cell, ...]], given: Given) -> Scalar:
    """What stands alone in a row above the headings, else the name of the file."""
    rows = (list({cell.span: cell for cell in row if cell.text}.values()) for row in above if not day_alone(row))
    cell = next((row[0] for row in rows if len(row) == 1 and meaning_of(row[0].line) not in _DATES), None)
    name = PurePath(given.file).stem.partition("@")[0]
    return Scalar(cell.line.lstrip("# "), cell.span) if cell else Scalar(name, Span(given.file))


def _left_out(columns: SheetColumns, notes: int) -> Iterable[str]:
    if columns.unknown:
        names = listed([cell.line for cell in columns.unknown])
        yield f"the column {names}" if len(columns.unknown) == 1 else f"the columns {names}"
    if notes:
        yield "1 row without a time and a title" if notes == 1 else f"{notes} rows without a time and a title"
