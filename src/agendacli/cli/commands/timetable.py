"""`agenda timetable`: the programme by day."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from agendacli.cli.options.groups import CALENDAR_TOO, Format, Ids, Loading, Selecting, Showing, Since

if TYPE_CHECKING:
    from agendacli.render.terminal.drawing import Drawable


class TimetableLayout(StrEnum):
    """How a day is laid out."""

    AUTO = "auto"
    LIST = "list"
    GRID = "grid"
    WEEK = "week"
    MONTH = "month"


_NARROWEST_WEEK = 60  # columns from which the days of a week have room side by side
_Showing = Annotated[Showing, CALENDAR_TOO]
_Layout = Annotated[
    TimetableLayout | None,
    typer.Option(
        "--layout",
        help="`list`: a row for each session; `week`: days side by side; `month`: a grid; else rooms side by side.",
    ),
]


def timetable(
    context: typer.Context,
    loading: Loading,
    selecting: Selecting,
    showing: _Showing,
    ids: Ids = None,
    layout: _Layout = None,
    since: Since = None,
) -> None:
    """The programme by day.

    What runs alone is a line, and rooms stand side by side where sessions run in parallel.

    Example: agenda timetable high-level-meeting --on 2017-09-27
    """
    from agendacli.cli.printing import format_of, limited, print_records
    from agendacli.cli.query.reading import read
    from agendacli.cli.run.outcome import finish
    from agendacli.records.occurrence import occurrence_records

    reading = read(context, ids, loading=loading, selecting=selecting, showing=showing)
    if format_of(showing, reading.surroundings) is Format.ICS:
        from agendacli.cli.actions.calendars.delivery import deliver_calendar

        deliver_calendar(reading, showing)
        return

    found = limited(reading.occurrences, showing)
    changed: Mapping[str, tuple[str, ...]] = {}
    if since is not None:
        from agendacli.cli.actions.marking import changed_since

        changed = changed_since(reading, since, context=context, loading=loading, showing=showing)

    def draw(width: int) -> "Drawable":
        from dataclasses import replace

        from agendacli.analysis.timetable.sections import lay_out
        from agendacli.render.terminal.timetable import draw_timetable

        shown = lay_out(found, reading.zone, reading.clock.second)
        laid_out = replace(shown, changed=changed, clock=reading.clock, gazetteer=reading.loaded.gazetteer)
        wanted = layout or TimetableLayout(reading.settings.layout)
        if wanted is TimetableLayout.MONTH or (wanted is TimetableLayout.WEEK and width >= _NARROWEST_WEEK):
            from agendacli.cli.query.selecting import dates_asked
            from agendacli.render.terminal.days.wall import WallCalendar, draw_wall

            asked = dates_asked(selecting, reading.clock).seen_from(reading.clock)
            months, start = wanted is TimetableLayout.MONTH, reading.clock.week_start
            calendar = WallCalendar(
                laid_out, width=width, week_start=start, months=months, asked=asked, dial=reading.dial
            )
            return draw_wall(calendar)
        is_list = wanted in (TimetableLayout.LIST, TimetableLayout.WEEK)
        return draw_timetable(laid_out, "list" if is_list else "auto", width, reading.dial)

    records = occurrence_records(found, reading.zone)
    print_records("occurrence", records, draw=draw, showing=showing, surroundings=reading.surroundings)
    finish(sound=reading.is_sound)
