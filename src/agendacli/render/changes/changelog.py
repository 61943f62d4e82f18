"""What changed as a changelog in Markdown, for a pull request or a page."""

import re
from collections.abc import Iterable, Iterator

from agendacli.analysis.changes.values import Difference, Subject
from agendacli.analysis.conflicts.wording import sentence
from agendacli.model.occurrence import Occurrence
from agendacli.render.changes.report import ChangeReport, changed_days, fact_text, title_of
from agendacli.words.harmless import one_line
from agendacli.words.prose import clock_text, day_text

_OBEYED = re.compile(r"[\\`*\[\]<|~#@]|&(?=#?\w+;)|(?<!\w)_|_(?!\w)")


def changelog_text(report: ChangeReport) -> str:
    """A heading, the changes by day as lists, the conflicts that are new or gone, and whom they concern."""
    head = [f"## {_plain(report.title)}", f"Changes from {_plain(report.old)} to {_plain(report.new)}."]
    if report.clocks:
        head[1] += f" Times are those of {_plain(report.clocks)}."
    if not report.differences:
        head.append("Nothing changed.")
    return "\n\n".join((*head, *_days(report), *_conflicts(report), *_people(report))) + "\n"


def _days(report: ChangeReport) -> Iterator[str]:
    for day in changed_days(report.differences):
        heading = f"{day.event} – {day.heading}" if report.is_of_several else day.heading
        items = (line for subject, found in day.sessions for line in _session(subject, found, report))
        yield f"### {_plain(heading)}\n\n" + "\n".join(items)


def _session(subject: Subject, found: Iterable[Difference], report: ChangeReport) -> Iterator[str]:
    hours = f"{_plain(clock_text(subject.when, dial=report.dial))} " if isinstance(subject, Occurrence) else ""
    title, facts = f"- **{hours}{_plain(title_of(subject))}**", [*found]
    if not facts[1:]:
        yield f"{title}: {_plain(fact_text(facts[0], report))}"
        return
    yield title
    yield from (f"  - {_plain(fact_text(each, report))}" for each in facts)


def _conflicts(report: ChangeReport) -> Iterator[str]:
    if report.conflicts:
        told = (f"- {each.state}: {_plain(sentence(each.conflict, report.zone))}" for each in report.conflicts)
        yield "### Conflicts\n\n" + "\n".join(told)


def _people(report: ChangeReport) -> Iterator[str]:
    if report.affected:
        told = (f"- {_plain(each.person.name)}: {', '.join(map(day_text, each.days))}" for each in report.affected)
        yield "### Who is affected\n\n" + "\n".join(told)


def _plain(text: str) -> str:
    """The text on one line, what Markdown would obey in it escaped; nobody is called by an `@`."""
    return _OBEYED.sub(r"\\\g<0>", one_line(text))
