"""The text of a new definition: what is known of the programme, and short examples of everything else."""

from datetime import date

from agendacli.formats.definition.shapes.plain import LATEST_FORMAT
from agendacli.formats.definition.yaml.text import scalar
from agendacli.model.frozen import frozen

_COLUMN = 46  # where remarks begin

_HEAD = """\
# One file is one programme; its id is the name of the file: {id}.
# A line that begins with `#` says nothing. To use such an example, take its `#` away and change it.
# What is wrong is told, line by line, by `agenda check FILE`; `agenda add` writes an item for you.
"""

_DAYS = """\
# The programme itself: under each day its items. An item begins with its time and its title.
#days:
#  {day}:
#    - 09:30-10:00: Opening
#      chair: Dr. Inês Prado, Harbour Institute      # the name ends at the first comma, then the position
#    - 10:00-12:30: "Panel 1: Reading old ledgers"   # a title with a colon is quoted
#      id: panel-1                                   # its address; without it, the title up to the colon
#      room: Gauge house
#      panellists:
#        - Mr. Tomás Leal, City Archive
#        - Ms. Ana Reis, University of Évora (tbc)   # to be confirmed
#    - 12:30-14:00: Lunch
#    - 18:00-: Reception                             # nobody has said when it ends
#      status: tentative                             # the item itself is to be confirmed
#    - hours unknown: Tour of the harbour            # nobody has said when
# Other days: `2026-03-09 to 2026-03-11`, `some day in 2026-04`, `2 weeks before panel-1`.
"""


@frozen
class NewDefinition:
    """What is known of a new programme; `dates` are words of the format, `first_day` is the first that they say.

    `example_zone` stands in the example of a zone, where none is known.
    """

    id: str
    title: str
    dates: str
    first_day: date
    place: str | None = None
    zone: str | None = None
    organizer: str | None = None
    example_zone: str = "Europe/Lisbon"


def definition_text(new: NewDefinition) -> str:
    """A definition of one meeting over the dates, which is sound as it is; the rest is there as comments."""
    lines = (
        f"format: {LATEST_FORMAT}",
        f"title: {scalar(new.title)}",
        _example(f"id: {new.id}", "stays when the file is renamed"),
        _example("short: Spring school", "for tables"),
        _known("organizer", new.organizer, "Harbour Institute"),
        _known("place", new.place, "Harbour Institute, Lisbon"),
        _known("zone", new.zone, new.example_zone, "an IANA name; clock times need one"),
        _example("room: Auditorium", "of every item that names none"),
        f"dates: {scalar(new.dates)}",
        _example("revision: 2026-02-01", "the day of this version"),
        _example("status: tentative", "the programme itself is to be confirmed"),
        _example("description: What it is about, in a sentence."),
        _example("url: https://example.org/programme"),
    )
    return "\n".join([_HEAD.format(id=new.id), *lines, "", _DAYS.format(day=new.first_day)])


def _known(key: str, value: str | None, example: str, remark: str = "") -> str:
    return f"{key}: {scalar(value)}" if value else _example(f"{key}: {example}", remark)


def _example(line: str, remark: str = "") -> str:
    """An example that is commented out, with a remark of its own."""
    return f"#{line:{_COLUMN}} # {remark}" if remark else f"#{line}"
