"""What `conflicts` reports: the conflicts that are asked for, less those that are waived or ignored."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from agendacli.analysis.conflicts import Certainty, Conflict, Kind, Rules, each_conflict
from agendacli.analysis.conflicts.waivers import Accepted, Lapse, accepted
from agendacli.cli.options.groups import Format, Showing
from agendacli.cli.printing import format_of, print_records
from agendacli.cli.query.lost_waivers import lost
from agendacli.cli.query.reading import Reading
from agendacli.cli.run.outcome import deliver_all, refuse, tell, tell_diagnostics
from agendacli.cli.run.settings import settings
from agendacli.load.own import load_waivers
from agendacli.model.asked import Refusal
from agendacli.model.diagnostic import Severity, has_errors
from agendacli.model.frozen import frozen
from agendacli.model.waiver import Waiver
from agendacli.records.conflict import conflict_records
from agendacli.records.lines import conflict_lines
from agendacli.words.times.lengths import read_length

if TYPE_CHECKING:
    from rich.console import RenderableType

IGNORE = "ignore"
LEVELS = (*Severity, IGNORE)
MANY_OVERLAPS = 20
_NONE = re.compile("0+ ?[a-z]*")  # `0`, `0m`: no buffer for once, whatever the config says


@frozen
class Wishes:
    """The options of `conflicts` as they were typed."""

    kinds: tuple[str, ...]
    certain: bool
    include_transparent: bool
    buffer: str | None
    severities: tuple[str, ...]
    waivers: str | None
    exit_zero: bool


@dataclass(slots=True)
class Tally:
    """How many conflicts there were, once all of them have been asked for."""

    shown: int = 0
    waived: int = 0

    def left(self, conflicts: Iterable[Conflict], waivers: Accepted, *, certain: bool) -> Iterator[Conflict]:
        """The conflicts that are neither waived nor, if only `certain` ones are wanted, possible."""
        for each in conflicts:
            if waivers.covers(each):
                self.waived += 1
            elif not certain or each.certainty is Certainty.CERTAIN:
                self.shown += 1
                yield each


def report_conflicts(reading: Reading, showing: Showing, wishes: Wishes) -> None:
    """Find, waive, print, and exit with 1 if a conflict is reported (2 if an input had errors)."""
    config = settings(reading.surroundings)
    levels = _levels(wishes.severities, config.severities)
    rules = _rules(wishes, levels, config.buffer, reading.attended)
    waivers = accepted(_waivers(wishes.waivers, reading, showing) if wishes.waivers else (), reading.selected)
    for lapse in waivers.lapsed:
        tell(_told(lapse))
    tally = Tally()
    shown = tally.left(
        each_conflict(reading.selected, reading.loaded.gazetteer, rules), waivers, certain=wishes.certain
    )
    _print(reading, showing, shown, levels, wishes)
    if tally.waived and not showing.quiet:
        tell(f"{_count(tally.waived, 'conflict')} waived in {wishes.waivers}")
    reading.finish(found=bool(tally.shown) and not wishes.exit_zero)


def _rules(wishes: Wishes, levels: Mapping[str, str], usual: timedelta, attending: frozenset[str] | None) -> Rules:
    kinds = frozenset(Kind(each) for each in wishes.kinds if levels[each] != IGNORE)
    return Rules(_buffer(wishes.buffer, usual), wishes.include_transparent, kinds, attending)


def _buffer(text: str | None, usual: timedelta) -> timedelta:
    if text and _NONE.fullmatch(text.strip()):
        return timedelta()
    length = read_length(text) if text else usual
    return refuse(f"--buffer: {length}") if isinstance(length, Refusal) else length


def _levels(severities: Iterable[str], usual: Mapping[str, str]) -> dict[str, str]:
    """The level of each kind: the usual one unless an option says otherwise."""
    levels = {kind.value: usual[kind] for kind in Kind}
    for text in severities:
        kind, _, level = text.partition("=")
        if kind not in levels or level not in LEVELS:
            refuse(f"--severity: `{text}` is none; write KIND=LEVEL with {_or(levels)} and {_or(LEVELS)}")
        levels[kind] = level
    return levels


def _or(words: Iterable[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} or {last}"


def _waivers(path: str, reading: Reading, showing: Showing) -> tuple[Waiver, ...]:
    loaded = load_waivers(path)
    surroundings = reading.surroundings
    colour = surroundings.colour(showing.color, on_terminal=surroundings.errors_on_terminal)
    faults = (*loaded.diagnostics, *lost(loaded.waivers, reading.loaded))
    tell_diagnostics(faults, loaded.texts, surroundings, colour=colour)
    if has_errors(loaded.diagnostics):
        refuse(f"no conflict is waived: {path} has errors")
    return loaded.waivers


def _told(lapse: Lapse) -> str:
    changes = "; ".join(f"{name} was “{was}”, is “{now}”" for name, was, now in lapse.changes)
    where = f"{lapse.waiver.span}: " if lapse.waiver.span else ""
    return f"{where}this waiver has lapsed: {changes}"


def _print(
    reading: Reading, showing: Showing, shown: Iterable[Conflict], levels: Mapping[str, str], wishes: Wishes
) -> None:
    surroundings = reading.surroundings
    if format_of(showing, surroundings) is Format.LINES:
        deliver_all((f"{line}\n" for line in conflict_lines(shown, levels)), showing.output)
        return

    def draw(_: int) -> "RenderableType":
        from agendacli.render.terminal.conflicts import draw_conflicts

        many = not reading.is_personal and len(wishes.kinds) > 1
        return draw_conflicts(tuple(shown), MANY_OVERLAPS if many else None, reading.clocks)

    print_records("conflict", conflict_records(shown, reading.zone), draw, showing, surroundings)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
