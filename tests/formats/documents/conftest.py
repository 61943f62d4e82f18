import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest

from agendacli.formats.documents.readers.any import read_document
from agendacli.formats.documents.values.sessions import sessions_of
from agendacli.formats.documents.values.told import Asked, ToldSession

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
Sessions = Callable[..., tuple[ToldSession, ...]]


@pytest.fixture
def sessions() -> Sessions:
    """The sessions that a text says, read as a file of that name."""

    def read(text: str, name: str = "letter.txt", asked: Asked | None = None) -> tuple[ToldSession, ...]:
        return sessions_of(read_document(text.encode(), name), asked or Asked())[0]

    return read


@pytest.fixture
def word() -> Callable[..., bytes]:
    """A Word file with that XML as its body, and that as its styles."""

    def write(body: str, styles: str = "") -> bytes:
        data = BytesIO()
        with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as parts:
            parts.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>')
            parts.writestr("word/styles.xml", f'<w:styles xmlns:w="{WORD}">{styles}</w:styles>')
        return data.getvalue()

    return write
