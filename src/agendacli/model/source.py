"""Documents, citations of them, and what other documents say of the same fact."""

from dataclasses import field
from datetime import date

from agendacli.model.frozen import frozen
from agendacli.model.span import Span


@frozen
class Source:
    """A document: an id for citations, its title, who issued it and when, and its file or address."""

    id: str
    title: str
    issuer: str | None = None
    issued: date | None = None
    file: str | None = None
    url: str | None = None
    span: Span | None = field(default=None, compare=False, repr=False)


@frozen
class Citation:
    """A place in a document: the id of the source and, where known, its line; of a paged document its page.

    Lines and pages are counted from 1.
    """

    source: str
    line: int | None = None
    page: int | None = None

    def __str__(self) -> str:
        if self.line is None:
            return self.source
        return f"{self.source}:p{self.page}.{self.line}" if self.page else f"{self.source}:{self.line}"


@frozen
class Variant:
    """What another document says of the same field. It is shown, never followed."""

    citation: Citation
    field: str
    text: str
