"""What `export` and `timetable -f ics` share: the selected sessions as iCalendar, in the shape that is asked for."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import groupby

from agendacli.cli.actions.calendars.remarks import of_losses, of_older_files, of_private_items, of_zones
from agendacli.cli.actions.calendars.sequences import sequences
from agendacli.cli.options.groups import Showing
from agendacli.cli.options.writing import Writing
from agendacli.cli.query.reading import Reading
from agendacli.cli.run.outcome import deliver, finish, refuse, tell
from agendacli.files.paths import named_path
from agendacli.files.reading import read_if_there
from agendacli.formats.ics.write.doubles import singled
from agendacli.formats.ics.write.options import CalendarOptions
from agendacli.formats.ics.write.screen import public
from agendacli.formats.ics.write.writer import calendar, calendar_pieces
from agendacli.formats.private import PrivateItems
from agendacli.model.asked import Clock, Refusal
from agendacli.model.occurrence import Occurrence

_WHOLE = Writing()
_AT_A_TIME = 1 << 16


def deliver_calendar(reading: Reading, showing: Showing, writing: Writing = _WHOLE) -> None:
    """Write the selected sessions; into files all or, if the input has errors, nothing."""
    _check(reading, showing, writing)
    reading = _singled(reading)
    options = CalendarOptions(
        _length(writing.alarm),
        windows=writing.windows,
        stamp=_stamp(writing.stamp, reading),
        name=writing.name,
        source=writing.source,
        expanded=writing.expand,
        private=private_items(writing),
    )
    remarks = [*of_private_items(reading, options.private)]
    if options.private is PrivateItems.LEFT_OUT:
        reading = replace(reading, occurrences=public(reading.occurrences))
    remarks += (*of_losses(reading), *(() if writing.vdir else of_zones(reading, options)))
    if writing.vdir:
        from agendacli.cli.actions.calendars.updating import deliver_vdir

        deliver_vdir(reading, options, named_path(writing.vdir), showing)
    elif writing.split and showing.output:
        from agendacli.cli.actions.calendars.parts import deliver_split

        remarks += deliver_split(reading, options, by=writing.split, folder=named_path(showing.output), showing=showing)
    elif writing.since:
        from agendacli.cli.actions.calendars.updating import deliver_update

        deliver_update(reading, options, writing.since, showing)
    else:
        remarks += _deliver_pieces(calendar_pieces(reading.occurrences, options, sequences(reading)), showing.output)
    for each in () if showing.quiet else remarks:
        tell(each)
    finish(sound=reading.is_sound)


def calendar_of(reading: Reading, name: str, occurrences: Iterable[Occurrence]) -> bytes:
    """Some of the sessions as a calendar of their own, written as `export` does without options."""
    return calendar(tuple(occurrences), CalendarOptions(stamp=_stamp(None, reading), name=name), sequences(reading))


def _singled(reading: Reading) -> Reading:
    """What is to be written, each item once; what is left out as a copy is told, as it is in no file."""
    found = singled(reading.occurrences, reading.programmes)
    for copy, kept in found.left_out:
        tell(f"{copy} is left out: it has the UID of {kept}")
    return replace(reading, occurrences=tuple(found.occurrences)) if found.left_out else reading


def private_items(writing: Writing) -> PrivateItems:
    """What is to become of private items."""
    return PrivateItems.LEFT_OUT if writing.public else PrivateItems.BUSY if writing.busy else PrivateItems.KEPT


def _deliver_pieces(pieces: Iterable[bytes], output: str | None) -> Iterable[str]:
    """Writes a file atomically, or standard output piece by piece. Returns the remarks."""
    if output:
        before, after = read_if_there(named_path(output)), b"".join(pieces)
        deliver(after, output)
        return of_older_files({output: before}, {output: after})
    for _, some in groupby(pieces, key=_Filling()):
        deliver(b"".join(some), None)
    return ()


class _Filling:
    """Numbers pieces so that those of one number are about as much as is passed on at a time."""

    def __init__(self) -> None:
        self._size = 0

    def __call__(self, piece: bytes) -> int:
        self._size += len(piece)
        return self._size // _AT_A_TIME


def _check(reading: Reading, showing: Showing, writing: Writing) -> None:
    """End the run if the wishes do not go together, or if files would be made of faulty input."""
    if writing.split and not showing.output:
        refuse("--split writes several files; name the folder for them with `-o`")
    if writing.vdir and showing.output:
        refuse("--vdir is a place of its own; leave out `-o`")
    if writing.public and writing.busy:
        refuse("--public leaves out what --busy would show as “Busy”; choose one of them")
    if writing.since and (writing.vdir or writing.split):
        refuse("--since is for one file: `--vdir` updates what is in the folder, and `--split` starts afresh")
    target = writing.vdir or showing.output or writing.since
    check_input(reading, target, "compared" if target == writing.since else "")


def check_input(reading: Reading, target: str | None, what: str = "") -> None:
    """End the run if a file would be made of faulty input, or if what is asked for holds an event twice."""
    if target and not reading.loaded.is_sound:
        refuse(f"nothing is {what or f'written to {target}'}: the input has errors")
    twice = [id_ for id_, count in Counter(each.id for each in reading.programmes).items() if count > 1]
    if twice:
        refuse(f"`{twice[0]}` is asked for in two revisions, which are the same items; export one of them")


def _length(text: str | None) -> timedelta | None:
    if not text:
        return None
    from agendacli.words.times.lengths import read_length

    length = read_length(text)
    return refuse(f"--alarm: {length}") if isinstance(length, Refusal) else length


def _stamp(text: str | None, reading: Reading) -> datetime | None:
    """The moment of `--stamp`, else of SOURCE_DATE_EPOCH (seconds since 1970), UTC."""
    if text is None:
        return _epoch(reading.surroundings.environment.get("SOURCE_DATE_EPOCH", ""))
    from agendacli.words.times.typed.hours import read_moment

    moment = read_moment(text, Clock(reading.surroundings.moment))
    return refuse(f"--stamp: {moment}") if isinstance(moment, Refusal) else moment.instant_in("UTC")


def _epoch(seconds: str) -> datetime | None:
    if not seconds:
        return None
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError):
        return refuse(f"SOURCE_DATE_EPOCH: `{seconds}` is not a number of seconds since 1970")
