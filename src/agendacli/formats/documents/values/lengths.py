"""Ends and times that a session prints elsewhere than beside its start: a length, or hours of its own in its title."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.slots.lengths_apart import is_length
from agendacli.formats.documents.slots.notices import is_notice
from agendacli.formats.documents.slots.slot import Slot
from agendacli.formats.documents.tokens.hours import hours_in, leading_hours
from agendacli.formats.documents.tokens.letterwise import letterwise
from agendacli.formats.documents.tokens.minutes import behind_label, is_length_alone, lengths_in, minutes_said
from agendacli.formats.documents.tokens.rooms import room_at_end
from agendacli.formats.documents.tokens.session_kinds import kind_of_session, kinds_named
from agendacli.formats.documents.values.times import NEXT_ROW, clock_words
from agendacli.formats.documents.values.told import WHOLE_PART, Told, ToldSession
from agendacli.formats.documents.values.usual import is_beside
from agendacli.words.kinds import is_transparent, kind_in_title
from agendacli.words.times.forms import MINUTES_OF_DAY

_LENGTH = re.compile(r"\b(\d{1,3})\s*(?:min\b|mins\b|minutes|Minuten|minutos|')")
_OF_ALL = re.compile(  # of what a length may be said once
    r"\b(?:all|each|every|jeweils|alle|jede[rs]?|tou(?:s|tes)|chaque|chacun[e]?|tod[oa]s|cada)\b"
    r"(?! (?:items?|questions?|breaks?|speakers?|speech(?:es)?|contributions?|rooms?|wortmeldung\w*|fragen?|pausen?|"
    r"(?:und jede[rsnm]? )?(?:redner\w*|(?:ein)?geladene\w*|sachverstandige\w*|referent\w*|teilnehm\w*|"
    r"mitglied\w*|person\w*|delegierte\w*|kandidat\w*)|witness\w*|members?|candidates?|participants?|delegates?|membres?|"
    r"orateurs?|intervenant\w*|candidat\w*|miembros?|delegad\w*|ponentes?|participantes?|"
    r"punkte?|points?|pauses?|interventions?|puntos?|preguntas?|pausas?|intervencion\w*|"
    r"(?:the |les |los |las )?(?:days?|weeks?|evenings?|mornings?|tage?n?|wochen?|abende?|jours?|soirs?|matins?|dias?|"
    r"tardes?|mananas?))\b)"
)
_LASTS = re.compile(  # and that it lasts so long
    r"(?:\b(?:lasts?|takes?|runs?|long|are|is|has|have|gets?|given|allow\w*|allot\w*|scheduled|dauern|dauert|hat|haben|"
    r"erhalt\w*|bekomm\w*|durent|dure|a|ont|dispos\w+|duran|dura|tienen?|disponen?|cuentan?)\b|:|=)[^.;:\d]{0,12}$"
)
_NO_LENGTH = re.compile(  # before hours: `de 9h à 17h`, `open from 10h`
    r"\d ?(?:h|uhr)? ?(?:-|a|au|to|till?|until|bis|hasta(?: las)?|a las) ?$|"
    r"\b(?:from|von|ab|desde(?: las)?|at|um|des|until|till?|bis|hasta(?: las)?|a partir (?:de|des)) $"
)
_MAY_LAST = re.compile(r"\d ?(?:m|h|['’])|minut|hour|stunde|heure|hora", re.IGNORECASE)
_EACH_ONE = re.compile(r"\b(?:each|every|jede[rs]?|chaque|cada) ")
_NEXT_CLAUSE = re.compile(r"[.;](?!\d)")
_APIECE = re.compile(  # and what stands behind one: `20 minutes each`, `45 min per talk`
    r",? (?:each|apiece|jeweils|je|chacune?|cada un[oa]?|(?:per|for (?:each|every)|pro|par|por|pour chaque|para cada) "
    r"(?:talk|paper|slot|session|lecture|presentation|lesson|class|workshop|vortrag|referat|beitrag|einheit|lektion|"
    r"expose|communication|seance|cours|atelier|ponencia|charla|sesion|clase|comunicacion|taller))\b"
)
_EACH = re.compile(r"\bje $")
_WAY = re.compile(r" (?:from|walk|away|before|after|on foot|by|a pied|a pie|de marche|zu fuss|fussweg|vor|avant)\b")
_OF_ITEMS = re.compile(
    r"\b(?:items?|slots?|everything|unless|blocks?|programmpunkte?|alles|bloc|creneaux?|tout|bloques?|todo|salvo|sauf)\b"
)
LENGTH_FOR_ALL = "the start and the length that is printed once for all"
LENGTH_OF_OTHERS = "the length that is printed once may be that of others"
"""Why the end of a session may be doubted."""
_STARTS_ONLY = re.compile(
    r"\b(?:(?:times?|starts?) (?:[a-z]+ ){0,3}(?:approximate|are starts?|provisional)|"
    r"approximate (?:start(?:ing)? )?times|"
    r"(?:start(?:ing)?|beginning) times only|"
    r"(?:before|not before|earlier than) the times? (?:stated|given|printed|shown)|"
    r"alle (?:zeiten|angaben) (?:sind )?(?:ungefahr|circa|ca\b|beginn|anfang)|(?:anfangs|beginn|start)zeiten|"
    r"(?:horaires?|heures) (?:[a-z]+ ){0,3}(?:indicati\w+|approximati\w+|de debut)|"
    r"(?:horarios?|horas) (?:[a-z]+ ){0,3}(?:aproximad\w+|orientativ\w+|de inicio))"
)
_NUMBER = re.compile(r"\s*(\d{1,3})\s*")
_UNTIL = re.compile(r"\(\s*(?:bis|until|till?|to|jusqu[’']à|hasta(?: las)?)\s+([^()]{1,20})\)\W*$", re.IGNORECASE)
_IN_BRACKETS = re.compile(  # `(90 min, German)`, `(about 20 min incl. questions)`, not `(5 min walk)`
    r"[(,;]\s*(?:(?:duration|lasts|dauer|dur[ée]e|duraci[oó]n)\s*:?\s+)?"
    r"(?:(?:about|approx\.?|ca\.?|circa|etwa|env\.|unos) )?(?P<length>\d{1,3} ?min\w*\.?)"
    r"(?: (?:incl|inkl|including|with|mit|avec|con)\b[^(),;]*)?(?=[),;])",
    re.IGNORECASE,
)
_ITEM = re.compile(r"\W*(?:\d+[.)]|top \d|item \d|punkt \d|point \d|punto \d)", re.IGNORECASE)
_UNTIL_ALONE = re.compile(
    r"\W*(?:(?:runs|goes on|dauert|dure|dura) )?(?:bis(?: ca\.| etwa)?|until|till?|to(?= \d)|jusqu[’']à|hasta(?: las)?|"
    r"ends at|ende:?|fin à)\s+(.{1,20}?)(?: (?:with|mit|avec|con) (?:an?|einer?|une?|una?) [\w-]+)?\W*",
    re.IGNORECASE,
)
Pair = tuple[Slot, ToldSession]
_LONGEST, _NEAR = 16 * 60, 90
_PARTS = re.compile(r";\s+|(?<=[.!?])\s+(?![a-zà-ÿ])|,\s+|\s+[·|•–—]\s+")


def with_printed_length(session: ToldSession, slot: Slot) -> ToldSession:
    """The session with the end that a printed length gives, where none is printed."""
    below = _length_below(session.notes)
    said = slot.columns.get("length", [below] if below else [])
    column = " ".join(behind_label(each.text) for each in said)
    bracketed = _IN_BRACKETS.search(session.title.value)
    text = column or (bracketed["length"] if bracketed else "")
    whole = minutes_said(text)
    found = _LENGTH.search(text) or _NUMBER.fullmatch(column)
    if session.end.value is not None or (found is None and whole is None):
        return session
    printed = found[0] if found and whole is None else text
    end = session.start.value + (int(found[1]) if found and whole is None else whole or 0)
    told: Told[int | None] = Told(
        end, (*session.end.lines, *(said or session.title.lines)), (f"the start and the printed length, {printed}",)
    )
    is_all = below is not None and is_length_alone(below.text) and below in session.notes
    return replace(session, end=told, notes=tuple(line for line in session.notes if not (is_all and line is below)))


def _length_below(notes: Iterable[Line]) -> Line | None:
    """The only part of what stands below a title that is a length: a line, or a part of one as a line of its own.

    A list of parts with a length each is none, nor is that of an item, or of a break.
    """
    own = _whole(takewhile(lambda line: not _is_item(line), notes))
    parts = [(line, part) for line in own for part in sentence_parts(line.text)]
    parts = [(line, part) for line, part in parts if not is_notice(line.text.partition(part)[0])]
    found = [(line, part) for line, part in parts if is_length(part)]
    if len(found) != 1:
        return None
    line, part = found[0]
    return line if minutes_said(behind_label(line.text)) is not None else replace(line, text=part)


def _whole(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines but those with which a sentence ends that begins above them."""
    above = ""
    for line in lines:
        if not (above[-1:].isalpha() and line.text[:1].islower()):
            yield line
        above = line.text


