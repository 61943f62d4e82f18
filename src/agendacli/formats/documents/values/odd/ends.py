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
_ENDING = re.compile(r"\b(?:finish|ends?|clos|conclu|endet?|schluss|fini|fin\b|termin|acab)\w*\W{1,3}(?:\w+\W){0,2}$")
_TILL = re.compile(r"\b(?:till?|until|to|bis|jusqu.a|hasta)(?: (?:las|ca\.?|about|etwa))? *$")
_TIME_ALONE = re.compile(r"\W*(?:\d{3,4}|\d{1,2}\W\d\d)(?:\W+(?:\d{3,4}|\d{1,2}\W\d\d))?\W*")
_OF_OTHER = re.compile(  # `5 min each`, `ten minutes' walk`, `20 minutes before`
    r"\W*(?:each|apiece|walk|drive|away|before|early|late|beforehand|je\b|vorher|zuvor|fu(?:ß|ss)|chacun|avant|"
    r"a pied|cada|antes|andando)"
)
_AT_MOST = re.compile(
    r"\b(?:at most|max\w*|up to|hochstens|bis zu|au plus|como maximo|after|nach|apres|tras|every|alle)\W*$"
)
_LONGEST = 600


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
    for text in (whole_text(line.text for line in session.notes), title):
        yield from (f"it may last {each}" for each in _lengths(text))


def _lengths(text: str) -> Iterator[str]:
    """The lengths that a text says, but for those of other things, and for times that look like one: `vers 19h`."""
    if len(text) > _LONGEST or reads_like_notice(text):
        return
    times = [(each.at, each.to) for each in hours_in(text)]
    for _, at, to in lengths_in(text):
        is_time = any(begin < to and at < end for begin, end in times)
        is_other = _OF_OTHER.match(letterwise(text[to:])) or _AT_MOST.search(letterwise(text[:at]))
        if not (is_time or is_other):
            yield text[at:to].strip()
