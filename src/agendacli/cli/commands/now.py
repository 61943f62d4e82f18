"""`agenda now`: what is on."""

from typing import Annotated

import typer

from agendacli.cli.options.groups import CALENDAR_TOO, IN_ITS_ORDER, Ids, Line, Loading, Selecting, Showing, Width

_Showing = Annotated[Showing, CALENDAR_TOO, IN_ITS_ORDER]


def now(
    context: typer.Context,
    loading: Loading,
    selecting: Selecting,
    showing: _Showing,
    ids: Ids = None,
    line: Line = False,
    width: Width = None,
) -> None:
    """What is on now, and for how long.

    `--at` asks for another moment. Exit code 1 when nothing is.

    Example: agenda now --city Vienna --at 2017-09-05T13:30
    """
    from agendacli.analysis.upcoming import on_now
    from agendacli.cli.actions.now_and_next import Form, print_moments
    from agendacli.cli.printing import limited
    from agendacli.cli.query.nearby import expansion_around
    from agendacli.cli.query.reading import read

    loading = loading._replace(offline=True)  # a look at the moment waits for no server
    reading = read(context, ids, loading=loading, selecting=selecting, showing=showing, nearby=expansion_around)
    clock = reading.clock_at_home
    found = limited(on_now(reading.occurrences, clock), showing)
    print_moments(reading, found, clock=clock, showing=showing, form=Form("now", line, width))
