"""The zones that a file defines itself, as far as what it holds uses them."""

from collections.abc import Iterable, Iterator, Mapping

from agendacli.formats.ics.component import TIMES, Component
from agendacli.formats.ics.oddities import Oddities
from agendacli.formats.ics.text import read_escaped
from agendacli.formats.ics.values import FIRST_YEAR, LAST_YEAR, read_date_time
from agendacli.formats.ics.zones.clocks import DefinedClocks
from agendacli.model.codes import ICS_ZONE

# So many years after its start a custom zone has to keep the same time as an IANA zone for an endless series.
_ENDLESS = 10


class OwnZones:
    """The VTIMEZONEs that were met, by their TZID without escapes.

    In a VTIMEZONE it is TEXT and escapes its commas, in a parameter it does not, but some programs escape them there
    as well: all of these name one zone.
    """

    def __init__(self, oddities: Oddities) -> None:
        self._oddities = oddities
        self._known: dict[str, Component] = {}

    def take(self, timezone: Component) -> None:
        """Take another VTIMEZONE; of one name the last counts. One without a name cannot be meant by anything."""
        if tzid := timezone.value("TZID"):
            self._known[read_escaped(tzid)] = timezone

    def used_by(self, components: Iterable[Component], likely: str) -> Mapping[str, str | DefinedClocks]:
        """Each zone that those VEVENTs name and the file defines: the IANA zone alike, else its clocks."""
        years = _years_in_use(components)
        known = ((tzid, self._known.get(read_escaped(tzid))) for tzid in years)
        zones = ((tzid, self._zone(timezone, years[tzid], likely)) for tzid, timezone in known if timezone)
        return {tzid: zone for tzid, zone in zones if zone}

    def _zone(self, timezone: Component, years: tuple[int, int], likely: str) -> str | DefinedClocks | None:
        from agendacli.formats.ics.zones.observances import read_clocks, zone_alike  # which few files need

        tzid = timezone.value("TZID")[:60]
        clocks = read_clocks(timezone, *years)
        if clocks is None:
            message = f"the VTIMEZONE of `{tzid}` has no rules that can be read"
            self._oddities.tell(ICS_ZONE, timezone.line, message)
            return None
        zone = zone_alike(clocks, timezone, (likely,), *years)
        if zone is None:
            message = f"no known zone keeps the time of `{tzid}`; its times are shown in UTC, and repeat there"
            self._oddities.tell(ICS_ZONE, timezone.line, message)
        return zone or clocks


def _years_in_use(components: Iterable[Component]) -> Mapping[str, tuple[int, int]]:
    """The first and the last year in which each zone is used."""
    years: dict[str, tuple[int, int]] = {}
    for component in components:
        for tzid, year in _uses(component):
            first, last = years.get(tzid, (year, year))
            years[tzid] = min(first, year), max(last, year)
    return years


def _uses(component: Component) -> Iterator[tuple[str, int]]:
    """Each year in which a VEVENT names a zone; one that repeats goes on for some more."""
    more = _ENDLESS if component.first("RRULE") else 0
    for name in TIMES:
        for met in component.every(name):
            tzid = met.parameters.get("TZID", "")
            found = (read_date_time(text.partition("/")[0].strip()) for text in met.value.split(","))
            for year in (each.year for each in found if each):
                yield tzid, max(year, FIRST_YEAR)
                yield tzid, min(year + more, LAST_YEAR)
