"""One content line (RFC 5545 3.1): its name and parameters, which most lines have in common, and its value.

What stands before the colon is looked up among what was met before. What is wrong with it is reported once.
"""

import re
from collections.abc import Mapping

from agendacli.formats.ics.component import NO_PARAMETERS, TIMES
from agendacli.formats.ics.content_line import cut, outside_quotes, parameter
from agendacli.formats.ics.oddities import Oddities
from agendacli.model.codes import BYTE_ORDER_MARK, ICS_STRUCTURE
from agendacli.words.zones import zone_named

Head = tuple[str, Mapping[str, str]]
"""The name of a property in capitals (empty where nobody asks for it) and its parameters."""
PASSED_OVER: Head = ("", NO_PARAMETERS)
CONTINUED: Head = ("", NO_PARAMETERS)
"""In place of a head: the line is none, and goes on with the one before it."""
MARK = "\ufeff"

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
        "X-AGENDA-TEXT",
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
_NAME_CHARACTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-")
_ZONE_WITH_COLON = rf"(?is)((?:{'|'.join(TIMES)})(?:;[^:\";]*)*;TZID=)([^\";:]*:[^\";]*?):(\d{{4}}-?\d\d-?\d\d.*)"
# A file could hold as many different heads as lines: then they are forgotten now and then.
_REMEMBERED = 4096


class Heads:
    """The heads of lines that were met in a file, and how a line is read whose head is new."""

    def __init__(self, oddities: Oddities) -> None:
        self.known: dict[str, Head] = {}
        self._oddities = oddities

    def met(self, line: str, number: int, *, in_text: bool) -> tuple[Head, str]:
        """What a line says whose head was not met before: its head (or `CONTINUED`), and its value.

        `in_text`: it stands behind a text, so that `https://…` rather goes on with that.
        """
        line = self._unmarked(line, number)
        head, value = cut(line)
        if value is None and '"' in line:
            head, value = self._unquoted(line, number)
        elif value and ";" in head and ":" in value and (found := re.fullmatch(_ZONE_WITH_COLON, line)):
            head, value = self._unquoted_zone(number, *found.groups())
        name, *rest = outside_quotes(head, ";")
        if value is None or not name or not _NAME_CHARACTERS.issuperset(name) or (in_text and _is_odd(name)):
            return CONTINUED, line
        parameters = dict(parameter(each) for each in rest if each.strip())
        known = (name.upper(), parameters or NO_PARAMETERS) if name.upper() in _WANTED else PASSED_OVER
        if head == line.partition(":")[0] and not _is_odd(name) and not _may_go_on(name, parameters):
            self._remember(head, known)
        return known, value

    def _unmarked(self, line: str, number: int) -> str:
        """The line without the byte order mark with which a file began that was put behind another."""
        if not line.startswith(MARK):
            return line
        self._oddities.tell(BYTE_ORDER_MARK, number, "there is a byte order mark here; save as UTF-8 without BOM")
        return line.lstrip(MARK)

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
        message = f"the zone `{zone[:60]}` has a colon, so it belongs in quotation marks; it was read as if"
        self._oddities.tell(ICS_STRUCTURE, number, message, "zone with colon")
        return f'{head}"{zone}"', value

    def _remember(self, head: str, known: Head) -> None:
        if len(self.known) >= _REMEMBERED:
            self.known.clear()
        self.known[head] = known


def _is_odd(name: str) -> bool:
    """Whether that is hardly the name of a property, though it could be: what it means depends on where it stands."""
    return name.upper() not in _WANTED and not name.isupper() and not name.upper().startswith("X-")


def _may_go_on(name: str, parameters: Mapping[str, str]) -> bool:
    """Whether the zone of a time may be the beginning of one with a colon, `GMT+05` of `GMT+05:30`."""
    tzid = parameters.get("TZID")
    return tzid is not None and name.upper() in TIMES and not zone_named(tzid)
