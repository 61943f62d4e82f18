"""The selected sessions as calendars of a folder, one a room, person, category or day."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from agendacli.cli.actions.calendars.remarks import of_older_files
from agendacli.cli.actions.calendars.sequences import sequences
from agendacli.cli.actions.overwriting import refuse_foreign
from agendacli.cli.options.groups import Showing
from agendacli.cli.query.reading import Reading
from agendacli.files.reading import read_if_there
from agendacli.files.writing import write_all
from agendacli.formats.ics.write.options import CalendarOptions
from agendacli.formats.ics.write.screen import public
from agendacli.formats.ics.write.split import split
from agendacli.formats.ics.write.writer import calendar
from agendacli.formats.private import PrivateItems
from agendacli.model.asked import SplitBy


def deliver_split(
    reading: Reading, options: CalendarOptions, by: SplitBy, folder: Path, showing: Showing
) -> Iterator[str]:
    """One file each into the folder; gives what is to be told. A file of one person or room holds nothing private."""
    tells = options.private is PrivateItems.BUSY and by in {SplitBy.PERSON, SplitBy.ROOM}
    found = split(public(reading.occurrences) if tells else reading.occurrences, by, reading.zone)
    earlier = sequences(reading)
    files = {
        each.file: calendar(each.occurrences, replace(options, name=options.name or each.name), earlier)
        for each in found.parts
    }
    if not showing.force:
        refuse_foreign(folder, files)
    before = {each: read_if_there(folder / each) for each in files}
    write_all(folder, files)
    after = {str(folder / name): data for name, data in files.items()}
    yield from of_older_files({str(folder / name): data for name, data in before.items()}, after)
    if found.left_out:
        one = len(found.left_out) == 1
        yield (
            f"1 session has no {by} and is in no file"
            if one
            else f"{len(found.left_out)} sessions have no {by} and are in no file"
        )
