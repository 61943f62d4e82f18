"""What the tests of the questions share: one way to write an occurrence, and one to write a programme."""

from collections.abc import Callable
from typing import TypedDict, Unpack

import pytest

from agendacli.load.programmes import load_text
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant
from agendacli.model.places import Place
from agendacli.model.programme import Programme, Session, Status
from agendacli.model.when import When


class Details(TypedDict, total=False):
    """What may be said of a session besides its time."""

    room: str
    status: Status
    transparent: bool


def build(  # noqa: PLR0913  # a builder has a name for every part
    address: str,
    when: When,
    *,
    city: str | None = "Vienna",
    venue: str | None = None,
    stage: str | None = None,
    people: tuple[Participant, ...] = (),
    **details: Unpack[Details],
) -> Occurrence:
    """The occurrence `EVENT/SESSION`, titled by the session's id, somewhere in that city."""
    event, _, name = address.partition("/")
    programme = Programme(event, event.title(), f"{event}.yaml", stage=stage, place=Place(city=city, venue=venue))
    return Occurrence(programme, Session(name, name.capitalize(), when, participants=people, **details), when)


@pytest.fixture(scope="session")
def occurrence() -> Callable[..., Occurrence]:
    """`occurrence("event/session", when, city=…, room=…, people=…)`."""
    return build


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
