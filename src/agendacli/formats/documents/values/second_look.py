"""Doubts that only all sessions together give, and those that a value raises by how it looks."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from agendacli.formats.documents.slots.notices import reads_like_notice
from agendacli.formats.documents.slots.slot import Slot
from agendacli.formats.documents.tokens.days import days_in
from agendacli.formats.documents.tokens.full_names import full_names_in
from agendacli.formats.documents.tokens.groups import is_group
from agendacli.formats.documents.tokens.hours import hours_in
from agendacli.formats.documents.tokens.minutes import minutes_said
from agendacli.formats.documents.tokens.people import PeopleSense
from agendacli.formats.documents.tokens.places import is_place
from agendacli.formats.documents.tokens.roles import role_inside
from agendacli.formats.documents.tokens.rooms import names_room
from agendacli.formats.documents.values.asides import names_work
from agendacli.formats.documents.values.odd.ends import odd_end
from agendacli.formats.documents.values.odd.people import with_nameless, with_odd_people
from agendacli.formats.documents.values.odd.positions import with_odd_positions
from agendacli.formats.documents.values.odd.signatures import with_signature
from agendacli.formats.documents.values.odd.titles import odd_title
from agendacli.formats.documents.values.people.roles_by_kind import with_roles_by_kind
from agendacli.formats.documents.values.rooms.above import OF_HEAD
from agendacli.formats.documents.values.rooms.odd import have_rooms, odd_place
from agendacli.formats.documents.values.titles import AMONG, BEHIND_TITLE
from agendacli.formats.documents.values.told import ToldSession
from agendacli.formats.documents.values.usual import is_beside, lacking, usual_in, with_break_doubt, with_person_first
from agendacli.words.folded import folded
from agendacli.words.honorifics import name_and_honorifics

_SMALL = re.compile(r"[a-zà-ÿ](?![A-Z-])[a-zà-ÿ]*\b(?![A-Z0-9])")
_HARDLY = re.compile(r"[\d\W]+|.{1,2}")
_OVER = re.compile(  # of a day
    r"(?:approx\w* |about |ca |official |expected )?"
    r"(?:ends?|closed?|finish|fin|fine|adjourn\w*|departures?|dispersal|(?:veranstaltungs|tagungs)?ende|schluss|abreise|"
    r"depart|salida)\b"
    r"(?:(?: of| der| des| de| du| del| la| the| and){1,2}(?: \w+)?| meeting| conference| event)?\W*"
)
_SENTENCE = re.compile(r"(?<=\w{3})[.;!?](?:\s|$)")
_SIGN = re.compile(r"\s*[(,;–—]")
_LAST_BRACKET = re.compile(r"\(([^()]{5,60})\)\W*$")
_COMPANY = re.compile(
    r"\b(?:with|by|mit|von|avec|par|con|por) "
    r"(?P<who>[^\W\d_a-z][^\W\d_]+(?: (?:de|da|van|von|el|al))? [^\W\d_a-z][\w’'-]+)"
    r"(?: (?:à|an|am|on|at|in|al?|en|de) [^,:;]{2,25})?\W*$"
)
_LONGEST_GROUP = 50
_ROLE_IN_ROOM = re.compile(r"\w: [^\W\d_a-z]|(?:\d|\w{4})\. [^\W\d_a-z]\w{3}|\b(?:Dr|Prof|Cllr|Revd?|Mrs?|Ms|Mme)\b")
_SHORTEST_ROOM, _MOST_ROOMS, _FEW, _WIDE, _SEVERAL = 3, 100, 2, 40, 3
_LONGEST_CELL = 60
_FAR, _MANY_ENDS, _LONGEST_ROOM, _LONGEST_TITLE = 35, 0.7, 45, 220
Pair = tuple[Slot, ToldSession]


def second_look(pairs: Sequence[Pair], sense: PeopleSense) -> tuple[ToldSession, ...]:
    """The sessions with the doubts that they raise."""
    starts = Counter((each.day.value, each.start.value) for _, each in pairs)
    most_end = sum(each.end.value is not None for _, each in pairs) >= _MANY_ENDS * len(pairs)
    rooms = Counter(folded(each.room.value) for _, each in pairs if each.room)
    named = _any_of(rooms)
    known = _any_of(
        folded(name_and_honorifics(each.name)[0]) for _, one in pairs for each in one.people if " " in each.name
    )
    are_small = 2 * sum(_SMALL.match(each.title.value) is not None for _, each in pairs) > len(pairs) > _FEW
    rows = sum(slot.is_row for slot, _ in pairs)
    may_have_rooms = have_rooms([session for _, session in pairs])
    usual = usual_in([session for _, session in pairs])
    pairs = [(slot, with_person_first(session, sense) if usual.people else session) for slot, session in pairs]
    pairs = with_nameless(pairs)
    signed = with_signature([session for _, session in pairs])
    pairs = [(slot, session) for (slot, _), session in zip(pairs, signed, strict=True)]
    found = []
    for n, (slot, session) in enumerate(
        [(slot, with_odd_people(with_odd_positions(with_roles_by_kind(session)))) for slot, session in pairs]
    ):
        is_alone = (
            starts[session.day.value, session.start.value] == 1 or session.room is not None or slot.grid is not None
        )
        closing = _closing(pairs, n)
        lacks_end = session.end.value is None and not is_beside(session.title.value)
        looked = replace(
            session,
            day=session.day.doubted(_other_day(session)),
            title=session.title.doubted(
                *(*_of_title(slot, session, sense, are_small=are_small), *odd_title(session, sense)),
                *(
                    "it may be no session: it says when all is over" if n and _closing(pairs, n - 1) else "",
                    _group_with(session),
                ),
                *(
                    _spans_day(pairs, n),
                    *_outside(slot, rows, len(pairs)),
                    *lacking(session, usual),
                    _unplaced(session, named),
                    _known_in_title(session, known),
                ),
                *(odd_place(session, sense) if may_have_rooms else ()),
            ),
            start=session.start.doubted(
                "" if is_alone else "another session begins at the same time", *_order(pairs, n)
            ),
            end=session.end.doubted(
                f"it may be where `{closing.title.value}` stands" if closing and session.end.value is None else "",
                "most others have an end" if most_end and lacks_end and not session.end.doubts else "",
                *(odd_end(session, slot) if session.end.value is None else ()),
            ),
        )
        found.append(with_break_doubt(_with_room_doubt(slot, looked, rooms)))
    return tuple(found)


def _of_title(slot: Slot, session: ToldSession, sense: PeopleSense, *, are_small: bool) -> Iterator[str]:
    title = session.title.value
    if _SMALL.match(title) and not are_small:
        yield "begins with a small letter: something may be missing before it"
    if title and (_HARDLY.fullmatch(title) or minutes_said(title) is not None):
        yield "hardly a title"
    head = _SIGN.split(title)[0]
    if sense.is_name(head) or (not session.people and (sense.people(title, "form") or sense.is_name(head, "form"))):
        yield "reads like a person"
    elif _names_another(session, sense):
        yield "seems to name a person"
    if len(title) > _LONGEST_TITLE:
        yield "very long"
    more = next((line for line in slot.columns.get("more", ()) if line in session.notes and not slot.unsaid), None)
    if more and len(more.text) <= _LONGEST_CELL and more.text not in slot.at.text:
        yield f"`{more.text}` stands in a column beside it, and no head says what that holds"
    beside = ((line, each) for line in session.notes for each in hours_in(line.text) if each.end or each.start.half)
    other = next((each for line, each in beside if not reads_like_notice(line.text[: each.at])), None)
    if other:
        yield f"another time is printed with it: {other.text.strip()}"
    if slot.is_row and slot.below:
        yield "rows without a time below it are taken as part of it"


def _names_another(session: ToldSession, sense: PeopleSense) -> bool:
    """Whether the title names somebody who is not among the people of a session."""
    title = session.title.value
    known = " ".join(folded(each.name) for each in session.people)
    ends = () if session.people else (" ".join(title.split()[-2:]),)
    bracket = _LAST_BRACKET.search(title)
    if bracket and names_work(bracket[1]):
        return False
    inside = bracket[1].split(",")[0].strip() if bracket and not session.people else ""
    company = _COMPANY.search(title)
    if company and sense.is_name(company["who"], "form") and folded(company["who"]) not in known:
        return True
    names = (each for each in (*full_names_in(title), *ends) if sense.is_name(each))
    return any(folded(each) not in known for each in names) or (" " in inside and sense.is_name(inside, "form"))


def _group_with(session: ToldSession) -> str:
    """That a session that names nobody names a group, which is no person: `With the Harbour Choir`."""
    parts = (
        (part.strip() for line in session.notes for part in _SENTENCE.split(line.text)) if not session.people else ()
    )
    named = next((each for each in parts if len(each) <= _LONGEST_GROUP and is_group(each)), "")
    return f"`{named}` names a group, not a person" if named else ""


def _any_of(rooms: Iterable[str]) -> re.Pattern[str]:
    """The pattern of any of so many names of rooms, folded."""
    names = sorted((each for each in rooms if len(each) > _SHORTEST_ROOM), key=len, reverse=True)[:_MOST_ROOMS]
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names)) or '(?!)'})(?!\w)")


def _unplaced(session: ToldSession, rooms: re.Pattern[str]) -> str:
    """That a session without a room names one of the document."""
    beside = (text for each in session.people for text in (each.position, each.line.text))
    said = (session.title.value, *(each.text for each in session.notes), *beside)
    texts = said if session.room is None else ()
    named = next((found for each in texts if (found := rooms.search(folded(each)))), None)
    return f"`{named[0]}`, a room of others, is named with it" if named else ""


def _known_in_title(session: ToldSession, known: re.Pattern[str]) -> str:
    """That the title names somebody who has a part elsewhere, and none here."""
    own = " | ".join(folded(each.name) for each in session.people)
    names = (found[0] for found in known.finditer(folded(session.title.value)))
    named = next((each for each in names if each not in own), None)
    return "it names somebody who has a part elsewhere" if named else ""


def _other_day(session: ToldSession) -> str:
    """That a line of a session names another day than its own."""
    day = session.day.value
    lines = [line for line in (*session.start.lines, *session.title.lines) if line not in session.day.lines]
    for said in (each for line in lines for each in days_in(line.text)) if day else ():
        is_other = said.weekday is not None and day is not None and said.weekday != day.weekday()
        if is_other and not said.last:
            return f"`{said.text.strip(' ,')}` is printed with it"
    return ""


def _outside(slot: Slot, rows: int, count: int) -> Iterator[str]:
    if not slot.is_row and rows >= 0.6 * count:
        yield "it is outside the table"


def _order(pairs: Sequence[Pair], n: int) -> Iterator[str]:
    """Whether a session stands where its time does not belong."""
    slot, session = pairs[n]
    before = pairs[n - 1][1] if n else None
    if before is None or before.day.value != session.day.value or slot.grid:
        return
    if session.start.value < before.start.value:
        yield "comes after something later"
    elif (
        before.end.value
        and before.start.value < session.start.value < before.end.value
        and not (session.room or before.room)
    ):
        yield f"begins before `{before.title.value[:30]}` has ended"


def _spans_day(pairs: Sequence[Pair], n: int) -> str:
    """That a session begins before all others of its day and ends behind them, as the hours of the whole do."""
    session = pairs[n][1]
    near = [each for _, each in pairs[max(0, n - _WIDE) : n + _WIDE] if each is not session]
    others = [each for each in near if each.day.value == session.day.value]
    end = session.end.value
    if end is None or len(others) < _SEVERAL:
        return ""
    ends = [each.end.value or each.start.value for each in others]
    is_whole = max(ends) <= end and session.start.value <= min(each.start.value for each in others)
    return "it spans all others of its day" if is_whole else ""


def _closing(pairs: Sequence[Pair], n: int) -> ToldSession | None:
    """What stands behind a session, if that is the last line of its day and says when all is over."""
    day = pairs[n][1].day.value
    others = [each for _, each in pairs[n + 1 : n + 3] if each.day.value == day]
    is_over = len(others) == 1 and others[0].end.value is None and _OVER.fullmatch(folded(others[0].title.value))
    return others[0] if is_over else None


def _with_room_doubt(slot: Slot, session: ToldSession, rooms: Counter[str]) -> ToldSession:
    """The session, a long room doubted; what recurs as a room is no longer, but behind a title before a role."""
    room = session.room
    if room is None:
        return session
    is_known = is_place(room.value) or names_room(room.value) or role_inside(slot.at.text) is None
    often = rooms[folded(room.value)]
    settled = {BEHIND_TITLE} if is_known and often > 1 else set[str]()
    settled |= {AMONG, OF_HEAD} if often > _SEVERAL else set()
    if not settled.isdisjoint(room.doubts):
        room = replace(room, doubts=tuple(each for each in room.doubts if each not in settled))
    is_long, names = len(room.value) > _LONGEST_ROOM, _ROLE_IN_ROOM.search(room.value)
    room = room.doubted("long for a room" if is_long else "", "somebody may be named in it" if names else "")
    return session if room is session.room else replace(session, room=room)
