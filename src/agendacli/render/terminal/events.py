"""The table of events: what there is, when and where."""

from collections.abc import Sequence

from rich.cells import cell_len

from agendacli.analysis.event_dates import endless, endless_rule
from agendacli.model.dial import Dial
from agendacli.model.programme import Programme, Status
from agendacli.model.when import Days, DayWindow, Hours, Timed, TimeWindow, When, days_touched
from agendacli.render.terminal import styles
from agendacli.render.terminal.drawing import Drawable, Group, Indented
from agendacli.render.terminal.phrases import joined, offset_of, said
from agendacli.render.terminal.rows import Cell, Rows
from agendacli.render.terminal.text import Text
from agendacli.words.harmless import one_line
from agendacli.words.prose import day_text, days_text, when_text, window_text
from agendacli.words.times.written_repeats import repeat_words

_GAP = 2
_NAME = 24  # a name in fewer columns than this stands on a line of its own
_TITLE = 70  # the full title instead of the name needs this many
_DATES = 28  # "Mon 4 – Tue 5 September 2017": longer dates may wrap

_Row = tuple[Programme, str]  # an event, and its dates in words


def draw_events(
    events: Sequence[tuple[Programme, When | None]], width: int = 80, dial: Dial = Dial.TWENTY_FOUR
) -> Drawable:
    """The events, each with when it takes place as a whole (None: nothing says so), in the order given.

    One line an event where its title has room, else the title below; on narrow terminals days and city too.
    """
    if not events:
        return Text("no events", style=styles.QUIET)
    hours = {when.zone for _, when in events if isinstance(when, Timed | TimeWindow)}
    rows = [(programme, _dates(programme, when, dial, with_offset=len(hours) > 1)) for programme, when in events]
    ids, dates, _ = columns = _columns(rows)
    left = width - sum(columns) - _GAP * len(columns)
    if left >= _NAME:
        return _one_line(rows, columns, full=left >= _TITLE)
    narrower = min(dates, dates + left + _GAP)
    if narrower >= min(dates, _DATES):
        return _two_lines(rows, (ids, narrower))
    return Group(*(_stacked(*each) for each in rows))


def dates_text(when: When | None, dial: Dial = Dial.TWENTY_FOUR) -> str:
    """The days of an event in words; of one that is known by its days the hours are not spoken of."""
    if isinstance(when, DayWindow):
        return window_text(when)
    if isinstance(when, Days) and when.hours is Hours.UNKNOWN:
        return days_text(when.start, when.end)
    return when_text(when, dial) if when else "no day known"


def event_dates_text(programme: Programme, when: When | None, dial: Dial = Dial.TWENTY_FOUR) -> str:
    """The days of an event in words; of one without end the rule, or from when on it has several."""
    found = endless(programme) if when else ()
    rule = endless_rule(found[0]) if found else None
    if when is None or rule is None:
        return dates_text(when, dial)
    first = days_touched(when)[0]
    is_all = len(programme.sessions) == 1
    return f"{repeat_words(rule, first)} from {day_text(first)}" if is_all else f"from {day_text(first)} on"


def _dates(programme: Programme, when: When | None, dial: Dial, *, with_offset: bool) -> str:
    """The days of an event in words; with its offset from UTC where hours of several zones are on show."""
    offset = f" {offset_of(when)}" if with_offset and isinstance(when, Timed | TimeWindow) else ""
    return event_dates_text(programme, when, dial) + offset


def _columns(rows: Sequence[_Row]) -> tuple[int, int, int]:
    ids = max(cell_len(one_line(each.id)) for each, _ in rows)
    dates = max(cell_len(text) for _, text in rows)
    cities = max(cell_len(one_line(each.place.city or "")) for each, _ in rows)
    return ids, dates, cities


def _one_line(rows: Sequence[_Row], columns: tuple[int, ...], *, full: bool) -> Rows:
    cells = ((*_row(*each, columns[1]), (_title(each[0], each[0].title if full else each[0].name),)) for each in rows)
    return Rows(columns, _GAP, cells)


def _two_lines(rows: Sequence[_Row], columns: tuple[int, ...]) -> Group:
    parts = ((Rows(columns, _GAP, (_row(*each, columns[1]),)), *_below(each[0])) for each in rows)
    return Group(*(part for each in parts for part in each))


def _stacked(programme: Programme, dates: str) -> Group:
    where = joined([Text(dates, style=styles.TIME, overflow="fold"), programme.place.city])
    return Group(said(programme.id, styles.NAME), Indented(where, _GAP), *_below(programme))


def _below(programme: Programme) -> tuple[Drawable, ...]:
    """The name with its status; nothing where the id says it all."""
    said_above = programme.name.casefold().replace(" ", "-") == programme.id
    if said_above and programme.status is Status.CONFIRMED:
        return ()
    return (Indented(_title(programme, programme.name, styles.QUIET), _GAP),)


def _row(programme: Programme, dates: str, width: int) -> tuple[Cell, Cell, Cell]:
    return (
        (said(programme.id, styles.NAME),),
        (Text(dates.ljust(width), styles.TIME),),
        (said(programme.place.city or ""),),
    )


def _title(programme: Programme, name: str, style: str = "") -> Text:
    text = said(name, styles.CANCELLED if programme.status is Status.CANCELLED else style)
    if programme.status is Status.CONFIRMED:
        return text
    colour = "red" if programme.status is Status.CANCELLED else styles.UNSETTLED
    return text.append("  ").append(programme.status.value, colour)
