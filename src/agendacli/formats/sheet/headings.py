"""What the headings of columns mean, in English, German, French, Spanish, Portuguese and Italian."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import chain

from agendacli.model.people import ROLES
from agendacli.words.folded import folded_words, word_set

_STARTS = word_set(
    "start starts starting from begin begins beginn anfang anfangs von debut inicio comienzo desde inizio de"
)
_ENDS = word_set("end ends finish to until till ende bis fin hasta fine fim termino")
_DATES = word_set("date dates day datum tag fecha dia data jour giorno")
_TIMES = word_set(
    "time times hour hours at when wann quand cuando quando uhrzeit zeit heure horaire hora horario ora orario"
    " slot timeslot zeitraum zeitslot zeitfenster horaires plage franja fascia oraria"
)
_FILLERS = word_set(
    "session sessions talk event item agenda programme program name names short full no nr number of the"
    " der des de du la le les del della di da veranstaltung vortrag vortrags sesion sessione 1 2 3 4 5 6 7 8 9"
)

_COMPOUND = re.compile(r"\b(start|end|beginn|anfangs)(?=(?:uhr)?zeit\b|datum\b)", re.IGNORECASE)
_REMARK = re.compile(r"\((?![A-Z]{3,4}(?:[+-]\d+)?\)|UTC|GMT)[^()]*\)")
_GENDERED = re.compile(r"(?<=[a-zé])(?:[*:_/·]-?inn?(?:en)?|/r|·e?s?(?:·s)?)\b", re.IGNORECASE)
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z](?!n(?:nen)?\b))")

_PHRASES = {
    "title": "title|name|agenda|programme|program|programm|was|que|quoi|vortragstitel|subject|session|talk|event"
    "|item|activity|summary|what|titel|betreff|thema|vortrag|bezeichnung|veranstaltung|programmpunkt"
    "|titre|intitule|sujet|titulo|tema|actividad|asunto|titolo|assunto|attivita",
    "duration": "duration|length|minutes|min|duration min|dauer min|duration h|duration hours|dauer h|dauer std|dauer"
    "|duree|duracion|durata|duracao|minuten",
    "room": "room|rooms|location|venue|where|hall|stage|raum|saal|ort|veranstaltungsort|wo|buhne|salle|lieu|sala"
    "|lugar|aula|luogo|local",
    "place": "place|city|building|gebaude|stadt|batiment|ville|edificio|ciudad|citta|cidade",
    "speakers": "speaker|speakers|presenter|presenters|who|people|person|persons|author|authors|referent|referenten"
    "|referentin|referent in|vortragende|vortragender|redner|rednerin|sprecher|sprecherin|wer|personen"
    "|intervenant|intervenants|intervenante|orateur|orateurs|conferencier|ponente|ponentes|orador"
    "|oradores|relatore|relatori|palestrante",
    "chairs": "session chair|chairperson|chaired by|vorsitz|leitung|president|presidence|presidente|presidencia",
    "moderators": "moderation|moderated by|moderateur|moderateurs|animateur|moderador|moderadores|moderatore",
    "panellists": "panelist|panelists|podium|panelistas|panel members",
    "participants": "attendees|teilnehmer|teilnehmende|participantes|partecipanti",
    "hosts": "gastgeber|hote|anfitrion|hosted by",
    "status": "status|state|etat|estado|stato|statut",
    "kind": "kind|type|format|art|typ|tipo|genre",
    "categories": "category|categories|track|tracks|topic|topics|tags|kategorie|strang|categorie|categoria|eje",
    "description": "description|abstract|details|beschreibung|kurzbeschreibung|inhalt|resume|descripcion|resumen"
    "|descrizione|descricao",
    "notes": "notes|note|remarks|remark|comments|comment|bemerkung|bemerkungen|anmerkung|anmerkungen|notizen"
    "|kommentar|remarques|remarque|notas|observaciones|comentarios|observacoes",
    "url": "url|link|website|web|web page|webseite|lien|enlace",
    "join": "join|meeting link|video link|join link|zoom|zoom link|einwahl",
    "id": "id|code|uid|kennung",
    "zone": "zone|time zone|timezone|zeitzone|fuseau horaire|zona horaria",
    "all day": "all day|whole day|ganztagig|toute la journee|todo el dia|tutto il giorno",
    "privacy": "private|privacy|privat|prive|privado|privato",
}
_COLUMNS = ("date", "end date", "start", "end", "time")
MEANINGS = (*_COLUMNS, *(each for each in _PHRASES if each not in ROLES.values()), *ROLES.values())
"""What a column may mean: the words behind `=` in `--columns`."""


def meaning_of(heading: str) -> str | None:
    """What a column of that heading means: `Time Start` is `start`, `Speaker 2` is `speakers`; None of other words."""
    words = folded_words(_plain(heading))
    return _known().get(" ".join(words)) or _of_times(words) or _of_each(words) or _of_rest(words)


def _plain(heading: str) -> str:
    """A heading without its second forms and remarks: `Speaker(s)`, `Referent*in`, `startsAt`, `Duration (h)`.

    `(CET)` stays: whoever reads times has to know of it.
    """
    apart = _COMPOUND.sub(r"\1 ", _HUMP.sub(" ", heading.replace("(s)", "s")))
    plain = _GENDERED.sub("", _REMARK.sub("", apart))
    return plain if any(map(str.isalnum, plain)) else heading


@cache
def _known() -> dict[str, str]:
    roles = {word: plural for role, plural in ROLES.items() for word in (role, plural)}
    named = {meaning: meaning for meaning in MEANINGS}
    phrases = chain.from_iterable(((each, key) for each in texts.split("|")) for key, texts in _PHRASES.items())
    return {" ".join(folded_words(text)): meaning for text, meaning in (*named.items(), *roles.items(), *phrases)}


def _of_times(words: Iterable[str]) -> str | None:
    found = frozenset(words)
    bounds = _STARTS if found & _STARTS else _ENDS
    if not found or not found <= _STARTS | _ENDS | _DATES | _TIMES:
        return None
    says_date, says_time = bool(found & _DATES), bool(found & _TIMES)
    if found & _STARTS and found & _ENDS:
        return None if says_date else "time"
    if not found & bounds:
        return "time" if says_time and not says_date else "start" if says_time else "date"
    edge = "start" if bounds is _STARTS else "end"
    return edge if says_time or not says_date else "date" if edge == "start" else "end date"


def _of_each(words: Iterable[str]) -> str | None:
    """What all of its words mean, each by itself: `Room/Location`."""
    found = {_known().get(each) for each in words}
    return found.pop() if len(found) == 1 else None


def _of_rest(words: Iterable[str]) -> str | None:
    """What it means without words that only say of what."""
    rest = [each for each in words if each not in _FILLERS]
    return _known().get(" ".join(rest)) or (_of_times(rest) if rest else None)
