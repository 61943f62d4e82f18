"""Which conflicts of a newer version an older one did not have, and the other way round."""

from collections.abc import Callable, Iterable
from enum import StrEnum

from agendacli.analysis.conflicts.values import Conflict, Kind
from agendacli.model.frozen import frozen
from agendacli.model.people import Absence


class State(StrEnum):
    """What became of a conflict."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"


@frozen
class ConflictChange:
    """A conflict as it is now (one that is gone as it was), and as it was before, if it was another one then."""

    state: State
    conflict: Conflict
    before: Conflict | None = None


_Key = tuple[Kind, frozenset[str], str | None, Absence | None]
Naming = Callable[[str], str]
"""What an address is compared by: the same for a session of two versions that has another one in each."""


def conflict_changes(
    old: Iterable[Conflict], new: Iterable[Conflict], named: Naming = str, named_now: Naming = str
) -> tuple[ConflictChange, ...]:
    """What became of the conflicts: first those that are new, then those that changed, then those that are gone.

    One that changed is now certain or no longer so, or takes another room or another number of minutes. `named` gives
    the names of the older sessions, `named_now` those of the newer.
    """
    before = {_key(each, named): each for each in old}
    now = {_key(each, named_now): each for each in new}
    come = (ConflictChange(State.NEW, each) for key, each in now.items() if key not in before)
    both = ((before[key], each) for key, each in now.items() if key in before)
    changed = (ConflictChange(State.CHANGED, each, was) for was, each in both if _facts(was) != _facts(each))
    gone = (ConflictChange(State.GONE, each) for key, each in before.items() if key not in now)
    return (*come, *changed, *gone)


def _key(conflict: Conflict, named: Naming) -> _Key:
    return conflict.kind, frozenset(named(each.id) for each in conflict.sessions), conflict.person_id, conflict.absence


def _facts(conflict: Conflict) -> tuple[object, ...]:
    return conflict.certainty, conflict.minutes, conflict.subject
