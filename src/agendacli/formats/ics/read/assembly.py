"""Content lines put together as components (RFC 5545 3.1, 3.6), each with its line in the file; no value is read yet.

One pass, made to be quick: a line is cut at its colon, and what stands before the colon is looked up among those that
were met before. Properties and components that nobody asks for are passed over.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from agendacli.formats.ics.bytes import content_lines, tidied
from agendacli.formats.ics.component import NO_PARAMETERS, TIMES, Component, Property
from agendacli.formats.ics.content_line import FOLD, cut, outside_quotes, parameter
from agendacli.formats.ics.oddities import Oddities
from agendacli.model.codes import BYTE_ORDER_MARK, ICS_SKIPPED, ICS_STRUCTURE
from agendacli.words.zones import zone_named

_WANTED = frozenset(
    {
        "ATTENDEE",
        "BEGIN",
        "CALENDAR-ADDRESS",
        "CATEGORIES",
        "CLASS",
        "COLOR",
        "COMMENT",
        "CONFERENCE",
        "CREATED",
        "DESCRIPTION",
        "DTEND",
        "DTSTAMP",
        "DTSTART",
        "DURATION",
        "END",
        "EXDATE",
        "EXRULE",
        "GEO",
        "LAST-MODIFIED",
        "LINK",
        "LOCATION",
        "METHOD",
        "NAME",
        "ORGANIZER",
        "PARTICIPANT-TYPE",
        "PRODID",
        "RDATE",
        "RECURRENCE-ID",
        "RELATED-TO",
        "RRULE",
        "SEQUENCE",
        "STATUS",
        "STYLED-DESCRIPTION",
        "SUMMARY",
        "TRANSP",
        "TZID",
        "TZOFFSETFROM",
        "TZOFFSETTO",
        "UID",
        "URL",
        "X-AGENDA-EVENT",
        "X-AGENDA-ROOMS",
        "X-ALT-DESC",
        "X-GOOGLE-CONFERENCE",
        "X-LIC-LOCATION",
        "X-MICROSOFT-CDO-ALLDAYEVENT",
        "X-MICROSOFT-SKYPETEAMSMEETINGURL",
        "X-WR-CALDESC",
        "X-WR-CALNAME",
        "X-WR-TIMEZONE",
    }
)
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
_NAME_CHARACTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-")
_ZONE_WITH_COLON = re.compile(
    rf"((?:{'|'.join(TIMES)})(?:;[^:\";]*)*;TZID=)([^\";:]*:[^\";]*?):(\d{{4}}-?\d\d-?\d\d.*)",
    re.IGNORECASE | re.DOTALL,
)
NO_LINE_BREAK = "a line break is missing before BEGIN:VCALENDAR; the line was read as two"
_MARK = "\ufeff"
_TWO_FILES = re.compile(rf"({_CALENDAR}){_MARK}?BEGIN:({_CALENDAR})")
# A file could hold as many different heads as lines: then they are forgotten now and then.
_REMEMBERED = 4096


_Head = tuple[str, Mapping[str, str]]
_PASSED: _Head = ("", NO_PARAMETERS)
_CONTINUED: _Head = ("", NO_PARAMETERS)


def read_components(data: bytes, oddities: Oddities) -> Iterator[Component]:
    """Every component of a file, as an `Assembly` gives them."""
    assembly = Assembly(oddities)
    yield from assembly.read(tidied(data, oddities))
    yield from assembly.close()


class Assembly:
    """Puts lines together: the components that are open, from the outermost in, and the property that was met last.

    It hands out every VEVENT and VTIMEZONE as soon as it is complete, and every VCALENDAR after its own (its `parts`
    are empty). Alarms and other components inside them are passed over, tasks and journals too, which is told. Lines
    that are no content lines continue the text before them, as far as there is one.
    """

    def __init__(self, oddities: Oddities, within: Component | None = None) -> None:
        self._oddities = oddities
        self._heads: dict[str, _Head] = {}
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
        properties = self._properties()
        for lines in content_lines(text, following, self._oddities):
            for line in lines:
                number, following = following, following + 1
                head, colon, value = line.partition(":")
                if FOLD in line:
                    following += line.count(FOLD)
                    value = value.replace(FOLD, "")
                known = self._heads.get(head)
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
                elif known is not _CONTINUED:
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

    def _met(self, line: str, number: int) -> tuple[_Head, str]:
        """What a line says whose head was not met before: its head, and its value."""
        line = self._unmarked(line, number)
        head, value = cut(line)
        if value is None and '"' in line:
            head, value = self._unquoted(line, number)
        elif value is not None and (found := _ZONE_WITH_COLON.fullmatch(line)):
            head, value = self._unquoted_zone(number, *found.groups())
        name, *rest = outside_quotes(head, ";")
        if value is None or not name or not _NAME_CHARACTERS.issuperset(name) or self._is_text(name):
            self._continue(line, number)
            return _CONTINUED, ""
        parameters = dict(parameter(each) for each in rest if each.strip())
        known = (name.upper(), parameters or NO_PARAMETERS) if name.upper() in _WANTED else _PASSED
        if head == line.partition(":")[0] and not _is_odd(name) and not _may_go_on(name, parameters):
            self._remember(head, known)
        return known, value

    def _unmarked(self, line: str, number: int) -> str:
        """The line without the byte order mark with which a file began that was put behind another."""
        if not line.startswith(_MARK):
            return line
        self._oddities.tell(BYTE_ORDER_MARK, number, "a byte order mark stands here; save as UTF-8 without BOM")
        return line.lstrip(_MARK)

    def _unquoted(self, line: str, number: int) -> tuple[str, str | None]:
        """The head and value of a line whose quotation marks do not close before the colon: read without them."""
        head, value = cut(line.replace('"', ""))
        if value is not None and head.partition(";")[0].upper() in _WANTED:
            message = "the quotation marks do not close where they should; the line was read without them"
            self._oddities.tell(ICS_STRUCTURE, number, message)
            return head, value
        return line, None

    def _unquoted_zone(self, number: int, head: str, zone: str, value: str) -> tuple[str, str]:
        """The head and value of a time whose zone has a colon without quotation marks: what is a date begins later."""
        message = f"the zone `{zone[:60]}` has a colon, so that it should stand in quotation marks; it was read as if"
        self._oddities.tell(ICS_STRUCTURE, number, message, "zone with colon")
        return f'{head}"{zone}"', value

    def _is_text(self, name: str) -> bool:
        """Whether a line that could begin with a property rather goes on with the text before it: `https://…`."""
        return _is_odd(name) and self._values is not None and self._values[-1].name in _TEXTS

    def _remember(self, head: str, known: _Head) -> None:
        if len(self._heads) >= _REMEMBERED:
            self._heads.clear()
        self._heads[head] = known

    def _continue(self, line: str, number: int) -> None:
        """A line that is no content line: more of the text before it, which was broken without being folded."""
        if not line.strip() or self._skipped:
            return
        if not self._open:
            self._stray(number)
        elif self._values is None:
            message = f"“{line[:40]}” is no content line, and continues no text; it was left out"
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
        message = "this stands outside of any component; it was left out"
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
        if name in _TOLD:
            self._oddities.tell(ICS_SKIPPED, number, f"{name} is no session; it was left out")

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


def _is_odd(name: str) -> bool:
    """Whether that is hardly the name of a property, though it could be: what it means depends on where it stands."""
    return name.upper() not in _WANTED and not name.isupper() and not name.upper().startswith("X-")


def _may_go_on(name: str, parameters: Mapping[str, str]) -> bool:
    """Whether the zone of a time may be the beginning of one with a colon, `GMT+05` of `GMT+05:30`."""
    tzid = parameters.get("TZID")
    return tzid is not None and name.upper() in TIMES and not zone_named(tzid)
