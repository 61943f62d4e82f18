"""On whose clocks times are shown to people."""

from agendacli.analysis.timetable.sections import OWN_ZONE, shown_in
from agendacli.model.dial import Dial
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.when import Timed, TimeWindow


@frozen
class Clocks:
    """The zone of the clocks (None: each event's own), that of others beside (`event`: its own), and their dial."""

    zone: str | None = None
    second: str | None = None
    dial: Dial = Dial.TWENTY_FOUR

    def shown(self, occurrence: Occurrence) -> Occurrence:
        """The occurrence as the clocks show it."""
        return shown_in(occurrence, self.zone)

    def beside(self, occurrence: Occurrence) -> Occurrence | None:
        """The occurrence as the clocks beside show it; None where these are the same, or it has no hours."""
        if self.second is None or not isinstance(occurrence.when, Timed | TimeWindow):
            return None
        zone = occurrence.session.own_zone if self.second == OWN_ZONE else self.second
        other = shown_in(occurrence, zone)
        return None if other.zone == self.shown(occurrence).zone else other


USUAL_CLOCKS = Clocks()
