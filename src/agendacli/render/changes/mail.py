"""What changed as the text of a mail: at most 72 columns, the zone named, one fact a line."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from agendacli.analysis.changes.affected import Affected
from agendacli.analysis.changes.values import Difference, Subject
from agendacli.analysis.conflicts.wording import sentence
from agendacli.model.occurrence import Occurrence
from agendacli.render.changes.report import ChangeReport, changed_days, fact_text, title_of
from agendacli.words.harmless import one_line
from agendacli.words.prose import clock_text, day_text

WIDTH = 72


def mail_text(report: ChangeReport) -> str:
    """The changes by day, then the conflicts that are new or gone, then whom they concern."""
    parts = (_head(report), *_days(report), _conflicts(report), _people(report))
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _head(report: ChangeReport) -> list[str]:
    clocks = f"Times are those of {report.clocks}." if report.clocks else ""
    lines = [report.title, f"Changes from {report.old} to {report.new}.", clocks]
    if not report.differences:
        lines.append("Nothing changed.")
    return [line for each in lines if each for line in folded_lines(each)]


def _days(report: ChangeReport) -> Iterator[list[str]]:
    for day in changed_days(report.differences):
        heading = f"{day.event} – {day.heading}" if report.is_of_several else day.heading
        yield [
            *folded_lines(heading),
            *(line for subject, found in day.sessions for line in _session(subject, found, report)),
        ]


def _session(subject: Subject, found: Iterable[Difference], report: ChangeReport) -> Iterator[str]:
    """The session with its time, and each fact on a line of its own."""
    facts = [fact_text(each, report) for each in found]
    title = title_of(subject)
    if isinstance(subject, Occurrence):
        title = f"{clock_text(subject.when, dial=report.dial)} {title}"
    yield from folded_lines(title, "- ")
    for each in facts:
        yield from folded_lines(each, "    ")


def _conflicts(report: ChangeReport) -> list[str]:
    told = [f"{each.state}: {sentence(each.conflict, report.zone)}" for each in report.conflicts]
    return ["Conflicts", *(line for each in told for line in folded_lines(each, "- "))] if told else []


def _people(report: ChangeReport) -> list[str]:
    told = [line for each in report.affected for line in folded_lines(_concerned(each), "- ")]
    return ["Who is affected", *told] if told else []


def _concerned(affected: Affected) -> str:
    days = ", ".join(map(day_text, affected.days))
    return f"{affected.person.name}: {days}" if days else affected.person.name


def folded_lines(text: str, lead: str = "") -> list[str]:
    """The text in lines of 72 columns at most, the first with its lead, the others as far in."""
    inside = " " * len(lead)
    found = wrap(one_line(text), WIDTH, initial_indent=lead, subsequent_indent=inside, break_on_hyphens=False)
    return found or [lead.rstrip()]
