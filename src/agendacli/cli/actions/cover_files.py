"""A file for each delegate: a calendar, or a schedule for `--attend`."""

from collections.abc import Iterable, Mapping

from agendacli.analysis.cover.plan import CoverPlan, Delegate
from agendacli.analysis.cover.wording import delegate_text
from agendacli.cli.actions.calendars.delivery import calendar_of
from agendacli.cli.actions.overwriting import refuse_foreign
from agendacli.cli.options.groups import Format, Showing
from agendacli.cli.printing import format_of
from agendacli.cli.query.reading import Reading
from agendacli.cli.run.outcome import deliver, refuse
from agendacli.files.paths import named_path
from agendacli.files.writing import write_all
from agendacli.formats.ics.file_names import file_name
from agendacli.formats.schedule import Schedule, with_ids
from agendacli.words.ids import free_id, slug

_ENDINGS = {Format.ICS: ".ics", Format.PLAIN: ".txt"}


def check_files(showing: Showing, asked: Format, *, split: bool) -> None:
    """End the run if the wishes for files do not go together."""
    if split and not showing.output:
        refuse("--split writes several files; name the folder for them with `-o`")
    if split and asked not in _ENDINGS:
        refuse("--split delegate: write calendars with `-f ics`, or schedules with `-f plain`")


def deliver_one(reading: Reading, showing: Showing, plan: CoverPlan) -> None:
    """Write the calendar of the only delegate; several ones end the run."""
    if len(plan.delegates) > 1:
        refuse("-f ics: a calendar holds what one delegate attends; add `--split delegate` and `-o FOLDER`")
    for each in plan.delegates:
        deliver(_file(reading, each, Format.ICS), showing.output)


def deliver_parts(reading: Reading, showing: Showing, plan: CoverPlan) -> None:
    """Write what each delegate attends into the folder, all files or none; nothing of an input that has errors."""
    folder, asked = named_path(showing.output or ""), format_of(showing, reading.surroundings)
    if not reading.loaded.is_sound:
        refuse(f"nothing is written to {showing.output}: the input has errors")
    ids = _file_ids(plan.delegates)
    files = {file_name(id_, _ENDINGS[asked]): _file(reading, each, asked) for id_, each in ids.items()}
    if not showing.force:
        refuse_foreign(folder, files)
    write_all(folder, files)


def _file_ids(delegates: Iterable[Delegate]) -> Mapping[str, Delegate]:
    """The delegates by what their files are called: no two alike."""
    found: dict[str, Delegate] = {}
    for each in delegates:
        found[free_id(slug(delegate_text(each.name)), found)] = each
    return found


def _file(reading: Reading, delegate: Delegate, asked: Format) -> bytes:
    if asked is Format.ICS:
        return calendar_of(reading, delegate_text(delegate.name), delegate.sessions)
    return with_ids(Schedule(""), (each.id for each in delegate.sessions)).text.encode()
