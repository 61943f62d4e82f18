"""How a VEVENT repeats: RRULE, RDATE and EXDATE (RFC 5545 3.8.5)."""

from agendacli.formats.ics.component import Component, Property
from agendacli.formats.ics.oddities import Oddities
from agendacli.formats.ics.read.rrule import read_rrule
from agendacli.formats.ics.read.times import Times, Wall, moved_to, start_like, wall_in_zone
from agendacli.formats.ics.values import read_duration
from agendacli.model.codes import ICS_RULE, ICS_VALUE
from agendacli.model.frozen import frozen
from agendacli.model.programme import Repeat, Start
from agendacli.model.when import Days, Timed

_LONGEST = 100  # of a UID in a message


def read_repeat(component: Component, times: Times, when: Timed | Days, oddities: Oddities) -> Repeat:
    """How a VEVENT with RRULE or RDATE repeats that first takes place at that time.

    Starts are told in the form of its own. A rule that cannot be read is an error, a date that is none a warning.
    """
    for met in component.every("EXRULE"):
        oddities.tell(ICS_VALUE, met.line, "EXRULE is not a part of RFC 5545 any more; it was left out")
    reader = _Reader(component, times, when, oddities)
    exact = isinstance(when, Timed) and when.end not in (None, when.start)
    days = reader.days if exact else 0
    return Repeat(reader.rules(), reader.added(), reader.removed(), exact=exact, days=days)


@frozen
class _Reader:
    """A VEVENT and what is needed to read its times."""

    component: Component
    times: Times
    when: Timed | Days
    oddities: Oddities

    @property
    def days(self) -> int:
        """How many days of its length follow the clocks, so that repeats keep the hour of their end (3.3.6)."""
        length = None if self.component.first("DTEND") else read_duration(self.component.value("DURATION"))
        return length.days if length else 0

    def rules(self) -> tuple[str, ...]:
        """Every rule that can be followed."""
        found = (self._rule(each) for each in self.component.every("RRULE") if each.value)
        return tuple(each for each in found if each)

    def _rule(self, met: Property) -> str | None:
        rule = read_rrule(met.value, self.when)
        if rule.text is None and not rule.unknown:
            uid = self.component.value("UID")[:_LONGEST] or "none"
            message = f"RRULE cannot be read: {rule.message}; only its first occurrence is known (UID {uid})"
            self.oddities.lose(ICS_RULE, met.line, message)
        elif rule.message:
            self.oddities.tell(ICS_VALUE, met.line, f"RRULE: {rule.message}")
        return rule.text

    def added(self) -> tuple[Timed | Days, ...]:
        """Every further time, each once."""
        found = []
        for met in self.component.every("RDATE"):
            for text in filter(None, met.value.split(",")):
                added = self._period(met, text)
                if added is None:
                    self._tell(met, text)
                else:
                    found.append(added)
        return tuple(dict.fromkeys(found))

    def _period(self, met: Property, text: str) -> Timed | Days | None:
        """One entry of RDATE: a start, or a PERIOD with an end of its own (RFC 5545 3.3.9)."""
        begin, slash, end = text.partition("/")
        moment = self.times.read(met, begin)
        if moment is None:
            return None
        if slash and isinstance(moment, Wall) and isinstance(self.when, Timed):
            until = self.times.period_end(met._replace(value=end), moment)
            own = wall_in_zone(Wall(until, moment.zone), self.when.zone) if until else None
            return Timed(wall_in_zone(moment, self.when.zone), own, self.when.zone)
        return moved_to(self.when, moment, self.days)

    def removed(self) -> frozenset[Start]:
        """Every start that does not take place; a day means all that begin on it."""
        found = set()
        for met in self.component.every("EXDATE"):
            for text in filter(None, met.value.split(",")):
                moment = self.times.read(met, text)
                if moment is None:
                    self._tell(met, text)
                else:
                    found.add(start_like(moment, self.when) if isinstance(moment, Wall) else moment)
        return frozenset(found)

    def _tell(self, met: Property, text: str) -> None:
        message = f"{met.name} `{text[:40]}` is not a time; it was left out"
        self.oddities.tell(ICS_VALUE, met.line, message, met.name)
