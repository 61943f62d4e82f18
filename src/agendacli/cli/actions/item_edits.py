"""What the options of `change` come to in the text of a definition, session by session."""

from collections.abc import Iterator, Sequence
from datetime import date

from agendacli.analysis.people import find_person
from agendacli.analysis.selection.addresses import Target
from agendacli.cli.options.changing import Changing
from agendacli.cli.query.roles import role_of
from agendacli.formats.definition.edit.day_keys import follow_in_days
from agendacli.formats.definition.edit.held import put_hours
from agendacli.formats.definition.edit.keys import ItemEdit, KeyEdit, edit_item
from agendacli.formats.definition.edit.layout import DefinitionText, ItemPlace
from agendacli.formats.definition.edit.moving import move_item, remove_item
from agendacli.formats.definition.edit.several import Edited, ItemStep, edit_each
from agendacli.formats.definition.nodes import Mapping, Node, NodeList, Scalar
from agendacli.formats.definition.session_ids import heading_id
from agendacli.model.asked import Refusal
from agendacli.model.frozen import frozen
from agendacli.model.people import ROLES
from agendacli.model.programme import Session

NONE = "none"
_CANCELLED, _CONFIRMED = ("status", "cancelled"), ("status", "confirmed")
_DAY = len("2026-03-24")


@frozen
class SessionToChange:
    """A session, or one time of a repeated one by its civil day, and the item that says it, under its day."""

    target: Target
    session: Session
    place: ItemPlace
    day: date | None = None

    @property
    def item(self) -> Mapping:
        """The item of the definition."""
        return self.place.item

    @property
    def line(self) -> int:
        """The line (from 1) on which the item begins."""
        return self.item.entries[0][0].span.line


@frozen
class WantedOfSession:
    """What the options ask for, read: a day key, hours, single texts by key (None: taken out), people by role."""

    day: str | None = None
    time: str | None = None
    title: str | None = None
    keys: tuple[tuple[str, str | None], ...] = ()
    people: tuple[tuple[str, str], ...] = ()
    gone: tuple[str, ...] = ()
    remove: bool = False

    @classmethod
    def of(cls, changing: Changing, day: str | None) -> "WantedOfSession":
        """What the options ask for; `day` is that of `--on`, as a definition has it."""
        texts = {"id": changing.id, "kind": changing.kind, "room": changing.room, "status": changing.status}
        texts |= {"description": changing.description}
        keys: list[tuple[str, str | None]]
        keys = [(key, text.strip()) for key, text in texts.items() if text is not None]
        keys += [("room", None)] if changing.no_room else []
        people = tuple(role_of(each) for each in changing.person or ())
        time, title = (each and each.strip() for each in (changing.time, changing.title))
        return cls(day, time, title, tuple(keys), people, tuple(changing.no_person or ()), changing.remove)

    @property
    def is_only_of_time(self) -> bool:
        """Whether one time of a repeated session can be so: at another time, cancelled, or not at all."""
        others = [each for each in self.keys if each not in (_CANCELLED, _CONFIRMED)]
        return not (others or self.title or self.people or self.gone)


def place_of(data: bytes, line: int) -> ItemPlace | None:
    """The item that begins on a line of a definition."""
    layout = DefinitionText.of(data)
    return None if isinstance(layout, Refusal) else layout.place_of(line)


def with_changes(data: bytes, changes: Sequence[tuple[SessionToChange, WantedOfSession]]) -> bytes | Refusal:
    """The definition with all of these sessions changed, each as it is asked for."""
    made = edit_each(data, [(asked.line, _step(asked, wanted)) for asked, wanted in changes])
    for asked, wanted in changes:
        new = dict(wanted.keys).get("id")
        if new and isinstance(made, bytes):
            made = follow_in_days(made, asked.session.id, new)
    return made


def hours_swapped(one: SessionToChange, other: SessionToChange) -> tuple[WantedOfSession, WantedOfSession]:
    """What two sessions become that exchange their days and hours."""
    keys = [each.place.key.text for each in (one, other)]
    hours = [each.item.entries[0][0].text for each in (one, other)]
    days = (None, None) if keys[0] == keys[1] else (keys[1], keys[0])
    return WantedOfSession(days[0], time=hours[1]), WantedOfSession(days[1], time=hours[0])


def rooms_swapped(one: SessionToChange, other: SessionToChange) -> tuple[WantedOfSession, WantedOfSession]:
    """What two sessions become that exchange their rooms."""
    rooms = (other.session.room, one.session.room)
    return WantedOfSession(keys=(("room", rooms[0]),)), WantedOfSession(keys=(("room", rooms[1]),))


def _step(asked: SessionToChange, wanted: WantedOfSession) -> ItemStep:
    def step(data: bytes, line: int) -> Edited | Refusal:
        if asked.day is not None:
            return _edited(_with_exception(data, line, asked, wanted), line)
        if wanted.remove:
            return _edited(remove_item(data, line), None)
        made = _with_keys(data, line, asked, wanted)
        if isinstance(made, Refusal) or wanted.day is None:
            return _edited(made, line)
        moved = move_item(made, line, wanted.day)
        return moved if isinstance(moved, Refusal) else Edited(moved.data, moved.line)

    return step


