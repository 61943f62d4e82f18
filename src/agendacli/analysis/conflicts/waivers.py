"""Which conflicts are waived, and which waivers have lapsed because a session is no longer what it was."""

from collections.abc import Iterable, Sequence

from agendacli.analysis.conflicts.values import Conflict
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant
from agendacli.model.waiver import Waiver
from agendacli.model.when import Timed, When
from agendacli.words.prose import when_text


@frozen
class Lapse:
    """A waiver that no longer holds, and each change: the session's id, what was accepted, what it is now."""

    waiver: Waiver
    changes: tuple[tuple[str, str, str], ...]


@frozen
class Accepted:
    """What waivers accept: the ids of the sessions with a kind or any (None), and the waivers that have lapsed."""

    holding: frozenset[tuple[frozenset[str], str | None]]
    lapsed: tuple[Lapse, ...]

    def covers(self, conflict: Conflict) -> bool:
        """Whether a waiver that holds accepts this conflict."""
        if not self.holding:
            return False
        pair = frozenset(each.id for each in conflict.sessions)
        return not self.holding.isdisjoint({(pair, None), (pair, conflict.kind.value)})


def facts(occurrence: Occurrence) -> str:
    """What a waiver rests on, on one line: time with zone, room, and people with their roles."""
    people = ", ".join(sorted(_seat(each) for each in occurrence.session.participants))
    parts = (_time(occurrence.when), occurrence.zone, occurrence.room, str(occurrence.place), people)
    return "; ".join(part for part in parts if part)


def accepted(waivers: Sequence[Waiver], occurrences: Iterable[Occurrence]) -> Accepted:
    """The waived conflicts among the occurrences as they are now. A waiver of a missing session has no effect."""
    wanted = {name for waiver in waivers for name, _ in waiver.sessions}
    now = {each.id: facts(each) for each in occurrences if each.id in wanted} if wanted else {}
    lapses = {waiver: _changes(waiver, now) for waiver in waivers if all(name in now for name, _ in waiver.sessions)}
    return Accepted(
        frozenset((_pair(waiver), waiver.kind) for waiver, changes in lapses.items() if not changes),
        tuple(Lapse(waiver, changes) for waiver, changes in lapses.items() if changes),
    )


def _changes(waiver: Waiver, now: dict[str, str]) -> tuple[tuple[str, str, str], ...]:
    return tuple((name, was, now[name]) for name, was in waiver.sessions if _words(was) != _words(now[name]))


def _words(text: str) -> str:
    return " ".join(text.split())


def _pair(waiver: Waiver) -> frozenset[str]:
    return frozenset(name for name, _ in waiver.sessions)


def _seat(participant: Participant) -> str:
    return f"{participant.role} {participant.name}{'' if participant.confirmed else ' (tbc)'}"


def _time(when: When) -> str:
    """The time in words; of a time that comes twice on the night when the clocks go back, also which."""
    times = [when.start, when.end] if isinstance(when, Timed) else []
    which = ", ".join("second" if each.fold else "first" for each in times if each)
    return f"{when_text(when)} ({which})" if "second" in which else when_text(when)
