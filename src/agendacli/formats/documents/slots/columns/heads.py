"""What the heads of the columns of a table say that these hold."""

import re

from agendacli.formats.documents.page import PageCell, PageRow
from agendacli.formats.documents.slots.headings import has_hours
from agendacli.formats.documents.slots.slot import Column
from agendacli.formats.documents.tokens.letterwise import letterwise
from agendacli.formats.documents.tokens.roles import role_heading
from agendacli.formats.documents.tokens.rooms import names_room
from agendacli.words.folded import folded

_HEADERS: dict[Column, str] = {
    "time": (
        "time|times|wann|quand|cuando|zeitraum|creneau|franja|zeit|uhrzeit|heure|heures|horaire|horaires|horario|hora|uhr|when|start|begin|beginn|"
        "debut|debute|inicio|empieza|comienza|from|ab|von|de|desde|start time|starts|starts at|session time|time slot|"
        "timing"
    ),
    "end": (
        "end|ends|ende|fin|to|until|till|bis|a|hasta|jusqu'a|finish|finishes|end time|ends at|schluss|termina|"
        "acaba|finit"
    ),
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
    "length": (
        "lasts|runs|runs for|running time|how long|duration|dauer|duree|minutes|mins|min|minuten|minutos|length|"
        "duracion|time allotted"
    ),
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
# The head of one column of rooms; heads of several are rooms themselves.
_ROOM = re.compile(
    r"(?:[\w-]+ )?[\w-]*(?:rooms?|halls?|raum|saal|zimmer|salles?|salas?|studio|theatre|theater|court|campus)"
)
_LEAST_HEADS, _LONGEST_HEADER = 3, 28


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
