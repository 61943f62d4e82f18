"""Whom calendars speak for that are written over those which people have."""

from collections.abc import Iterable

from agendacli.cli.query.reading import Reading
from agendacli.formats.ics.uid import programme_part
from agendacli.formats.ics.update.changes import Scope
from agendacli.formats.ics.write.options import CalendarOptions
from agendacli.formats.ics.write.plans import older_uids, uids
from agendacli.formats.ics.write.stamps import stamp_of
from agendacli.formats.private import PrivateItems
from agendacli.model.identity import programme_of


def scope_of(reading: Reading, options: CalendarOptions, old: Iterable[str]) -> Scope:
    """Whom an export of these sessions speaks for, to those who have items with the `old` UIDs."""
    stamps = {programme_part(each): stamp_of(each, options) for each in reading.programmes}
    known = (each for each in old if programme_of(each) in stamps)  # the only ones that name an occurrence
    is_busy = options.private is not PrivateItems.KEPT
    names = uids(reading.programmes, known, expanded=options.expanded, busy=is_busy)
    older = older_uids(reading.occurrences, expanded=options.expanded)
    return Scope(stamps, names, older, options.private)
