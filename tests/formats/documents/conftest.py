import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest

from agendacli.formats.documents.readers.any import read_document
from agendacli.formats.documents.values.sessions import sessions_of
from agendacli.formats.documents.values.times import clock_words
from agendacli.formats.documents.values.told import Asked, ToldSession

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
Sessions = Callable[..., tuple[ToldSession, ...]]
Shown = Callable[..., list[str]]


@pytest.fixture
def sessions() -> Sessions:
    """The sessions that a text says, read as a file of that name."""

    def read(text: str, name: str = "letter.txt", asked: Asked | None = None) -> tuple[ToldSession, ...]:
        return sessions_of(read_document(text.encode(), name), asked or Asked())[0]

    return read


@pytest.fixture
def shown(sessions: Sessions) -> Shown:
    """The same as a line each: day, hours and title, `@` its room, `+` its people, `~` its notes, `?` its doubts."""
    return lambda *given: [*map(shown_session, sessions(*given))]


def shown_session(told: ToldSession) -> str:
    """A session as a line."""
    until = "" if told.end.value is None else clock_words(told.end.value)
    people = [", ".join(filter(None, (each.name, each.position))) + f" ({each.role})" for each in told.people]
    doubts = [*told.day.doubts, *told.start.doubts, *told.end.doubts, *told.title.doubts]
    doubts += [reason for each in (told.room, *told.people) if each for reason in each.doubts]
    said = [f"@{told.room.value}"] if told.room else []
    said += [f"+{each}" for each in people] + [f"~{each.text}" for each in told.notes] + [f"?{each}" for each in doubts]
    return " ".join((f"{told.day.value} {clock_words(told.start.value)}-{until}", told.title.value, *said))


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
