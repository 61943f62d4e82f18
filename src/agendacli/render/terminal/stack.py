"""Drawings one below the other."""

from collections.abc import Iterable

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.text import Text

from agendacli.model.frozen import frozen


def stack(drawings: Iterable[RenderableType]) -> RenderableType:
    """The drawings with a blank line between each two; each is asked for when those above it are drawn."""
    return _Stack(drawings)


@frozen
class _Stack:
    drawings: Iterable[RenderableType]

    def __rich_console__(self, _console: Console, _options: ConsoleOptions) -> RenderResult:
        for n, each in enumerate(self.drawings):
            if n:
                yield Text()
            yield each
