"""`agenda list`: the events, one line each."""

import typer

from agendacli.cli.options.groups import Ids, Loading, Selecting, Showing


def list_events(
    context: typer.Context, loading: Loading, selecting: Selecting, showing: Showing, ids: Ids = None
) -> None:
    """The events, one line each.

    Example: agenda list --city Vienna
    """
    from agendacli.cli.actions.list import print_list

    print_list(context, ids, loading=loading, selecting=selecting, showing=showing)
