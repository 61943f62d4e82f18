"""What `waive` does: an item is added to the end of a file of waivers, whole or not at all."""

from datetime import timedelta

import typer

from agendacli.analysis.conflicts import Rules, find_conflicts
from agendacli.analysis.conflicts.waivers import facts
from agendacli.cli.options.groups import Loading, Selecting, Showing
from agendacli.cli.query.definitions import refuse_undecodable
from agendacli.cli.query.doubts import doubts_of
from agendacli.cli.query.reading import Reading, read
from agendacli.cli.query.whole_ids import insist
from agendacli.cli.run.origins import settings
from agendacli.cli.run.outcome import refuse, tell
from agendacli.files.paths import named_path
from agendacli.files.reading import read_if_there
from agendacli.files.writing import update
from agendacli.formats.definition.write.waivers import waiver_text
from agendacli.load.own import load_waivers
from agendacli.model.conflict_kind import USUAL_KINDS, Kind
from agendacli.model.diagnostic import has_errors
from agendacli.model.waiver import Waiver
from agendacli.model.when import DAY

_HEAD = "# Conflicts that are accepted, written by `agenda waive` and read by `agenda conflicts --waivers`.\n"
About = tuple[str, str | None, str | None]


def add_waiver(context: typer.Context, loading: Loading, ids: tuple[str, ...], about: About, path: str) -> None:
    """Add a waiver of two sessions, or of an absence from one; `about` is its reason, author and kind.

    Comments in the file stay.
    """
    reason, author, kind = about
    if (len(ids) == 1) != (kind == Kind.ABSENCE):
        refuse("a waiver names two sessions, that of an absence one: `agenda waive EVENT/SESSION --kind absence`")
    refuse_undecodable(reason, author)
    showing = Showing()
    reading = read(context, ids, loading=loading, selecting=Selecting(), showing=showing)
    sessions = [(each.id, facts(each)) for each in reading.sessions_named]
    if len(sessions) != len(ids):
        how = "write EVENT/SESSION twice" if len(ids) > 1 else "write EVENT/SESSION"
        refuse(f"a waiver names {'two sessions' if len(ids) > 1 else 'a session'}: {how}")
    insist(ids, reading.targets, reading.loaded.programmes, reading.surroundings)
    if not reading.loaded.is_sound:
        refuse(f"nothing is written to {path}: the input has errors")
    waiver = Waiver(tuple(sessions), reason, author, kind)
    found = find_conflicts(reading.sessions_named, reading.loaded.gazetteer, _any_of(reading, kind))
    if not any(kind in (None, each.kind) and len(each.sessions) == len(ids) for each in found):
        tell(f"there is no {kind or 'such'} conflict {'between them ' if len(ids) > 1 else ''}now")
    file = named_path(path)
    before = read_if_there(file)
    while not update(file, before, _with(before, path, waiver_text(waiver))):  # somebody else has changed it meanwhile
        before = read_if_there(file)
    tell(f"waived in {path}: {' and '.join(name for name, _ in sessions)}")


def _any_of(reading: Reading, kind: str | None) -> Rules:
    """Rules by which any conflict of the kind is found: of a pause with the longest that anybody asks for."""
    return Rules(
        settings(reading.surroundings).buffer,
        kinds=frozenset({Kind(kind)} if kind else {*USUAL_KINDS, Kind.CATEGORY}),
        turnover=DAY if kind == Kind.TURNOVER else timedelta(),
        rest=DAY if kind == Kind.REST else timedelta(),
        doubts=doubts_of(reading),
    )


def _with(before: bytes | None, shown: str, item: str) -> bytes:
    """What a file holds with the item at the end; a file with errors is not touched."""
    if before is None:
        return (_HEAD + item).encode()
    if has_errors(load_waivers(shown).diagnostics):
        refuse(f"nothing is written to {shown}: it has errors; see `agenda conflicts --waivers {shown}`")
    return before + (b"" if before.endswith(b"\n") else b"\n") + item.encode()
