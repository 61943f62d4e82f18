"""Persons on a terminal: the roles of each, and where and when each is taken, in order of time."""

from collections.abc import Iterable, Sequence
from datetime import date

from agendacli.analysis.event_dates import dates_shown
from agendacli.analysis.people import Engagement, Involvement
from agendacli.analysis.timetable.clocks import USUAL_CLOCKS, Clocks
from agendacli.model.dial import Dial
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme
from agendacli.model.when import Days, DayWindow, Timed, TimeWindow, When, days_touched
from agendacli.render.terminal import styles
from agendacli.render.terminal.drawing import Drawable, Group, Indented
from agendacli.render.terminal.events import event_dates_text
from agendacli.render.terminal.phrases import joined, offset_of, said, title, zones_text
from agendacli.render.terminal.rows import Cell, Rows
from agendacli.render.terminal.stack import stack
from agendacli.render.terminal.text import Text
from agendacli.words.harmless import one_line
from agendacli.words.prose import clock_text, day_text, days_text, window_text

_GAP = 2
_INDENT = 2
_WIDEST_WHEN = 22  # "Wed 27 September 2017", "10:00–11:30 UTC+2": longer words wrap
_WIDER_BESIDE = 4  # "05:00 +1–09:00 +1 UTC+9:30"


def draw_people(
    found: Sequence[Involvement], clocks: Clocks = USUAL_CLOCKS, width: int = 80, *, in_full: bool = False
) -> Drawable:
    """The persons, each with roles counted and a row a seat, on the clocks asked for.

    `in_full` adds what is printed of the person there, and the addresses.
    """
    if not found:
        return Text("nobody", styles.QUIET)
    zones = _zones(each for person in found for each in _occurrences(person, clocks))
    drawing = _Drawing(clocks, width, in_full=in_full, several=len(zones) > 1)
    foot = [said(f"hours of {' and '.join(zones)}", styles.QUIET)] if zones else []
    count = [Text(f"{len(found)} persons", styles.HEADING)] if found[1:] else []
    return stack([*map(drawing.person, found), *([Group(*foot, *count)] if foot or count else [])])


class _Drawing:
    """What all persons share: the clocks, the width, and what need not be said in each row."""

    def __init__(self, clocks: Clocks, width: int, *, in_full: bool, several: bool) -> None:
        self.clocks = clocks
        wider = 2 * (clocks.dial.width - Dial.TWENTY_FOUR.width) if several else 0
        wider += _WIDER_BESIDE if several and clocks.second else 0
        self.when = min(_WIDEST_WHEN + wider, width * 2 // 5)
        self.in_full = in_full
        self.several = several

    def person(self, involvement: Involvement) -> Drawable:
        """The name with the roles, then a row a seat."""
        rows = Rows((self.when,), _GAP, map(self.row, involvement.engagements))
        return Group(*self.head(involvement), Indented(rows, _INDENT))

    def head(self, involvement: Involvement) -> Iterable[Text]:
        """The name, and each role with how often it is taken; in full the other spellings too."""
        person = involvement.person
        roles = [f"{one_line(role)}{f' ×{count}' if count > 1 else ''}" for role, count in involvement.roles]
        yield joined([said(person.name, styles.TITLE), said(person.id, styles.NAME), ", ".join(roles)], styles.QUIET)
        if self.in_full and person.aliases:
            yield said(f"also written {'; '.join(person.aliases)}", styles.QUIET)

    def row(self, engagement: Engagement) -> tuple[Cell, Cell]:
        """When, and what as which."""
        occurrence = engagement.occurrence and self.clocks.shown(engagement.occurrence)
        days = self.hours(occurrence) if occurrence else (self.dates(engagement.programme),)
        return days, tuple(self.what(engagement, occurrence))

    def dates(self, programme: Programme) -> Text:
        """The days of an event as a whole."""
        when = dates_shown(programme, self.clocks.zone)
        return said(event_dates_text(programme, when, self.clocks.dial), styles.TIME)

    def hours(self, occurrence: Occurrence) -> tuple[Text, ...]:
        """The day above the hours, with their offset where clocks of several zones are on show."""
        when = occurrence.when
        if isinstance(when, DayWindow):
            return (said(window_text(when), styles.UNSETTLED),)
        if isinstance(when, Days):
            return (said(days_text(when.start, when.end), styles.TIME),)
        style = styles.UNSETTLED if isinstance(when, TimeWindow) else styles.TIME
        day, _ = days_touched(when)
        other = self.clocks.beside(occurrence)
        beside = [self.on_clock(other.when, day, styles.QUIET)] if other else []
        return said(day_text(day), style), self.on_clock(when, day, style), *beside

    def on_clock(self, when: When, day: date, style: str) -> Text:
        """The hours, and their offset."""
        text = said(clock_text(when, day, self.clocks.dial), style)
        offset = offset_of(when) if self.several else ""
        return text.append(f" {offset}" if offset else "", styles.QUIET)

    def what(self, engagement: Engagement, occurrence: Occurrence | None) -> Iterable[Text]:
        """The title, then the role and the place; in full the position and the address."""
        programme, seat = engagement.programme, engagement.participant
        yield title(occurrence) if occurrence else said(programme.title, styles.TITLE)
        role = said(seat.role, styles.NAME)
        if not seat.confirmed:
            role.append(" (tbc)", styles.UNSETTLED)
        place, room = (occurrence.place, occurrence.room) if occurrence else (programme.place, programme.room)
        yield joined([role, room, place.city], styles.QUIET)
        if self.in_full:
            yield from (said(each, styles.QUIET) for each in (seat.position, _address(engagement)) if each)


def _address(engagement: Engagement) -> str:
    return engagement.occurrence.id if engagement.occurrence else engagement.programme.address


def _occurrences(person: Involvement, clocks: Clocks) -> Iterable[Occurrence]:
    """What the person does, on every clock on show."""
    done = [each.occurrence for each in person.engagements if each.occurrence]
    return (*map(clocks.shown, done), *filter(None, map(clocks.beside, done)))


def _zones(occurrences: Iterable[Occurrence]) -> tuple[str, ...]:
    """Each zone of the clocks on show, with its offset."""
    found: dict[str, list[Occurrence]] = {}
    for each in occurrences:
        if isinstance(each.when, Timed | TimeWindow):
            found.setdefault(each.when.zone, []).append(each)
    return tuple(zones_text(found[zone]) or zone for zone in sorted(found))