def _edited(made: bytes | Refusal, line: int | None) -> Edited | Refusal:
    return made if isinstance(made, Refusal) else Edited(made, line)


def _with_keys(data: bytes, line: int, asked: SessionToChange, wanted: WantedOfSession) -> bytes | Refusal:
    keys = _key_edits(asked, wanted)
    if isinstance(keys, Refusal):
        return keys
    return put_hours(data, line, ItemEdit(wanted.time, wanted.title, keys))


def _with_exception(data: bytes, line: int, asked: SessionToChange, wanted: WantedOfSession) -> bytes | Refusal:
    """The definition with an exception of a repeated session."""
    if not wanted.is_only_of_time:
        return Refusal(f"one time of `{asked.session.id}` can be cancelled or moved; else write an item of its own")
    place = place_of(data, line)
    exceptions = _exceptions(place.item) if place else ()
    known = {key.text: value.text for key, value in exceptions if isinstance(value, Scalar)}
    day, when = str(asked.day), " ".join(filter(None, (wanted.day, wanted.time)))
    if when or wanted.remove or _CANCELLED in wanted.keys:
        known[day] = NONE if wanted.remove else "cancelled" if _CANCELLED in wanted.keys else when
    elif known.get(day) == "cancelled":  # it takes place after all, as usual
        del known[day]
    return edit_item(data, line, ItemEdit(keys=(KeyEdit("except", dict(sorted(known.items())) or None),)))


def _exceptions(item: Mapping) -> tuple[tuple[Scalar, Node], ...]:
    found = next((value for key, value in item.entries if key.text == "except"), None)
    return found.entries if isinstance(found, Mapping) else ()


def _key_edits(asked: SessionToChange, wanted: WantedOfSession) -> tuple[KeyEdit, ...] | Refusal:
    """The keys that are to be different; a title that would give another id states the one that it has."""
    keys = dict(wanted.keys)
    session, states_id = asked.session, any(key.text == "id" for key, _ in asked.item.entries)
    if wanted.title and "id" not in keys and not states_id:
        keys |= {"id": session.id} if session.numbered or heading_id(wanted.title) != session.id else {}
    people = _people_edits(asked, wanted)
    if isinstance(people, Refusal):
        return people
    return (*(KeyEdit(key, text) for key, text in keys.items()), *people)


def _people_edits(asked: SessionToChange, wanted: WantedOfSession) -> tuple[KeyEdit, ...] | Refusal:
    seats: dict[str, list[str]] = {}
    for role in ROLES:
        texts = _texts(asked.item, role)
        if isinstance(texts, Refusal):
            if wanted.gone or role in dict(wanted.people):
                return texts
            continue
        seats[role] = texts
    before = {role: list(names) for role, names in seats.items()}
    for name in wanted.gone:
        if refusal := _take_out(asked, name, seats):
            return refusal
    for role, name in wanted.people:
        seats[role].append(name)
    return tuple(_role_edit(role, names) for role, names in seats.items() if names != before[role])


def _role_edit(role: str, names: Sequence[str]) -> KeyEdit:
    """One name under the role itself, several as a list under its plural."""
    also = (role, ROLES[role])
    if not names:
        return KeyEdit(role, None, also)
    return KeyEdit(role, names[0], also) if len(names) == 1 else KeyEdit(ROLES[role], tuple(names), also)


def _texts(item: Mapping, role: str) -> list[str] | Refusal:
    """The texts of those who have a role in an item; a refusal where a seat is written with keys of its own."""
    nodes = [node for key, value in item.entries if key.text in (role, ROLES[role]) for node in _nodes(value)]
    if not all(isinstance(each, Scalar) for each in nodes):
        return Refusal(f"a {role} is written with keys of its own; change that by hand: `agenda edit`")
    return [each.text for each in nodes if isinstance(each, Scalar)]


def _nodes(value: Node) -> Iterator[Node]:
    yield from value.items if isinstance(value, NodeList) else (value,)


def _take_out(asked: SessionToChange, name: str, seats: dict[str, list[str]]) -> Refusal | None:
    """Take everybody's seats out whom the name means."""
    participants = asked.session.participants
    person = find_person(name, [each.person for each in participants if each.person])
    if isinstance(person, Refusal):
        return person
    for each in (seat for seat in participants if seat.person and seat.person.id == person.id):
        if each.printed.split(",")[0].strip() not in [text.split(",")[0].strip() for text in seats[each.role]]:
            return Refusal(f"`{person.name}` is there by way of other words: “{each.printed}”; change them by hand")
        seats[each.role] = [text for text in seats[each.role] if text.split(",")[0] != each.printed.split(",")[0]]
    return None
