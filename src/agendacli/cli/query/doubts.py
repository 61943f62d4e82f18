"""Doubts about people and rooms: found among the sessions of a question, and reported at their lines."""

from collections.abc import Sequence

from agendacli.analysis.doubts import Doubts
from agendacli.cli.query.reading import Reading
from agendacli.cli.run.outcome import tell, tell_diagnostics
from agendacli.model.diagnostic import Diagnostic, in_order


def doubts_of(reading: Reading) -> Doubts:
    """The doubts of the sessions that are asked for."""
    from agendacli.analysis.doubts.search import find_doubts

    return find_doubts(reading.selected or reading.occurrences, reading.loaded.people, reading.loaded.gazetteer)


def of_people(reading: Reading) -> tuple[Diagnostic, ...]:
    """The doubts about people, as diagnostics in order."""
    from agendacli.analysis.doubts.about_people import people_doubts

    return in_order(people_doubts(reading.selected or reading.occurrences, reading.loaded.people).diagnostics)


def of_rooms(reading: Reading) -> tuple[Diagnostic, ...]:
    """The doubts about rooms, as diagnostics in order."""
    from agendacli.analysis.doubts.about_rooms import room_doubts

    return in_order(room_doubts(reading.selected or reading.occurrences, reading.loaded.gazetteer).diagnostics)


def tell_unread_people(reading: Reading, *, quiet: bool) -> None:
    """Notes that people who are named only in texts were not considered."""
    from agendacli.analysis.people_in_texts import people_in_texts

    for each in () if quiet else people_in_texts(reading.selected or reading.occurrences):
        tell(f"people were not looked at: {each.file} names them in its texts only")


def tell_doubts(found: Sequence[Diagnostic], reading: Reading, color: str, *, quiet: bool) -> None:
    """Reports the doubts like other diagnostics; none if only errors are wanted."""
    surroundings = reading.surroundings
    colour = surroundings.colour(color, on_terminal=surroundings.errors_on_terminal)
    tell_diagnostics(() if quiet else found, reading.loaded.texts, surroundings, colour=colour)
