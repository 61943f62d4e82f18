"""The settings of a run, from the config file."""

from agendacli.cli.run.outcome import RefusalError, tell_diagnostics
from agendacli.cli.run.surroundings import Surroundings
from agendacli.model.config import Config
from agendacli.model.diagnostic import has_errors


def settings(surroundings: Surroundings) -> Config:
    """The user's settings; a config file with errors is refused with its diagnostics."""
    found = surroundings.config
    if has_errors(found.diagnostics):
        colour = surroundings.colour("auto", on_terminal=surroundings.errors_on_terminal)
        tell_diagnostics(found.diagnostics, found.texts, surroundings, colour=colour)
        raise RefusalError
    return found.config
