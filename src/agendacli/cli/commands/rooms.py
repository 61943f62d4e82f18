"""`agenda rooms`: the rooms and their use."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from agendacli.cli.options.groups import Hours, Ids, Loading, Selecting, Showing

if TYPE_CHECKING:
    from agendacli.model.asked import DailyHours
    from agendacli.render.terminal.drawing import Drawable


class RoomsBy(StrEnum):
    """What one record stands for."""

    DAY = "day"
    ROOM = "room"


_By = Annotated[RoomsBy, typer.Option("--by", help="Each room day by day, or all of its days together.")]


def rooms(
    context: typer.Context,
    loading: Loading,
    selecting: Selecting,
    showing: Showing,
    ids: Ids = None,
    by: _By = RoomsBy.DAY,
    hours: Hours = None,
) -> None:
    """How long each room is used, and when it is free.

    Free is what lies between sessions, or within `--hours`.

    Example: agenda rooms high-level-meeting --kind plenary --by room
    """
    from agendacli.analysis.availability.rooms import RoomUse, room_days, room_uses
    from agendacli.cli.printing import limited, print_records
    from agendacli.cli.query.doubts import of_rooms, tell_doubts
    from agendacli.cli.query.reading import read
    from agendacli.cli.run.outcome import finish, tell
    from agendacli.records.rooms import room_record

    reading = read(context, ids, loading=loading, selecting=selecting, showing=showing)
    if reading.clock.second and not showing.quiet:
        tell("rooms are shown on the clocks of one zone: the second --tz is left out")
    tell_doubts(of_rooms(reading), reading, showing.color, quiet=showing.quiet)
    days = room_days(reading.occurrences, reading.clock, _daily(hours), reading.loaded.gazetteer)
    by_room = by is RoomsBy.ROOM
    days = days if by_room else tuple(limited(days, showing))
    uses = tuple(limited(room_uses(days), showing)) if by_room else tuple(RoomUse((each,)) for each in days)

    def draw(width: int) -> "Drawable":
        from agendacli.render.terminal.rooms import draw_room_days, draw_room_uses

        return draw_room_uses(uses) if by_room else draw_room_days(days, width, reading.dial)

    records = (room_record(each, together=by_room) for each in uses)
    print_records("room", records, draw=draw, showing=showing, surroundings=reading.surroundings)
    finish(sound=reading.is_sound)


def _daily(hours: str | None) -> "DailyHours | None":
    """The hours of `--hours`; None if it was not given, as usual: then nothing that reads lengths is imported."""
    if hours is None:
        return None
    from agendacli.cli.query.lengths import hours_of

    return hours_of("--hours", hours)
