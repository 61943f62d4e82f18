"""The record of what is kept of a file that was read."""

from typing import Protocol

from agendacli.records.table import COUNT, FLAG, TEXT, Field, RecordTable


class Kept(Protocol):
    """What was kept, of what, and whether that is still as it was."""

    @property
    def source(self) -> str:
        """The file that was read; empty where what was kept is damaged."""

    @property
    def size(self) -> int:
        """Bytes."""

    @property
    def is_current(self) -> bool:
        """Whether nothing that it was made of has changed."""


TABLE: RecordTable[Kept] = RecordTable(
    "kept",
    "What is kept of a file that was read.",
    (
        Field("source", TEXT, "the file that was read; empty where what was kept is damaged", lambda it: it.source),
        Field("bytes", COUNT, "how much is kept of it", lambda it: it.size),
        Field("current", FLAG, "false: it has changed, and is read anew", lambda it: it.is_current),
    ),
)


def kept_record(kept: Kept) -> dict[str, object]:
    """The record of what is kept of a file."""
    return TABLE.record(kept)
