"""Who is asked for by `people`: a name, `--person`, `--role`, among those who have a seat in what is selected."""

from collections.abc import Sequence

from agendacli.analysis.occurrences import expand
from agendacli.analysis.people import (
    Involvement,
    engagements,
    find_person,
    find_persons,
    involvements,
    persons_in,
    persons_meant,
)
from agendacli.cli.options.groups import Selecting, Showing
from agendacli.cli.query.reading import Reading
from agendacli.cli.run.outcome import refuse, tell
from agendacli.model.asked import Refusal
from agendacli.model.people import Person
from agendacli.words.guesses import hint


def involved(reading: Reading, name: str | None, selecting: Selecting, showing: Showing) -> tuple[Involvement, ...]:
    """What the persons asked for do in what was selected without regard to persons and roles.

    A name that matches nobody is told and gives nothing; one that matches several ends the run.
    """
    known = persons_in(expand(reading.loaded.programmes))
    named = _named(name, known) if name else ()
    if name and not named:
        return ()
    ids = [each.id for each in (*named, *_asked(selecting.person or (), known))]
    found = involvements(reading.occurrences, ids, selecting.role or ())
    if not found and reading.occurrences and not showing.quiet:
        tell(_nothing(reading, ids, selecting.role or ()))
    return found


def _named(name: str, known: Sequence[Person]) -> tuple[Person, ...]:
    found = find_person(name, known)
    if not isinstance(found, Refusal):
        return (found,)
    if persons_meant(name, known):
        refuse(str(found))
    tell(str(found))
    return ()


def _asked(names: Sequence[str], known: Sequence[Person]) -> tuple[Person, ...]:
    found = find_persons(names, known)
    return refuse(f"--person: {found}") if isinstance(found, Refusal) else found


def _nothing(reading: Reading, ids: Sequence[str], roles: Sequence[str]) -> str:
    """What left nobody: the role, among those that there are, else the person."""
    there = dict.fromkeys(each.participant.role for each in engagements(reading.occurrences, ids))
    if roles and there:
        return f"nobody has the role {' or '.join(f'`{each}`' for each in roles)}; {hint(roles[0], there)}"
    return "nobody is named in these sessions" if not ids else "that person has no seat in these sessions"
