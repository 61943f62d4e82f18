"""Pieces that several drawings share: marks, people by role, places, zones. Here text from files becomes harmless."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from agendacli.analysis.timetable.clocks import Clocks
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant
from agendacli.model.programme import Status
from agendacli.model.when import TimeWindow, When, bounds, days_touched
from agendacli.model.zones import wall
from agendacli.render.terminal import styles
from agendacli.render.terminal.text import Text
from agendacli.words.harmless import one_line
from agendacli.words.prose import clock_text, offset_text, zone_text

Changed = Mapping[str, tuple[str, ...]]
"""What changed since an older version, in words, by the address of the session or of one time of it."""

NOTHING_CHANGED: Changed = MappingProxyType({})
DOT = " · "
REPEATS = "↻"
REMINDED = "♪"
_LONG_LEAD = 30
_SPEAKER = "speaker"  # which goes without saying
# What takes nobody's time stands back, but not what a reader must not miss.
_FORWARD = frozenset({"deadline", "document"})


def said(text: str, style: str = "") -> Text:
    """Text from a file on one line, made harmless, folded rather than cut where it is too wide."""
    return Text(overflow="fold").append(one_line(text), style)


def joined(parts: Iterable[Text | str | None], style: str = "") -> Text:
    """The parts that say something, with a dot between each two."""
    line = Text(overflow="fold")
    for each in parts:
        if each:
            line.append(DOT if line else "", styles.QUIET)
            line.append_text(each if isinstance(each, Text) else said(each, style))
    return line


def title(occurrence: Occurrence) -> Text:
    """The title with its marks: struck through and marked when cancelled, dim when it takes nobody's time."""
    session = occurrence.session
    text = _emphasized(one_line(session.title), _title_style(occurrence))
    for mark, style in marks(occurrence):
        text.append("  ").append(mark, style)
    return text


def title_lead(occurrence: Occurrence) -> str:
    """The few words that lead a title, as in `Panel 1: …`, else all of it."""
    words = one_line(occurrence.session.title)
    lead, _, rest = words.partition(": ")
    return lead if rest and len(lead) <= _LONG_LEAD else words


def changes_of(occurrence: Occurrence, changed: Changed) -> tuple[Text, ...]:
    """What changed of a session, and of this time of it, a line each."""
    session = f"{occurrence.programme.id}/{occurrence.session.id}"
    found = dict.fromkeys((*changed.get(session, ()), *changed.get(occurrence.id, ())))
    return tuple(said(f"~ {each}", styles.UNSETTLED) for each in found)


def marks(occurrence: Occurrence) -> tuple[tuple[str, str], ...]:
    """The signs and words behind a title, each with its style: `↻` repeats, `♪` has a reminder, cancelled, private …"""
    found: list[tuple[str, str]] = []
    if occurrence.original is not None:
        found.append((REPEATS, styles.QUIET))
    if occurrence.session.reminded:
        found.append((REMINDED, styles.QUIET))
    if occurrence.status is Status.CANCELLED:
        found.append(("cancelled", "red"))
    if occurrence.status is Status.TENTATIVE:
        found.append(("tentative", styles.UNSETTLED))
    if isinstance(occurrence.when, TimeWindow):
        found.append(("hour not fixed", styles.UNSETTLED))
    if occurrence.session.is_private:
        found.append((occurrence.session.privacy.value, styles.QUIET))
    return tuple(found)


def is_quiet(occurrence: Occurrence) -> bool:
    """Whether it stands back: it takes nobody's time, and missing it costs nothing."""
    return occurrence.session.transparent and occurrence.session.kind not in _FORWARD


def people_lines(participants: Sequence[Participant]) -> tuple[Text, ...]:
    """One paragraph a role, in printed order: `Panellists: Mark Shaw, Jorgen Carling (tbc)`."""
    return tuple(_seats(role, seats) for role, seats in _by_role(participants).items())


def people_text(participants: Sequence[Participant]) -> Text | None:
    """All in one paragraph, speakers that come first without their role: `Mark Shaw · chair Louise Arbour`.

    One alone who is not a speaker has the role behind the name: `Louise Arbour (chair)`. None for nobody.
    """
    if not participants:
        return None
    (role, seats), *others = _by_role(participants).items()
    if len(participants) == 1 and role != _SPEAKER:
        return Text(f"{_seat(seats[0])} ({one_line(role)})", styles.QUIET, overflow="fold")
    first = _names(seats) if role == _SPEAKER else _seats_of(role, seats)
    rest = (_seats_of(each, there) for each, there in others)
    return Text(DOT.join((first, *rest)), styles.QUIET, overflow="fold")


def _by_role(participants: Sequence[Participant]) -> dict[str, list[Participant]]:
    by_role: dict[str, list[Participant]] = {}
    for each in participants:
        by_role.setdefault(each.role, []).append(each)
    return by_role


def _names(seats: Iterable[Participant]) -> str:
    return ", ".join(map(_seat, seats))


def _seats_of(role: str, seats: Sequence[Participant]) -> str:
    return f"{_of_count(one_line(role), len(seats))} {_names(seats)}"


def role_text(role: str, count: int) -> str:
    """A role as a label, of one or of several: `Moderator`, `Moderators`."""
    word = one_line(role)
    return _of_count(word[:1].upper() + word[1:], count)


def _of_count(word: str, count: int) -> str:
    if count == 1 or word.endswith("s") or not word[-1:].isascii():
        return word
    return f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"


def zones_text(occurrences: Sequence[Occurrence]) -> str | None:
    """The one zone of these occurrences with its offset, or both offsets when the clocks change; None for several."""
    zones = {each.zone for each in occurrences if each.zone}
    if len(zones) != 1:
        return None
    zone = zones.pop()
    timed = [each.bounds for each in occurrences if each.zone]
    texts = (zone_text(zone, min(each.start for each in timed)), zone_text(zone, max(each.end for each in timed)))
    return texts[0] if texts[0] == texts[1] else f"{texts[0][:-1]}, then {texts[1].removeprefix(f'{zone} (')}"


def offset_of(when: When) -> str:
    """The offset from UTC with which it begins: `UTC+2`."""
    offset = wall(bounds(when).start, when.zone or "UTC").utcoffset()
    return offset_text(offset) if offset is not None else ""


def beside_text(occurrence: Occurrence, clocks: Clocks) -> str | None:
    """The hours on the clocks beside, with their zone: `21:00–22:30 Europe/Vienna (UTC+2)`; None where there are none.

    They are marked where it is another day there than on the clocks themselves.
    """
    other = clocks.beside(occurrence)
    if other is None:
        return None
    day, _ = days_touched(clocks.shown(occurrence).when)
    return f"{clock_text(other.when, day, clocks.dial)} {zones_text([other])}"


def _emphasized(words: str, style: str) -> Text:
    """The title in its style; where a few words lead it, as in `Panel 1: …`, they alone stand out."""
    lead, colon, rest = words.partition(": ")
    text = Text(overflow="fold")
    if style != styles.TITLE or not rest or len(lead) > _LONG_LEAD:
        return text.append(words, style)
    return text.append(lead + colon, style).append(rest)


def _title_style(occurrence: Occurrence) -> str:
    if occurrence.status is Status.CANCELLED:
        return styles.CANCELLED
    return styles.QUIET if is_quiet(occurrence) else styles.TITLE


def _seats(role: str, seats: Sequence[Participant]) -> Text:
    return Text(f"{role_text(role, len(seats))}: {_names(seats)}", styles.QUIET, overflow="fold")


def _seat(seat: Participant) -> str:
    return one_line(seat.name) + ("" if seat.confirmed else " (tbc)")
