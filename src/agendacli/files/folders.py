"""Where the tool keeps its files: the bundled events, and the user's own folders."""

from collections.abc import Mapping
from pathlib import Path


def bundled_folder() -> Path:
    """The folder of the bundled events: inside the package, or beside `src` in a checkout."""
    inside = Path(__file__).resolve().parents[1] / "events"
    return inside if inside.is_dir() else Path(__file__).resolve().parents[3] / "events"


def user_events_folder() -> tuple[str, ...]:
    """The folder of the user's own events, if it exists."""
    from platformdirs import user_data_path

    folder = user_data_path("agendacli") / "events"
    return (str(folder),) if folder.is_dir() else ()


def user_config_file() -> Path:
    """The path of the user's config file; it may not exist."""
    from platformdirs import user_config_path

    return user_config_path("agendacli") / "config.toml"


def user_schedule_file() -> Path:
    """The path of the user's schedule; it may not exist."""
    from platformdirs import user_data_path

    return user_data_path("agendacli") / "schedule.txt"


def user_cache_folder() -> Path:
    """The user's cache folder."""
    from platformdirs import user_cache_path

    return user_cache_path("agendacli")


def cache_folder(environment: Mapping[str, str]) -> Path | None:
    """The cache folder of a run: that of AGENDA_CACHE, else the user's own; None for `off`."""
    from agendacli.files.paths import home_path

    named = environment.get("AGENDA_CACHE")
    return None if named == "off" else home_path(named) if named else user_cache_folder()
