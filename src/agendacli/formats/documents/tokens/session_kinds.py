"""Kinds of sessions in four languages: as sentences name all of them, and as a title begins with one."""

import re

from agendacli.formats.documents.tokens.letterwise import letterwise
from agendacli.words.kinds import kind_in_title

_ALL = {
    "lecture": "lectures|talks|vortrage|vorlesungen|conferences|cours|exposes|ponencias|charlas|conferencias",
    "plenary": (
        "plenar(?:y|ies)(?: sessions| lectures| talks| meetings)?|keynotes|plenarsitzungen|plenarvortrage|"
        "(?:seances |conferences )?plenieres|(?:sesiones )?plenarias"
    ),
    "practical": (
        "practicals|practical (?:sessions|classes)|hands-on(?: sessions)?|exercises|exercise classes|labs|"
        "lab(?:oratory)? sessions|ubungen|praktika|travaux (?:pratiques|diriges)|tp|practicas|clases practicas"
    ),
    "workshop": (
        "workshops|breakouts|breakout (?:sessions|groups)|working groups|group work|arbeitsgruppen|ateliers|"
        "groupes de travail|talleres|grupos de trabajo"
    ),
    "tutorial": "tutorials|tutorien|tutoriels|tutoriales",
    "seminar": "seminars|seminare|seminaires|seminarios",
    "panel": "panels|the panel|panel (?:discussions|sessions)|podien|podiumsdiskussionen|tables rondes|mesas redondas",
    "poster": "posters?|poster sessions|sesiones de carteles",
    "film": "films|screenings|filme|projections|peliculas|proyecciones",
    "concert": "concerts|konzerte|conciertos",
    "arrival": "registration|arrivals?|anmeldung|empfang|accueil|emargement|acreditacion(?:es)?",
    "meal": (
        "meals|catering|buffets?|verpflegung|restauration|lunch(?:es)?|dinners?|breakfasts?|mahlzeiten|(?:mittag|abend)essen|repas|dejeuners?|diners?|comidas?|"
        "almuerzos?|cenas?"
    ),
    "break": (
        "(?:coffee|tea)(?: (?:and tea|breaks))?|breaks|refreshments|(?:kaffee)?pausen|kaffee|pauses(?:[- ]cafe)?|"
        "pausas(?: (?:de |para el )?cafe)?"
    ),
}
_ONE = {
    "plenary": (
        "plenary|plenum|plenarsitzung|plenarvortrag|keynote|pleniere|plenaria|(?:seance|conference) pleniere|"
        "sesion plenaria"
    ),
    "lecture": (
        "(?:guest |public )?lecture|talk|(?:gast)?vortrag|vorlesung|conference|cours|expose|ponencia|charla|conferencia"
    ),
    "practical": "practical|hands-on|exercises?|lab|ubung(?:en)?|praktikum|travaux (?:pratiques|diriges)|tp|practicas?",
    "workshop": (
        "workshop|breakout|working group|group work|arbeitsgruppen?|gruppenarbeit|ateliers?|groupes? de travail|"
        "taller|talleres|grupos? de trabajo"
    ),
    "tutorial": "tutorial|tutorium|tutoriel",
    "seminar": "seminar|seminaire|seminario",
    "panel": "panel|podium|podiumsdiskussion|table ronde|mesa redonda",
    "poster": "posters?|postersession|carteles",
    "film": "film|screening|projection|pelicula|proyeccion",
    "concert": "concert|konzert|concierto",
    "arrival": "registration|arrival|anmeldung|accueil|emargement|acreditacion(?:es)?|recepcion",
    "meal": "breakfast|fruhstuck|petit[- ]dejeuner|desayuno",
    "break": r"(?:coffee|tea|kaffee|tee|refreshments)(?:\W+(?:and|und|&|\+)\W+\w+)?\W*$|cafe\W*$",
}
_OF_TITLES = {"lunch": "meal", "dinner": "meal", "break": "break"}
_NAMED, _FIRST = (
    re.compile("|".join(rf"(?P<{kind}>\b(?:{words})\b)" for kind, words in each.items())) for each in (_ALL, _ONE)
)


def kinds_named(sentence: str) -> list[tuple[str, int, int]]:
    """The kinds of which a sentence names all sessions, each with its place: `Lectures are in Hall 2, …`."""
    return [(each.lastgroup or "", each.start(), each.end()) for each in _NAMED.finditer(letterwise(sentence))]


def kind_of_session(title: str) -> str:
    """The kind of a session with which its title begins, `Lecture: Tides`, or that it says in another way, if any."""
    found = _FIRST.match(letterwise(title))
    return (found.lastgroup or "") if found else _OF_TITLES.get(kind_in_title(title), "")
