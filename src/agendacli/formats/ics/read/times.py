"""The times of a VEVENT: a day, or a wall time with its zone; and from start, end and duration what is known of it."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from agendacli.formats.ics.component import Component, Property, is_ours
from agendacli.formats.ics.oddities import Oddities
from agendacli.formats.ics.values import LAST_YEAR, Length, is_as_prescribed, read_date_time, read_duration
from agendacli.model.codes import ICS_VALUE, ICS_ZONE, LONG_SPAN
from agendacli.model.programme import Start
from agendacli.model.when import DAY, Days, Hours, Timed, days_touched
from agendacli.model.zones import instant, steady_offset, wall, zone_of
from agendacli.words.times.slips import slip_of_the_year
from agendacli.words.zones import stated_offset, zone_at, zone_named

if TYPE_CHECKING:
    from agendacli.formats.ics.zones.clocks import DefinedClocks

UTC_NAME = "UTC"
_MIDNIGHT = time()
_BOUNDS = frozenset({"DTSTART", "DTEND"})


class Wall(NamedTuple):
    """A naive wall time and its zone."""

    time: datetime
    zone: str


Moment = date | Wall
"""The value of a DATE or DATE-TIME: a day, or a wall time."""


class Times:
    """Reads the times of one calendar: `floating` is the zone of its floating times, `custom` what it defines itself.

    A custom zone that no IANA zone is like is read into UTC, since nothing else can hold its instants. On `clocks`
    those in UTC are read. With `guesses` nobody has said what `floating` is, so that times in it are told.
    """

    def __init__(
        self,
        floating: str,
        custom: "Mapping[str, str | DefinedClocks]",
        oddities: Oddities,
        *,
        clocks: str | None = None,
        guesses: bool = False,
    ) -> None:
        self.floating = floating
        self.clocks = clocks
        self.guesses = guesses
        self._custom = custom
        self._oddities = oddities
        self._zones: dict[str, str | DefinedClocks] = {}

    def read(self, met: Property, text: str | None = None, default: str | None = None) -> Moment | None:
        """The time of a property (or of one `text` of its list); None if it has none.

        A wall time without zone belongs to the zone `default`, else it floats.
        """
        said = (met.value if text is None else text).strip()
        moment = read_date_time(said)
        if moment and not is_as_prescribed(said):
            self._tell_form(met, said, moment)
        if not isinstance(moment, datetime):
            return moment
        if met.parameters.get("VALUE") == "DATE":
            if moment.time() != _MIDNIGHT:
                message = f"{met.name} `{said[:40]}` says VALUE=DATE and has a time, which was kept"
                self._oddities.tell(ICS_VALUE, met.line, message, f"{met.name} date")
            elif met.name not in _BOUNDS:
                return moment.date()
        if moment.tzinfo is UTC:
            return Wall(moment.replace(tzinfo=None), UTC_NAME)
        tzid = met.parameters.get("TZID")
        if moment.tzinfo:
            return _with_offset(moment, tzid)
        if not tzid:
            return Wall(moment, default or self.floating)
        zone = self._zones.get(tzid) or self._zone(tzid, met.line)
        return Wall(moment, zone) if isinstance(zone, str) else Wall(zone.utc(moment), UTC_NAME)

    def _tell_form(self, met: Property, said: str, moment: date) -> None:
        message = f"{met.name} `{said[:40]}` is not written as RFC 5545 has it; it was read as {moment.isoformat()}"
        self._oddities.tell(ICS_VALUE, met.line, message, f"{met.name} form")

    def floats(self, met: Property) -> bool:
        """Whether a wall time of that property would belong to no zone."""
        if met.parameters.get("TZID") or met.value.strip().upper().endswith("Z"):
            return False
        moment = read_date_time(met.value.strip())
        return not isinstance(moment, datetime) or moment.tzinfo is None

    def when(self, component: Component) -> Timed | Days | None:
        """What DTSTART, DTEND and DURATION say together; None when no start can be read.

        Without an end and a duration it ends when it starts (3.6.1), but in files of our own, where that is an end
        that is not known; a day is one day. An end before the start is not known, one at the start is believed: both
        are told.
        """
        met = component.first("DTSTART")
        start = self.read(met) if met else None
        if start is None or met is None:
            return None
        found = self._from(component, start, met)
        if slip := slip_of_the_year(*days_touched(found)):
            self._oddities.tell(LONG_SPAN, met.line, slip)
        return found

    def _from(self, component: Component, start: Moment, met: Property) -> Timed | Days:
        if not isinstance(start, Wall):
            return self._days(component, start)
        timed = self._timed(component, start, met)
        found = _whole_days(timed) if _is_all_day(component, met) else timed
        if self.guesses and isinstance(found, Timed) and self.floats(met):
            self.tell_floating(component.line)
        return found

    def tell_floating(self, line: int) -> None:
        """Tell that a VEVENT in that line has a time without a zone, which was guessed."""
        message = f"times without a zone were read in {self.floating}, as here; `--zone` says another"
        self._oddities.tell(ICS_ZONE, line, message, "floating")

    def _zone(self, tzid: str, line: int) -> "str | DefinedClocks":
        zone = zone_named(tzid) or self._custom.get(tzid) or self._stated(tzid, line)
        if zone is None:
            message = f"`{tzid}` is not a known time zone, and the file does not define it; read in {self.floating}"
            self._oddities.tell(ICS_ZONE, line, message)
        self._zones[tzid] = zone or self.floating
        return self._zones[tzid]

    def _stated(self, tzid: str, line: int) -> "str | DefinedClocks | None":
        """The clocks that a name states by their offset alone."""
        if (offset := stated_offset(tzid)) is None:
            return None
        from agendacli.formats.ics.zones.clocks import steady_clocks  # what most files need no module for
        from agendacli.words.prose import offset_text

        if tzid.rstrip(") ")[-1:].isalpha():
            said = f"`{tzid[:60]}` is not a known time zone; it was read as {offset_text(offset)} all through the year"
            self._oddities.tell(ICS_ZONE, line, said)
        return zone_at(offset) or steady_clocks(offset)

    def _timed(self, component: Component, start: Wall, met: Property) -> Timed:
        end = None if is_ours(component) else start.time
        if end_property := component.first("DTEND"):
            end = self._end(end_property, start, None if self.floats(met) else start.zone)
        elif length_property := component.first("DURATION"):
            end = self._after(length_property, start)
        return Timed(start.time, end, start.zone)

    def period_end(self, met: Property, start: Wall) -> datetime | None:
        """The end of a PERIOD (3.3.9) that begins then, in the zone of its start; reported if there is none."""
        if read_duration(met.value):
            return self._after(met, start)
        return self._end(met, start, start.zone)

    def _end(self, met: Property, start: Wall, default: str | None) -> datetime | None:
        moment = self.read(met, default=default)
        if moment is None:
            self._tell_end(met, "is not a time")
            return None
        end = wall_in_zone(moment, start.zone) if isinstance(moment, Wall) else datetime.combine(moment, _MIDNIGHT)
        return self._checked(met, end, start)

    def _after(self, met: Property, start: Wall) -> datetime | None:
        length = read_duration(met.value)
        if length is None:
            self._tell_end(met, "is not a duration")
            return None
        return self._checked(met, _later(start, length), start)

    def _checked(self, met: Property, end: datetime | None, start: Wall) -> datetime | None:
        if end and _is_after(end, start):
            return end
        if end and instant(end, start.zone) == instant(start.time, start.zone):
            message = f"{met.name} `{met.value[:40]}` is the start itself; it was read as taking no time"
            self._oddities.tell(ICS_VALUE, met.line, message, f"{met.name} no time")
            return start.time
        self._tell_end(met, "does not come after the start")
        return None

    def _tell_end(self, met: Property, fault: str) -> None:
        message = f"{met.name} `{met.value[:40]}` {fault}; the end was taken as not known"
        self._oddities.tell(ICS_VALUE, met.line, message, f"{met.name} {fault}")

    def _days(self, component: Component, start: date) -> Days:
        met = component.first("DTEND") or component.first("DURATION")
        end = met and (self._last_day(met, start) if met.name == "DTEND" else _days_after(met, start))
        if met and end is None:
            message = f"{met.name} `{met.value[:40]}` gives no end after the start; taken as one day"
            self._oddities.tell(ICS_VALUE, met.line, message, f"{met.name} one day")
        return Days(start, end or start + DAY, None, Hours.ALL)

    def _last_day(self, met: Property, start: date) -> date | None:
        """The day after the last. The same day as the start is a common way to write one day."""
        moment = self.read(met)
        end = _day_after(moment) if isinstance(moment, Wall) else moment
        return None if end is None or end < start else max(end, start + DAY)


def wall_in_zone(moment: Wall, zone: str) -> datetime:
    """The naive wall time that the clocks of a zone show then."""
    if moment.zone == zone:
        return moment.time
    return wall(instant(moment.time, moment.zone), zone).replace(tzinfo=None)


def start_like(moment: Moment, when: Timed | Days) -> Start:
    """The start of one occurrence of a session, in the form that the session's own start has.

    A day given for a session on the clock means its usual hour on that day.
    """
    return _day_of(moment) if isinstance(when, Days) else _wall_like(moment, when)


def moved_to(when: Timed | Days, moment: Moment, days: int = 0) -> Timed | Days:
    """The same time at another start, with the same exact length, but for so many days, which follow the clocks.

    One that would end beyond all calendars is a day, or has an end that is not known.
    """
    if isinstance(when, Days):
        day = _day_of(moment)
        length = when.end - when.start
        return Days(day, day + (length if day.year + length.days // 365 < LAST_YEAR else DAY), None, when.hours)
    start = _wall_like(moment, when)
    if when.end is None:
        return Timed(start, None, when.zone)
    begin = when.start + days * DAY if days else when.start  # a sum forgets which of two equal times it is
    rest = instant(when.end, when.zone) - instant(begin, when.zone)
    return Timed(start, _later(Wall(start, when.zone), Length(days, rest)), when.zone)


def _day_of(moment: Moment) -> date:
    return moment.time.date() if isinstance(moment, Wall) else moment


def _wall_like(moment: Moment, when: Timed) -> datetime:
    if isinstance(moment, Wall):
        return wall_in_zone(moment, when.zone)
    return datetime.combine(moment, when.start.time())


def _shown(moment: datetime, zone: str) -> datetime:
    return wall(moment, zone).replace(tzinfo=None)


def _days_after(met: Property, start: date) -> date | None:
    """The day after the last, for a duration; parts of a day count as one."""
    length = read_duration(met.value)
    days = length.days - (-length.rest // DAY) if length else 0
    return start + days * DAY if 0 < days < (LAST_YEAR - start.year) * 365 else None


def _later(start: Wall, length: Length) -> datetime | None:
    """The end after a duration, or None beyond all calendars: days follow the clocks, hours are exact (3.3.6)."""
    try:
        begin = start.time + length.days * DAY
        end = begin + length.rest
        if end.date() != begin.date() or steady_offset(begin.toordinal(), start.zone) is None:
            end = _shown(instant(begin, start.zone) + length.rest, start.zone)
    except OverflowError:
        return None
    return end if end.year <= LAST_YEAR else None


def _is_after(end: datetime, start: Wall) -> bool:
    """Whether an end comes after a start; near each other only instants tell."""
    begin = start.time
    steady = end.date() == begin.date() and steady_offset(begin.toordinal(), start.zone) is not None
    apart = steady or end - begin > DAY
    return end > begin if apart else instant(end, start.zone) > instant(begin, start.zone)


def _is_all_day(component: Component, start: Property) -> bool:
    """Whether a time from midnight to midnight means days, as VALUE=DATE says, or Outlook."""
    return start.parameters.get("VALUE") == "DATE" or component.value("X-MICROSOFT-CDO-ALLDAYEVENT").upper() == "TRUE"


def _with_offset(moment: datetime, tzid: str | None) -> Wall:
    """A time with an offset, in the zone that it names as well, else in that of the offset."""
    offset = moment.utcoffset() or timedelta()
    zone = (zone_named(tzid) if tzid and offset else None) or zone_at(offset) or UTC_NAME
    return Wall(moment.astimezone(zone_of(zone)).replace(tzinfo=None), zone)


def _whole_days(when: Timed) -> Timed | Days:
    end = when.start + DAY if when.end in (None, when.start) else when.end
    if when.start.time() != _MIDNIGHT or end.time() != _MIDNIGHT:
        return when
    return Days(when.start.date(), end.date(), None, Hours.ALL)


def _day_after(moment: Wall) -> date:
    """The first day that a time does not touch."""
    day = moment.time.date()
    return day if moment.time.time() == _MIDNIGHT else day + DAY
