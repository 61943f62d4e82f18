"""An iCalendar file read around its plain VEVENTs, each row of which is a gap: passed over, only its lines counted."""

from collections.abc import Iterator
from typing import NamedTuple

from agendacli.formats.ics.bytes import tidied
from agendacli.formats.ics.component import Component
from agendacli.formats.ics.oddities import Oddities
from agendacli.formats.ics.read.assembly import Assembly
from agendacli.formats.ics.read.large.plain import Plain


class Gap(NamedTuple):
    """Plain VEVENTs that follow each other in a VCALENDAR: their rows."""

    calendar: Component
    rows: range


def read_around(data: bytes, plain: Plain, oddities: Oddities) -> Iterator[Component | Gap]:
    """The components of a file in their order, and the gaps between them.

    A plain VEVENT is read all the same where something before it is not closed, or no VCALENDAR is open.
    """
    text = tidied(data, oddities)
    assembly = Assembly(oddities)
    position = len(data) - len(text)  # of what is tidied, only a byte order mark can stand in a file with plain VEVENTs
    for run in plain.runs():
        yield from assembly.read(data[position : plain.starts[run.start]])
        for rows in _left(run, assembly):
            start, position = plain.starts[rows.start], plain.ends[rows[-1]]
            if assembly.calendar:
                assembly.pass_over(data.count(b"\n", start, position))
                yield Gap(assembly.calendar, rows)
            else:
                yield from assembly.read(data[start:position])
    yield from assembly.read(data[position:] if plain.uids else text)
    yield from assembly.close()


def _left(run: range, assembly: Assembly) -> Iterator[range]:
    """One row after the other until they can be passed over, then all that are left."""
    while run and not assembly.calendar:
        yield run[:1]
        run = run[1:]
    if run:
        yield run
