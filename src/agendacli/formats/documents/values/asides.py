"""Who is named and takes no part: who made what is played or shown, is asked, thanked, or remembered."""

import re
from collections.abc import Iterable
from dataclasses import replace

from agendacli.formats.documents.slots.letters import is_due
from agendacli.formats.documents.tokens.groups import is_group
from agendacli.formats.documents.tokens.letterwise import letterwise
from agendacli.formats.documents.tokens.roles import role_beside, role_label
from agendacli.formats.documents.values.told import ToldPerson
from agendacli.words.honorifics import name_and_honorifics

_MAY_HAVE_MADE = "whoever is named with a piece may have made it"
_HONOR = (
    r"(?:memory|memoriam|memoria|memoire|\w*gedenken|andenken|ehren|hommage|homenaje|tribute|hono(?:u?r|res)|honneur|"
    r"souvenir|recuerdo|dedicated|gewidmet|dedicad[oa]|portrait|exhibition|anniversary|birth(?:day)?|geburtstag)"
)
_NO_BY = r"(?! (?:by|with|par|avec|por|con|mit|durch)\b)"
_HONORED = re.compile(  # perhaps with an office before the name: `Hommage à la chanteuse `
    rf"\b(?:{_HONOR}|farewell|verabschiedung|despedida)\b(?:{_NO_BY} [^\W\d_]{{1,3}}){{0,2}}"
    rf"(?:{_NO_BY} [^\W\d_]+)?(?: |')*$"
)
_ASIDE = (
    r"(?:contact|kontakt|contacto|questions?|fragen|ruckfragen|queries|enquiries|info\w*|auskunft|auskunfte|ansprech\w+|"
    r"renseignements?|anmeld\w*|melde\w*|regist\w*|book(?:ings?|ed)?|tickets?|karten|reserv\w*|inscri\w*|e-?mail|tel|"
    r"phone|ring|call|dank\w*|thanks?|merci|gracias|spons\w*|minutes to|apologies|"
    rf"entschuldigt|based on|nach dem|d'apres|segun|{_HONOR})"
)
_SAYS_ASIDE = re.compile(rf"@|\b\d[\d ]{{4,}}\d\b|\b{_ASIDE}\b")
_BEGINS_ASIDE = re.compile(rf"\W*(?:(?:in|im|zu|zum|to|a|al|en|for|further|more|weitere|plus d') )*{_ASIDE}\b")
_WORKS = re.compile(
    r"\b(?:werken?|liedern?|kompositionen|sonaten?|arien|texten?|gedichten?|musik|works?|songs?|pieces|poems|music|"
    r"novels?|books?|plays?|films?|œuvres?|oeuvres?|chansons?|textes?|poemes?|musique|obras?|canciones|textos?|poemas?|"
    r"musica|novelas?|libros?|peliculas?|romans?|livres?|paintings|photo(?:graph(?:ie)?)?s|drawings|bildern?|fotos|"
    r"gemalden?|zeichnungen|fotografien|tableaux|dessins|cuadros|pinturas|dibujos|fotografias) (?:von|by|de|d')(?=\W)"
)
_BY_MAKER = re.compile(rf"{_WORKS.pattern} *$")
_PIECE = re.compile(
    r"^\W*(?:film|kino|cine|cinema|pelicula|oper|opera|zarzuela|ballett?|musical|screening|projection) ?:|"
    r"\b(?:requiem|magnificat|stabat mater|te deum|oratori\w+|[ck]antat[ae]|sonat[aei]\w*|s[iy][mn](?:f|ph)o[nn]i\w+|"
    r"concerto|fug[au]e?|partita|toccata|nocturne|overture|ouverture|op\. ?\d+|bwv ?\d+|kv ?\d+|"
    r"in [a-h](?:is|es)?[ -](?:flat |sharp )?(?:dur|moll|major|minor)|"
    r"en (?:do|re|mi|fa|sol|la|si)\b.{0,10} (?:majeur|mineur|mayor|menor))\b"
)
_YEAR = re.compile(  # of a film, a piece or a book
    r"(?<!\bsince )(?<!\bseit )(?<!\bdepuis )(?<!\bdesde )\b(?:1[5-9]|20)\d\d\b", re.IGNORECASE
)
_COMPANY = re.compile(r"\b(?:with|mit|avec|con)\W*$", re.IGNORECASE)


def is_aside(text: str) -> bool:
    """Whether a text names who is asked, thanked or remembered, or who made what is played or read."""
    words = _plain(text)
    return any(each.search(words) for each in (_SAYS_ASIDE, _WORKS)) or names_work(text) or is_due(text)


def begins_aside(text: str) -> bool:
    """Whether a text begins by saying so, or says whose works are played: `Contact: Ida Holm`, `Werke von Haydn`."""
    words = _plain(text)
    return _BEGINS_ASIDE.match(words) is not None or _WORKS.match(words) is not None


def names_work(text: str) -> bool:
    """Whether a text names who made a film or a piece, with its year or as works of somebody: who did is not there."""
    return _YEAR.search(text) is not None or _WORKS.match(_plain(text)) is not None


def is_piece(title: str) -> bool:
    """Whether a title names a piece of music, or what it shows: `Requiem`, `Sonate in a-Moll`, `Film: El sur`."""
    return _PIECE.search(letterwise(title)) is not None


def below_piece(people: Iterable[ToldPerson]) -> list[ToldPerson]:
    """The people below the title of a piece, doubted where nothing says that they play."""
    are_plain = ((each, each.role == "speaker" and not each.position) for each in people)
    return [replace(each, doubts=(*each.doubts, _MAY_HAVE_MADE)) if is_plain else each for each, is_plain in are_plain]


def is_named_beside(title: str, who: str) -> bool:
    """Whether a title only names somebody: as the maker of a piece, where a group is from, or whom it honours."""
    before, _, behind = title.partition(who)
    if role_label(who) or role_beside(who):
        return False
    if any(each.search(_plain(before)) for each in (_BY_MAKER, _HONORED)):
        return True
    may_play = _COMPANY.search(before) or ")" in before or name_and_honorifics(who)[1]
    is_from = before.rstrip().endswith("(") and is_group(before.rstrip(" ("))
    return is_from or (is_piece(f"{before} {behind}") and not may_play)


def _plain(text: str) -> str:
    return letterwise(text).replace("’", "'")
