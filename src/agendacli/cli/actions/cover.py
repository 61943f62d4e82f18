"""What `cover` reports: a plan, what it misses, or when each further delegate is needed."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from agendacli.analysis.cover.answer import Impossible, Smallest, best_plan, clashing_seats, smallest_number
from agendacli.analysis.cover.needed import Needed, needed_stretches
from agendacli.analysis.cover.plan import CoverPlan
from agendacli.analysis.cover.stops import Coverage
from agendacli.analysis.cover.task import Aims, Measure, Task
from agendacli.analysis.cover.wording import number_text
from agendacli.analysis.occurrences import expand
from agendacli.analysis.people import find_persons, persons_in
from agendacli.analysis.selection.addresses import addressed
from agendacli.cli.actions.conflict_rules import ENDLESS, within_a_year
from agendacli.cli.actions.cover_files import check_files, deliver_one, deliver_parts
from agendacli.cli.options.groups import Format, Showing
from agendacli.cli.printing import format_of, print_records
from agendacli.cli.query.lengths import buffer_of, length_of
from agendacli.cli.query.reading import Reading
from agendacli.cli.query.typed_ids import targets_of
from agendacli.cli.run.outcome import finish, refuse, refuse_all, tell
from agendacli.model.asked import Refusal
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Person
from agendacli.model.programme import Status
from agendacli.records.cover import cover_records
from agendacli.records.missed import missed_records
from agendacli.records.needed import needed_records

if TYPE_CHECKING:
    from agendacli.render.terminal.drawing import Drawable


@frozen
class CoverWishes:
    """The options of `cover` as they were typed; without a `number` as few as can be."""

    number: int | None
    musts: tuple[str, ...]
    by: str
    persons: tuple[str, ...]
    needed: bool
    missed: bool
    include_transparent: bool
    buffer: str | None
    rest: str | None
    split: bool
    has_dates: bool


@frozen
class _Answer:
    """What is to be printed: a plan, and the smallest number where that was asked for."""

    plan: CoverPlan
    smallest: Smallest | None = None


def report_cover(reading: Reading, showing: Showing, wishes: CoverWishes) -> None:
    """CoverPlan, print, and exit with 1 if something stays uncovered (2 if an input had errors)."""
    _check(reading, showing, wishes)
    occurrences = reading.occurrences if wishes.has_dates else within_a_year(reading.occurrences, reading.clock.now)
    if len(occurrences) < len(reading.occurrences) and not showing.quiet:
        tell(ENDLESS)
    coverage = _coverage(reading, occurrences, wishes)
    if wishes.needed:
        _print_needed(reading, showing, needed_stretches(coverage))
        finish(sound=reading.is_sound)
        return
    answer = _answer(_task(reading, coverage, wishes), wishes.number)
    if wishes.split:
        deliver_parts(reading, showing, answer.plan)
    elif format_of(showing, reading.surroundings) is Format.ICS:
        deliver_one(reading, showing, answer.plan)
    else:
        _print(reading, showing, answer, only_missed=wishes.missed)
    if not showing.quiet:
        _tell_all(answer, is_drawn=_is_drawn(reading, showing) and not wishes.split)
    finish(sound=reading.is_sound, found=bool(answer.plan.missed))


def _check(reading: Reading, showing: Showing, wishes: CoverWishes) -> None:
    if wishes.needed and wishes.missed:
        refuse("--needed and --missed are two questions; ask them in two runs")
    check_files(showing, format_of(showing, reading.surroundings), split=wishes.split)
    if wishes.split and (wishes.needed or wishes.missed):
        refuse("--split writes what each delegate attends; leave out --needed and --missed")


def _coverage(reading: Reading, occurrences: Sequence[Occurrence], wishes: CoverWishes) -> Coverage:
    return Coverage.of(
        occurrences,
        reading.loaded.gazetteer,
        buffer_of(wishes.buffer, reading.settings.buffer),
        length_of("--rest", wishes.rest) or timedelta(),
        include_transparent=wishes.include_transparent,
    )


def _task(reading: Reading, coverage: Coverage, wishes: CoverWishes) -> Task:
    """What is to be covered; musts and seats that cannot be kept end the run."""
    persons = _persons(reading, wishes.persons)
    if wishes.number is not None and wishes.number < len(persons):
        refuse(f"-n: {wishes.number} is less than the {len(persons)} that --person names; leave one out, or send more")
    task = Task.of(coverage, Aims(Measure(wishes.by), persons, _musts(reading, coverage, wishes.musts)))
    if clashing := clashing_seats(task):
        refuse_all(_told(each) for each in clashing)
    return task


def _persons(reading: Reading, names: Sequence[str]) -> tuple[Person, ...]:
    if not names:
        return ()
    found = find_persons(names, persons_in(expand(reading.loaded.programmes)))
    if isinstance(found, Refusal):
        refuse(f"--person: {found}")
    return tuple({each.id: each for each in found}.values())


def _musts(reading: Reading, coverage: Coverage, texts: Sequence[str]) -> frozenset[int]:
    """The indexes of the sessions that must not be missed; what cannot be one ends the run."""
    indexes = {coverage.board.occurrence(index).id: index for index in range(len(coverage.board))} if texts else {}
    meant = [addressed(reading.occurrences, targets_of([text], reading.loaded)) for text in texts]
    found = [[indexes[each.id] for each in some if each.id in indexes] for some in meant]
    faults = [_why_none(text, some) for text, some, own in zip(texts, meant, found, strict=True) if not own]
    if faults:
        refuse_all(faults)
    return frozenset(coverage.covering(index) for own in found for index in own)


def _why_none(text: str, meant: Sequence[Occurrence]) -> str:
    """Why what an option names can be no must."""
    if not meant:
        return (
            f"--must {text}: it is none of the sessions that are asked for; name it among the ids, or widen the dates"
        )
    if all(each.status is Status.CANCELLED for each in meant):
        return f"--must {text}: it is cancelled; leave it out"
    if all(each.session.transparent for each in meant):
        return f"--must {text}: it takes no time, so nobody can miss it; leave it out, or add --include-transparent"
    return f"--must {text}: it takes no time, so nobody can miss it; leave it out"


def _answer(task: Task, number: int | None) -> _Answer:
    if number is None:
        smallest, plan = smallest_number(task)
        return _Answer(plan, smallest)
    found = best_plan(task, number)
    return refuse(f"{_told(found)}, or send more than {number}") if isinstance(found, Impossible) else _Answer(found)


def _told(impossible: Impossible) -> str:
    """That sessions cannot all be attended, and what to do."""
    *most, last = (f"`{each.id}`" for each in impossible.sessions)
    listed = f"{', '.join(most)} and {last}" if most else last
    if impossible.person:
        return f"--person: {impossible.person.name} has a seat in {listed}, which clash; see `agenda conflicts`"
    return f"--must: {listed} cannot all be attended; leave one out"


def _print(reading: Reading, showing: Showing, answer: _Answer, *, only_missed: bool) -> None:
    def draw(width: int) -> "Drawable":
        from agendacli.render.terminal.cover import draw_cover

        return draw_cover(answer.plan, answer.smallest, reading.clocks, width, only_missed=only_missed)

    plan, zone = answer.plan, reading.zone
    records = missed_records(plan.missed, zone) if only_missed else cover_records(plan, zone)
    name = "missed" if only_missed else "cover"
    print_records(name, records, draw=draw, showing=showing, surroundings=reading.surroundings)


def _print_needed(reading: Reading, showing: Showing, stretches: Sequence[Needed]) -> None:
    def draw(_: int) -> "Drawable":
        from agendacli.render.terminal.cover import draw_needed

        return draw_needed(stretches, reading.clocks)

    records = needed_records(stretches, reading.zone)
    print_records("needed", records, draw=draw, showing=showing, surroundings=reading.surroundings)


def _is_drawn(reading: Reading, showing: Showing) -> bool:
    return format_of(showing, reading.surroundings) is Format.TABLE


def _tell_all(answer: _Answer, *, is_drawn: bool) -> None:
    """What no record says: the number, on what it rests, and whether there may be a better plan."""
    for each in _notes(answer, is_drawn=is_drawn):
        tell(each)


def _notes(answer: _Answer, *, is_drawn: bool) -> Iterator[str]:
    if not is_drawn:
        if answer.smallest:
            yield number_text(answer.smallest)
            yield from (f"it depends on {each}" for each in answer.smallest.depends_on)
        yield from (f"the plan rests on {each}" for each in answer.plan.depends_on)
    if not answer.plan.is_best:
        yield "with so many seats and sessions not every plan was looked at; there may be a better one"
