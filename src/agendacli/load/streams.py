"""Several calendars in one file: each is named after its own title."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from agendacli.model.said import Said
from agendacli.words.ids import free_id, slug


def called_by_title(calendars: Sequence[Said]) -> Iterator[Said]:
    """The calendars, each with an id made of its title; equal ids are numbered."""
    taken: set[str] = set()
    for each in calendars:
        programme = each.programme and replace(each.programme, id=free_id(slug(each.programme.title), taken))
        taken |= {programme.id} if programme else set()
        yield each._replace(programme=programme)
