"""The selected sessions as items of a calendar, held against those that somebody has."""

from collections.abc import Iterable
from datetime import date

from agendacli.cli.query.reading import Reading
from agendacli.formats.ics.items import Items
from agendacli.formats.ics.uid import programme_part
from agendacli.formats.ics.update.changes import Scope, Updated, updated
from agendacli.formats.ics.write.components import stamp_of
from agendacli.formats.ics.write.options import CalendarOptions
from agendacli.formats.ics.write.plans import older_uids, uids
from agendacli.formats.ics.write.writer import items
from agendacli.formats.private import PrivateItems
from agendacli.model.identity import programme_of
from agendacli.model.programme import Programme


def updated_items(reading: Reading, options: CalendarOptions, old: Items, *, apart: bool = False) -> Updated:
    """The selected items, held against those that somebody has, `apart` in files of their own."""
    written = items(reading.occurrences, options, sequences(reading), apart=apart)
    return updated(written, old.by_uid, scope_of(reading, options, old.by_uid))


def scope_of(reading: Reading, options: CalendarOptions, old: Iterable[str]) -> Scope:
    """Whom an export of these sessions speaks for, to those who have items with the `old` UIDs."""
    stamps = {programme_part(each): stamp_of(each, options) for each in reading.programmes}
    known = (each for each in old if programme_of(each) in stamps)  # the only ones that name an occurrence
    is_busy = options.private is not PrivateItems.KEPT
    names = uids(reading.programmes, known, expanded=options.expanded, busy=is_busy)
    older = older_uids(reading.occurrences, expanded=options.expanded)
    return Scope(stamps, names, older, options.private)


def sequences(reading: Reading) -> dict[str, int]:
    """How many earlier revisions each programme has, by its address."""
    return {each.address: _earlier(each, reading.loaded.revisions) for each in reading.programmes}


def _earlier(programme: Programme, revisions: Iterable[Programme]) -> int:
    same = [each for each in revisions if each.id == programme.id and each is not programme]
    if not programme.older:
        return len(same)
    day = programme.revision or date.min
    return sum(each.revision is not None and each.revision < day for each in same)
