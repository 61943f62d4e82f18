"""When the events of a schedule are: dates with an offset, or a day and a time on clocks that are perhaps not named."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from agendacli.formats.frab.schedule import FrabEvent, FrabSchedule
from agendacli.formats.given import Given
from agendacli.model.codes import NO_ZONE
from agendacli.model.exchange_codes import SCHEDULE_LOST, SCHEDULE_ZONE
from agendacli.model.findings import Findings
from agendacli.model.frozen import frozen
from agendacli.model.span import Span
from agendacli.model.when import DAY, Timed
from agendacli.model.zones import instant, wall
from agendacli.words.zones import zone_at, zone_named

_LENGTH = re.compile(r"(?:(\d{1,3}):(?=\d+:\d+:))?(\d{1,3}):([0-5]?\d)(?::([0-5]?\d))?")
_ISO_LENGTH = re.compile(r"P(?:(\d{1,3})D)?(?:T(?=\d)(?:(\d{1,4})H)?(?:(\d{1,4})M)?(?:(\d{1,5})S)?)?")
_MINUTES = re.compile(r"\d{1,4}")


@frozen
class ScheduleClocks:
    """On whose clocks a schedule is told: the zone, and the time of day at which a new day begins."""

    zone: str
    day_change: time = time()


def clocks_of(schedule: FrabSchedule, given: Given, findings: Findings) -> ScheduleClocks | None:
    """The clocks of a schedule: as asked, else as it says itself. None where it says nothing; that is told."""
    zone = given.zone or _zone(schedule, given, findings)
    return ScheduleClocks(zone, _time(schedule.day_change) or time()) if zone else None


def _zone(schedule: FrabSchedule, given: Given, findings: Findings) -> str | None:
    named = zone_named(schedule.zone_name) if schedule.zone_name else None
    stated = [each for each in (_aware(event.date) for event in schedule.events) if each]
    if not stated:
        if named is None:
            _ask(schedule, given, findings)
        return named
    if named and (schedule.has_instants or all(wall(each, named).utcoffset() == each.utcoffset() for each in stated)):
        return named
    return _zone_of_offsets(stated, schedule, given, findings)


def _zone_of_offsets(stated: Sequence[datetime], schedule: FrabSchedule, given: Given, findings: Findings) -> str:
    """A zone whose clocks show the offset that most times have; what the schedule names has another."""
    [(offset, _)] = Counter(each.utcoffset() or timedelta() for each in stated).most_common(1)
    zone = zone_at(offset) or "UTC"
    if schedule.zone_name:
        shown = next(each for each in stated if each.utcoffset() == offset).isoformat()[-6:]
        message = f"`{schedule.zone_name}` is named, but the times say {shown}, which counts"
        findings.report(SCHEDULE_ZONE, Span(given.file), f"{message}; name the zone with `--zone`")
    return zone


def _ask(schedule: FrabSchedule, given: Given, findings: Findings) -> None:
    from agendacli.words.world import known_city

    city = known_city(schedule.city) if schedule.city else None
    way = f"for {city.name} `--zone {city.zone}`" if city else "as with `--zone Europe/Vienna`"
    span = schedule.events[0].span if schedule.events else Span(given.file)
    findings.report(NO_ZONE, span, f"the times have no time zone; name it, {way}")


def time_of(event: FrabEvent, clocks: ScheduleClocks, findings: Findings) -> Timed | None:
    """When an event is, on these clocks; None and a diagnostic where that cannot be read. No end is not known."""
    start = _start(event, clocks)
    length = _length(event.duration)
    if start is None:
        said = event.date or f"{event.day} {event.start}".strip() or "nothing"
        findings.report(SCHEDULE_LOST, event.span, f"“{event.title}” is left out: `{said}` is not a date and time")
        return None
    if length is None and event.duration:
        message = f"“{event.title}” has no end: `{event.duration}` is not a duration; write `00:45`"
        findings.report(SCHEDULE_LOST, event.span, message)
    try:
        end = _end(start, length, event, clocks)
        if end and instant(end, clocks.zone) < instant(start, clocks.zone):
            findings.report(SCHEDULE_LOST, event.span, f"“{event.title}” has no end: `{event.end}` is before its start")
            end = None
        return Timed(start, end, clocks.zone)
    except OverflowError:
        findings.report(SCHEDULE_LOST, event.span, f"“{event.title}” is left out: it ends beyond the calendar")
        return None


def _start(event: FrabEvent, clocks: ScheduleClocks) -> datetime | None:
    stated = _moment(event.date)
    if stated and stated.tzinfo:
        return _on(clocks, stated)
    if stated and "T" in event.date:
        return stated
    day, hour = day_in(event.date) or day_in(event.day), _time(event.start)
    if day is None or hour is None:
        return None
    return datetime.combine(day + DAY if hour < clocks.day_change else day, hour)


def _end(start: datetime, length: timedelta | None, event: FrabEvent, clocks: ScheduleClocks) -> datetime | None:
    """The end: as stated, else so long after the start in real time."""
    stated = _moment(event.end) if "T" in event.end else None
    if stated:
        return _on(clocks, stated) if stated.tzinfo else stated
    return None if length is None else _on(clocks, instant(start, clocks.zone) + length)


def _on(clocks: ScheduleClocks, moment: datetime) -> datetime:
    return wall(moment, clocks.zone).replace(tzinfo=None)


def _aware(text: str) -> datetime | None:
    found = _moment(text)
    return found if found and found.tzinfo else None


def _moment(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if _is_in_calendar(found) else None


def day_in(text: str) -> date | None:
    """The date with which a text begins."""
    try:
        found = date.fromisoformat(text[: len("2026-03-14")])
    except ValueError:
        return None
    return found if _is_in_calendar(found) else None


def _is_in_calendar(day: date) -> bool:
    """Whether days lie before and after it on the clocks of every zone."""
    return date.min.year < day.year < date.max.year


def _time(text: str) -> time | None:
    """A time of day, `9:30` or `09:30:00`; also that with which a date begins a day."""
    hour, _, rest = text.rpartition("T")[2].partition(":")
    try:
        return time.fromisoformat(f"{hour.strip():0>2}:{rest[:5]}")
    except ValueError:
        return None


def _length(text: str) -> timedelta | None:
    """A duration: days, hours, minutes and seconds with colons between them, as `PT45M`, or a number of minutes."""
    if _MINUTES.fullmatch(text):
        return timedelta(minutes=int(text))
    found = _LENGTH.fullmatch(text) or _ISO_LENGTH.fullmatch(text)
    if not found:
        return None
    days, hours, minutes, seconds = (int(each or 0) for each in found.groups())
    return timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
