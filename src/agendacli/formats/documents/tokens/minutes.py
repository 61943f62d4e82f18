"""A length of time that a cell holds: `45 min`, `1 h 30`, `4½ hours`, `eine halbe Stunde`, `1:15 h`."""

import re
from collections.abc import Iterator

_HOURS = r"(?:h|hrs?|hours?|std|stunden?|heures?|horas?)\b"
_WRITTEN = {
    2: "two|zwei|deux|dos",
    3: "three|drei|trois|tres",
    4: "four|vier|quatre|cuatro",
    5: "five|f[üu]nf|cinq|cinco",
    10: "ten|zehn|dix|diez",
    12: "twelve|zw[öo]lf|douze|doce",
    15: "fifteen|f[üu]nfzehn|quinze|quince",
    20: "twenty|zwanzig|vingt|veinte",
    25: "twenty[- ]five|f[üu]nfundzwanzig|vingt-cinq|veinticinco",
    30: "thirty|drei(?:ß|ss)ig|trente|treinta",
    35: "thirty[- ]five|f[üu]nfunddrei(?:ß|ss)ig|trente-cinq|treinta y cinco",
    40: "forty|vierzig|quarante|cuarenta",
    45: "forty[- ]five|f[üu]nfundvierzig|quarante-cinq|cuarenta y cinco",
    50: "fifty|f[üu]nfzig|cinquante|cincuenta",
    60: "sixty|sechzig|soixante|sesenta",
    75: "seventy[- ]five|f[üu]nfundsiebzig|soixante-quinze|setenta y cinco",
    90: "ninety|neunzig|quatre-vingt-dix|noventa",
}
_WORD = "|".join(_WRITTEN.values())
_ANY = (
    r"(?:(?:about|around|approx(?:\.|imately)?|ca\.?|circa|etwa|rund|env(?:\.|iron)|unos?|unas?|aprox\.?) )?(?:"
    rf"(?P<hours>\d{{1,2}})(?:[.:](?P<colon>\d\d))? ?(?:h(?=\d\d\b)|{_HOURS})\.? ?"
    r"(?:(?:and|und|et|y)? ?(?P<more>\d{1,2}) ?(?:m|min(?:s|ut\w+)?)?\b)?"
    rf"|(?P<whole>\d{{0,2}})(?: ?(?P<part>[¼½¾])| 1/2|[.,](?P<tenths>5|25|75)) ?{_HOURS}"
    r"|(?P<full>\d{1,2}) (?:hours? and a half|heures? et demie|horas? y media)"
    r"|(?P<half>half an hour|(?:eine )?halbe stunde|une demi-heure|media hora)"
    r"|(?P<longer>an hour and a quarter|(?:einein|fünf )viertel ?stunden?|une heure et quart|(?:una )?hora y cuarto)"
    r"|(?P<long>an hour and a half|(?:anderthalb|eineinhalb) stunden|une heure et demie|(?:una )?hora y media)"
    r"|(?P<hour>(?:an|one) hour|eine stunde|une heure|una hora)"
    r"|(?P<quarters>three quarters of an hour|(?:eine )?dreiviertelstunde|trois quarts d[’']heure|tres cuartos de hora)"
    r"|(?P<quarter>(?:a )?quarter of an hour|(?:eine )?viertelstunde|un quart d[’']heure|un cuarto de hora)"
    rf"|(?P<written>{_WORD})[ -](?:(?P<of_hours>{_HOURS})|min(?:ut\w+)?\b)"
    r"|(?P<minutes>\d{1,3})[ -]?(?:m|min(?:s|ut\w+)?)\b|(?P<prime>\d{1,3}) ?['’])"
)
_LENGTH = re.compile(rf"\W*{_ANY}\W*", re.IGNORECASE)
_INSIDE = re.compile(rf"(?<![\w:.,]){_ANY}", re.IGNORECASE)
_LABEL = re.compile(
    r"\W*(?:duration|length|running time|lasts|dauer|spieldauer|laufzeit|dur[ée]e|duraci[oó]n)\s*:?\s+"
    r"(?:(?:about|approx\.?|ca\.?|circa|etwa|env(?:iron|\.)|unos?|aprox\.?)\s+)?",
    re.IGNORECASE,
)
_ITS = (  # of what a sentence below a title says how long it is
    r"(?:(?:it|this|that|we|all|er|sie|es|das|dies|wir|alles|elle|il|cela|[cç]a|nous|tout|todo|esto)|"
    r"(?:(?:the|this|our|der|die|das|unser[e]?|le|la|l[’']|cette?|el|est[ae]) ?(?:whole )?)?"
    r"(?:talk|lecture|tour|walk|visit|film|concert|workshop|session|meeting|event|show|service|vortrag|führung|rundgang|"
    r"wanderung|besichtigung|konzert|sitzung|veranstaltung|atelier|visite|conférence|exposé|séance|promenade|charla|"
    r"visita|taller|sesión|paseo|conferencia|película))"
)
_SPEAKS = r"(?:speaks|will speak|(?:talks|will talk)(?= for )|spricht|redet|parle(?:ra)?|habla(?:rá)?)"
_SPOKEN = re.compile(  # `It lasts 45 minutes`, `speaks for an hour`, `de una hora de duración`
    rf"\W*(?:(?:(?:{_ITS} )?(?:will |wird |va )?(?:lasts?|takes?|runs?|goes on|continues?|dauert|geht|dauern|durera|"
    rf"dure|durer|dura|durará|durar)|{_SPEAKS})\s+"
    r"(?:for |pendant |durant |durante )?|"
    r"(?:for|during|pendant|durant|durante|de|d['’]|über) ?)"
    rf"(?P<length>{_ANY})(?: (?:long|lang|de duración|de durée|in all|insgesamt|en tout|en total))?\W*",
    re.IGNORECASE,
)
_SPEAKER = re.compile(rf"(?:[^\W\d_][\w’'.-]* ){{1,5}}(?={_SPEAKS} )", re.IGNORECASE)
_TAIL = re.compile(
    r"[ ,]+\(?(?:including|incl\.|inkl\.|inklusive|einschlie(?:ß|ss)lich|y compris|comprenant|incluid[oa]s?|incluyendo)"
    r" [^.,;()\d]{3,25}\)?[ .]*$",
    re.IGNORECASE,
)
_FIXED = {"quarter": 15, "half": 30, "quarters": 45, "longer": 75, "long": 90}
_PARTS = {"¼": 15, "½": 30, "¾": 45, "25": 15, "5": 30, "75": 45}


