from collections.abc import Callable

import pytest

from agendacli.formats.given import Given
from agendacli.formats.readers import READERS
from agendacli.model.said import Said


@pytest.fixture
def read_sheet() -> Callable[..., Said]:
    """What a sheet says: CSV, or Markdown if it is called so, on the clocks of Berlin unless another zone is given."""

    def read(text: str, **given: object) -> Said:
        name = str(given.pop("file", "sheet.csv"))
        wishes = Given(text.encode(), name, **{"zone": "Europe/Berlin", **given})  # type: ignore[arg-type]
        return READERS["markdown" if name.endswith(".md") else "csv"](wishes)

    return read


@pytest.fixture
def items(read_sheet: Callable[..., Said]) -> Callable[..., list[str]]:
    """The sessions of a sheet as `DAY, HOURS | TITLE | ROOM`, or what is wrong with it."""

    def read(text: str, **given: object) -> list[str]:
        said = read_sheet(text, **given)
        if said.diagnostics:
            return [str(each) for each in said.diagnostics]
        sessions = said.programme.sessions if said.programme else ()
        return [f"{each.when_text} | {each.title} | {each.room}" for each in sessions]

    return read
