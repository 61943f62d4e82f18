"""`agenda change`: sessions of an event of one's own, moved, renamed, cancelled; or a new revision begun."""

import typer

from agendacli.cli.options.changing import Changing, Ids
from agendacli.cli.options.groups import Loading


def change(context: typer.Context, loading: Loading, changing: Changing, ids: Ids = None) -> None:
    """Change sessions in the event's own file.

    It prints their ids; `--revision` begins a new revision of an event. Everything else in the file stays as it is,
    comments too. One time of a repeated session (`EVENT/SESSION/20260324T140000Z`) is written under `except`. With
    several ids all of them are changed or none.

    Example: agenda change tea/tea --time 16:00-17:00 --dry-run -e my-events/
    """
    from agendacli.cli.actions.change import change_sessions

    change_sessions(context, tuple(ids or ()), loading, changing)
