"""What `now` and `next` share: records, a drawing, or one line for a status bar."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from agendacli.analysis.timetable.clocks import Clocks
from agendacli.analysis.timetable.sections import shown_in
from agendacli.cli.options.groups import Format, Showing
from agendacli.cli.printing import format_of, print_records
from agendacli.cli.query.reading import Reading
from agendacli.cli.run.outcome import deliver, finish, refuse
from agendacli.model.asked import Clock
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.records.occurrence import occurrence_record

if TYPE_CHECKING:
    from agendacli.render.terminal.drawing import Drawable

Name = Literal["now", "next"]


@frozen
class Form:
    """Which command prints, whether one line is wanted, and in how many columns (None: uncut)."""

    name: Name
    line: bool
    width: int | None

    def is_line(self, showing: Showing) -> bool:
        """Whether one line is asked for; that and a format exclude each other."""
        wanted = self.line or self.width is not None
        if wanted and (showing.json or showing.format or showing.fields):
            refuse("--line is a form of its own: leave out -f, --json and --fields, or --line")
        return wanted


def print_moments(reading: Reading, found: Sequence[Occurrence], clock: Clock, showing: Showing, form: Form) -> None:
    """Print what was found for the command `now` or `next`, and end with 1 if that is nothing."""
    if not form.is_line(showing) and format_of(showing, reading.surroundings) is Format.ICS:
        from agendacli.cli.actions.calendars.delivery import deliver_calendar

        deliver_calendar(replace(reading, occurrences=tuple(found)), showing)
        finish(sound=reading.is_sound, found=not found)
        return
    shown = tuple(shown_in(each, reading.zone) for each in found)
    if form.is_line(showing):
        text = _liner(form.name)(shown, clock, form.width, reading.clocks)
        deliver(f"{text}\n" if text else "", showing.output)
        finish(sound=reading.is_sound, found=not found)
        return

    def draw(width: int) -> "Drawable":
        from agendacli.render.terminal.moments import draw_next, draw_now

        return (draw_now if form.name == "now" else draw_next)(shown, clock, width, reading.clocks)

    records = (occurrence_record(each, reading.zone) for each in found)
    print_records("occurrence", records, draw=draw, showing=showing, surroundings=reading.surroundings)
    finish(sound=reading.is_sound, found=not found)


def _liner(name: Name) -> Callable[[Sequence[Occurrence], Clock, int | None, Clocks], str]:
    from agendacli.render.line import next_line, now_line

    return now_line if name == "now" else next_line
