"""The text of mine after a merge: items edited where they stand, put under other days, taken out and added."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from agendacli.analysis.merging.values import Merge, SessionEdit
from agendacli.cli.actions.onto.citing import Citing, with_citations, with_sources
from agendacli.cli.actions.onto.settled import earlier_said
from agendacli.cli.actions.onto.sides import Side
from agendacli.cli.actions.onto.steps import MergedItem, merged_session, said_words
from agendacli.cli.query.definitions import Definition
from agendacli.formats.definition.edit.apart import edit_apart, lines_of_items
from agendacli.formats.definition.edit.days import rearranged
from agendacli.formats.definition.edit.grown import NewItem
from agendacli.formats.definition.edit.insert import insert_items
from agendacli.formats.definition.edit.keys import KeyEdit, edit_head
from agendacli.formats.definition.write.draft import DraftDoubts
from agendacli.formats.definition.write.items import item
from agendacli.formats.definition.yaml.layout import Keys, mapping_lines
from agendacli.formats.definition.yaml.text import scalar
from agendacli.formats.draft import Doubt, ValuePlace
from agendacli.load.programmes import load_text
from agendacli.model.asked import Refusal
from agendacli.model.programme import Programme, Session
from agendacli.model.source import Citation, Source
from agendacli.words.ids import free_id

_OUT_OF_BLOCK = ("room", "place", "status", "privacy")
"""What an item has of its block, and has to say by itself where it leaves that."""


class Rewriting:
    """Mine and what is merged into it; `sent` are the sessions of theirs in full, by id."""

    def __init__(self, definition: Definition, mine: Programme, theirs: Side, sent: Mapping[str, Session]) -> None:
        self._definition, self._mine, self._theirs, self._sent = definition, mine, theirs, sent
        self._earlier = earlier_said(definition.data, mine)

    def text(self, merge: Merge, citing: Citing, *, is_otherwise: bool = False) -> bytes | Refusal:
        """The definition as it becomes; a refusal where its layout does not allow it.

        Where nothing is edited its sources stay, unless it `is_otherwise` in what these are cited for.
        """
        items = {each.edit.mine.id: each for each in self._items(merge, citing)}
        steps = [(_line(each.edit.mine), each.step) for each in items.values()]
        made = edit_apart(self._definition.data, [each for each in steps if each[0]])
        if isinstance(made, Refusal):
            return made
        made = self._rearranged(made, merge, items)
        made = made if isinstance(made, Refusal) else self._with_added(made, merge.added, citing)
        is_as_it_was = made == self._definition.data and not merge.title and not is_otherwise
        return made if isinstance(made, Refusal) or is_as_it_was else self._with_head(made, merge, citing, items)

    def _items(self, merge: Merge, citing: Citing) -> Iterator[MergedItem]:
        """What becomes of the items of mine of which anything is edited."""
        edits = {each.mine.id: each for each in merge.edits}
        gone = {each.mine.id for each in merge.edits if each.is_removed}
        sent = {mine.id: theirs for mine, theirs in merge.pairs}
        own = {each.id: each for each in self._mine.sessions}
        become = {
            name: merged_session(_edit(each, edits), each, self._full(sent.get(name))) for name, each in own.items()
        }
        for name, mine in own.items():
            edit = _edit(mine, edits)
            block = become.get(mine.parent or "")
            made = MergedItem(
                edit,
                become[name],
                self._mine,
                citing=citing,
                citations=self._citations(mine, sent.get(name), citing),
                sent=self._full(sent.get(name)),
                doubts=self._doubts_of(sent.get(name)),
                places=self._places_of(sent.get(name)),
                earlier=self._earlier.get(name, frozenset()),
                block=block,
                hours=_moves(own.get(mine.parent or ""), block) and name in sent,
                came=self._theirs.name.rpartition("/")[2],
            )
            made = _on_its_own(made) if block and (block.id in gone or _leaves(made, own)) else made
            if name not in gone and self._is_edited(made):
                yield made

    def _is_edited(self, made: MergedItem) -> bool:
        mine = made.edit.mine
        is_cited_anew = made.citations != mine.citations or made.elsewhere.variants() != mine.variants
        return made.edit.says_something or made.hours or made.leaves or is_cited_anew

    def _citations(self, mine: Session, sent: Session | None, citing: Citing) -> tuple[Citation, ...]:
        full = self._full(sent)
        return citing.follows(full, mine) if full else citing.stays(mine)

    def _full(self, sent: Session | None) -> Session | None:
        return self._sent.get(sent.id, sent) if sent else None

    def _doubts_of(self, sent: Session | None) -> tuple[Doubt, ...]:
        return tuple(each for each in self._theirs.doubts if sent and each.session == sent.id)

    def _places_of(self, sent: Session | None) -> tuple[ValuePlace, ...]:
        return tuple(each for each in self._theirs.places if sent and each.session == sent.id)

    def _rearranged(self, data: bytes, merge: Merge, items: Mapping[str, MergedItem]) -> bytes | Refusal:
        """The definition without what is removed, and with what moved under its new day."""
        gone = {each.mine.id for each in merge.edits if each.is_removed}
        moved = {name: each for name, each in items.items() if each.leaves or _changes_day(each)}
        if not gone and not moved:
            return data
        now = dict(zip(lines_of_items(self._definition.data), lines_of_items(data), strict=True))
        lines = {each.id: now.get(_line(each), 0) for each in self._mine.sessions}
        days = {lines[name]: words.day for name, each in moved.items() if (words := said_words(each.session.when))}
        return rearranged(data, [lines[name] for name in gone], days)

    def _with_added(self, data: bytes, added: Sequence[Session], citing: Citing) -> bytes | Refusal:
        """The definition with sessions that are new."""
        if not added:
            return data
        taken = {each.id for each in _programme(data, self._definition).sessions}
        made = insert_items(data, [item for each in added if (item := self._new_item(each, taken, citing))])
        return made if isinstance(made, Refusal) else made.data

    def _new_item(self, session: Session, taken: set[str], citing: Citing) -> NewItem | None:
        """A session that is new as an item, with an id that none of those has which are taken."""
        full = self._full(session) or session
        words = said_words(full.when)
        if words is None:
            return None
        new = replace(full, id=free_id(full.id, taken), citations=self._cited(full, citing), variants=())
        taken.add(new.id)
        keys = DraftDoubts.among(self._as_doubts(session, new)).noted(new.id, item(new, words.hours, self._mine))
        return NewItem(words.day, words.hours, new.title, rest=_rest(keys))

    def _as_doubts(self, session: Session, new: Session) -> Iterator[Doubt]:
        return (replace(each, session=new.id) for each in self._doubts_of(session))

    def _cited(self, session: Session, citing: Citing) -> tuple[Citation, ...]:
        known = {each.id for each in self._mine.sources}
        if citing.own is None:
            return tuple(each for each in session.citations if each.source in known)
        return citing.follows(session, replace(session, citations=()))

    def _with_head(self, data: bytes, merge: Merge, citing: Citing, items: Mapping[str, MergedItem]) -> bytes | Refusal:
        """The definition with its title, and the documents that it cites now."""
        made: bytes | Refusal = edit_head(data, (KeyEdit("title", merge.title),)) if merge.title else data
        if isinstance(made, Refusal):
            return made
        citations = citing.follows(self._theirs.programme, self._mine)
        if citations != self._mine.citations:
            made = with_citations(made, None, citations)
        sources = tuple(self._sources(citing, items))
        return made if isinstance(made, Refusal) else with_sources(made, self._mine, sources)

    def _sources(self, citing: Citing, items: Mapping[str, MergedItem]) -> Iterator[Source]:
        """The documents that are cited after the merge and not before."""
        variants = (one.citation for each in items.values() for one in each.elsewhere.variants())
        cited = {one.source for one in (*variants, *(one for each in items.values() for one in each.citations))}
        if citing.older and citing.older.id in cited:
            yield citing.older
        if citing.own or citing.source.id in cited:
            yield citing.source


def _edit(mine: Session, edits: Mapping[str, SessionEdit]) -> SessionEdit:
    return edits.get(mine.id) or SessionEdit(mine)


def _line(session: Session) -> int:
    return session.span.line if session.span else 0


def _moves(block: Session | None, becomes: Session | None) -> bool:
    return bool(block and becomes and block.when != becomes.when)


def _on_its_own(made: MergedItem) -> MergedItem:
    """An item that leaves its block, and says what it had of that."""
    fields = tuple(dict.fromkeys((*made.edit.fields, *_OUT_OF_BLOCK)))
    return replace(made, block=None, leaves=True, edit=replace(made.edit, fields=fields))


def _changes_day(made: MergedItem) -> bool:
    """Whether an item that stands under a day goes to another one."""
    before, now = said_words(made.edit.mine.when), said_words(made.session.when)
    return made.edit.mine.parent is None and before is not None and now is not None and before.day != now.day


def _leaves(made: MergedItem, own: Mapping[str, Session]) -> bool:
    """Whether an item of a block goes to a day to which the block does not."""
    block = own.get(made.edit.mine.parent or "")
    if block is None or made.block is None or "time" not in made.edit.fields:
        return False
    times = [said_words(each.when) for each in (made.edit.mine, made.session, block, made.block)]
    days = [each.day if each else "" for each in times]
    return days[0] != days[1] and days[1] != days[3]


def _programme(data: bytes, definition: Definition) -> Programme:
    loaded = load_text(data, definition.file)
    return next(iter((*loaded.programmes, *loaded.revisions)))


def _rest(keys: Keys) -> tuple[str, ...]:
    """What follows the hours on the first line of an item, and its other lines."""
    first, *others = mapping_lines(keys)
    return first.removeprefix(scalar(next(iter(keys)))), *others
