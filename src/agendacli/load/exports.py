"""Our own exports among the loaded files: they repeat the definitions beside them."""

from collections.abc import Collection, Iterable, Sequence
from urllib.parse import unquote

from agendacli.formats import CALENDAR_ENDING
from agendacli.model.identity import programme_of
from agendacli.model.programme import Programme


def without_exports(
    programmes: Sequence[Programme], named: Collection[str]
) -> tuple[Sequence[Programme], tuple[str, ...]]:
    """The programmes without our own exports of others among them, and a note about these.

    A file `named` by itself is always kept.
    """
    made = {each.id: each.file for each in programmes if not _is_calendar(each)}
    exports = [each for each in programmes if _is_calendar(each) and each.file not in named and _is_export(each, made)]
    if not exports:
        return programmes, ()
    left_out = {id(each) for each in exports}
    return [each for each in programmes if id(each) not in left_out], tuple(_told(exports, made))


def _is_calendar(programme: Programme) -> bool:
    return programme.file.lower().endswith(CALENDAR_ENDING)


def _is_export(calendar: Programme, made: Collection[str]) -> bool:
    """Whether everything in a calendar belongs to programmes that are loaded as well, judged by the UIDs."""
    return bool(calendar.sessions) and all(_origin(each.uid) in made for each in calendar.sessions)


def _origin(uid: str | None) -> str:
    """The id of the programme from which a UID of ours was made; empty for all others."""
    return unquote(programme_of(uid or ""))


def _told(exports: Sequence[Programme], made: dict[str, str]) -> Iterable[str]:
    for source in dict.fromkeys(made[_origin(each.sessions[0].uid)] for each in exports):
        found = list(dict.fromkeys(each.file for each in exports if made[_origin(each.sessions[0].uid)] == source))
        what = f"{found[0]} and {len(found) - 1} more are exports" if found[1:] else f"{found[0]} is an export"
        yield f"{what} of {source}, which counts; left out"
