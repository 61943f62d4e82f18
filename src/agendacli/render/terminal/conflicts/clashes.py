"""A cluster of conflicts in words: what cannot be kept, on which days, why, and on what it hangs."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from agendacli.analysis.conflicts.clusters import Cluster
from agendacli.analysis.conflicts.values import Conflict, Kind
from agendacli.analysis.conflicts.wording import runs_in_words
from agendacli.analysis.timetable.clocks import Clocks
from agendacli.model.frozen import frozen
from agendacli.model.when import DAY, TimeWindow
from agendacli.render.terminal import styles
from agendacli.render.terminal.phrases import said
from agendacli.render.terminal.rows import Rows
from agendacli.render.terminal.text import Line, Text
from agendacli.words.prose import WEEKDAYS, clock_text, day_text, length_text

_DEPENDS = "depends on"
_GAP = 2
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
# A kind that is not here has several sessions at once, as a category has.
_AT_ONCE = "has {number} sessions at once", "may have {number} sessions at once"
_CERTAIN = {
    Kind.PERSON: "is needed in {places}",
    Kind.ROOM: "is taken by {number} sessions at once",
    Kind.ABSENCE: "is needed, and absent",
    Kind.TRAVEL: "has too little time for the way",
    Kind.REST: "has too little rest",
    Kind.TURNOVER: "has too little time between {number} sessions",
    Kind.OVERLAP: "{number} sessions overlap",
}
_POSSIBLE = {
    Kind.PERSON: "may be needed in {places}",
    Kind.ROOM: "may be taken by {number} sessions at once",
    Kind.ABSENCE: "may be needed, and absent",
    Kind.TRAVEL: "may have too little time for the way",
    Kind.REST: "may have too little rest",
    Kind.TURNOVER: "may have too little time between {number} sessions",
    Kind.OVERLAP: "{number} sessions may overlap",
}


def headline(cluster: Cluster, chosen: int | None) -> Text:
    """What cannot be kept: `Jo Lund is needed in two rooms`; `chosen` counts the sessions of one's own choice."""
    subject, count = cluster.first.subject, len(cluster.sessions)
    if cluster.kind is Kind.OVERLAP and chosen is not None:
        verb = "overlap" if cluster.is_certain else "may overlap"
        return Text(f"Your choice: {count} of {chosen} {verb}", styles.HEADING)
    if cluster.kind is Kind.OVERLAP and cluster.hub:
        verb = "overlaps" if cluster.is_certain else "may overlap"
        return said(cluster.hub.session.title, styles.HEADING).append(f" {verb} {_number(count - 1)} sessions")
    certain, possible = (
        each.get(cluster.kind, usual) for each, usual in zip((_CERTAIN, _POSSIBLE), _AT_ONCE, strict=True)
    )
    phrase = certain if cluster.is_certain else possible
    words = phrase.format(number=_number(count), places=_places(cluster))
    if subject is None:
        words = words.removeprefix("has ").removeprefix("may have ")
        return Text(overflow="fold").append(f"{words[:1].upper()}{words[1:]}", styles.HEADING)
    return said(subject, styles.HEADING).append(f" {words}", styles.HEADING)


def days_line(days: Sequence[date], first: date) -> str:
    """The day; of what repeats how often, and when first: `every Tuesday, 10 times, first on Tue 14 July 2026`."""
    if len(days) == 1:
        return day_text(first)
    weekdays = {each.weekday() for each in days}
    gaps = {later - before for before, later in pairwise(sorted(days))}
    often = "every day, " if gaps == {DAY} else f"every {WEEKDAYS[days[0].weekday()]}, " if gaps == {7 * DAY} else ""
    often = often or (f"{WEEKDAYS[days[0].weekday()]}s, " if len(weekdays) == 1 else "")
    return f"{often}{len(days)} times, first on {day_text(min(days))}, last on {day_text(max(days))}"


def reasons(cluster: Cluster, clocks: Clocks) -> Iterator["Text | _Unknown"]:
    """Why it cannot be kept, where the bars do not show it, and what is not known yet."""
    conflict = cluster.first
    if conflict.absence:
        yield said(f"absent {conflict.absence.text}")
    if cluster.kind is Kind.TRAVEL:
        yield said(_journey(conflict))
    if cluster.kind in {Kind.TURNOVER, Kind.REST} and conflict.journey:
        yield said(f"{length_text(conflict.journey)} are needed between them")
    if conflict.candidates is not None:
        yield _days(conflict)
    if cluster.depends_on:
        yield _unknown(cluster, clocks)


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"


def _places(cluster: Cluster) -> str:
    """Where a person is needed: `two rooms`, `two cities`, else `two sessions at once`."""
    sessions, number = cluster.sessions, _number(len(cluster.sessions))
    rooms, cities = {each.room for each in sessions}, {each.place.city for each in sessions}
    for what, places in (("rooms", rooms), ("cities", cities)):
        if None not in places and len(places) == len(sessions):
            return f"{number} {what} at once"
    return f"{number} sessions at once"


def _journey(conflict: Conflict) -> str:
    if conflict.journey is None:
        return "how long the journey takes is not known"
    return f"the journey takes about {length_text(conflict.journey)}"


def _days(conflict: Conflict) -> Text:
    """The days that clash, out of how many, and how many are clear of any conflict."""
    candidates = conflict.candidates or 0
    clashing = candidates - (conflict.free or 0)
    text = Text(overflow="fold")
    if conflict.days:
        text.append(f"on {'; '.join(runs_in_words(conflict.days))}: ", styles.TIME)
    text.append(f"{clashing} of {candidates} possible {'days' if conflict.days else 'pairs of days'}")
    if conflict.clear is not None:
        text.append(f"; {conflict.clear or 'none'} {'is' if conflict.clear == 1 else 'are'} clear")
    return text


def _unknown(cluster: Cluster, clocks: Clocks) -> "_Unknown":
    """What it depends on, a phrase a line."""
    return _Unknown(tuple(said(_on_clocks(each, cluster, clocks)) for each in cluster.depends_on))


@frozen
class _Unknown:
    """Phrases beside a label, which is folded where they would have less room than it."""

    phrases: tuple[Text, ...]

    def drawn(self, width: int) -> Iterator[Line]:
        """The lines of both."""
        missing = max(2 * (len(_DEPENDS) + _GAP) - width, 0)
        left = len(_DEPENDS) - round(missing / 2)
        label = Text(_DEPENDS, styles.UNSETTLED).wrapped(left)
        for each in label:
            each.truncate(left, pad=True)
        return Rows((left,), _GAP, ((label, self.phrases),)).drawn(width)


def _on_clocks(phrase: str, cluster: Cluster, clocks: Clocks) -> str:
    """A phrase on what is not known, its hours on the clocks that are shown; the conflict has it as records do."""
    for each in cluster.sessions:
        if isinstance(each.when, TimeWindow) and phrase.startswith(f"{each.id}: "):
            hours = clock_text(clocks.shown(each).when, dial=clocks.dial)
            phrase = phrase.replace(f"({clock_text(each.when)})", f"({hours})")
    return phrase
