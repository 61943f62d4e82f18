"""What the bytes of a file say: a programme with its diagnostics, and the layout of a large calendar."""

from array import array
from collections.abc import Sequence
from typing import Any, NamedTuple, TypeAlias

from agendacli.model.diagnostic import Diagnostic
from agendacli.model.programme import Programme

Json = Any
Column: TypeAlias = "array[int]"


class Layout(NamedTuple):
    """Where the sessions of a large `.ics` stand in it: the columns and contexts of a `CalendarIndex`.

    `held` are the numbers of those that its entry holds as well.
    """

    columns: Sequence[Column]
    contexts: Sequence[Json]
    held: frozenset[int] = frozenset()


class Said(NamedTuple):
    """The programme of a file, if it says one; what is wrong in it; of a large `.ics`, where its sessions stand.

    `left_out` counts what it says that a programme has no place for: `79 languages`.
    """

    programme: Programme | None
    diagnostics: tuple[Diagnostic, ...]
    layout: Layout | None = None
    left_out: tuple[str, ...] = ()
