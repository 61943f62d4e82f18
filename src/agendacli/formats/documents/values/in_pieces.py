"""The parts of one line read like columns, where a document sets its sessions so: title, room and people as spans."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.slots.lengths_apart import is_length
from agendacli.formats.documents.slots.slot import Column, Slot
from agendacli.formats.documents.tokens.meeting_points import place_to_meet
from agendacli.formats.documents.tokens.people import PeopleSense, begins_with_honorific
from agendacli.formats.documents.tokens.places import is_place, with_capital
from agendacli.formats.documents.tokens.roles import role_beside, role_label
from agendacli.formats.documents.tokens.rooms import is_room_code, room_label
from agendacli.formats.documents.tokens.session_kinds import kind_of_session
from agendacli.formats.documents.values.asides import names_work
from agendacli.formats.documents.values.rooms.recurring import may_name_room
from agendacli.formats.documents.values.rooms.usual_place import AS_OTHERS, may_be_room
from agendacli.model.frozen import frozen
from agendacli.words.folded import folded

Kind = Literal["room", "place", "people", "length", ""]
"""What a part of a line is by its words: a `room` is named, a `place` is told with words for it."""

_LEAST, _FEWEST, _MOSTLY, _TWICE = 3, 2, 0.6, 2
_MOST_PIECES, _MOST_PARTS, _FEW_WORDS = 40, 12, 3
_NAMED = re.compile(r"[^\W\d_a-z][^.:!?]*$")
_ROOMS: frozenset[Kind] = frozenset({"room", "place"})
_COLUMNS: dict[Kind, Column] = {"room": "room", "length": "length"}
_TITLES: tuple[Column, ...] = ("title", "main")
_LEADS_ON = re.compile(  # to what stands behind it
    r"[:,;/|·•@(\[&+–—-]$|(?<![\w-])(?:a|à|y|e|o|[dl][’']|(?:Dr|Prof|Mr|Mrs|Ms|St)\.?|(?i:and|or|of|the|an|"
    r"(?<!check )(?<!sign )(?<!drop )(?<!log )in|on|at|by|with|for|from|to|und|oder|der|die|das|den|dem|des|ein|eine|"
    r"im|am|um|zum|zur|von|vom|bei|beim|mit|f[uü]r|et|ou|de|du|des|la|le|les|un|une|au|aux|en|dans|par|avec|pour|sur|"
    r"del|el|los|las|una|al|por|con|para|sobre))$"
)
_SIGN = re.compile(r"[–—|·•](?:\s+|$)")
_SENTENCE = re.compile(r"\.\s+\S")
_LAST_SENTENCE = re.compile(r"(?:^|(?<=[.!?] ))\S+$")  # of one word
_STOP = re.compile(r"(?<=\w{4})\.$")
_BEGINS = re.compile(r"[\"“„«»(\[¿¡]*[^\W_a-zß-ÿ]")


@frozen
class _Parted:
    """The first lines of a slot in the parts that the document sets apart, and what each is."""

    line: Line
    parts: tuple[str, ...]
    kinds: tuple[Kind, ...]
    lines: int = 1

    @property
    def says_more(self) -> bool:
        """Whether one behind its first part says where, who, or how long."""
        return any(self.kinds[1:])

    def place(self, n: int) -> int:
        """Where its part of that number stands among those that are no lengths."""
        return n - self.kinds[:n].count("length")


def put_pieces_apart(slots: Sequence[Slot], sense: PeopleSense) -> None:
    """Put rooms, people and lengths apart from titles, if most lines that a document sets in parts hold such."""
    heads = [(slot, lines, _head(lines, sense)) for slot in slots if (lines := _body(slot))]
    several = [each for each in heads if len(each[2].parts) > 1]
    usual = _Usual([each for _, _, each in several], sense)
    if usual.are_columns:
        for slot, lines, each in several:
            _put(slot, lines, each, usual)
    _part_below(slots, sense)


def _head(lines: Sequence[Line], sense: PeopleSense) -> _Parted:
    """The first line of a slot in its parts, with what stands on the same line behind a title in bold letters."""
    first, *others = (_parted(each, sense) for each in lines[:2])
    is_cut = len(first.parts) == 1 and first.line.is_bold
    for each in others:
        if is_cut and each.line.line == first.line.line and any(each.kinds):
            return _Parted(first.line, first.parts + each.parts, first.kinds + each.kinds, 2)
    return first


def _body(slot: Slot) -> list[Line]:
    """The lines of a slot that begin with its title."""
    return next((slot.columns[each] for each in _TITLES if slot.columns.get(each)), slot.lines)


def _part_below(slots: Iterable[Slot], sense: PeopleSense) -> None:
    """Part the lines below titles that hold rooms and people and nothing else."""
    for slot in slots:
        lines = _body(slot)
        below = [_parted(each, sense) for each in lines[1:]]
        lines[1:] = [part for each in below for part in _lines(each.line, each.parts if all(each.kinds) else ())]


def _lines(line: Line, parts: Sequence[str]) -> list[Line]:
    """A line for each part of one; the line itself where it has but one."""
    if len(parts) < _TWICE:
        return [line]
    return [replace(line, text=each, pieces=(), is_bullet=line.is_bullet and not n) for n, each in enumerate(parts)]


def _parted(line: Line, sense: PeopleSense) -> _Parted:
    parts = _parts_of(line)
    return _Parted(line, parts, tuple(_kind(each, sense) for each in parts))


def _parts_of(line: Line) -> tuple[str, ...]:
    """The parts of a line that stand by themselves: pieces, joined where a sentence or a sign leads on."""
    found: list[str] = []
    if len(line.pieces) > _MOST_PIECES:
        return (line.text,)
    for piece, blank in _behind(line):
        if found and not blank and _SENTENCE.match(piece):
            return (line.text,)  # what stands in sentences is read by those
        if len(found) > 1 and blank and (sign := _SIGN.match(piece)):  # between a room and people
            piece = piece[sign.end() :]  # noqa: PLW2901 (the piece without its sign)
            if not piece:
                continue
        if found and (not blank or _leads_on(found[-1], piece) or not _may_begin(piece)):
            found[-1] += blank + piece
        else:
            found.append(piece)
    return tuple(found) if len(found) <= _MOST_PARTS else (line.text,)


def _behind(line: Line) -> list[tuple[str, str]]:
    """The pieces of which the text is, each with the blank before it; the whole text where they are not all of it."""
    found, end = [], len(line.text)
    for each in reversed(line.pieces):
        piece = each[-end:] if end else ""
        if not piece or not line.text.endswith(piece, 0, end):
            break
        end -= len(piece)
        blank = " " if end and line.text[end - 1] == " " else ""
        end -= len(blank)
        found.append((piece, blank))
    return found[::-1] if end == 0 else [(line.text, "")]


def _leads_on(text: str, piece: str) -> bool:
    """Whether a text ends with what belongs to the piece behind it: a small word, or that of a role."""
    last = _LAST_SENTENCE.search(text)
    is_role = last is not None and role_beside(f"{last[0]} {piece}") is not None and not is_place(piece)
    return is_role or _LEADS_ON.search(text) is not None


def _may_begin(text: str) -> bool:
    """Whether a piece may be a part of its own, rather than go on with the words before it."""
    is_said = role_label(text) or role_beside(text) or place_to_meet(text)
    return bool(_BEGINS.match(text) or is_said) or is_place(with_capital(text))


def _kind(text: str, sense: PeopleSense) -> Kind:
    label = role_label(text) or role_beside(text)
    if label and label.rest:
        return "people" if sense.people(label.rest, "said") or begins_with_honorific(label.rest) else ""
    if is_length(text.strip("()[]")):
        return "length"
    if room_label(text) or place_to_meet(text):
        return "place"
    if (sense.people(text) and not names_work(text)) or begins_with_honorific(text):
        return "people"
    return "room" if is_place(with_capital(text.strip("()[]"))) else ""


class _Usual:
    """Where among the parts of its lines a document has rooms and people, and what recurs there."""

    def __init__(self, several: Sequence[_Parted], sense: PeopleSense) -> None:
        self._sense = sense
        self._at = Counter((each.place(n), kind) for each in several for n, kind in enumerate(each.kinds))
        self._often = Counter(folded(text) for each in several for text in each.parts[1:])
        begins = {tuple(map(folded, each.parts[:2])) for each in several}
        self._first = Counter(first for first, _ in begins)  # each with what stands behind it
        self._lines = len(several)
        known = sum(each.says_more for each in several)
        least = _FEWEST if known == len(several) else _LEAST
        self.is_known = known >= max(least, _MOSTLY * len(several))
        self._recurring = self._rooms(several)

    def _rooms(self, several: Sequence[_Parted]) -> frozenset[str]:
        """What recurs behind titles as rooms do, where no room is known by its words; nothing if it is alone."""
        if any(_ROOMS & {*each.kinds} for each in several):
            return frozenset()
        open_ = [
            [folded(each.parts[n]) for n in range(1, len(each.parts)) if self._may_be_room(each, n)] for each in several
        ]
        found = {text for texts in open_ for text in texts if self._often[text] >= _TWICE}
        are_most = sum(not found.isdisjoint(each) for each in open_) >= max(_LEAST, _MOSTLY * self._lines)
        return frozenset(found if are_most and len(found) >= _TWICE else ())

    def _may_be_room(self, each: _Parted, n: int) -> bool:
        """Whether a part that is nothing by its words may be the name of a room that nobody knows."""
        text = each.parts[n].strip("()[]")
        is_between = (
            len(text.split()) <= _FEW_WORDS and _NAMED.match(text) and (n + 1 == len(each.kinds) or each.kinds[n + 1])
        )
        is_named = may_be_room(text, self._sense) or (bool(is_between) and not self._sense.is_name(text))
        return each.kinds[n] == "" and (is_room_code(text) or (is_named and may_name_room(text)))

    @property
    def are_columns(self) -> bool:
        """Whether the parts of lines are columns: most hold something known, or what recurs as rooms do."""
        return self.is_known or bool(self._recurring)

    def leads(self, each: _Parted, n: int) -> bool:
        """Whether a part stands before the title: a length, a word for the kind, or what most lines begin with."""
        kind, text = each.kinds[n], each.parts[n]
        if n + 1 == len(each.parts):
            return False
        is_open = not each.kinds[n + 1]
        is_usual = kind in {"room", "people"} and n == 0 and self._at[0, kind] >= _MOSTLY * self._lines
        is_before = is_usual or (self.is_kind(text, n) and not self.guess(each, n + 1))
        return kind == "length" or (is_open and is_before)

    def is_kind(self, text: str, n: int) -> bool:
        """Whether a text is the kind of its session, as that of others is."""
        return n == 0 and self._first[folded(text)] >= _TWICE and bool(kind_of_session(text))

    def guess(self, each: _Parted, n: int) -> Kind:
        """What a part is by its place, where its words leave that open."""
        if _ROOMS.isdisjoint(each.kinds[1:]) and folded(each.parts[n]) in self._recurring:
            return "room"
        room, people = (self._at[each.place(n), kind] for kind in ("room", "people"))
        is_person = people >= _TWICE and bool(self._sense.people(each.parts[n], "form"))
        is_room = room >= _TWICE and _ROOMS.isdisjoint(each.kinds[1:]) and self._may_be_room(each, n)
        return "people" if is_person else "room" if is_room else ""

    def why(self, text: str) -> str:
        """Why a room that was guessed may be none; nothing where it recurs beside rooms that are known."""
        if folded(text) in self._recurring:
            return f"`{text}` stands apart behind several titles, and is taken for a room"
        return "" if self._often[folded(text)] >= _TWICE else f"`{text}` {AS_OTHERS.removeprefix('it ')}"


def _put(slot: Slot, lines: list[Line], each: _Parted, usual: _Usual) -> None:
    """Put the parts of a line where they belong, if one of them is more than title."""
    begin = next(n for n in range(len(each.parts)) if not usual.leads(each, n))
    kinds = [kind if n <= begin else kind or usual.guess(each, n) for n, kind in enumerate(each.kinds)]
    end = next((n for n in range(begin + 1, len(kinds)) if kinds[n]), len(kinds))
    if begin == 0 and end == len(kinds):
        return
    end = 1 if each.lines > 1 else end  # a title in bold letters is whole
    title = " ".join(each.parts[begin:end])
    kind = each.parts[0] if begin and usual.is_kind(each.parts[0], 0) else ""
    pieces = [piece for piece in each.line.pieces if piece in title]
    is_open = len(pieces) > 1 and not _leads_on(pieces[-2], pieces[-1])  # whether the last is a part of it
    below: list[str] = []
    for n, text in enumerate(each.parts):
        if begin <= n < end or (kind and n == 0):
            continue
        if (column := _COLUMNS.get(kinds[n])) and not (slot.columns.get(column) or (slot.grid and slot.room)):
            slot.put(column, (_of(each.line, text.strip("()[]")),))
            slot.doubts += [why] if not each.kinds[n] and (why := usual.why(text)) else []
        else:
            below.append(text)
    lines[: each.lines] = [
        replace(
            each.line,
            text=_STOP.sub("", f"{kind}: {title}" if kind else title),
            pieces=tuple(pieces) if is_open else (),
        ),
        *(_of(each.line, text) for text in below),
    ]


def _of(line: Line, text: str) -> Line:
    return replace(line, text=text, pieces=(), level=0, is_bullet=False)
