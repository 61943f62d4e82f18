"""What is published, and how it is asked for."""

from agendacli.analysis.publication import Publication
from agendacli.cli.actions.marking import NO_MARKS, Marks
from agendacli.cli.options.publishing import Publishing
from agendacli.cli.query.reading import Reading
from agendacli.model.frozen import frozen

_UNTITLED = "Agenda"


@frozen
class Order:
    """What was read, what of it may be seen, and how it is asked for; `source` is the address of the folder."""

    reading: Reading
    publication: Publication
    publishing: Publishing
    source: str | None
    marks: Marks = NO_MARKS

    @property
    def title(self) -> str:
        """What the page is called."""
        names = " · ".join(each.name for each in self.publication.programmes)
        return self.publishing.title or names or _UNTITLED

    def address(self, file: str) -> str | None:
        """Where a file of the folder will be found, if that is known."""
        return self.source and f"{self.source}{file}"
