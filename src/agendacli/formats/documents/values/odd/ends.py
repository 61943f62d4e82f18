"""Why a session without an end may have one: words with it say how long something lasts."""

import re
from collections.abc import Iterator

from agendacli.formats.documents.slots.letters import is_due
from agendacli.formats.documents.tokens.hours import hours_in
from agendacli.formats.documents.tokens.letterwise import letterwise
from agendacli.formats.documents.tokens.minutes import lengths_in
from agendacli.formats.documents.values.told import ToldSession

_SENTENCE = re.compile(r"(?<=\w{3})[.!?;]\s+")
_BEHIND = re.compile(  # of a way, of parts, or of how long before
    r"[ ,-]*(?:away|walk\w*|from|before|earlier|later|after|ago|old|on foot|by|each|apiece|per|of|break|pause|notice|"
    r"fussweg|zu fuss|entfernt|vor\w*|fruher|spater|nach\w*|alt|je|jeweils|pro|a pied|de marche|avant|apres|plus|"
    r"chacune?|par|a pie|antes|despues|mas|cada|por|andando)\b"
)
_OTHER = re.compile(
    r"\b(?:bus|coach|train|drive|journey|ride|break|interval|every|each|je|jeweils|alle|fahrt|fahren|anfahrt|zug|weg|pause|"
    r"trajet|car|toutes|chaque|entracte|viaje|trayecto|tren|autobus|cada|descanso|wait|warten|attend\w*|esper\w*|late|within|binnen|innerhalb)\b"
)
_LONGEST = 400


def said_length(session: ToldSession) -> str:
    """Why the end of a session that has none may be doubted: its title or a line below it says a length."""
    texts = (session.title.value, " ".join(each.text for each in session.notes))
    return next((f"it may last {each}" for text in texts for each in _lengths(text)), "")


def _lengths(text: str) -> Iterator[str]:
    for sentence in (each for each in _SENTENCE.split(text) if len(each) <= _LONGEST):
        words = letterwise(sentence)
        if _OTHER.search(words) is None and not hours_in(sentence) and not is_due(sentence):
            spans = [(begin, end) for _, begin, end in lengths_in(sentence) if not _BEHIND.match(words, end)]
            yield from (said for each in spans if any(map(str.isalpha, said := sentence[slice(*each)].strip())))
