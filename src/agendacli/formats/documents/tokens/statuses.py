"""Words that say that something does not take place, or may not: `CANCELLED: Reading`, `Visit (tbc)`."""

import re
from collections.abc import Iterable

from agendacli.formats.documents.tokens.days import days_in
from agendacli.formats.documents.tokens.hours import hours_in
from agendacli.formats.documents.tokens.letterwise import letterwise
from agendacli.model.frozen import frozen
from agendacli.model.programme import Status
from agendacli.words.placeholders import is_seat

_OFF = (
    r"(?:cancell?ed|called off|abgesagt|gestrichen|annulee?s?|supprimee?s?|cancelad[oa]s?|anulad[oa]s?|suspendid[oa]s?)"
)
_LATER = r"(?:postponed|verschoben|reportee?s?|aplazad[oa]s?|pospuest[oa]s?)"
_MOVED = (
    r"(?:(?:moved|rescheduled|postponed) to|(?:verlegt|verschoben) auf|(?:deplacee?|reportee?)s? (?:aux?|a)|"
    r"(?:trasladad|aplazad|pospuest)[oa]s? (?:al?|para(?: el)?))"
)
_FILLED = r"(?:(?:unfortunately|sadly|now|leider|malheureusement|lamentablemente|desgraciadamente)[ ,]+)?"
_FILLER = re.compile(r"please note|n ?b|note|hinweis|achtung|attention|atencion|nota|leider|unfortunately|sadly")
_IS = (
    r"(?:(?:is|are|was|were|has been|have been|had to be|ist|sind|wurde[n]?|wird|werden|musste|est|sont|a ete|ont ete|"
    r"queda[n]?|esta[n]?|ha[n]? sido|fue(?:ron)?),? )"
)
_VERB = (
    rf"(?:entfallt|entfallen|fallt {_FILLED}aus|fallen {_FILLED}aus|findet {_FILLED}nicht statt|"
    rf"m(?:uss|ussen) {_FILLED}(?:ent|aus)fallen|"
    r"(?:will not|does not|won.t|doesn.t) take place|n.aura pas lieu|n.a pas lieu|no se celebra(?:ra)?|no tendra lugar)"
)
_WHY = (
    r"(?:,? (?:due to|owing to|because|until|wegen|aufgrund|bis|pour cause|en raison|jusqu.|debido|por|hasta)\b"
    r"[^()\[\]]{0,80})?"
)
_TO = r"[^()\[\],;|]{1,40}(?:, (?:(?:the|den|le|el|at|um|a|a las) )?\d[^()\[\],;|]{0,30}){0,2}"
_MOVED_TO_IT = rf"(?:{_MOVED} {_TO}|auf {_TO} (?:verschoben|verlegt))"
_SAID = rf"{_FILLED}(?:(?:{_OFF}|{_LATER}|{_VERB}){_WHY}|fallt [^()\[\]]{{1,40}} aus|{_MOVED_TO_IT})"
_OPEN_ALONE = (  # which say it behind a title without a sign, too
    r"(?:(?:still )?(?:tbc|to be confirmed)|not yet confirmed|unter vorbehalt|"
    r"(?:muss|mussen|wird|werden) noch bestatigt(?: werden)?|noch nicht bestatigt|noch zu bestatigen|"
    r"(?:reste )?a confirmer|sous reserve|pas encore confirmee?s?|"
    r"(?:por|pendiente de|aun sin|sin) (?:confirmar|confirmacion))"
)
_TENTATIVE = (
    rf"(?:{_OPEN_ALONE}|provisional|tentative|unconfirmed|subject to confirmation|vorbehaltlich|vorlaufig|provisoire|"
    r"sous reserve de confirmation)"
)

