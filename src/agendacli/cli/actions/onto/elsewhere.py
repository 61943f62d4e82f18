"""What a document says otherwise of a session: as the new one says it, and no more where both agree."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from agendacli.analysis.changes.seats import seat_text
from agendacli.analysis.merging.fields import MERGED_FIELDS
from agendacli.analysis.merging.seats import full_text
from agendacli.analysis.merging.values import SessionEdit
from agendacli.cli.actions.onto.citing import Citing
from agendacli.formats.draft import ValuePlace
from agendacli.model.frozen import frozen
from agendacli.model.people import ROLES, Participant
from agendacli.model.programme import Session
from agendacli.model.source import Citation, Variant

_FIELDS = {each.name: each for each in MERGED_FIELDS}

Said = dict[str, dict[str, str]]
"""Texts by field, by the citation of where they stand."""


@frozen
class Elsewhere:
    """What is said elsewhere of a session of mine after a merge.

    `edit` is that of mine, `now` what mine becomes, `sent` the session in full as theirs has it (None: not at all), and
    `places` where the document says its values. `earlier` is what letters before it said in their turn.
    """

    edit: SessionEdit
    now: Session
    sent: Session | None
    citing: Citing
    places: tuple[ValuePlace, ...] = ()
    earlier: frozenset[Variant] = frozenset()

    def variants(self) -> tuple[Variant, ...]:
        """All of it: what other documents say as it stands, and what theirs says anew."""
        disputed = {each.field: each.theirs for each in self.edit.disputes}
        own = (each for each in self.edit.mine.variants if not (self._is_ours(each) and each.field in disputed))
        said = (one for each in own for one in self._again(each))
        new = (self._said(field, text) for field, text in disputed.items())
        return tuple(dict.fromkeys((*said, *new)))

    def is_new(self, variant: Variant) -> bool:
        """Whether mine has nothing like it yet."""
        known = ((each.field, each.text) for each in self.edit.mine.variants if self._is_ours(each))
        return self._is_ours(variant) and (variant.field, variant.text) not in known

    def _is_ours(self, variant: Variant) -> bool:
        """Whether it is of the document that came, or of one of which that takes the place."""
        return variant in self.earlier or variant.citation.source in {*self.citing.replaces, self.citing.source.id}

    def _again(self, variant: Variant) -> Iterable[Variant]:
        """What becomes of it: theirs may say it at another place, otherwise, as mine does, or not at all."""
        if not self._is_ours(variant):
            return (variant,)
        field = _FIELDS.get(variant.field)
        if self.sent is None or (field and not field.is_said(self.sent)):
            return (self._older(variant),)
        if field is None:
            return self._of_seat(variant, self.sent)
        is_same = field.is_same(self.now, self.sent)
        return () if is_same else (self._said(field.name, field.words(self.sent)),)

    def _of_seat(self, variant: Variant, sent: Session) -> Iterable[Variant]:
        here, there = (set(_seats(each, variant.field)) for each in (self.now, sent))
        if variant.text not in there:
            return (self._older(variant),)
        return () if variant.text in here else (self._said(variant.field, variant.text),)

    def _older(self, variant: Variant) -> Variant:
        """It as the document before says it."""
        older = self.citing.older
        if older is None or variant.citation.source != self.citing.was:
            return variant
        return replace(variant, citation=replace(variant.citation, source=older.id))

    def _said(self, field: str, text: str) -> Variant:
        return Variant(self._place(field, text), field, text)

    def _place(self, field: str, text: str) -> Citation:
        """Where theirs says it: the line of the value, else that of the title, else the last one of the session."""
        source, theirs = self.citing.source.id, self.sent or self.edit.theirs
        seats = theirs.participants if theirs else ()
        printed = [each.printed for each in seats if text in _texts(each)]
        own = [each for each in self.places if each.field == field and _is_of(each, printed)]
        found = own or [each for each in self.places if each.field == "title"]
        if found:
            return Citation(source, found[0].citation.line, found[0].citation.page)
        if theirs and theirs.citations:
            return Citation(source, theirs.citations[-1].line, theirs.citations[-1].page)
        return Citation(source, theirs.span.line if theirs and theirs.span else None)


def by_citation(variants: Iterable[Variant]) -> Said:
    """What is said elsewhere as a definition writes it."""
    found: Said = {}
    for each in variants:
        found.setdefault(str(each.citation), {})[each.field] = each.text
    return found


def _seats(session: Session, role: str) -> Iterator[str]:
    names = role, next((one for one, many in ROLES.items() if many == role), role)
    for each in session.participants:
        if each.role in names:
            yield from _texts(each)


def _texts(seat: Participant) -> tuple[str, ...]:
    """The words in which a seat may be said."""
    return seat_text(seat), full_text(seat), seat.printed


def _is_of(place: ValuePlace, printed: Iterable[str]) -> bool:
    return not place.name or any(each.startswith(place.name) for each in printed)
