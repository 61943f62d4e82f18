"""Where the sessions of a day lie in its grid, as classes and the CSS for them: a page may have no style of its own."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import pairwise

from agendacli.analysis.timetable.boxes import Box, BoxGrid
from agendacli.model.frozen import frozen

_REM_PER_MINUTE = 0.04
_LEAST, _MOST = 0.2, 7.0
_HOURS, _HEADS = 1, 1  # the column of hours, the row of rooms


@frozen
class Placement:
    """The CSS of a grid: its class, that of each place in it, and of its rows and columns on a screen and on paper."""

    name: str
    rows: int
    columns: int
    places: frozenset[str]
    screen: str
    paper: str


@frozen
class Area:
    """Lines of a grid as CSS counts them, from 1: rows from `top` to `bottom`, columns from `left` to `right`."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def name(self) -> str:
        """The class of what lies there."""
        return f"a{self.top}-{self.left}-{self.bottom}-{self.right}"

    @property
    def rule(self) -> str:
        """The CSS of that class."""
        return f".{self.name}{{grid-area:{self.top}/{self.left}/{self.bottom}/{self.right}}}"


def box_area(box: Box, rows: Mapping[datetime, int]) -> Area:
    """Where a session lies, by the rows that begin at its hours."""
    top, bottom = (rows[each] + _HEADS + 1 for each in (box.time.start, box.time.end))
    return Area(top, box.left + _HOURS + 1, bottom=bottom, right=box.right + _HOURS + 1)


def head_areas(grid: BoxGrid) -> Iterator[Area]:
    """Where the name of each column stands."""
    first = _HOURS + 1
    for each in grid.columns:
        yield Area(1, first, 2, first + each.lanes)
        first += each.lanes


def hour_area(row: int) -> Area:
    """Where the hour at the beginning of a row stands."""
    return Area(row + _HEADS + 1, 1, row + _HEADS + 2, 2)


def placement(grid: BoxGrid, name: str) -> Placement:
    """The CSS of a grid with that class."""
    hours = grid.hours
    count, lanes = len(hours) - 1, grid.lanes
    rows = {hour: n for n, hour in enumerate(hours)}
    areas = (*head_areas(grid), *map(hour_area, range(count)), *(box_area(each, rows) for each in grid.boxes))
    heights = " ".join(f"minmax({_height(first, last)}rem,auto)" for first, last in pairwise(hours))
    return Placement(
        name,
        rows=count,
        columns=lanes,
        places=frozenset(each.rule for each in areas),
        screen=f".{name}{{grid-template:auto {heights}/3rem repeat({lanes},minmax(9rem,1fr))}}",
        paper=f".{name}{{grid-template:auto repeat({count},auto)/2rem repeat({lanes},minmax(0,1fr))}}",
    )


def style_of(placements: Iterable[Placement]) -> str:
    """All of it as one style."""
    found = [*placements]
    if not found:
        return ""
    places = sorted({rule for each in found for rule in each.places})
    screen, paper = ("".join(getattr(each, medium) for each in found) for medium in ("screen", "paper"))
    media = {"(min-width:44rem),print": "".join(places), "(min-width:44rem)": screen, "print": paper}
    return "".join(f"@media {each}{{{rules}}}" for each, rules in media.items())


def _height(first: datetime, last: datetime) -> float:
    return round(min(max((last - first).total_seconds() / 60 * _REM_PER_MINUTE, _LEAST), _MOST), 2)
