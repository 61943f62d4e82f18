"""What `diff` reports: the changes that are asked for, or the conflicts or people that they concern."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from agendacli.analysis.changes.values import QUIET_KINDS, ChangeKind, Difference
from agendacli.cli.actions.comparison.answer import Answer
from agendacli.cli.actions.comparison.compared import Compared, compared, tell_remarks
from agendacli.cli.options.comparing import Comparing, Style
from agendacli.cli.options.groups import Format, Loading, Selecting, Showing
from agendacli.cli.printing import format_of, print_drawn, print_records, print_written
from agendacli.cli.query.clock import read_clock
from agendacli.cli.query.operands import read_versions
from agendacli.cli.run.outcome import deliver, finish, refuse
from agendacli.cli.run.surroundings import Surroundings
from agendacli.model.asked import Clock
from agendacli.records.change import change_records

if TYPE_CHECKING:
    from agendacli.render.terminal.drawing import Drawable


def report(
    context: typer.Context,
    operands: Sequence[str],
    loading: Loading,
    selecting: Selecting,
    showing: Showing,
    comparing: Comparing,
) -> None:
    """Compares, prints, and exits with 1 if there is a difference, with 2 if a version has errors."""
    kinds = _kinds(comparing)
    _check(comparing, showing)
    surroundings: Surroundings = context.find_root().obj
    versions = read_versions(context, operands, loading, showing)
    if not versions.is_sound:
        refuse("nothing is compared: a version has errors")
    found = compared(versions, in_full=comparing.all or not QUIET_KINDS.isdisjoint(kinds))
    if not showing.quiet:
        tell_remarks(found)
    clock = read_clock(selecting, surroundings)
    kept, attended = _selected(found, selecting, showing=showing, surroundings=surroundings, clock=clock)
    differences = tuple(each for each in kept if each.kind in kinds)
    answer = Answer(
        found, clock=clock, differences=differences, comparing=comparing, surroundings=surroundings, attended=attended
    )
    is_found = _print(answer, showing)
    finish(found=is_found and not comparing.exit_zero)


def _check(comparing: Comparing, showing: Showing) -> None:
    if comparing.conflicts and comparing.people:
        refuse("--conflicts and --people are two answers; ask for one of them")
    if comparing.split and not showing.output:
        refuse("--split writes several drafts; name the folder for them with `-o`")
    if comparing.style is Style.CORRIGENDUM and showing.format not in (None, Format.TEXT):
        refuse("--style corrigendum is a text; leave out `-f`, or write `-f text`")
    if showing.format is Format.DOCX and (comparing.conflicts or comparing.people or comparing.split):
        refuse("-f docx is the programme with its changes; leave out --conflicts, --people and --split")
    if comparing.template and showing.format is not Format.DOCX:
        refuse("--template is for Word documents: add `-f docx`")


def _kinds(comparing: Comparing) -> frozenset[ChangeKind]:
    """The kinds asked for; of themselves all but texts, positions, categories and links."""
    if not comparing.only:
        return frozenset(ChangeKind) if comparing.all else frozenset(ChangeKind) - QUIET_KINDS
    return frozenset(map(_kind, comparing.only))


def _kind(typed: str) -> ChangeKind:
    from agendacli.words.guesses import hint

    word = " ".join(typed.casefold().replace("-", " ").split())
    known = [each.value for each in ChangeKind]
    return ChangeKind(word) if word in known else refuse(f"--only: no change is called `{typed}`; {hint(word, known)}")


def _selected(
    found: Compared, selecting: Selecting, showing: Showing, surroundings: Surroundings, clock: Clock
) -> tuple[tuple[Difference, ...], frozenset[str] | None]:
    """The differences of which either side is selected, and the ids of a schedule, if there is one."""
    if not any(selecting._replace(tz=None, at=None)):
        return found.differences, None
    from agendacli.cli.actions.comparison.selected_changes import selected

    return selected(found, selecting, showing=showing, surroundings=surroundings, clock=clock)


def _print(answer: Answer, showing: Showing) -> bool:
    """Print what is asked for; whether there is anything."""
    if answer.comparing.conflicts:
        return _print_conflicts(answer, showing)
    if answer.comparing.people:
        return _print_people(answer, showing)
    if answer.comparing.split:
        from agendacli.cli.actions.comparison.report import write_drafts

        write_drafts(answer, showing)
    else:
        print_changes(answer, showing)
    return bool(answer.differences)


def print_changes(answer: Answer, showing: Showing) -> None:
    """Print the differences in the format that is asked for."""
    asked = Format.TEXT if answer.comparing.style is Style.CORRIGENDUM else format_of(showing, answer.surroundings)
    is_table = showing.fields is not None
    if asked is Format.TABLE:
        from agendacli.cli.actions.comparison.report import change_report
        from agendacli.render.terminal.changes import draw_changes

        print_drawn(lambda _: draw_changes(change_report(answer)), showing, answer.surroundings)
    elif asked is Format.DOCX:
        from agendacli.cli.actions.comparison.tracked import deliver_tracked

        deliver_tracked(answer, showing)
    elif asked is Format.TEXT or (asked is Format.MARKDOWN and not is_table):
        from agendacli.cli.actions.comparison.report import change_report, text_of

        deliver(text_of(change_report(answer), asked, answer.comparing.style), showing.output)
    else:
        records = change_records(answer.differences, answer.clock.zone)
        print_written(asked, "change", records=records, showing=showing, surroundings=answer.surroundings)


def _print_conflicts(answer: Answer, showing: Showing) -> bool:
    from agendacli.records.conflict_change import conflict_change_record

    found, zone = answer.conflicts, answer.clock.zone

    def draw(_: int) -> "Drawable":
        from agendacli.render.terminal.changes import draw_conflict_changes

        return draw_conflict_changes(found, zone)

    records = (conflict_change_record(each, zone) for each in found)
    print_records(
        "conflict-change", records, draw=draw, showing=_plain_for_text(showing), surroundings=answer.surroundings
    )
    return bool(found)


def _print_people(answer: Answer, showing: Showing) -> bool:
    from agendacli.records.affected import affected_record

    found, zone = answer.affected, answer.clock.zone

    def draw(_: int) -> "Drawable":
        from agendacli.render.terminal.changes import draw_affected

        return draw_affected(found, zone)

    records = (affected_record(each, zone) for each in found)
    print_records("affected", records, draw=draw, showing=_plain_for_text(showing), surroundings=answer.surroundings)
    return bool(found)


def _plain_for_text(showing: Showing) -> Showing:
    """The options, with plain lines for `-f text`: what is not a changelog has no mail."""
    return showing._replace(format=Format.PLAIN) if showing.format is Format.TEXT else showing
