"""Who is asked for by `people`: a name, `--person`, `--role`, among those who have a seat in what is selected."""

from collections.abc import Sequence

from agendacli.analysis.occurrences import expand
from agendacli.analysis.people import (
    Involvement,
    engagements,
    involvements,
    persons_in,
    persons_meant,
)
from agendacli.analysis.persons_asked import PersonsAsked, persons_asked
from agendacli.cli.options.groups import Selecting, Showing
from agendacli.cli.query.persons import tell_doubtful
from agendacli.cli.query.reading import Reading
from agendacli.cli.run.outcome import refuse, tell
from agendacli.model.asked import Refusal
from agendacli.model.occurrence import Occurrence
from agendacli.words.guesses import hint


def involved(reading: Reading, name: str | None, selecting: Selecting, showing: Showing) -> tuple[Involvement, ...]:
    """What the persons asked for do in what was selected without regard to persons and roles.

    A name that matches nobody is told and gives nothing; one that matches several ends the run.
    """
    every = expand(reading.loaded.programmes)
    named = _named(name, every) if name else PersonsAsked()
    if name and not named.persons:
        return ()
    asked = _asked(selecting.person or (), every)
    ids = [each.id for each in (*named.persons, *asked.persons)]
    for each in () if showing.quiet else (named, asked):
        tell_doubtful(each)
    found = involvements(reading.occurrences, ids, selecting.role or ())
    if not found and reading.occurrences and not showing.quiet:
        tell(_nothing(reading, ids, selecting.role or ()))
    return found


def _named(name: str, every: Sequence[Occurrence]) -> PersonsAsked:
    found = persons_asked([name], every)
    if not isinstance(found, Refusal):
        return found
    if persons_meant(name, persons_in(every)):
        refuse(str(found))
    tell(str(found))
    return PersonsAsked()


def _asked(names: Sequence[str], every: Sequence[Occurrence]) -> PersonsAsked:
    found = persons_asked(names, every) if names else PersonsAsked()
    return refuse(f"--person: {found}") if isinstance(found, Refusal) else found


def _nothing(reading: Reading, ids: Sequence[str], roles: Sequence[str]) -> str:
    """What left nobody: the role, among those that there are, else the person."""
    there = dict.fromkeys(each.participant.role for each in engagements(reading.occurrences, ids))
    if roles and there:
        return f"nobody has the role {' or '.join(f'`{each}`' for each in roles)}; {hint(roles[0], there)}"
    return "nobody is named in these sessions" if not ids else "that person has no seat in these sessions"
