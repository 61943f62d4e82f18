"""`agenda people`: who has which role where."""

from typing import TYPE_CHECKING, Annotated

import typer

from agendacli.cli.options.groups import Loading, Selecting, Showing, on_tab

if TYPE_CHECKING:
    from agendacli.render.terminal.drawing import Drawable

_Name = Annotated[
    str | None,
    typer.Argument(
        autocompletion=on_tab("people"),
        metavar="[NAME]",
        help="One person's own timetable: an id, an alias, a word of the name.",
    ),
]


def people(
    context: typer.Context, loading: Loading, selecting: Selecting, showing: Showing, name: _Name = None
) -> None:
    """Who has which role where, or one person's own timetable.

    Exit code 1 when NAME matches nobody.

    Example: agenda people --role moderator
    """
    from agendacli.cli.actions.people import involved
    from agendacli.cli.printing import limited, print_records
    from agendacli.cli.query.doubts import of_people, tell_doubts, tell_unread_people
    from agendacli.cli.query.reading import read
    from agendacli.cli.run.outcome import finish
    from agendacli.records.people import person_records

    reading = read(
        context, None, loading=loading, selecting=selecting._replace(person=None, role=None), showing=showing
    )
    tell_doubts(of_people(reading), reading, showing.color, quiet=showing.quiet)
    tell_unread_people(reading, quiet=showing.quiet)
    found = tuple(limited(involved(reading, name, selecting, showing), showing))

    def draw(width: int) -> "Drawable":
        from agendacli.render.terminal.people import draw_people

        return draw_people(found, reading.clocks, width, in_full=name is not None)

    print_records(
        "person", person_records(found, reading.zone), draw=draw, showing=showing, surroundings=reading.surroundings
    )
    finish(sound=reading.is_sound, found=name is not None and not found)
