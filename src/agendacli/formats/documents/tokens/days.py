"""Days in running text: `Monday, 4 September 2017`, `Day 2`, `Di, 05.09.`, `4-5 septiembre`, `6/7/2023`."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from agendacli.formats.documents.tokens.letterwise import LONGEST_LINE, MOST_KEPT, letterwise
from agendacli.formats.documents.tokens.place_words import NOT_OF_ROOM
from agendacli.model.frozen import frozen
from agendacli.words.times.alphabet import MONTHS, WEEKDAYS

_SHORT_DAYS = (
    "mon mo lun lu", "tue tues di mar ma", "wed mi mer me mie", "thu thur thurs do jeu jue", "fri fr ven vie",
    "sat sa sam sab", "sun so dim dom",
)  # fmt: skip
_MONTH_WORDS = {
    short: number
    for number, names in enumerate(MONTHS, 1)
    for name in names.split()
    for short in {name, name[:3], name[:4]}
} | {"jui": 6, "agos": 8, "sept": 9}
_WEEKDAY_WORDS = {name: number for number, names in enumerate(WEEKDAYS) for name in names.split()}
_WEEKDAY_WORDS |= {"grundonnerstag": 3, "karfreitag": 4, "karsamstag": 5, "ostersonntag": 6, "ostermontag": 0}
_WEEKDAY_WORDS |= {"palmsonntag": 6, "pfingstsonntag": 6, "pfingstmontag": 0, "easter day": 6}
_SHORT_WORDS = {name: number for number, names in enumerate(_SHORT_DAYS) for name in names.split()}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "one": 1, "two": 2, "three": 3, "four": 4}
_ORDINALS |= {"five": 5, "premiere": 1, "deuxieme": 2, "troisieme": 3, "primer": 1, "segundo": 2, "tercer": 3}


def _any(words: dict[str, int]) -> str:
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


_M, _W, _S, _O = map(_any, (_MONTH_WORDS, _WEEKDAY_WORDS, _SHORT_WORDS, _ORDINALS))
_TH = r"(?:st|nd|rd|th|er|\xba|\.)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_JOIN = r" *(?:-+|to|and|und|bis|et|au|al|y|&|/|,) *"
_PARTS = "module modul modulo part teil partie parte block bloque bloc unit lesson lektion leccion lecon no nr"
_EVENTS = "session sesion seance sitzung week woche semaine semana evening abend night concert konzert workshop meeting"
# `Module 3 – 8 February` is one day, and so is `Session 3 – Sunday 8 February`; `Workshop 3–5 March` is three.
_NO_PART, _NO_EVENT = ("".join(rf"(?<!\b{each} )" for each in words.split()) for words in (_PARTS, _EVENTS))
_NO_NUMBER = (
    rf"(?:{_NO_PART}|(?!\d{{1,2}} ?{_TH}{_JOIN}(?:{_W}|{_S})?,? ?\d))"
    rf"(?:{_NO_EVENT}|(?!\d{{1,2}} ?{_TH}{_JOIN}(?:{_W}|{_S}),? ?\d))"
)
_DAY_MONTH = (
    r"(?<![\d.:])(?<!\bday )(?<!\btag )(?<!\bjour )(?:(?<!\bdia )|(?=\d{1,2} de ))"
    rf"{_NO_NUMBER}(?P<day>\d{{1,2}}) ?{_TH}"
    rf"(?:{_JOIN}(?:{_W}|{_S})?,? ?(?P<last>\d{{1,2}}) ?{_TH}){{0,6}},?"
    rf"[ /-]*(?:of |de |/)? *(?P<name>{_M})\b\.?(?:,?[ /-]*(?:de |del )?{_YEAR})?"
)
_MONTH_DAY = (
    rf"\b(?P<name>{_M})\b\.?,? *(?P<day>\d{{1,2}})(?![\d:h])(?!\.\d) ?{_TH}"
    rf"(?:{_JOIN}(?P<last>\d{{1,2}})(?![\d:h]) ?{_TH})?(?:,? *{_YEAR})?"
)
_SHORT = (  # `12.05. 19:00 Vortrag`, `12.05. 14-16 Uhr`
    rf"(?<![\d./:-]){NOT_OF_ROOM}(?<!\bat )(?<!\bum )(?P<day>\d{{1,2}})\. ?(?P<month>0?[1-9]|1[0-2])\."
    r"(?! ?\d(?!\d?(?:[:.]\d\d\b| ?[-–] ?\d| ?(?:uhr|h)\b)))"
)
_DATES = tuple(
    re.compile(each)
    for each in (
        r"(?<![\d.])(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d\d)[-/.](?P<day>\d\d)(?!\d)",
        _DAY_MONTH,
        _MONTH_DAY,
        r"(?<![\d./:-])(?P<day>\d{1,2})(?P<sign> ?[./-] ?)(?P<month>\d{1,2})(?P=sign)(?P<year>(?:19|20)?\d\d)(?![\d/])",
        _SHORT,
    )
)
_SLASHED = re.compile(r"(?<![\d./:-])(?P<day>\d{1,2})/(?P<month>\d{1,2})(?![\d/])")
_WITH_NUMBER = re.compile(
    rf"\b(?P<weekday>{_W}|{_S})\b\.?,? *(?:the |den |le |el )?(?P<day>\d{{1,2}})"
    rf"(?![\d:.h/]\d|\d| ?(?:[-–] ?\d{{1,2}} ?)?(?:h|uhr|[ap]\.?m)\b) ?{_TH}"
)
_HOLY = "(?:(?:good|maundy|holy|easter|palm|ash|whit|shrove|spy) )?"
_WEEKDAY = re.compile(rf"\b{_HOLY}(?P<weekday>{_W})\b\.?,?")
_FEASTS = {
    **dict.fromkeys(("christmas eve", "heiligabend", "heiliger abend", "nochebuena", "veille de noel"), (12, 24)),
    **dict.fromkeys(("christmas day", "1. weihnachtstag", "erster weihnachtstag", "navidad", "noel"), (12, 25)),
    **dict.fromkeys(("boxing day", "2. weihnachtstag", "zweiter weihnachtstag"), (12, 26)),
    **dict.fromkeys(("new year's eve", "new year’s eve", "silvester", "nochevieja", "saint-sylvestre"), (12, 31)),
    **dict.fromkeys(
        ("new year's day", "new year’s day", "neujahr", "neujahrstag", "jour de l'an", "ano nuevo"), (1, 1)
    ),
    **dict.fromkeys(("epiphany", "dreikonig", "heilige drei konige", "dia de reyes"), (1, 6)),
    **dict.fromkeys(("all saints' day", "allerheiligen", "toussaint", "todos los santos"), (11, 1)),
}
_FEAST = re.compile(
    rf"\W*(?P<feast>{'|'.join(map(re.escape, sorted(_FEASTS, key=len, reverse=True)))})(?:\W*| *[,(].*)"
)
_BESIDE = re.compile(rf"(?P<weekday>{_W}|{_S})\b\.?\)?[ ,(/-]*(?:the |den |le |el |der )?$")
_BEHIND = re.compile(rf"[ ,(/-]*(?P<weekday>{_W}|{_S})\b\)?")
_NUMBERED = re.compile(
    rf"\b(?:day|tag|jour|journee|dia) ?(?:n[o°] ?)?(?P<n>\d{{1,2}}|{_O})\b|\b(?P<o>{_O}) (?:day|journee|jour|dia)\b"
    r"|\b(?P<p>\d) ?(?:\.|st|nd|rd|th|er|e|eme) ?(?:day|tag|jour|journee)\b"
)
_MONTH_YEAR = re.compile(rf"(?<!\d )(?<!\d)(?<!\d\. )(?<!de )\b(?P<name>{_M}),? +(?:de |del )?{_YEAR}")
_MONTH_ALONE = re.compile(rf"\W*(?:(?:in|im|en) )?(?P<said>{_M}\b(?:,? (?:de |del )?{_YEAR})?)\W*")
_SEASON = (
    "spring|summer|autumn|fall|winter|fruhjahr|fruhling|sommer|herbst|printemps|ete|automne|hiver|primavera|verano|otono|"
    "invierno"
)
_PERIOD = re.compile(
    rf"\W*(?:(?:in|im|en) )?(?:{_M}|{_SEASON})(?: (?:term|semester|season))?"
    r"(?:(?: de)? (?:19|20)\d\d(?:[/–-]\d{2,4})?)?\W*"
)
_LONGEST_PERIOD = 40
_SERIES = re.compile(
    r"\b(?:every|each|jede[nrms]?|chaque|tous les|toutes les|cada|todos los|todas las)(?: other| second| zweiten)? "
    rf"(?:{_W}s?|week|woche|semaines?|semanas?)\b|\b{_W}s\b"
)
_SMALL_MONTHS = frozenset({"may", "mar", "march", "mars", "dec", "set", "jun"})
_MOST_DAYS, _MONTHS_OF_YEAR, _LAST_OF_MONTH, _CENTURY = 14, 12, 31, 100


@frozen
class DayWords:
    """What a line says of a day, as much as it says, from `at` to `to`.

    `last` is the day of the month on which a range ends; `number` that of `Day 2`. `is_either`: day and month may be
    the other way round.
    """

    at: int
    to: int
    text: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    number: int | None = None
    last: int | None = None
    is_either: bool = False

    @property
    def is_dated(self) -> bool:
        """Whether it says day and month."""
        return self.day is not None and self.month is not None

    def in_year(self, year: int) -> date | None:
        """The day in that year; None where the calendar has none such."""
        try:
            return date(year, self.month or 0, self.day or 0)
        except ValueError:
            return None

    def turned(self) -> "DayWords":
        """With day and month the other way round."""
        return replace(self, day=self.month, month=self.day)


@lru_cache(maxsize=MOST_KEPT)
def days_in(text: str) -> tuple[DayWords, ...]:
    """All days in a line from left to right; only what begins a line that goes on for pages is looked at."""
    words = letterwise(text[:LONGEST_LINE])
    taken: list[DayWords] = []
    for found in _candidates(words, text):
        if all(found.to <= each.at or each.to <= found.at for each in taken):
            taken.append(found)
    feast = None if taken else _FEAST.fullmatch(words)
    if feast:
        month, day = _FEASTS[feast["feast"]]
        begins, ends = feast.span("feast")
        taken.append(DayWords(begins, ends, text[begins:ends], month=month, day=day))
    return tuple(sorted(taken, key=lambda each: each.at))


def years_in(text: str) -> tuple[int, ...]:
    """The years in a line, as numbers that stand alone."""
    return tuple(int(each) for each in re.findall(r"(?<![\d./-])((?:19|20)\d\d)(?!\d)", text))


def months_in(text: str) -> tuple[tuple[int, int, str], ...]:
    """The months that a line names with their year and without a day, each with its words: `July 2026` is (7, 2026)."""
    found = _MONTH_YEAR.finditer(letterwise(text[:LONGEST_LINE]))
    return tuple((_MONTH_WORDS[each["name"]], int(each["year"]), each[0]) for each in found)


def month_alone(text: str) -> str | None:
    """The month, perhaps with its year, that a text says and nothing else: it heads the days below."""
    found = _MONTH_ALONE.fullmatch(letterwise(text[:_LONGEST_PERIOD]))
    return text[found.start("said") : found.end("said")] if found else None


def series_in(text: str) -> tuple[int, int, str] | None:
    """From where to where a text says that something is every week, and the words: `every Tuesday`, `donnerstags`."""
    found = _SERIES.search(letterwise(text[:LONGEST_LINE]))
    return (*found.span(), text[found.start() : found.end()]) if found else None


def names_period(text: str) -> bool:
    """Whether a text is a month or a season, and perhaps its year: it heads several days."""
    return _PERIOD.fullmatch(letterwise(text[:_LONGEST_PERIOD])) is not None


def _candidates(words: str, text: str) -> Iterator[DayWords]:
    for pattern in _DATES:
        yield from (day for found in pattern.finditer(words) if (day := _dated(found, words, text)))
    if _WEEKDAY.search(words) or len(words) < 12:
        yield from (day for found in _SLASHED.finditer(words) if (day := _dated(found, words, text)))
    for found in _WITH_NUMBER.finditer(words):
        if 1 <= int(found["day"]) <= _LAST_OF_MONTH and _is_loud(found["weekday"], text, found.start()):
            number = int(found["day"])
            yield _words(found, text, weekday=_weekday(found["weekday"]), day=number)
    for found in _WEEKDAY.finditer(words):
        if _is_loud(found["weekday"], text, found.start(), always=True):
            yield _words(found, text, weekday=_weekday(found["weekday"]))
    for found in _NUMBERED.finditer(words):
        said = found["n"] or found["o"] or found["p"]
        number = int(said) if said.isdigit() else _ORDINALS[said]
        if 1 <= number <= _MOST_DAYS:
            yield _words(found, text, number=number)


def _is_loud(word: str, text: str, at: int, *, always: bool = False) -> bool:
    """Whether a weekday begins with a capital letter, as in a heading, or can mean nothing else."""
    return text[at].isupper() or (not always and word in _WEEKDAY_WORDS) or (word in _WEEKDAY_WORDS and at == 0)


def _weekday(word: str) -> int:
    return _WEEKDAY_WORDS.get(word, _SHORT_WORDS.get(word, 0))


def _words(
    found: re.Match[str], text: str, *, weekday: int | None = None, day: int | None = None, number: int | None = None
) -> DayWords:
    begins, ends = found.span()
    return DayWords(begins, ends, text[begins:ends], weekday=weekday, day=day, number=number)


def _dated(found: re.Match[str], words: str, text: str) -> DayWords | None:
    said = found.groupdict()
    name, year = said.get("name"), said.get("year")
    is_french = name == "mars" and found.start("day") < found.start("name")  # no other word stands behind a number
    if name in _SMALL_MONTHS and text[found.start("name")].islower() and not year and not is_french:
        return None
    month = _MONTH_WORDS[name] if name else int(said["month"])
    day, full_year = int(said["day"]), _full(year)
    is_either = found.re is _SLASHED or "." not in said.get("sign", ".")
    if month > _MONTHS_OF_YEAR >= day and not name:
        day, month, is_either = month, day, False
    if not (1 <= month <= _MONTHS_OF_YEAR and 1 <= day <= _LAST_OF_MONTH):
        return None
    last = int(said["last"]) if said.get("last") else None
    if last is not None and not day < last <= _LAST_OF_MONTH:
        last = None
    made = DayWords(found.start(), found.end(), "", year=full_year, month=month, day=day, last=last)
    made = replace(made, is_either=is_either and day <= _MONTHS_OF_YEAR and day != month)
    return _with_weekday(made, words, text)


def _full(year: str | None) -> int | None:
    if year is None:
        return None
    return int(year) + 2000 if int(year) < _CENTURY else int(year)


def _with_weekday(day: DayWords, words: str, text: str) -> DayWords:
    """The day with the weekday that stands beside it."""
    before = _BESIDE.search(words[max(0, day.at - 16) : day.at])
    if before:
        at = max(0, day.at - 16) + before.start()
        if at == 0 or not words[at - 1].isalpha():
            return replace(day, at=at, weekday=_weekday(before["weekday"]), text=text[at : day.to])
    behind = _BEHIND.match(words, day.to)
    if behind and behind["weekday"] in _WEEKDAY_WORDS:
        return replace(day, to=behind.end(), weekday=_weekday(behind["weekday"]), text=text[day.at : behind.end()])
    return replace(day, text=text[day.at : day.to])
