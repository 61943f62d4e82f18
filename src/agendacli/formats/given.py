"""What a reader is given: the bytes of a file, and what its user says that the file leaves unsaid."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from agendacli.words.directory import Directory, OnDemand


class Given(NamedTuple):
    """The bytes of a file under the name that a user gave it.

    `zone` is the IANA zone that was asked for: that of times without one. `home` is that of the machine, for formats in
    which such times are those of whoever looks. `directory` has the persons and places that are declared beside it.
    """

    data: bytes
    file: str
    zone: str | None = None
    home: Callable[[], str] = lambda: "UTC"
    directory: "OnDemand | None" = None
    columns: tuple[tuple[str, str], ...] = ()
    day_first: bool | None = None

    @property
    def known(self) -> "Directory":
        """Who and what is declared beside the file."""
        from agendacli.words.directory import Directory

        return self.directory() if self.directory else Directory()
