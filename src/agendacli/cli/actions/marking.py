"""What changed since an older version, for marks in a drawing."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import typer

from agendacli.cli.options.groups import Format, Loading, Showing
from agendacli.cli.printing import format_of
from agendacli.cli.run.outcome import refuse, tell

if TYPE_CHECKING:
    from agendacli.cli.query.reading import Reading

_MOST_TOLD = 5


def changed_since(
    reading: "Reading", old: str, context: typer.Context, loading: Loading, showing: Showing
) -> Mapping[str, tuple[str, ...]]:
    """What changed, in words, by the address of a session or of one time of it.

    What is there no more is told, as no drawing has a place for it.
    """
    if format_of(showing, reading.surroundings) is not Format.TABLE:
        refuse(f"--since marks what is drawn for people; for programs there is `agenda diff {old} NEW`")
    from agendacli.analysis.changes.wording import clause
    from agendacli.cli.actions.comparing import compared, tell_remarks
    from agendacli.cli.query.operands import Version, versions_since

    now = Version("now", reading.programmes, reading.loaded)
    versions = versions_since(context, old, loading=loading, showing=showing, now=now)
    if not versions.is_sound:
        refuse("nothing is compared: a version has errors")
    found = compared(versions)
    if not showing.quiet:
        tell_remarks(found)
        _tell_gone([each.old.id for each in found.differences if each.new is None and each.old is not None], old)
    changed: dict[str, list[str]] = {}
    for each in found.differences:
        words = each.kind.value if each.old is None else clause(each, reading.zone, reading.dial)
        changed.setdefault(each.subject.id, []).append(words)
    return {address: tuple(told) for address, told in changed.items()}


def _tell_gone(ids: list[str], old: str) -> None:
    for each in ids[:_MOST_TOLD]:
        tell(f"`{each}` is gone since {old}")
    if len(ids) > _MOST_TOLD:
        tell(f"{len(ids) - _MOST_TOLD} more are gone; `agenda diff {old} NEW` lists them")
