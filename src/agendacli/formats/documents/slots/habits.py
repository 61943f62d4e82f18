"""How a document writes its times, as all of its lines show."""

import re
from collections.abc import Sequence

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.slots.trailing import trailing_hours, trailing_time
from agendacli.formats.documents.tokens.hours import HoursWords, leading_hours
from agendacli.formats.documents.tokens.letterwise import letterwise
from agendacli.model.frozen import frozen

_FEW = 3
_NUMBERED = re.compile(r"\d\.\d\d?\s+[^\W\d_]")
_TELLS = re.compile(  # as a sentence does behind the time with which it begins: `Gegen 19 Uhr sind wir zurück.`
    r"(?:is|are|will|should|we|you|there|the|our|sind|ist|werden?|treffen|fahren|kehren|kommen|gehen|endet|enden|"
    r"beginnt|geht|wollen|nous|on|vous|il|elle|le|la|les|sera|seront|volvemos|volveremos|llegamos|llegaremos|"
    r"salimos|saldremos|estaremos|regresamos|nos|se|el|los)\b.*[^\W_]{2}[.!]"
)
_ENDS_BRACKET = re.compile(r"[^()]*\d\s?(?:Uhr|h|hrs?|[ap]\.?m\.?)?\)[.,;]")  # one that begins above


@frozen
class Habits:
    """How a document writes its times.

    `is_agenda`: they stand at the ends of its lines. `has_plain_times`: as four digits. `ends_with_times`: ranges of
    them usually stand behind a title. `tells_times`: sentences begin with them as a rule.
    """

    is_agenda: bool
    has_plain_times: bool
    ends_with_times: bool
    tells_times: bool

    def is_time(self, hours: HoursWords, line: Line, rest: str) -> bool:
        """Whether the hours with which a line begins open a slot; `rest` is what stands behind them."""
        is_of_sentence = self.ends_with_times and line.text[:1].islower() and line.text.endswith(".")
        is_of_sentence = is_of_sentence or _ENDS_BRACKET.match(line.text) is not None
        is_told = hours.end is None and not self.tells_times and _is_told(rest)
        if is_of_sentence or is_told or (line.page and hours.text.isalpha()):  # noon in a line that was put together
            return False
        if hours.is_plain:
            return self.has_plain_times
        if hours.end or hours.is_open or hours.start.half:
            return True
        return not (line.level and _NUMBERED.match(line.text))


def habits_of(lines: Sequence[Line], with_tables: Sequence[Line]) -> Habits:
    """How the lines of a document write its times; `with_tables` are those of its tables, too."""
    behind = sum(trailing_hours(each) is not None for each in lines)
    return Habits(_is_agenda(with_tables), has_plain_times(with_tables), behind >= _FEW, _tells_times(with_tables))


def _is_told(rest: str) -> bool:
    return rest[:1].islower() and _TELLS.fullmatch(letterwise(rest)) is not None


def _tells_times(lines: Sequence[Line]) -> bool:
    rests = [rest for each in lines if (found := leading_hours(each.text))[0] and (rest := found[1])]
    return 2 * sum(map(_is_told, rests)) >= len(rests)


def _is_agenda(lines: Sequence[Line]) -> bool:
    """Whether the times of a document stand at the ends of its lines, and none begins with one."""
    at_end = sum(trailing_time(each) is not None for each in lines)
    return at_end >= _FEW and not any(leading_hours(each.text)[0] for each in lines)


def has_plain_times(lines: Sequence[Line]) -> bool:
    """Whether a document writes its times as four digits: `0830-1000`, or several times `0830`."""
    first = [hours[0] for line in lines if (hours := leading_hours(line.text)[0])]
    alone = sum(each.is_plain and not each.text.startswith(("19", "20")) for each in first)
    return sum(_is_plain_range(each.text) for each in lines) > 1 or (alone >= _FEW and 2 * alone > len(first) - alone)


def _is_plain_range(text: str) -> bool:
    hours, _ = leading_hours(text)
    is_range = bool(hours) and hours[0].end is not None and not hours[0].is_plain
    return is_range and re.match(r"\W*\d{4}(?:\s*\W\s*| (?:to|till?|until|bis|à|au?|al|hasta) )\d{4}", text) is not None
