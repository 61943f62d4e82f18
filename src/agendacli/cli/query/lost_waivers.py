"""Waivers of sessions that no longer exist, as `check` and `conflicts` report them."""

from collections.abc import Collection, Iterable
from pathlib import Path

from agendacli.files.paths import bundled_folder, is_there
from agendacli.load.loaded import Loaded
from agendacli.load.paths import WAIVERS, definitions_in
from agendacli.load.programmes import load
from agendacli.model.diagnostic import Diagnostic
from agendacli.model.waiver import Waiver


def in_waivers_beside(loaded: Loaded, named: Iterable[str]) -> tuple[Diagnostic, ...]:
    """The diagnostics of the waivers beside the definitions, and of waivers that are named themselves."""
    read = (Path(each.file) for each in (*loaded.programmes, *loaded.revisions))
    beside = {each.parent / WAIVERS for each in read if is_there(each)}
    files = beside | {Path(name) for name in named if Path(name).name == WAIVERS}
    return tuple(fault for file in sorted(files) if is_there(file) for fault in _in_file(file, loaded))


def lost(waivers: Collection[Waiver], loaded: Loaded, folder: Path | None = None) -> tuple[Diagnostic, ...]:
    """A warning for each session of a waiver that its event does not have.

    An event that is not loaded may be elsewhere, unless a `folder` is given that has to hold it.
    """
    from agendacli.analysis.conflicts.lost_waivers import lost_sessions

    named = {name.partition("/")[0] for each in waivers for name, _ in each.sessions}
    programmes = (each for each in (*loaded.programmes, *loaded.revisions) if each.address in named)
    sessions = {each.address: frozenset(session.id for session in each.sessions) for each in programmes}
    return lost_sessions(waivers, sessions, _events(folder, named) if folder else None)


def _events(folder: Path, named: Collection[str]) -> frozenset[str]:
    """The ids of the events in a folder and of the bundled ones; files are read only if their names do not tell."""
    from agendacli.words.ids import slug

    files = (*definitions_in(folder), *definitions_in(bundled_folder()))
    called = frozenset(slug(each.stem.partition("@")[0]) for each in files)
    if called.issuperset(each.partition("@")[0] for each in named):
        return called
    found = load([str(folder)])
    return called | {each.id for each in (*found.programmes, *found.revisions)}


def _in_file(file: Path, loaded: Loaded) -> tuple[Diagnostic, ...]:
    from agendacli.load.own import load_waivers

    found = load_waivers(str(file))
    return (*found.diagnostics, *lost(found.waivers, loaded, file.parent))
