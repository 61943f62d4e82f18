"""A programme laid out as it is printed: title and facts, a heading and a table for each day, notes."""

from collections.abc import Iterable, Iterator
from itertools import chain

from agendacli.analysis.event_dates import dates_shown
from agendacli.analysis.timetable.sections import Section, Window, lay_out
from agendacli.formats.exported import Losses, ToExport
from agendacli.formats.word.paper import Block, Grid, Paper, Paragraph, Run, TableRow
from agendacli.formats.word.rows import NOTE, ROOM, SESSION, TIME, row_of, seat_lines
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme, Status
from agendacli.model.when import DAY, DayWindow, days_touched
from agendacli.words.prose import WEEKDAYS, days_text, plain_day, plain_days, window_text, zone_text

HEAD = "Agenda Head"
"""The paragraph style of the facts below the title."""


def paper_of(asked: ToExport, losses: Losses, *, has_rooms: bool) -> Paper:
    """What is printed of the one programme asked for; what a printed programme leaves out is counted.

    `has_rooms` says that there is a column for them.
    """
    programme = asked.programmes[0]
    title = asked.title or programme.title
    for each in asked.occurrences:
        _count(each, losses)
    blocks = (_head(programme, title, asked), _days(asked, has_rooms=has_rooms), _foot(programme))
    return Paper(title, tuple(chain.from_iterable(blocks)))


def _head(programme: Programme, title: str, asked: ToExport) -> Iterator[Block]:
    yield Paragraph("Title", (Run(title),), "title")
    if place := "; ".join(filter(None, (_dates(programme, asked.zone), str(programme.place)))):
        yield Paragraph("Subtitle", (Run(place),), "subtitle")
    facts = {
        "organizer": programme.organizer,
        "version": _version(programme),
        "status": "" if programme.status is Status.CONFIRMED else programme.status.value.capitalize(),
        "zone": _zone(asked.occurrences, asked.zone),
        "url": programme.url,
    }
    yield from (Paragraph(HEAD, (Run(text),), key) for key, text in facts.items() if text)
    for n, text in enumerate(_paragraphs(programme.description)):
        yield Paragraph(HEAD, (Run(text),), f"description {n}")
    for n, line in enumerate(seat_lines(programme.participants)):
        yield Paragraph(HEAD, line, f"person {n}")


def _dates(programme: Programme, zone: str | None) -> str:
    dates = dates_shown(programme, zone)
    if isinstance(dates, DayWindow):
        return _capitalised(window_text(dates))
    return plain_days(*days_touched(dates)) if dates else ""


def _version(programme: Programme) -> str:
    """Which version of which document it is: `A/71/L.58; provisional; 24 August 2017`."""
    day = f"as of {plain_day(programme.revision)}" if programme.revision else None
    document = " ".join(filter(None, (programme.symbol, programme.issue)))
    return _capitalised(", ".join(filter(None, (document, programme.stage, day))))


def _zone(occurrences: Iterable[Occurrence], zone: str | None) -> str:
    """On whose clocks the times are, where it is the same for all."""
    first, *others = dict.fromkeys(each.zone for each in occurrences if each.zone) or [None]
    name = zone or first
    if name is None or (others and not zone):
        return ""
    start = min(each.bounds.start for each in occurrences)
    return f"Times are those of {zone_text(name, start)}."


def has_any_room(occurrences: Iterable[Occurrence]) -> bool:
    """Whether a column for rooms would hold anything."""
    return any(each.rooms or each.session.place for each in occurrences)


def _days(asked: ToExport, *, has_rooms: bool) -> Iterator[Block]:
    has_zones = len({each.zone for each in asked.occurrences if each.zone}) > 1 and not asked.zone
    for section in lay_out(asked.occurrences, asked.zone).sections:
        heading = _heading(section)
        yield Paragraph("heading 1", (Run(heading),), f"day {heading}")
        rows = (_row(each, section, has_rooms=has_rooms, shows_zone=has_zones) for each in section.occurrences)
        yield Grid(f"table {heading}", (_header(has_rooms=has_rooms), *rows))


def _heading(section: Section) -> str:
    if isinstance(section, Window):
        window = DayWindow(section.start, section.end, None, section.days, among=section.among)
        return _capitalised(window_text(window))
    if section.end - section.start > DAY:
        return days_text(section.start, section.end)
    return f"{WEEKDAYS[section.start.weekday()]}, {plain_day(section.start)}"


def _header(*, has_rooms: bool) -> TableRow:
    words = [(TIME, "Time"), (SESSION, "Programme"), *([(ROOM, "Room")] if has_rooms else [])]
    return TableRow("header", tuple((Paragraph(style, (Run(word),)),) for style, word in words))


def _row(occurrence: Occurrence, section: Section, *, has_rooms: bool, shows_zone: bool) -> TableRow:
    is_inside = occurrence.id in section.held
    return row_of(occurrence, section.start, has_rooms=has_rooms, is_inside=is_inside, shows_zone=shows_zone)


def _foot(programme: Programme) -> Iterator[Block]:
    if programme.notes:
        yield Paragraph("heading 1", (Run("Notes"),), "notes")
    for n, note in enumerate(programme.notes):
        yield Paragraph(HEAD, (Run(note, NOTE),), f"note {n}")
    ending = (Run(f"Licence: {programme.license}", NOTE),) if programme.license else ()
    yield Paragraph(HEAD, ending, "end")  # a document does not end in a table


def _paragraphs(text: str | None) -> list[str]:
    return [each for each in (text or "").split("\n\n") if each.strip()]


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def _count(occurrence: Occurrence, losses: Losses) -> None:
    session, count = occurrence.session, losses.count
    count("description", "descriptions", session.description is not None)
    count("link", "links", session.url is not None)
    count("link to join", "links to join", len(session.join))
    count("category", "categories", len(session.categories))
    count("word of another document", "words of other documents", len(session.variants))