def sentence_parts(text: str) -> list[str]:
    """The parts of what stands below a title: its sentences, and what commas and signs part in them."""
    return [each for each in _PARTS.split(text) if each.strip()]


def _is_item(line: Line) -> bool:
    """Whether a line is an item of a list, or a break, of which a length may be said."""
    is_said = line.is_bullet and minutes_said(behind_label(line.text)) is None
    return is_said or _ITEM.match(line.text) is not None or is_transparent(kind_in_title(line.text))


def length_for_all(lines: Iterable[Line], before: Iterable[Line]) -> tuple[int, Line] | None:
    """The minutes that a sentence says each session lasts, and the line: `Each of them lasts 75 minutes`.

    `before` are the lines above the programme; `3 minutes each` below a title is of the parts of that session.
    """
    for some, is_it in ((before, _is_apiece), (lines, _is_of_each)):
        for first, second in _with_next(some):
            text = f"{first.text} {second.text}" if second else first.text
            is_one = leading_hours(first.text)[0]  # `11.30 The rules we all get wrong, 1 hr`
            if not is_one and _MAY_LAST.search(text) and (minutes := _first_length(letterwise(text), is_it)):
                return minutes, replace(first, text=text, last=second.line) if second else first
    return None


def _first_length(text: str, is_it: Callable[[str, int, int], bool]) -> int | None:
    """The minutes of the first length in a text of which something holds, by where it begins and ends."""
    return next((minutes for minutes, begin, end in lengths_in(text) if is_it(text, begin, end)), None)


