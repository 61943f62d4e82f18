"""What may be the end of a session that has none: a reason to doubt that."""

import re
from collections.abc import Iterator

from agendacli.formats.documents.page import whole_text
from agendacli.formats.documents.slots.letters import is_due
from agendacli.formats.documents.slots.notices import reads_like_notice
from agendacli.formats.documents.slots.slot import Slot
from agendacli.formats.documents.tokens.hours import hours_in
from agendacli.formats.documents.tokens.letterwise import letterwise
from agendacli.formats.documents.tokens.minutes import lengths_in
from agendacli.formats.documents.values.told import ToldSession

_BEHIND_START = re.compile(r"\s*[-–—]+\s*(\d{1,2}(?:[^\w\s.,:]\S*|[.:]\d?$))")
_ENDING = re.compile(
    r"\b(?:finish|ends?|clos|conclu|endet?|schluss|fini|fin\b|termin|acab|over|done|back|zuruck|retour|vuelta)\w*\W{1,3}(?:\w+\W){0,2}$"
)
_TILL = re.compile(r"\b(?:till?|until|to|bis|jusqu.a|hasta)(?: (?:las|ca\.?|about|etwa))? *$")
_TIME_ALONE = re.compile(  # with what is left of the mark of a start: `a-11:00a`
    r"[ap]?\W*(?:\d{3,4}|\d{1,2}\W\d\d)[aphm.]{0,4}(?:\W+(?:\d{3,4}|\d{1,2}\W\d\d))?\W*"
)
_SENTENCE = re.compile(r"(?<=\w{3})[.!?;]\s+")
_BEHIND = re.compile(  # of a way, of parts, or of how long before
    r"[ ,-]*(?:away|walk\w*|from|before|earlier|later|early|late|beforehand|after|ago|old|on foot|by|each|apiece|per|"
    r"of|break|pause|notice|fussweg|zu fuss|entfernt|vor\w*|zuvor|fruher|spater|nach\w*|alt|je|jeweils|pro|a pied|"
    r"de marche|avant|apres|plus|chacune?|par|a pie|antes|despues|mas|cada|por|andando)\b|['’] ?(?:walk|drive)"
)
_OTHER = re.compile(
    r"\b(?:bus|coach|train|drive|journey|ride|break|interval|every|each|je|jeweils|alle|fahrt|fahren|anfahrt|zug|weg|"
    r"pause|trajet|car|toutes|chaque|entracte|viaje|trayecto|tren|autobus|cada|descanso|wait|warten|attend\w*|esper\w*|"
    r"late|within|binnen|innerhalb)\b"
)
_UNIT = re.compile(r"min|hr|hour|stund|heure|hora", re.IGNORECASE)  # `19h` may be a time
_LONGEST = 400


def odd_end(session: ToldSession, slot: Slot) -> Iterator[str]:
    """Why a session without an end may have one."""
    found = _BEHIND_START.match(slot.at.text, slot.hours.to)
    if found:
        yield f"`{found[1]}` behind the start may be an end"
    title = session.title.value
    texts = (*(line.text for line in session.notes), *((title,) if not is_due(title) else ()))
    yield from (f"it may be {text.strip()}" for text in texts if _TIME_ALONE.fullmatch(text))
    for text in texts:
        words = _TILL if text is title else _ENDING
        ends = (each for each in hours_in(text) if words.search(letterwise(text[: each.at])))
        yield from (f"it may be {each.text.strip()}" for each in ends)
    cited = (each.line.text for each in session.people)
    for text in dict.fromkeys((whole_text(line.text for line in session.notes), title, *cited)):
        yield from (f"it may last {each}" for each in _lengths(text))


def _lengths(text: str) -> Iterator[str]:
    """The lengths that the sentences of a text say, but for those of other things, and for times: `vers 19h`."""
    for sentence in (each for each in _SENTENCE.split(text) if len(each) <= _LONGEST):
        words = letterwise(sentence)
        is_other = _OTHER.search(words) or is_due(sentence) or reads_like_notice(sentence)
        times = [(each.at, each.to) for each in hours_in(sentence)]
        for _, at, to in () if is_other else lengths_in(sentence):
            said = sentence[at:to].strip()
            is_time = _UNIT.search(said) is None and any(begin < to and at < end for begin, end in times)
            if not (is_time or _BEHIND.match(words, to)) and any(map(str.isalpha, said)):
                yield said
