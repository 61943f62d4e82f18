"""The selected sessions as items of a calendar, held against those that somebody has, and written over them."""

from pathlib import Path

from agendacli.cli.actions.calendars.known_items import with_known_uids
from agendacli.cli.actions.calendars.scope import scope_of
from agendacli.cli.actions.calendars.sequences import sequences
from agendacli.cli.actions.calendars.update_report import tell_update
from agendacli.cli.actions.overwriting import refuse_protected
from agendacli.cli.options.groups import Showing
from agendacli.cli.query.reading import Reading
from agendacli.cli.run.outcome import deliver, refuse
from agendacli.files.paths import named_path
from agendacli.files.reading import files_in, read_bytes
from agendacli.files.writing import write_all
from agendacli.formats.ics.items import Items, read_items
from agendacli.formats.ics.update.changes import Updated, updated
from agendacli.formats.ics.update.vdir import ENDING, read_vdir
from agendacli.formats.ics.write.options import CalendarOptions
from agendacli.formats.ics.write.writer import items, resource, whole_file
from agendacli.model.asked import Refusal


def deliver_update(reading: Reading, options: CalendarOptions, since: str, showing: Showing) -> None:
    """One file: what was selected is held against that of `since`, and what is the same keeps its stamp."""
    old = read_items(read_bytes(named_path(since)))
    if isinstance(old, Refusal):
        refuse(f"--since {since}: {old}")
    if not options.expanded:
        reading = with_known_uids(reading, old, quiet=showing.quiet)
    found = updated_items(reading, options, old)
    written = whole_file(reading.occurrences, found.items, options, old.timezones)
    deliver(written, showing.output)
    dropped = len(old.by_uid.keys() - {each.uid for each in found.items})
    if not showing.quiet:
        tell_update(reading, old, found, f"since {since}", dropped=dropped)


def deliver_vdir(reading: Reading, options: CalendarOptions, folder: Path, showing: Showing) -> None:
    """One file an item. What is unchanged is not touched, and a file that is there keeps its name."""
    vdir = read_vdir(files_in(folder, ENDING))
    if not options.expanded:
        reading = with_known_uids(reading, vdir.items, quiet=showing.quiet)
    found = updated_items(reading, options, vdir.items, apart=True)
    changed = {each.uid for each in found.changes}
    names = vdir.names_for(changed)
    if isinstance(names, Refusal):
        refuse(f"--vdir {folder}: {names}")
    if not showing.force:
        refuse_protected(folder, names.values())
    zones = vdir.items.timezones
    write_all(folder, {names[each.uid]: resource(each, zones) for each in found.items if each.uid in changed})
    if not showing.quiet:
        tell_update(reading, vdir.items, found, f"in {folder}")


def updated_items(reading: Reading, options: CalendarOptions, old: Items, *, apart: bool = False) -> Updated:
    """The selected items, held against those that somebody has, `apart` in files of their own."""
    written = items(reading.occurrences, options, sequences(reading), apart=apart)
    return updated(written, old.by_uid, scope_of(reading, options, old.by_uid))
