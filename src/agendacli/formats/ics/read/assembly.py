"""Content lines put together as components (RFC 5545 3.1, 3.6), each with its line in the file; no value is read yet.

One pass, made to be quick: a line is cut at its colon, and what stands before the colon is looked up among those that
were met before. Properties and components that nobody asks for are passed over.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from agendacli.formats.ics.bytes import content_lines, tidied
from agendacli.formats.ics.component import Component, Property
from agendacli.formats.ics.content_line import FOLD
from agendacli.formats.ics.oddities import Oddities
from agendacli.formats.ics.read.heads import CONTINUED, MARK, Head, Heads
from agendacli.model.codes import ICS_SKIPPED, ICS_STRUCTURE

_TEXTS = frozenset({"COMMENT", "DESCRIPTION", "LOCATION", "NAME", "SUMMARY", "X-WR-CALDESC", "X-WR-CALNAME"})
_CALENDAR = "VCALENDAR"
_TOLD = frozenset({"VTODO", "VJOURNAL", "VFREEBUSY"})
_IN_CALENDARS = _TOLD | {"VEVENT", "VTIMEZONE", "VAVAILABILITY"}
_NESTING: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "": frozenset({_CALENDAR, "VEVENT", "VTIMEZONE"}),
        _CALENDAR: frozenset({"VEVENT", "VTIMEZONE"}),
        "VEVENT": frozenset({"PARTICIPANT", "VLOCATION"}),
        "VTIMEZONE": frozenset({"STANDARD", "DAYLIGHT"}),
    }
)
NO_LINE_BREAK = "a line break is missing before BEGIN:VCALENDAR; the line was read as two"
ALARM = "VALARM"
_TWO_FILES = re.compile(rf"({_CALENDAR}){MARK}?BEGIN:({_CALENDAR})")


def read_components(data: bytes, oddities: Oddities) -> Iterator[Component]:
    """Every component of a file, as an `Assembly` gives them."""
    assembly = Assembly(oddities)
    yield from assembly.read(tidied(data, oddities))
    yield from assembly.close()


class Assembly:
    """Puts lines together: the components that are open, from the outermost in, and the property that was met last.

    It hands out every VEVENT and VTIMEZONE as soon as it is complete, and every VCALENDAR after its own (its `parts`
    are empty). Of alarms it hands out that they are there; other components inside are passed over, tasks and journals
    too, which is told. Lines
    that are not content lines continue the text before them, as far as there is one.
    """

    def __init__(self, oddities: Oddities, within: Component | None = None) -> None:
        self._oddities = oddities
        self._heads = Heads(oddities)
        self._open = [within] if within else []
        self._skipped = ""
        self._depth = 0
        self._values: list[Property] | None = None
        self._more: list[str] = []
        self._number = self.line = 1

    @property
    def calendar(self) -> Component | None:
        """The VCALENDAR that is open, if nothing inside it is."""
        between = len(self._open) == 1 and self._open[0].name == _CALENDAR and not self._skipped
        return self._open[0] if between else None

    def read(self, text: bytes) -> Iterator[Component]:
        """What the next lines complete, tidied and from the beginning of one on; `line` is the number of the first.

        The loop over all lines is most of the work; what is not the commonest is done elsewhere.
        """
        number, following = self._number, self.line
        properties, heads = self._properties(), self._heads.known
        for lines in content_lines(text, following, self._oddities):
            for line in lines:
                number, following = following, following + 1
                head, colon, value = line.partition(":")
                if FOLD in line:
                    following += line.count(FOLD)
                    value = value.replace(FOLD, "")
                known = heads.get(head)
                if known is None or not colon:
                    known, value = self._met(line.replace(FOLD, ""), number)
                name, parameters = known
                if name == "BEGIN" or name == "END":  # noqa: PLR1714 (half the time of looking into a set)
                    yield from self._edge(name, value.strip().upper(), number)
                    properties = self._properties()
                elif name and properties is not None:
                    if self._more:
                        self._leave()
                    values = properties.get(name)
                    if values is None:
                        values = properties[name] = []
                    values.append(Property(name, parameters, value, number))
                    self._values = values
                elif known is not CONTINUED:
                    self._pass(name, number)
        self._number, self.line = number, following

    def pass_over(self, lines: int) -> None:
        """Count so many lines as read, the last of which folds nothing."""
        self._leave()
        self.line += lines
        self._number = self.line - 1

    def close(self) -> Iterator[Component]:
        """What is not closed at the end of the file: it counts as closed there."""
        yield from self._close_to(0, self._number)

    def _properties(self) -> dict[str, list[Property]] | None:
        """Where a property goes that comes now; None where nothing asks for it."""
        return self._open[-1].properties if self._open and not self._skipped else None

    def _pass(self, name: str, number: int) -> None:
        self._leave()
        if name and not self._open and not self._skipped:
            self._stray(number)

    def _met(self, line: str, number: int) -> tuple[Head, str]:
        """The head and value of a line whose head is new; a line without one continues the text before it."""
        known, value = self._heads.met(
            line, number, in_text=self._values is not None and self._values[-1].name in _TEXTS
        )
        if known is CONTINUED:
            self._continue(value, number)
        return known, value

    def _continue(self, line: str, number: int) -> None:
        """A line that is not a content line: more of the text before it, which was broken without being folded."""
        if not line.strip() or self._skipped:
            return
        if not self._open:
            self._stray(number)
        elif self._values is None:
            message = f"“{line[:40]}” is not a content line, and continues no text; it was left out"
            self._oddities.tell(ICS_STRUCTURE, number, message, "left out")
        elif self._values[-1].name in _TEXTS:
            self._more.append(line)
            message = f"{self._values[-1].name} goes on here after a raw line break; the line was read as part of it"
            self._oddities.tell(ICS_STRUCTURE, number, message, "raw line break")
        else:
            message = f"“{line[:40]}” stands after {self._values[-1].name}, which it cannot continue; it was left out"
            self._oddities.tell(ICS_STRUCTURE, number, message, "left out")

    def _leave(self) -> None:
        """Nothing more comes of the property before: put together what was gathered of it, all at once."""
        if self._more and self._values:
            last = self._values[-1]
            self._values[-1] = last._replace(value="\n".join((last.value, *self._more)))
            self._more.clear()
        self._values = None

    def _stray(self, number: int) -> None:
        message = "this is outside any component; it was left out"
        self._oddities.tell(ICS_STRUCTURE, number, message)

    def _edge(self, edge: str, name: str, number: int) -> Iterator[Component]:
        self._leave()
        if edge == "END" and (found := _TWO_FILES.fullmatch(name)):
            return self._end_and_begin(found[1], found[2], number)
        return self._begin(name, number) if edge == "BEGIN" else self._end(name, number)

    def _end_and_begin(self, ended: str, begun: str, number: int) -> Iterator[Component]:
        """A line in which a file ends that has no last line break, and the next one begins."""
        self._oddities.tell(ICS_STRUCTURE, number, NO_LINE_BREAK)
        yield from self._end(ended, number)
        yield from self._begin(begun, number)

    def _begin(self, name: str, number: int) -> Iterator[Component]:
        if name == _CALENDAR:
            yield from self._close_to(0, number)
        elif name in _IN_CALENDARS:
            yield from self._close_to(self._inside_calendar(), number)
        if self._skipped:
            self._depth += name == self._skipped
        elif name in _NESTING.get(self._open[-1].name if self._open else "", ()):
            self._open.append(Component(name, number, self._open[-1] if self._open else None))
        else:
            self._skip(name, number)

    def _inside_calendar(self) -> int:
        """How many components stay open when one begins that only a VCALENDAR may hold."""
        return 1 if self._open and self._open[0].name == _CALENDAR else 0

    def _skip(self, name: str, number: int) -> None:
        self._skipped, self._depth = name, 1
        if name == ALARM and self._open:
            self._open[-1].parts.append(Component(name, number, self._open[-1]))
        if name in _TOLD:
            self._oddities.tell(ICS_SKIPPED, number, f"{name} is not a session; it was left out")

    def _end(self, name: str, number: int) -> Iterator[Component]:
        if name == self._skipped and self._skipped:
            self._depth -= 1
            self._skipped = self._skipped if self._depth else ""
            return
        found = next((n for n in range(len(self._open) - 1, -1, -1) if self._open[n].name == name), None)
        if found is not None:
            yield from self._close_to(found + 1, number)
            yield from self._close()
        elif not self._skipped:
            self._oddities.tell(ICS_STRUCTURE, number, f"END:{name} closes nothing that is open", "nothing to close")

    def _close_to(self, count: int, number: int) -> Iterator[Component]:
        """Close what is open inside the first `count` components, though nothing in the file does."""
        self._leave()
        if self._skipped:
            self._tell_unclosed(self._skipped, number)
            self._skipped = ""
        while len(self._open) > count:
            self._tell_unclosed(self._open[-1].name, number)
            yield from self._close()

    def _tell_unclosed(self, name: str, number: int) -> None:
        self._oddities.tell(ICS_STRUCTURE, number, f"{name} is not closed by an END:{name} before this", "not closed")

    def _close(self) -> Iterator[Component]:
        """Close the innermost component: hand it out, unless it belongs into one that will be."""
        closed = self._open.pop()
        if closed.parent is None or closed.parent.name == _CALENDAR:
            yield closed
        else:
            closed.parent.parts.append(closed)
