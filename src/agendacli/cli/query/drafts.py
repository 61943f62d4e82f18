"""A document as the programme of its draft, where a version of a programme is asked for."""

from pathlib import Path

from agendacli.cli.options.groups import Loading
from agendacli.cli.query.clock import zone_given
from agendacli.cli.run.outcome import refuse
from agendacli.cli.run.surroundings import Surroundings
from agendacli.files.paths import is_stream, named_path
from agendacli.files.reading import read_bytes
from agendacli.formats.draft import DraftAsked, UnsaidRefusal
from agendacli.formats.file_formats import DRAFT_ENDINGS
from agendacli.formats.given import Given
from agendacli.formats.table import is_document, read_document_draft
from agendacli.load.declarations import directory_beside
from agendacli.load.loaded import Loaded
from agendacli.model.asked import Refusal


def drafted_file(path: str, loading: Loading, surroundings: Surroundings) -> Loaded | None:
    """What the draft of a document says; None for a file that is none, or that an event may be in."""
    file = named_path(path)
    if not path.lower().endswith(DRAFT_ENDINGS) or is_stream(path) or not file.is_file():
        return None
    data = read_bytes(file)
    return _drafted(data, path, loading, surroundings) if is_document(data, path) else None


def _drafted(data: bytes, path: str, loading: Loading, surroundings: Surroundings) -> Loaded:
    zone = zone_given(loading.zone, loading.floating)
    folder = Path(path).parent
    given = Given(data, path, zone, home=lambda: surroundings.home_zone, directory=lambda: directory_beside(folder))
    draft = read_document_draft(given, DraftAsked(), path)
    if isinstance(draft, UnsaidRefusal):
        refuse(f"{path}: {draft.why}; make a definition of it first: `agenda import {path} {draft.option}`")
    if isinstance(draft, Refusal):
        refuse(f"{path}: {draft}")
    return Loaded((draft.programme,))