def _is_apiece(text: str, begin: int, end: int) -> bool:
    return _APIECE.match(text, end) is not None or _EACH.search(text, 0, begin) is not None


def _is_of_each(text: str, begin: int, end: int) -> bool:
    said = _OF_ALL.search(text, max(0, begin - _NEAR), begin)
    between = text[said.end() : begin] if said else "."
    is_one = _NEXT_CLAUSE.search(between) is None and _LASTS.search(between) is not None
    return is_one and not (_WAY.match(text, end) or _NO_LENGTH.search(text, 0, begin))


def _with_next(lines: Iterable[Line]) -> Iterator[tuple[Line, Line | None]]:
    """The lines, each with the one next below, in which a sentence may go on."""
    before: Line | None = None
    for line in lines:
        if before:
            yield before, line if line.line == before.line + 1 and line.page == before.page else None
        before = line
    if before:
        yield before, None


def with_lengths_for_all(pairs: Sequence[Pair], said: tuple[int, Line] | None) -> list[Pair]:
    """The sessions with the ends that such a sentence gives, where none are printed.

    A break has it if all items do; where titles say their kind (`Lecture: Tides`), those of that kind alone.
    """
    if said is None:
        return [*pairs]
    minutes, line = said
    text = letterwise(line.text)
    kind = _kind_said(text)
    kinds = [kind_of_session(session.title.value) for _, session in pairs]
    is_every = _OF_ITEMS.search(text) is not None
    are_told = kind != "" and kind in kinds
    return [
        (
            slot,
            _with_end_said(
                session,
                None if not is_every and (own != kind if are_told else is_beside(session.title.value)) else minutes,
                line,
            ),
        )
        for (slot, session), own in zip(pairs, kinds, strict=True)
    ]


