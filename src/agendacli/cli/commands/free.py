"""`agenda free`: the days or hours on which nothing takes place."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from agendacli.cli.options.groups import Ids, Loading, Selecting, Showing

if TYPE_CHECKING:
    from agendacli.render.terminal.drawing import Drawable


class FreeBy(StrEnum):
    """What is free: whole days, or hours."""

    DAY = "day"
    HOUR = "hour"


_By = Annotated[
    FreeBy | None, typer.Option("--by", help="Whole days, or stretches of hours: those if --min or --hours is given.")
]
_Min = Annotated[str | None, typer.Option("--min", metavar="LENGTH", help="Free for at least this long: `2h`.")]
_Hours = Annotated[
    list[str] | None,
    typer.Option(
        "--hours",
        metavar="HOURS",
        help="Within these hours of every day: `09:00-18:00`; others with a zone, `09:00-18:00 America/New_York`. "
        "Repeatable: within all of them.",
    ),
]
_Holidays = Annotated[
    list[str] | None,
    typer.Option(
        "--holidays",
        metavar="FILE.ics",
        help="Not the whole days of this calendar. Repeatable. `holidays:` of a city in places.yaml count without it.",
    ),
]
_AllDays = Annotated[bool, typer.Option("--all-days", help="Saturdays and Sundays too.")]


def free(
    context: typer.Context,
    loading: Loading,
    selecting: Selecting,
    showing: Showing,
    ids: Ids = None,
    by: _By = None,
    at_least: _Min = None,
    hours: _Hours = None,
    holidays: _Holidays = None,
    all_days: _AllDays = False,
) -> None:
    """The working days, or their hours, on which nothing takes place.

    For certain, or possibly and why. From the first event to the last unless dates are given; hours are those from
    09:00 to 18:00 unless `--hours` is.

    Exit code 1 when none is free.

    Example: agenda free --on 2017-09
    """
    from dataclasses import replace

    from agendacli.cli.actions.free import expansion_for, find_free, second_zone, wished
    from agendacli.cli.printing import limited, print_records
    from agendacli.cli.query.reading import read
    from agendacli.cli.run.outcome import finish
    from agendacli.records.free import free_record

    wishes = replace(wished(by and by.value, at_least, hours or (), all_days=all_days), holidays=tuple(holidays or ()))
    undated = selecting._replace(first=None, last=None, on=None)
    reading = read(context, ids, loading=loading, selecting=undated, showing=showing, nearby=expansion_for(selecting))
    answer = find_free(reading, selecting, wishes)
    answer = replace(answer, found=tuple(limited(answer.found, showing)))

    def draw(width: int) -> "Drawable":
        from agendacli.render.terminal.free import draw_free

        return draw_free(answer, width, reading.dial, second_zone(reading, answer))

    records = (free_record(each, answer.zone) for each in answer.found)
    print_records("free", records, draw=draw, showing=showing, surroundings=reading.surroundings)
    finish(sound=reading.is_sound, found=not answer.found)
