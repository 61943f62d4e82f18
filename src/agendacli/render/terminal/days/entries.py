"""What is a line in the plan of a day: its hour, its title, its room at the right; a dotted rule for a break."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, zip_longest

from rich.cells import cell_len

from agendacli.analysis.timetable.day_plan import DayEntry
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Status
from agendacli.model.when import Timed
from agendacli.render.terminal import styles
from agendacli.render.terminal.days.margin import Margin
from agendacli.render.terminal.days.said import SaidOf
from agendacli.render.terminal.phrases import is_quiet, said
from agendacli.render.terminal.text import Text
from agendacli.words.harmless import one_line
from agendacli.words.kinds import kind_in_title
from agendacli.words.prose import when_text

_GAP = 2
_FURTHER_IN = 2
_DOTS = "··· "
_FEWEST = 3  # dots between the title of a break and its room
_BREAKS = frozenset({"break", "lunch"})


def entry_lines(entry: DayEntry, margin: Margin, say: SaidOf, width: int) -> Iterable[Text]:
    """The lines of an entry, with the hours at their side."""
    inner = width - margin.width - 1
    rule = _dotted(entry, say, inner)
    first = (rule,) if rule else _titled(entry, say, inner)
    below = (line for text in _below(entry, say) for line in _inset(text, inner))
    labels = [*_labels(entry, margin)]
    wide = [each for each in labels if each.cell_len > margin.width]
    fitting = (each for each in labels if each not in wide)
    for label, line in zip_longest(fitting, chain(first, below)):
        yield (label or margin.blank()).append(" ").append_text(line or Text())
    yield from wide


def _titled(entry: DayEntry, say: SaidOf, width: int) -> Iterator[Text]:
    """The title, and its room at the right of the first line; below the title where it is too wide for that."""
    occurrence = entry.occurrence
    head, room = _title(entry, say), _room(occurrence)
    beside = 0 < room.cell_len <= width // 3
    left = width - room.cell_len - _GAP if beside else width
    lines = list(head.wrapped(left))
    if beside:
        lines[0] = lines[0].copy()
        lines[0].truncate(left, pad=True)
        lines[0].append(" " * _GAP).append_text(room)
    yield from lines
    if room and not beside:
        yield from room.wrapped(width)


def _title(entry: DayEntry, say: SaidOf) -> Text:
    """The title; before it what is known of hours that are not on the clock, behind it the day on which it began."""
    occurrence = entry.occurrence
    head = say.title(occurrence)
    if entry.goes_on and isinstance(occurrence.when, Timed):
        began = when_text(Timed(occurrence.when.start, None, occurrence.when.zone), say.dial)[:-1]
        return head.append("  ").append(f"goes on from {began}", styles.UNSETTLED)
    if isinstance(occurrence.when, Timed):
        return head
    return Text(overflow="fold").append(say.hours(occurrence), styles.TIME).append("  ").append_text(head)


def _room(occurrence: Occurrence) -> Text:
    return said(occurrence.room or "", styles.QUIET if is_quiet(occurrence) else styles.ROOM)


def _below(entry: DayEntry, say: SaidOf) -> Iterator[tuple[int, Text]]:
    """What stands below a title, and how far in."""
    yield from ((0, text) for text in say.about(entry.occurrence))
    for each in entry.items:
        yield _FURTHER_IN, say.item(each)
        yield from ((2 * _FURTHER_IN, text) for text in say.about(each))


def _inset(text: tuple[int, Text], width: int) -> Iterator[Text]:
    inset, words = text
    for line in words.wrapped(max(width - inset, 1)):
        yield Text(" " * inset).append_text(line) if inset else line


def _labels(entry: DayEntry, margin: Margin) -> Iterator[Text]:
    """What stands at the side of an entry: when it begins, when it ends unless that goes without saying, the moment."""
    when = entry.occurrence.when
    if not isinstance(when, Timed):
        return
    if not entry.goes_on:
        yield margin.start(entry.time.start, is_open=when.end is None)
    if when.end is not None and not when.is_moment and not entry.is_followed:
        yield margin.until(entry.time.end)
    if not entry.goes_on and margin.is_now(entry.time.start, entry.time.end):
        yield margin.mark()


def _dotted(entry: DayEntry, say: SaidOf, width: int) -> Text | None:
    """A break as a dotted rule; None for what is not a break, and where there is no room for dots."""
    occurrence = entry.occurrence
    if entry.goes_on or not is_break(occurrence):
        return None
    room = one_line(occurrence.room or "")
    end = f" {room} ·" if room else ""
    head = Text(_DOTS, styles.QUIET).append_text(say.title(occurrence)).append(" ")
    dots = width - head.cell_len - cell_len(end)
    return head.append("·" * dots + end, styles.QUIET) if dots >= _FEWEST else None


def is_break(occurrence: Occurrence) -> bool:
    """Whether it is a break on the clock, which takes nobody's time and is not cancelled."""
    is_kept = is_quiet(occurrence) and occurrence.status is not Status.CANCELLED
    return is_kept and isinstance(occurrence.when, Timed) and _is_break_kind(occurrence.session.kind)


@lru_cache(maxsize=256)
def _is_break_kind(kind: str) -> bool:
    return kind in _BREAKS or kind_in_title(kind) in _BREAKS
