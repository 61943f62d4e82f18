"""The people whom a document itself shows to be some: by a role or an honorific elsewhere, or by where names stand."""

import re
from collections.abc import Iterator, Sequence

from agendacli.formats.documents.page import Document, Line, PageCell, PageRow
from agendacli.formats.documents.tokens.people import PeopleSense, honored_in
from agendacli.formats.documents.tokens.places import is_place
from agendacli.formats.documents.tokens.roles import role_beside, role_heading, role_label
from agendacli.formats.documents.tokens.rooms import names_room
from agendacli.words.folded import folded
from agendacli.words.honorifics import name_and_honorifics

_IN_BRACKETS = re.compile(r"(?P<before>.*\S)\s*[(\[](?P<who>[^\W\d_a-z][^()\[\]]{4,60})[)\]]\W*")
_BEHIND_DASH = re.compile(r"(?P<before>.*\S)\s+[–—-]\s+(?P<who>[^\W\d_a-z][^–—()]{4,60}?)(?: \([^()\d]{2,50}\))?\W*")
_BEHIND_COMMA = re.compile(r"(?P<before>[^,]*\S),\s+(?P<who>[^\W\d_a-z][^,–—():;.]{4,60}?)\W*")
_BEFORE_COLON = re.compile(
    r"(?:\d{1,2}\W?\d\d\W+){0,2}(?P<who>[^\W\d_a-z][^:,–—\d]{4,50}?)"
    r"(?:, [^:\d]{2,50}| \([^()\d]{2,50}\))?\s?:\s+(?P<before>\S.*)"
)
_BETWEEN = re.compile(r"\s*(?:,|;|/|&|\b(?:and|und|et|y)\b)\s*")
_LEAST, _LEAST_CELLS, _MOSTLY, _PLACES = 3, 4, 0.7, 2
_LONGEST = 200


def shown_people(document: Document, sense: PeopleSense) -> frozenset[str]:
    """The names of people whom the document shows to be some, folded, without honorifics."""
    lines = [line for line in document.lines if len(line.text) <= _LONGEST]
    found = [*_with_role(lines, sense), *(name for line in lines for name in honored_in(line.text))]
    rows = [each for each in document.blocks if isinstance(each, PageRow)]
    found += _in_columns(rows, sense)
    cells = [cell for row in rows for _, cell in row.own]
    behind = [_behind_titles(lines, sense, pattern) for pattern in (_IN_BRACKETS, _BEHIND_DASH, _BEHIND_COMMA)]
    before = _behind_titles(lines, sense, _BEFORE_COLON)
    for names in (*behind, before if _are_known(before, sense) else [], _below_titles(cells, sense)):
        formal = [each for each in names if _are_names(each, sense)]
        if formal and len(formal) >= _MOSTLY * len(names):
            found += [name for each in formal for name in each]
    return frozenset(folded(name_and_honorifics(each)[0]) for each in found)


def _with_role(lines: Sequence[Line], sense: PeopleSense) -> Iterator[str]:
    for line in lines:
        label, beside = role_label(line.text), role_beside(line.text)
        named = sense.people(label.rest, "said") if label and label.rest else None
        named = named or (sense.people(beside.rest, "form") if beside else None)
        sure = (each for n, each in enumerate(named or ()) if n == 0 or each.is_sure or "." in each.name)
        yield from (each.name for each in sure if len(each.name.split()) > 1)


def _in_columns(rows: Sequence[PageRow], sense: PeopleSense) -> Iterator[str]:
    """Who stands in the columns whose heads name a role."""
    columns: frozenset[int] = frozenset()
    for row in rows:
        heads = frozenset(at for at, cell in row.own if role_heading(" ".join(each.text for each in cell.lines)))
        columns = heads or columns
        texts = (" ".join(each.text for each in cell.lines) for at, cell in row.own if at in columns - heads)
        named = ((n, each) for text in texts for n, each in enumerate(sense.people(text, "form") or ()))
        yield from (each.name for n, each in named if " " in each.name and (n == 0 or each.is_sure))


def _behind_titles(lines: Sequence[Line], sense: PeopleSense, pattern: re.Pattern[str]) -> list[list[str]]:
    """What stands in brackets, or behind a dash, at the ends of lines, or before a colon; nothing where places do."""
    found = [each for line in lines if (each := pattern.fullmatch(line.text))]
    behind = [each["who"] for each in found if not sense.is_name(each["before"], "form")]
    others = [each for each in behind if not _is_place(each) and not any(map(str.isdigit, each))]
    are_places = sum(map(_is_place, behind)) >= _PLACES and not any(map(sense.is_name, others))
    return [_BETWEEN.split(each) for each in others] if len(others) >= _LEAST and not are_places else []


def _is_place(text: str) -> bool:
    return names_room(text) or is_place(text)


def _below_titles(cells: Sequence[PageCell], sense: PeopleSense) -> list[list[str]]:
    """The last lines of cells of several, but for rooms and for people with their roles."""
    last = [cell.lines[-1].text for cell in cells if len(cell.lines) > 1 and not role_label(cell.lines[-1].text)]
    no_rooms = [each for each in last if not names_room(each)]
    plain = [each for each in no_rooms if not sense.people(each)]
    are_people = len(no_rooms) >= _LEAST_CELLS and sum(map(_is_place, last)) < _PLACES
    return [_BETWEEN.split(each) for each in plain] if are_people else []


def _are_known(names: Sequence[Sequence[str]], sense: PeopleSense) -> bool:
    """Whether a third of what begins lines are known people: before a colon a kind of session may stand."""
    return len(names) <= _LEAST * sum(all(map(sense.is_name, each)) for each in names)


def _are_names(texts: Sequence[str], sense: PeopleSense) -> bool:
    return all(sense.is_name(each, "form") for each in texts)
