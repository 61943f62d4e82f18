"""What `export` and `timetable -f ics` share: the selected sessions as an iCalendar file."""

from collections import Counter
from datetime import UTC, datetime, timedelta

from agendacli.cli.options import Showing
from agendacli.cli.outcome import deliver, refuse
from agendacli.cli.reading import Reading
from agendacli.export.ics import CalendarOptions, calendar
from agendacli.model.asked import Clock, Moment, Refusal
from agendacli.source.clock_words import read_length, read_moment


def deliver_calendar(
    reading: Reading, showing: Showing, alarm: str | None = None, stamp: str | None = None, *, windows: bool = True
) -> None:
    """Write the selected sessions as one calendar; with `-o` whole or, if the input has errors, not at all."""
    if showing.output and not reading.loaded.is_sound:
        refuse(f"nothing is written to {showing.output}: the input has errors")
    options = CalendarOptions(_length(alarm), windows, _stamp(stamp, reading))
    sequences = Counter(each.id for each in reading.loaded.revisions)
    deliver(calendar(reading.occurrences, options, sequences), showing.output)
    reading.finish()


def _length(text: str | None) -> timedelta | None:
    length = read_length(text) if text else None
    return refuse(f"--alarm: {length}") if isinstance(length, Refusal) else length


def _stamp(text: str | None, reading: Reading) -> datetime | None:
    """The moment of `--stamp`, else of SOURCE_DATE_EPOCH (seconds since 1970), UTC."""
    if text is None:
        return _epoch(reading.surroundings.environment.get("SOURCE_DATE_EPOCH", ""))
    moment = read_moment(text, Clock(Moment(reading.surroundings.now)))
    return refuse(f"--stamp: {moment}") if isinstance(moment, Refusal) else moment.instant_in("UTC")


def _epoch(seconds: str) -> datetime | None:
    if not seconds:
        return None
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError):
        return refuse(f"SOURCE_DATE_EPOCH: `{seconds}` is no number of seconds since 1970")
