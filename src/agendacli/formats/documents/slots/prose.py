"""Programmes told in running text: `On Saturday 7 November we start at half past nine with a welcome by …`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from agendacli.formats.documents.page import Document, Line
from agendacli.formats.documents.slots.labelled import slots_of_sentences
from agendacli.formats.documents.slots.letters import closes_letter, is_due
from agendacli.formats.documents.slots.mentions import is_no_programme
from agendacli.formats.documents.slots.notices import is_notice
from agendacli.formats.documents.slots.slot import DayHeading, Found, Slot
from agendacli.formats.documents.tokens.days import days_in
from agendacli.formats.documents.tokens.hours import HoursWords, hours_in
from agendacli.formats.documents.tokens.letterwise import letterwise
from agendacli.formats.documents.tokens.places import place_within
from agendacli.formats.documents.tokens.rooms import names_room
from agendacli.formats.documents.tokens.spoken_hours import spoken_hours
from agendacli.model.frozen import frozen
from agendacli.words.honorifics import is_honorific

OF_PROSE = "read from running text"
"""Why the title of a session may be doubted."""

_LEAST, _MANY = 4, 12
_LONGEST, _LONGEST_PARAGRAPH = 600, 3000  # a sentence, and what it may stand in
_NEXT_SENTENCE = re.compile(
    r"(?<=[^\W_]{2}[.!?])\s+(?=[^\W\d_a-z])|(?<=[)\d][.!?])\s+(?=[A-Z])|(?<=[ap]m[.!?])\s+(?=\S)"
)
_BOUND = re.compile(
    r"(?:,|;|\.)?\s*(?:\b(?:and|but|und|et|y)\b)?\s*(?:then|after that|afterwards|later|puis|dann|luego)?\s*"
    r"(?:from|at|between)?\s*$",
    re.IGNORECASE,
)
_VERB = (
    r"(?:is|are|runs?|goes|will be|starts?|begins?|opens?|follows?|resumes?|takes place|"
    r"(?:we|there)(?:['’]ll| will|['’]re| are|['’]ve)? ?(?:start|begin|open|stop|break|finish|end|close|meet|gather|"
    r"reconvene|resume|have|hold|host|eat|is|are|be)?(?: off| up| with)?|"
    r"(?:beginn\w*|starten|startet|treffen|endet?|enden|schließen|haben|essen|machen)(?: wir)?(?: uns)?|"
    r"ist|sind|folgt|folgen|gibt es|geht es|findet|"
    r"(?:nous|on) (?:commen\w+|ouvr\w+|termin\w+|fini\w+|aur\w+|av\w+)|a lieu|aura lieu|est|sera|il y aura|suivra?|"
    r"(?:empez|empiez|comenz|comienz|abr|termin|tendr|hay|habr|ser[aá])\w*)"
)
_LEAD = re.compile(
    r"[\s,;:.–-]*(?:(?:and|but|then|also|"
    r"in the (?:morning|afternoon|evening)|after (?:lunch|that|dinner)|from|until|at|on|"
    r"uhr|dann|danach|und|am (?:vormittag|nachmittag|abend)|puis|ensuite|et|luego|después|y)\b[\s,]*)*"
    rf"(?:{_VERB}\b)?(?:\s*\b(?:with|for|by|mit|zu[mr]?|par|avec|con)\b)?[\s,;:–-]*"
    r"(?:(?:the|an?|our|your|some|der|die|das|dem|den|eine[mnr]?|ein|les?|la|une?|des?|el|los|las|una?)\s+|l[’'])?",
    re.IGNORECASE,
)
_TAIL = re.compile(
    rf"[\s,;:(–-]*(?:\b(?:{_VERB}|and|then|from|at|between|starting|also|again|on|until|about|around|"
    r"am|um|ab|von|gegen|uhr|dann|à|de|le|a|las|el)\b[\s,;:(–-]*)*$",
    re.IGNORECASE,
)
_NAME = r"[^\W\d_a-z][\w’'.-]+(?: (?:(?:de|van|von|of) )*[^\W\d_a-z][\w’'.-]+)+"
_SPEAKS = re.compile(
    rf"(?P<who>{_NAME}) (?:will )?(?:speaks?|talks?|lectures?|presents?|reports?|introduces?|parle(?:ra)?|habla(?:rá)?|"
    r"shows?|leads?|judges?|runs?|teaches|tells|explains?|leitet|zeigt|liest|anime|dirige|présente|presenta)"
    r"(?: (?:to )?us\b)?(?: (?:on|about|de|du|des|sobre))? (?P<what>.+)"
)
_SPRICHT = re.compile(
    rf"(?:spricht|referiert|berichtet|erzählt) (?P<who>(?:(?:Herr|Frau|Dr\.|Prof\.) )*{_NAME}) (?:über|zu[mr]?|von) "
    r"(?P<what>.+)"
)
_ZEIGT = re.compile(
    rf"(?:zeigt|liest|spielt|leitet|führt(?: uns)?|erklärt) (?P<who>(?:Herr |Frau )?{_NAME})(?: uns)? (?P<what>.+)"
)
_BY = re.compile(
    r",? *\b(?:(?P<verb>run|led|given|presented|"
    r"chaired|moderated|hosted|taught|animée?|moderiert|geleitet|(?:presentad|guiad|dirigid)[oa]) )?"
    rf"(?:by|with|from|von|durch|mit|par|avec|por|con)\s+(?:(?:the|der|die|le|la|el) [a-zà-ÿ]+ )?"
    rf"(?P<who>{_NAME}(?:(?:, | and |, and | und | et | y ){_NAME})*)"
)
_ROLES = {"chaired": "chair", "moderated": "moderator", "moderiert": "moderator"}
_ROOM = re.compile(
    r"(?:,? *\b(?:also |again )?(?:in|at|im|dans|en)\b (?:the |our |der |la |le |el )?|, *)"
    r"(?P<room>(?:salle |sala |salón )?[^\W\d_a-z][\w’'-]*(?: (?:[^\W\d_a-z][\w’'-]*|\d+))*|"
    r"(?:salle|sala) \d+)(?: again)?(?=\W|$)"
)
_MORE = re.compile(  # behind a time: the room, and who leads
    r"(?:,?\s+(?:also |again )?(?:in|at|im|in der|dans|en)\s[^,;.]{3,40})?"
    r"(?:,?\s+(?:\w+ )?(?:by|with|von|mit|par|avec|por|con)\s(?:[A-Z]\w{1,3}\. )?[^,;.]{3,50})?"
)
_HALL = re.compile(r"\b(?:club|arms|inn|house|cafe|café|pub)\b", re.IGNORECASE)


@frozen
class _Sentence:
    """A sentence and the lines over which it goes."""

    text: str
    first: Line
    last: Line

    def line(self, text: str) -> Line:
        """A part of it, cited with the lines over which it goes."""
        end = self.last.ends
        return replace(self.first, text=text, pieces=(), last=end if end > self.first.line else 0, level=0)


def take_sentences(found: Found, document: Document) -> None:
    """Replace the slots of a document whose times stand in sentences, all but those that begin a line by chance."""
    lines = document.lines
    told = prose_slots(lines) if len(found.slots) < _MANY else []
    if len(told) < _LEAST * max(1, len(found.slots)):
        told = [] if found.slots else [*slots_of_sentences(lines, document.title)]
    if told:
        found.slots[:] = told
        found.days.clear()
        found.add_days(*(each.day for each in told if each.day))


def prose_slots(lines: Sequence[Line]) -> list[Slot]:
    """The slots of sentences that name times, each below the last day named; none before the first day."""
    found: list[Slot] = []
    day: DayHeading | None = None
    for sentence in _sentences(lines):
        days = [each for each in days_in(sentence.text) if each.is_dated and not each.last]
        if is_due(sentence.text) or is_no_programme(sentence.text) or _is_notice(sentence.text):
            continue
        day = DayHeading(days[0], sentence.line(sentence.text)) if days else day
        if day:
            found += _slots(sentence, day)
    return found


def _is_notice(text: str) -> bool:
    """Whether a sentence says until when something is asked for: `reach me by 5pm`, or when an office is open."""
    return any(is_notice(text[: each.at]) for each in hours_in(text))


def _sentences(lines: Sequence[Line]) -> Iterator[_Sentence]:
    for block in _paragraphs(lines):
        text, begins = "", list[int]()
        for line in block:
            text += " " if text else ""
            begins.append(len(text))
            text += line.text
        if len(text) > _LONGEST_PARAGRAPH:
            continue
        days = days_in(text)
        cuts = [
            each.end()
            for each in _NEXT_SENTENCE.finditer(text)
            if not is_honorific(text[: each.start()].rpartition(" ")[2])
        ]
        ends = [cut for cut in cuts if not any(day.at < cut < day.to for day in days)]  # `9. Mai`
        for begin, end in zip([0, *ends], [*ends, len(text)], strict=True):
            over = [line for at, line in zip(begins, block, strict=True) if at < end and at + len(line.text) > begin]
            said = text[begin:end].strip()
            yield from [_Sentence(said, over[0], over[-1])] if said and len(said) <= _LONGEST else []


def _paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines as paragraphs, up to that which takes leave."""
    block: list[Line] = []
    for line in lines:
        if closes_letter(line.text):
            break
        above = block[-1] if block else None
        if above and (line.line > above.ends + 1 or line.is_bullet or line.page != above.page):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _slots(sentence: _Sentence, day: DayHeading) -> Iterator[Slot]:
    text = sentence.text
    days = days_in(text)
    read = sorted((*spoken_hours(text), *hours_in(text)), key=lambda each: each.at)
    hours = [each for each in read if not any(one.at < each.to and each.at < one.to for one in days)]
    for n, each in enumerate(hours):
        before = text[hours[n - 1].to if n else 0 : each.at]
        behind = text[each.to : hours[n + 1].at if n + 1 < len(hours) else len(text)]
        said = _said_before(before, is_first=n == 0)
        more = _MORE.match(behind) if said else None
        said = said or _plain(behind)
        if said:
            yield _slot(sentence, day, each, (said, _plain(more[0]) if more else ""))


