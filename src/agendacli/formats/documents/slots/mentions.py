"""What a date in a text is the date of: what is announced, a deadline, another edition, or the text itself."""

import re
from collections.abc import Iterator
from enum import IntEnum
from itertools import pairwise

from agendacli.formats.documents.tokens.days import DayWords, days_in
from agendacli.formats.documents.tokens.letterwise import letterwise

_LIMIT = r"(?:deadlines?|frist|\w+frist|einsendeschluss|redaktionsschluss|anmeldeschluss|date limite|fecha limite)"
_NO_PROGRAMME = re.compile(
    rf"\b(?:minutes (?:of|from)|protokoll|acta|proces.verbal|{_LIMIT}|letter|dated|resolution|issued|as of|"
    r"version|updated|published|publicad[oa]|publiee?s?|veroffentlicht|printed|gedruckt|imprime|impreso|copyright|submissions?|posted|"
    r"en caso de lluvia|postpone\w*\b(?! (?:to|until)\b)|reserve day|back.?up (?:day|date)|"
    r"if wet|rain (?:date|day)|alternative date|bei regen|ausweichtermin|ersatztermin|en cas de pluie|"
    r"last (?:modified|build|changed?|updated|revised|edited)|stand:?|"
    r"mise? a jour|actualizado|actualizacion|notification|camera.ready|"
    r"as at|instead|otherwise we|stattdessen|en su lugar|a la place|envoyee?|affichage|circulated|distributed|approved|"
    r"revision|rev\.? ?\d+|draft (?:\d+ )?(?:of|from)|entwurf vom|fassung vom|"
    r"vers(?:andt|chickt)|verteilt|etat au|diffusee?|distribuee?|distribuid[oa]|enviad[oa]|a fecha de|borrador de|"
    r"(?:agreed|adopted|decided) (?:by|on|at|in)|beschlossen|genehmigt|adoptee? (?:par|le)|arretee?|aprobad[oa]|"
    r"acordad[oa])\b"
)
_DUE = re.compile(
    r"\b(?:registrations?|bookings?|applications?|(?:the )?call|tickets?|fees?|entries|nominations?)\b(?: \w+){0,3} "
    r"(?:clos\w+|ends?|until|by|due|due by)\b|\bearly.bird|\blate fee|\bdue\b(?! to\b)|"
    r"\bclosing date|\banmeldung(?:en)?\b(?: \w+){0,3} (?:bis|ab|schliess\w*|geschlossen)\b|\bvorverkauf|"
    r"\b(?:cloture|fermeture) des (?:inscriptions|candidatures)|\binscriptions?\b.{0,30}\b(?:avant|jusqu)|"
    r"\bplazo\b|\binscripci\w+\b.{0,30}\b(?:hasta|antes|abierta)|\bsold until\b"
)
_HEADS_LIMIT = re.compile(rf"\W*(?:[^\W\d_]+ ){{0,3}}(?:{_LIMIT}|rsvp)\b")
_NEXT = re.compile(
    r"\b(?:next|following|coming) (?:meeting|edition|session|workshop|conference|year|agm|event|one|issue)\b|"
    r"\bdates? of (?:the )?next\b|\bnachste[rsn]? (?:sitzung|treffen|tagung|jahr|termin|ausgabe|versammlung|mal)|"
    r"\bprochaine?s? (?:reunion|edition|seance|rencontre|rendez-vous|annee|numero)|"
    r"\bproxim[oa]s? (?:reunion|edicion|sesion|encuentro|ano|cita|jornada)"
)
_PAST = re.compile(
    r"\b(?:previous|last|former|preceding|earlier) (?:meeting|edition|session|workshop|conference|year|time|event)\b|"
    r"\b(?:letzte[rsn]?|vorige[rsn]?|fruhere[rsn]?) (?:sitzung|treffen|tagung|jahr|ausgabe|mal)|\bvorjahr|"
    r"\bl.an dernier|\b(?:dernier|precedent)e? (?:reunion|edition|seance)|\b(?:reunion|edition|seance|annee) "
    r"(?:precedente|derniere|passee)|\b(?:edicion|reunion|sesion) anterior|\bano pasado|\bpasada (?:edicion|reunion)"
)
_INVITES = re.compile(
    r"\b(?:tak(?:e|es|ing) place|be held|is held|invit|convene|will meet|we meet|findet|finden|statt\b|stattfind|"
    r"einlad|aura lieu|auront lieu|(?:a|ont) lieu|tienen? lugar|se celebran|se tiendra|tendra lugar|se celebrar|"
    r"took place|w(?:as|ere) held|held (?:on|from)|convened|join us|fand|fanden|tagten?\b|"
    r"a eu lieu|s.est (?:tenue?|deroulee?)|tuv(?:o|ieron) lugar|se celebro|se celebraron|se llevo a cabo)"
)
_LABEL = re.compile(
    r"\W*(?:(?:event|conference|workshop|meeting|start)? ?(?:date|day)s?(?: of (?:the )?(?:event|meeting|workshop))?|"
    r"when|termin|tagungstermin|datum|wann|fecha|cuando|dates? du colloque|quand|conference|workshop|tagung|colloque|"
    r"congreso|jornada)\s*:"
)
_DEADLINE = re.compile(
    r"\b(?:by|before|until|till|since|after|no later than|to|bis(?: zum| spatestens)?|spatestens|seit|vor dem|nach dem|"
    r"avant(?: le)?|jusqu.(?:au?)?|depuis(?: le)?|apres le|au plus tard(?: le)?|antes del?|hasta(?: el)?|"
    r"desde(?: el)?|despues del?)"
    r"[\s,:]*(?:\d{1,2}(?:[:.h]\d\d)? ?(?:[ap]\.? ?m\.?|uhr|h|heures|horas)?[\s,]*)?(?:noon,? |midnight,? )?"
    r"(?:(?:on|am|dem|den|the|le|el|del|las)\s+)?$"
)
_MOVED = re.compile(
    r"\b(?:postponed|moved|rescheduled|verschoben|verlegt|reporte\w*|deplace\w*|aplazad\w*|trasladad\w*|pospuest\w*)\b"
)
_DASH = re.compile(r"(?<=\s)[–—-](?=\s)")
_MASTHEAD = re.compile(
    r"\W*(?:(?:school|club|parish|weekly|monthly) )?(?:newsletter|news ?sheet|bulletin|circular|circulaire|rundbrief|"
    r"rundschreiben|mitteilungsblatt|boletin|gazette|(?:issue|ausgabe|numero|heft) (?:no\.? ?|nr\.? ?)?\d+)\b"
)
_REMARK = re.compile(r"(?<=\w) \((?:[^()\d]|\d{1,2}(?!\d|[.:/]))*\)")
_WORD = re.compile(r"[^\W\d_]{2,}")
_BEFORE = re.compile(r"\b(?:on|the|am|dem|den|le|el)\b")
_SENTENCE = re.compile(r"(?<=\w{3})[)’']?[.!?]\s+(?=[^\W\d_a-z])|;\s|\s[|·•]\s")
_MOST_IN_MASTHEAD = 8  # words
_NEAREST, _LONGEST_CLAUSE = 4, 400  # days beside another one, and letters on each side of it
_BRACKET = re.compile(r"\([^()]*\)")


