"""What the columns of a table hold: said by its header, else seen by what stands in them."""

import re
from collections.abc import Sequence

from agendacli.formats.documents.page import PageRow
from agendacli.formats.documents.slots.headings import has_hours
from agendacli.formats.documents.slots.slot import Column
from agendacli.formats.documents.tokens.hours import leading_hours
from agendacli.formats.documents.tokens.people import PeopleSense
from agendacli.formats.documents.tokens.roles import role_heading
from agendacli.formats.documents.tokens.rooms import names_room
from agendacli.words.folded import folded

_HEADERS: dict[Column, str] = {
    "time": (
        "time|times|wann|quand|cuando|zeitraum|creneau|franja|zeit|uhrzeit|heure|heures|horaire|horaires|horario|hora|uhr|when|start|begin|beginn|"
        "debut|inicio|from|start time|session time|time slot|timing"
    ),
    "end": "end|ende|fin|to|until|finish|end time",
    "title": (
        "session|title|titel|titre|titulo|topic|topics|item|items|event|events|activity|activities|"
        "description|programme|program|programm|veranstaltung|thema|concept|subject|agenda|talk|"
        "presentation|presentations|actividad|sujet|inhalt|details|sessions|content|contents|what|task|"
        "programmpunkt|programmpunkte|beitrag|beitrage|aktivitat|was|quoi|que|seance|contenu|contenido|punto|"
        "tema/actividad|"
        "theme|intitule|agenda item|whats on|what's on|session title|talk title|session/activity|"
        "programme item|tema|activite|sesion"
    ),
    "kind": "type|kind|format|session type|art|typ",
    "people": (
        "speaker|speakers|presenter|presenters|lead|leads|responsible|who|referent|referentin|referenten|"
        "referent*in|referent:in|intervenant|intervenants|ponente|ponentes|moderator|moderators|moderation|"
        "chair|chairs|facilitator|facilitators|author|authors|presenter(s)|speaker(s)|host|instructor|"
        "chairperson|lecturer|facilitator(s)|lead presenter|responsible person|resource person|"
        "wer|qui|quien|imparte|animation|presidence|mit|avec|con|verantwortlich|zustandig|vortragende*r|dozent|dozentin|"
        "person responsible|led by|presented by|session chair|responsable|orateur|vortragende"
    ),
    "room": "wo|ou|donde|espacio|escenario|buhne|stage|room|rooms|location|venue|place|raum|ort|salle|lieu|sala|"
    "lugar|where|room/location|aula",
    "skip": "id|no|nr|no.|#|paper id|slides|link|links|material|materials|video",
    "length": "duration|dauer|duree|minutes|min|length|duracion|time allotted",
    "affiliation": "affiliation|institution|organisation|organization|country|institute",
    "day": "date|day|datum|tag|jour|fecha|dia",
}
_BY_WORD: dict[str, Column] = {word: column for column, words in _HEADERS.items() for word in words.split("|")}
_TIMES_OF_COLUMN = 0.34
_MOST_OF_TIME, _LONGEST_HEADER, _LONGEST_ROOM = 60, 28, 45


def header_columns(row: PageRow) -> dict[int, Column]:
    """What a header row says of its columns; nothing where it is none."""
    found: dict[int, Column] = {}
    texts = 0
    for number, cell in row.own():
        text = folded(cell.text).strip(" :*().?")
        texts += 1
        column = _BY_WORD.get(text) or _BY_WORD.get(re.sub(r"\s*[/(].*", "", text))
        column = column or ("people" if role_heading(text) else None)
        if column is None and row.is_header and len(text) < _LONGEST_HEADER:
            column = next((_BY_WORD[word] for word in re.split(r"\W+", text)[:2] if word in _BY_WORD), None)
        if column:
            found[number] = column
    if any(has_hours(cell.text) for _, cell in row.own()):
        return {}
    is_plain = len(set(found.values())) > 1 or (found and row.is_header) or ("time" in found.values() and texts <= 4)
    return found if is_plain else {}


def header_roles(row: PageRow) -> dict[int, str]:
    """The roles that a header row names, by the numbers of their columns."""
    said = ((number, role_heading(cell.text)) for number, cell in row.own())
    return {number: role for number, role in said if role}


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
    cells = [dict(row.own())[number].text for row in rows if number in dict(row.own())]
    times = sum(len(each) < _MOST_OF_TIME and bool(leading_hours(each)[0]) for each in cells)
    return times > 0 and times >= _TIMES_OF_COLUMN * len(cells)


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
    found[filled[0]] = "main"
    for number in filled[1:]:
        found[number] = _of_texts(texts[number], sense)
    if len(filled) > 1 and found[filled[1]] == "more":
        first = _before_titles(texts[filled[0]], texts[filled[1]], sense)
        if first:
            found |= {filled[0]: first, filled[1]: "title"}
    return found


def _is_time_alone(text: str) -> bool:
    hours, rest = leading_hours(text)
    return bool(hours) and not rest


def _texts(rows: Sequence[PageRow], number: int) -> list[str]:
    owned = (dict(row.own()) for row in rows)
    return [each[number].text for each in owned if number in each]


def _of_texts(texts: Sequence[str], sense: PeopleSense) -> Column:
    half = len(texts) / 2
    if sum(sense.people(each) is not None for each in texts) >= half:
        return "people"
    loose = [each for each in texts if sense.people(each, "said")]
    if len(loose) >= 0.7 * len(texts) and len(texts) > 2 and any(sense.people(each) for each in texts):
        return "people"
    return "room" if sum(names_room(each) for each in texts) >= half else "more"


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
    return "people" if is_of_people and sum(map(len, second)) > sum(map(len, first)) else None
