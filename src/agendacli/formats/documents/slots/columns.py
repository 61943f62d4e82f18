"""What the columns of a table hold: said by its header, else seen by what stands in them."""

import re
from collections.abc import Iterable, Sequence

from agendacli.formats.documents.page import PageCell, PageRow
from agendacli.formats.documents.slots.headings import has_hours
from agendacli.formats.documents.slots.slot import Column
from agendacli.formats.documents.tokens.hours import leading_hours
from agendacli.formats.documents.tokens.letterwise import letterwise
from agendacli.formats.documents.tokens.minutes import minutes_said
from agendacli.formats.documents.tokens.people import PeopleSense, Trust
from agendacli.formats.documents.tokens.places import is_place
from agendacli.formats.documents.tokens.roles import role_heading, role_label
from agendacli.formats.documents.tokens.rooms import names_room
from agendacli.words.folded import folded

_HEADERS: dict[Column, str] = {
    "time": (
        "time|times|wann|quand|cuando|zeitraum|creneau|franja|zeit|uhrzeit|heure|heures|horaire|horaires|horario|hora|uhr|when|start|begin|beginn|"
        "debut|inicio|from|ab|von|de|desde|start time|starts|starts at|session time|time slot|timing"
    ),
    "end": "end|ende|fin|to|until|bis|a|hasta|jusqu'a|finish|end time",
    "title": (
        "session|title|titel|titre|titulo|topic|topics|item|items|event|events|activity|activities|"
        "description|programme|program|programm|veranstaltung|thema|concept|subject|agenda|talk|"
        "presentation|presentations|actividad|sujet|inhalt|details|sessions|content|contents|what|task|"
        "programmpunkt|programmpunkte|beitrag|beitrage|aktivitat|was|quoi|que|seance|contenu|contenido|punto|"
        "tema/actividad|"
        "theme|intitule|agenda item|whats on|what's on|session title|talk title|session/activity|"
        "programme item|tema|activite|sesion|tagesordnungspunkt|tagesordnung|top|gegenstand|ordre du jour|"
        "orden del dia|film|films|pelicula|concert|concierto|konzert|lecture|vortrag|conference|conferencia|business|"
        "tour|tours|walk|walks|course|courses|workshop|workshops|kurs|kurse|fuhrung|fuhrungen|visite|visites|visita|visitas|cours|"
        "curso|cursos|taller|talleres|atelier|ateliers|class|classes|match|spiel|screening"
    ),
    "kind": "type|kind|format|session type|art|typ",
    "people": (
        "berichterstattung|berichterstatter|rapporteur|introduced by|"
        "speaker|speakers|presenter|presenters|lead|leads|responsible|who|referent|referentin|referenten|"
        "referent*in|referent:in|intervenant|intervenants|ponente|ponentes|moderator|moderators|moderation|"
        "chair|chairs|facilitator|facilitators|author|authors|presenter(s)|speaker(s)|host|instructor|"
        "chairperson|lecturer|facilitator(s)|lead presenter|responsible person|resource person|"
        "wer|qui|quien|imparte|animation|presidence|mit|avec|con|verantwortlich|zustandig|vortragende*r|dozent|dozentin|"
        "bench|referat|referate|person responsible|led by|presented by|session chair|responsable|orateur|vortragende"
    ),
    "room": "wo|ou|donde|espacio|escenario|buhne|stage|room|rooms|location|venue|place|raum|ort|salle|lieu|sala|"
    "lugar|where|meeting point|meeting place|starting point|treffpunkt|point de rendez-vous|lieu de rendez-vous|"
    "punto de encuentro|room/location|aula|courtroom|hall|veranstaltungsort|recinto",
    "skip": "accompanied by|escort|contact|contact person|begleitung|begleitet von|accompagnateur|acompanante|"
    "id|no|nr|no.|#|paper id|slides|link|links|material|materials|video",
    "length": "duration|dauer|duree|minutes|mins|min|minuten|minutos|length|duracion|time allotted",
    "affiliation": "affiliation|institution|organisation|organization|country|institute",
    "day": "date|day|datum|tag|termin|jour|fecha|dia",
}
_BY_WORD: dict[str, Column] = {word: column for column, words in _HEADERS.items() for word in words.split("|")}
_LEADER = re.compile(  # who speaks, or is the host
    r"leaders?|led by|run by|guides?|coach(?:es)?|facilitat\w+|animation|anime par|anfuhrung|gefuhrt von|dirige|"
    r"con|avec|mit|guias?"
)
_NUMBERS = frozenset({"top", "item", "punkt", "punto", "point", "tagesordnungspunkt"})
_AROUND = " :*().?"
_SMALL = re.compile(r"de|desde|ab?|von|bis|from|to|until|hasta|mit|con|avec")
_CASE = re.compile(r"(?=\S*[A-Z])(?=\S*\d\S*\d)[A-Z\d./-]+")
_TIMES_OF_COLUMN, _LEAST_HEADS, _MOST_ROWS = 0.33, 3, 0.6
# The head of one column of rooms; heads of several are rooms themselves.
_ROOM = re.compile(
    r"(?:[\w-]+ )?[\w-]*(?:rooms?|halls?|raum|saal|zimmer|salles?|salas?|studio|theatre|theater|court|campus)"
)
_MOST_OF_TIME, _LONGEST_HEADER, _LONGEST_ROOM = 60, 28, 45


