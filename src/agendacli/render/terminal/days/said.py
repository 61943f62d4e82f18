"""What is said of a session in the plan of a day, the same in a line and in a box."""

from collections.abc import Iterator, Mapping
from dataclasses import field

from agendacli.model.dial import Dial
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.when import Days, DayWindow, Hours, days_touched
from agendacli.render.terminal import styles
from agendacli.render.terminal.days.event_signs import NO_SIGNS, EventSigns
from agendacli.render.terminal.phrases import (
    Changed,
    changes_of,
    joined,
    people_text,
    title,
)
from agendacli.render.terminal.text import Text
from agendacli.words.harmless import one_line
from agendacli.words.prose import clock_text

_USUAL_KIND = "session"  # which says nothing


@frozen
class SaidOf:
    """What a day has to say of each of its sessions.

    `signs`: of which event it is; `cities`: in which city. `others` are the occurrences on the clocks beside by
    id, `changed` what changed of them.
    """

    dial: Dial = Dial.TWENTY_FOUR
    signs: EventSigns = NO_SIGNS
    cities: bool = False
    others: Mapping[str, Occurrence] = field(default_factory=dict)
    changed: Changed = field(default_factory=dict)

    def about(self, occurrence: Occurrence, *, city: bool = True, room: bool = False) -> Iterator[Text]:
        """What stands below a title: what changed, where it belongs if days hold several, the people.

        The `city` goes without saying below that of a column; the `room` has to be told where it is in no other place.
        """
        yield from changes_of(occurrence, self.changed)
        where = (occurrence.room if room else None, occurrence.place.city if city and self.cities else None)
        origin = joined(where, styles.QUIET)
        people = people_text(occurrence.session.participants)
        yield from (each for each in (origin, people) if each)

    def title(self, occurrence: Occurrence) -> Text:
        """The title behind the sign of its event."""
        return self.signs.before(occurrence.programme, title(occurrence))

    def item(self, occurrence: Occurrence) -> Text:
        """An item of a block: its hours and its title."""
        hours = clock_text(occurrence.when, dial=self.dial)
        return Text(overflow="fold").append(f"{hours} ", styles.TIME).append_text(title(occurrence))

    def hours(self, occurrence: Occurrence) -> str:
        """What is known of hours that are not on the clock, on the clocks beside too."""
        other = self.others.get(occurrence.id)
        beside = f" ({clock_text(other.when, days_touched(occurrence.when)[0], self.dial)})" if other else ""
        return f"{hours_text(occurrence, self.dial)}{beside}"


def hours_text(occurrence: Occurrence, dial: Dial, *, aligned: bool = False) -> str:
    """The hours; a letter or a deadline has a day and no hours that could be unknown, so its kind stands there."""
    when, session = occurrence.when, occurrence.session
    has_no_hours = isinstance(when, DayWindow) or (isinstance(when, Days) and when.hours is Hours.UNKNOWN)
    if has_no_hours and session.transparent and session.kind != _USUAL_KIND:
        return one_line(session.kind)
    return clock_text(when, dial=dial, aligned=aligned)
