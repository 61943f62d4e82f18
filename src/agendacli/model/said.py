"""What reading a file returns: a programme with its diagnostics, the layout of a large calendar, and names."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from agendacli.model.diagnostic import Diagnostic
from agendacli.model.frozen import frozen
from agendacli.model.people import Person
from agendacli.model.programme import Programme

if TYPE_CHECKING:
    from array import array

Json = Any
Column: TypeAlias = "array[int] | memoryview[int]"


@frozen
class Layout:
    """Where the sessions of a large `.ics` lie in the file: the columns and contexts of a `CalendarIndex`.

    `naming` has the one name of each address that stands under several in the file, which no single session knows.
    """

    columns: Sequence[Column]
    contexts: Sequence[Json]
    naming: Mapping[str, str] = field(default_factory=dict)


class Said(NamedTuple):
    """The programme of a file, if there is one; its diagnostics; of a large `.ics` where its sessions lie.

    `left_out` counts what the file has and a programme cannot hold: `79 languages`.
    """

    programme: Programme | None
    diagnostics: tuple[Diagnostic, ...]
    layout: Layout | None = None
    left_out: tuple[str, ...] = ()


@frozen
class Names:
    """The names that occur in programmes.

    The persons stand in order of their first seat; each role, room, city and so on in alphabetical order.
    """

    persons: tuple[Person, ...] = ()
    roles: tuple[str, ...] = ()
    rooms: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
