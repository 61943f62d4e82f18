"""Differences on the clocks of another zone than their events have."""

from dataclasses import replace

from agendacli.analysis.changes.days import days_of
from agendacli.analysis.changes.values import Difference, Subject, Value
from agendacli.model.occurrence import Occurrence
from agendacli.model.when import When, in_zone


def on_clocks(difference: Difference, zone: str) -> Difference:
    """The difference with all its times in a zone, and the days that it concerns there; of a repeated session as is."""
    was, now = _shown(difference.was, zone), _shown(difference.now, zone)
    subject = _placed(difference.subject, zone)
    days = difference.days
    if isinstance(subject, Occurrence) and not (subject.session.repeat and subject.original is None):
        times = [each for each in (was, now) if each is not None and not isinstance(each, str)]
        days = days_of(*(times or (subject.when,)))
    before = difference.before and _placed(difference.before, zone)
    return replace(difference, subject=subject, before=before, was=was, now=now, days=days)


def _shown(value: Value, zone: str) -> Value:
    return value if value is None or isinstance(value, str) else in_zone(value, zone)


def _placed(subject: Subject, zone: str) -> Subject:
    if not isinstance(subject, Occurrence):
        return subject
    when: When = in_zone(subject.when, zone)
    return replace(subject, when=when)
