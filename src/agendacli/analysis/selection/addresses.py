"""Addresses as users type them, and what they mean.

`EVENT`, `EVENT@REVISION`, `EVENT/SESSION`, `EVENT/SESSION/OCCURRENCE`; where one event is loaded its id may be left
out.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import field
from datetime import date

from agendacli.model.asked import Refusal
from agendacli.model.frozen import frozen
from agendacli.model.lazy import MANY, LazySessions
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme, Session

_SHAPE = r"(?P<event>[^/@]+)(?:@(?P<revision>[^/]*))?(?:/(?P<session>[^/]+)(?:/(?P<occurrence>[^/]+))?)?"
_OCCURRENCE = r"[0-9]{8}(?:T[0-9]{6}Z?)?"


@frozen
class Address:
    """An address as typed: an event's id or a prefix of it, then whatever narrows it down; None: not said."""

    event: str
    revision: date | None = None
    session: str | None = None
    occurrence: str | None = None


@frozen
class Target:
    """What an address means: a programme, or one session of it, or the one occurrence with that id."""

    programme: Programme
    session: Session | None = None
    occurrence: str | None = None

    @property
    def id(self) -> str:
        """The whole address, its event's id written out."""
        parts = (self.programme.address, self.session and self.session.id, self.occurrence)
        return "/".join(part for part in parts if part)


def read_address(text: str) -> Address | Refusal:
    """The parts of an address. `@` begins a revision only before the first `/`; white space may stand for its code.

    A refusal for what has not the shape of an address.
    """
    found = re.fullmatch(_SHAPE, _encoded(text.strip()))
    if found is None:
        return Refusal(f"`{text}` is not an address: write `EVENT`, `EVENT/SESSION` or `EVENT/SESSION/OCCURRENCE`")
    revision = _revision(found["revision"])
    if isinstance(revision, Refusal):
        return revision
    if found["occurrence"] and not re.fullmatch(_OCCURRENCE, found["occurrence"]):
        return Refusal(f"`{found['occurrence']}` in `{text}` is not an occurrence: write it like `20170904T080000Z`")
    return Address(found["event"], revision, found["session"], found["occurrence"])


def find(text: str, programmes: Iterable[Programme]) -> Target | Refusal:
    """What one address means among the programmes; a refusal that names near matches where it means nothing."""
    return find_all((text,), programmes)[0]


def find_all(texts: Iterable[str], programmes: Iterable[Programme]) -> tuple[Target | Refusal, ...]:
    """What each address means among the programmes, in the order of the addresses."""
    known = _Known.of(programmes)
    return tuple(known.meaning(text) for text in texts)


def addressed(occurrences: Iterable[Occurrence], targets: Iterable[Target]) -> tuple[Occurrence, ...]:
    """The occurrences that any of the targets means, in their own order, each once."""
    wanted = {_key(target.programme, target.id) for target in targets}
    return tuple(each for each in occurrences if not wanted.isdisjoint(_keys(each)))


def missing(occurrences: Iterable[Occurrence], targets: Iterable[Target]) -> tuple[Refusal, ...]:
    """A refusal for each target whose occurrence is none of its session's."""
    by_session: dict[_Key, list[str]] = {}
    for each in occurrences:
        by_session.setdefault(_key(each.programme, _session_address(each)), []).append(each.id)
    return tuple(
        Refusal(f"`{target.id}` is not an occurrence of its session; {_hint(target.id, there)}")
        for target in targets
        if target.occurrence and target.id not in (there := by_session.get(_session_key(target), []))
    )


_Key = tuple[str, date | None, str]


def _key(programme: Programme, address: str) -> _Key:
    return programme.id, programme.revision, address


def _session_key(target: Target) -> _Key:
    return _key(target.programme, Target(target.programme, target.session).id)


def _session_address(occurrence: Occurrence) -> str:
    return f"{occurrence.programme.address}/{occurrence.session.id}"


def _keys(occurrence: Occurrence) -> tuple[_Key, _Key, _Key]:
    """The keys of every target that means the occurrence."""
    programme = occurrence.programme
    addresses = programme.address, _session_address(occurrence), occurrence.id
    first, second, third = (_key(programme, address) for address in addresses)
    return first, second, third


def _encoded(text: str) -> str:
    """The text with white space percent-encoded, as session ids have it."""
    return "".join("".join(f"%{byte:02X}" for byte in each.encode()) if each.isspace() else each for each in text)


