"""What the columns of a table hold by what stands in them."""

import re
from collections.abc import Container, Iterable, Sequence

from agendacli.formats.documents.page import PageCell, PageRow
from agendacli.formats.documents.slots.slot import Column
from agendacli.formats.documents.tokens.hours import leading_hours
from agendacli.formats.documents.tokens.minutes import minutes_said
from agendacli.formats.documents.tokens.people import PeopleSense, Trust
from agendacli.formats.documents.tokens.places import is_place
from agendacli.formats.documents.tokens.roles import role_label
from agendacli.formats.documents.tokens.rooms import names_room
from agendacli.formats.documents.tokens.session_kinds import kind_of_session
from agendacli.words.kinds import is_transparent, kind_in_title

_CASE = re.compile(r"(?=\S*[A-Z])(?=\S*\d\S*\d)[A-Z\d./-]+")
_TIMES_OF_COLUMN, _MOST_ROWS = 0.33, 0.6
_MOST_OF_TIME, _LONGEST_ROOM, _FEW_KINDS = 60, 45, 4


def time_column(rows: Sequence[PageRow]) -> int | None:
    """The first column in which times stand, as a rule."""
    width = max((len(row.cells) for row in rows), default=0)
    return next((number for number in range(width) if _is_of_times(rows, number)), None)


def has_own_times(rows: Sequence[PageRow]) -> bool:
    """Whether there is no column of times: cells of several columns begin with times and go on with a text."""
    width = max((len(row.cells) for row in rows), default=0)
    texts = [_texts(rows, number) for number in range(width) if _is_of_times(rows, number)]
    return len(texts) > 1 and all(2 * sum(map(_is_time_alone, each)) < len(each) for each in texts)


def _is_of_times(rows: Sequence[PageRow], number: int) -> bool:
    texts = _texts(rows, number)
    times = sum(len(each) < _MOST_OF_TIME and bool(leading_hours(each)[0]) for each in texts)
    return times > 0 and times >= _TIMES_OF_COLUMN * len(texts)


def are_titles(behind: Sequence[str], beside: Sequence[str], rows: int) -> bool:
    """Whether what stands behind the times of so many rows is titles: longer, and more often another, than beside."""
    titles = [each for each in behind if any(map(str.isalpha, each))]
    are_most = 2 * sum(" " in each for each in titles) > len(titles) >= _MOST_ROWS * rows > 1  # not `Plenary`
    are_others = len(set(titles)) * max(1, len(beside)) >= len(set(beside)) * len(titles)
    return are_most and are_others and sum(map(len, titles)) * max(1, len(beside)) > sum(map(len, beside)) * len(titles)


def seen_columns(rows: Sequence[PageRow], taken: Sequence[int], sense: PeopleSense) -> dict[int, Column]:
    """What the columns hold that no header names and that are not `taken`: titles, people, rooms, kinds."""
    width = max((len(row.cells) for row in rows), default=0)
    texts = {number: _texts(rows, number) for number in range(width) if number not in taken}
    filled = [number for number, each in texts.items() if each]
    if not filled:
        return {}
    found: dict[int, Column] = dict.fromkeys(filled, "more")
    if len(filled) > 1 and all(_is_time_alone(each) for each in texts[filled[0]]):
        found[filled.pop(0)] = "end"
    if are_titles(_behind_times(rows), texts[filled[0]], len(rows)):
        return found | {number: _of_texts(_cells(rows, number), sense) for number in filled}
    found[filled[0]] = "main"
    for number in filled[1:]:
        found[number] = _of_texts(_cells(rows, number), sense)
    if len(filled) > 1 and all(map(_is_number_of_case, texts[filled[0]])) and found[filled[1]] == "more":
        found |= {filled[0]: "more", filled[1]: "title"}
    elif len(filled) > 1 and found[filled[1]] == "more":
        first = _before_titles(texts[filled[0]], texts[filled[1]], sense)
        is_room = first == "kind" and _are_of_places(texts[filled[0]])
        if first:
            found |= {filled[0]: "room" if is_room else first, filled[1]: "title"}
    return found


def end_column(rows: Sequence[PageRow], times: int, said: Container[int]) -> tuple[int, ...]:
    """The column behind that of the times, if its head says nothing known and single times stand in it alone."""
    texts = _texts(rows, times + 1) if times + 1 not in said else []
    is_one = len(texts) > 1 and all(_is_time_alone(each) for each in texts)
    return (times + 1,) if is_one else ()


def length_columns(rows: Sequence[PageRow], said: Container[int]) -> tuple[int, ...]:
    """The columns whose heads say nothing known, and which hold lengths and nothing else."""
    width = max((len(row.cells) for row in rows), default=0)
    texts = {number: _texts(rows, number) for number in range(width) if number not in said}
    several = {number: each for number, each in texts.items() if len(each) > 1}
    return tuple(n for n, each in several.items() if all(minutes_said(one) is not None for one in each))


def _behind_times(rows: Sequence[PageRow]) -> list[str]:
    """What stands behind the time with which a row begins, in its cell."""
    return [rest for row in rows if (rest := leading_hours(row.own[0][1].text)[1])]


