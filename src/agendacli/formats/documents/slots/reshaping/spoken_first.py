"""Times in words at the head of a line or at its end, in digits: `um halb drei: Kaffee`, `Tea … half past four`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from agendacli.formats.documents.page import Block, Line
from agendacli.words.times.times_of_day import even

_WORDS = (
    "one eins ein une un una", "two zwei deux dos", "three drei trois tres", "four vier quatre cuatro",
    "five funf cinq cinco", "six sechs seis", "seven sieben sept siete", "eight acht huit ocho", "nine neun neuf nueve",
    "ten zehn dix diez", "eleven elf onze once", "twelve zwolf douze doce", "treize", "quatorze", "quinze", "seize",
    "dix-sept", "dix-huit", "dix-neuf", "vingt", "vingt et une", "vingt-deux", "vingt-trois",
)  # fmt: skip
_HOURS = {word: n for n, each in enumerate(_WORDS, 1) for word in (each.split() if n <= 12 else [each])}
_MINUTES = {
    "half past": 30, "quarter past": 15, "quarter to": -15, "halb": -30, "viertel nach": 15, "viertel vor": -15,
    "et demie": 30, "et quart": 15, "moins le quart": -15, "y media": 30, "y cuarto": 15, "menos cuarto": -15,
}  # fmt: skip
_HOUR = rf"(?:{'|'.join(sorted(_HOURS, key=len, reverse=True))}|\d{{1,2}})"
_BEHIND = "et demie|et quart|moins le quart|y media|y cuarto|menos cuarto"
_HALVES = {
    "a": r"in the morning|morgens|vormittags|fruh|du matin|de la ma[nñ]ana",
    "p": r"in the (?:afternoon|evening)|at night|nachmittags|abends|de l['’]apres-midi|du soir|de la (?:tarde|noche)",
}
_HALF = "|".join(_HALVES.values())
_TIME = (
    rf"(?:(?:a )?(?:half past|quarter past|quarter to|halb|viertel nach|viertel vor) {_HOUR}(?: uhr)?|"
    rf"{_HOUR} (?:o['’]clock|uhr)|{_HOUR} heures? (?:et demie|et quart|moins le quart)|{_HOUR} heures?|"
    rf"(?:las? )?{_HOUR} (?:y media|y cuarto|menos cuarto)|las? {_HOUR}|{_HOUR}(?= (?:{_HALF})))"
)
_FROM = r"(?:at|from|um|von|ab|gegen|a|de|des|vers|desde|a eso de|sobre)"
_RANGE = rf"(?:(?P<first>{_TIME}|{_HOUR}) (?:to|until|till|bis|a|hasta) )?(?P<last>{_TIME})(?: (?P<half>{_HALF}))?"
_FIRST = re.compile(
    rf"\W*(?P<from>{_FROM} )?(?P<time>{_RANGE})(?P<sign>\s*(?::|[-–—](?=\s)|$))?(?=[^\w.:]|[.:](?!\d)|$)"
)
_LAST = re.compile(rf".{{3,}}?(?:\s*[.…]{{3,}}|\s*:|\s-)\s*(?P<from>{_FROM} )?(?P<time>{_RANGE})\W*")
_NOON_LAST = re.compile(r".{3,}?(?:\s*[.…]{3,}|\s*:)\s*(?P<time>(?:a )?(?:noon|midday|midi|mittags?|mediodia))\W*")
_ANY_HOUR = re.compile(rf"\b{_HOUR}\b")
_EARLIEST, _NOON, _DIAL = 7 * 60, 13 * 60, 12
_LENGTH = re.compile(rf"{_HOUR} heures?(?: et demie| et quart)?")


def with_digits(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks; lines that begin or end with a time in words, with digits for it."""
    for block in blocks:
        yield _written(block) if isinstance(block, Line) else block


def _written(line: Line) -> Line:
    text = even(line.text)
    noon = _NOON_LAST.fullmatch(text)
    if noon:
        return replace(line, text=_put(line.text, noon.span("time"), "12:00"), pieces=())
    first = _FIRST.match(text)
    found = first if first and (first["from"] or first["sign"]) else _LAST.fullmatch(text)
    if found is None or not _is_spoken(found["last"]) or (found is not first and _is_length(found)):
        return line
    half = next((key for key, words in _HALVES.items() if re.fullmatch(words, found["half"] or "")), "")
    begins = f"{_digits(found['first'], half)}–" if found["first"] else ""
    span = (found.start("from") if found["from"] else found.start("time"), found.end("time"))
    return replace(line, text=_put(line.text, span, f"{begins}{_digits(found['last'], half)}"), pieces=())


def _is_spoken(time: str) -> bool:
    """Whether a time is in words, at least in part: not `las 21`."""
    return not any(map(str.isdigit, time)) or any(each in time for each in _MINUTES)


def _is_length(found: re.Match[str]) -> bool:
    """Whether a time in words behind a title may say how long that is: `Marche : deux heures`."""
    return not found["from"] and _LENGTH.fullmatch(found["time"]) is not None


def _put(text: str, at: tuple[int, int], new: str) -> str:
    return f"{text[: at[0]]}{new}{text[at[1] :]}"


def _digits(words: str, half: str) -> str:
    """A time in words as digits: `halb drei` is `2:30 pm`, as hours before seven are unless they say otherwise."""
    part = next((each for each in _MINUTES if each in words), "")
    hour = _ANY_HOUR.findall(words.replace(part, " ") if part else words)[-1]
    minutes = 60 * (int(hour) if hour.isdigit() else _HOURS[hour]) + _MINUTES.get(part, 0)
    mark = half if half and minutes < _NOON else "p" if minutes < _EARLIEST else ""
    return f"{minutes // 60 or 12}:{minutes % 60:02}{f' {mark}m' if mark else ''}"
