"""Changes of place, and their words."""

from agendacli.analysis.changes.terms import Terms
from agendacli.model.occurrence import Occurrence
from agendacli.words.folded import normal

Moved = tuple[str | None, str | None]
"""Where it was and where it is."""


def move_to_room(old: Occurrence, new: Occurrence, terms: Terms) -> Moved | None:
    """The rooms before and after, with their places where those are others too; None if it is held where it was.

    A place that the whole programme has is that programme's own change.
    """
    has_own_place = old.session.place or new.session.place
    if has_own_place and normal(str(old.place)) != normal(str(new.place)):
        return _in_full(old), _in_full(new)
    return None if _same(old.room or "", new.room or "", terms) else (old.room, new.room)


def _in_full(occurrence: Occurrence) -> str | None:
    return ", ".join(filter(None, (occurrence.room, str(occurrence.place)))) or None


def _same(old: str, new: str, terms: Terms) -> bool:
    one, other = sorted((normal(old), normal(new)), key=len)
    return one == other or (terms.loose_rooms and other.startswith(f"{one},"))
