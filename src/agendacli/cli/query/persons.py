"""The persons that `--person` and a NAME ask for; where one may be several, all of them, and that is told."""

from collections.abc import Iterable, Sequence

from agendacli.analysis.naming import names_in
from agendacli.analysis.occurrences import expand
from agendacli.analysis.people import persons_meant
from agendacli.analysis.persons_asked import PersonsAsked, persons_asked
from agendacli.cli.run.outcome import refuse, tell
from agendacli.model.asked import Refusal
from agendacli.model.people import Person
from agendacli.model.programme import Programme


def persons_named(
    name: str | None, names: Sequence[str], programmes: Iterable[Programme], *, quiet: bool
) -> tuple[Person, ...] | None:
    """The persons of a NAME and of `--person`; None where the NAME is nobody's, which is reported."""
    read = tuple(programmes)
    named = _named(name, read) if name else PersonsAsked()
    if name and not named.persons:
        return None
    asked = _asked(names, read)
    for each in () if quiet else (named, asked):
        tell_doubtful(each)
    return (*named.persons, *asked.persons)


def asked_among(texts: Sequence[str], programmes: Sequence[Programme]) -> PersonsAsked | Refusal:
    """Whom each text means of those who have a seat in the programmes; see `persons_asked`."""
    return persons_asked(texts, names_in(programmes).persons, lambda: expand(programmes))


def _named(name: str, programmes: Sequence[Programme]) -> PersonsAsked:
    found = asked_among([name], programmes)
    if not isinstance(found, Refusal):
        return found
    if persons_meant(name, names_in(programmes).persons):
        refuse(str(found))
    tell(str(found))
    return PersonsAsked()


def _asked(names: Sequence[str], programmes: Sequence[Programme]) -> PersonsAsked:
    found = asked_among(names, programmes) if names else PersonsAsked()
    return refuse(f"--person: {found}") if isinstance(found, Refusal) else found


def tell_doubtful(asked: PersonsAsked) -> None:
    """Reports whom a name may mean besides, and how to select only one."""
    for first, *others in asked.doubtful:
        names = [f"“{each.name}” (`{each.id}`)" for each in (first, *others)]
        taken = "all" if others[1:] else "both"
        said = f"{', '.join(names[:-1])} and {names[-1]}"
        tell(f"{said} may be one person: {taken} are taken; an id asks for one only")
