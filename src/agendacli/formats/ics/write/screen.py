"""Private items on their way out: left out, or without anything but that somebody is busy then."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from agendacli.formats.ics.uid import block_of, veiled
from agendacli.formats.ics.write.plans import Plan
from agendacli.formats.private import PrivateItems
from agendacli.model.occurrence import Occurrence

_Plans = Mapping[str, tuple[Plan, ...]]


def public(occurrences: Iterable[Occurrence]) -> tuple[Occurrence, ...]:
    """Those that everybody may see."""
    return tuple(each for each in occurrences if not each.session.is_private)


def private_sessions(occurrences: Iterable[Occurrence]) -> int:
    """How many sessions of these not everybody may see."""
    return len({(each.programme.address, each.session.id) for each in occurrences if each.session.is_private})


def screened(plans: _Plans, private: PrivateItems) -> _Plans:
    """The VEVENTs to write by UID, with the private ones as they are asked for.

    A series that is private is so with every occurrence; a private occurrence of a public series stands out of it.
    """
    if private is PrivateItems.KEPT:
        return plans
    screen = _left_out if private is PrivateItems.LEFT_OUT else _busy
    found = (screen([_without_hidden_block(plan) for plan in each]) for each in plans.values())
    return {each[0].uid: each for each in found if each}


def _without_hidden_block(plan: Plan) -> Plan:
    """The VEVENT, which does not name the block that it is in unless everybody may see that."""
    block, session = block_of(plan.occurrence), plan.occurrence.session
    if session.parent is None or (block and not block.is_private):
        return plan
    return replace(plan, occurrence=replace(plan.occurrence, session=replace(session, parent=None)))


def _left_out(plans: Sequence[Plan]) -> tuple[Plan, ...]:
    first, *others = plans
    if _is_private(first):
        return tuple(each for each in others if first.original is not None and not _is_private(each))
    gone = {each.original for each in others if each.original is not None and _is_private(each)}
    if not gone or first.original is not None:
        return tuple(each for each in plans if not _is_private(each))
    added = tuple(each for each in first.added if each not in gone)
    series = replace(first, added=added, removed=tuple(sorted({*first.removed, *gone})))
    return (series, *(each for each in others if not _is_private(each)))


def _busy(plans: Sequence[Plan]) -> tuple[Plan, ...]:
    first = plans[0]
    if not _is_private(first) or first.original is not None:
        return tuple(replace(each, is_busy=_is_private(each)) for each in plans)
    named = veiled(first.uid, first.occurrence.programme)
    return tuple(replace(each, uid=named, is_busy=True) for each in plans)


def _is_private(plan: Plan) -> bool:
    return plan.occurrence.session.is_private