def minutes_said(text: str) -> int | None:
    """The minutes of a text that is a length and nothing else; None of any other."""
    found = _LENGTH.fullmatch(" ".join(text.split()))
    return _minutes(found) if found else None


def lengths_in(text: str) -> Iterator[tuple[int, int, int]]:
    """The lengths among the words of a text: the minutes of each, where it begins and where it ends."""
    return ((_minutes(each), *each.span()) for each in _INSIDE.finditer(text))


def _minutes(found: re.Match[str]) -> int:
    if found["hours"]:
        return 60 * int(found["hours"]) + int(found["colon"] or found["more"] or 0)
    if found["whole"] is not None:
        return 60 * int(found["whole"] or 0) + _PARTS[found["part"] or found["tenths"] or "½"]
    if found["full"]:
        return 60 * int(found["full"]) + _PARTS["½"]
    if found["minutes"] or found["prime"]:
        return int(found["minutes"] or found["prime"])
    if found["written"]:
        return _number(found["written"]) * (60 if found["of_hours"] else 1)
    return next((minutes for name, minutes in _FIXED.items() if found[name]), 60)


def _number(word: str) -> int:
    return next(each for each, words in _WRITTEN.items() if re.fullmatch(words, word, re.IGNORECASE))


def is_length_alone(text: str) -> bool:
    """Whether a text says a length, and nothing else: not who speaks so long."""
    return minutes_said(behind_label(text)) is not None and _SPEAKER.match(text) is None


def behind_label(text: str) -> str:
    """What a text says behind words for a length, and before what that includes: `1h` of `Durée : 1h, y compris …`."""
    speaker = _SPEAKER.match(text)
    if spoken := _SPOKEN.fullmatch(text, speaker.end() if speaker else 0):
        return spoken["length"]
    return _TAIL.sub("", _LABEL.sub("", text))
