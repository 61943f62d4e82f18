"""Who is asked for by `people`: a name, `--person`, `--role`, among those who have a seat in what is selected."""

from collections.abc import Sequence

from agendacli.analysis.people import Involvement, engagements, involvements
from agendacli.cli.options.groups import Selecting, Showing
from agendacli.cli.query.reading import Reading
from agendacli.cli.run.outcome import tell


def involved(reading: Reading, name: str | None, selecting: Selecting, showing: Showing) -> tuple[Involvement, ...]:
    """What the persons asked for do in what was selected without regard to persons and roles.

    A name that matches nobody is told and gives nothing; one that matches several ends the run.
    """
    ids: Sequence[str] = ()
    if name or selecting.person:
        from agendacli.cli.query.persons import persons_named

        persons = persons_named(name, selecting.person or (), reading.loaded.programmes, quiet=showing.quiet)
        if persons is None:
            return ()
        ids = [each.id for each in persons]
    found = involvements(reading.occurrences, ids, selecting.role or ())
    if not found and reading.occurrences and not showing.quiet:
        tell(_nothing(reading, ids, selecting.role or ()))
    return found


def _nothing(reading: Reading, ids: Sequence[str], roles: Sequence[str]) -> str:
    """What left nobody: the role, among those that there are, else the person."""
    there = dict.fromkeys(each.participant.role for each in engagements(reading.occurrences, ids))
    if roles and there:
        from agendacli.words.guesses import hint

        return f"nobody has the role {' or '.join(f'`{each}`' for each in roles)}; {hint(roles[0], there)}"
    return "nobody is named in these sessions" if not ids else "that person has no seat in these sessions"
