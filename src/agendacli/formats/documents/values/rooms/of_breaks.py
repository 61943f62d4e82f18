"""Rooms behind breaks and meals, whatever they are called, for nobody speaks there: `Coffee (Buttery)`."""

import re
from collections.abc import Sequence
from dataclasses import replace

from agendacli.formats.documents.slots.slot import Slot
from agendacli.formats.documents.tokens.letterwise import letterwise
from agendacli.formats.documents.tokens.people import PeopleSense
from agendacli.formats.documents.tokens.places import are_of_name
from agendacli.formats.documents.values.title_apart import MAY_BE_ROOM, ROOM_CUT
from agendacli.formats.documents.values.told import WHOLE_PART, Told, ToldSession
from agendacli.words.folded import folded
from agendacli.words.kinds import is_transparent, kind_in_title

OF_BREAK = "it stands behind a break, and is taken for its place"
"""Why the room of a break may be none."""

_PARTED = re.compile(r"(?P<head>[^,(–—|-]{3,40}?)(?:,\s+|\s[–—|-]\s|\s*\()(?P<place>[^,()–—|:]{3,40})\)?\W*")
_IN = re.compile(
    r"(?P<head>[^,(–—|-]{3,20}?)\s(?:at|by(?= the)|in|im|in der|au|à la|dans l[ae]|en (?:el|la))\s(?:the |our )?"
    r"(?P<place>[^\W\d_][^\W\d_]*(?:[’' -][^\W\d_]+){0,3})"
)
_BRACKETS = re.compile(r"[(\[].*[)\]]")
_OF_HOUSE = re.compile(r"\w (?:du|de la|de l[’']|del|of the|der) ?\w")  # `(self du personnel)`
_DRINKS = re.compile(
    r"(?:coffee|tea|refreshments|drinks|kaffee|tee|cafe|gouter|merienda|imbiss|supper|breakfast|"
    r"barbecue|bbq|picnic|grillen|barbacoa)"
)
_NO_PLACE = re.compile(
    r"\b(?:buffets?|\w*kuchen|cakes?|brezeln?|soup|suppe|pizza|catering|sandwich\w*|network\w*|posters?|snacks?|"
    r"biscuits|brotchen|croissants?|gebaek|geback|fingerfood|grill\w*|barbecue|bbq|own|selbst\w*|individuell|libre|free|vegan|"
    r"sponsor\w*|groups?|gruppen?|groupes?|grupos?|photo\w*|foto\w*|registration|anmeldung|inscription\w*|part|teil|"
    r"wine|wein|vin|vino|beer|bier|tea|tee|coffee|kaffee|cafe|the|tapas|paella|picnic|picknick|pique|tbc|tba|optional|"
    r"(?:gast|host)?famil\w*|den|die|das|homes|with|mit|avec|con|for|fur|pour|para|by|von|par|por|min\w*|included|inklusive|exhibit\w*|ausstellung|morning|"
    r"afternoon|evening|sun|open|dark|meantime|"
    r"gather|zoom|teams|webex|jitsi|online|virtual\w*)\b"
)
_EVENINGS = frozenset({"dinner", "reception", "social event"})
_MOST_WORDS = 4


def with_rooms_of_breaks(
    pairs: Sequence[tuple[Slot, ToldSession]], sense: PeopleSense
) -> list[tuple[Slot, ToldSession]]:
    """The sessions; a break that is in no room of its own is in what stands behind it, or in brackets below it."""
    return [(slot, _placed(each, sense)) for slot, each in pairs]


def _placed(session: ToldSession, sense: PeopleSense) -> ToldSession:
    room = _room(session, sense)
    found = _IN.fullmatch(session.title.value)
    if room is None or found is None:
        return session if room is None else replace(session, room=room)
    return replace(session, room=room, title=replace(session.title, value=found["head"]).doubted(ROOM_CUT))


def _room(session: ToldSession, sense: PeopleSense) -> Told[str] | None:
    is_told = any(each.endswith(MAY_BE_ROOM) for each in session.title.doubts)
    if is_told or session.people or (session.room and WHOLE_PART not in session.room.doubts):
        return None
    found = _PARTED.fullmatch(session.title.value) or _IN.fullmatch(session.title.value)
    head = found["head"] if found else session.title.value
    if not (is_transparent(kind_in_title(head)) or kind_in_title(head) in _EVENINGS or _DRINKS.fullmatch(folded(head))):
        return None
    is_in = found is not None and (found.re is _IN or _OF_HOUSE.search(found["place"]) is not None)
    said = [(found["place"], session.title.lines, is_in)] if found else []
    said += [
        (line.text[1:-1].strip(), (line,), _OF_HOUSE.search(line.text) is not None)
        for line in session.notes[:1]
        if _BRACKETS.fullmatch(line.text)
    ]
    places = (Told(text, lines, (OF_BREAK,)) for text, lines, is_in in said if _may_be(text, sense, is_in=is_in))
    return next(places, None)


def _may_be(text: str, sense: PeopleSense, *, is_in: bool) -> bool:
    """Whether a text may be a place: a few words, of a name unless a word for *in* stands before it."""
    is_short = len(text.split()) <= _MOST_WORDS and (is_in or (text[0].isupper() and are_of_name(text)))
    is_named = is_short and not any(map(str.isdigit, text)) and _NO_PLACE.search(letterwise(text)) is None
    return is_named and not is_transparent(kind_in_title(text)) and not sense.is_name(text)
