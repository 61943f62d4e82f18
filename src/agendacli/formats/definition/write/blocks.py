"""Items inside the blocks that hold them, saying only what they do not have of their block."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from agendacli.formats.definition.write.dated import Dated
from agendacli.model.programme import Privacy, Session, Status, privacy_within, status_within
from agendacli.model.when import DAY, Timed, days_touched

_UNDONE = frozenset({"none", Status.CANCELLED.value})


def nested(items: Sequence[Dated]) -> tuple[list[Dated], list[str]]:
    """The items, those of a block inside it; and a line for each that cannot stand there, and stands beside it."""
    blocks = {each.session.id: each for each in items if each.session.parent is None}
    held: dict[str, list[Dated]] = {}
    beside: list[Dated] = []
    for each in items:
        block = blocks.get(each.session.parent or "")
        if block and _fits(each, block):
            exceptions = _own_exceptions(each, block)
            held.setdefault(block.session.id, []).append(replace(each, exceptions=exceptions))
        else:
            beside.append(each)
    told = [f"`{each.session.id}`: it is written beside its block" for each in beside if each.session.parent]
    return [replace(each, items=tuple(held.get(each.session.id, ()))) for each in beside], told


def without_what_the_block_says(item: Session, block: Session) -> Session:
    """The item without what it has of its block."""
    in_its_room = (item.room, item.rooms) == (block.room, block.rooms)
    return replace(
        item,
        room=None if in_its_room else item.room,
        rooms=() if in_its_room else item.rooms,
        place=None if item.place == block.place else item.place,
        status=Status.CONFIRMED if item.status is block.status else item.status,
        privacy=Privacy.PUBLIC if item.privacy is block.privacy else item.privacy,
    )


def _fits(item: Dated, block: Dated) -> bool:
    """Whether the item, written inside the block, is read as what it is."""
    is_held = _has_its_own(item.session, block.session)
    return is_held and item.repeats == block.repeats and _same_day(item, block) and _keeps(item.session, block.session)


def _has_its_own(item: Session, block: Session) -> bool:
    """Whether the item has the status and the privacy that it says, being in the block."""
    status, privacy = status_within(item.status, block.status), privacy_within(item.privacy, block.privacy)
    return status is item.status and privacy is item.privacy


def _keeps(item: Session, block: Session) -> bool:
    """Whether room and place come from the block, or from the item itself."""
    return bool(item.room or not block.room) and (item.place == block.place or item.place is not None)


def _same_day(item: Dated, block: Dated) -> bool:
    """Whether the day of the block says that of the item; over midnight, the one after it."""
    if item.repeats or not _is_after_midnight(item.session, block.session):
        return item.day == block.day
    return days_touched(item.session.when)[0] - days_touched(block.session.when)[0] == DAY


def _is_after_midnight(item: Session, block: Session) -> bool:
    """Whether the hours of an item are read as those of the next day."""
    if not isinstance(item.when, Timed) or not isinstance(block.when, Timed) or block.when.end is None:
        return False
    goes_on = block.when.end.date() > block.when.start.date()
    return goes_on and item.when.start.time() < block.when.start.time()


def _own_exceptions(item: Dated, block: Dated) -> Mapping[str, str]:
    """What holds of the item on dates on which that does not follow from its block."""
    alike = {day for day, word in item.exceptions.items() if word in _UNDONE and block.exceptions.get(day) == word}
    usual = {day: item.hours for day in block.exceptions if day not in item.exceptions}
    own = {day: word for day, word in item.exceptions.items() if day not in alike}
    return dict(sorted({**usual, **own}.items()))
