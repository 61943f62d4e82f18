"""What `export` does: the selected sessions in the format that `-f`, else the name of the file, asks for."""

from agendacli.cli.actions.calendars.delivery import check_input, deliver_calendar, private_items
from agendacli.cli.actions.calendars.remarks import of_private_items
from agendacli.cli.options.groups import Showing
from agendacli.cli.options.writing import Writing
from agendacli.cli.query.reading import Reading
from agendacli.cli.run.outcome import deliver, finish, refuse, tell
from agendacli.files.paths import named_path
from agendacli.files.reading import read_bytes
from agendacli.formats.exported import ToExport
from agendacli.formats.file_formats import FileFormat, format_named, written_by_name
from agendacli.formats.private import shown_occurrences
from agendacli.formats.writers import ONE_PROGRAMME, WRITERS
from agendacli.model.asked import Refusal

_CALENDAR, _PRINTED = "ics", "docx"
_OF_CALENDARS = {
    "alarm": "--alarm",
    "windows": "--no-windows",
    "expand": "--expand",
    "stamp": "--stamp",
    "since": "--since",
    "split": "--split",
    "vdir": "--vdir",
}


def deliver_export(reading: Reading, showing: Showing, writing: Writing) -> None:
    """Write what was selected; into a file whole or not at all."""
    wanted = _wanted(showing)
    if writing.template and wanted.name != _PRINTED:
        refuse(f"--template is for Word documents; {wanted.title} has no styles: add `-f docx`")
    if wanted.name == _CALENDAR:
        deliver_calendar(reading, showing, writing)
    else:
        _deliver_as(wanted, reading, showing, writing)


def _wanted(showing: Showing) -> FileFormat:
    by_name = written_by_name(showing.output) if showing.output else None
    return format_named(showing.format) if showing.format else by_name or format_named(_CALENDAR)


def _deliver_as(wanted: FileFormat, reading: Reading, showing: Showing, writing: Writing) -> None:
    _check(wanted, reading, showing, writing)
    private = private_items(writing)
    occurrences = shown_occurrences(reading.occurrences, private)
    asked = ToExport(
        reading.events,
        occurrences,
        title=writing.name,
        source=writing.source,
        zone=reading.zone,
        template=read_bytes(named_path(writing.template)) if writing.template else None,
    )
    written = WRITERS[wanted.name](asked)
    if isinstance(written, Refusal):
        refuse(f"-f {wanted.name}: {written}")
    deliver(written.data, showing.output)
    for each in () if showing.quiet else (*of_private_items(reading, private), *written.missing, *written.left_out):
        tell(each)
    finish(sound=reading.is_sound)


def _check(wanted: FileFormat, reading: Reading, showing: Showing, writing: Writing) -> None:
    """End the run if the wishes do not go together, or if a file would be made of faulty input."""
    usual = Writing()
    for name, option in _OF_CALENDARS.items():
        if getattr(writing, name) != getattr(usual, name):
            refuse(f"{option} is for calendars; {wanted.title} has no such thing")
    check_input(reading, showing.output)
    if wanted.name in ONE_PROGRAMME and len(reading.events) != 1:
        names = ", ".join(f"`{each.id}`" for each in reading.events) or "none"
        refuse(f"-f {wanted.name}: {wanted.title} holds one event; name one of {names}")
