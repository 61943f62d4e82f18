"""`agenda schema`: the JSON Schemas of definitions and records."""

from enum import StrEnum
from typing import Annotated

import typer

from agendacli.cli.options.groups import Force


class File(StrEnum):
    """The kinds of definition files."""

    DEFINITION = "definition"
    PEOPLE = "people"
    PLACES = "places"


class Record(StrEnum):
    """The kinds of records."""

    OCCURRENCE = "occurrence"
    EVENT = "event"
    CONFLICT = "conflict"
    DIAGNOSTIC = "diagnostic"
    PERSON = "person"
    ROOM = "room"
    PARALLEL = "parallel"
    FREE = "free"
    SETTING = "setting"
    KEPT = "kept"
    CHANGE = "change"
    CONFLICT_CHANGE = "conflict-change"
    AFFECTED = "affected"
    COVER = "cover"
    MISSED = "missed"
    NEEDED = "needed"


_File = Annotated[File, typer.Argument(metavar="[FILE]", help="`definition`, `people` or `places`.")]
_Output = Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="Into this file.")]
_Record = Annotated[Record | None, typer.Option("--record", help="The schema of what `--json` prints instead.")]


def schema(
    file: _File = File.DEFINITION,
    record: _Record = None,
    output: _Output = None,
    force: Force = False,  # noqa: ARG001 (asked before the command runs)
) -> None:
    """The JSON Schema of a definition, or of a record.

    Editors complete and check a definition with it.

    Example: agenda schema > agenda.schema.json
    """
    import json

    from agendacli.cli.actions.schema import find_schema
    from agendacli.cli.run.outcome import deliver

    found = find_schema(file.value, record.value if record else None)
    deliver(json.dumps(found, indent=2, ensure_ascii=False) + "\n", output)
