"""What changed as a list of corrections, as secretariats issue them: *for* this *read* that."""

from collections.abc import Iterator, Sequence
from datetime import date

from agendacli.analysis.changes.seats import seat_text
from agendacli.analysis.changes.values import ChangeKind, Difference
from agendacli.analysis.changes.wording import clause, day_of, values_text
from agendacli.model.dial import Dial
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import ROLES, Participant
from agendacli.model.when import Timed, in_zone
from agendacli.render.changes.mail import folded_lines
from agendacli.render.changes.report import ChangeReport, title_of
from agendacli.words.prose import MONTHS, WEEKDAYS, clock_text, when_text

_LONGEST_LEAD = 30
_INSERTED = frozenset({ChangeKind.ADDED, ChangeKind.RESTORED})
_DELETED = frozenset({ChangeKind.REMOVED, ChangeKind.CANCELLED})
_WORDS = {ChangeKind.PERSON_ADDED: "insert", ChangeKind.PERSON_REMOVED: "delete"}


def corrigendum_text(report: ChangeReport) -> str:
    """The corrections in the order of the programme, a paragraph each."""
    head = [report.title, f"Corrections to the programme of {report.old}"]
    if report.clocks:
        head.append(f"Times are those of {report.clocks}.")
    corrections = [_correction(each, report) for each in report.differences] or ["No corrections."]
    parts = ("\n".join(line for each in head for line in folded_lines(each)), *map(_paragraph, corrections))
    return "\n\n".join(parts) + "\n"


def _paragraph(text: str) -> str:
    return "\n".join(folded_lines(text))


def _correction(difference: Difference, report: ChangeReport) -> str:
    if difference.kind in _INSERTED:
        return f"{', '.join(_under(difference))}: *insert* {_whole(difference, report)}"
    place = ", ".join((_name(difference), *_under(difference)))
    if difference.kind in _DELETED:
        what = "the item" if difference.kind is ChangeKind.REMOVED else "the item, which is cancelled"
        return f"{place}: *delete* {what}"
    was, now = _both(difference, report)
    if difference.kind in _WORDS:
        return f"{place}: *{_WORDS[difference.kind]}* {now or was}{_as_role(difference)}"
    if not was or not now:
        return f"{place}: {clause(difference, report.zone, report.dial)}"
    return f"{place}{_label(difference)}: *for* {was} *read* {now}"


def _name(difference: Difference) -> str:
    """What is corrected, as the older version calls it, up to its first colon: `Panel 2`."""
    title = title_of(difference.old or difference.subject)
    lead, colon, _ = title.partition(": ")
    return lead if colon and len(lead) <= _LONGEST_LEAD else title


def _under(difference: Difference) -> Iterator[str]:
    """The day under which it stands, in the older version if it stood there."""
    subject = difference.old or difference.subject
    if day := day_of(subject):
        yield _day(day)
    elif isinstance(subject, Occurrence):
        yield when_text(subject.when, Dial.TWENTY_FOUR)


def _day(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]}, {day.day} {MONTHS[day.month - 1]}"


def _whole(difference: Difference, report: ChangeReport) -> str:
    """A new item as the programme prints it."""
    subject = difference.subject
    if not isinstance(subject, Occurrence):
        return title_of(subject)
    when = subject.when if report.zone is None else in_zone(subject.when, report.zone)
    hours = clock_text(when, dial=report.dial)
    item = f"{hours} {subject.session.title}"
    return "; ".join(filter(None, (item, subject.room, *_people(subject.session.participants))))


def _people(seats: Sequence[Participant]) -> Iterator[str]:
    """The people by role, as a programme prints them: `co-facilitators: H.E. Mr. Jürg Lauber, …`."""
    by_role: dict[str, list[str]] = {}
    for each in seats:
        honorific = each.person.honorific if each.person else None
        by_role.setdefault(each.role, []).append(" ".join(filter(None, (honorific, seat_text(each)))))
    for role, names in by_role.items():
        yield f"{ROLES.get(role, role) if names[1:] else role}: {', '.join(names)}"


def _label(difference: Difference) -> str:
    """Which of several things of the item is corrected, where the words themselves do not say it."""
    if difference.kind is ChangeKind.ROLE_CHANGED and difference.seat:
        return f", {difference.seat.name}"
    return f", {difference.seat.role}" if difference.seat else ""


def _as_role(difference: Difference) -> str:
    return f", {difference.seat.role}" if difference.seat else ""


def _both(difference: Difference, report: ChangeReport) -> tuple[str, str]:
    """What was printed and what is to be read, down to the hour that differs."""
    was, now = difference.was, difference.now
    if isinstance(was, Timed) and isinstance(now, Timed):
        return _times(was, now, report.zone, report.dial)
    old, new = values_text(difference, report.zone, report.dial)
    return old, f"{new} (cancelled)" if difference.kind is ChangeKind.CANCELLED else new


def _times(was: Timed, now: Timed, zone: str | None, dial: Dial) -> tuple[str, str]:
    old, new = (each if zone is None else in_zone(each, zone) for each in (was, now))
    if not isinstance(old, Timed) or not isinstance(new, Timed) or old.start.date() != new.start.date():
        return when_text(old, dial), when_text(new, dial)
    if old.end == new.end:
        return dial.hour(old.start), dial.hour(new.start)
    if old.start == new.start and old.end and new.end:
        return dial.hour(old.end), dial.hour(new.end)
    return clock_text(old, dial=dial), clock_text(new, dial=dial)
