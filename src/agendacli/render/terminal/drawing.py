"""What can be drawn: texts, what draws itself on so many columns, and what Rich has to draw."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, cast

from agendacli.render.terminal.text import Line

if TYPE_CHECKING:
    from typing import Protocol

    from rich.console import Group as RichGroup
    from rich.console import RenderableType

    class Drawing(Protocol):
        """What draws itself on so many columns."""

        def drawn(self, width: int, /) -> Iterator[Line]:
            """Its lines."""

    Drawable = Drawing | RenderableType
else:
    Drawing = Drawable = object


def lines_on(what: Drawable, width: int) -> Iterator[Line]:
    """The lines of something on so many columns."""
    drawn: Callable[[int], Iterator[Line]] | None = getattr(what, "drawn", None)
    if drawn:
        return drawn(width)
    from agendacli.render.terminal.tables import rich_lines

    return rich_lines(cast("RenderableType", what), width)


class Group:
    """Drawings one below the other."""

    def __init__(self, *drawings: Drawable) -> None:
        self.drawings = drawings

    def drawn(self, width: int) -> Iterator[Line]:
        """Their lines."""
        for each in self.drawings:
            yield from lines_on(each, width)

    def __rich__(self) -> "RichGroup":
        """The same for Rich, whose tables hold it."""
        from rich.console import Group as Rich

        return Rich(*cast("tuple[RenderableType, ...]", self.drawings))


class Indented:
    """A drawing so many columns further in."""

    def __init__(self, drawing: Drawable, inset: int) -> None:
        self.drawing = drawing
        self.inset = inset

    def drawn(self, width: int) -> Iterator[Line]:
        """Its lines behind blanks."""
        blanks = " " * self.inset, ""
        return ([blanks, *line] for line in lines_on(self.drawing, width - self.inset))
