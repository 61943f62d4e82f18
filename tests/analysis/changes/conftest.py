from collections.abc import Callable

import pytest

from agendacli.load.programmes import load_text
from agendacli.model.programme import Programme

Written = Callable[..., Programme]


@pytest.fixture(scope="session")
def written() -> Written:
    """`written(days)`: the programme of a definition in Lisbon with these days."""

    def write(days: str, name: str = "week", head: str = "title: Week") -> Programme:
        text = f"{head}\nzone: Europe/Lisbon\nplace: {{city: Lisbon}}\ndays:\n{days}"
        loaded = load_text(text.encode(), f"{name}.yaml")
        assert loaded.is_sound, loaded.diagnostics
        return loaded.programmes[0]

    return write
