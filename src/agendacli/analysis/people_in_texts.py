"""People who are named in texts only."""

from collections.abc import Iterable

from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme
from agendacli.words.honorifics import names_somebody


def people_in_texts(occurrences: Iterable[Occurrence]) -> tuple[Programme, ...]:
    """The programmes that have no seat for anybody, and name somebody in a text: that is not looked at."""
    seated, named = set[int](), dict[int, Programme]()
    for each in occurrences:
        if each.session.participants or each.programme.participants:
            seated.add(id(each.programme))
        elif id(each.programme) not in named and names_somebody(f"{each.session.title}\n{each.session.description}"):
            named[id(each.programme)] = each.programme
    return tuple(programme for key, programme in named.items() if key not in seated)
