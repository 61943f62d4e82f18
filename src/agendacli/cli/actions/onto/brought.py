"""Doubts that a letter brings of what it did not change, and those of the letter before that it settles."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from agendacli.analysis.changes.pairing import paired
from agendacli.analysis.merging.fields import MERGED_FIELDS
from agendacli.analysis.merging.values import Merge
from agendacli.cli.actions.onto.sides import Side
from agendacli.cli.actions.onto.steps import OF_TITLE, key_place, line_of_seat, name_to_say, said_words
from agendacli.formats.definition.edit.doubting import doubt_line
from agendacli.formats.definition.edit.entries import EntryPlace, line_of_entry
from agendacli.formats.definition.edit.layout import DefinitionText
from agendacli.formats.draft import Doubt
from agendacli.model.asked import Refusal
from agendacli.model.frozen import frozen
from agendacli.model.people import Participant
from agendacli.model.programme import Programme, Session
from agendacli.words.folded import folded_words

_FIELDS = {each.name: each for each in MERGED_FIELDS}


@frozen
class Brought:
    """Reasons to doubt a value that came with a letter, and those that went with the one before.

    `theirs` is the session as it came, and `mine` its id in mine; of a day `theirs` is one of its sessions, and of the
    programme there is neither.
    """

    field: str
    came: tuple[str, ...]
    gone: frozenset[str]
    name: str = ""
    is_shared: bool = False
    mine: str = ""
    theirs: Session | None = None


def brought(base: Side | None, theirs: Side, merge: Merge) -> tuple[Brought, ...]:
    """What of the doubts of two letters differs; nothing where the older one is not known as a letter."""
    if base is None or base is theirs or not (base.is_document and theirs.is_document):
        return ()
    search = _Search(base, theirs)
    items = (one for mine, sent in merge.pairs for one in search.of_session(mine.id, sent))
    return (*search.of_programme(), *items, *search.of_days())


class _Search:
    """The doubts of both letters, by session, and which session of the older is which of the newer one."""

    def __init__(self, base: Side, theirs: Side) -> None:
        self._base, self._theirs = base, theirs
        self._before, self._now = (_by_session(each.doubts) for each in (base, theirs))
        self._old = {
            each.new.id: each.old.id for each in paired(base.programme.sessions, theirs.programme.sessions).pairs
        }
        self._days: dict[str, list[Session]] = defaultdict(list)
        for each in theirs.programme.sessions:
            self._days[_day(each)].append(each)

    def of_programme(self) -> Iterator[Brought]:
        """Those of the programme; of changes that nobody accepted there are new ones if others are struck."""
        before = [each for each in self._before[""] if not (each.is_shared and self._is_left_otherwise())]
        yield from _differing(before, self._now[""])

    def _is_left_otherwise(self) -> bool:
        left = ({(each.text, each.kind) for each in side.left} for side in (self._base, self._theirs))
        return len({frozenset(each) for each in left}) > 1

    def of_session(self, mine: str, sent: Session) -> Iterator[Brought]:
        """Those of a session but its day; what is said once a day is none of its own."""
        if sent.id not in self._old:
            return
        own = [each for each in self._before[self._old[sent.id]] if each.field != "day" and not each.is_shared]
        said = self._said_on(_day(sent))
        new = [each for each in self._now[sent.id] if each.field != "day"]
        new = [each for each in new if not (each.is_shared and (each.field, each.reason) in said)]
        for each in _differing(own, new):
            yield replace(each, mine=mine, theirs=sent)

    def of_days(self) -> Iterator[Brought]:
        """Those of the days."""
        for day, sessions in self._days.items():
            before = {reason for field, reason in self._said_on(day) if field == "day"}
            now = dict.fromkeys(one.reason for each in sessions for one in self._now[each.id] if one.field == "day")
            came, gone = tuple(each for each in now if each not in before), frozenset(before - now.keys())
            if came or gone:
                yield Brought("day", came, gone, theirs=sessions[0])

    def _said_on(self, day: str) -> set[tuple[str, str]]:
        """What the older letter doubts of the sessions of a day."""
        ids = (self._old.get(each.id) for each in self._days[day])
        return {(each.field, each.reason) for name in ids if name for each in self._before[name]}


def _by_session(doubts: Iterable[Doubt]) -> dict[str, list[Doubt]]:
    found: dict[str, list[Doubt]] = defaultdict(list)
    for each in doubts:
        found[each.session].append(each)
    return found


def _differing(before: Sequence[Doubt], now: Sequence[Doubt]) -> Iterator[Brought]:
    """What came and what went, by what is doubted."""
    for what in dict.fromkeys(map(_doubted, (*before, *now))):
        old, new = ([each.reason for each in doubts if _doubted(each) == what] for doubts in (before, now))
        came, gone = tuple(each for each in new if each not in old), frozenset(old) - {*new}
        if came or gone:
            field, name, is_shared = what
            yield Brought(field, came, gone, name=name, is_shared=is_shared)


def _doubted(doubt: Doubt) -> tuple[str, str, bool]:
    """What is doubted: the first key of an item says its time and its title."""
    is_first = doubt.session and doubt.field == "when"
    first = "title" if doubt.reason.startswith(OF_TITLE) else "time"
    return first if is_first else doubt.field, doubt.name, doubt.is_shared


def with_brought(data: bytes, programme: Programme, found: Iterable[Brought], theirs: Programme) -> bytes:
    """The definition, whose programme is given, with those doubts behind what it says as the letter does."""
    for each in found:
        line = _line(data, each, programme, theirs)
        name = _name(data, each, programme)
        came = tuple(f"{name}: {reason}" if name else reason for reason in each.came)
        gone = {*each.gone, *(f"{name}: {reason}" for reason in each.gone if name)}
        data = doubt_line(data, line, came, instead_of=gone.__contains__) if line else data
    return data


def _name(data: bytes, doubted: Brought, programme: Programme) -> str:
    """Who is doubted, where others stand on the same line."""
    mine = _mine(programme, doubted)
    seat = _seat(doubted, mine, doubted.theirs) if mine and doubted.theirs else None
    return name_to_say(data, mine.span.line, seat) if mine and mine.span and seat else ""


def _mine(programme: Programme, doubted: Brought) -> Session | None:
    return next((each for each in programme.sessions if each.id == doubted.mine), None)


def _line(data: bytes, doubted: Brought, programme: Programme, theirs: Programme) -> int | None:
    """The line of what is doubted, where the definition says the same."""
    if doubted.theirs is None:
        is_said = doubted.is_shared or _of_head(programme, doubted.field) == _of_head(theirs, doubted.field)
        return line_of_entry(data, EntryPlace(None, doubted.field)) if is_said else None
    if doubted.field == "day":
        return _line_of_day(data, programme, _day(doubted.theirs))
    mine = _mine(programme, doubted)
    line = mine.span.line if mine and mine.span else None
    if mine is None or line is None:
        return None
    field = _FIELDS.get(doubted.field)
    if field is None:
        seat = _seat(doubted, mine, doubted.theirs)
        return line_of_seat(data, line, seat) if seat else None
    if not field.is_same(mine, doubted.theirs):
        return None
    return line if field.name in ("time", "title") else line_of_entry(data, key_place(line, field.name))


def _of_head(programme: Programme, field: str) -> object:
    """What a programme says of itself."""
    return {"title": programme.title, "zone": programme.zone, "room": programme.room}.get(field)


def _line_of_day(data: bytes, programme: Programme, day: str) -> int | None:
    """The line of a day under which something stands."""
    layout = DefinitionText.of(data)
    items = (each for each in programme.sessions if each.parent is None and each.span and _day(each) == day)
    line = next((each.span.line for each in items if each.span), None)
    place = None if line is None or isinstance(layout, Refusal) else layout.place_of(line)
    return place.key.span.line if place else None


def _seat(doubted: Brought, mine: Session, theirs: Session) -> Participant | None:
    """The seat of mine that is that of the person who is doubted."""
    seats = [each for each in theirs.participants if each.role == doubted.field]
    names = {folded_words(each.name) for each in seats if each.printed.startswith(doubted.name)}
    own = (each for each in mine.participants if each.role == doubted.field)
    return next((each for each in own if folded_words(each.name) in names), None)


def _day(session: Session) -> str:
    words = said_words(session.when)
    return words.day if words else ""
