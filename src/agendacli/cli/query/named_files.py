"""Files among the ids of a line: `timetable programme.yaml` reads that file, as `-e programme.yaml` does."""

from collections.abc import Iterable, Sequence

from agendacli.analysis.selection.addresses import Target
from agendacli.cli.options.groups import Loading
from agendacli.cli.run.outcome import refuse
from agendacli.files import CALENDAR_ENDING, DEFINITION_ENDINGS, is_there, named_path
from agendacli.model.frozen import frozen
from agendacli.model.programme import Programme


@frozen
class Named:
    """Where events come from, the ids that are none of a file, and the files, all of whose events are meant."""

    loading: Loading
    ids: tuple[str, ...]
    files: tuple[str, ...] = ()

    def events(self, programmes: Iterable[Programme]) -> tuple[Target, ...]:
        """The events of the files, where nothing in them is named."""
        return () if self.ids else tuple(Target(each) for each in programmes if each.file in self.files)


def named(loading: Loading, ids: Sequence[str]) -> Named:
    """The ids with the files taken out of them and given to where events come from."""
    files = tuple(each for each in ids if is_file(each))
    if not files:
        return Named(loading, tuple(ids))
    rest = tuple(each for each in ids if each not in files)
    return Named(loading._replace(events=[*(loading.events or ()), *files]), rest, files)


def is_file(text: str) -> bool:
    """Whether an id is the name of a file: it ends as one does, and is there or could be no address."""
    return text.lower().endswith(DEFINITION_ENDINGS) and ("/" not in text or is_there(named_path(text)))


def refuse_file_to_write(ids: Sequence[str]) -> None:
    """End the run where a calendar is named behind an event: people mean the file to write into."""
    behind = [each for each in ids[1:] if each.lower().endswith(CALENDAR_ENDING) and is_file(each)]
    if behind and not is_file(ids[0]):
        refuse(f"`{behind[0]}` is no event; to write into that file give `-o {behind[0]}`")
