"""What is settled for a run, and where events come from: options, the environment, the config, or the default."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from agendacli.cli.run.outcome import RefusalError, tell_diagnostics
from agendacli.cli.run.surroundings import Surroundings
from agendacli.files.paths import home_path, is_there, paths_in, user_events_folder, user_schedule_file
from agendacli.load.paths import BUNDLED
from agendacli.model.config import Config
from agendacli.model.diagnostic import has_errors

if TYPE_CHECKING:
    from agendacli.load.loaded import Unsaid

SCHEDULE_VARIABLE = "AGENDA_SCHEDULE"


def settings(surroundings: Surroundings) -> Config:
    """The user's settings; a config file with errors is refused with its diagnostics."""
    if not (surroundings.config_data or b"").strip():
        return Config()
    found = surroundings.config
    if has_errors(found.diagnostics):
        colour = surroundings.colour("auto", on_terminal=surroundings.errors_on_terminal)
        tell_diagnostics(found.diagnostics, found.texts, surroundings, colour=colour)
        raise RefusalError
    return found.config


def event_options(surroundings: Surroundings, given: Sequence[str] | None) -> list[str]:
    """The paths of `-e` before the command, and those `given` after it."""
    return [*surroundings.events, *(given or ())]


def event_paths(surroundings: Surroundings, given: Sequence[str] | None) -> tuple[list[str], str]:
    """The paths of the events, and their origin: an `option`, the `environment`, the `config`, or the `default`."""
    if options := event_options(surroundings, given):
        return options, "option"
    if named := paths_in(surroundings.environment.get("AGENDA_EVENTS", "")):
        return named, "environment"
    if is_there(surroundings.config_file) and (settled := settings(surroundings).events):
        return list(settled), "config"
    return [BUNDLED, *user_events_folder()], "default"


def unsaid(
    surroundings: Surroundings,
    asked: str | None,
    columns: tuple[tuple[str, str], ...] = (),
    *,
    day_first: bool | None = None,
) -> "Unsaid":
    """What files leave unsaid; part of what every entry of the cache is found by."""
    from agendacli.load.loaded import Unsaid

    return Unsaid(asked, lambda: surroundings.home_zone, surroundings.home_traces, columns=columns, day_first=day_first)


def schedule_file(surroundings: Surroundings, named: str | None = None) -> Path:
    """The path of the user's schedule: that of `--schedule`, else AGENDA_SCHEDULE, else in the user's own folder."""
    path = named or surroundings.environment.get(SCHEDULE_VARIABLE)
    return home_path(path) if path else user_schedule_file()
