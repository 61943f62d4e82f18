"""The day of each heading, and of what stands under none: what is printed, else what follows from it, with a doubt."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.slots.mentions import Mention, mentions_in
from agendacli.formats.documents.slots.slot import DayHeading, Found
from agendacli.formats.documents.tokens.days import DayWords, series_in
from agendacli.formats.documents.values.calendar import KnownDays
from agendacli.formats.documents.values.told import Asked, Told
from agendacli.words.prose import plain_day

_DAY, _HALF_YEAR = timedelta(days=1), timedelta(days=183)
_WEEK = 7
_ONE_EVENT = 14
_NEAR = 3  # letters
_OTHER_WEEKDAY = "`{}` is printed, but that day is a {:%A}"
_ONE_OF = "`{}` is printed: of these only this day is read"
Days = dict[DayHeading, Told[date | None]]


def heading_days(found: Found, known: KnownDays, asked: Asked) -> Days:
    """The day of each heading; None where nothing says it."""
    headings = [each.day.turned() if known.is_turned and each.day.is_either else each.day for each in found.days]
    days: Days = {each: _printed(day, each, known, asked) for each, day in zip(found.days, headings, strict=True)}
    for each, day in zip(found.days, headings, strict=True):
        if days[each].value is None:
            days[each] = _followed(day, each, days, (known, asked))
    days = dict(_in_order({each: _later(each, told, days) for each, told in days.items()}))
    days = {each: told.doubted(_of_series(each)) for each, told in days.items()}
    days = dict(_counted_past(days, found, asked))
    return {each: _alone(told, known) for each, told in days.items()} if len(days) == 1 else days


def _counted_past(days: Days, found: Found, asked: Asked) -> Iterator[tuple[DayHeading, Told[date | None]]]:
    """The days, with a doubt about weekdays where nothing is on the first day, which was given."""
    is_used = any(each.day is None for each in found.slots) or any(each.value == asked.first for each in days.values())
    for heading, told in days.items():
        is_weekday = told.value is not None and heading.day.day is None and heading.day.number is None
        yield heading, told.doubted(_given(asked.first) if asked.first and is_weekday and not is_used else "")


def _given(first: date) -> str:
    return f"{plain_day(first)} is given as the first day"


def _alone(told: Told[date | None], known: KnownDays) -> Told[date | None]:
    """The only day of a programme, with a doubt where the document announces another."""
    others = [day for day, mention in known.likely() if mention is Mention.ANNOUNCED and day != told.value]
    is_within = any(told.value in each.days for each in known.ranges)
    return told.doubted(f"the document names {plain_day(others[0])}, too" if others and not is_within else "")


def _of_series(heading: DayHeading) -> str:
    """Why a day is doubted beside which a weekday is said of every week."""
    begin, end, words = series_in(heading.line.text) or (0, 0, "")
    is_beside = end <= heading.day.at or 0 <= begin - heading.day.to <= _NEAR
    return _ONE_OF.format(words) if words and is_beside else ""


def _in_order(days: Days) -> Iterator[tuple[DayHeading, Told[date | None]]]:
    """The days, with a doubt about one that is before the one above it: it may be that of a letter or a version."""
    above: date | None = None
    for heading, told in days.items():
        is_settled = bool(told.doubts) or heading.day.number is not None or heading.day.weekday is not None
        is_back = told.value is not None and above is not None and told.value < above and not is_settled
        yield heading, told.doubted(f"it is before the day above it, {plain_day(above)}" if above and is_back else "")
        above = told.value or above


def _later(heading: DayHeading, told: Told[date | None], days: Days) -> Told[date | None]:
    """The day of a heading such as `Day 2`; where the date beside it is that of an earlier one, the one counted."""
    number = heading.day.number
    before = [each for other, each in days.items() if number and other.day.number == number - 1 and each.value]
    if not before or before[0].value is None or before[0].value != told.value:
        return told
    reason = f"`{heading.day.text}` is printed, which is the day before: counted from {plain_day(before[0].value)}"
    return Told[date | None](before[0].value + _DAY, told.lines).doubted(reason)


def day_without_heading(found: Found, known: KnownDays, asked: Asked) -> Told[date | None]:
    """The day of what stands under no heading: the one that was given, or the only one in the document."""
    series = next((_ONE_OF.format(said[2]) for line in found.before if (said := series_in(line.text))), "")
    if asked.first:
        return Told[date | None](asked.first).doubted(series)
    lines = [each for each in found.before if not found.days]
    made = _only(known)
    if made is None:
        return Told(None)
    likely = [*known.likely()]
    best = min((mention for _, mention in likely), default=Mention.NAMED)
    several = len({day for day, mention in likely if mention == best or best > Mention.ANNOUNCED}) > 1
    return Told[date | None](made, ()).doubted(
        "" if lines and not several else "no day is printed above it",
        f"the document names several days, {plain_day(made)} first" if several else "",
        f"{plain_day(made)} seems to be of something else" if best > _latest_of_its_own(lines) else "",
        series,
    )


def _latest_of_its_own(above: Sequence[Line]) -> Mention:
    """What a day of the programme may be: that of the next meeting where this stands above, as above an agenda."""
    is_next = any(mention is Mention.NEXT for line in above for _, mention in mentions_in(line.text))
    return Mention.NEXT if is_next else Mention.NAMED


def _only(known: KnownDays) -> date | None:
    return next((day for day, _ in known.likely()), known.ranges[0].first if known.ranges else None)


def _printed(day: DayWords, heading: DayHeading, known: KnownDays, asked: Asked) -> Told[date | None]:
    """The day with the year that is printed, given, or fits."""
    lines = (heading.line,)
    if not day.is_dated:
        return Told(None, lines)
    if day.year:
        return _with_year(day, day.year, heading, known)
    if asked.year and not asked.first:
        return _on(day.in_year(asked.year), day, lines)
    if asked.first:
        made = day.in_year(asked.year) if asked.year else _near(day, asked.first)
        return _on(made, day, lines).doubted(_far_from(asked.first, made))
    fit = known.year_for(day)
    if fit is None:
        return Told(None, lines, ("no year is printed",))
    year, is_sure = fit
    reason = "" if is_sure else f"no year is printed with it; {year} stands elsewhere in the document"
    return Told[date | None](day.in_year(year), lines).doubted(reason)


def _near(day: DayWords, first: date) -> date | None:
    """The day in the year of the first one or in the next: with its weekday, else from the first one on."""
    made = [each for year in (first.year, first.year + 1) if (each := day.in_year(year))]
    fitting = [each for each in made if _fits(day, each)] or made
    return next((each for each in fitting if each >= first), next(iter(fitting), None))


def _far_from(first: date, made: date | None) -> str:
    """That a day cannot well be of what begins on the first one, which was given."""
    is_far = made is not None and not first <= made < first + _HALF_YEAR
    return _given(first) if is_far else ""


def _on(made: date | None, day: DayWords, lines: tuple[Line, ...]) -> Told[date | None]:
    """A day whose year is not printed, doubted where its weekday is another."""
    is_fit = made is None or _fits(day, made)
    return Told[date | None](made, lines).doubted("" if is_fit else _OTHER_WEEKDAY.format(day.text, made))


def _with_year(day: DayWords, year: int, heading: DayHeading, known: KnownDays) -> Told[date | None]:
    made, lines = day.in_year(year), (heading.line,)
    if made is None:
        return Told(None, lines, (f"`{day.text}` is not a day of the calendar",))
    told = Told[date | None](made, lines)
    if day.weekday is not None and made.weekday() != day.weekday:
        other = next(
            (found for each in known.years if (found := day.in_year(each)) and found.weekday() == day.weekday), None
        )
        if other:
            return Told(other, lines, (f"`{day.text}` is printed; the weekday is that of {other.year}",))
        return told.doubted(_OTHER_WEEKDAY.format(day.text, made))
    if day.is_either and len({*known.dated}) < 2:
        return told.doubted("day and month may be the other way round")
    return told


def _followed(day: DayWords, heading: DayHeading, days: Days, context: tuple[KnownDays, Asked]) -> Told[date | None]:
    """The day that follows from others: `Day 2` from the first, a weekday from the range in which it lies."""
    known, asked = context
    lines = (heading.line,)
    said = {each.day.number: told.value for each, told in days.items() if each.day.number and told.value}
    if day.number in said:
        return Told(said[day.number], lines)
    if day.number:
        first = _first(said, known, asked)
        if first is None:
            return Told(None, lines)
        reason = "" if asked.first else f"counted from {plain_day(first)}"
        return Told[date | None](first + (day.number - 1) * _DAY, lines).doubted(reason)
    fitting = (each for each in _span(days, context) if _fits(day, each))
    first = next(fitting, None)
    following = _day_after(heading, days)
    is_moved = bool(first and following and first < following and _fits(day, following))
    first = following if is_moved else first
    if first is None:
        return Told(None, lines)
    is_whole = day.weekday is not None and day.day is not None
    spans = (*known.ranges, *(known.months if is_whole else ()))
    is_sure = not is_moved and all(each == first for each in fitting) and any(first in each.days for each in spans)
    reason = "" if is_sure or asked.first else f"{plain_day(first)} fits what is printed"
    return Told[date | None](first, lines).doubted(reason)


def _day_after(heading: DayHeading, days: Days) -> date | None:
    """The day after that of the heading before, if it is known."""
    above = [told.value for other, told in days.items() if other.place < heading.place]
    return above[-1] + _DAY if above and above[-1] else None


def _first(said: dict[int, date], known: KnownDays, asked: Asked) -> date | None:
    """The first day, of which others are counted."""
    if asked.first:
        return asked.first
    if said:
        number, day = min(said.items())
        return day - (number - 1) * _DAY
    return known.ranges[0].first if known.ranges else _only(known)


def _span(days: Days, context: tuple[KnownDays, Asked]) -> Iterator[date]:
    """The days that a heading may mean, likely ones first; lazily, as there are many around many headings."""
    known, asked = context
    if asked.first:
        yield from (asked.first + n * _DAY for n in range(_ONE_EVENT))
        return
    own = {told.value: None for told in days.values() if told.value}
    for each in known.ranges:
        yield from each.days
    yield from (*own, *known.dated)
    yield from (each + n * _DAY for n in (*range(1, _WEEK), *range(-1, -_WEEK, -1)) for each in own)
    for each in known.months:
        yield from each.days


def _fits(day: DayWords, made: date) -> bool:
    is_day = day.day is None or made.day == day.day
    return (
        is_day
        and (day.month is None or made.month == day.month)
        and (day.weekday is None or made.weekday() == day.weekday)
    )