_HINT = re.compile(  # quick to look for: most lines hold none of it
    r"c(?:ancel|alled o|elebra)|a(?:bgesagt|nul|nnul|plaz)|gestrich|suppr|suspend|postpon|verschob|verlegt|report|"
    r"pospuest|moved to|rescheduled|deplac|traslad|entfall|ausfall|fall(?:t|en) |statt|take place|pas lieu|tendra lugar"
)
_BRACKETED = re.compile(rf"\s*[(\[]\s*(?:{_SAID})[\s!.*]*[)\]]\s*[:–—-]?\s*")
_IN_BRACKETS = re.compile(rf"\s*[(\[](?P<before>(?:\w+ ){{1,2}}){_OFF}[\s!.]*[)\]]\s*[:–—-]?\s*")
_MAY_SAY = re.compile(rf"\b(?:{_OFF}|{_VERB})\b")
_BEFORE = re.compile(rf"[\s:,.|*!-]*{_FILLED}(?:{_OFF}|{_LATER}|{_VERB})(?:[\s*]*[:!][\s*]*|\s+-+\s+)(?=\w|[\"“„«])")
_FIRST = re.compile(rf"[\s:,.|*!-]*(?:{_OFF}|{_LATER}|entfallt)[\s*.!]+(?=[\w\"“„«])")
_BEHIND_SIGN = re.compile(rf"\s*(?:\s-+\s+|[:;.!|,]\s+)(?:{_IS})?(?:{_SAID})[\s!.*]*(?=$|[,;|(]|\s-+\s)")
_LAST = re.compile(
    rf"(?<![\s*])[\s*]+(?:{_IS})?(?:{_FILLED}(?:{_OFF}|{_LATER}|{_VERB})(?: leider)?{_WHY}|{_MOVED_TO_IT}|"
    r"fallt \S{2,}(?: \S+){0,3} aus)[\s!.*]*$"
)
_ALONE = re.compile(rf"(?:(?:status|stand|etat|estado) ?: )?[\s(\[*-]*(?:{_SAID})[\s!.)\]*]*")
_PLAIN = re.compile(rf"(?:status|stand|etat|estado)?\W*(?:{_OFF}|{_VERB})\W*")
_MOVES = re.compile(rf"{_LATER}|{_MOVED}")
_MOVED_TO = re.compile(rf"{_MOVED} |\bauf (?=.* (?:verschoben|verlegt))")
_SOME_TIME = re.compile(
    r"later|another (?:day|date|time)|new date|next (?:week|month|year)|ulterieur|autre (?:date|jour)|prochain|"
    r"unbestimmt|spater|ander(?:en|es) (?:tag|termin|datum)|neuen termin|nachste|otr[ao] (?:fecha|dia)|"
    r"mas (?:adelante|tarde)|proxim"
)
_ALL_OPEN = re.compile(rf"(?:(?:status|stand|etat|estado) ?: )?[\s(\[*-]*{_TENTATIVE}[\s!.)\]*]*")
_OPEN = re.compile(
    rf"(?:\s*[(\[]\s*{_TENTATIVE}\s*[)\]]|\s+-\s+{_TENTATIVE}|,?\s+{_OPEN_ALONE})[\s.!]*$|^{_TENTATIVE}\s*:\s+"
)
_OF_PART = re.compile(  # of which alone it is said: `Talk, speaker TBC`
    r"\b(?:rooms?|venue|location|place|raum|ort|salle|lieu|sala|lugar|times?|hours?|zeit|uhrzeit|horaire|heure|hora|"
    r"titles?|titel|titre|titulo|topics?|thema|sujet|tema|names?|details?|date|datum)\W*$"
)
_NOT_SO = re.compile(  # `If it rains, the walk is cancelled`, `Moved and cancelled`, `Why the fair was cancelled`
    r"^(?:[^a-z]|uhr\b)*(?:why|how|when|warum|wie|pourquoi|comment|por que|como)\b|"
    r"\b(?:if|in case|when|unless|bei|falls|wenn|sofern|si|en cas|cuando|en caso)\b|"
    r"\b(?:and|or|und|oder|et|ou|y|o|not|never|nicht|nie|pas|jamais|no|nunca|be|of|the|der|die|das|les?|la|el|un[ea]?)$"
)
_SAYS = re.compile(rf"\b(?:{_IS}{_FILLED}(?:{_OFF}|{_LATER})|{_VERB})\b")
_BEHIND_NOT_SO = re.compile(
    r"\W*(?:if|in case|when|unless|bei|falls|wenn|sofern|si|en cas|cuando|en caso|less|within)\b"
)
_FORMERLY = re.compile(
    r"\W+(?:(?:was|originally|formerly|war|ursprunglich|fruher|prevue?s? a|initialement|antes)\W+)?$"
)
_SENTENCE = re.compile(r"(?:this|the|der|die|das|diese[rs]?|cet(?:te)?|ce|les?|la|los|las|el|est[ea]s?) \S")
_LOWER = re.compile(r"[a-zß-öø-ÿ]")


@frozen
class SaidStatus:
    """A status, the words that say it, and the reason to doubt it, which is empty where they are plain."""

    status: Status
    words: str
    doubt: str = ""


def without_status(text: str) -> tuple[str, str]:
    """The text of a line or a title without the words that say that it does not take place, and these, if any do."""
    plain = letterwise(text)
    if not _HINT.search(plain):
        return text, ""
    found = _bracketed(plain) or _at_start(text, plain) or _at_end(plain)
    if found is None or not _says_when(text[found.start() : found.end()]):
        return text, ""
    before, behind = text[: found.start()], text[found.end() :]
    rest = before + (" " if before and behind[:1].isalnum() else "") + behind
    is_of_day = bool(days_in(rest)) and not hours_in(rest)
    return (rest, text[found.start() : found.end()].strip()) if is_of_day or _is_something(rest) else (text, "")


def status_before_time(text: str) -> tuple[str, str] | None:
    """The time and the words before it of a text that says nothing else: `cancelled (was 10:00)`; None of others."""
    hours = hours_in(text)
    if len(hours) != 1 or any(map(str.isalnum, text[hours[0].to :])):
        return None
    words = _FORMERLY.sub("", letterwise(text[: hours[0].at]))
    said = text[: len(words)]
    return (text[hours[0].at : hours[0].to], said) if words and is_only_status(said) else None


