"""Help in groups: the commands by what people want of them, the options by what they say."""

from typing import Any

import typer

COMMAND_GROUPS = {
    "See": ("list", "show", "timetable", "now", "next", "people", "rooms", "free"),
    "Check": ("check", "conflicts", "waive", "diff"),
    "Make": ("new", "add", "change", "edit", "import"),
    "Give": ("export", "schema"),
    "Settle": ("pick", "drop", "config", "cache"),
}
OPTION_GROUPS = {
    "Loading": "What to read",
    "Selecting": "Which sessions",
    "Showing": "What is shown",
    "Keeping": "Your schedule",
    "Writing": "What is written",
}
"""By the group of options as the code has it."""

_ARGUMENTS, _OWN = "Arguments", "Options"


def write_commands(summaries: dict[str, str], formatter: Any) -> None:  # noqa: ANN401 (Typer has no public name for it)
    """Every command with its line, whole, under the group that it belongs to."""
    known = {name for names in COMMAND_GROUPS.values() for name in names}
    more = tuple(name for name in summaries if name not in known)
    width = max(map(len, summaries))
    for title, names in (*COMMAND_GROUPS.items(), ("More", more)):
        rows = [(name.ljust(width), summaries[name]) for name in names if name in summaries]
        if rows:
            with formatter.section(title):
                formatter.write_dl(rows)


def write_options(command: typer.core.TyperCommand, context: Any, formatter: Any) -> None:  # noqa: ANN401
    """The arguments of a command, its own options, then those that it shares with others, by group."""
    groups: dict[str, list[tuple[str, str]]] = {_ARGUMENTS: [], _OWN: []}
    for each in command.get_params(context):
        if record := each.get_help_record(context):
            groups.setdefault(_title(each), []).append(record)
    for title, rows in groups.items():
        if rows:
            with formatter.section(title):
                formatter.write_dl(rows)


def _title(parameter: Any) -> str:  # noqa: ANN401
    """Under what an argument or an option stands."""
    if parameter.param_type_name == "argument":
        return _ARGUMENTS
    return OPTION_GROUPS.get(getattr(parameter, "rich_help_panel", None) or "", _OWN)
