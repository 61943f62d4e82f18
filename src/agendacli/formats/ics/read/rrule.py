"""RRULE values (RFC 5545 3.3.10, RFC 7529) as files have them, put into the form that expansion follows."""

from datetime import UTC, date, datetime, time

from agendacli.formats.ics.values import read_date_time
from agendacli.model.asked import Refusal
from agendacli.model.frozen import frozen
from agendacli.model.rules.rule import read_rule
from agendacli.model.when import Days, Timed
from agendacli.model.zones import instant

_LAST_OF_DAY = time(23, 59, 59)
# A part that must not be empty: without its value the rule would have no end.
_ENDS = frozenset({"UNTIL", "COUNT"})
_LONGEST = 200
_CALENDAR = "GREGORIAN"
_LEAVE_OUT = "OMIT"


@frozen
class RuleText:
    """A rule to follow, or None where there is none; and what is to be told of it, if anything.

    `unknown` marks a rule that is right but counts in a calendar that is not known here.
    """

    text: str | None
    message: str = ""
    unknown: bool = False


def read_rrule(value: str, when: Timed | Days) -> RuleText:
    """The rule of a session at that time. UNTIL becomes a UTC time for a start on the clock, a day for days.

    A day as UNTIL of a start on the clock means to its end. What other programs add (`X-…`) and empty parts are left
    out; SKIP is not followed.
    """
    parts = _parts(value)
    skip, scale = parts.pop("SKIP", _LEAVE_OUT), parts.pop("RSCALE", _CALENDAR)
    if scale != _CALENDAR:
        return RuleText(
            None, f"it repeats by the {scale.lower()} calendar, of which only the first day is known", unknown=True
        )
    if parts.get("UNTIL") and (moment := read_date_time(parts["UNTIL"])):
        parts["UNTIL"] = _until(moment, when)
    text = ";".join(f"{name}={each}" if each else name for name, each in parts.items())
    rule = read_rule(text)
    if isinstance(rule, Refusal):
        return RuleText(None, str(rule)[:_LONGEST])
    followed = skip == _LEAVE_OUT
    return RuleText(
        text, "" if followed else f"SKIP={skip} is not followed: days that a month does not have are left out"
    )


def _parts(value: str) -> dict[str, str]:
    """The parts by name, in capitals and without blanks; one that appears twice or has no name stays as it is."""
    parts: dict[str, str] = {}
    for part in filter(None, "".join(value.upper().split()).split(";")):
        name, _, text = part.partition("=")
        if name in parts:
            parts[part] = ""
        elif not name.startswith("X-") and (text or name in _ENDS or "=" not in part):
            parts[name] = text
    return parts


def _until(moment: date | datetime, when: Timed | Days) -> str:
    if isinstance(when, Days):
        return moment.strftime("%Y%m%d").zfill(8)
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, _LAST_OF_DAY)
    utc = moment.astimezone(UTC) if moment.tzinfo else instant(moment, when.zone)
    return utc.strftime("%Y%m%dT%H%M%SZ").zfill(16)