def may_say_status(title: str) -> str:
    """The word in a title that may say so and was not read: loud among small letters, in brackets, or before some."""
    for found in _MAY_SAY.finditer(letterwise(title)):
        word = title[found.start() : found.end()]
        is_loud = not _LOWER.search(word) and _LOWER.search(title) is not None
        is_in_brackets = "(" in title[: found.start()].rpartition(")")[2]
        if is_loud or is_in_brackets or (not found.start() and title[found.end() :].lstrip()[:1] in {"(", "["}):
            return word
    return ""


def is_only_status(text: str) -> bool:
    """Whether a text says that something does not take place, and nothing else: `Entfällt!`."""
    return _ALONE.fullmatch(letterwise(text)) is not None and _says_when(text)


def is_only_tentative(text: str) -> bool:
    """Whether a text says that something is to be confirmed, and nothing else: `(tbc)`."""
    return _ALL_OPEN.fullmatch(letterwise(text)) is not None


def is_sentence(text: str) -> bool:
    """Whether a text speaks of something, as none does that names it: `The reading is cancelled`."""
    return _SENTENCE.match(letterwise(text)) is not None


def called_off(sentence: str) -> str:
    """What a sentence says not to take place, with the words around that; nothing where it says none so."""
    plain = letterwise(sentence)
    if not _HINT.search(plain):
        return ""
    rest, words = without_status(sentence)
    found = _SAYS.search(plain)
    if found is None:
        return rest if words else ""
    before, behind = plain[: found.start()], plain[found.end() :]
    is_so = not _NOT_SO.search(before.rstrip()) and not _BEHIND_NOT_SO.match(behind)
    return (before if any(map(str.isalpha, _FILLER.sub("", before))) else behind) if is_so else ""


def said_status(words: str, *, is_alone: bool = False) -> SaidStatus:
    """What words say that stand alone or were cut from a text; doubted where they say more, or hang on no sign."""
    plain, shown = letterwise(words), words.strip(" ,;:()[]*–—-!.|")
    if is_only_tentative(words):
        return SaidStatus(Status.TENTATIVE, words, f"`{shown}` may be said of a part of it")
    if _MOVES.search(plain):
        return SaidStatus(Status.CANCELLED, words, f"`{shown}` is printed with it: it may take place at another time")
    is_apart = not words[:1].isalnum() or not _LOWER.search(words)  # `Cancelled: a history` may be a talk
    is_plain = (is_alone or is_apart) and _PLAIN.fullmatch(plain) is not None
    return SaidStatus(Status.CANCELLED, words, "" if is_plain else f"`{shown}` is printed with it")


def without_tentative(title: str) -> tuple[str, SaidStatus | None]:
    """The title without the words that say that it is to be confirmed, and what they say."""
    found = _OPEN.search(letterwise(title))
    rest = f"{title[: found.start()]}{title[found.end() :]}".strip() if found else ""
    last = rest.split()[-1:]
    if found is None or not last or _OF_PART.search(letterwise(rest)) or is_seat(last[0]):
        return title, None
    words = title[found.start() : found.end()].strip(" ,:–—-")
    return rest, SaidStatus(Status.TENTATIVE, words, f"`{words}` may be said of a part of it")


def _bracketed(plain: str) -> re.Match[str] | None:
    """Where brackets say so, perhaps with a word before it: `(krankheitsbedingt abgesagt)`."""
    found = _IN_BRACKETS.search(plain)
    is_so = found is not None and not _NOT_SO.search(found["before"].strip())
    return _BRACKETED.search(plain) or (found if is_so else None)


def _at_start(text: str, plain: str) -> re.Match[str] | None:
    """Where a text begins so, perhaps behind a day and hours: behind it a sign, or other letters than capitals."""
    for at in (0, *(to for _, to in _times(text))):
        if found := _BEFORE.match(plain, at):
            return found
        found = _FIRST.match(plain, at)
        if found and not _LOWER.search(text, found.start(), found.end()) and _LOWER.search(text, found.end()):
            return found
    return None


def _at_end(plain: str) -> re.Match[str] | None:
    """Where a text ends so, or a part of it before a room: behind a sign, as a verb, or as its last word."""
    tries: Iterable[re.Match[str] | None] = (_BEHIND_SIGN.search(plain), _LAST.search(plain))
    return next((each for each in tries if each and not _NOT_SO.search(plain[: each.start()].rstrip())), None)


def _says_when(words: str) -> bool:
    """Whether what is moved is moved in time: not to another room."""
    moved = _MOVED_TO.search(letterwise(words))
    behind = words[moved.end() :] if moved else ""
    return moved is None or bool(days_in(behind) or hours_in(behind) or _SOME_TIME.search(letterwise(behind)))


def _is_something(text: str) -> bool:
    """Whether a text says something beside its days and hours."""
    for at, to in sorted(_times(text), reverse=True):
        text = f"{text[:at]}{text[to:]}"
    return any(map(str.isalpha, text))


def _times(text: str) -> list[tuple[int, int]]:
    """Where the days and the hours of a text stand."""
    return [*((each.at, each.to) for each in days_in(text)), *((each.at, each.to) for each in hours_in(text))]
