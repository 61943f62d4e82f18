"""The persons that `--person` and a NAME ask for; where one may be several, all of them, and that is told."""

from agendacli.analysis.persons_asked import PersonsAsked
from agendacli.cli.run.outcome import tell


def tell_doubtful(asked: PersonsAsked) -> None:
    """Reports whom a name may mean besides, and how to select only one."""
    for first, *others in asked.doubtful:
        names = [f"“{each.name}” (`{each.id}`)" for each in (first, *others)]
        taken = "all" if others[1:] else "both"
        said = f"{', '.join(names[:-1])} and {names[-1]}"
        tell(f"{said} may be one person: {taken} are taken; an id asks for one only")
