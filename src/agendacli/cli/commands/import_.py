"""`agenda import`: a calendar, a schedule or a sheet as a definition."""

from dataclasses import replace
from typing import Annotated

import typer

from agendacli.cli.options.groups import ColumnsOption, DayFirst, Force, Loading, OfflineOption
from agendacli.formats.file_formats import read_titles

_READ = ", ".join(read_titles())
_File = Annotated[
    str,
    typer.Argument(
        metavar="FILE", help=f"A file or an address, known by its content: {_READ}; `-` reads standard input."
    ),
]
_Output = Annotated[
    str | None,
    typer.Option(
        "-o", "--output", metavar="FILE", help="Into this file, whole or not at all; as it was it stays as `FILE~`."
    ),
]
_Zone = Annotated[str | None, typer.Option("--zone", metavar="ZONE", help="Read times without a zone on these clocks.")]
_Floating = Annotated[str | None, typer.Option("--floating", hidden=True, help="The older name of `--zone`.")]
_From = Annotated[str | None, typer.Option("--from", metavar="DATE", help="Only what takes place from this day on.")]
_To = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Only what takes place up to this day.")]
_Year = Annotated[
    int | None, typer.Option("--year", metavar="YEAR", help="Of a document: the year of days without one.")
]
_Date = Annotated[
    str | None, typer.Option("--date", metavar="DATE", help="Of a document that names no date: the first of its days.")
]
_Lang = Annotated[
    str | None, typer.Option("--lang", metavar="LANG", help="Of a document: en, de, fr or es, whatever it seems to be.")
]
_Onto = Annotated[
    str | None,
    typer.Option("--onto", metavar="MINE", help="Bring what changed in it into this definition, which stays yours."),
]
_Was = Annotated[
    str | None,
    typer.Option(
        "--was", metavar="OLD", help="With `--onto`: the older one that it follows; else the newest earlier revision."
    ),
]
_DryRun = Annotated[bool, typer.Option("--dry-run", help="With `--onto`: only show what would change.")]
_Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="Only the definition, errors and the exit code.")]


def import_(
    context: typer.Context,
    file: _File,
    output: _Output = None,
    zone: _Zone = None,
    floating: _Floating = None,
    first: _From = None,
    last: _To = None,
    year: _Year = None,
    date: _Date = None,
    lang: _Lang = None,
    columns: ColumnsOption = None,
    day_first: DayFirst = None,
    onto: _Onto = None,
    was: _Was = None,
    dry_run: _DryRun = False,
    offline: OfflineOption = False,
    quiet: _Quiet = False,
    force: Force = False,  # noqa: ARG001 (asked before the command runs)
) -> None:
    """Print a calendar, a schedule, a sheet or a letter as a definition.

    To be edited and kept. Its days stand in order, repeats as `every Tuesday from …`.

    Its ids are those of the file, and its UIDs are kept: what is exported from it is the same to whoever has the
    calendar. What a definition has no words for is left out or written as single items, and told.

    Of a letter, a web page, a Word file or a PDF it makes a draft: each value with its line, and `# ?` behind each that
    may be doubted.

    With `--onto` it changes a definition that you have: what changed in FILE since `--was` comes, what you changed
    stays, and what both changed stands under `elsewhere:`, with a doubt.

    Example: agenda import my-events/tea.ics -o my-events/tea-times.yaml
    """
    from agendacli.cli.actions.import_ import import_calendar
    from agendacli.cli.actions.import_document import ToImport
    from agendacli.formats.draft import DraftAsked

    of_document = DraftAsked(year, first=date, language=lang)
    if onto is not None or was is not None or dry_run:
        from agendacli.cli.actions.onto.asked import files_to_merge
        from agendacli.cli.actions.onto.merge import merge_onto

        files = files_to_merge(file, onto, was, others=(output, first, last))
        loading = Loading(zone=zone, floating=floating, columns=columns, day_first=day_first, offline=offline)
        wanted = replace(files, loading=loading, of_document=of_document, dry_run=dry_run, quiet=quiet)
        merge_onto(context, wanted)
        return
    asked = ToImport(
        file,
        output=output,
        zone=zone,
        first=first,
        last=last,
        floating=floating,
        of_document=of_document,
        columns=columns,
        day_first=day_first,
        offline=offline,
    )
    import_calendar(context, asked, quiet=quiet)
