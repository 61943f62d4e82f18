"""The doubts about everything that was loaded, cached as long as the files do not change."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from agendacli.files.paths import may_be_file
from agendacli.load.cache.entries import compile_values, values_in
from agendacli.load.cache.store import Cache, Json, Name
from agendacli.load.loaded import Loaded
from agendacli.load.paths import declarations
from agendacli.model.diagnostic import Diagnostic

if TYPE_CHECKING:
    from agendacli.analysis.doubts import Doubts

_MAPPINGS = ("people", "positions", "namesakes", "rooms", "together")
_TUPLES = ("diagnostics", "unseated")
"""The fields of `Doubts`."""


class _Question(NamedTuple):
    """What is asked about everything that was loaded, and the values that answer it."""

    name: str
    answers: tuple[str, ...] = ("diagnostics",)


_IN_TEXTS = _Question("in texts", ("files",))
_OF_CONFLICTS = _Question("conflicts", (*_MAPPINGS, *_TUPLES))


def doubts_told(loaded: Loaded, kept: Cache | None) -> tuple[Diagnostic, ...]:
    """The doubts of all sessions, as diagnostics; those of unchanged files come from `kept`."""
    return kept_diagnostics("doubts", loaded, kept, lambda: _found(loaded))


def kept_diagnostics(
    question: str, loaded: Loaded, kept: Cache | None, find: Callable[[], tuple[Diagnostic, ...]]
) -> tuple[Diagnostic, ...]:
    """What `find` finds for a question about all of it; that of unchanged files comes from `kept`."""
    found = _kept(_Question(question), loaded, kept, lambda: {"diagnostics": find()})
    return tuple(found["diagnostics"])


def kept_files(loaded: Loaded, kept: Cache | None, find: Callable[[], tuple[str, ...]]) -> tuple[str, ...]:
    """The files that `find` finds to name people in texts only; that of unchanged files comes from `kept`."""
    return tuple(_kept(_IN_TEXTS, loaded, kept, lambda: {"files": find()})["files"])


def kept_doubts(loaded: Loaded, kept: Cache | None, find: "Callable[[], Doubts]") -> "Doubts":
    """What `find` finds of all of it, with what conflicts depend on; that of unchanged files comes from `kept`."""
    from agendacli.analysis.doubts import Doubts

    found = _kept(_OF_CONFLICTS, loaded, kept, lambda: _as_tuples(find()))
    values: dict[str, Json] = {name: dict(each) if name in _MAPPINGS else each for name, each in found.items()}
    return Doubts(**values)


def _as_tuples(doubts: "Doubts") -> dict[str, object]:
    """The fields as values that can be kept."""
    mappings = {name: tuple(getattr(doubts, name).items()) for name in _MAPPINGS}
    return mappings | {name: getattr(doubts, name) for name in _TUPLES}


def _kept(
    question: _Question, loaded: Loaded, kept: Cache | None, find: Callable[[], Mapping[str, object]]
) -> Mapping[str, Json]:
    """The values of an entry of these files and this question, or those that `find` finds, which are kept."""
    shown = [each.file for each in loaded.programmes]
    paths = loaded.texts.lying(shown)
    if kept is None or not paths or not all(map(may_be_file, paths)):
        return find()
    folders = dict.fromkeys(each.parent for each in paths)
    name: Name = ("\n".join(map(str, paths)), question.name)
    sources = (*paths, *(each for folder in folders for each in declarations(folder)))
    key = kept.key(sources, *shown, *loaded.settings)
    known = values_in(kept.find(name, key), question.answers)
    if known:
        return dict(zip(question.answers, known, strict=True))
    found = find()
    kept.keep(name, key, lambda: compile_values(found))
    return found


def _found(loaded: Loaded) -> tuple[Diagnostic, ...]:
    from agendacli.analysis.doubts.search import find_doubts
    from agendacli.model.occurrence import Occurrence

    sessions = [Occurrence(each, session, session.when) for each in loaded.programmes for session in each.sessions]
    return find_doubts(sessions, loaded.people, loaded.gazetteer).diagnostics
