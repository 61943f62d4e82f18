"""Times behind a word for one, below the title: `Zeit: Mo. 23. 9., 9:00–12:30 Uhr`; and times that a sentence names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.slots.mentions import is_of_others
from agendacli.formats.documents.slots.slot import DayHeading, Slot
from agendacli.formats.documents.tokens.days import days_in
from agendacli.formats.documents.tokens.hours import HoursWords, hours_in
from agendacli.formats.documents.tokens.letterwise import letterwise
from agendacli.formats.documents.tokens.rooms import room_in_sentence
from agendacli.words.folded import folded_words

_LABEL = re.compile(
    r"\W*(?:zeit|uhrzeit|time|when|wann|date and time|horaire|heure|quand|hora|cuando|fecha y hora|termin)\b *:"
)
_HELD = re.compile(
    r"(?:^|[.;:] )(?:(?:the|die|der|das|la|le|el|our|this) )?(?P<title>[^.;:]{4,140}?) +"
    r"(?:will +(?:be +held|take +place|meet)|(?:is|are) +(?:to +be +held|scheduled)|takes? +place|findet|finden|"
    r"aura +lieu|se +tiendra|se +celebrara|tendra +lugar)\b"
)
_TO = re.compile(r"^\W*(?:to the|zur|zum|zu der|à la|à l[’']|au|a la|al)\s+", re.IGNORECASE)
_INVITING = re.compile(
    r"^.*\b(?:convo[ck]|invit|einlad|laden)\w*\b.*?\b(?:to the|to|zur|zum|à la|au|a la|al)\s+", re.IGNORECASE
)
_LONGEST, _LONGEST_TITLE = 600, 140
_OF_SENTENCE = "read from a sentence"


def labelled_hours(line: Line) -> tuple[HoursWords, ...]:
    """The hours of a line that begins with a word for them."""
    return hours_in(line.text)[:1] if _LABEL.match(letterwise(line.text)) else ()


def day_beside(line: Line, place: int) -> DayHeading | None:
    """The first day that such a line names."""
    days = [each for each in days_in(line.text) if each.day is not None or each.weekday is not None]
    return DayHeading(days[0], line, place) if days else None


def slots_of_sentences(lines: Sequence[Line], title: str) -> Iterator[Slot]:
    """The slot of the first sentence that says day and hours of a meeting, for a document without any programme."""
    for n, line in enumerate(lines):
        days = [each for each in days_in(line.text) if each.is_dated and not each.last]
        hours = hours_in(line.text)
        if days and hours and len(line.text) <= _LONGEST and not is_of_others(line.text):
            held = _HELD.search(letterwise(line.text))
            said = _called(line.text[held.start("title") : held.end("title")]) if held else title
            slot = Slot(DayHeading(days[0], line), hours[0], line, doubts=[_OF_SENTENCE])
            slot.lines = [_title(said.strip(), line, lines[:n])] if said.strip() else []
            room = room_in_sentence(line.text)
            slot.room = replace(line, text=room, pieces=()) if room else None
            yield slot
            return


def _called(text: str) -> str:
    """What a sentence that invites says is held: `the session` of `I invite you to the session, which`."""
    return re.sub(r"[ ,]+(?:que|which|that|die|das|der|qui)\s*$", "", _INVITING.sub("", text, count=1))


def _title(said: str, line: Line, above: Sequence[Line]) -> Line:
    """The line above that says in more words what a sentence calls by one: `the 14th meeting of the council`."""
    words = folded_words(said)
    if len(words) == 1:
        for other in above:
            if words[0] in folded_words(other.text)[1:] and len(other.text) <= _LONGEST_TITLE:
                return replace(other, text=_TO.sub("", other.text, count=1), pieces=(), level=0)
    return replace(line, text=said, pieces=())
