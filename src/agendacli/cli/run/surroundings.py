"""The surroundings of a run: clock, terminal, environment. Read once here and passed on as a value."""

import os
import shutil
import sys
import time
from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from agendacli.answers import unheard, watched

if TYPE_CHECKING:
    from agendacli.files import FileError
    from agendacli.files.web.copies import WebCopy
    from agendacli.load.cache.store import Cache
    from agendacli.load.own import LoadedConfig
    from agendacli.model.asked import Moment
    from agendacli.model.glances import Glances


def _glances(now: datetime) -> "Glances":
    from agendacli.model.glances import Glances

    return Glances(now)


WIDEST = 10_000
"""The widest drawing, in columns."""


class Surroundings:
    """The surroundings of a command; `moment` is the present one."""

    def __init__(
        self,
        read_at: datetime,
        environment: Mapping[str, str],
        *,
        on_terminal: bool,
        errors_on_terminal: bool,
        width: int,
        encoding: str,
        events: tuple[str, ...] = (),
        input_on_terminal: bool = False,
        glances: "Glances | None" = None,
    ) -> None:
        self.read_at, self.glances = read_at, glances
        self.environment, self.events = environment, events
        self.on_terminal, self.width, self.encoding = on_terminal, width, encoding
        self.errors_on_terminal, self.input_on_terminal = errors_on_terminal, input_on_terminal

    @classmethod
    def read(cls, events: tuple[str, ...] = ()) -> "Surroundings":
        """The surroundings of this process; `events` are the paths given before the command."""
        now = datetime.now(UTC).replace(microsecond=0)
        return cls(
            now,
            dict(os.environ),
            on_terminal=sys.stdout.isatty(),
            errors_on_terminal=sys.stderr.isatty(),
            width=shutil.get_terminal_size((80, 24)).columns,
            encoding=sys.stdout.encoding or "ascii",
            events=events,
            input_on_terminal=sys.stdin.isatty(),
            glances=watched(partial(_glances, now)),
        )

    @property
    def moment(self) -> "Moment":
        """The moment of this run; what is asked of it is noted while its answer is recorded."""
        from agendacli.model.asked import Moment

        return Moment(self.read_at, self.glances)

    @property
    def now(self) -> datetime:
        """The UTC instant of this run. No answer is kept that asks for it."""
        if self.glances:
            self.glances.read()
        return self.read_at

    @property
    def config_file(self) -> Path:
        """The path of the config file: that of AGENDA_CONFIG, else in the user's own folder."""
        from agendacli.files.paths import home_path, user_config_file

        named = self.environment.get("AGENDA_CONFIG")
        return home_path(named) if named else user_config_file()

    @cached_property
    def config_data(self) -> bytes | None:
        """The bytes of the config file; None if there is none. Raises FileError."""
        from agendacli.files.reading import read_if_there

        return read_if_there(self.config_file)

    @cached_property
    def config(self) -> "LoadedConfig":
        """The config file as read, with its diagnostics; `settings` returns the values. Raises FileError."""
        from agendacli.load.own import load_config

        return load_config(self.config_file, self.config_data)

    @cached_property
    def cache(self) -> "Cache | None":
        """The cache in the folder of AGENDA_CACHE, else in the user's own; None for `off`."""
        from agendacli.files.paths import cache_folder
        from agendacli.load.cache.store import Cache

        folder = cache_folder(self.environment)
        return Cache(folder, self.read_at) if folder else None

    @property
    def web_folder(self) -> Path | None:
        """Where what lies at addresses is kept; None where nothing is."""
        return self.cache.folder / "web" if self.cache else None

    @cached_property
    def fetched(self) -> "dict[str, WebCopy | FileError]":
        """What came from each address in this run, or why nothing did: a server is asked once."""
        return {}

    def close(self) -> None:
        """Writes the cache, now that the results are out."""
        if "cache" in vars(self) and self.cache:
            with unheard():
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

    def patience(self, what: str, *, quiet: bool) -> AbstractContextManager[None]:
        """Shows on a terminal what takes more than a second, until it is done."""
        if quiet or not self.errors_on_terminal:
            return nullcontext()
        from agendacli.cli.run.progress import patience

        return patience(what, self.width)

    def colour(self, wish: str, *, on_terminal: bool) -> bool:
        """Whether to use colour: as requested, else FORCE_COLOR and NO_COLOR, else if a terminal shows it."""
        if wish != "auto":
            return wish == "always"
        if self.environment.get("NO_COLOR"):
            return False
        if self.environment.get("FORCE_COLOR"):
            return True
        return on_terminal and self.environment.get("TERM") != "dumb"
