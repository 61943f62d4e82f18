"""Where events come from: options, the environment, the config, or what there is by itself."""

from agendacli.cli.options.groups import Loading
from agendacli.cli.run.surroundings import Surroundings
from agendacli.files import is_there, paths_in, user_events_folder
from agendacli.load.paths import BUNDLED


def event_options(surroundings: Surroundings, loading: Loading) -> list[str]:
    """The paths of `-e`, before the command and after it."""
    return [*surroundings.events, *(loading.events or ())]


def event_paths(surroundings: Surroundings, loading: Loading) -> tuple[list[str], str]:
    """Where events come from, and what says so: an `option`, the `environment`, the `config`, or the `default`."""
    if given := event_options(surroundings, loading):
        return given, "option"
    if named := paths_in(surroundings.environment.get("AGENDA_EVENTS", "")):
        return named, "environment"
    if is_there(surroundings.config_file):
        from agendacli.cli.run.settings import settings

        if settled := settings(surroundings).events:
            return list(settled), "config"
    return [BUNDLED, *user_events_folder()], "default"
