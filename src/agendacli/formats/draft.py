"""A definition read out of a document: what it says, why parts of it may be doubted, what was left over."""

from dataclasses import replace

from agendacli.model.asked import Refusal
from agendacli.model.frozen import frozen
from agendacli.model.programme import Programme
from agendacli.model.source import Citation


@frozen
class Doubt:
    """Why a value may be doubted: that of `field` in the session of that id, or in the programme where it is empty.

    `field` is a key of the format, or `when` for the first key of a session; of people it is their role, and `name`
    says of which. The `day` of a session stands for all of that day. One that `is_shared` is said once for more than
    that value: for the whole document, or for all sessions of a day that say the same.
    """

    session: str
    field: str
    reason: str
    name: str = ""
    is_shared: bool = False


@frozen
class ValuePlace:
    """Where a document says a value: that of `field` in the session of that id; of people it is their role.

    `time` stands for the hours.
    """

    session: str
    field: str
    citation: Citation
    name: str = ""


@frozen
class LeftOver:
    """What the document names and the draft does not say: a time, a name, words that were struck."""

    citation: Citation
    text: str
    kind: str


@frozen
class Draft:
    """The programme, the doubts, what was left over, the place in words, and where values stand, if they are known."""

    programme: Programme
    doubts: tuple[Doubt, ...] = ()
    left: tuple[LeftOver, ...] = ()
    place: str = ""
    places: tuple[ValuePlace, ...] = ()


def with_document(programme: Programme, file: str | None) -> Programme:
    """The programme of a draft, whose document is that file."""
    return replace(programme, sources=tuple(replace(each, file=file) for each in programme.sources))


@frozen
class DraftAsked:
    """What a user says that a document does not: the year of its days or the first of them, its language."""

    year: int | None = None
    first: str | None = None
    language: str | None = None


@frozen
class UnsaidRefusal(Refusal):
    """That a document leaves something out: `why` without what to do, and the option of `import` that says it."""

    why: str
    option: str
