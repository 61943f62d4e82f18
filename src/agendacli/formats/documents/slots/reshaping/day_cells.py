"""Tables whose cells say the day of their row, before its hours or beside them: the day as a row of its own above."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from agendacli.formats.documents.page import Block, Line, PageCell, PageRow
from agendacli.formats.documents.slots.columns.heads import header_columns
from agendacli.formats.documents.slots.columns.seen import has_own_times
from agendacli.formats.documents.slots.dated import NO_SESSION, day_first
from agendacli.formats.documents.slots.hours_for_all import ForAll, hours_for_all, nearest_hours
from agendacli.formats.documents.tokens.hours import leading_hours

_LONGEST, _HEADS, _MANY = 90, 4, 3
_LEADING = " \t,;:/–—-·•("
_TIMES = frozenset({"day", "time", "end"})
_Parted = dict[int, tuple[Line, PageCell]]


def with_days_above(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks; of each cell of a column of days the day as a row above, the hours behind it in their place."""
    said = hours_for_all([(n, each) for n, each in enumerate(blocks) if isinstance(each, Line)])
    at = 0
    for _, group in groupby(blocks, lambda block: block.table if isinstance(block, PageRow) else None):
        part = [*group]
        rows = [each for each in part if isinstance(each, PageRow)]
        parted = _of_table(rows, nearest_hours(at, said) if said else None)
        at += len(part)
        for block in part:
            yield from _with_day(block, parted) if parted and isinstance(block, PageRow) else (block,)


def _with_day(row: PageRow, parted: _Parted) -> Iterator[PageRow]:
    """The row, below that of its day if one of its cells says it."""
    for day in _days(row, parted)[:1]:
        cell = PageCell((day,), columns=len(row.cells))
        yield PageRow(row.table, (cell,) * len(row.cells), tuple(not n for n in range(len(row.cells))))
    yield replace(row, cells=tuple(parted[id(cell)][1] if id(cell) in parted else cell for cell in row.cells))


def _of_table(rows: Sequence[PageRow], said: ForAll | None) -> _Parted:
    """The cells of the column of days, by their identity: each as its day and the hours behind, or those of all."""
    width = max((len(row.cells) for row in rows), default=0)
    columns = [[cell for row in rows for number, cell in row.own if number == n] for n in range(width)]
    found = [made for n, cells in enumerate(columns) if (made := _of_column(cells)) and not _is_of_other(n, rows)]
    timed = [made for made in found if any(rest.lines for _, rest in made.values())]
    several = {key: made for column in timed for key, made in column.items()}  # `Start` and `End`
    named = [len({day.text for day in days}) for row in rows if (days := _days(row, several))]
    if 2 * named.count(1) > len(named):
        return several | _at_hours_of_all(several, rows, said)
    if len(found) != 1 or timed:
        return {}
    if _stand_beside_times(found[0], rows):
        return found[0]
    made = {} if any(map(_has_time, rows)) else _at_hours_of_all(found[0], rows, said)
    return found[0] | made if len(made) >= _MANY else {}


def _at_hours_of_all(days: _Parted, rows: Sequence[PageRow], said: ForAll | None) -> _Parted:
    """The days beside which a title and no hours stand, with the hours that are said for all."""
    if said is None:
        return {}
    cell = PageCell((replace(said[1], text=said[0].text, pieces=(), level=0),), of_all=said[1])
    titled = [row for row in rows if len(row.own) > 1 and not _has_time(row) and not _is_cancelled(row, days)]
    bare = [id(each) for row in titled for _, each in row.own if id(each) in days and not days[id(each)][1].lines]
    return {key: (days[key][0], cell) for key in bare}


def _is_cancelled(row: PageRow, days: _Parted) -> bool:
    return any(NO_SESSION.match(cell.text) for _, cell in row.own if id(cell) not in days)


def _days(row: PageRow, parted: _Parted) -> list[Line]:
    return [parted[id(cell)][0] for _, cell in row.own if id(cell) in parted]


def _of_column(cells: Sequence[PageCell]) -> _Parted:
    """The cells of a column in which days stand as a rule, hours among them."""
    found = {id(cell): made for cell in cells if (made := _parted(cell))}
    timed = sum(bool(leading_hours(cell.text)[0]) for cell in cells)
    return found if 2 * (len(found) + timed) >= len(cells) else {}


def _is_of_other(column: int, rows: Sequence[PageRow]) -> bool:
    """Whether the heads name another column of days or times, and something else above this one: `Deadline`."""
    heads = next((each for row in rows[:_HEADS] if _TIMES & set((each := header_columns(row)).values())), None)
    said = (cell.text for row in rows[:_HEADS] if header_columns(row) for n, cell in row.own if n == column)
    return heads is not None and heads.get(column) not in _TIMES and any(said)


def _parted(cell: PageCell) -> tuple[Line, PageCell] | None:
    """The day that a cell says, and what is left of it: nothing, or hours and what stands behind them."""
    whole = replace(cell.lines[0], text=cell.text, pieces=(), last=cell.lines[-1].ends)
    day = day_first(whole) if len(cell.text) <= _LONGEST else None
    rest = whole.text[day.to :].lstrip(_LEADING) if day else ""
    if day is None or (rest and not leading_hours(rest)[0]):
        return None
    hours = (replace(whole, text=rest),) if rest else ()
    return replace(whole, text=whole.text[: day.to]), replace(cell, lines=hours)


def _stand_beside_times(days: _Parted, rows: Sequence[PageRow]) -> bool:
    """Whether days stand in rows with a time in another cell, and no head names the column of them."""
    is_named = any("day" in header_columns(row).values() for row in rows[:_HEADS])
    beside = [row for row in rows if _days(row, days) and _has_time(row)]
    return not is_named and not has_own_times(rows) and 2 * len(beside) >= len(days)


def _has_time(row: PageRow) -> bool:
    return any(leading_hours(cell.text)[0] for _, cell in row.own)
