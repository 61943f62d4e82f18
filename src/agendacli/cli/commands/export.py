"""`agenda export`: iCalendar."""

from typing import Annotated

import typer

from agendacli.cli.options import Ids, Loading, Selecting, Showing

_Alarm = Annotated[
    str | None, typer.Option("--alarm", metavar="LENGTH", help="A reminder so long before each session: `15m`.")
]
_Windows = Annotated[
    bool, typer.Option("--windows/--no-windows", help="Whether to write what has no day yet, as tentative whole days.")
]
_Stamp = Annotated[
    str | None, typer.Option("--stamp", metavar="TIME", help="Use this as DTSTAMP and LAST-MODIFIED (UTC).")
]


def export(
    context: typer.Context,
    loading: Loading,
    selecting: Selecting,
    showing: Showing,
    ids: Ids = None,
    alarm: _Alarm = None,
    windows: _Windows = True,
    stamp: _Stamp = None,
) -> None:
    """iCalendar, to standard output or into a file: what calendar apps take and keep up to date.

    Example: agenda export vienna-session -o vienna.ics
    """
    from agendacli.cli.calendars import deliver_calendar
    from agendacli.cli.options import Format
    from agendacli.cli.outcome import refuse
    from agendacli.cli.reading import read

    if showing.json or showing.format not in (None, Format.ICS):
        refuse("`export` writes iCalendar; for other formats see `agenda timetable --help`")
    reading = read(context, ids, loading, selecting, showing)
    deliver_calendar(reading, showing, alarm, stamp, windows=windows)
