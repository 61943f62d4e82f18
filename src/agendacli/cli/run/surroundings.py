"""The surroundings of a run: clock, terminal, environment. Read once here and passed on as a value."""

import os
import shutil
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agendacli.load.cache.store import Cache
    from agendacli.load.own import LoadedConfig


WIDEST = 10_000
"""The widest drawing, in columns."""


@dataclass(frozen=True)  # without slots, because of the cached properties
class Surroundings:
    """The surroundings of a command; `now` is a UTC instant."""

    now: datetime
    environment: Mapping[str, str]
    on_terminal: bool
    errors_on_terminal: bool
    width: int
    encoding: str
    events: tuple[str, ...] = field(default=())
    input_on_terminal: bool = False

    @classmethod
    def read(cls, events: tuple[str, ...] = ()) -> "Surroundings":
        """The surroundings of this process; `events` are the paths given before the command."""
        return cls(
            datetime.now(UTC).replace(microsecond=0),
            dict(os.environ),
            sys.stdout.isatty(),
            sys.stderr.isatty(),
            shutil.get_terminal_size((80, 24)).columns,
            sys.stdout.encoding or "ascii",
            events,
            sys.stdin.isatty(),
        )

    @property
    def config_file(self) -> Path:
        """The path of the config file: that of AGENDA_CONFIG, else in the user's own folder."""
        from agendacli.files.folders import user_config_file
        from agendacli.files.paths import home_path

        named = self.environment.get("AGENDA_CONFIG")
        return home_path(named) if named else user_config_file()

    @cached_property
    def config(self) -> "LoadedConfig":
        """The config file as read, with its diagnostics; `settings` returns the values. Raises FileError."""
        from agendacli.load.own import load_config

        return load_config(self.config_file)

    @cached_property
    def cache(self) -> "Cache | None":
        """The cache in the folder of AGENDA_CACHE, else in the user's own; None for `off`."""
        from agendacli.files.folders import cache_folder
        from agendacli.load.cache.store import Cache

        folder = cache_folder(self.environment)
        return Cache(folder, self.now) if folder else None

    @property
    def web_folder(self) -> Path | None:
        """Where what lies at addresses is kept; None where nothing is."""
        return self.cache.folder / "web" if self.cache else None

    def close(self) -> None:
        """Writes the cache, now that the results are out."""
        if "cache" in vars(self) and self.cache:
            self.cache.write()

    @property
    def home_traces(self) -> tuple[str | None, ...]:
        """What changes when this machine gets another zone; quick to find, unlike the zone itself."""
        try:
            link = str(Path("/etc/localtime").readlink())
        except OSError:
            link = None
        try:
            named = Path("/etc/timezone").read_text(errors="replace")
        except OSError:
            named = None
        return self.environment.get("TZ"), link, named, *time.tzname, str(time.timezone)

    @property
    def home_zone(self) -> str:
        """The IANA zone of this machine, UTC if unknown."""
        from tzlocal import get_localzone_name

        return get_localzone_name() or "UTC"

    def colour(self, wish: str, *, on_terminal: bool) -> bool:
        """Whether to use colour: as requested, else FORCE_COLOR and NO_COLOR, else if a terminal shows it."""
        if wish != "auto":
            return wish == "always"
        if self.environment.get("NO_COLOR"):
            return False
        if self.environment.get("FORCE_COLOR"):
            return True
        return on_terminal and self.environment.get("TERM") != "dumb"