def _revision(text: str | None) -> date | Refusal | None:
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError:
        return Refusal(f"`{text}` is not a revision: write its date after the `@`, like `vienna-session@2017-08-24`")


@frozen
class _Known:
    """The programmes by id, and the sessions of each that was asked for by id."""

    programmes: dict[str, list[Programme]]
    sessions: dict[tuple[str, date | None], Mapping[str, Session]] = field(default_factory=dict)

    @classmethod
    def of(cls, programmes: Iterable[Programme]) -> "_Known":
        by_id: dict[str, list[Programme]] = {}
        for each in programmes:
            by_id.setdefault(each.id, []).append(each)
        return cls(by_id)

    def meaning(self, text: str) -> Target | Refusal:
        address = read_address(text)
        if isinstance(address, Refusal):
            return address
        alone = self._in_the_only_event(address)
        event = self._event(address.event)
        if alone and (isinstance(event, Refusal) or event.casefold() != address.event.casefold()):
            return alone
        if isinstance(event, Refusal):
            return event
        programme = _version(self.programmes[event], address.revision)
        if isinstance(programme, Refusal) or address.session is None:
            return programme if isinstance(programme, Refusal) else Target(programme)
        return self._session(programme, address.session, address.occurrence)

    def _in_the_only_event(self, address: Address) -> Target | None:
        """The session that an address names without its event, where only one is loaded."""
        (versions, *others) = self.programmes.values() or ((),)
        is_bare = address.session is None or (address.occurrence is None and re.fullmatch(_OCCURRENCE, address.session))
        if others or address.revision or not is_bare or not versions:
            return None
        programme = _current(versions)
        session = self._sessions_of(programme).get(address.event)
        return Target(programme, session, address.session) if session else None

    def _event(self, typed: str) -> str | Refusal:
        wanted = typed.casefold()
        begun = [each for each in self.programmes if each.casefold().startswith(wanted)]
        whole = [each for each in begun if each.casefold() == wanted]
        if len(whole or begun) == 1:
            return (whole or begun)[0]
        if begun:
            from agendacli.words.lists import listed

            return Refusal(f"`{typed}` could be {listed(begun, 'or')}: write more of it")
        return Refusal(f"no event is called `{typed}`; {_hint(typed, self.programmes)}")

    def _session(self, programme: Programme, typed: str, occurrence: str | None) -> Target | Refusal:
        sessions = self._sessions_of(programme)
        session = sessions.get(typed)
        if session is None:
            return Refusal(f"`{programme.id}` has no session `{typed}`; {_hint(typed, sessions)}")
        return Target(programme, session, occurrence)

    def _sessions_of(self, programme: Programme) -> Mapping[str, Session]:
        key = programme.id, programme.revision
        if key not in self.sessions:
            self.sessions[key] = _sessions_by_id(programme)
        return self.sessions[key]


def _sessions_by_id(programme: Programme) -> Mapping[str, Session]:
    sessions = programme.sessions
    if not isinstance(sessions, LazySessions) or len(sessions) < MANY:
        return {each.id: each for each in sessions}
    from agendacli.analysis.selection.by_id import SessionsById  # as few programmes are large

    return SessionsById(sessions)


def labels_begun(programme: Programme, start: str) -> Iterable[tuple[str, str]]:
    """The ids that begin so, each with the title of its session, in the order of the programme."""
    sessions = programme.sessions
    if isinstance(sessions, LazySessions) and len(sessions) >= MANY:
        return sessions.labels.begun(start)
    return ((each.id, each.title) for each in sessions if each.id.startswith(start))


def _current(versions: Sequence[Programme]) -> Programme:
    return min(versions, key=lambda each: each.older)


def _version(versions: Sequence[Programme], revision: date | None) -> Programme | Refusal:
    """The version of that day; without a day the current one, or the first that there is."""
    if revision is None:
        return _current(versions)
    found = next((each for each in versions if each.revision == revision), None)
    known = sorted(str(each.revision) for each in versions if each.revision)
    return found or Refusal(f"`{versions[0].id}` has no revision `{revision}`; {_hint(str(revision), known)}")


def _hint(typed: str, known: Collection[str]) -> str:
    from agendacli.words.guesses import hint  # who types what there is needs no guesses

    return hint(typed, known)
