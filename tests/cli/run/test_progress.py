"""What is told to who waits, and taken back."""

from datetime import UTC, datetime
from io import StringIO

import pytest

from agendacli.cli.run.progress import patience
from agendacli.cli.run.surroundings import Surroundings

NOW = datetime(2026, 1, 5, tzinfo=UTC)
LINE = "agenda: reading events ..."


def surroundings(width: int = 80, *, on_terminal: bool = True) -> Surroundings:
    return Surroundings(NOW, {}, on_terminal=False, errors_on_terminal=on_terminal, width=width, encoding="utf-8")


def told(where: Surroundings, *, quiet: bool = False) -> str:
    """What is written while a block lasts that ends once something is."""
    stream = StringIO()
    with patience("reading events", where, quiet=quiet, after=0, stream=stream):
        while not stream.getvalue() and where.errors_on_terminal and not quiet:
            pass
    return stream.getvalue()


def test_patience_is_asked_for_and_taken_back() -> None:
    assert told(surroundings()) == f"{LINE}\r{' ' * len(LINE)}\r"


def test_patience_fits_the_terminal() -> None:
    assert told(surroundings(20)) == f"{LINE[:19]}\r{' ' * 19}\r"


def test_patience_is_not_asked_for_where_nobody_waits() -> None:
    assert told(surroundings(on_terminal=False)) == told(surroundings(), quiet=True) == ""


def test_patience_is_not_asked_for_what_is_quick() -> None:
    stream = StringIO()
    with patience("reading events", surroundings(), quiet=False, after=60, stream=stream):
        pass
    assert stream.getvalue() == ""


def test_patience_ends_with_what_fails() -> None:
    with pytest.raises(KeyError), patience("x", surroundings(), quiet=False, after=60, stream=StringIO()):
        raise KeyError
