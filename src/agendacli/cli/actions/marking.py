"""What changed since an older version, for marks in a drawing."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import typer

from agendacli.cli.options.groups import Format, Loading, Showing
from agendacli.cli.printing import format_of
from agendacli.cli.run.outcome import refuse, tell
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence

if TYPE_CHECKING:
    from agendacli.analysis.changes.values import Difference
    from agendacli.cli.query.operands import Versions
    from agendacli.cli.query.reading import Reading

_MOST_TOLD = 5


@frozen
class Marks:
    """What changed, in words, by the address of a session or of one time of it; and the titles of what is gone."""

    changed: Mapping[str, tuple[str, ...]]
    gone: tuple[str, ...] = ()


NO_MARKS = Marks({})


def changed_since(
    reading: "Reading", old: str, context: typer.Context, loading: Loading, showing: Showing
) -> Mapping[str, tuple[str, ...]]:
    """What changed, in words, by the address of a session or of one time of it.

    What is there no more is told, as no drawing has a place for it.
    """
    if format_of(showing, reading.surroundings) is not Format.TABLE:
        refuse(f"--since marks what is drawn for people; for programs there is `agenda diff {old} NEW`")
    from agendacli.cli.actions.comparison.compared import compared, tell_remarks

    found = compared(_versions(reading, old, context, loading=loading, showing=showing))
    if not showing.quiet:
        tell_remarks(found)
        _tell_gone([each.old.id for each in found.differences if each.new is None and each.old is not None], old)
    return _in_words(found.differences, reading)


def public_marks(reading: "Reading", old: str, context: typer.Context, loading: Loading, showing: Showing) -> Marks:
    """What changed since an older version in what everybody may see of both, and the titles of what is gone."""
    from dataclasses import replace

    from agendacli.analysis.publication import publication
    from agendacli.cli.actions.comparison.compared import compared

    versions = _versions(reading, old, context, loading=loading, showing=showing)
    pairs = ((old, new) for old, new in versions.pairs if old and new)
    # Each on its own, since both versions of a programme may have the same address.
    shown = tuple((publication((old,), ()).programmes[0], publication((new,), ()).programmes[0]) for old, new in pairs)
    found = compared(replace(versions, pairs=shown))
    gone = (each.old for each in found.differences if each.new is None and isinstance(each.old, Occurrence))
    return Marks(_in_words(found.differences, reading), tuple(each.session.title for each in gone))


def _versions(reading: "Reading", old: str, context: typer.Context, loading: Loading, showing: Showing) -> "Versions":
    from agendacli.cli.query.operands import Version, versions_since

    now = Version("now", reading.programmes, reading.loaded)
    versions = versions_since(context, old, loading=loading, showing=showing, now=now)
    return versions if versions.is_sound else refuse("nothing is compared: a version has errors")


def _in_words(differences: "Iterable[Difference]", reading: "Reading") -> Mapping[str, tuple[str, ...]]:
    from agendacli.analysis.changes.wording import clause

    changed: dict[str, list[str]] = {}
    for each in differences:
        words = each.kind.value if each.old is None else clause(each, reading.zone, reading.dial)
        changed.setdefault(each.subject.id, []).append(words)
    return {address: tuple(told) for address, told in changed.items()}


def _tell_gone(ids: list[str], old: str) -> None:
    for each in ids[:_MOST_TOLD]:
        tell(f"`{each}` is gone since {old}")
    if len(ids) > _MOST_TOLD:
        tell(f"{len(ids) - _MOST_TOLD} more are gone; `agenda diff {old} NEW` lists them")
