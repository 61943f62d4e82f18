"""`agenda next`: what comes next."""

from typing import Annotated

import typer

from agendacli.cli.options.groups import CALENDAR_TOO, UNORDERED, Ids, Line, Loading, Selecting, Showing, Width

_Showing = Annotated[Showing, CALENDAR_TOO, UNORDERED]
_Within = Annotated[
    str | None, typer.Option("--within", metavar="LENGTH", help="Everything that begins within this time: `15m`.")
]
_Count = Annotated[
    int | None, typer.Option("-n", "--limit", "--count", metavar="NUMBER", min=1, help="At most this many.")
]


def next_up(
    context: typer.Context,
    loading: Loading,
    selecting: Selecting,
    showing: _Showing,
    ids: Ids = None,
    within: _Within = None,
    count: _Count = None,
    line: Line = False,
    width: Width = None,
) -> None:
    """What comes next.

    All that begins soonest, or as much as `--within` and `-n` ask for. Exit code 1 when nothing does.

    Example: agenda next -n 3 --at 2017-09-27T14:45
    """
    from agendacli.analysis.upcoming import coming, soonest
    from agendacli.cli.actions.now_and_next import Form, print_moments
    from agendacli.cli.query.lengths import length_of
    from agendacli.cli.query.nearby import ahead
    from agendacli.cli.query.reading import read

    loading = loading._replace(offline=True)  # a look at the moment waits for no server
    length = length_of("--within", within)
    reading = read(
        context, ids, loading=loading, selecting=selecting, showing=showing, nearby=ahead(count or 1, length)
    )
    clock = reading.clock_at_home
    later = coming(reading.occurrences, clock, length, count)
    found = later if within or count else soonest(later, clock)
    print_moments(reading, found, clock=clock, showing=showing, form=Form("next", line, width))
