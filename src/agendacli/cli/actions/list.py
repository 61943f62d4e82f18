"""What `list` prints. Into a pipe, with nothing selected, it is what it was last time until a file changes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import typer

from agendacli.cli.options.groups import Format, Loading, Selecting, Showing
from agendacli.cli.printing import format_of, limited, print_records, print_written
from agendacli.cli.run.outcome import finish
from agendacli.cli.run.surroundings import Surroundings
from agendacli.files.faults import FileError
from agendacli.files.paths import STDIN, is_address, is_there
from agendacli.load.cache.store import Cache, Json, Name

if TYPE_CHECKING:
    from rich.console import RenderableType

Record = dict[str, object]


class _Place(NamedTuple):
    """Where the records of such a list are kept, and under which key."""

    cache: Cache
    name: Name
    key: Json


def print_list(
    context: typer.Context, ids: Sequence[str] | None, loading: Loading, selecting: Selecting, showing: Showing
) -> None:
    """Print the events that are left, in order of time; what takes nobody's time behind them."""
    surroundings: Surroundings = context.find_root().obj
    asked = format_of(showing, surroundings)
    is_whole = not ids and not showing.limit and selecting == Selecting() and asked is not Format.TABLE
    place = _place(surroundings, loading) if is_whole else None
    entry = place.cache.find(place.name, place.key) if place else None
    if entry:
        print_written(asked, "event", records=entry.head["records"], showing=showing, surroundings=surroundings)
    else:
        _read_and_print(context, ids, loading=loading, selecting=selecting, showing=showing, place=place)


def _place(surroundings: Surroundings, loading: Loading) -> _Place | None:
    """Where the whole list is kept; None where it may not be, or what it is made of cannot be looked at."""
    from agendacli.cli.run.origins import event_paths
    from agendacli.load.paths import sources

    cache = surroundings.cache
    if cache is None or loading != Loading(loading.events) or _has_zone(surroundings):
        return None
    paths, _ = event_paths(surroundings, loading.events)
    if STDIN in paths or any(map(is_address, paths)):
        return None
    try:
        files = [each.absolute() for each in sources(paths)]
    except FileError:
        return None
    key = cache.key(files, *surroundings.home_traces)
    return _Place(cache, ("list", *paths), key)


def _has_zone(surroundings: Surroundings) -> bool:
    """Whether the config shows times in another zone than that of each event."""
    if not is_there(surroundings.config_file):
        return False
    from agendacli.cli.query.clock import EVENT
    from agendacli.cli.run.settings import settings

    return settings(surroundings).tz != EVENT


def _read_and_print(
    context: typer.Context,
    ids: Sequence[str] | None,
    loading: Loading,
    selecting: Selecting,
    showing: Showing,
    place: _Place | None,
) -> None:
    from agendacli.analysis.event_dates import dates_shown
    from agendacli.cli.query.loading import old_zones
    from agendacli.cli.query.reading import read
    from agendacli.records.event import event_record

    reading = read(context, ids, loading=loading, selecting=selecting, showing=showing)
    programmes = limited(reading.events, showing)

    def draw(width: int) -> "RenderableType":
        from agendacli.render.terminal.events import draw_events

        return draw_events([(each, dates_shown(each, reading.zone)) for each in programmes], width, reading.dial)

    records = [event_record(each, reading.zone) for each in programmes]
    print_records("event", records, draw=draw, showing=showing, surroundings=reading.surroundings)
    loaded = reading.loaded
    notes = (*loaded.notes, *old_zones(loaded, reading.surroundings))
    is_told = bool(loaded.diagnostics or notes or reading.is_cut)  # which has to be told the next time, too
    if place and loaded.is_sound and not is_told:
        place.cache.keep(place.name, place.key, lambda: ({"records": records}, ()))
    finish(sound=reading.is_sound)
