"""The settings of a run, each with what says so."""

from collections.abc import Sequence

from rich.table import Table

from agendacli.render.terminal import styles
from agendacli.render.terminal.drawing import Drawable, Group
from agendacli.render.terminal.phrases import said
from agendacli.render.terminal.text import Text

_GAP = 2
_NARROW = 60


def draw_settings(settings: Sequence[tuple[str, Sequence[str], str]], width: int = 80) -> Drawable:
    """The settings, one line each: the name, the values, what says so; below each other where it is narrow."""
    if width < _NARROW:
        return Group(*(_stacked(*each) for each in settings))
    table = Table.grid(padding=(0, _GAP, 0, 0), pad_edge=False)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    table.add_column(overflow="fold")
    for name, values, origin in settings:
        table.add_row(said(name, styles.NAME), Group(*map(said, values)), said(origin, styles.QUIET))
    return table


def _stacked(name: str, values: Sequence[str], origin: str) -> Drawable:
    return Group(said(name, styles.NAME), *(Text("  ").append_text(said(each)) for each in (*values, origin)))
