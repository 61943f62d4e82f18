"""The record of a cache entry."""

from typing import Protocol

from agendacli.records.table import COUNT, FLAG, TEXT, Field, RecordTable


class Kept(Protocol):
    """A cache entry, the file it was made of, and whether it is current."""

    @property
    def source(self) -> str:
        """The file or address that was read, or the line that was answered; empty if the entry is damaged."""

    @property
    def size(self) -> int:
        """The size in bytes."""

    @property
    def is_current(self) -> bool:
        """Whether no file that it was made of has changed; of an address whether it is fresh."""


TABLE: RecordTable[Kept] = RecordTable(
    "kept",
    "What is kept of a file or an address that was read, or of a question that was answered.",
    (
        Field(
            "source",
            TEXT,
            "what was read, without secrets, or the line that was answered; empty where what was kept is damaged",
            lambda it: it.source,
        ),
        Field("bytes", COUNT, "how much is kept of it", lambda it: it.size),
        Field(
            "current",
            FLAG,
            "false: it has changed and is read anew, or its time has passed and it is asked for again",
            lambda it: it.is_current,
        ),
    ),
)


def kept_record(kept: Kept) -> dict[str, object]:
    """The record of a cache entry."""
    return TABLE.record(kept)
