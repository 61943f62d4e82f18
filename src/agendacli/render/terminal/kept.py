"""What is kept of the files that were read."""

from collections.abc import Sequence

from rich.table import Table

from agendacli.render.terminal import styles
from agendacli.render.terminal.drawing import Drawable, Group
from agendacli.render.terminal.phrases import said
from agendacli.render.terminal.text import Text

_GAP = 2


def draw_kept(kept: Sequence[tuple[str, int, bool]], folder: str, width: int = 80) -> Drawable:
    """A line for each file: its name, how many bytes are kept, whether it has changed; then the sum and the folder."""
    table = Table.grid(padding=(0, _GAP, 0, 0), pad_edge=False)
    table.add_column(overflow="fold", max_width=max(width - 30, 20))
    table.add_column(justify="right", no_wrap=True)
    table.add_column(no_wrap=True)
    for source, size, is_current in kept:
        state = "" if is_current else _state(source)
        table.add_row(said(source or "(not readable)"), said(_size(size), styles.QUIET), said(state, styles.QUIET))
    total = f"{len(kept) or 'no'} {'file' if len(kept) == 1 else 'files'}, {_size(sum(size for _, size, _ in kept))} in"
    said_of_all = said(f"{total} {folder}", styles.QUIET)
    return Group(table, Text(), said_of_all) if kept else said_of_all


def _state(source: str) -> str:
    """Why what is kept does not count any more."""
    return "asked for again" if "://" in source else "changed" if source else "damaged"


def _size(number: int) -> str:
    """So many bytes in the unit that people read: 1 kB is 1,000 bytes."""
    for unit, least in (("MB", 1_000_000), ("kB", 1_000)):
        if number >= least:
            return f"{number / least:.1f} {unit}"
    return f"{number} B"