def header_columns(row: PageRow) -> dict[int, Column]:
    """What a header row says of its columns; nothing where it is none."""
    if any(has_hours(cell.text) for _, cell in row.own):
        return {}
    found: dict[int, Column] = {}
    texts = 0
    for number, cell in row.own:
        text = folded(cell.text).strip(_AROUND)
        texts += 1
        column = _by_whole(text) or (_by_one_word(cell, text) if row.is_header else None)
        if column:
            found[number] = column
    if len(set(found.values())) > 1 and "room" not in found.values():
        rooms = [number for number, cell in row.own if number not in found and _ROOM.fullmatch(folded(cell.text))]
        found |= dict.fromkeys(rooms[: len(rooms) == 1], "room")
    if len([each for each in found.values() if each == "title"]) > 1:  # `TOP` and `Gegenstand`
        numbers = (number for number, cell in row.own if folded(cell.text).strip(_AROUND) in _NUMBERS)
        found |= dict.fromkeys(numbers, "skip")
    is_plain = len(set(found.values())) > 1 or (found and row.is_header) or ("time" in found.values() and texts <= 4)
    return found if is_plain else {}


def _by_whole(text: str) -> Column | None:
    """What a column holds by the whole of its head, folded."""
    if "/" in text and any(role_heading(each) for each in text.split("/")) and text not in _BY_WORD:
        return "people"  # `Vortrag / Leitung`
    column = _BY_WORD.get(text) or _BY_WORD.get(re.sub(r"\s*[/(].*", "", text))
    return column or ("people" if role_heading(text) else None)


def _by_one_word(cell: PageCell, text: str) -> Column | None:
    """What a column holds by the first or second word of its head, which is no room."""
    if len(text) >= _LONGEST_HEADER or _ROOM.fullmatch(text):
        return None
    first, *second = re.split(r"[^\w-]+", text)[:2]  # `Start-up Corner` is no start
    words = (first, *(each for each in second if not _SMALL.fullmatch(each)))
    said = (_BY_WORD[word] for word in words if word in _BY_WORD)
    return next((each for each in said if each == "room" or not names_room(cell.text)), None)


def half_said_columns(row: PageRow) -> set[int]:
    """The columns of which no more than a word of their heads says what they hold: `Lead Wall`."""
    plain = {number: folded(cell.text).strip(_AROUND) for number, cell in row.own}
    return {number for number in header_columns(row) if not _by_whole(plain[number])}


def heads_columns(text: str) -> bool:
    """Whether a line is nothing but several heads of columns, one of them that of times: `Time Title Speaker Room`."""
    words = folded(text).split()
    said = [_BY_WORD.get(each) for each in words]
    return len(said) >= _LEAST_HEADS and all(said) and "time" in said and len(set(said)) == len(said)


def header_roles(row: PageRow) -> dict[int, str]:
    """The roles that a header row names, by the numbers of their columns."""
    said = ((number, role_heading(cell.text) or _role_first(cell.text)) for number, cell in row.own)
    return {number: role for number, role in said if role}


def half_said_roles(row: PageRow) -> set[int]:
    """The columns whose heads leave the role open: `Leader`, or a role and more: `Chair timekeeper`."""
    said = ((number, _role_first(cell.text)) for number, cell in row.own if role_heading(cell.text) is None)
    open_roles = {number for number, cell in row.own if _LEADER.fullmatch(letterwise(cell.text).strip(" :"))}
    return open_roles | {number for number, role in said if role not in {None, "speaker"}}


def _role_first(text: str) -> str | None:
    """The role with which the head of a column begins."""
    first = text.split()[:1]
    return role_heading(first[0]) if first else None


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
        if first:
            found |= {filled[0]: first, filled[1]: "title"}
    return found


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