def _kind_said(text: str) -> str:
    """The kind of sessions of which a sentence says how long each lasts, if it names one."""
    each = _EACH_ONE.search(text)
    named = kinds_named(text)
    return kind_of_session(text[each.end() :]) if each else named[0][0] if named else ""


def _with_end_said(session: ToldSession, minutes: int | None, line: Line) -> ToldSession:
    if session.end.value is not None:
        return session
    lines = (*session.end.lines, line)
    if minutes is None:
        return replace(session, end=Told[int | None](None, lines, (LENGTH_OF_OTHERS,)))
    return replace(session, end=Told[int | None](session.start.value + minutes, lines, (LENGTH_FOR_ALL,)))


def starts_only(lines: Iterable[Line]) -> bool:
    """Whether a document says that its times are those at which something begins: `All times are approximate`."""
    texts = (f"{first.text} {second.text}" if second else first.text for first, second in _with_next(lines))
    return any(_STARTS_ONLY.search(letterwise(each)) for each in texts)


def without_end_of_row(session: ToldSession) -> ToldSession:
    """The session without an end that the next row of a grid would give it."""
    if NEXT_ROW not in session.end.doubts:
        return session
    return replace(session, end=Told[int | None](None, session.end.lines))


def with_printed_end(session: ToldSession) -> ToldSession:
    """The session with the end that its title says in brackets, where no other is printed: `Disco (until 2 a.m.)`."""
    found = _UNTIL.search(session.title.value)
    if session.end.value is None and not found:
        return _with_end_below(session)
    end = _until(found[1], session.start.value) if found and session.end.value is None else None
    if found is None or end is None:
        return session
    title = session.title.value[: found.start()].rstrip()
    lines = session.title.lines
    return replace(
        session,
        end=Told(end, (*session.end.lines, *lines), ("read from the brackets behind the title",)),
        title=replace(session.title, value=title),
    )


def _until(text: str, start: int) -> int | None:
    """When something ends that begins then, if a text is a time: on that day, or in the small hours of the next."""
    hours = hours_in(text)
    if len(hours) != 1 or re.search(r"\w{2}", f"{text[: hours[0].at]}{text[hours[0].to :]}"):
        return None
    plain = hours[0].start.minutes(is_loose=False)[0]
    end = plain if plain > start else plain + MINUTES_OF_DAY
    return end if end - start <= _LONGEST else None


def _with_end_below(session: ToldSession) -> ToldSession:
    """The session with the end that a sentence behind its title says: `Dance. Until 2 a.m.`"""
    parts = [(line, part) for line in session.notes for part in sentence_parts(line.text)]
    said = next(((line, found) for line, part in parts if (found := _UNTIL_ALONE.fullmatch(part))), None)
    end = _until(said[1][1], session.start.value) if said else None
    if said is None or end is None:
        return session
    told: Told[int | None] = Told(end, (*session.end.lines, said[0]), ("read from a sentence behind the title",))
    notes = tuple(each for each in session.notes if each != said[0] or said[1][0] != each.text)
    return replace(session, end=told, notes=notes)


def within_slot(session: ToldSession) -> ToldSession:
    """The session with the hours of its own that stand in its title, where they lie inside those of its slot."""
    own = [each for each in hours_in(session.title.value) if each.end]
    start, end = session.start.value, session.end.value
    if len(own) != 1 or end is None or own[0].end is None:
        return session
    first, last = own[0].start.plain, own[0].end.plain
    if not start <= first < last <= end or (first, last) == (start, end):
        return session
    reason = f"inside the slot {clock_words(start)}-{clock_words(end)}"
    text = session.title.value
    title = f"{text[: own[0].at]}{text[own[0].to :]}".strip(" ,;()")
    is_own = session.room is not None and WHOLE_PART not in session.room.doubts
    apart = re.sub(r"\s+(?=Room|Raum|Salle|Sala)", ", ", title)
    ends = None if is_own else room_at_end(title) or room_at_end(apart)
    room = Told(ends[1], session.title.lines, ("read from the end of the title",)) if ends else session.room
    lines = session.title.lines
    return replace(
        session,
        start=Told(first, (*session.start.lines, *lines), (reason,)),
        end=Told(last, (*session.end.lines, *lines), ()),
        title=Told(ends[0] if ends else title, lines, session.title.doubts),
        room=room,
    )
