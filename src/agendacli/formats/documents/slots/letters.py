"""What a letter says around its programme: when it was written, for when it invites, and how it closes."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import takewhile

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.slots.columns import heads_columns
from agendacli.formats.documents.slots.mentions import Mention, invites, is_no_programme, mentions_in
from agendacli.formats.documents.slots.slot import Reach
from agendacli.formats.documents.tokens.addresses import is_house_address
from agendacli.formats.documents.tokens.days import days_in
from agendacli.formats.documents.tokens.hours import leading_hours
from agendacli.formats.documents.tokens.letterwise import letterwise
from agendacli.formats.documents.tokens.places import (
    is_place,
    is_room,
    room_among,
    room_in_title,
    room_of_all,
    room_of_line,
    room_where,
    with_capital,
)
from agendacli.formats.documents.tokens.rooms import room_label
from agendacli.formats.documents.tokens.unknown_places import place_by_form, place_for_all

_SALUTATION = re.compile(
    r"\W*(?:dear|excellenc(?:y|ies)|your excellenc(?:y|ies)|madam|sirs?|ladies|to (?:all|the) members|colleagues|"
    r"madame|monsieur|mesdames|messieurs|chere?s?|sehr geehrte[rs]?|liebe[rs]?|werte|hochverehrte[rs]?|an alle|"
    r"estimad[oa]s?|querid[oa]s?|senor(?:a|es|as)?|excelentisim[oa]s?|distinguid[oa]s?)\b"
)
_CLOSING = re.compile(
    r"\W*(?:please accept\b|yours (?:sincerely|faithfully|truly)|sincerely\W*$|respectfully\W*$|"
    r"(?:with )?(?:kind|best|warm) regards|(?:all the )?best(?: wishes)?\W*$|je vous prie\b|nous vous prions\b|"
    r"veuillez agreer|(?:bien )?cordialement|(?:meilleures|sinceres) salutations|"
    r"mit (?:freundlichen|besten|herzlichen|lieben) gru|hochachtungsvoll|"
    r"with (?:every|all|much|many|our|my)? ?(?:good |best |kind |warm )?(?:blessings?|love|thanks|wishes|greetings)|"
    r"(?:many )?thanks\W*$|thank you\W*$|love,?\W*$|cheers\W*$|see you (?:there|then|soon)|looking forward\b|"
    r"bis (?:bald|dann)\W*$|a bientot\W*$|bien a vous|amicalement|hasta (?:pronto|entonces)\W*$|un abrazo|"
    r"(?:(?:with|in) )?(?:[a-z]+ ){0,2}(?:wishes|solidarity|solidaritat|solidarite)\W*$|"
    r"(?:mit |ganz |viele |schone |sehr )?"
    r"(?:viele|schone|bunte|freundliche|herzliche|liebe|beste)n? (?:gru(?:ss|s|ß)e|wunsche)n?\b|"
    r"atentamente|(?:muy )?cordialmente|(?:un )?(?:cordial )?saludos?\W*$|reciba\b)"
)
_BEHIND_PLACE = re.compile(r"[^\W\d_], *(?:den|le|the|el|a)? *$")
_ALL = re.compile(
    r"\b(?:everything|the (?:whole|entire) (?:day|morning|afternoon|evening|programme|event|week|weekend)|both days|"
    r"(?:today|tomorrow|on (?:day (?:one|two|three|\d)|the (?:first|second|third|last) day)),? we (?:are|meet)|"
    r"d(?:er|en) ganzen? (?:tag|vormittag|nachmittag|abend)|heute sind wir|toute la (?:journee|matinee)|"
    r"tout l.apres-midi|tod[oa] (?:el dia|la manana|la tarde)|"
    r"(?:all|each)(?: of)?(?: the| our)?(?: \w+)? (?:talks?|sessions?|lectures?|meetings?|events?|"
    r"class(?:es)?|rehearsals?|concerts?|"
    r"courses?|screenings?|films?|workshops?|evenings?|performances?)|(?:all|each|every)(?: \w+){1,3} (?:is|are|takes?|"
    r"meets?|will)|unless|otherwise|except where|"
    r"(?:the|die|les|las|los) (?:talks|sessions|lectures|workshops|vortrage|veranstaltungen|sitzungen|seances|"
    r"conferences|exposes|ateliers|sesiones|charlas|conferencias|ponencias|actividades|talleres)"
    r" (?:are|will|take|finden|sind|ont|auront|sont|se celebr\w+|tienen|tendran|son|seran)|"
    r"alle|jeweils|sofern|soweit nicht|wenn nicht|tou(?:te)?s les|chaque|sauf|tod[oa]s|cada|salvo)\b"
)
_WE_MEET = re.compile(
    r"\b(?:we (?:will )?meet|we are in\b.{3,40}\ball day|wir (?:tagen|treffen uns|sind)|"
    r"nous (?:nous reunissons|serons)|nos reunimos)\b"
)
_UNLESS = re.compile(
    r"\b(?:unless|except where|if not|sofern nicht|soweit nicht|wenn nicht|falls nicht|"
    r"sauf (?:indication|mention)|salvo|as (?:usual|always)|wie (?:immer|ublich|gewohnt)|wo nichts|"
    r"comme (?:d.habitude|toujours)|como (?:siempre|de costumbre)|"
    r"(?:a menos|excepto) (?:que|donde|cuando|si))\b"
)
_SESSIONS = re.compile(
    r"\b(?:all|each)(?: of)?(?: the| our)? (?:sessions?|sittings?|hearings?|talks?|lectures?|papers)\b|"
    r"\balle (?:sitzungen|vortrage)\b|\btoutes les (?:seances|sessions|conferences|audiences)\b|"
    r"\btodas las (?:sesiones|charlas|audiencias|vistas)\b"
)
_EVERYTHING = re.compile(
    r"\b(?:everything|alles|tout|todo)\b|"
    r"\b(?:includ\w*|and|also|auch|inklusive|y compris|incluid\w*|tambien)\b[^.;]{0,15}"
    r"\b(?:meals|lunch|breaks|mahlzeiten|pausen|repas|comidas)"
)
_DUE = re.compile(
    r"\b(?:regist|sign up|book|deadline|due|submit|apply|reply|rsvp|anmeld|melde|frist|inscri|reserv|tickets?|"
    r"park(?:ing)?\b|last year|previous|letzte[sn] jahr|l.an dernier|ano pasado)"
)
_NEXT_SENTENCE = re.compile(r"(?<=[^\W_]{2}[.!?])\s+(?=[^\W\d_a-z])|(?<=[^\W_]\)[.!?])\s+")
_WHERE = re.compile(r" (?:am|an der|auf dem|bei|beim|hinter|neben|by the|behind|de la|del|du|au bord|junto)\b|,")
_FLOOR = re.compile(r"\W*(?:level|floor|etage|stock|planta|piso)\b[ \d]*$|\d+\w* (?:floor|etage|stock|planta|piso)$")
_APART = re.compile(r"\s+[–—|·•-]+\s+|,\s+")
_OF_HOUSE = re.compile(r" (?:of|in|at|im|in der|des|der|du|de la|del?) (?:the |la )?(?=[^\W\d_a-z])")
_INSTITUTION = re.compile(
    r"(?:universi\w+|institut\w*|hotel|hochschule|academ\w+|college)\b|"
    r".*\b(?:university|institute|hotel)$"
)
_FIRST = 3  # letters
_TOP, _MOST_BESIDE, _MOST_PARTS, _MOST_IN_NAME, _MOST_ABOVE = 20, 3, 5, 4, 4


def dateline_of(lines: Sequence[Line]) -> Line | None:
    """The line on which a letter says when it was written; None where it neither greets below nor names a later day."""
    head = [*takewhile(lambda each: not leading_hours(each.text)[0], lines[: 2 * _TOP])]
    greeting = max((n for n, line in enumerate(head) if _SALUTATION.match(letterwise(line.text))), default=0)
    if not greeting:
        return _ungreeted(lines)
    above = lines[: min(greeting, _TOP)]
    alone = next((line for line in above if _is_date_alone(line)), None)
    if alone and not _may_be_written(alone, lines[greeting:]):
        return None
    return alone or next((line for line in above if _is_behind_place(line, lines[greeting:])), None)


def _ungreeted(lines: Sequence[Line]) -> Line | None:
    """Place and date, or a date alone, at the top where nobody is greeted, if a later day is named above the times."""
    head = [*takewhile(lambda each: not leading_hours(each.text)[0], lines)]
    named = [(line, mention) for line in head for _, mention in mentions_in(line.text)]
    said = [line for line, mention in named if mention <= Mention.NAMED]
    announced = [line for line, mention in named if mention is Mention.ANNOUNCED]
    top = lines[:_MOST_ABOVE]
    return next(
        (each for each in top if _is_behind_place(each, said) or (_is_date_alone(each) and _is_later(each, announced))),
        None,
    )


def _is_later(line: Line, below: Sequence[Line]) -> bool:
    """Whether lines name a day after that of a line, which says no weekday."""
    day = days_in(line.text)[0]
    written = day.in_year(day.year or 0)
    return written is not None and day.weekday is None and any(each > written for each in _dates(below, written.year))


def _is_date_alone(line: Line) -> bool:
    days = days_in(line.text)
    beside = re.findall(r"[^\W\d_]+", line.text[: days[0].at] + line.text[days[0].to :]) if days else []
    is_one = len(days) == 1 and days[0].is_dated and days[0].last is None  # a letter is of one day
    return is_one and bool(days[0].year) and len(beside) <= _MOST_BESIDE


def _may_be_written(line: Line, below: Sequence[Line]) -> bool:
    """Whether a letter may be of the day that stands alone: with its weekday it is, if a later one stands below."""
    day = days_in(line.text)[0]
    written = day.in_year(day.year or 0)
    head = [*takewhile(lambda each: not leading_hours(each.text)[0], below)]
    inviting = (each for each in below[len(head) :] if invites(each.text))
    said = [each for each in (*head, *inviting) if not is_no_programme(each.text)]
    announced = [each for each in said if any(mention is Mention.ANNOUNCED for _, mention in mentions_in(each.text))]
    return day.weekday is None or written is None or any(each > written for each in _dates(announced, written.year))


def _is_behind_place(line: Line, below: Sequence[Line]) -> bool:
    """Whether a line ends with place and date, `Harbour Club · Lisbon, 3 May 2026`, and a later day stands below."""
    days = days_in(line.text)
    year = days[0].year if len(days) == 1 and days[0].weekday is None and days[0].last is None else None
    written = days[0].in_year(year) if year else None
    is_end = bool(days) and not line.text[days[0].to :].strip(" .") and _BEHIND_PLACE.search(line.text[: days[0].at])
    if not (written and year and is_end):
        return False
    return any(each > written for each in _dates(below, year))


def _dates(lines: Sequence[Line], usual: int) -> Iterator[date]:
    """The dates that lines name, those without a year in the usual one."""
    days = (each for line in lines for each in days_in(line.text) if each.is_dated)
    return (made for each in days if (made := each.in_year(each.year or usual)))


def room_of_whole(line: Line, *, is_below_day: bool) -> str | None:
    """The room that a line above a programme names for all of it."""
    if heads_columns(line.text):
        return None
    if _UNLESS.search(letterwise(line.text)) and (room := _where(line.text) or room_among(line.text)):
        return room
    days = days_in(line.text)
    is_sentence = re.search(r"[a-z]\.\s*$", line.text) is not None
    if invites(line.text) or (is_sentence and speaks_of_all(line.text)):
        return _where(line.text)
    is_dated = any(each.is_dated for each in days) and not is_no_programme(line.text)
    if is_dated and (not is_sentence or days[0].at < _FIRST):
        return room_among(line.text)
    label = room_label(line.text)
    if label and not line.is_bullet:
        return _of_label(label)
    return None if _ends_sentence(line.text) else _room_alone(line, is_below_day=is_below_day)


def _room_alone(line: Line, *, is_below_day: bool) -> str | None:
    """The room of a line that names it and its house, or what takes place in it."""
    return (
        room_behind_house(line.text)
        or (room_of_line(line.text) if is_below_day else room_in_title(line.text))
        or _room_with_address(line)
    )


def _ends_sentence(text: str) -> bool:
    """Whether a line is the end of a sentence that began above it."""
    return text[:1].islower() and text.endswith(".")


def _of_label(text: str) -> str | None:
    """The room behind a word for one, `Ort: Sportplatz am Bach`, if it is one; a whole house is none."""
    head = _WHERE.split(letterwise(text), maxsplit=1)[0]
    first = text.partition(",")[0].strip()
    is_field = len(head) < len(first) and is_place(text[: len(head)])
    if _FLOOR.match(head):
        return None
    return room_among(text) or (first if is_room(with_capital(first)) or is_field or is_room(first.title()) else None)


def room_behind_house(text: str) -> str | None:
    """The room at the end of a line that names its house and town alone: `Elk Lodge, Kalispell – Glacier Ballroom`."""
    parts = [each.strip() for each in _APART.split(text)]
    are_names = all(each[:1].isupper() and len(each.split()) <= _MOST_IN_NAME for each in parts)
    is_house = any(is_place(each) or _INSTITUTION.match(letterwise(each)) for each in parts[:-1])
    return parts[-1] if 1 < len(parts) <= _MOST_PARTS and are_names and is_house and is_room(parts[-1]) else None


def _room_with_address(line: Line) -> str | None:
    """The room with which a line begins that goes on with a house or an address: `Sala Goya, Calle Mayor 7, Teruel`."""
    house = _OF_HOUSE.search(line.text)
    if house and is_room(line.text[: house.start()]) and is_place(line.text[house.end() :].partition(",")[0]):
        return line.text[: house.start()]
    first, _, behind = line.text.partition(",")
    return first.strip() if is_room(first) and not line.is_bullet and is_house_address(behind.split(",")[0]) else None


def room_of_sentences(lines: Sequence[Line]) -> str | None:
    """The room that a sentence of wrapped lines, or of a paragraph, names for all of a programme."""
    text = " ".join(line.text for line in lines)
    said = _NEXT_SENTENCE.split(text)
    rooms = ((_where(each) if _is_of_whole(each) else None) or _labelled(each) for each in said)
    return next(filter(None, rooms), None)


def _labelled(sentence: str) -> str | None:
    """The room that a sentence is, behind a word for one: `Venue: Lecture Theatre B for the whole programme.`"""
    label = room_label(sentence)
    return _of_label(label) if label else None


def _where(sentence: str) -> str | None:
    """Where a sentence says that something is; in small letters, too, if it says so of everything."""
    is_of_all = _ALL.search(letterwise(sentence)) is not None
    where = room_of_all if is_of_all else room_where
    room = where(sentence) or ((place_for_all(sentence) or place_by_form(sentence)) if is_of_all else None)
    day = next((each for each in days_in(room) if each.is_dated), None) if room else None
    return (
        where(f"is {sentence[sentence.index(room) + day.to :].strip()}") if room and day else room
    )  # `on 9 February 2027 in Committee Room 5`


def speaks_of_all(sentence: str) -> bool:
    """Whether a sentence speaks of all there is, or of where all meet."""
    words = letterwise(sentence)
    return _ALL.search(words) is not None or _WE_MEET.search(words) is not None


def _is_of_whole(sentence: str) -> bool:
    """Whether a sentence says of all of it where it is: it invites, names a date, or speaks of everything."""
    is_of_day = any(each.is_dated for each in days_in(sentence)) and not is_no_programme(sentence)
    is_said = invites(sentence) or is_of_day or speaks_of_all(sentence)
    return is_said and _DUE.search(letterwise(sentence)) is None


def is_due(text: str) -> bool:
    """Whether a sentence is of a deadline, of tickets and the like, or of another year."""
    return _DUE.search(letterwise(text)) is not None


def reach_of(text: str) -> Reach:
    """For what the room of a text is said: `Unless noted otherwise we are in Room 114` speaks of sessions alone."""
    words = letterwise(text)
    if _EVERYTHING.search(words):
        return "all"
    return "sessions" if any(each.search(words) for each in (_UNLESS, _SESSIONS)) else "breaks"


def closes_letter(text: str) -> bool:
    """Whether a line takes leave: who is named below it writes, and takes part in nothing."""
    return _CLOSING.match(letterwise(text)) is not None
