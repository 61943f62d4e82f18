"""An item under days that repeat: its rule, and the dates on which it is otherwise."""

import re
from dataclasses import replace
from datetime import date, datetime
from itertools import islice

from agendacli.formats.definition.nodes import Mapping, Node, Scalar, describe
from agendacli.formats.definition.shapes.shape import expect_text, report_fault
from agendacli.model.codes import BAD_DATE, BAD_TIME, REPEAT_DAYS, UNKNOWN_KEY, WRONG_TYPE
from agendacli.model.fault import Fault
from agendacli.model.findings import Findings
from agendacli.model.frozen import frozen
from agendacli.model.people import Participant
from agendacli.model.programme import Change, Repeat, Session, Start, Status
from agendacli.model.when import DAY, Days, DayWindow, When
from agendacli.words.times.forms import EachDay
from agendacli.words.times.grammar import parse_clock, parse_date
from agendacli.words.times.repeats import Every
from agendacli.words.times.resolve import resolve

_NONE = "none"
_NEVER = "this never takes place: all of its days are `none`; delete the item, or write `cancelled` to show it"
_DATE = re.compile(r"\s*([12]\d{3}-\d{2}-\d{2})(?:\s+|$)")
_EXPECTED = "`cancelled`, `none`, or the time instead such as `16:00-17:30` or `2026-04-08 16:00-17:30`"


@frozen
class RepeatedItem:
    """A session whose own time is the first of repeated days, and the key of its hours."""

    session: Session
    days: Every
    hours: Scalar


def repeated(item: RepeatedItem, exceptions: Node | None, findings: Findings) -> Session:
    """The session with its rule, and with the dates on which it is cancelled, moved or does not take place.

    A faulty exception is reported and left out.
    """
    rule = item.days.rule_for(item.session.when)
    removed: set[date] = set()
    changes: list[Change] = []
    for day, value in _dates(item, exceptions, findings):
        if value.text == _NONE:
            removed.add(day)
        elif (session := _instead(item, day, value, findings)) is not None:
            changes.append(Change(_start(item.session.when, day), session))
    if exceptions and removed.issuperset(islice(item.days.known(), len(removed) + 1)):
        findings.report(REPEAT_DAYS, exceptions.span, _NEVER)
    starts = frozenset(_start(item.session.when, day) for day in removed)
    return replace(item.session, repeat=Repeat((rule,), removed=starts, changes=tuple(changes)))


def refuse_exceptions(node: Node | None, findings: Findings) -> None:
    """Report exceptions of an item whose days do not repeat."""
    if node is not None:
        message = "`except` needs days that repeat; write the item under `every Tuesday from 2026-03-10`"
        findings.report(UNKNOWN_KEY, node.span, message)


def with_participants(session: Session, participants: tuple[Participant, ...]) -> Session:
    """The session with those people, at each of its times."""
    if session.repeat is None:
        return replace(session, participants=participants)
    changes = (replace(each, session=with_participants(each.session, participants)) for each in session.repeat.changes)
    return replace(session, participants=participants, repeat=replace(session.repeat, changes=tuple(changes)))


def _dates(item: RepeatedItem, node: Node | None, findings: Findings) -> list[tuple[date, Scalar]]:
    """The dates under `except` that are days of the item, each with its exception."""
    if node is None:
        return []
    if not isinstance(node, Mapping):
        findings.report(
            WRONG_TYPE, node.span, f"expected dates such as `{{2026-03-24: cancelled}}`, not {describe(node)}"
        )
        return []
    found = [(_day(item.days, key, findings), expect_text(value, findings, _EXPECTED)) for key, value in node.entries]
    return [(day, value) for day, value in found if day and value]


def _day(days: Every, key: Scalar, findings: Findings) -> date | None:
    day = parse_date(key.text)
    if isinstance(day, Fault):
        report_fault(day, key, findings)
        return None
    if days.has(day):
        return day
    near = days.nearest(day)
    hint = f"; did you mean `{near}`?" if near else "; write one of them"
    findings.report(BAD_DATE, key.span, f"`{day}` is none of the days on which this takes place{hint}")
    return None


def _instead(item: RepeatedItem, day: date, value: Scalar, findings: Findings) -> Session | None:
    """The session as it is on that day, or None and a diagnostic."""
    cancelled = value.text.strip() == Status.CANCELLED
    text = "" if cancelled else value.text
    dated = _DATE.match(text)
    hours = text[dated.end() :] if dated else text
    moved = parse_date(dated[1]) if dated else day
    when = moved if isinstance(moved, Fault) else _when(item, moved, hours)
    if isinstance(when, Fault):
        part = (when.part[0] + len(text) - len(hours), when.part[1]) if when.part and hours else None
        report_fault(replace(when, part=part), value, findings)
        return None
    status = Status.CANCELLED if cancelled else item.session.status
    words = f"{moved}, {hours.strip() or item.hours.text}"
    return replace(item.session, when=when, status=status, when_text=words, span=value.span)


def _when(item: RepeatedItem, day: date, hours: str) -> When | Fault:
    """Those hours of a day, or the item's own."""
    clock = parse_clock(hours or item.hours.text)
    if isinstance(clock, Fault):
        return clock if clock.part else Fault(BAD_TIME, f"`{hours}` says nothing here; write {_EXPECTED}")
    return resolve(EachDay(day, day + DAY), clock, item.session.when.zone)


def _start(when: When, day: date) -> Start:
    """The start that the rule gives on a day."""
    return day if isinstance(when, Days | DayWindow) else datetime.combine(day, when.start.time())
