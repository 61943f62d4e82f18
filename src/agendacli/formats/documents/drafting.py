"""A document read as a draft: its sessions, its title and place, and what was seen and not used."""

from agendacli.formats.documents.page import Document
from agendacli.formats.documents.readers.any import read_document
from agendacli.formats.documents.slots.slot import Found
from agendacli.formats.documents.tokens.languages import foreign_language
from agendacli.formats.documents.values.left.hidden import Unused
from agendacli.formats.documents.values.left.unused import unused_in
from agendacli.formats.documents.values.sessions import sense_of, sessions_of
from agendacli.formats.documents.values.told import Asked, ToldSession
from agendacli.model.frozen import frozen
from agendacli.model.large.gc_paused import undisturbed


@frozen
class Drafted:
    """What was read of a document; `unread` says why nothing could be."""

    sessions: tuple[ToldSession, ...]
    left: tuple[Unused, ...]
    document: Document
    found: Found
    unread: str = ""


def read_as_draft(data: bytes, name: str, asked: Asked, *, any_language: bool = False) -> Drafted:
    """The draft that the bytes of a document give; with `any_language` its own is not asked for."""
    with undisturbed():
        return _drafted(read_document(data, name), asked, any_language=any_language)


def _drafted(document: Document, asked: Asked, *, any_language: bool) -> Drafted:
    if document.unread:
        return Drafted((), (), document, Found(), unread=document.unread)
    language = None if any_language else foreign_language(document.lines)
    if language:
        return Drafted((), (), document, Found(), unread=f"the document seems to be in {language}, which is not read")
    sense = sense_of(document)
    sessions, found = sessions_of(document, asked, sense)
    return Drafted(sessions, unused_in(document, sessions, sense, found.slots), document, found)
