"""What changed on a terminal: day by day, each session with its facts, old and new side by side."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from agendacli.analysis.changes.affected import Affected
from agendacli.analysis.changes.values import ChangeKind, Difference, Subject
from agendacli.analysis.changes.wording import clause, shift_text, values_text
from agendacli.analysis.conflicts.changed import ConflictChange, State
from agendacli.analysis.conflicts.wording import sentence
from agendacli.model.occurrence import Occurrence
from agendacli.model.when import DayWindow, in_zone
from agendacli.render.changes.report import ChangedDay, ChangeReport, changed_days, title_of
from agendacli.render.terminal import styles
from agendacli.render.terminal.drawing import Drawable, Group, Indented
from agendacli.render.terminal.phrases import joined, said
from agendacli.render.terminal.rows import Rows
from agendacli.render.terminal.text import Text
from agendacli.words.prose import clock_text, day_text

_TIME = len("22:00–02:00 +1")
_GAP = 2
_ARROW = " → "
_COME = frozenset({ChangeKind.ADDED, ChangeKind.RESTORED})
_GONE = frozenset({ChangeKind.REMOVED, ChangeKind.CANCELLED})
_MARKS = {**dict.fromkeys(_COME, ("+", styles.COME)), **dict.fromkeys(_GONE, ("−", styles.GONE))}
_CHANGED = ("~", styles.UNSETTLED)
_MOST_NAMED = 12


def draw_changes(report: ChangeReport) -> Drawable:
    """The changes by day; below them what became of conflicts, whom they concern, and how many there are."""
    if not report.differences:
        return Group(_head(report), Text("nothing changed", style="green"))
    days = [part for day in changed_days(report.differences) for part in (_day(day, report), Text(""))]
    parts = (*_conflicts(report.conflicts, report.zone), *_people(report.affected))
    return Group(_head(report), Text(""), *days, *parts, _counts(report.differences))


def _head(report: ChangeReport) -> Drawable:
    versions = said(report.old).append(_ARROW, styles.QUIET).append_text(said(report.new))
    clocks = said(report.clocks, styles.QUIET) if report.clocks else None
    return Group(said(report.title, styles.HEADING), joined([versions, clocks]))


def _day(day: ChangedDay, report: ChangeReport) -> Drawable:
    heading = f"{day.event} · {day.heading}" if report.is_of_several else day.heading
    rows = (row for subject, found in day.sessions for row in _session(subject, found, report))
    return Group(said(heading, styles.HEADING), Rows((1, _TIME), _GAP, rows))


def _session(
    subject: Subject, found: tuple[Difference, ...], report: ChangeReport
) -> Iterator[tuple[tuple[Text], tuple[Text], tuple[Text, ...]]]:
    mark, style = next((_MARKS[each.kind] for each in found if each.kind in _MARKS), _CHANGED)
    title = said(title_of(subject), styles.CANCELLED if style == styles.GONE else styles.TITLE)
    facts = (_fact(each, report) for each in found)
    yield (Text(mark, style),), (said(_hours(subject, report), styles.TIME),), (title, *facts)


def _hours(subject: Subject, report: ChangeReport) -> str:
    if not isinstance(subject, Occurrence) or isinstance(subject.when, DayWindow):
        return ""
    when = subject.when if report.zone is None else in_zone(subject.when, report.zone)
    return clock_text(when, dial=report.dial)


def _fact(difference: Difference, report: ChangeReport) -> Text:
    """One fact on a line: what it was, an arrow, what it is, and the difference on the clock."""
    kind = difference.kind
    if kind in _COME | _GONE:
        return joined([Text(kind.value, _MARKS[kind][1]), *_about(difference)])
    was, now = values_text(difference, report.zone, report.dial)
    if not was or not now:
        return said(clause(difference, report.zone, report.dial))
    what = difference.seat.role if difference.seat and kind is not ChangeKind.ROLE_CHANGED else kind.value
    line = Text(overflow="fold").append(f"{what}: ", styles.LABEL).append_text(said(was, styles.OLD))
    line.append(_ARROW, styles.QUIET).append_text(said(now, styles.NEW))
    return joined([line, *_more(difference)])


def _about(difference: Difference) -> Iterator[str | None]:
    """Of a session that is new its room and people; of a series how often."""
    subject = difference.subject
    yield f"{difference.occurrences} times" if difference.occurrences else None
    if isinstance(subject, Occurrence) and difference.kind is ChangeKind.ADDED:
        yield subject.room
        yield ", ".join(each.name for each in subject.session.participants) or None


def _more(difference: Difference) -> Iterator[str | None]:
    minutes = difference.minutes
    if minutes and difference.kind in (ChangeKind.LENGTHENED, ChangeKind.SHORTENED):
        yield shift_text(minutes).replace("later", "longer").replace("earlier", "shorter")
    elif minutes:
        yield shift_text(minutes)
    yield f"{difference.occurrences} times" if difference.occurrences else None


def draw_conflict_changes(changes: Sequence[ConflictChange], zone: str | None = None) -> Drawable:
    """What became of conflicts, a sentence each."""
    if not changes:
        return Text("no conflict is new, changed or gone", style="green")
    return Group(*(_conflict(each, zone) for each in changes))


def draw_affected(affected: Sequence[Affected], zone: str | None = None) -> Drawable:
    """Whom changes concern, on which days, by what."""
    if not affected:
        return Text("nobody is affected", style="green")
    return Group(*(part for each in affected for part in _reasons(each, zone)))


def _conflicts(changes: Sequence[ConflictChange], zone: str | None) -> Iterator[Drawable]:
    if changes:
        yield Group(Text("Conflicts", styles.HEADING), draw_conflict_changes(changes, zone), Text(""))


def _conflict(change: ConflictChange, zone: str | None) -> Text:
    style = {State.NEW: styles.GONE, State.GONE: styles.COME}.get(change.state, styles.UNSETTLED)
    told = said(sentence(change.conflict, zone))
    return Text(overflow="fold").append(f"{change.state}: ", style).append_text(told)


def _people(affected: Sequence[Affected]) -> Iterator[Drawable]:
    if not affected:
        return
    lines = [_person(each) for each in affected[:_MOST_NAMED]]
    more = [said(f"and {len(affected) - _MOST_NAMED} more: `--people`", styles.QUIET)] if affected[_MOST_NAMED:] else []
    yield Group(Text("Who is affected", styles.HEADING), *lines, *more, Text(""))


def _person(affected: Affected) -> Text:
    return joined([said(affected.person.name, styles.NAME), _days(affected.days)])


def _reasons(affected: Affected, zone: str | None) -> Iterator[Drawable]:
    yield _person(affected)
    for each in affected.changes:
        yield Indented(joined([said(title_of(each.subject), styles.TITLE), clause(each, zone)]), 2)


def _days(days: Iterable[date]) -> str:
    first, *others = [day_text(each) for each in days] or [""]
    return f"{first} and {len(others)} more days" if others[1:] else " and ".join([first, *others])


def _counts(differences: Iterable[Difference]) -> Text:
    counts = Counter(each.kind for each in differences)
    return joined([said(f"{counts[kind]} × {kind}", styles.HEADING) for kind in ChangeKind if counts[kind]])
