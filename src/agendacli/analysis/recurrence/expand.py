"""A repeated session at each of its times: rules, added and removed times, occurrences that differ.

Times repeat on the wall and become instants at once. A time that the clocks skip is the one that the offset before
the change makes of it (RFC 5545 3.3.5); of a time that comes twice it is the first.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import lru_cache

from agendacli.analysis.recurrence.parts import Part, parts
from agendacli.analysis.recurrence.series import OriginalStart, Removed, RuleSearch, Series
from agendacli.analysis.recurrence.simple import simply
from agendacli.analysis.recurrence.values import Found, Recurrences
from agendacli.model.asked import Refusal
from agendacli.model.interval import LIMIT, Stretch
from agendacli.model.occurrence import Occurrence, Placed
from agendacli.model.programme import Programme, Repeat, Session
from agendacli.model.rules.rule import Rule, read_rule
from agendacli.model.when import When, bounds


def recurrences(programme: Programme, session: Session, stretch: Stretch, limit: int = LIMIT) -> Recurrences:
    """Every occurrence of a repeated session that touches the stretch; one that was moved, where it was moved to.

    In a stretch without end a rule without end stops a year after the stretch's start, its moment or the first time,
    whichever is latest.
    An occurrence that differs takes place even where it is removed as well or no rule leads to it.
    """
    rules, unread = _read(session.repeat.rules if session.repeat else ())
    work = programme, session, rules, _bounded(stretch, rules, session.when), limit
    found, cut = simply(*work) or _full(*work)
    return Recurrences(found, unread, cut)


@lru_cache(maxsize=4096)
def _read(texts: tuple[str, ...]) -> tuple[tuple[Rule, ...], tuple[str, ...]]:
    """The rules, and what is wrong with each text that is none."""
    read = [read_rule(text) for text in texts]
    refused = tuple(str(each) for each in read if isinstance(each, Refusal))
    return tuple(each for each in read if not isinstance(each, Refusal)), refused


def _full(programme: Programme, session: Session, rules: tuple[Rule, ...], stretch: Stretch, limit: int) -> Found:
    repeat, series = session.repeat or Repeat(), Series.of(session)
    search = RuleSearch(series, rules, repeat.added, limit)
    changed = {series.key(series.on_the_wall(each.original)): each.session for each in repeat.changes}
    removed = Removed.of(repeat, series)
    found = [(Occurrence(programme, each, each.when, key), bounds(each.when)) for key, each in changed.items()]
    missing = ""
    for part in parts(session, repeat, series):
        originals, cut = search.originals(part.span(series, stretch, is_dense=search.is_dense))
        kept = (each for each in originals if each.key not in changed and not removed.has(each))
        found += _placed(programme, part, kept)
        missing = missing or cut
    return [each for each in found if stretch.touches(each[1])], missing


def _placed(programme: Programme, part: Part, originals: Iterable[OriginalStart]) -> Iterator[Placed]:
    for each in originals:
        if placed := part.placed(each):
            yield Occurrence(programme, part.session, placed[0], each.key), placed[1]


def _bounded(stretch: Stretch, rules: tuple[Rule, ...], when: When) -> Stretch:
    """The stretch with an end where a rule has none."""
    if stretch.end is not None or not any(each.is_endless for each in rules):
        return stretch
    latest = max(each for each in (stretch.start, stretch.moment and stretch.moment(), bounds(when).start) if each)
    return Stretch(stretch.start, _year_after(latest))


def _year_after(moment: datetime) -> datetime:
    try:
        return moment.replace(year=moment.year + 1)
    except ValueError:  # 29 February
        return moment.replace(year=moment.year + 1, month=3, day=1)
