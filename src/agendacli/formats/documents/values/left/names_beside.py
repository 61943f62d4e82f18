"""What reads like one more name on a line of which people were read, and is in no value."""

from collections.abc import Iterable, Mapping

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.tokens.full_names import names_by_form
from agendacli.formats.documents.tokens.given_names import is_given
from agendacli.formats.documents.tokens.people import PeopleSense
from agendacli.formats.documents.values.told import ToldSession

_MOST = 60
"""On a line of more values, as a page without line ends is, names are not looked for: each takes a look at it."""
_Place = tuple[int, int]


def values_by_line(sessions: Iterable[ToldSession]) -> dict[_Place, tuple[str, ...]]:
    """The titles, rooms, names and positions of the sessions whose people stand on a line, by its place."""
    found: dict[_Place, tuple[str, ...]] = {}
    for session in sessions:
        places = {(each.line.page, n) for each in session.people for n in range(each.line.line, each.line.ends + 1)}
        found |= {place: (*found.get(place, ()), *_values(session)) for place in places}
    return found


def names_beside(line: Line, values: Mapping[_Place, tuple[str, ...]], sense: PeopleSense) -> tuple[str, ...]:
    """Such names on a line by the form of them alone, each once; none on a line of which nobody was read."""
    used = values.get((line.page, line.line), ())
    text = line.text if 0 < len(used) <= _MOST else ""
    for each in sorted(used, key=len, reverse=True) if text else ():
        text = text.replace(each, "|")
    names = (each for each in dict.fromkeys(names_by_form(text)) if not is_given(each))  # others are told anyway
    return tuple(each for each in names if sense.is_name(each, "form"))


def _values(session: ToldSession) -> Iterable[str]:
    people = (text for each in session.people for text in (each.name, each.position))
    return filter(None, (session.title.value, session.room.value if session.room else "", *people))
