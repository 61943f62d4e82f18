"""Rooms as places.yaml declares them, and statements in it that exclude each other."""

from collections.abc import Iterable, Mapping

from agendacli.formats.definition.decode.entries import read_entries
from agendacli.formats.definition.nodes import Node, NodeList, Scalar
from agendacli.formats.definition.schema.declared import DECLARED_ROOM, MANY, PARTS
from agendacli.formats.definition.schema.shared import ALIASES, NAME, OTHERS
from agendacli.formats.definition.shapes.shape import expect_text
from agendacli.model.codes import CONTRADICTION
from agendacli.model.findings import Findings
from agendacli.model.people import Person
from agendacli.model.places import DeclaredRoom
from agendacli.words.folded import normal, spelled


def decode_rooms(node: Node | None, findings: Findings) -> tuple[DeclaredRoom, ...]:
    """The rooms of a list, each a name or its keys; one that is part of itself has no parts."""
    nodes = node.items if isinstance(node, NodeList) else (node,) if node else ()
    rooms = tuple(filter(None, (_room(each, findings) for each in nodes)))
    for each in rooms:
        refuse_contradiction(each, findings)
    _refuse_circles(rooms, findings)
    return rooms


def refuse_contradiction(declared: Person | DeclaredRoom, findings: Findings) -> None:
    """Reports a name that is given to a room and, under `not`, to another."""
    plain = spelled if isinstance(declared, DeclaredRoom) else normal
    own = {plain(each): each for each in (declared.name, *declared.aliases)}
    twice = ((each, span) for each in filter(own.__contains__, map(plain, declared.others)) if (span := declared.span))
    for other, span in twice:
        message = f"“{own[other]}” is a name of “{declared.name}” and, under `not`, of another; keep one of them"
        findings.report(CONTRADICTION, span, message)


def _room(node: Node, findings: Findings) -> DeclaredRoom | None:
    if isinstance(node, Scalar):
        scalar = expect_text(node, findings, "the name of a room")
        return DeclaredRoom(scalar.text.strip(), span=scalar.span) if scalar else None
    entries = read_entries(node, DECLARED_ROOM, findings, "a room")
    name = entries.read(NAME) if entries else None
    if not entries or not name:
        return None
    return DeclaredRoom(
        name,
        aliases=entries.read(ALIASES) or (),
        parts=entries.read(PARTS) or (),
        many=entries.read(MANY) or False,
        others=entries.read(OTHERS) or (),
        span=entries.span(NAME),
    )


def _refuse_circles(rooms: Iterable[DeclaredRoom], findings: Findings) -> None:
    """Report each room that is part of itself, be it by way of others."""
    parts = {spelled(each.name): tuple(map(spelled, each.parts)) for each in rooms}
    for each in rooms:
        if each.span and spelled(each.name) in _within(spelled(each.name), parts):
            findings.report(CONTRADICTION, each.span, f"“{each.name}” is part of itself; correct its `parts`")


def _within(name: str, parts: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Every room that stands in a room, at whatever depth."""
    found: set[str] = set()
    open_ = list(parts.get(name, ()))
    while open_:
        inner = open_.pop()
        if inner not in found:
            found.add(inner)
            open_ += parts.get(inner, ())
    return frozenset(found)
