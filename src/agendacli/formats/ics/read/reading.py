"""One run over an iCalendar file: its components, one after the other, become a programme."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from pathlib import PurePath
from typing import NamedTuple

from agendacli.formats.ics.component import TIMES, Component, Property, is_own
from agendacli.formats.ics.oddities import Oddities
from agendacli.formats.ics.read.addresses import organizer_name
from agendacli.formats.ics.read.assembly import read_components
from agendacli.formats.ics.read.large.gaps import Gap
from agendacli.formats.ics.read.large.index import CalendarContext, CalendarIndex, IndexBuilder, Read, sessions_from
from agendacli.formats.ics.read.large.plain import Plain
from agendacli.formats.ics.read.large.plain_times import FLOATING
from agendacli.formats.ics.read.series import SeriesReading
from agendacli.formats.ics.read.times import UTC_NAME, Times
from agendacli.formats.ics.read.vcalendar import Heading
from agendacli.formats.ics.read.vevent import Decoder, VeventDraft
from agendacli.formats.ics.zones.defined import OwnZones
from agendacli.model.codes import ICS_NO_CALENDAR, ICS_STRUCTURE, ICS_ZONE
from agendacli.model.findings import Findings
from agendacli.model.frozen import frozen
from agendacli.model.programme import Programme, Session
from agendacli.model.span import Span
from agendacli.model.when import Timed
from agendacli.words.directory import OnDemand
from agendacli.words.ids import slug
from agendacli.words.zones import stated_offset, zone_at, zone_named

KIND = "calendar"
STDIN = "-"
CALENDAR_ZONE = "X-WR-TIMEZONE"
_UTC_NAMES = frozenset({None, UTC_NAME, "Etc/UTC"})
_SEVERAL = 2


@frozen
class FloatingZone:
    """The zone of times without one: `name`, unless the file says another and `insists` is not set."""

    name: str
    insists: bool = False


@frozen
class Indexed:
    """The programme of a file, None if it is not a calendar; and where its sessions stand, if they are `LazySessions`.

    `naming` has the one name of each address that stands under several.
    """

    programme: Programme | None
    index: CalendarIndex | None = None
    naming: Mapping[str, str] = field(default_factory=dict)


class _Passed(NamedTuple):
    """Plain VEVENTs, and what was known of their VCALENDAR there; `floating` is None where that may yet come."""

    rows: range
    is_own: bool
    floating: str | None


class _Row(NamedTuple):
    """Plain VEVENTs of a finished VCALENDAR; so many sessions that were read stand before them."""

    before: int
    rows: range
    context: CalendarContext


class CalendarReading:
    """One run over a file. VEVENTs become drafts as they come; those that need what comes later wait for it."""

    def __init__(
        self,
        oddities: Oddities,
        floating: FloatingZone,
        plain: Plain,
        directory: OnDemand | None,
        *,
        zone_to_come: bool,
    ) -> None:
        self._oddities = oddities
        self._floating = floating
        self._plain = plain
        self._zone_to_come = zone_to_come and not floating.insists
        self._directory = directory
        self._decoder = Decoder(oddities, directory)
        self._series = SeriesReading(oddities)
        self._heading = Heading()
        self._own_zones = OwnZones(oddities)
        self._waiting: list[Component | VeventDraft | _Passed] = []
        self._rows: list[_Row] = []
        self._times: tuple[Property | None, Times] | None = None
        self._organizers: set[str | None] = set()
        self._is_late = False

    def take(self, item: Component | Gap) -> None:
        """Take the next component, or plain VEVENTs that were passed over."""
        self._heading.is_calendar = True
        if isinstance(item, Gap):
            known = not self._zone_to_come or item.calendar.first(CALENDAR_ZONE)
            floating = self._times_of(item.calendar).floating
            self._waiting.append(_Passed(item.rows, is_own(item.calendar), floating if known else None))
        elif item.name == "VEVENT":
            self._take_entry(item)
        elif item.name == "VTIMEZONE":
            self._own_zones.take(item)
        else:
            self.end_calendar(item)
            self._heading.take(item)

    def _take_entry(self, component: Component) -> None:
        if component.parent is None:
            self._oddities.tell(ICS_STRUCTURE, component.line, "this VEVENT is outside any VCALENDAR")
        draft: Component | VeventDraft | None = component
        if self._is_ready(component):
            draft = self._decoder.draft(component, self._times_of(component.parent))
        if draft:
            self._waiting.append(draft)

    def _is_ready(self, component: Component) -> bool:
        """Whether the zones of all its times are known by now."""
        unknown = self._zone_to_come and not (component.parent and component.parent.first(CALENDAR_ZONE))
        for name in TIMES:
            for met in component.properties.get(name, ()):
                tzid = met.parameters.get("TZID")
                if not zone_named(tzid) if tzid else unknown and not met.value.endswith("Z"):
                    return False
        return True

    def _times_of(self, calendar: Component | None) -> Times:
        """The reader of times for VEVENTs of that calendar that need no definition of a zone."""
        met = calendar.first(CALENDAR_ZONE) if calendar else None
        if self._times is None or self._times[0] is not met:
            guesses = met is None and not self._floating.insists
            self._times = (
                met,
                Times(self._zone_of(met), {}, self._oddities, clocks=self._clocks_of(calendar), guesses=guesses),
            )
        return self._times[1]

    def _zone_of(self, met: Property | None) -> str:
        if met is None or self._floating.insists:
            return self._floating.name
        zone = _zone_meant(met.value)
        if zone is None:
            said = f"{met.name} `{met.value[:40]}`"
            read = f"floating times were read in {self._floating.name}; `--zone` says another"
            self._oddities.tell(ICS_ZONE, met.line, f"{said} is not a known time zone; {read}")
        return zone or self._floating.name

    def _clocks_of(self, calendar: Component | None) -> str | None:
        """The zone on whose clocks the times of a VCALENDAR are read that it has in UTC; None where it names none."""
        met = calendar.first(CALENDAR_ZONE) if calendar else None
        zone = met and (self._floating.name if self._floating.insists else _zone_meant(met.value))
        return None if zone in _UTC_NAMES else zone

    def end_calendar(self, calendar: Component | None) -> None:
        """Everything of a VCALENDAR is there now: what waited for it is read, and goes into the series."""
        times = self._full_times(calendar)
        is_cancelled = calendar is not None and calendar.value("METHOD").upper() == "CANCEL"
        context = CalendarContext(
            0,
            floating=times.floating,
            is_own=is_own(calendar),
            is_cancelled=is_cancelled,
            clocks=self._clocks_of(calendar),
        )
        for each in self._waiting:
            if isinstance(each, _Passed):
                self._take_passed(each, context)
                self._tell_passed(each, times)
                continue
            draft = self._decoder.draft(each, times) if isinstance(each, Component) else each
            if draft:
                draft.session = context.applied(draft.session)
                self._organizers.add(draft.organizer)
                self._series.add(draft)
        self._waiting.clear()

    def _take_passed(self, passed: _Passed, context: CalendarContext) -> None:
        said_late = passed.is_own != context.is_own or passed.floating not in (None, context.floating)
        self._is_late = self._is_late or said_late or context.floating not in self._plain.likely
        self._rows.append(_Row(len(self._series), passed.rows, context))

    def _tell_passed(self, passed: _Passed, times: Times) -> None:
        """Tell of floating times what reading them would."""
        if times.guesses:
            for row in passed.rows:
                if self._plain.kinds[row] == FLOATING:
                    times.tell_floating(self._plain.lines[row])

    def _full_times(self, calendar: Component | None) -> Times:
        """The reader of times that knows the zones which the calendar defines itself."""
        plain = self._times_of(calendar)
        floating = plain.floating
        if calendar and calendar.first(CALENDAR_ZONE):
            self._heading.zones.add(floating)
        custom = self._own_zones.used_by((each for each in self._waiting if isinstance(each, Component)), floating)
        return Times(floating, custom, self._oddities, clocks=plain.clocks, guesses=plain.guesses)

    @property
    def unfit(self) -> frozenset[bytes]:
        """The UIDs of plain VEVENTs that have to be read after all, in another run.

        That is: those that others share, or all where the file says too late what they depend on.
        """
        if self._is_late:
            return frozenset(self._plain.uids)
        read = frozenset(map(str.encode, self._series.uids))
        if read.isdisjoint(self._plain.uids):
            return frozenset()
        return read.intersection(self._plain.uids[number] for _, rows, _ in self._rows for number in rows)

    def indexed(self, file: str, read: Read) -> Indexed:
        """The programme of everything that was taken; `read` reads the file again."""
        if not self._heading.is_calendar:
            message = "this is not an iCalendar file: it has neither a VCALENDAR nor a VEVENT"
            self._oddities.lose(ICS_NO_CALENDAR, 1, message)
            return Indexed(None)
        sessions = self._series.sessions()
        programme = self._programme(file, sessions)
        if not self._rows:
            return Indexed(replace(programme, sessions=sessions))
        builder = IndexBuilder(self._plain, sessions)
        for before, rows, context in self._rows:
            builder.add_others(before)
            builder.add_rows(rows, context)
        builder.add_others(len(sessions))
        index = builder.index()
        lazy = sessions_from(index, read, others=builder.others, file=file, directory=self._directory)
        return Indexed(replace(programme, sessions=lazy), index)

    def _programme(self, file: str, sessions: Sequence[Session]) -> Programme:
        """The programme without its sessions."""
        stem = "stdin" if file == STDIN else PurePath(file).stem
        heading = self._heading
        return Programme(
            slug(stem),
            heading.title or stem,
            file,
            kind=KIND,
            organizer=_only(self._all_organizers()),
            zone=_only(heading.zones) or _only({*_zones(sessions), *self._passed_zones()}),
            url=heading.url,
            revision=heading.revision,
            description=heading.description,
            is_diary=heading.is_diary,
            span=Span(file),
        )

    def _all_organizers(self) -> Iterable[str | None]:
        """Every organizer, and None for none; of those of plain VEVENTs no more than tell that there are several."""
        found = set(self._organizers)
        for said in self._plain.organizers if self._rows else ():
            if len(found) < _SEVERAL:
                found.add(_organizer(said))
        return found

    def _passed_zones(self) -> Iterator[str]:
        """The zones of plain VEVENTs on the clock."""
        for _, rows, context in self._rows:
            for kind in set(self._plain.kinds[rows.start : rows.stop]):
                zone = self._plain.zones[kind]
                if zone is not None:
                    yield zone or context.floating


def _zones(sessions: Iterable[Session]) -> Iterator[str]:
    return (each.when.zone for each in sessions if isinstance(each.when, Timed))


def _organizer(said: bytes | None) -> str | None:
    """The organizer by name, of what stands after the name of the property."""
    if said is None:
        return None
    lines = b"BEGIN:VEVENT\nORGANIZER" + said + b"END:VEVENT\n"
    return next(map(organizer_name, read_components(lines, Oddities("", Findings()))))


def _zone_meant(said: str) -> str | None:
    """The zone that a calendar names as its own."""
    offset = stated_offset(said)
    return zone_named(said) or (zone_at(offset) if offset is not None else None)


def _only(values: Iterable[str | None]) -> str | None:
    """The one value of several, if they are all the same."""
    found = set(values)
    return found.pop() if len(found) == 1 else None
