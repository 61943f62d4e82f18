"""Ids as people type them: from standard input, names of files among them, and what they mean."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from agendacli.cli.options.groups import Loading
from agendacli.cli.run.outcome import refuse, refuse_all
from agendacli.files.paths import STDIN, is_address, is_there, named_path
from agendacli.files.reading import standard_input
from agendacli.formats import CALENDAR_ENDING
from agendacli.load.loaded import Loaded
from agendacli.model.asked import Refusal

if TYPE_CHECKING:
    from agendacli.analysis.selection.addresses import Target


def files_apart(loading: Loading, ids: tuple[str, ...]) -> tuple[Loading, tuple[str, ...], tuple[str, ...]]:
    """Where events come from, the ids, and the files that were named among them, which are read as well."""
    files = tuple(each for each in ids if is_file(each))
    paths = [*(loading.events or ()), *files] or None
    return loading._replace(events=paths), tuple(each for each in ids if each not in files), files


def is_file(text: str) -> bool:
    """Whether an id is a file name: it ends like one, and exists or cannot be an address."""
    return is_address(text) or (_ends_like_file(text) and ("/" not in text or is_there(named_path(text))))


def _ends_like_file(text: str) -> bool:
    if "." not in text:  # as nearly every id: no format is imported to see that
        return False
    from agendacli.formats.file_formats import READ_ENDINGS

    return text.lower().endswith(READ_ENDINGS)


def refuse_file_to_write(ids: Sequence[str]) -> None:
    """Refuses a calendar that is named after an event: people mean the file to write."""
    behind = [each for each in ids[1:] if each.lower().endswith(CALENDAR_ENDING) and is_file(each)]
    if behind and not is_file(ids[0]):
        refuse(f"`{behind[0]}` is not an event; to write into that file give `-o {behind[0]}`")


def ids_given(ids: Sequence[str] | None) -> tuple[str, ...]:
    """The ids as typed; in the place of `-` those that standard input holds, one a line."""
    if STDIN not in (ids or ()):
        return tuple(ids or ())
    from agendacli.formats.schedule import read_schedule

    text = standard_input().decode("utf-8", "replace")
    read = [each.id for each in read_schedule(text, "stdin").picked]
    if not read:
        refuse("no ids on standard input; give them one a line")
    return tuple(id_ for typed in ids or () for id_ in (read if typed == STDIN else [typed]))


def events_in(files: Sequence[str], loaded: Loaded) -> "tuple[Target, ...]":
    """The events of files that are named where no id is: all of these are meant."""
    from agendacli.analysis.selection.addresses import Target

    return tuple(Target(each) for each in loaded.programmes if each.file in files)


def targets_of(ids: Sequence[str], loaded: Loaded) -> "tuple[Target, ...]":
    """What ids as typed mean; what means nothing is refused with what to type instead."""
    from agendacli.analysis.selection.addresses import Target, find_all

    programmes = (*loaded.programmes, *loaded.revisions)
    found = find_all(ids, programmes)
    if any(isinstance(each, Refusal) for each in found):
        from agendacli.analysis.selection.parts import find_read

        found = find_read(ids, programmes)
    refusals = [each for each in found if isinstance(each, Refusal)]
    if refusals:
        refuse_all(refusals)
    return tuple(each for each in found if isinstance(each, Target))