class Mention(IntEnum):
    """What a date is the date of, the likeliest day of a programme first."""

    ANNOUNCED = 0
    NAMED = 1
    NEXT = 2
    DUE = 3
    PAST = 4
    NONE = 5


def mentions_in(text: str) -> Iterator[tuple[DayWords, Mention]]:
    """The days in a line, each with what the sentence, or the brackets, in which it stands make of it."""
    days = days_in(text)
    if not days:
        return
    words = letterwise(text)
    if _is_masthead(words):
        yield from ((day, Mention.NONE) for day in days)
        return
    stops = [each.span() for each in _SENTENCE.finditer(text) if not any(day.at < each.end() < day.to for day in days)]
    for (_, begin), (end, _) in pairwise([(0, 0), *stops, (len(text), len(text))]):
        inside = [day for day in days if begin <= day.at < end]
        for n, day in enumerate(inside):
            near = inside[max(0, n - _NEAREST) : n + _NEAREST + 1]
            yield day, _of_clause(*_clause(words, (begin, end), day, near))


def _is_masthead(words: str) -> bool:
    """Whether a line says of when a paper is: `Newsletter 31 · 13 November`."""
    return _MASTHEAD.match(words) is not None and len(_WORD.findall(words)) <= _MOST_IN_MASTHEAD


