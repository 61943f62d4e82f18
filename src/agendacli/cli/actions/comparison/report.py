"""The changes as texts: a mail, a list of corrections, a changelog, and a draft for each person concerned."""

from collections.abc import Sequence

from agendacli.analysis.changes.values import Difference
from agendacli.cli.actions.comparison.answer import Answer
from agendacli.cli.actions.overwriting import refuse_other_text
from agendacli.cli.options.comparing import Style
from agendacli.cli.options.groups import Format, Showing
from agendacli.cli.query.operands import Version
from agendacli.cli.run.origins import settings
from agendacli.cli.run.outcome import tell
from agendacli.files.paths import named_path
from agendacli.files.writing import write_all
from agendacli.model.programme import Programme
from agendacli.render.changes.report import ChangeReport
from agendacli.words.prose import plain_day


def change_report(answer: Answer, differences: Sequence[Difference] | None = None) -> ChangeReport:
    """All that is to be told; with `differences` these alone, without conflicts and whom they concern."""
    versions, whole = answer.compared.versions, differences is None
    news = answer.compared.news or answer.compared.olds
    return ChangeReport(
        news[0].name if len(news) == 1 else f"{len(news)} events",
        old=_called(versions.old, answer.compared.olds),
        new=_called(versions.new, answer.compared.news),
        differences=answer.shown if differences is None else tuple(differences),
        affected=answer.affected if whole else (),
        conflicts=answer.conflicts if whole else (),
        zone=answer.clock.zone,
        dial=settings(answer.surroundings).clock,
    )


def text_of(report: ChangeReport, asked: Format, style: Style) -> str:
    """The report in one of the formats for people that are not a drawing."""
    if asked is Format.MARKDOWN:
        from agendacli.render.changes.changelog import changelog_text

        return changelog_text(report)
    if style is Style.CORRIGENDUM:
        from agendacli.render.changes.corrigendum import corrigendum_text

        return corrigendum_text(report)
    from agendacli.render.changes.mail import mail_text

    return mail_text(report)


def write_drafts(answer: Answer, showing: Showing) -> None:
    """A file for each person concerned, with what changed for that person alone."""
    asked = Format.MARKDOWN if showing.format is Format.MARKDOWN else Format.TEXT
    ending = "md" if asked is Format.MARKDOWN else "txt"
    drafts = {
        f"{each.person.id}.{ending}": text_of(
            change_report(answer, each.changes), asked, answer.comparing.style
        ).encode()
        for each in answer.affected
    }
    folder = showing.output or ""
    if not showing.force:
        refuse_other_text(named_path(folder), drafts)
    write_all(named_path(folder), drafts)
    if not showing.quiet:
        count = f"{len(drafts)} draft{'' if len(drafts) == 1 else 's'}"
        tell(f"{count} written to {folder}; nothing is sent")


def _called(version: Version, programmes: Sequence[Programme]) -> str:
    """The day of a revision where there is one and it tells the versions apart, else the operand as it was typed."""
    if len(programmes) == 1 and programmes[0].revision:
        return plain_day(programmes[0].revision)
    return version.shown
