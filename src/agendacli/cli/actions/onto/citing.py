"""How mine cites what came: the id of the document, and what of mine cites an older one."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path, PurePath

from agendacli.cli.actions.onto.sides import Side
from agendacli.files.beside import name_beside, path_beside
from agendacli.files.paths import is_address, named_path
from agendacli.formats.definition.edit.entries import EntryPlace, put_entry, put_inside
from agendacli.formats.definition.schema.programme import SOURCE, SOURCES
from agendacli.formats.definition.write.kept import kept
from agendacli.formats.definition.yaml.layout import Value
from agendacli.model.asked import Refusal
from agendacli.model.frozen import frozen
from agendacli.model.programme import Programme, Session
from agendacli.model.source import Citation, Source
from agendacli.words.ids import free_id, slug


@frozen
class Citing:
    """The document that came as a source of mine, and which sources it takes the place of.

    `own` is the id in the citations of the draft. What only the document before says cites that as `older`, since its
    id, `was`, is that of the new one.
    """

    source: Source
    own: str | None = None
    replaces: frozenset[str] = frozenset()
    was: str = ""
    older: Source | None = None

    @property
    def is_known(self) -> bool:
        """Whether mine cites that very document already: what it brings came before."""
        return bool(self.replaces) and not self.was

    def follows(self, theirs: Session | Programme, mine: Session | Programme) -> tuple[Citation, ...]:
        """The citations of a session of mine that is in the new document, too: at their places there."""
        if self.own is None:
            return mine.citations
        new = tuple(replace(each, source=self.source.id) for each in theirs.citations if each.source == self.own)
        return tuple(dict.fromkeys((*new, *(each for each in mine.citations if each.source not in self.replaces))))

    def stays(self, mine: Session) -> tuple[Citation, ...]:
        """The citations of a session that the new document does not have: they are of the one before."""
        new = self.older.id if self.older else self.was
        return tuple(replace(each, source=new) if each.source == self.was else each for each in mine.citations)


def citing_of(mine: Programme, theirs: Side, base: Side | None) -> Citing:
    """How mine cites what came; a new document takes the place of the one before under its id."""
    taken, folder = {each.id for each in mine.sources}, named_path(mine.file).parent
    known = next((each for each in mine.sources if _is_file(each, theirs.name, folder)), None)
    if not theirs.is_document:
        name = PurePath(theirs.name).name
        seen = name_beside(theirs.name, folder)
        return Citing(known or Source(free_id(slug(PurePath(name).stem), taken), name, file=seen))
    [sent] = theirs.programme.sources
    last = next((each for each in mine.sources if base and _is_file(each, base.name, folder)), None)
    if known:
        return Citing(replace(sent, id=known.id, file=known.file), sent.id, _ids(known, last))
    before = last or next((each for each in mine.sources if each.id == sent.id), None)
    if before is None:
        return Citing(replace(sent, id=free_id(sent.id, taken)), sent.id)
    older = replace(before, id=free_id(slug(PurePath(before.file or before.id).stem), taken))
    return Citing(replace(sent, id=before.id), sent.id, _ids(before), was=before.id, older=older)


def _ids(*sources: Source | None) -> frozenset[str]:
    return frozenset(each.id for each in sources if each)


def _is_file(source: Source, name: str, folder: Path) -> bool:
    """Whether a source of a definition in that folder is the file of that name."""
    if source.file is None or is_address(source.file) or is_address(name):
        return source.file == name
    return named_path(name).resolve() == path_beside(source.file, folder).resolve()


def with_sources(data: bytes, mine: Programme, sources: Sequence[Source]) -> bytes | Refusal:
    """The definition with those sources among its own."""
    known = {each.id: each for each in mine.sources}
    for each in sources:
        if known.get(each.id) == each:
            continue
        made = put_inside(data, EntryPlace(None, SOURCES.name), each.id, _said(each))
        if isinstance(made, Refusal):
            return made
        data = made
    return data


def with_citations(data: bytes, line: int | None, citations: Collection[Citation]) -> bytes | Refusal:
    """The definition with those citations in an item, or in its head."""
    return put_entry(data, EntryPlace(line, "from"), ", ".join(map(str, citations)) or None)


def _said(source: Source) -> Value:
    return {"title": source.title or source.id, **kept(source, SOURCE)}
