"""What a merge does to one item: its keys, its seats, what is said elsewhere, and the doubts behind them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from agendacli.analysis.merging.fields import MERGED_FIELDS
from agendacli.analysis.merging.values import SeatEdit, SessionEdit
from agendacli.cli.actions.onto.citing import Citing, with_citations
from agendacli.cli.actions.onto.elsewhere import Elsewhere, by_citation
from agendacli.formats.definition.edit.doubting import doubt_line
from agendacli.formats.definition.edit.entries import (
    EntryPlace,
    Member,
    doubts_inside,
    drop_inside,
    line_of_entry,
    put_entry,
    put_inside,
    put_members,
)
from agendacli.formats.definition.edit.held import put_hours
from agendacli.formats.definition.edit.keys import ItemEdit, KeyEdit
from agendacli.formats.definition.edit.layout import DefinitionText
from agendacli.formats.definition.edit.several import Edited
from agendacli.formats.definition.nodes import Mapping as Keys
from agendacli.formats.definition.nodes import Node, NodeList, Scalar
from agendacli.formats.definition.schema.session import SESSION
from agendacli.formats.definition.schema.shared import DISAGREEMENT
from agendacli.formats.definition.session_ids import heading_id
from agendacli.formats.definition.write.blocks import without_what_the_block_says
from agendacli.formats.definition.write.items import item
from agendacli.formats.definition.write.people import participant_keys
from agendacli.formats.definition.yaml.layout import Noted, Value
from agendacli.formats.draft import Doubt, ValuePlace
from agendacli.model.asked import Refusal
from agendacli.model.frozen import frozen
from agendacli.model.people import ROLES, Participant
from agendacli.model.programme import Programme, Session
from agendacli.model.source import Citation, Variant
from agendacli.model.when import When, in_zone
from agendacli.words.folded import folded_words
from agendacli.words.person import parse_person
from agendacli.words.times.written import Words, sayable, words_of

_KEYS: Mapping[str, tuple[str, ...]] = {"time": ("zone",), "title": (), "room": ("room", "rooms")}
"""The keys of a field, where these are not its name alone."""

OF_TITLE = "title: "
"""What begins a doubt of the first key of an item that is one of its title."""

DISPUTED = "changed here and in "
"""What begins a doubt of what is said elsewhere, before the name of the file that says it."""

GONE = " no longer has it"
"""What ends a doubt of an item that what came does not have."""


@frozen
class MergedItem:
    """An edit of a session of mine, with what it is to become, and what is known of its text.

    `block` is what holds it, as it is to become; `leaves` is an item that goes out of it. `hours` are to be written
    though they did not change: those of a block's item, which would move with it. `sent` is the session in full as
    it came, `doubts` and `places` what its draft says of it, `earlier` what letters before it said otherwise.
    """

    edit: SessionEdit
    session: Session
    programme: Programme
    citing: Citing
    citations: tuple[Citation, ...]
    sent: Session | None = None
    doubts: tuple[Doubt, ...] = ()
    places: tuple[ValuePlace, ...] = ()
    earlier: frozenset[Variant] = frozenset()
    block: Session | None = None
    hours: bool = False
    leaves: bool = False
    came: str = ""

    @property
    def said(self) -> Mapping[str, Value]:
        """Its keys as a definition says them."""
        plain = without_what_the_block_says(self.session, self.block) if self.block else self.session
        words = said_words(self.session.when)
        return item(plain, words.hours if words else "", self.programme)

    def step(self, data: bytes, line: int) -> Edited:
        """The definition with the item edited; what its layout does not allow is left as it is."""
        for change in (self._first_key, self._fields, self._seats, self._elsewhere, self._doubts, self._from):
            made = change(data, line)
            data = data if isinstance(made, Refusal) else made
        return Edited(data, line)

    def _first_key(self, data: bytes, line: int) -> bytes | Refusal:
        fields, words = self.edit.fields, said_words(self.session.when)
        time = words.hours if words and ("time" in fields or self.hours) else None
        title = self.session.title if "title" in fields else None
        keys = (KeyEdit("id", self.session.id),) if title and _needs_id(self.edit.mine, title) else ()
        stated = line_of_entry(data, EntryPlace(line, "id")) is not None
        return put_hours(data, line, ItemEdit(time, title, () if stated else keys))

    def _fields(self, data: bytes, line: int) -> bytes | Refusal:
        said = self.said
        for key in (key for field in self.edit.fields for key in _KEYS.get(field, (field,))):
            made = put_entry(data, key_place(line, key), said.get(key))
            data = data if isinstance(made, Refusal) else made
        return data

    def _seats(self, data: bytes, line: int) -> bytes | Refusal:
        for role in dict.fromkeys(part.role for each in self.edit.seats for part in (each.old, each.new) if part):
            made = self._with_role(data, line, role)
            data = data if isinstance(made, Refusal) else made
        return data

    def _with_role(self, data: bytes, line: int, role: str) -> bytes | Refusal:
        members: list[Member] = [*_nodes(data, line, role)]
        for each in self.edit.seats:
            members = [*_with_seat(members, each, role, self._new_seat(each))]
        return put_members(data, key_place(line, role), ROLES.get(role, role), members)

    def _new_seat(self, edit: SeatEdit) -> Value | None:
        if edit.new is None:
            return None
        value = next(iter(participant_keys((replace(edit.new, citations=(), variants=()),)).values()), None)
        reasons = [each.reason for each in self.doubts if each.name and each.name in edit.new.printed]
        return Noted(value, "; ".join(reasons)) if value is not None and reasons else value

    @property
    def elsewhere(self) -> Elsewhere:
        """What is said of it elsewhere."""
        return Elsewhere(
            self.edit, self.session, self.sent, citing=self.citing, places=self.places, earlier=self.earlier
        )

    def _elsewhere(self, data: bytes, line: int) -> bytes | Refusal:
        """The definition with what is said elsewhere, and a doubt behind what is new there."""
        place = EntryPlace(line, DISAGREEMENT.name)
        variants = self.elsewhere.variants()
        before, now = by_citation(self.edit.mine.variants), by_citation(variants)
        doubts = doubts_inside(data, place)
        made: bytes | Refusal = data
        for cited, said in now.items():
            if said != before.get(cited) and not isinstance(made, Refusal):
                reasons = [doubts[each] for each in before if each in doubts and said.items() & before[each].items()]
                if any(self.elsewhere.is_new(each) for each in variants if str(each.citation) == cited):
                    reasons.append(f"{DISPUTED}{self.came}")
                made = put_inside(made, place, cited, _noted(said, reasons))
        for cited in before.keys() - now.keys():
            made = made if isinstance(made, Refusal) else drop_inside(made, place, cited)
        return made

    def _doubts(self, data: bytes, line: int) -> bytes:
        """The definition with the doubts of what was taken instead of those of what was there."""
        if {"time", "title"} & {*self.edit.fields}:
            data = doubt_line(data, line, self._reasons("when"), instead_of=self._is_outdated)
        for name in self.edit.fields:
            at = line_of_entry(data, key_place(line, name)) if name not in ("time", "title") else None
            data = doubt_line(data, at, self._reasons(name), instead_of=lambda _: True) if at else data
        return self._absences(data, line)

    def _absences(self, data: bytes, line: int) -> bytes:
        if self.edit.is_absent:
            data = doubt_line(data, line, (f"{self.came}{GONE}",))
        for each in self.edit.absent:
            at = line_of_seat(data, line, each.seat) if each.seat else line_of_entry(data, key_place(line, each.field))
            name = name_to_say(data, line, each.seat) if each.seat else ""
            data = doubt_line(data, at, (f"{self.came}{said_no_more(name)}",)) if at else data
        return data

    def _reasons(self, field: str) -> tuple[str, ...]:
        if field == "when" and self.edit.when:  # half of it is mine
            return ()
        found = (each.reason for each in self.doubts if each.field == field and not each.name)
        return tuple(each for each in found if field != "when" or self._is_outdated(each))

    def _is_outdated(self, reason: str) -> bool:
        """Whether a doubt is one of the title or of the time that was taken."""
        return ("title" if reason.startswith(OF_TITLE) else "time") in self.edit.fields

    def _from(self, data: bytes, line: int) -> bytes | Refusal:
        return data if self.citations == self.edit.mine.citations else with_citations(data, line, self.citations)


def said_no_more(name: str) -> str:
    """What ends a doubt of a value that what came does not say; of one of several people, with the name."""
    return f" does not name {name} any more" if name else " does not say so any more"


def _noted(value: Value, reasons: Iterable[str]) -> Value:
    said = "; ".join(dict.fromkeys(reasons))
    return Noted(value, said) if said else value


def said_words(when: When) -> Words | None:
    """A time in the words of the format."""
    found = sayable(when)
    return words_of(found.when) if found else None


def merged_session(edit: SessionEdit, mine: Session, sent: Session | None) -> Session:
    """A session of mine with the fields that it takes."""
    if sent is None:
        return mine
    names = (name for each in MERGED_FIELDS if each.name in edit.fields for name in each.attributes)
    taken = {name: getattr(sent, name) for name in names}
    if edit.when:
        taken["when"] = edit.when
    elif "when" in taken and sent.when.zone == "UTC" and mine.when.zone:
        taken["when"] = in_zone(sent.when, mine.when.zone)
    return replace(mine, **taken, participants=_seated(mine.participants, edit.seats))


def _seated(seats: Sequence[Participant], edits: Iterable[SeatEdit]) -> tuple[Participant, ...]:
    found = [*seats]
    for each in edits:
        at = found.index(each.old) if each.old in found else len(found)
        found[at : at + 1] = [each.new] if each.new else []
    return tuple(found)


def _needs_id(mine: Session, title: str) -> bool:
    return mine.numbered or heading_id(title) != mine.id


def key_place(line: int, key: str) -> EntryPlace:
    """Where a key of the item on that line stands, whichever word it is said with."""
    found = SESSION.by_name.get(key)
    also = tuple(each for each in (found.name, found.also) if each) if found else ()
    return EntryPlace(line, key, also)


def _nodes(data: bytes, line: int, role: str) -> tuple[Node, ...]:
    """The seats of a role in an item, as they are written."""
    layout = DefinitionText.of(data)
    place = None if isinstance(layout, Refusal) else layout.place_of(line)
    entries = place.item.entries if place else ()
    value = next((value for key, value in entries if key.text in (role, ROLES.get(role))), None)
    return value.items if isinstance(value, NodeList) else (value,) if value else ()


def _with_seat(members: Sequence[Member], edit: SeatEdit, role: str, new: Value | None) -> Iterator[Member]:
    """The members of a role after an edit of one seat."""
    is_new_here = edit.new is not None and edit.new.role == role
    old = edit.old if edit.old and edit.old.role == role else None
    for each in members:
        if old and isinstance(each, Scalar | NodeList | Keys) and _is_seat(each, old):
            if is_new_here and new is not None:
                yield new
                is_new_here = False
        else:
            yield each
    if is_new_here and new is not None:
        yield new


def _is_seat(node: Node, seat: Participant) -> bool:
    """Whether a node says that seat and no other."""
    text = node.text if isinstance(node, Scalar) else _named(node)
    names = (seat.person.name, *seat.person.aliases) if seat.person else (seat.printed,)
    said = folded_words(parse_person(text).name if seat.person else text)
    return said in {folded_words(each) for each in names} or said == folded_words(seat.printed)


def _named(node: Node) -> str:
    entries = node.entries if isinstance(node, Keys) else ()
    return next((value.text for key, value in entries if isinstance(value, Scalar) and key.text != "position"), "")


def name_to_say(data: bytes, line: int, seat: Participant) -> str:
    """The name of a seat of the item on that line, where a doubt behind it has to say whom it means; else nothing."""
    places = [each.span.line for each in _nodes(data, line, seat.role)]
    return seat.name if places.count(line_of_seat(data, line, seat) or 0) > 1 else ""


def line_of_seat(data: bytes, line: int, seat: Participant) -> int | None:
    """The line of a seat of the item on that line; None where it does not stand there by itself."""
    return next((each.span.line for each in _nodes(data, line, seat.role) if _is_seat(each, seat)), None)