def _is_number_of_case(text: str) -> bool:
    """Whether a text is one word with letters and several digits, as numbers of cases and papers are."""
    return _CASE.fullmatch(text.strip()) is not None


def _is_time_alone(text: str) -> bool:
    hours, rest = leading_hours(text)
    return bool(hours) and not rest


def _texts(rows: Sequence[PageRow], number: int) -> list[str]:
    return [each.text for each in _cells(rows, number)]


def _cells(rows: Sequence[PageRow], number: int) -> list[PageCell]:
    return [cell for row in rows for column, cell in row.own if column == number]


def _of_texts(cells: Sequence[PageCell], sense: PeopleSense) -> Column:
    half = len(cells) / 2
    if sum(minutes_said(each.text) is not None for each in cells) > half:
        return "length"
    known = sum(_are_people(each, sense, "known") for each in cells)
    loose = sum(_are_people(each, sense, "said") for each in cells)
    if known >= half or (loose >= 0.7 * len(cells) and len(cells) > 2 and known):
        return "people"
    return "room" if sum(_is_room(each.text) for each in cells) >= half else "more"


def _is_room(text: str) -> bool:
    return "(" not in text and (names_room(text) or is_place(text))


def hold_a_list(rows: Sequence[PageRow], times: int | None, sense: PeopleSense) -> bool:
    """Whether the columns beside that of the times hold parts of one session each: one names people, or one rooms."""
    width = max((len(row.cells) for row in rows), default=0)
    cells = [_cells(rows, number) for number in range(width) if number != times]
    if _hold_sessions(cells, sense):
        return False
    held = [_of_texts(each, sense) for each in cells if len(each) > 1]
    return len(held) > 1 and "more" in held and not {"people", "room"}.isdisjoint(held)


def _hold_sessions(columns: Iterable[Sequence[PageCell]], sense: PeopleSense) -> bool:
    """Whether several columns hold titles, with people below them."""
    return sum(any(_is_title_with_people(cell, sense) for cell in each) for each in columns) > 1


def are_over_sessions(rows: Sequence[PageRow], times: int | None, said: frozenset[int], sense: PeopleSense) -> bool:
    """Whether heads with a word for what their columns hold are names of rooms: several hold titles with people.

    Or no column of those `said` to hold people does.
    """
    width = max((len(row.cells) for row in rows), default=0)
    cells = {number: _cells(rows, number) for number in range(width) if number != times}
    are_none = bool(said) and len(cells) > 1 and not any(_hold_people(cells[number], sense) for number in said)
    return are_none or _hold_sessions(cells.values(), sense)


def _hold_people(cells: Sequence[PageCell], sense: PeopleSense) -> bool:
    """Whether half of the cells of a column, or more, may name people and nothing else."""
    return 2 * sum(_are_people(cell, sense, "form") for cell in cells) >= len(cells)


def _is_title_with_people(cell: PageCell, sense: PeopleSense) -> bool:
    """Whether a cell names people in its last line, and nobody in the first: it is a session by itself."""
    first, last = cell.lines[0].text, cell.lines[-1].text
    return len(cell.lines) > 1 and sense.people(first) is None and sense.people(last) is not None


def _are_people(cell: PageCell, sense: PeopleSense, trust: Trust) -> bool:
    """Whether a cell names people: as a whole, or line by line, each with the role that may stand before it."""
    if sense.people(cell.text, trust) is not None:
        return True
    texts = [label.rest if (label := role_label(line.text)) else line.text for line in cell.lines]
    return all(not each or sense.people(each, trust) is not None for each in texts) and any(texts)


def _are_of_places(texts: Sequence[str]) -> bool:
    """Whether what recurs before titles is places rather than kinds: one is a place, and few are a kind."""
    kinds = sum(bool(kind_of_session(each)) or is_transparent(kind_in_title(each)) for each in texts)
    return any(map(_is_room, texts)) and _FEW_KINDS * kinds < len(texts)


def _before_titles(first: Sequence[str], second: Sequence[str], sense: PeopleSense) -> Column | None:
    """What the first column holds where the titles stand in the second."""
    if sum(map(names_room, first)) >= 0.5 * len(first) and max(map(len, first)) <= _LONGEST_ROOM:
        return "room"
    if (
        len(first) > 4
        and len(set(first)) <= 0.6 * len(first)
        and len(set(second)) > 0.8 * len(second)
        and len(second) > 3
    ):
        return "kind"
    people = sum(bool(sense.people(each, "said")) for each in first)
    sure = sum(bool(sense.people(each)) for each in first)
    formal = sum(bool(sense.people(each, "form")) for each in first)
    is_known = people >= 0.6 * len(first) and sure >= 0.25 * len(first)
    is_formal = formal >= 0.7 * len(first) and sum(map(len, second)) > 2 * sum(map(len, first))
    is_of_people = len(first) > 2 and (is_known or is_formal)
    is_other = sum(map(len, second)) > sum(map(len, first)) or not any(sense.people(each, "form") for each in second)
    return "people" if is_of_people and is_other else None
