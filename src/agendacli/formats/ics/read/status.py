"""The status of a VEVENT: from STATUS, and from brackets at either end of its title."""

import re

from agendacli.formats.ics.component import Component, Property, is_ours
from agendacli.formats.ics.oddities import Oddities
from agendacli.formats.ics.text import read_escaped
from agendacli.model.codes import ICS_VALUE
from agendacli.model.programme import Status

_STATUSES = {each.value.upper(): each for each in Status} | {"CANCELED": Status.CANCELLED}
_BRACKETS = r"[(\[](cancell?ed|rescheduled|postponed)[)\]]"
_MARK = rf"(?i)\A\s*{_BRACKETS}|{_BRACKETS}\s*\Z"
_MOVED = frozenset({"RESCHEDULED", "POSTPONED"})
_IS_OPEN = "leaves open whether this is its old time or the new one"
_IS_NONE = "is none of those that a VEVENT has"


def read_status(component: Component, oddities: Oddities) -> Status:
    """The status; an invalid one is reported, and so is a session that was moved without a new time."""
    met = component.first("STATUS")
    status = _STATUSES.get(met.value.strip().upper()) if met else Status.CONFIRMED
    if status is None and met:
        says = _IS_OPEN if met.value.strip().upper() in _MOVED else _IS_NONE
        oddities.tell(ICS_VALUE, met.line, f"STATUS `{met.value[:40]}` {says}; taken as confirmed")
    title = None if is_ours(component) else component.first("SUMMARY")
    return _by_title(title, status or Status.CONFIRMED, oddities) if title else status or Status.CONFIRMED


def _by_title(title: Property, status: Status, oddities: Oddities) -> Status:
    text = read_escaped(title.value)
    found = re.search(_MARK, text) if "(" in text or "[" in text else None
    if not found or status is Status.CANCELLED:
        return status
    word = found[1] or found[2]
    if word.upper() not in _MOVED:
        return Status.CANCELLED
    oddities.tell(ICS_VALUE, title.line, f"a title with `{found[0].strip()}` {_IS_OPEN}; taken as {status}")
    return status
