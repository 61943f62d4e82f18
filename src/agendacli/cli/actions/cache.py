"""What `cache` prints: every file and address of which something is kept, and whether it still counts."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from agendacli.answers.kept_answers import forget_answers, kept_answers
from agendacli.cli.options.groups import Showing
from agendacli.cli.printing import print_records
from agendacli.cli.run.outcome import deliver, tell
from agendacli.cli.run.surroundings import Surroundings
from agendacli.files import FileError, reason
from agendacli.files.web.copies import forget_copies, kept_copies
from agendacli.load.cache.store import Cache
from agendacli.records.kept import Kept, kept_record

if TYPE_CHECKING:
    from agendacli.render.terminal.drawing import Drawable


def report_kept(context: typer.Context, showing: Showing, *, clear: bool, path: bool) -> None:
    """Print what is kept, or only where; with `clear` forget it."""
    surroundings: Surroundings = context.find_root().obj
    cache = surroundings.cache
    if cache is None:
        tell("AGENDA_CACHE is `off`, so nothing is kept")
    elif path:
        deliver(f"{cache.folder}\n", showing.output)
    elif clear:
        _clear(cache, surroundings.web_folder, quiet=showing.quiet)
    else:
        _print(cache, showing, surroundings)


def _clear(cache: Cache, web: Path | None, *, quiet: bool) -> None:
    number = cache.clear() + _cleared_answers(cache) + (forget_copies(web) if web else 0)
    if not quiet:
        tell(f"{number or 'no'} {'file' if number == 1 else 'files'} removed from {cache.folder}")


def _cleared_answers(cache: Cache) -> int:
    try:
        return forget_answers(str(cache.folder))
    except OSError as fault:
        raise FileError(cache.folder, reason(fault)) from fault


def _print(cache: Cache, showing: Showing, surroundings: Surroundings) -> None:
    web = surroundings.web_folder
    copies = kept_copies(web, surroundings.now) if web else ()
    kept: tuple[Kept, ...] = (*cache.kept(), *copies, *kept_answers(str(cache.folder)))

    def draw(width: int) -> "Drawable":
        from agendacli.render.terminal.kept import draw_kept

        return draw_kept([(each.source, each.size, each.is_current) for each in kept], str(cache.folder), width)

    print_records("kept", map(kept_record, kept), draw=draw, showing=showing, surroundings=surroundings)
