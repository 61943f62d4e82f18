"""Times in records: ISO 8601."""

from datetime import date, datetime, timedelta

from agendacli.model.when import Days, DayWindow, Hours, Timed, TimeWindow, When
from agendacli.model.zones import instant, wall, zone_of


def start_text(when: When, zone: str | None = None) -> str:
    """The first day, or the first moment with its offset, in `zone` (None: its own)."""
    if isinstance(when, Timed | TimeWindow):
        return moment_text(when.start, when.zone, zone)
    return iso_day(when.start)


def end_text(when: When, zone: str | None = None) -> str | None:
    """The day after the last, or the moment of the end with its offset; None if no document states an end."""
    if isinstance(when, Timed | TimeWindow):
        return moment_text(when.end, when.zone, zone) if when.end else None
    return iso_day(when.end)


def duration_text(when: When) -> str | None:
    """Its length; of a window the length that has to fit inside; None if unknown.

    Times on the clock give the hours that pass (`PT2H45M`), days give days (`P2D`) (RFC 5545 3.3.6).
    """
    if isinstance(when, Timed):
        return _hours(instant(when.end, when.zone) - instant(when.start, when.zone)) if when.end else None
    if isinstance(when, TimeWindow):
        return None if when.length is None else _hours(when.length)
    days = when.days if isinstance(when, DayWindow) else _whole_days(when)
    return f"P{days}D" if days else None


def moment_text(wall_time: datetime, own: str, zone: str | None = None) -> str:
    """A naive wall time of the zone `own` in `zone` (None: its own), with its offset.

    `2017-09-04T10:15:00+02:00`; a time that the clocks skip becomes the one that they show instead.
    """
    if zone is None or zone == own:
        aware = wall_time.replace(tzinfo=zone_of(own))
        if aware.utcoffset() == aware.replace(fold=1 - aware.fold).utcoffset():  # the wall time exists once (PEP 495)
            return aware.isoformat(timespec="seconds")
    return instant_text(instant(wall_time, own), zone or own)


def iso_clock(moment: str | None) -> str | None:
    """The hour and minute of a moment: `10:15`."""
    return moment[11:16] if moment else None


def instant_text(moment: datetime, zone: str) -> str:
    """An instant in a zone: `2017-09-04T10:15:00+02:00`."""
    return wall(moment, zone).isoformat(timespec="seconds")


def iso_day(day: date) -> str:
    """A day: `2017-09-04`."""
    return day.isoformat()


def _whole_days(when: Days) -> int | None:
    return (when.end - when.start).days if when.hours is Hours.ALL else None


def _hours(length: timedelta) -> str:
    minutes, seconds = divmod(int(length.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    parts = ((hours, "H"), (minutes, "M"), (seconds, "S"))
    return "PT" + ("".join(f"{number}{unit}" for number, unit in parts if number) or "0S")
