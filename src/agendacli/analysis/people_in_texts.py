"""People who are named in texts only."""

from collections.abc import Iterable, Sequence

from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme


def people_in_texts(occurrences: Iterable[Occurrence]) -> tuple[Programme, ...]:
    """The programmes that have no seat for anybody, and name somebody in a text: that is not looked at."""
    asked = tuple(occurrences)
    seated = {id(each.programme) for each in asked if each.session.participants or each.programme.participants}
    return _named_in([each for each in asked if id(each.programme) not in seated])


def _named_in(occurrences: Sequence[Occurrence]) -> tuple[Programme, ...]:
    """The programmes of those in whose texts somebody is named, in the order in which that is met."""
    if not occurrences:
        return ()
    from agendacli.words.honorifics import names_somebody  # most programmes have seats

    named: dict[int, Programme] = {}
    for each in occurrences:
        if id(each.programme) not in named and names_somebody(f"{each.session.title}\n{each.session.description}"):
            named[id(each.programme)] = each.programme
    return tuple(named.values())
