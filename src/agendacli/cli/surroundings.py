"""The machine as one run sees it: clock, terminal, environment. Read here once, handed down as a value."""

import os
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a command knows of the world around it; `now` is a UTC instant."""

    now: datetime
    environment: Mapping[str, str]
    on_terminal: bool
    errors_on_terminal: bool
    width: int
    encoding: str
    events: tuple[str, ...] = field(default=())

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
        )

    @property
    def home_zone(self) -> str:
        """The IANA zone of this machine, UTC where it says none."""
        from tzlocal import get_localzone_name

        return get_localzone_name() or "UTC"

    def colour(self, wish: str, *, on_terminal: bool) -> bool:
        """Whether to colour: the wish, else FORCE_COLOR and NO_COLOR, else whether a terminal shows it."""
        if wish != "auto":
            return wish == "always"
        if self.environment.get("NO_COLOR"):
            return False
        if self.environment.get("FORCE_COLOR"):
            return True
        return on_terminal and self.environment.get("TERM") != "dumb"