def _said_before(text: str, *, is_first: bool) -> str:
    """What a clause says before its time: `Lunch is`, `We stop for coffee at`; nothing where it leads to the time."""
    if not is_first:
        return ""
    for each in reversed(days_in(text)):
        text = f"{text[: each.at].removesuffix('On ').removesuffix('Am ').removesuffix('am ')}{text[each.to :]}"
    return _plain(_TAIL.sub("", text))


def _plain(text: str) -> str:
    """A clause without the words that lead to what it names, and those that lead on to the next time."""
    short = _BOUND.sub("", text.strip()).strip(" .,;")
    return short[lead.end() :].strip() if (lead := _LEAD.match(short)) else short


def _slot(sentence: _Sentence, day: DayHeading, hours: HoursWords, parts: tuple[str, str]) -> Slot:
    """A slot of what is said before its time, or behind it; what goes on there is a line below, joined to nothing."""
    said, *more = parts
    slot = Slot(day, hours, sentence.line(sentence.text), doubts=[OF_PROSE])
    rooms = [each for each in _ROOM.finditer(said) if names_room(each["room"]) or _HALL.search(each["room"])]
    if rooms:
        slot.columns["room"] = [sentence.line(rooms[0]["room"])]
        said, rest = _parted(said[: rooms[0].start()], said[rooms[0].end() :])
        more.append(rest)
    elif (placed := place_within(said)) and _plain(f"{placed.before}{placed.behind}"):
        slot.columns["room"] = [sentence.line(placed.place)]
        said, rest = _parted(placed.before, placed.behind)
        more.append(rest)
    speaks, by = _SPEAKS.match(said) or _SPRICHT.match(said) or _ZEIGT.match(said), _BY.search(said)
    who, title = "", said
    if speaks:
        who, title = speaks["who"].strip(), speaks["what"]
    elif by:
        who = by["who"]
        title, rest = _parted(said[: by.start()], said[by.end() :])
        more.append(rest)
    elif beside := next((found for each in more if (found := _BY.search(each))), None):
        by, who = beside, beside["who"]
        more.remove(beside.string)
        more += (_plain(each) for each in (beside.string[: beside.start()], beside.string[beside.end() :]))
    title = _plain(title)
    if who:
        is_panel = letterwise(title).startswith("panel")
        role = _ROLES.get((by and by["verb"]) or "", "panellist" if is_panel else "speaker")
        slot.roles[role] = [sentence.line(who)]
    slot.columns["title"] = [sentence.line(title)]
    if any(more):
        slot.columns["more"] = [sentence.line(each) for each in more if each]
    return slot


def _parted(before: str, behind: str) -> tuple[str, str]:
    """The title before what is taken out of a clause, and what goes on behind that, if both are some."""
    first, rest = _plain(before), behind.strip(" .,;")
    return (first, rest) if first else (_plain(rest), "")