def _clause(words: str, at: tuple[int, int], day: DayWords, others: list[DayWords]) -> tuple[str, str]:
    """The words around a day and those before it: its brackets, else its sentence without brackets, its part of it."""
    begin, end = at
    brackets = [each.span() for each in _BRACKET.finditer(words, begin, end)]
    for start, stop in brackets:
        if start < day.at < stop and not words[day.at : day.to].count("("):
            return words[start + 1 : stop - 1], words[start + 1 : day.at]
    before = (_parting(words, other.to, day.at) for other in reversed(others) if other.to <= day.at)
    behind = (_parting(words, day.to, other.at) for other in others if day.to <= other.at)
    begin = max(begin, day.at - _LONGEST_CLAUSE, next((each + 1 for each in before if each >= 0), 0))
    end = min(end, day.to + _LONGEST_CLAUSE, next((each for each in behind if each >= 0), end))
    return _BRACKET.sub("", words[begin : day.at]) + words[day.at : day.to] + _BRACKET.sub(
        "", words[day.to : end]
    ), words[begin : day.at]


def _parting(words: str, begin: int, end: int) -> int:
    """Where the words between two days part: at a comma, else a dash; -1 where they do not."""
    comma = words.rfind(",", begin, end)
    dash = next((each.start() for each in _DASH.finditer(words, begin, end)), -1)
    return comma if comma >= 0 else dash


def _of_clause(clause: str, before: str) -> Mention:
    if _NO_PROGRAMME.search(clause):
        return Mention.NONE
    if is_deadline(before) or _DUE.search(clause):
        return Mention.DUE
    if _PAST.search(clause) or _NEXT.search(clause):
        return Mention.PAST if _PAST.search(clause) else Mention.NEXT
    return Mention.ANNOUNCED if _INVITES.search(clause) or _LABEL.match(clause) else Mention.NAMED


def is_deadline(before: str) -> bool:
    """Whether the words before a day say that something is due by then: `Please register by 5 March`."""
    is_last = _WORD.search(before) is not None and _DEADLINE.search(letterwise(before)) is not None
    return is_last and not says_moved(before)


def says_moved(text: str) -> bool:
    """Whether a text says that something was moved to another day."""
    return _MOVED.search(letterwise(text)) is not None


def names_limit(text: str) -> bool:
    """Whether a text says of something that it is due, or closes: `Closing date for entries`, `Booking ends`."""
    words = letterwise(text)
    return _HEADS_LIMIT.match(words) is not None or _DUE.search(words) is not None


def is_in_remark(text: str, day: DayWords) -> bool:
    """Whether a day stands in brackets behind other words, as that of a version does: `(seen by all on 6 March)`."""
    begin = text.rfind("(", 0, day.at)
    before = letterwise(text[begin + 1 : day.at])
    return begin >= 0 and ")" not in before and len(_WORD.findall(before)) > len(_BEFORE.findall(before))


def is_no_programme(text: str) -> bool:
    """Whether a line with a date speaks of a letter, a deadline and the like; a remark in brackets does not count."""
    words = letterwise(_REMARK.sub("", text))
    return _NO_PROGRAMME.search(words) is not None or _is_masthead(words)


def is_of_others(text: str) -> bool:
    """Whether a line speaks of a date that is due, or of another edition."""
    words = letterwise(_REMARK.sub("", text))
    return _is_masthead(words) or any(each.search(words) for each in (_NO_PROGRAMME, _DUE, _NEXT, _PAST))


def invites(text: str) -> bool:
    """Whether a line says that something takes place, or asks to come."""
    return _INVITES.search(letterwise(text)) is not None
