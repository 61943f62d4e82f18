"""What `conflicts` reports: the conflicts that are asked for, less those that are waived or ignored."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from agendacli.analysis.conflicts import Certainty, Conflict, Kind
from agendacli.analysis.conflicts.search import search
from agendacli.cli.actions.conflict_rules import ENDLESS, Wishes, levels_of, rules_of, within_a_year
from agendacli.cli.options.groups import Format, Showing
from agendacli.cli.printing import format_of, print_drawn, print_records, print_written
from agendacli.cli.query.doubts import doubts_of, tell_doubts, tell_unread_people
from agendacli.cli.query.reading import Reading
from agendacli.cli.run.origins import settings
from agendacli.cli.run.outcome import deliver_all, finish, refuse, tell, tell_diagnostics
from agendacli.model.diagnostic import has_errors
from agendacli.model.occurrence import Occurrence
from agendacli.records.conflict import conflict_records
from agendacli.records.lines import conflict_lines

if TYPE_CHECKING:
    from agendacli.analysis.conflicts.crowds import Crowds
    from agendacli.analysis.conflicts.waivers import Accepted, Lapse
    from agendacli.model.waiver import Waiver
    from agendacli.render.terminal.drawing import Drawable

_CROWD = 20  # sessions at one time, from which it is looked whether they are alike


@dataclass(slots=True)
class Tally:
    """How many conflicts there were, once all of them have been asked for."""

    shown: int = 0
    waived: int = 0

    def left(self, conflicts: Iterable[Conflict], waivers: "Accepted | None", *, certain: bool) -> Iterator[Conflict]:
        """The conflicts that are neither waived nor, if only `certain` ones are wanted, possible."""
        for each in conflicts:
            if waivers and waivers.covers(each):
                self.waived += 1
            elif not certain or each.certainty is Certainty.CERTAIN:
                self.shown += 1
                yield each


def report_conflicts(reading: Reading, showing: Showing, wishes: Wishes) -> None:
    """Find, waive, print, and exit with 1 if a conflict is reported (2 if an input had errors)."""
    config = settings(reading.surroundings)
    levels = levels_of(wishes, config.severities)
    doubts = doubts_of(reading)
    rules = replace(rules_of(wishes, levels, config.buffer, reading), doubts=doubts)
    tell_doubts(doubts.diagnostics, reading, showing.color, quiet=showing.quiet)
    if not rules.kinds.isdisjoint({Kind.PERSON, Kind.TRAVEL}):
        tell_unread_people(reading, quiet=showing.quiet)
    waivers = _accepted(wishes.waivers, reading, showing) if wishes.waivers else None
    occurrences = reading.selected if wishes.has_dates else within_a_year(reading.selected, reading.clock.now)
    is_drawn = format_of(showing, reading.surroundings) is Format.TABLE
    tally, crowds, search_all = Tally(), None, partial(search, occurrences, reading.loaded.gazetteer, rules)
    if not waivers and (is_drawn or _is_plain(showing, reading)) and _are_many_at_once(occurrences):
        from agendacli.analysis.conflicts.crowds import search_in_crowds

        gazetteer = reading.loaded.gazetteer
        found, crowds = search_in_crowds(occurrences, gazetteer, rules, one_by_one=not is_drawn)
    else:
        found = search_all()
    shown = tally.left(found.conflicts(), waivers, certain=wishes.certain)
    if is_drawn:
        _draw(reading, showing, shown, Parted(occurrences if found.offered else (), crowds))
    elif crowds:
        from agendacli.cli.actions.crowd_lines import crowd_lines

        deliver_all((f"{line}\n" for line in crowd_lines(shown, crowds, reading.zone)), showing.output)
    else:
        _print(reading, showing, shown, levels)
    offered = 0 if is_drawn else (search_all() if crowds else found).offered
    for note in _notes(tally.waived, offered, wishes, is_cut=len(occurrences) < len(reading.selected)):
        if not showing.quiet:
            tell(note)
    finish(sound=reading.is_sound, found=bool(tally.shown) and not wishes.exit_zero)


def _are_many_at_once(occurrences: Iterable[Occurrence]) -> bool:
    """Whether there may be a crowd: so many sessions have one time."""
    return max(Counter(each.when for each in occurrences).values(), default=0) >= _CROWD


def _is_plain(showing: Showing, reading: Reading) -> bool:
    """Whether each pair is a plain line as it is by default."""
    is_plain = format_of(showing, reading.surroundings) is Format.PLAIN
    return is_plain and not (showing.fields or showing.sort or showing.limit)


def report_parallel(reading: Reading, showing: Showing, *, include_transparent: bool) -> None:
    """Print where sessions of one event run in parallel."""
    from agendacli.analysis.conflicts.parallel import parallel_stretches
    from agendacli.records.parallel import parallel_records

    stretches = tuple(parallel_stretches(reading.selected, include_transparent=include_transparent))

    def draw(_: int) -> "Drawable":
        from agendacli.render.terminal.conflicts.parallel import draw_parallel

        return draw_parallel(stretches, reading.clocks)

    print_records(
        "parallel",
        parallel_records(stretches, reading.zone),
        draw=draw,
        showing=showing,
        surroundings=reading.surroundings,
    )
    finish(sound=reading.is_sound)


def _notes(waived: int, offered: int, wishes: Wishes, *, is_cut: bool) -> Iterator[str]:
    """What was left out, and how to see it."""
    if waived:
        yield f"{_count(waived, 'conflict')} waived in {wishes.waivers}"
    if offered:
        how = "`--only overlap` lists the pairs, `--only parallel` the stretches"
        yield f"{offered} sessions run in parallel with others of their event, which is not a conflict: {how}"
    if is_cut:
        yield ENDLESS


def _accepted(path: str, reading: Reading, showing: Showing) -> "Accepted":
    """What the waivers of a file accept; reports those that have lapsed."""
    from agendacli.analysis.conflicts.waivers import accepted

    found = accepted(_waivers(path, reading, showing), reading.selected)
    for lapse in found.lapsed:
        tell(_told(lapse))
    return found


def _waivers(path: str, reading: Reading, showing: Showing) -> "tuple[Waiver, ...]":
    from agendacli.cli.query.lost_waivers import lost
    from agendacli.load.own import load_waivers

    loaded = load_waivers(path)
    surroundings = reading.surroundings
    colour = surroundings.colour(showing.color, on_terminal=surroundings.errors_on_terminal)
    faults = (*loaded.diagnostics, *lost(loaded.waivers, reading.loaded))
    tell_diagnostics(faults, loaded.texts, surroundings, colour=colour)
    if has_errors(loaded.diagnostics):
        refuse(f"no conflict is waived: {path} has errors")
    return loaded.waivers


def _told(lapse: "Lapse") -> str:
    changes = "; ".join(f"{name} was “{was}”, is “{now}”" for name, was, now in lapse.changes)
    where = f"{lapse.waiver.span}: " if lapse.waiver.span else ""
    return f"{where}this waiver has lapsed: {changes}"


def _print(reading: Reading, showing: Showing, shown: Iterable[Conflict], levels: Mapping[str, str]) -> None:
    surroundings = reading.surroundings
    if format_of(showing, surroundings) is Format.LINES:
        deliver_all((f"{line}\n" for line in conflict_lines(shown, levels)), showing.output)
        return
    records = conflict_records(shown, reading.zone)
    asked = format_of(showing, surroundings)
    print_written(asked, "conflict", records=records, showing=showing, surroundings=surroundings)


class Parted(NamedTuple):
    """The sessions of which some run in parallel for people to choose, and the crowds among all."""

    offered: Sequence[Occurrence]
    crowds: "Crowds | None"


def _draw(reading: Reading, showing: Showing, shown: Iterable[Conflict], parted: Parted) -> None:
    """Draw the conflicts, and after them where sessions of the events run in parallel from which people choose."""

    def draw(width: int) -> "Drawable":
        from agendacli.analysis.conflicts.parallel import parallel_stretches
        from agendacli.render.terminal.conflicts.pictures import Looked, draw_conflicts

        chosen = len(reading.occurrences) if reading.is_personal else None
        looked = Looked(chosen, tuple(parallel_stretches(parted.offered)), parted.crowds)
        return draw_conflicts(shown, reading.clocks, width, looked)

    print_drawn(draw, showing, reading.surroundings)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
