"""The user's own files: waivers, config and schedule, each with its diagnostics."""

from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from agendacli.files.paths import home_path, named_path
from agendacli.files.reading import read_bytes
from agendacli.load.paths import BUNDLED
from agendacli.model.config import Config
from agendacli.model.diagnostic import Diagnostic, in_order
from agendacli.model.frozen import frozen

if TYPE_CHECKING:
    from agendacli.formats.schedule import Schedule
    from agendacli.model.waiver import Waiver


@frozen
class LoadedWaivers:
    """The waivers of one file, with its diagnostics in order and its text."""

    waivers: "tuple[Waiver, ...]"
    diagnostics: tuple[Diagnostic, ...]
    texts: dict[str, str]


def load_waivers(path: str) -> LoadedWaivers:
    """The waivers of a file. Raises FileError if it cannot be read."""
    from agendacli.formats.table import read_waivers, shown_file

    data = read_bytes(named_path(path))
    waivers, diagnostics = read_waivers(data, path)
    return LoadedWaivers(waivers, in_order(diagnostics), {path: shown_file(data, path)})


@frozen
class LoadedConfig:
    """The config of one file (None: there is no file), with its diagnostics in order and its text."""

    config: Config = field(default_factory=Config)
    file: str | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    texts: dict[str, str] = field(default_factory=dict)


def load_config(path: Path, data: bytes | None) -> LoadedConfig:
    """The config of a file with these bytes, its `events` relative to its folder; the defaults if there is none."""
    if data is None:
        return LoadedConfig()
    if not data.strip():
        return LoadedConfig(file=str(path))
    from agendacli.formats.table import read_settings, shown_file

    shown = str(path)
    config, diagnostics = read_settings(data, shown)
    events = tuple(each if each == BUNDLED else str(path.parent / home_path(each)) for each in config.events)
    return LoadedConfig(replace(config, events=events), shown, in_order(diagnostics), {shown: shown_file(data, shown)})


@frozen
class LoadedSchedule:
    """The schedule of one file, with its diagnostics in order and its text; an absent file holds nothing."""

    schedule: "Schedule"
    diagnostics: tuple[Diagnostic, ...] = ()
    texts: dict[str, str] = field(default_factory=dict)


def load_schedule(data: bytes, file: str) -> LoadedSchedule:
    """The schedule in the bytes of a file; empty if they are not text."""
    from agendacli.formats.table import read_picks, shown_file

    schedule, diagnostics = read_picks(data, file)
    return LoadedSchedule(schedule, in_order(diagnostics), {file: shown_file(data, file)})
