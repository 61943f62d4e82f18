"""What of a programme everybody may see: values made anew of the fields that may go out, and counts of what may not.

A field that is not named here stays at home: one that is added to a session does, until somebody lets it out.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant, Person
from agendacli.model.programme import Programme, Repeat, Session
from agendacli.model.source import Source
from agendacli.words.links import Cleaned, is_joining, without_joining, without_links

_ADDRESS = re.compile(r"[\s,;]*[<(\[]?(?:mailto:)?[^\s<>()\[\]@,;]+@[^\s<>()\[\]@,;]+[>)\]]?")


@frozen
class Publication:
    """What goes out, and how many sessions and ways to join are held back.

    `programmes` and `occurrences` hold nothing but what may be seen.
    """

    programmes: tuple[Programme, ...]
    occurrences: tuple[Occurrence, ...]
    private: int
    joining: int

    @property
    def sessions(self) -> int:
        """How many sessions go out, each once whatever its times."""
        return len({(each.programme.address, each.session.id) for each in self.occurrences})

    @property
    def people(self) -> int:
        """How many named people go out."""
        seats = (seat for each in self.occurrences for seat in each.session.participants)
        return len({seat.person.id for seat in seats if seat.person})


def publication(
    programmes: Iterable[Programme], occurrences: Sequence[Occurrence], *, with_sources: bool = False
) -> Publication:
    """What of these programmes and occurrences may go out; `with_sources`, what documents say, too.

    Private sessions are held back, with the items of private blocks.
    """
    every = tuple(programmes)
    screen = _Screen(with_sources=with_sources)
    shown = {each.address: screen.programme(each) for each in every}
    hidden = {each.address: _hidden_ids(each) for each in every}
    found = [each for each in occurrences if not _is_hidden(each, hidden[each.programme.address])]
    out = tuple(_under(each, shown[each.programme.address], screen) for each in found)
    return Publication(tuple(shown.values()), out, len(_sessions(occurrences) - _sessions(found)), screen.joining)


def _is_hidden(occurrence: Occurrence, hidden: frozenset[str]) -> bool:
    return occurrence.session.is_private or occurrence.session.id in hidden


def _hidden_ids(programme: Programme) -> frozenset[str]:
    """The ids of what not everybody may see: private sessions, and what lies in private blocks."""
    own = {each.id for each in programme.sessions if each.is_private}
    return frozenset(own | {each.id for each in programme.sessions if each.parent in own})


def _sessions(occurrences: Iterable[Occurrence]) -> set[tuple[str, str]]:
    return {(each.programme.address, each.session.id) for each in occurrences}


def _under(occurrence: Occurrence, programme: Programme, screen: "_Screen") -> Occurrence:
    return Occurrence(programme, screen.session(occurrence.session), occurrence.when, occurrence.original)


class _Screen:
    """Makes values anew of what may be seen, each once, and counts the ways to join that it holds back."""

    def __init__(self, *, with_sources: bool) -> None:
        self.with_sources = with_sources
        self.joining = 0
        self._sessions: dict[int, tuple[Session, Session]] = {}

    def programme(self, programme: Programme) -> Programme:
        """The programme with what of it may be seen."""
        hidden = _hidden_ids(programme)
        self.joining += len(programme.join)
        return Programme(
            programme.id,
            title=programme.title,
            file="",
            short_title=programme.short_title,
            kind=programme.kind,
            organizer=_without_addresses(programme.organizer),
            status=programme.status,
            stage=programme.stage,
            zone=programme.zone,
            place=programme.place,
            room=self._text(without_links(programme.room)),
            dates=programme.dates,
            url=self._url(programme.url),
            revision=programme.revision,
            older=programme.older,
            sources=self._sources(programme),
            categories=programme.categories,
            description=self._text(without_joining(programme.description)),
            notes=self._texts(programme.notes),
            participants=self._seats(programme.participants),
            citations=programme.citations if self.with_sources else (),
            variants=programme.variants if self.with_sources else (),
            sessions=tuple(self.session(each) for each in programme.sessions if each.id not in hidden),
            is_diary=programme.is_diary,
            symbol=programme.symbol,
            issue=programme.issue,
            license=_without_addresses(programme.license),
        )

    def session(self, session: Session) -> Session:
        """The session with what of it may be seen; of a private one nothing but its time."""
        known = self._sessions.get(id(session))
        if known is None:  # the original is kept with it, so that no other one can have its `id`
            known = self._sessions[id(session)] = session, self._session(session)
        return known[1]

    def _session(self, session: Session) -> Session:
        if session.is_private:
            return Session(session.id, "", session.when, privacy=session.privacy)
        self.joining += len(session.join)
        rooms = tuple(filter(None, (self._text(without_links(each)) for each in session.rooms)))
        return Session(
            session.id,
            title=self._text(without_links(session.title)) or session.kind,
            when=session.when,
            kind=session.kind,
            status=session.status,
            transparent=session.transparent,
            room=self._text(without_links(session.room)),
            place=session.place,
            participants=self._seats(session.participants),
            description=self._text(without_joining(session.description)),
            url=self._url(session.url),
            notes=self._texts(session.notes),
            categories=session.categories,
            citations=session.citations if self.with_sources else (),
            variants=session.variants if self.with_sources else (),
            repeat=self._repeat(session.repeat),
            rooms=rooms,
            parent=session.parent,
            uid=session.uid,
            sequence=session.sequence,
            stamp=session.stamp,
            numbered=session.numbered,
            clocks=session.clocks,
        )

    def _repeat(self, repeat: Repeat | None) -> Repeat | None:
        if repeat is None or not repeat.changes:
            return repeat
        changes = (replace(each, session=self.session(each.session)) for each in repeat.changes)
        return replace(repeat, changes=tuple(changes))

    def _sources(self, programme: Programme) -> tuple[Source, ...]:
        found = programme.sources if self.with_sources else ()
        return tuple(Source(each.id, each.title, each.issuer, each.issued, url=each.url) for each in found)

    def _seats(self, seats: Iterable[Participant]) -> tuple[Participant, ...]:
        return tuple(map(_seat, seats))

    def _texts(self, texts: Iterable[str]) -> tuple[str, ...]:
        return tuple(filter(None, (self._text(without_joining(each)) for each in texts)))

    def _url(self, url: str | None) -> str | None:
        is_held = url is not None and is_joining(url)
        self.joining += is_held
        return None if is_held else url

    def _text(self, found: Cleaned) -> str | None:
        self.joining += found.held_back
        return found.text


def _seat(seat: Participant) -> Participant:
    person = seat.person and Person(seat.person.id, seat.person.name, seat.person.honorific)
    printed = _without_addresses(seat.printed) or seat.name
    position = _without_addresses(seat.position)
    return Participant(seat.role, printed, person=person, position=position, confirmed=seat.confirmed)


def _without_addresses(text: str | None) -> str | None:
    return _ADDRESS.sub("", text).strip() or None if text and "@" in text else text
