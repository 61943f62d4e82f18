"""Doubts as diagnostics: what may be one or two, and the lines that settle it, ready to be pasted."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from agendacli.model.codes import (
    NEAR_PERSON,
    NEAR_ROOM,
    PERSON_OR_POSITION,
    ROOMS_TOGETHER,
    SURNAME_FIRST,
    TWO_INSTITUTIONS,
    UNPLACED_CITY,
)
from agendacli.model.diagnostic import Diagnostic, Note
from agendacli.model.people import Person
from agendacli.model.places import DeclaredRoom
from agendacli.model.span import Span
from agendacli.words.ids import slug

if TYPE_CHECKING:  # a doubt about rooms is told without what finds those about people
    from agendacli.analysis.doubts.cities import UnplacedCity
    from agendacli.analysis.doubts.namesakes import Namesakes
    from agendacli.analysis.doubts.rooms import Together
    from agendacli.analysis.doubts.seen import SeenPerson, SeenPosition, SeenRoom

_UNSAFE = re.compile(r"[,:#\[\]{}&*!|>'\"%@`\\]|^[-?\s]|\s$")


def near_person(first: Person, span: Span | None, second: "SeenPerson", *, declared: bool) -> Diagnostic:
    """That two names may be one person's, at the second."""
    name, other = first.name, second.person.name
    if declared:
        one, two = _listed("aliases", first.aliases, other), _listed("not", first.others, other)
        lines = f"under `{first.id}` in people.yaml write `{one}` if they are one, `{two}` if they are two"
    else:
        entry = f"{slug(name)}: {{name: {_quoted(name)}, "
        one, two = (f"{entry}{_listed(key, (), other)}}}" for key in ("aliases", "not"))
        lines = f"in people.yaml write `{one}` if they are one, `{two}` if they are two"
    notes = (Note(f"“{name}” stands here", span),) if span and not declared else ()
    return Diagnostic(NEAR_PERSON, f"“{other}” may be “{name}”; {lines}", second.span, notes)


def person_or_position(position: "SeenPosition") -> Diagnostic:
    """That what is taken as a position reads like the name of somebody."""
    name, text = position.name, position.text
    one, two = f"{name}; {text}", f"{{person: {_quoted(name)}, position: {_quoted(text)}}}"
    message = f"“{text}” may be another person; write `{one}` if it is, `{two}` if it is what “{name}” is"
    return Diagnostic(PERSON_OR_POSITION, message, position.span)


def surname_first(seen: "SeenPerson") -> Diagnostic:
    """That a name is turned round, or has a position."""
    surname, _, given = (each.strip() for each in seen.person.name.partition(","))
    one, two = f"{given} {surname}", f"{{person: {_quoted(surname)}, position: {_quoted(given)}}}"
    message = f"“{seen.person.name}” may be “{one}”; write `{one}` if it is, `{two}` if “{given}” is a position"
    return Diagnostic(SURNAME_FIRST, message, seen.span)


def two_institutions(found: "Namesakes") -> Diagnostic:
    """That one name stands with two institutions."""
    person, (one, other) = found.person, found.institutions
    entry = f"{slug(person.name)}: {{name: {_quoted(person.name)}"
    two = f"{entry}, {_listed('not', (), f'{person.name}, {other}')}}}"
    said = f"“{person.name}” is of “{one}” and of “{other}”"
    message = f"{said}; in people.yaml write `{entry}}}` if that is one person, `{two}` if they are two"
    return Diagnostic(TWO_INSTITUTIONS, message, found.span)


def near_room(first: str, declared: DeclaredRoom | None, second: "SeenRoom") -> Diagnostic:
    """That two names may be one room's, at the second."""
    name, other = declared.name if declared else first, second.name.partition(",")[0].strip()
    one = _listed("aliases", declared.aliases if declared else (), other)
    two = _listed("not", declared.others if declared else (), other)
    entries = [f"{{name: {_quoted(name)}, {each}}}" for each in (one, two)]
    where = "among the `rooms` of places.yaml" if declared else "in places.yaml"
    lines = " if they are one, ".join(f"`{each}`" if declared else f"`rooms: [{each}]`" for each in entries)
    message = f"“{other}” may be “{name}”; {where} write {lines} if they are two"
    return Diagnostic(NEAR_ROOM, message, second.span)


def rooms_together(found: "Together", declared: DeclaredRoom | None) -> Diagnostic:
    """That a name reads like several rooms together."""
    name, parts = found.room.name, tuple(found.parts.values())
    entries = [f"{{name: {_quoted(name)}, {key}: [{', '.join(map(_quoted, parts))}]}}" for key in ("parts", "not")]
    where = "among the `rooms` of places.yaml" if declared else "in places.yaml"
    one, two = (f"`{each}`" if declared else f"`rooms: [{each}]`" for each in entries)
    message = f"“{name}” may be {found.names} together; {where} write {one} if it is, {two} if it is another room"
    return Diagnostic(ROOMS_TOGETHER, message, found.room.span)


def unplaced_city(found: "UnplacedCity") -> Diagnostic:
    """That nobody knows where a city lies."""
    name, city = _quoted(found.name), found.declared
    lies = "coordinates: [NORTH, EAST]"
    line = f"`{lies}` under `{city.id}`" if city else f"`cities: {{{slug(found.name)}: {{name: {name}, {lies}}}}}`"
    way = f"`transfers: [{{between: [{name}, {_quoted(found.other)}], time: LENGTH}}]`"
    one = found.declared_other
    alias = f", or if they are one, `{_listed('aliases', one.aliases, found.name)}` under `{one.id}`" if one else ""
    message = (
        f"nobody knows how far “{found.name}” is from “{found.other}”; in places.yaml write {line}, or {way}{alias}"
    )
    return Diagnostic(UNPLACED_CITY, message, found.span)


def _listed(key: str, names: Iterable[str], more: str) -> str:
    return f"{key}: [{', '.join(map(_quoted, (*names, more)))}]"


def _quoted(text: str) -> str:
    """A text as a value in a list of YAML."""
    return '"{}"'.format(text.replace("\\", "\\\\").replace('"', '\\"')) if _UNSAFE.search(text) else text
