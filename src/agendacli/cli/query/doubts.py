"""Doubts about people and rooms: found among the sessions of a question, and reported at their lines."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from agendacli.cli.query.reading import Reading
from agendacli.cli.run.outcome import tell, tell_diagnostics
from agendacli.load.doubts import kept_diagnostics, kept_doubts, kept_files
from agendacli.model.diagnostic import Diagnostic, in_order

if TYPE_CHECKING:
    from agendacli.analysis.doubts import Doubts
    from agendacli.load.cache.store import Cache


def doubts_of(reading: Reading) -> "Doubts":
    """The doubts of the sessions that are asked for."""
    return kept_doubts(reading.loaded, _cache(reading), lambda: _all_doubts(reading))


def of_people(reading: Reading) -> tuple[Diagnostic, ...]:
    """The doubts about people, as diagnostics in order."""
    return kept_diagnostics("people", reading.loaded, _cache(reading), lambda: _about_people(reading))


def of_rooms(reading: Reading) -> tuple[Diagnostic, ...]:
    """The doubts about rooms, as diagnostics in order."""
    return kept_diagnostics("rooms", reading.loaded, _cache(reading), lambda: _about_rooms(reading))


def _cache(reading: Reading) -> "Cache | None":
    """Where doubts are kept: only those of all that was loaded, which no option and no moment of a run changes."""
    return reading.kept if reading.is_of_everything else None


def _all_doubts(reading: Reading) -> "Doubts":
    from agendacli.analysis.doubts.search import find_doubts

    return find_doubts(reading.selected or reading.occurrences, reading.loaded.people, reading.loaded.gazetteer)


def _about_people(reading: Reading) -> tuple[Diagnostic, ...]:
    from agendacli.analysis.doubts.about_people import people_doubts

    return in_order(people_doubts(reading.selected or reading.occurrences, reading.loaded.people).diagnostics)


def _about_rooms(reading: Reading) -> tuple[Diagnostic, ...]:
    from agendacli.analysis.doubts.about_rooms import room_doubts

    return in_order(room_doubts(reading.selected or reading.occurrences, reading.loaded.gazetteer).diagnostics)


def tell_unread_people(reading: Reading, *, quiet: bool) -> None:
    """Notes that people who are named only in texts were not considered."""
    for each in () if quiet else kept_files(reading.loaded, _cache(reading), lambda: _naming_people(reading)):
        tell(f"people were not looked at: {each} names them in its texts only")


def _naming_people(reading: Reading) -> tuple[str, ...]:
    from agendacli.analysis.people_in_texts import people_in_texts

    return tuple(each.file for each in people_in_texts(reading.selected or reading.occurrences))


def tell_doubts(found: Sequence[Diagnostic], reading: Reading, color: str, *, quiet: bool) -> None:
    """Reports the doubts like other diagnostics; none if only errors are wanted."""
    surroundings = reading.surroundings
    colour = surroundings.colour(color, on_terminal=surroundings.errors_on_terminal)
    tell_diagnostics(() if quiet else found, reading.loaded.texts, surroundings, colour=colour)
