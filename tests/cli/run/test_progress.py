"""What is told to who waits, and taken back."""

from datetime import UTC, datetime
from io import StringIO

import pytest

from agendacli.cli.run import progress
from agendacli.cli.run.progress import patience
from agendacli.cli.run.surroundings import Surroundings

NOW = datetime(2026, 1, 5, tzinfo=UTC)
LINE = "agenda: reading events ..."


def surroundings(*, on_terminal: bool = True) -> Surroundings:
    return Surroundings(NOW, {}, on_terminal=False, errors_on_terminal=on_terminal, width=80, encoding="utf-8")


def told(width: int = 80) -> str:
    """What is written while a block lasts that ends once something is."""
    stream = StringIO()
    with patience("reading events", width, after=0, stream=stream):
        while not stream.getvalue():
            pass
    return stream.getvalue()


def test_patience_is_asked_for_and_taken_back() -> None:
    assert told() == f"{LINE}\r{' ' * len(LINE)}\r"


def test_patience_fits_the_terminal() -> None:
    assert told(20) == f"{LINE[:19]}\r{' ' * 19}\r"


@pytest.mark.parametrize(("on_terminal", "quiet"), [(False, False), (True, True)])
def test_patience_is_not_asked_for_where_nobody_waits(
    monkeypatch: pytest.MonkeyPatch,
    on_terminal: bool,  # noqa: FBT001
    quiet: bool,  # noqa: FBT001
) -> None:
    monkeypatch.setattr(progress, "patience", None)
    with surroundings(on_terminal=on_terminal).patience("reading events", quiet=quiet):
        pass
    with pytest.raises(TypeError), surroundings().patience("reading events", quiet=False):
        pass


def test_patience_is_not_asked_for_what_is_quick() -> None:
    stream = StringIO()
    with patience("reading events", 80, after=60, stream=stream):
        pass
    assert stream.getvalue() == ""


def test_patience_ends_with_what_fails() -> None:
    with pytest.raises(KeyError), patience("x", 80, after=60, stream=StringIO()):
        raise KeyError
