"""What stands above a timetable and above each of its days: each thing once, where it holds for all."""

from collections.abc import Callable

from agendacli.analysis.timetable.sections import Day, Section, Timetable, Window
from agendacli.model.asked import Clock
from agendacli.model.frozen import frozen
from agendacli.model.programme import Programme
from agendacli.model.when import DAY, DayWindow
from agendacli.render.terminal import styles
from agendacli.render.terminal.drawing import Drawable, Group
from agendacli.render.terminal.phrases import joined, said
from agendacli.words.prose import MONTHS, WEEKDAYS, days_text, plain_day, plain_days, window_text

_GAP = 2


@frozen
class TimetableHead:
    """What holds for all of a timetable: its days in words, its city, its zones with their offsets, its year."""

    days: str | None = None
    city: str | None = None
    zones: str | None = None
    year: int | None = None

    @classmethod
    def of(cls, timetable: Timetable, zones: Callable[[Section], str | None]) -> "TimetableHead":
        """What all sections share; `zones` tells that of one."""
        sections = timetable.sections
        start, end = min(each.start for each in sections), max(each.end for each in sections)
        cities, found = {each.city for each in sections}, {zones(each) for each in sections}
        year = start.year if start.year == (end - DAY).year else None
        return cls(plain_days(start, end), _only(cities), _only(found), year)

    def drawn(self, programme: Programme, width: int) -> Drawable:
        """The programme's name with city and days at the right, its full title, what is printed of this revision."""
        name, where = said(programme.name, styles.HEADING), joined([self.city, self.days], styles.QUIET)
        gap = width - name.cell_len - where.cell_len
        lines = [name.append(" " * gap).append_text(where)] if gap >= _GAP else [name, where]
        if programme.title != programme.name:
            lines.append(said(programme.title, styles.QUIET))
        revision = f"revision of {plain_day(programme.revision)}" if programme.revision else None
        times = f"times of {self.zones}" if self.zones else None
        stage = joined([programme.stage, revision, times], styles.QUIET)
        return Group(*lines, *((stage,) if stage else ()))


NO_HEAD = TimetableHead()


def section_days(section: Section, head: TimetableHead, clock: Clock | None) -> str:
    """The days of a section as its heading: `TODAY · TUESDAY 14 JULY`, with the year unless the head has it."""
    if isinstance(section, Window):
        window = DayWindow(section.start, end=section.end, zone=None, days=section.days, among=section.among)
        return window_text(window).upper()
    if not isinstance(section, Day):
        return days_text(section.start, section.end).upper()
    day = section.date
    year = "" if head.year else f" {day.year}"
    words = f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}{year}"
    return f"{_nearby(section, clock)}{words}".upper()


def _nearby(day: Day, clock: Clock | None) -> str:
    """What a day is called today."""
    if clock is None or len(day.zones) > 1 or not (day.zones or clock.zone):
        return ""
    days = (day.date - clock.today(*day.zones)) // DAY
    return {0: "today · ", 1: "tomorrow · ", -1: "yesterday · "}.get(days, "")


def _only(values: set[str | None]) -> str | None:
    return next(iter(values)) if len(values) == 1 else None
