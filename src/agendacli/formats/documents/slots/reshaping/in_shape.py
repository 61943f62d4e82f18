"""The steps that put a document in shape, in their order."""

from collections.abc import Iterable

from agendacli.formats.documents.page import Block
from agendacli.formats.documents.slots.reshaping.bare_ranges import with_bare_ranges
from agendacli.formats.documents.slots.reshaping.cards import with_cards_unfolded
from agendacli.formats.documents.slots.reshaping.day_cells import with_days_above
from agendacli.formats.documents.slots.reshaping.days_joined import with_days_joined
from agendacli.formats.documents.slots.reshaping.ends_behind_rooms import with_ends_beside
from agendacli.formats.documents.slots.reshaping.months_above import with_months
from agendacli.formats.documents.slots.reshaping.numbering import without_numbers
from agendacli.formats.documents.slots.reshaping.part_heads import with_part_heads
from agendacli.formats.documents.slots.reshaping.record_tables import unfolded
from agendacli.formats.documents.slots.reshaping.records import with_records
from agendacli.formats.documents.slots.reshaping.spoken_first import with_digits
from agendacli.formats.documents.slots.reshaping.tables_turned import reshaped
from agendacli.formats.documents.slots.reshaping.titles_above import with_times_first

_STEPS = (
    unfolded,
    with_digits,
    with_ends_beside,
    with_months,
    without_numbers,
    with_bare_ranges,
    with_records,
    with_days_above,
    reshaped,
    with_days_joined,
    with_cards_unfolded,
    with_times_first,
    with_part_heads,
)


def in_shape(blocks: Iterable[Block]) -> list[Block]:
    """The blocks of a document as they are walked through."""
    shaped = [*blocks]
    for step in _STEPS:
        shaped = [*step(shaped)]
    return shaped
