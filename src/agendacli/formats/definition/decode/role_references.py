"""References such as `the moderators`, to everybody who has a role in the programme."""

from collections.abc import Iterable
from collections.abc import Mapping as ByName
from dataclasses import replace

from agendacli.model.codes import NOBODY_IN_ROLE
from agendacli.model.findings import Findings
from agendacli.model.frozen import frozen
from agendacli.model.people import Participant
from agendacli.model.source import Citation, Variant
from agendacli.model.span import Span

_MOST_REFERRED = 100_000


@frozen
class RoleReference:
    """`the moderators`: whoever holds that role elsewhere in the programme, here in the role `role`.

    `is_one` marks `the moderator`, which means one person only.
    """

    role: str
    of_role: str
    printed: str
    is_one: bool
    span: Span
    confirmed: bool = True
    citations: tuple[Citation, ...] = ()
    variants: tuple[Variant, ...] = ()


Seat = Participant | RoleReference
Holders = ByName[str, tuple[Participant, ...]]


def holders_of(named: Iterable[Seat]) -> Holders:
    """By role, everyone who holds it by name or seat: each once, as first printed, in the printed order."""
    found: dict[str, dict[str, Participant]] = {}
    for seat in named:
        if isinstance(seat, Participant):
            key = seat.person.id if seat.person else f"seat {seat.printed}"
            found.setdefault(seat.role, {}).setdefault(key, seat)
    return {role: tuple(holders.values()) for role, holders in found.items()}


def within_bounds(holders: Holders, seats: Iterable[Seat], findings: Findings) -> Holders:
    """The holders, unless all references together stand for more seats than anybody could read.

    In that case no role has holders, and the first reference is reported: thousands of references to thousands of
    people are millions of seats.
    """
    references = [seat for seat in seats if isinstance(seat, RoleReference) and not seat.is_one]
    total = sum(len(holders.get(each.of_role, ())) for each in references)
    if total <= _MOST_REFERRED:
        return holders
    first = references[0]
    message = (
        f"“{first.printed}” and all like it stand for {total:,} seats, more than {_MOST_REFERRED:,}; name the people"
    )
    findings.report(NOBODY_IN_ROLE, first.span, message)
    return dict.fromkeys(holders, ())


def resolve_seats(seats: Iterable[Seat], holders: Holders, findings: Findings) -> tuple[Participant, ...]:
    """The participants, each reference replaced by the holders of the role it speaks of."""
    found: list[Participant] = []
    for seat in seats:
        found += [seat] if isinstance(seat, Participant) else _referred(seat, holders, findings)
    return tuple(found)


def _referred(seat: RoleReference, holders: Holders, findings: Findings) -> list[Participant]:
    found = holders.get(seat.of_role)
    if found is None:
        message = f"“{seat.printed}” finds no {seat.of_role} in this programme; name the people"
        findings.report(NOBODY_IN_ROLE, seat.span, message)
        return []
    if seat.is_one and len(found) > 1:
        message = f"“{seat.printed}” could be any of {len(found)} in this programme; name the person"
        findings.report(NOBODY_IN_ROLE, seat.span, message)
        return []
    return [_in_role(each, seat) for each in found]


def _in_role(holder: Participant, seat: RoleReference) -> Participant:
    """A holder of the role referred to, in the role of the reference; a seat without a name keeps its words."""
    return replace(
        holder,
        role=seat.role,
        printed=seat.printed if holder.person else holder.printed,
        confirmed=holder.confirmed and seat.confirmed,
        citations=seat.citations,
        variants=seat.variants,
        span=seat.span,
    )
