"""People under their roles, in the words of the definition format: `Ms. Jo Doe, Director of Something (tbc)`."""

import re
from collections.abc import Iterable, Mapping

from agendacli.formats.definition.yaml.layout import Keys, Prose, Value
from agendacli.model.people import ROLES, Participant, Person
from agendacli.model.source import Citation, Variant
from agendacli.words.apart import persons_apart
from agendacli.words.honorifics import is_honorific
from agendacli.words.person import parse_person

_ID_LIKE = re.compile(r"[a-z0-9][a-z0-9._-]*")
_TBC = re.compile(r"\((?:tbc|to be confirmed)\)$", re.IGNORECASE)
_OTHER_ROLE = "participant"
_REFERENCES = frozenset(f"the {word}" for role in ROLES.items() for word in role)


def participant_keys(participants: Iterable[Participant]) -> Keys:
    """The participants by the key of their role, in their order.

    One whose role has no key is a participant, with the role as position.
    """
    found: dict[str, list[Value]] = {}
    for each in participants:
        said = _seat(each)
        if said:
            found.setdefault(each.role if each.role in ROLES else _OTHER_ROLE, []).append(said)
    return {
        role if len(seats) == 1 else ROLES[role]: seats[0] if len(seats) == 1 else seats
        for role, seats in found.items()
    }


def stands(citations: Iterable[Citation], variants: Iterable[Variant]) -> Keys:
    """The citations, and what other documents say instead."""
    cited = ", ".join(map(str, citations))
    elsewhere: dict[str, dict[str, str]] = {}
    for each in variants:
        elsewhere.setdefault(str(each.citation), {})[each.field] = each.text
    return _there({"from": Prose(cited) if cited else "", "elsewhere": elsewhere})


def _there(keys: Mapping[str, Value]) -> Keys:
    return {key: value for key, value in keys.items() if value}


def _seat(participant: Participant) -> Value:
    position = _position(participant)
    name = _printed_name(participant) if participant.person else None
    documents = stands(participant.citations, participant.variants)
    if name is None:
        key, text = ("name", _full_name(participant.person)) if participant.person else ("seat", participant.name)
        open_ = {key: text.strip(), "position": position, "tbc": "" if participant.confirmed else "yes"}
        return _there({**open_, **documents}) if participant.name.strip() else ""
    tbc = "" if participant.confirmed else " (tbc)"
    text = f"{name}, {position}{tbc}" if position else f"{name}{tbc}"
    if (parse_person(text).position or "") != position or len(persons_apart(text)) > 1:
        return _there({"person": f"{name}{tbc}", "position": position, **documents})
    return {"person": text, **documents} if documents else text


def _position(participant: Participant) -> str:
    other = "" if participant.role in ROLES else participant.role
    return " ".join((participant.position or other).split())


def _printed_name(participant: Participant) -> str | None:
    """The name as printed there, with what stands before it; None where a text would mean something else."""
    person = participant.person
    if person is None or not _is_name(person.name):
        return None
    head = " ".join(participant.printed.partition(",")[0].split())
    head = _TBC.sub("", head).strip()
    names = [" ".join(each.split()) for each in (person.name, *person.aliases)]
    if any(_is_with_title(head, each) for each in names) and not _ID_LIKE.fullmatch(head):
        return head
    return _full_name(person)


def _is_name(text: str) -> bool:
    """Whether a text that begins with it names a person: no id, no `the moderators`, nobody and nothing else."""
    plain = " ".join(text.split())
    other = _ID_LIKE.fullmatch(plain) or plain.casefold() in _REFERENCES or _TBC.search(plain)
    return bool(plain) and not other and _reads_as_itself(plain)


def _reads_as_itself(name: str) -> bool:
    """Whether a text is read as one person of that name: nothing parts it, and no position stands in it."""
    return [each.text for each in persons_apart(name)] == [name] and parse_person(name).position is None


def _is_with_title(printed: str, name: str) -> bool:
    """Whether that is the name, with nothing but honorifics before it."""
    before = printed.removesuffix(name).split()
    return printed.endswith(name) and is_honorific(" ".join(before))


def _full_name(person: Person) -> str:
    return " ".join(f"{person.honorific or ''} {person.name}".split())
