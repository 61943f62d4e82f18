"""A programme as a Word document, in our own styles or in those of a template."""

from agendacli.formats.exported import Exported, Losses, ToExport
from agendacli.formats.word.changes import tracked
from agendacli.formats.word.document import document_part
from agendacli.formats.word.layout import has_any_room, paper_of
from agendacli.formats.word.package import our_template, read_template, with_text
from agendacli.formats.word.paper import Paper
from agendacli.formats.word.styles import NAMES, complete
from agendacli.model.asked import Refusal
from agendacli.words.lists import listed


def write_docx(asked: ToExport) -> Exported | Refusal:
    """The programme as it is printed."""
    losses = Losses()
    paper = paper_of(asked, losses, has_rooms=has_any_room(asked.occurrences))
    return printed_document(paper, asked, losses)


def write_tracked(old: ToExport, new: ToExport) -> Exported | Refusal:
    """The newer programme with what was changed in the older one as tracked changes, of the day of the newer version.

    The sessions of both have the ids of the newer one, by which they are known to be the same.
    """
    has_rooms = has_any_room((*old.occurrences, *new.occurrences))
    losses = Losses()
    before, after = (paper_of(each, losses, has_rooms=has_rooms) for each in (old, new))
    return printed_document(tracked(before, after), new, losses)


def printed_document(paper: Paper, asked: ToExport, losses: Losses) -> Exported | Refusal:
    """The paper as a document; refused where the template is none."""
    template = our_template() if asked.template is None else read_template(asked.template)
    if isinstance(template, Refusal):
        return template
    whole, lacking = complete(template)
    styles = {name: whole.styles[name.lower()] for name in NAMES}
    document = document_part(paper, styles, whole.section, asked.programmes[0].revision)
    found = losses.exported(with_text(whole, document, paper.title), "a printed programme")
    told = (f"the template has no style {listed(lacking)}: ours stands in for it",) if lacking else ()
    return found._replace(left_out=(*told, *found.left_out))
