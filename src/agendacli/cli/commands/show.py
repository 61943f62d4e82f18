"""`agenda show`: one event or session in full."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from agendacli.cli.options.groups import CALENDAR_TOO, UNORDERED, Format, Loading, Selecting, Showing, Since, on_tab

if TYPE_CHECKING:
    from agendacli.render.terminal.drawing import Drawable

_Showing = Annotated[Showing, CALENDAR_TOO, UNORDERED]
_Needed = Annotated[
    list[str],
    typer.Argument(
        autocompletion=on_tab("addresses"), metavar="ID...", help="Events or sessions: `EVENT`, `EVENT/SESSION`."
    ),
]


def show(
    context: typer.Context,
    ids: _Needed,
    loading: Loading,
    selecting: Selecting,
    showing: _Showing,
    since: Since = None,
) -> None:
    """One event or session in full, with what other documents say.

    People, place and sources stand with it.

    Example: agenda show vienna-session/panel-3
    """
    from agendacli.analysis.event_dates import dates_shown
    from agendacli.cli.printing import format_of, print_records
    from agendacli.cli.query.reading import read
    from agendacli.cli.run.outcome import finish
    from agendacli.records.event import event_record
    from agendacli.records.occurrence import occurrence_record

    reading = read(context, ids, loading=loading, selecting=selecting, showing=showing)
    if format_of(showing, reading.surroundings) is Format.ICS:
        from agendacli.cli.actions.calendars.delivery import deliver_calendar

        deliver_calendar(reading, showing)
        return
    changed: Mapping[str, tuple[str, ...]] = {}
    if since is not None:
        from agendacli.cli.actions.marking import changed_since

        changed = changed_since(reading, since, context=context, loading=loading, showing=showing)
    events, sessions = reading.events_named, reading.sessions_named

    def draw(width: int) -> "Drawable":
        from agendacli.render.terminal.show import draw_programme, draw_session
        from agendacli.render.terminal.stack import stack

        dates = [dates_shown(each, reading.zone) for each in events]
        both = zip(events, dates, strict=True)
        whole = [draw_programme(each, when, width, reading.clocks, changed=changed) for each, when in both]
        return stack([*whole, *(draw_session(each, width, reading.clocks, changed) for each in sessions)])

    if events:
        records = (event_record(each, reading.zone) for each in events)
        print_records("event", records, draw=draw, showing=showing, surroundings=reading.surroundings)
    else:
        found = (occurrence_record(each, reading.zone) for each in sessions)
        print_records("occurrence", found, draw=draw, showing=showing, surroundings=reading.surroundings)
    finish(sound=reading.is_sound)
