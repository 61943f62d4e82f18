"""The doubts about everything that was loaded, cached as long as the files do not change."""

from agendacli.files.paths import may_be_file
from agendacli.load.cache.entries import Declared, compile_declared, declared_in
from agendacli.load.cache.store import Cache
from agendacli.load.loaded import Loaded
from agendacli.load.paths import declarations
from agendacli.model.diagnostic import Diagnostic


def doubts_told(loaded: Loaded, kept: Cache | None) -> tuple[Diagnostic, ...]:
    """The doubts of all sessions, as diagnostics; those of unchanged files come from `kept`."""
    shown = [each.file for each in loaded.programmes]
    paths = loaded.texts.lying(shown)
    if kept is None or not paths or not all(map(may_be_file, paths)):
        return _found(loaded)
    folders = dict.fromkeys(each.parent for each in paths)
    name = "\n".join(map(str, paths)), "doubts"
    key = kept.key((*paths, *(each for folder in folders for each in declarations(folder))), *shown)
    entry = kept.find(name, key)
    known = declared_in(entry) if entry else None
    if known:
        return known.diagnostics
    found = _found(loaded)
    kept.keep(name, key, lambda: compile_declared(Declared(diagnostics=found)))
    return found


def _found(loaded: Loaded) -> tuple[Diagnostic, ...]:
    from agendacli.analysis.doubts.search import find_doubts
    from agendacli.model.occurrence import Occurrence

    sessions = [Occurrence(each, session, session.when) for each in loaded.programmes for session in each.sessions]
    return find_doubts(sessions, loaded.people, loaded.gazetteer).diagnostics
