"""What Rich draws: tables that find the widths of their columns. Only what has one imports its console."""

from collections.abc import Iterator
from io import StringIO

from rich.console import Console, RenderableType
from rich.segment import Segment

from agendacli.render.terminal.text import Line

_HEIGHT = 25  # never used: given so that Rich does not ask the environment for a size


def rich_lines(what: RenderableType, width: int) -> Iterator[Line]:
    """The lines of it on so many columns, whatever is around: no environment, no markup, no emoji."""
    console = Console(
        file=StringIO(),
        width=width,
        height=_HEIGHT,
        color_system=None,
        force_terminal=False,
        force_interactive=False,
        force_jupyter=False,
        no_color=True,
        legacy_windows=False,
        markup=False,
        highlight=False,
        emoji=False,
        _environ={},
    )
    lines = Segment.split_and_crop_lines(console.render(what), width, pad=False, include_new_lines=False)
    return ([(text, str(style) if style else "") for text, style, _ in line] for line in lines)
