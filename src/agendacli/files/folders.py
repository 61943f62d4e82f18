"""Where the tool keeps its files: the bundled events, and what belongs to the user."""

from pathlib import Path


def bundled_folder() -> Path:
    """The folder of the events that come with the tool: inside the package, or beside `src` in a checkout."""
    inside = Path(__file__).resolve().parents[1] / "events"
    return inside if inside.is_dir() else Path(__file__).resolve().parents[3] / "events"


def user_events_folder() -> tuple[str, ...]:
    """The folder of the user's own events, if it is there."""
    from platformdirs import user_data_path

    folder = user_data_path("agendacli") / "events"
    return (str(folder),) if folder.is_dir() else ()


def user_config_file() -> Path:
    """Where the user's config file is, if there is one."""
    from platformdirs import user_config_path

    return user_config_path("agendacli") / "config.toml"


def user_schedule_file() -> Path:
    """Where the user's own schedule is, if there is one."""
    from platformdirs import user_data_path

    return user_data_path("agendacli") / "schedule.txt"


def user_cache_folder() -> Path:
    """Where what can be made again is kept for the user."""
    from platformdirs import user_cache_path

    return user_cache_path("agendacli")
