"""Drawings one below the other."""

from collections.abc import Iterable, Iterator

from agendacli.model.frozen import frozen
from agendacli.render.terminal.drawing import Drawable, lines_on
from agendacli.render.terminal.text import Line


def stack(drawings: Iterable[Drawable]) -> Drawable:
    """The drawings with a blank line between each two; each is asked for when those above it are drawn."""
    return _Stack(drawings)


@frozen
class _Stack:
    drawings: Iterable[Drawable]

    def drawn(self, width: int) -> Iterator[Line]:
        """The lines of all of them."""
        for n, each in enumerate(self.drawings):
            if n:
                yield []
            yield from lines_on(each, width)
