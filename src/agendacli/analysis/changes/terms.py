"""What two versions have in common: only what both of them state is compared."""

from collections.abc import Iterator
from pathlib import PurePath

from agendacli.model.frozen import frozen
from agendacli.model.programme import Programme


@frozen
class Terms:
    """What is compared besides titles, times and status.

    `rooms` and `people` are False where a version names none at all: that takes nothing away; `names` where one is a
    calendar without a name, which is called as its file. `in_full` asks for texts, positions, categories and links as
    well. With `loose_rooms` a room is the same if one version adds where it lies. Of one file before and after an edit
    all that changed counts, `as_written`: of sessions that do not take place, too, and of what it states nowhere else.
    """

    rooms: bool = True
    people: bool = True
    names: bool = True
    in_full: bool = False
    loose_rooms: bool = False
    as_written: bool = False


def has_rooms(programme: Programme) -> bool:
    """Whether any session or the programme states a room."""
    return programme.room is not None or any(each.room for each in programme.sessions)


def has_people(programme: Programme) -> bool:
    """Whether a programme names anybody, or has a seat for somebody."""
    return bool(programme.participants) or any(each.participants for each in programme.sessions)


def has_name(programme: Programme) -> bool:
    """Whether a programme has a title of its own; an untitled calendar is named after its file."""
    is_calendar = any(each.is_of_calendar for each in programme.sessions)
    return not is_calendar or programme.title not in (PurePath(programme.file).stem, "stdin")


def left_out(old: Programme, new: Programme) -> Iterator[str]:
    """A sentence for each thing that is not compared because only one of the versions states it."""
    for what, says in (("rooms", has_rooms), ("people", has_people)):
        silent = [each for each in (old, new) if each.sessions and not says(each)]
        if len(silent) == 1 and says(new if silent[0] is old else old):
            yield f"{what} are not compared: {silent[0].file} names none"


def common_terms(old: Programme, new: Programme, *, in_full: bool = False, loose_rooms: bool = False) -> Terms:
    """The terms on which two versions of one programme are compared."""
    rooms, people, names = (all(map(says, (old, new))) for says in (has_rooms, has_people, has_name))
    return Terms(rooms, people, names, in_full=in_full, loose_rooms=loose_rooms)
