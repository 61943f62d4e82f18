from collections.abc import Callable

import pytest
from typer.testing import CliRunner, Result

from agendacli.cli.app import app

Agenda = Callable[..., Result]


@pytest.fixture
def agenda(monkeypatch: pytest.MonkeyPatch) -> Agenda:
    """Run the command line in this process, on the bundled events unless told otherwise."""
    monkeypatch.setenv("AGENDA_EVENTS", "bundled")
    for name in ("NO_COLOR", "FORCE_COLOR", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str, stdin: str | bytes | None = None, columns: int = 80) -> Result:
        return CliRunner().invoke(app, list(arguments), input=stdin, env={"COLUMNS": str(columns)}, prog_name="agenda")

    return run
