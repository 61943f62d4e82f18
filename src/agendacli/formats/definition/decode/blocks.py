"""The items of a block: talks in its room and its time, which repeat and move with it."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from agendacli.formats.definition.decode.lookup import Lookup
from agendacli.formats.definition.decode.sessions import KeyedDay, SessionDraft, decode_item
from agendacli.formats.definition.nodes import Mapping, Node, NodeList, describe
from agendacli.formats.definition.session_ids import Name
from agendacli.model.codes import NESTED_ITEMS, OUTSIDE_BLOCK, WRONG_TYPE
from agendacli.model.findings import Findings
from agendacli.model.programme import Change, Repeat, Session, Start, privacy_within, status_within
from agendacli.model.when import DAY, Timed, TimeWindow, When, bounds
from agendacli.words.folded import spelled
from agendacli.words.times.forms import EachDay, FromTo
from agendacli.words.times.grammar import parse_clock
from agendacli.words.times.repeats import Every


def decode_held(node: Node, name: Name, block: SessionDraft, day: KeyedDay, lookup: Lookup) -> SessionDraft | None:
    """A draft of an item of a block, under the day of that; None and diagnostics where it has no title."""
    draft = decode_item(node, name, day=_day_of(node, day, block.session.when), setting=block.setting, lookup=lookup)
    if draft is None:
        return None
    if draft.items is not None:
        message = "an item of a block cannot have items of its own; write them beside it, in the block"
        lookup.findings.report(NESTED_ITEMS, draft.items.span, message)
    _check(draft, block, lookup)
    return replace(draft, session=_held(draft.session, block.session))


def refuse_no_list(block: SessionDraft, findings: Findings) -> None:
    """Report `items` that are not a list."""
    if block.items is not None and not isinstance(block.items, NodeList):
        message = f"expected a list of items such as `- 10:15-10:35: Title`, not {describe(block.items)}"
        findings.report(WRONG_TYPE, block.items.span, message)


def _day_of(node: Node, day: KeyedDay, block: When) -> KeyedDay:
    """The day of an item: the next one, where the block goes on over midnight and the item begins earlier than that."""
    if isinstance(day.days, Every) or not isinstance(day.fixed, EachDay) or not _is_after_midnight(node, block):
        return day
    return replace(day, fixed=EachDay(day.fixed.start + DAY, day.fixed.end + DAY))


def _is_after_midnight(node: Node, block: When) -> bool:
    clock = parse_clock(node.entries[0][0].text) if isinstance(node, Mapping) and node.entries else None
    if not isinstance(clock, FromTo) or not isinstance(block, Timed) or block.end is None:
        return False
    goes_on = block.end.date() > block.start.date()
    return goes_on and timedelta(minutes=clock.start.minutes) < _clock(block.start)


def _clock(moment: datetime) -> timedelta:
    return timedelta(hours=moment.hour, minutes=moment.minute)


def _check(draft: SessionDraft, block: SessionDraft, lookup: Lookup) -> None:
    """Warn of an item at another time, or in another room or place, than its block."""
    item, held_by, span = draft.session, block.session, draft.session.span
    if span and draft.has_time and block.has_time and not _lies_in(item.when, held_by.when):
        message = f"`{item.id}` lies outside its block `{held_by.id}`; correct its time, or write it beside the block"
        lookup.findings.report(OUTSIDE_BLOCK, span, message)
    rooms, own = (set(map(spelled, each.setting.rooms)) for each in (block, draft))
    if span and ((rooms and not rooms.issuperset(own)) or draft.setting.place != block.setting.place):
        message = (
            f"`{item.id}` is elsewhere than its block `{held_by.id}`; leave that out, or write it beside the block"
        )
        lookup.findings.report(OUTSIDE_BLOCK, span, message)


def _lies_in(item: When, block: When) -> bool:
    """Whether an item lies within a block; of one whose time is not known exactly, whether it may."""
    inner, outer = bounds(item), bounds(block)
    is_open = isinstance(block, Timed) and block.end is None
    if isinstance(item, Timed) and item.end is not None:
        return outer.start <= inner.start and (is_open or inner.end <= outer.end)
    return inner.start < outer.end and outer.start < inner.end


def _held(item: Session, block: Session) -> Session:
    """The item with what it has of its block, at each of its times."""
    repeat = item.repeat and block.repeat and _repeated_with(item, item.repeat, block, block.repeat)
    changes = (replace(each, session=_held(each.session, block)) for each in repeat.changes) if repeat else ()
    return replace(
        item,
        parent=block.id,
        room=item.room or block.room,
        rooms=item.rooms if item.room else block.rooms,
        place=item.place or block.place,
        status=status_within(item.status, block.status),
        privacy=privacy_within(item.privacy, block.privacy),
        repeat=repeat and replace(repeat, changes=tuple(changes)),
    )


def _repeated_with(item: Session, own: Repeat, block: Session, repeat: Repeat) -> Repeat:
    """The repeat of the item with the exceptions of its block, except on dates for which the item has its own."""
    said = {_day(each) for each in (*own.removed, *(each.original for each in own.changes))}
    removed = {_start(item.when, day) for day in map(_day, repeat.removed) if day not in said}
    changes = (_moved(item, block, each) for each in repeat.changes if _day(each.original) not in said)
    return replace(own, removed=own.removed | removed, changes=(*own.changes, *changes))


def _moved(item: Session, block: Session, change: Change) -> Change:
    """What becomes of the item on a date on which its block is otherwise: it moves by as much as that does."""
    day = _day(change.original)
    status = status_within(item.status, change.session.status)
    when = _shifted(item.when, _shift(block.when, change.session.when))
    session = replace(item, when=when, status=status, when_text=None, repeat=None, span=change.session.span)
    return Change(_start(item.when, day), session)


def _shift(usual: When, found: When) -> timedelta:
    """How far a time lies from the usual one; in whole days where one of them has no hours."""
    if isinstance(usual, Timed | TimeWindow) and isinstance(found, Timed | TimeWindow):
        return found.start - usual.start
    return _day(found.start) - _day(usual.start)


def _shifted(when: When, by: timedelta) -> When:
    if isinstance(when, Timed):
        return replace(when, start=when.start + by, end=when.end and when.end + by)
    if isinstance(when, TimeWindow):
        return replace(when, start=when.start + by, end=when.end + by)
    return replace(when, start=when.start + by, end=when.end + by)


def _day(start: Start) -> date:
    return start.date() if isinstance(start, datetime) else start


def _start(when: When, day: date) -> Start:
    """The start that the rule gives an item on a day."""
    return datetime.combine(day, when.start.time()) if isinstance(when, Timed | TimeWindow) else day
